//! Pages of text over the panes: about the timeline, and what is wrong with the file.

use std::collections::BTreeMap;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    event_style, legend,
    menu::{draw_head, more},
    styled_text::StyledText,
};
use crate::{
    app::{App, InfoPage, TimelineCounts, count_addresses},
    messages::{Locale, pages, themes},
    model::{Lang, Term},
    query::ParsedQuery,
    text,
};

/// A line is at most so wide, in columns.
const MAX_COLUMNS: usize = 100;
/// Columns of a label.
const LABEL_COLUMNS: usize = 24;
/// Columns of a sign in the legend.
const SYMBOL_COLUMNS: usize = 8;

/// The lines of a page, of at most so many columns.
pub(super) fn document(app: &App, skin: &Skin, page: InfoPage, columns: u16) -> Vec<Line<'static>> {
    let mut writer = PageBuilder {
        app,
        skin,
        locale: app.locale(),
        columns: usize::from(columns.saturating_sub(4)).clamp(1, MAX_COLUMNS),
        lines: Vec::new(),
    };
    match page {
        InfoPage::About => writer.about(),
        InfoPage::Legend => writer.legend(),
        InfoPage::Problems => {
            if app.timeline().is_empty() {
                let nothing = pages::nothing_read(writer.locale);
                writer.paragraph(&StyledText::new(nothing, skin.theme.strong));
            }
            for problem in &app.document().problems {
                let problem = problem.text(writer.locale).replace('…', skin.glyphs.ellipsis);
                writer.paragraph(&StyledText::new(&problem, skin.theme.text));
            }
        }
    }
    writer.lines
}

/// Draws the part of a page that is on screen.
pub(super) fn draw(app: &App, page: InfoPage, top: usize, lines: &[Line<'static>], canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let mut canvas = canvas.sub(canvas.area).clear(skin.theme.popup);
    let height = canvas.area.height;
    let title = match page {
        InfoPage::About => pages::about(app.locale()),
        InfoPage::Legend => pages::symbols(app.locale()),
        InfoPage::Problems => pages::problems(app.locale()),
    };
    let below = lines.len().saturating_sub(top + usize::from(height.saturating_sub(1)));
    draw_head(title, &more(skin, top, below), &mut canvas);
    // A single character that is wider than the line must not stick out.
    let mut text = canvas.without_right(1);
    for (row, line) in (1..height).zip(lines.iter().skip(top)) {
        text.line((row, 2), line);
    }
}

struct PageBuilder<'a> {
    app: &'a App,
    skin: &'a Skin,
    locale: Locale,
    columns: usize,
    lines: Vec<Line<'static>>,
}

impl PageBuilder<'_> {
    fn paragraph(&mut self, styled: &StyledText) {
        self.lines.extend(styled.lines(self.columns).into_iter().map(Line::from));
        self.lines.push(Line::default());
    }

    fn heading(&mut self, heading: &'static str) {
        self.lines.push(Line::styled(heading, self.skin.theme.heading));
    }

    /// A label with its count, and what it means where there is room.
    fn row(&mut self, mark: &str, label: &str, count: usize, meaning: &str) {
        let theme = &self.skin.theme;
        let label = text::truncate(label, LABEL_COLUMNS, self.skin.glyphs.ellipsis).into_owned();
        let spans = vec![
            Span::styled(format!("{} ", text::pad(mark, 1)), theme.dim),
            Span::styled(text::pad(&label, LABEL_COLUMNS).into_owned(), theme.text),
            Span::styled(format!("{count:>6}   "), theme.strong),
        ];
        let head = Line::from(spans);
        let room = self.columns.saturating_sub(head.width());
        if room < LABEL_COLUMNS || meaning.is_empty() {
            self.lines.push(head);
            return;
        }
        let margin = " ".repeat(head.width());
        for (index, line) in StyledText::new(meaning, theme.dim).lines(room).into_iter().enumerate() {
            let mut whole = if index == 0 { head.clone() } else { Line::raw(margin.clone()) };
            whole.spans.extend(line);
            self.lines.push(whole);
        }
    }

    fn about(&mut self) {
        let (app, theme) = (self.app, &self.skin.theme);
        let about = &app.timeline().info;
        let title = StyledText::new(app.lang().pick(&about.title, about.title_ja.as_deref()), theme.strong);
        self.paragraph(&title);
        let pick = |en: &Option<crate::model::Text>, ja: &Option<crate::model::Text>| {
            let (first, second) = if app.lang() == Lang::Ja { (ja, en) } else { (en, ja) };
            first.as_ref().or(second.as_ref()).cloned()
        };
        if let Some(text) = pick(&about.description, &about.description_ja) {
            self.paragraph(&StyledText::new(&text, theme.text));
        }
        if let Some(updated) = &about.updated {
            let label = pages::last_revised(self.locale);
            self.paragraph(&StyledText::new(label, theme.dim).push(updated, theme.text));
        }
        self.reading();
        self.counts();
        if let Some(text) = pick(&about.policy, &about.policy_ja) {
            self.heading(pages::rules(self.locale));
            self.paragraph(&StyledText::new(&text, theme.text));
        }
        if let Some(text) = pick(&about.corrections, &about.corrections_ja) {
            self.heading(pages::corrections(self.locale));
            self.paragraph(&StyledText::new(&text, theme.text));
        }
    }

    /// Which columns of a table are which fields, and what is to be known of its dates.
    fn reading(&mut self) {
        let Some(reading) = &self.app.document().reading else { return };
        self.heading(pages::columns(self.locale));
        let notes = reading.notes.iter().map(|note| note.message(self.locale));
        for line in reading.details.iter().map(|line| line.text(self.locale).to_owned()).chain(notes) {
            self.lines
                .extend(StyledText::new(&line, self.skin.theme.text).lines(self.columns).into_iter().map(Line::from));
        }
        self.lines.push(Line::default());
    }

    fn legend(&mut self) {
        let (app, glyphs) = (self.app, &self.skin.glyphs);
        self.color_rules();
        self.heading(pages::kinds(self.locale));
        for (_, term) in app.timeline().vocabularies.kinds.iter() {
            self.sign(glyphs.mark(Some(term)), &term.label(app.lang()));
        }
        self.lines.push(Line::default());
        for section in legend::sections(glyphs, self.locale) {
            self.heading(section.heading);
            for sign in section.entries {
                self.sign(&sign.drawn, sign.meaning);
            }
            self.lines.push(Line::default());
        }
    }

    /// What the colours mean that a person has given to events: of each rule its query, with how many events it keeps, or why none.
    fn color_rules(&mut self) {
        let (app, theme) = (self.app, &self.skin.theme);
        let rules = &app.prefs().color_rules;
        if rules.is_empty() {
            return;
        }
        self.heading(themes::color_rules(self.locale));
        for (place, rule) in rules.iter().enumerate() {
            let faults = ParsedQuery::parse_in(&rule.query, app.timeline()).faults;
            let kept = faults
                .first()
                .map_or_else(|| themes::events(self.locale, app.color_rule_count(place)), ToString::to_string);
            let mark = self.skin.glyphs.mark(None).repeat(3);
            let meaning = StyledText::new(&rule.query, theme.text).push("  ", theme.dim).push(&kept, theme.dim);
            self.styled_sign(&mark, theme.strong.patch(event_style::of_rule(self.skin, place)), &meaning);
        }
        self.lines.push(Line::default());
    }

    fn sign(&mut self, sign: &str, meaning: &str) {
        let theme = &self.skin.theme;
        self.styled_sign(sign, theme.strong, &StyledText::new(meaning, theme.text));
    }

    fn styled_sign(&mut self, sign: &str, style: Style, meaning: &StyledText) {
        let room = self.columns.saturating_sub(SYMBOL_COLUMNS + 2).max(1);
        for (index, line) in meaning.lines(room).into_iter().enumerate() {
            let drawn = if index == 0 { sign } else { "" };
            let blanks = " ".repeat(SYMBOL_COLUMNS.saturating_sub(text::width(drawn)) + 2);
            let mut whole = Line::from(vec![Span::styled(drawn.to_owned(), style), Span::raw(blanks)]);
            whole.spans.extend(line);
            self.lines.push(whole);
        }
    }

    /// How often each word of the file is used.
    fn counts(&mut self) {
        let (app, counts) = (self.app, TimelineCounts::of(self.app.timeline()));
        let words = &app.timeline().vocabularies;
        self.heading(pages::lanes(self.locale));
        for ((_, term), count) in words.lanes.iter().zip(counts.lanes) {
            self.row("", &term.label(app.lang()), count, &self.meaning(term));
        }
        self.lines.push(Line::default());
        self.heading(pages::kinds(self.locale));
        for ((_, term), count) in words.kinds.iter().zip(counts.kinds) {
            self.row(self.skin.glyphs.mark(Some(term)), &term.label(app.lang()), count, &self.meaning(term));
        }
        self.lines.push(Line::default());
        self.languages(&counts.languages);
        self.addresses();
        self.confidence(counts.confidence);
    }

    /// What the file says of a word.
    fn meaning(&self, term: &Term) -> String {
        let ja = term.about_ja.as_ref().filter(|_| self.app.lang() == Lang::Ja);
        ja.or(term.about.as_ref()).map_or_else(String::new, ToString::to_string)
    }

    fn languages(&mut self, languages: &BTreeMap<&str, usize>) {
        if languages.is_empty() {
            return;
        }
        self.heading(pages::quotes_by_language(self.locale));
        for (&language, &count) in languages {
            let name = match language {
                "en" => pages::english(self.locale),
                "ja" => pages::japanese(self.locale),
                other => other,
            };
            self.row("", name, count, "");
        }
        self.lines.push(Line::default());
    }

    /// How many addresses all sources have together.
    fn addresses(&mut self) {
        let (addresses, official) = count_addresses(self.app.timeline());
        if addresses > 0 {
            self.heading(pages::sources(self.locale));
            self.row("", pages::addresses(self.locale), addresses, "");
            self.row("", pages::official_addresses(self.locale), official, "");
            self.lines.push(Line::default());
        }
    }

    fn confidence(&mut self, [high, medium, low]: [usize; 3]) {
        if high + medium + low == 0 {
            return;
        }
        self.heading(pages::confidence(self.locale));
        let locale = self.locale;
        for (level, count) in [(pages::high(locale), high), (pages::medium(locale), medium), (pages::low(locale), low)]
        {
            if count > 0 {
                self.row("", level, count, "");
            }
        }
        self.lines.push(Line::default());
    }
}
