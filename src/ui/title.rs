//! The first line of the screen: what timeline, which view, how many events, which time. What has no room gives way step by
//! step, what is needed least first.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    count::count,
};
use crate::{
    app::{App, View},
    input::ProgramAction,
    messages::{Locale, status, views},
    model::{DAY, Lang, Moment, year_name},
    text,
};

/// Columns that a long title keeps where all else needs room.
const MIN_TITLE_COLUMNS: u16 = 16;
/// What the program is called, with the blanks behind it.
const NAME: &str = "annalist  ";

/// How views are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TabForm {
    /// Each by its number and its name.
    Full,
    /// Each by its number, the present one by its name as well.
    Numbered,
    /// The name of the present one alone.
    Present,
    Absent,
}

/// How the help is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HelpForm {
    Full,
    Key,
    Absent,
}

/// What is told of the events besides their count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extras {
    /// The time on screen, and that something is wrong.
    All,
    /// That something is wrong.
    Problems,
    /// The same by a number alone.
    Number,
}

/// What has room on the line.
#[derive(Debug, Clone, Copy)]
struct TitleForm {
    has_name: bool,
    has_whole_title: bool,
    tabs: TabForm,
    help: HelpForm,
    extras: Extras,
    /// Columns between two parts.
    gap: u16,
}

/// From what says most to what says least.
const FORMS: [TitleForm; 14] = {
    let all = TitleForm {
        has_name: true,
        has_whole_title: true,
        tabs: TabForm::Full,
        help: HelpForm::Full,
        extras: Extras::All,
        gap: 3,
    };
    let unnamed = TitleForm { has_name: false, ..all };
    let dense = TitleForm { help: HelpForm::Key, gap: 2, ..unnamed };
    let numbered = TitleForm { tabs: TabForm::Numbered, ..dense };
    let present = TitleForm { tabs: TabForm::Present, ..dense };
    let helpless = TitleForm { help: HelpForm::Absent, ..present };
    let plain = TitleForm { tabs: TabForm::Absent, ..helpless };
    let timeless = TitleForm { extras: Extras::Problems, ..helpless };
    let bare = TitleForm { tabs: TabForm::Absent, ..timeless };
    [
        all,
        unnamed,
        dense,
        TitleForm { has_whole_title: false, ..dense },
        numbered,
        TitleForm { has_whole_title: false, ..numbered },
        // The time stands on the axis too; the keys of the views do not.
        TitleForm { has_whole_title: false, extras: Extras::Problems, ..numbered },
        present,
        helpless,
        plain,
        TitleForm { has_whole_title: false, ..plain },
        timeless,
        bare,
        TitleForm { has_whole_title: false, extras: Extras::Number, ..bare },
    ]
};

/// A view on the line, from a column up to another.
struct Tab {
    view: View,
    key: String,
    name: &'static str,
    from: u16,
    to: u16,
}

/// The line as it is laid out: what stands from which column on.
struct TitleLine<'a> {
    has_name: bool,
    title: &'a str,
    /// The columns of the name and the title.
    title_columns: u16,
    tabs: Vec<Tab>,
    parts: Vec<(u16, String, Style)>,
}

/// Draws the line.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    let line = lay_out(app, skin, area.width);
    let name = Span::styled(if line.has_name { NAME } else { "" }, theme.accent);
    let title = Line::from(vec![name, Span::styled(line.title.to_owned(), theme.strong)]);
    canvas.sub(Rect { width: (1 + line.title_columns).min(area.width), ..area }).line((0, 1), &title);
    for tab in &line.tabs {
        let is_present = tab.view == app.view();
        let place = Rect { x: area.x + tab.from, width: tab.to - tab.from, ..area }.intersection(area);
        let (key, name) = if is_present {
            canvas.sub(place).fill(" ", theme.text.patch(theme.selected));
            (theme.text.patch(theme.selected), theme.text.patch(theme.selected))
        } else {
            (theme.key, theme.dim)
        };
        let words = Line::from(vec![Span::styled(tab.key.clone(), key), Span::styled(tab.name, name)]);
        canvas.sub(place).line((0, 1), &words);
    }
    for (column, words, style) in &line.parts {
        canvas.text((0, *column), words, *style);
    }
}

/// The view whose tab stands at a column.
pub(super) fn tab_at(app: &App, skin: &Skin, area: Rect, x: u16) -> Option<View> {
    let column = x - area.x;
    let tabs = lay_out(app, skin, area.width).tabs;
    tabs.into_iter().find(|tab| (tab.from..tab.to).contains(&column)).map(|tab| tab.view)
}

fn lay_out<'a>(app: &'a App, skin: &Skin, width: u16) -> TitleLine<'a> {
    let room = width.saturating_sub(2);
    let title = title(app);
    // A title is shown whole if it can be; a long one must leave a third of the line.
    let titled = text::columns(title).min(room / 3 * 2);
    let keys = View::ALL.map(|view| app.key_for(view.action()));
    let parts = TitleParts::of(app, skin);
    let needed = |form: &TitleForm| {
        let titled = if form.has_whole_title { titled } else { titled.min(MIN_TITLE_COLUMNS) };
        let named = if form.has_name { text::columns(NAME) } else { 0 };
        let tabs = tabs(app, &keys, form.tabs).last().map_or(0, |tab| tab.to.saturating_sub(2) + form.gap);
        let parts = parts.of_form(*form).map(|((_, columns), _)| columns + form.gap);
        parts.fold(named + titled + tabs, u16::saturating_add)
    };
    let [.., least] = &FORMS;
    let form = FORMS.iter().find(|form| needed(form) <= room).unwrap_or(least);
    let mut right = width.saturating_sub(1);
    let mut placed = Vec::new();
    for ((words, columns), role) in parts.of_form(*form).rev() {
        right = right.saturating_sub(*columns);
        placed.push((right, words.clone(), role.style(app, skin)));
        right = right.saturating_sub(form.gap);
    }
    let mut tabs = tabs(app, &keys, form.tabs);
    let tabs_columns = tabs.last().map_or(0, |tab| tab.to.saturating_sub(2) + form.gap);
    let named = if form.has_name { text::columns(NAME) } else { 0 };
    let title_columns = (named + text::columns(title)).min(right.saturating_sub(tabs_columns + 1));
    // A tab has a blank at either side.
    let shift = title_columns + form.gap;
    for tab in &mut tabs {
        (tab.from, tab.to) = (tab.from + shift, tab.to + shift);
    }
    TitleLine { has_name: form.has_name, title, title_columns, tabs, parts: placed }
}

/// What is explored; a timeline without a title goes by its file.
fn title(app: &App) -> &str {
    let about = &app.timeline().info;
    let title = app.lang().pick(&about.title, about.title_ja.as_deref());
    if title.is_empty() { app.document().file.as_ref().map_or("", |file| &file.shown) } else { title }
}

/// What may stand at the right, in all its lengths, each with its columns.
struct TitleParts {
    problems: (String, u16),
    /// The number of the problems with the key that shows them.
    number: (String, u16),
    count: (String, u16),
    window: (String, u16),
    help: (String, u16),
    help_key: (String, u16),
}

impl TitleParts {
    fn of(app: &App, skin: &Skin) -> Self {
        let measured = |words: String| {
            let columns = text::columns(&words);
            (words, columns)
        };
        let number = match app.document().problems.len() {
            0 => String::new(),
            number => format!("{}{number}", app.key_for(ProgramAction::Problems)),
        };
        let key = app.key_for(ProgramAction::Help);
        Self {
            problems: measured(problems(app)),
            number: measured(number),
            count: measured(count(app, skin)),
            window: measured(window(app, skin)),
            help: measured(status::help(app.locale(), &key)),
            help_key: measured(key),
        }
    }

    /// Those that there are in a form, from left to right.
    fn of_form(&self, form: TitleForm) -> impl DoubleEndedIterator<Item = (&(String, u16), TitlePart)> {
        // That something is wrong is told even where there is no room for words.
        let problems = if form.extras == Extras::Number { &self.number } else { &self.problems };
        let window = (form.extras == Extras::All).then_some(&self.window);
        let help = match form.help {
            HelpForm::Absent => None,
            HelpForm::Key => Some(&self.help_key),
            HelpForm::Full => Some(&self.help),
        };
        let parts = [
            (Some(problems), TitlePart::Problems),
            (Some(&self.count), TitlePart::Count),
            (window, TitlePart::Aside),
            (help, TitlePart::Aside),
        ];
        parts.into_iter().filter_map(|(part, role)| Some((part.filter(|(words, _)| !words.is_empty())?, role)))
    }
}

/// What a part is, by which it is told in one style or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TitlePart {
    Problems,
    Count,
    Aside,
}

impl TitlePart {
    fn style(self, app: &App, skin: &Skin) -> Style {
        match self {
            Self::Problems => skin.theme.warning,
            Self::Count if !app.query().is_empty() => skin.theme.accent,
            Self::Count | Self::Aside => skin.theme.dim,
        }
    }
}

/// The views, whose keys these are, from column 0 on, each with a blank at either side, which it shares with its neighbour.
fn tabs(app: &App, keys: &[String], form: TabForm) -> Vec<Tab> {
    let mut from = 0;
    let mut tabs = Vec::new();
    for (view, key) in View::ALL.into_iter().zip(keys) {
        let is_present = view == app.view();
        let (has_key, has_name) = match form {
            TabForm::Full => (true, true),
            TabForm::Numbered => (true, is_present || key.is_empty()),
            TabForm::Present => (false, is_present),
            TabForm::Absent => (false, false),
        };
        let key = if has_key { key.as_str() } else { "" };
        let key = if has_name && !key.is_empty() { format!("{key} ") } else { key.to_owned() };
        let name = if has_name { tab_name(view, app.locale()) } else { "" };
        let columns = text::columns(&key) + text::columns(name);
        if columns > 0 {
            tabs.push(Tab { view, key, name, from, to: from + columns + 2 });
            from += columns + 1;
        }
    }
    tabs
}

const fn tab_name(view: View, locale: Locale) -> &'static str {
    match view {
        View::Timeline => views::timeline(locale),
        View::Matrix => views::matrix(locale),
        View::Quotes => views::quotes(locale),
        View::Threads => views::threads(locale),
        View::Compare => views::compare(locale),
        View::Concordance => views::words(locale),
    }
}

/// How many problems the file has and the key that shows them; nothing for a file in order.
fn problems(app: &App) -> String {
    let key = app.key_for(ProgramAction::Problems);
    match app.document().problems.len() {
        0 => String::new(),
        _ if app.document().is_broken() => status::broken_save(app.locale(), &key),
        count => status::problems(app.locale(), count, &key),
    }
}

/// The time on screen, with how many events lie before and after it.
fn window(app: &App, skin: &Skin) -> String {
    let (before, after) = app.outside_counts();
    let (form, en, ja) = match app.window().seconds() / DAY {
        ..=2 => ("-%m-%d %H:%M", "%-d %b, %H:%M", "%-m月%-d日 %H:%M"),
        3..=100 => ("-%m-%d", "%-d %b", "%-m月%-d日"),
        101..=40_000 => ("-%m", "%b", "%-m月"),
        _ => ("", "", ""),
    };
    let written = |moment: Moment| {
        let (time, year) = (moment.civil(), moment.year());
        // Of a year that is no plain number it is told as on the ruler.
        match (year, Lang::from(app.locale())) {
            (100.., _) => format!("{year}{}", time.format(form)),
            (_, Lang::Ja) => format!("{}{}", year_name(year, Lang::Ja), time.format(ja)),
            _ => format!("{} {}", time.format(en), year_name(year, Lang::En)).trim().to_owned(),
        }
    };
    let mut window = format!("{} – {}", written(app.window().start()), written(app.window().last()));
    if let Some(zone) = app.zone_name() {
        window = format!("{window} {zone}");
    }
    if before > 0 {
        window = format!("{before} {} {window}", skin.glyphs.earlier);
    }
    if after > 0 {
        window = format!("{window} {} {after}", skin.glyphs.later);
    }
    window
}
