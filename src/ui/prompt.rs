//! The lines that one types into besides the query line: the date to go to, the two sides, and names. What is told of them
//! stands beside what is typed where there is room for both, else above it.

use std::borrow::Cow;

use ratatui::{
    layout::{Position, Rect},
    style::Style,
};

use super::{
    canvas::{Canvas, Skin},
    field::draw_field,
    message::draw_message,
};
use crate::{
    app::{App, DatePrompt, Overlay},
    input::LineEditor,
    messages::prompts,
    model::Lang,
    text,
};

/// Dates that can be typed.
const EXAMPLE_DATES: &str = "2022-10 · 2023-01-06 · 2021/2022";

/// Columns between what is typed and what is told.
const GAP_COLUMNS: u16 = 3;

/// A line that is being typed, and what is told of it.
pub(super) struct Prompt<'a> {
    label: &'static str,
    editor: &'a LineEditor,
    words: Cow<'a, str>,
    style: Style,
}

impl<'a> Prompt<'a> {
    /// The prompt that has the keyboard, if one has.
    pub(super) fn open(app: &'a App, skin: &Skin) -> Option<Self> {
        let told_with =
            |fault: Option<Cow<'a, str>>, hint: Cow<'a, str>| match app.status_message().map(Cow::from).or(fault) {
                Some(words) => (words, skin.theme.warning),
                None => (hint, skin.theme.dim),
            };
        let told = |fault: Option<Cow<'a, str>>, hint: &'a str| told_with(fault, Cow::from(hint));
        let locale = app.locale();
        let (label, editor, (words, style)) = match app.overlays().last()? {
            Overlay::Date(prompt) => {
                let fault = prompt.fault.as_ref().map(|fault| fault.told(locale).into());
                (prompts::go_to(locale), &prompt.editor, told_with(fault, date_hint(app, prompt)))
            }
            Overlay::Compare(prompt) => {
                let fault = prompt.fault.as_ref().map(|fault| Cow::from(fault.told(locale)));
                (prompts::compare(locale), &prompt.editor, told(fault, ""))
            }
            Overlay::Name(prompt) => {
                let fault = prompt.fault.map(|fault| Cow::from(fault.told(locale)));
                let replaced = app.replaced_query(prompt).map(|text| prompts::replaces(locale, text));
                let told = told(fault.or_else(|| replaced.map(Cow::from)), "");
                let label = if prompt.renames.is_some() { prompts::rename(locale) } else { prompts::save_as(locale) };
                (label, &prompt.editor, told)
            }
            Overlay::Annotation(prompt) => {
                let hint = match prompt.rows.len() {
                    ..=1 => prompts::annotation_of_one(locale),
                    _ => prompts::annotation_of_several(locale),
                };
                (prompts::annotation(locale), &prompt.editor, told(None, hint))
            }
            Overlay::Export(prompt) => {
                let told = told(prompt.fault.map(|fault| fault.told(locale).into()), &prompt.preview);
                (prompts::write_to(locale), &prompt.editor, told)
            }
            _ => return None,
        };
        Some(Self { label, editor, words, style })
    }

    /// The line itself; gives the place of the cursor.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) -> Position {
        let (skin, area) = (canvas.skin, canvas.area);
        let from = 1 + canvas.text((0, 1), self.label, skin.theme.key) + 1;
        let beside = self.columns_beside(area.width);
        let field =
            Rect { width: area.width.saturating_sub(beside.map_or(0, |columns| columns + GAP_COLUMNS)), ..area };
        let column = draw_field(self.editor, from, &mut canvas.sub(field));
        if let Some(columns) = beside {
            let place = (0, area.width.saturating_sub(columns + 1));
            canvas.text(place, &self.words, self.style);
        }
        Position::new(area.x + column, area.y)
    }

    /// What has no room in the line.
    pub(super) fn draw_above(&self, canvas: &mut Canvas<'_>) {
        if !self.words.is_empty() && self.columns_beside(canvas.area.width).is_none() {
            draw_message(&self.words, self.style, canvas);
        }
    }

    /// The columns of the words where all of them have room beside all that is typed.
    fn columns_beside(&self, width: u16) -> Option<u16> {
        let columns = u16::try_from(text::width(&self.words)).ok()?;
        let typed = text::width(self.label) + 2 + text::width(self.editor.text()).max(12);
        let needed = u16::try_from(typed).ok()?.checked_add(columns)?.checked_add(GAP_COLUMNS + 1)?;
        (columns > 0 && needed <= width).then_some(columns)
    }
}

/// What the date was read as and which event is nearest to it, or how dates are typed.
fn date_hint<'a>(app: &App, prompt: &'a DatePrompt) -> Cow<'a, str> {
    let nearest = prompt.nearest.and_then(|ix| app.timeline().event(ix));
    let nearest = nearest.map(|event| prompts::nearest(app.locale(), &event.date.long(Lang::from(app.locale()))));
    match (prompt.read_as.as_deref(), nearest) {
        (None, None) => EXAMPLE_DATES.into(),
        (Some(read_as), None) => read_as.into(),
        (None, Some(nearest)) => nearest.into(),
        (Some(read_as), Some(nearest)) => format!("{read_as} · {nearest}").into(),
    }
}
