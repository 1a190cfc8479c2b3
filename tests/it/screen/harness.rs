//! The whole program but for the terminal: keys go in, rows of text and of style letters come out. Every frame that is
//! drawn is checked for what holds of all frames; what a single screen should show is no matter of this file.

use annalist::app::{
    App, AppInit, Document, Effect, HitTarget, LayoutMetrics, ListRow, Matrix, Message, Overlay, Pane, Prefs, TimeView,
    View,
};
use annalist::axis::Window;
use annalist::input::{self, Key, Keymap};
use annalist::load::{self, FileDiagnostics};
use annalist::messages::LocalizedText;
use annalist::model::{EventIndex, EventRef, Lang, Timeline};
use annalist::query::Query;
use annalist::runtime;
use annalist::text::width;
use annalist::themes::{Background, ColorDepth, Theme, ThemeChoice, ThemeName};
use annalist::ui::{ASCII, Frame, Skin, UNICODE};
use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

/// The timeline that comes with annalist.
pub(crate) const BUILT_IN: &str = crate::support::BUILT_IN;
/// What the left button of the mouse does.
pub(crate) const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
pub(crate) const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
pub(crate) const RELEASE: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
/// A small one in two languages, with dates of all forms.
pub(crate) const SMALL: &str = include_str!("../../fixtures/small.toml");

/// A screen on which annalist runs.
#[derive(Clone)]
pub(crate) struct Screen {
    /// The state behind it.
    pub(crate) app: App,
    /// How it is drawn.
    pub(crate) skin: Skin,
    /// Where the cursor stands, if words are being typed.
    pub(crate) cursor: Option<Position>,
    /// What the last key asked of the runtime.
    pub(crate) effect: Option<Effect>,
    /// The frame.
    pub(crate) buffer: Buffer,
    /// The scene of the frame; `None` where the next is drawn in another look.
    scene: Option<Frame>,
    drawn_theme: (ThemeChoice, Option<Background>),
    size: (u16, u16),
}

impl Screen {
    /// Opens a timeline in TOML on a screen of this size, in English, with the dark theme.
    pub(crate) fn open(toml: &str, columns: u16, rows: u16) -> Self {
        Self::open_as("timeline.toml", toml, columns, rows)
    }

    /// The same for a file of this name.
    pub(crate) fn open_as(name: &str, toml: &str, columns: u16, rows: u16) -> Self {
        let loaded = load::timeline(toml.as_bytes().to_vec());
        let (problems, (errors, _)) = (FileDiagnostics::of(name, &loaded).lines(), load::counts(&loaded.problems));
        let keymap = Keymap::parse(input::DEFAULT).expect("the default keymap is sound");
        let mut document = Document::new(loaded.timeline, None);
        (document.problems, document.errors) = (problems, errors);
        Self::over(AppInit::new(document, Prefs::new(keymap)), columns, rows)
    }

    /// A screen of this size over what is explored, with the dark theme.
    pub(crate) fn over(explored: AppInit, columns: u16, rows: u16) -> Self {
        let prefs = Prefs { background: Some(Background::Dark), ..explored.prefs };
        let skin = Skin::new(theme("dark"), UNICODE, &prefs.color_rules);
        let explored = AppInit { prefs, ..explored };
        let mut screen = Self {
            app: App::new(explored),
            skin,
            cursor: None,
            effect: None,
            buffer: Buffer::empty(Rect::ZERO),
            scene: None,
            drawn_theme: (ThemeChoice::AUTO, Some(Background::Dark)),
            size: (columns, rows),
        };
        screen.draw();
        screen
    }

    /// The same screen in this theme.
    pub(crate) fn theme(mut self, name: &str) -> Self {
        self.app.prefs_mut().theme = name.parse().expect("a name of a theme");
        self.draw();
        self
    }

    /// The same screen in ASCII.
    pub(crate) fn ascii(mut self) -> Self {
        self.skin.glyphs = ASCII;
        self.scene = None;
        self.draw();
        self
    }

    /// The same screen with labels in this language.
    pub(crate) fn lang(mut self, lang: Lang) -> Self {
        self.app.prefs_mut().lang = lang;
        self.draw();
        self
    }

    /// The same screen with the event of this id selected.
    pub(crate) fn at(mut self, id: &str) -> Self {
        let ix = self.app.timeline().find(id).unwrap_or_else(|| panic!("no event {id}"));
        self.app.select(ix);
        self.draw();
        self
    }

    /// Presses keys, a frame after each. Keys are parted by spaces and written as the keymap prints them (`j`, `G`,
    /// `Ctrl-d`, `Esc`); what is no such name is typed letter by letter.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace().flat_map(pressed) {
            self.send(Message::Key(key));
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Message::Paste(text.to_owned()))
    }

    /// Uses the mouse at a column and row from 0, and draws.
    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let scene = self.scene.as_ref().expect("a frame has been drawn");
        let target = scene.target(&self.app, &self.skin, column, row);
        self.send(Message::Mouse { kind, target, shift: false })
    }

    /// Presses the mouse button on this.
    pub(crate) fn press(&mut self, target: HitTarget) -> &mut Self {
        self.send(Message::Mouse { kind: MouseEventKind::Down(MouseButton::Left), target: Some(target), shift: false })
    }

    /// Clicks where these words stand for the first time.
    pub(crate) fn click(&mut self, words: &str) -> &mut Self {
        let (column, row) = self.place_of(words);
        self.mouse(PRESS, column, row).mouse(RELEASE, column, row)
    }

    /// The column and row at which these words stand for the first time.
    pub(crate) fn place_of(&self, words: &str) -> (u16, u16) {
        let found = self.rows().into_iter().enumerate().find_map(|(y, row)| Some((width(&row[..row.find(words)?]), y)));
        let (x, y) = found.unwrap_or_else(|| panic!("`{words}` is not on screen:\n{}", self.text()));
        (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    }

    /// Sends one message and draws.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        self.burst([message])
    }

    /// Sends several messages that arrive at once: there is one frame after the last.
    pub(crate) fn burst(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        for message in messages {
            self.effect = self.app.update(message);
        }
        self.draw();
        self
    }

    /// Gives the screen another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.draw();
        self
    }

    pub(crate) fn draw(&mut self) {
        let themed = (self.app.theme().clone(), self.app.prefs().background);
        if self.drawn_theme != themed {
            let (choice, background) = &themed;
            let theme = theme(choice.on(*background).as_str()).shown_on(*background, choice.follows_background());
            self.skin = Skin::new(theme, self.skin.glyphs, &self.app.prefs().color_rules);
            self.drawn_theme = themed;
            self.scene = None;
        }
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let last = self.scene.as_mut().filter(|_| self.buffer.area == area);
        let is_known = last.is_some();
        let scene = runtime::lay_out(area, &mut self.app, &self.skin, last);
        let mut buffer = Buffer::empty(area);
        self.cursor = scene.draw_into(&self.app, &self.skin, &mut buffer);
        if let Some(fresh) = scene.damage() {
            for place in fresh.iter().flat_map(|area| area.positions()) {
                self.buffer[place] = buffer[place].clone();
            }
        } else {
            self.buffer = buffer;
        }
        if is_known {
            // What is taken over from the last frame, with what is drawn anew, is what a whole drawing makes.
            let mut whole = Buffer::empty(area);
            let scene = runtime::lay_out(area, &mut self.app, &self.skin, None);
            assert_eq!(scene.draw_into(&self.app, &self.skin, &mut whole), self.cursor);
            assert_eq!(self.buffer, whole);
        }
        self.scene = Some(scene);
        self.check();
    }

    /// The rows of text; a wide character stands once, blanks at the end are left out.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// The rows of text; see [`Screen::text`].
    pub(crate) fn rows(&self) -> Vec<String> {
        let text = |y| self.cells(y).map(|(_, cell)| cell.symbol()).collect::<String>().trim_end().to_owned();
        (0..self.size.1).map(text).collect()
    }

    /// The cells of a row with their columns, without those that a wide character covers.
    pub(crate) fn cells(&self, y: u16) -> impl Iterator<Item = (u16, &Cell)> {
        let mut covered = 0;
        (0..self.size.0).filter_map(move |x| {
            let cell = &self.buffer[(x, y)];
            if x < covered {
                return None;
            }
            covered = x + u16::try_from(width(cell.symbol())).unwrap().max(1);
            Some((x, cell))
        })
    }

    /// A letter for the style of each column: that of the role, a capital on the selected row or in a menu, `.` for
    /// plain text, a digit for the hue of a lane (`L` where it is bold, `l` where it is dim), `#` for what the roles do
    /// not explain.
    pub(crate) fn styles(&self) -> String {
        let theme = &self.skin.theme;
        let mut roles = vec![
            ('.', theme.text),
            ('d', theme.dim),
            ('f', theme.faint),
            ('b', theme.strong),
            ('a', theme.accent),
            ('u', theme.matched),
            ('k', theme.key),
            ('h', theme.heading),
            ('q', theme.quote),
            ('o', theme.translation),
            ('w', theme.warning),
        ];
        roles.extend([('r', theme.rule), ('A', theme.accent.add_modifier(Modifier::REVERSED))]);
        for (lane, digit) in ('0'..='5').enumerate() {
            let hue = theme.lane(lane);
            let (bold, dim) = (hue.add_modifier(Modifier::BOLD), hue.add_modifier(Modifier::DIM));
            roles.extend([(digit, hue), ('L', bold), ('l', dim)]);
        }
        let letter = |cell: &Cell| {
            let is = |style: Style| {
                let plain = Cell::default().set_style(style).style();
                plain == cell.style()
            };
            let blank = cell.symbol() == " " && cell.style() == Cell::default().style();
            let plain = roles.iter().find(|(_, role)| is(theme.text.patch(*role))).map(|(letter, _)| *letter);
            let grounds = [theme.selected, theme.popup];
            let over = || {
                let stands = |role: Style| {
                    grounds.iter().any(|ground| is(ground.patch(role)) || is(theme.text.patch(role).patch(*ground)))
                };
                let found = roles.iter().find(|(_, role)| stands(*role));
                found.map(|(letter, _)| if *letter == '.' { ':' } else { letter.to_ascii_uppercase() })
            };
            if blank { ' ' } else { plain.or_else(over).unwrap_or('#') }
        };
        let row = |y| self.cells(y).map(|(_, cell)| letter(cell)).collect::<String>().trim_end().to_owned();
        (0..self.size.1).map(row).collect::<Vec<_>>().join("\n")
    }

    /// The stretches of text that are drawn in this style, whatever else is added to it.
    pub(crate) fn drawn_in(&self, style: Style) -> Vec<String> {
        let has = |cell: &Cell| {
            style.fg.is_none_or(|fg| fg == cell.fg)
                && style.bg.is_none_or(|bg| bg == cell.bg)
                && cell.modifier.contains(style.add_modifier)
        };
        let mut found = Vec::new();
        for y in 0..self.size.1 {
            let mut run = String::new();
            for (_, cell) in self.cells(y) {
                if has(cell) {
                    run.push_str(cell.symbol());
                } else if !run.is_empty() {
                    found.push(std::mem::take(&mut run));
                }
            }
            found.extend(Some(run).filter(|run| !run.is_empty()));
        }
        found
    }

    /// The text stands on the screen, in one row.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.rows().iter().any(|row| row.contains(text)), "`{text}` is not on screen:\n{}", self.text());
        self
    }

    /// The text stands nowhere on the screen.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        assert!(!self.rows().iter().any(|row| row.contains(text)), "`{text}` is on screen:\n{}", self.text());
        self
    }

    /// The first row in which the text stands.
    #[track_caller]
    pub(crate) fn row_of(&self, text: &str) -> u16 {
        let row = self.rows().iter().position(|row| row.contains(text));
        let row = row.unwrap_or_else(|| panic!("`{text}` is not on screen:\n{}", self.text()));
        u16::try_from(row).unwrap()
    }

    /// Row and column of the reversed mark of the selected event on the axis.
    pub(crate) fn selected_mark(&self) -> Option<(u16, u16)> {
        let is_mark = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED) && cell.symbol() != " ";
        (0..self.size.1).find_map(|y| self.cells(y).find(|(_, cell)| is_mark(cell)).map(|(x, _)| (y, x)))
    }

    /// The id of the selected event.
    pub(crate) fn selected_id(&self) -> &str {
        self.app.selected_event().and_then(EventRef::held).map_or("", |event| &event.id)
    }

    /// The ids of the shown events.
    pub(crate) fn shown_ids(&self) -> Vec<&str> {
        self.app
            .visible()
            .iter()
            .map(|&ix| &*self.app.timeline().event(ix).and_then(EventRef::held).unwrap().id)
            .collect()
    }

    /// The timeline.
    pub(crate) fn timeline(&self) -> &Timeline {
        self.app.timeline()
    }

    /// The filter.
    pub(crate) fn query(&self) -> &Query {
        self.app.query()
    }

    /// The shown events.
    pub(crate) fn visible(&self) -> &[EventIndex] {
        self.app.visible()
    }

    /// Those of the shown events that pass the filter perhaps.
    pub(crate) fn possible(&self) -> &[EventIndex] {
        &self.app.filter().possible
    }

    /// How many events pass the filter and are none of the view's.
    pub(crate) fn excluded_by_view(&self) -> usize {
        self.app.filter().excluded_by_view
    }

    /// The selected event.
    pub(crate) fn selected(&self) -> Option<EventIndex> {
        self.app.selected()
    }

    /// Time as the axis shows it.
    pub(crate) fn time(&self) -> &TimeView {
        self.app.time()
    }

    /// The time on screen.
    pub(crate) fn window(&self) -> Window {
        self.app.window()
    }

    /// The view.
    pub(crate) fn view(&self) -> View {
        self.app.view()
    }

    /// The pane that has the keyboard when no overlay is open.
    pub(crate) fn focus(&self) -> Pane {
        self.app.focus()
    }

    /// Whether that pane has the whole screen.
    pub(crate) fn is_expanded(&self) -> bool {
        self.app.is_expanded()
    }

    /// What is open above the panes.
    pub(crate) fn overlays(&self) -> &[Overlay] {
        self.app.overlays()
    }

    /// The matrix.
    pub(crate) fn matrix(&self) -> &Matrix {
        &self.app.matrix().table
    }

    /// The row and column of the matrix on which its cursor stands.
    pub(crate) fn cell(&self) -> (usize, usize) {
        self.app.matrix().cursor_index()
    }

    /// The topmost line of the detail.
    pub(crate) fn detail_top(&self) -> usize {
        self.app.detail().top
    }

    /// The line of the detail at which a match was found last.
    pub(crate) fn match_line(&self) -> Option<usize> {
        self.app.detail().match_line
    }

    /// The theme.
    pub(crate) fn theme_name(&self) -> &str {
        self.app.theme().on(self.app.prefs().background).as_str()
    }

    /// What is wrong with the file.
    pub(crate) fn problems(&self) -> &[LocalizedText] {
        &self.app.document().problems
    }

    /// How much of everything is on screen.
    pub(crate) fn metrics(&self) -> &LayoutMetrics {
        self.app.metrics()
    }

    /// Whether a change of filter or window can be undone.
    pub(crate) fn can_undo(&self) -> bool {
        self.app.history().has_past()
    }

    /// Whether it can be redone.
    pub(crate) fn can_redo(&self) -> bool {
        self.app.history().has_future()
    }

    /// Whether the selected event has a row of the list, as far as there is one.
    pub(crate) fn lists_selected(&self) -> bool {
        let rows = self.app.list_rows(self.app.metrics().list_rows);
        self.app.selected().is_none_or(|ix| rows.contains(&ListRow::Event(ix)))
    }

    /// What holds of every frame.
    fn check(&self) {
        let app = &self.app;
        for y in 0..self.size.1 {
            for x in 0..self.size.0 {
                self.check_cell(x, y);
            }
        }
        if let Some(cursor) = self.cursor {
            assert!(self.buffer.area.contains(cursor), "the cursor is off the screen: {cursor}");
        }
        assert!(app.visible().is_sorted_by(|a, b| a < b), "shown events are out of order");
        assert_eq!(app.selected().is_none(), app.visible().is_empty(), "an event is selected if there is one");
        if let Some(selected) = app.selected() {
            assert!(app.visible().binary_search(&selected).is_ok(), "the selected event is not shown");
        }
    }

    fn check_cell(&self, x: u16, y: u16) {
        let cell = &self.buffer[(x, y)];
        // Most cells hold one character of ASCII; most others one or two columns, some scripts more.
        let columns = if cell.symbol().len() == 1 { 1 } else { u16::try_from(width(cell.symbol())).unwrap() };
        assert!(columns > 0, "nothing is drawn in one cell: {:?}", cell.symbol());
        assert!(x + columns <= self.size.0, "{} hangs over the border in row {y}:\n{}", cell.symbol(), self.text());
        for covered in x + 1..x + columns {
            let part = self.buffer[(covered, y)].symbol();
            assert_eq!(part, " ", "a part of {} is drawn over in row {y}:\n{}", cell.symbol(), self.text());
        }
        for c in cell.symbol().chars() {
            assert!(!acts(c), "{c:?} in row {y}, column {x}");
        }
        if self.theme_name() == "mono" {
            let has_colour = cell.fg != Color::Reset || cell.bg != Color::Reset;
            assert!(!has_colour, "a colour in row {y}, column {x}:\n{}", self.text());
        }
    }
}

/// Whether a character commands a terminal, turns the text around, or hides in it. U+200C and U+200D may join.
pub(crate) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE0E}' | '\u{FE0F}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

fn theme(name: &str) -> Theme {
    let name: ThemeName = name.parse().unwrap();
    Theme::built_in(&name, ColorDepth::True).unwrap()
}

fn pressed(word: &str) -> Vec<Key> {
    match word.parse::<Key>().ok().filter(|key| key.to_string() == word) {
        Some(key) => vec![key],
        None => word.chars().map(Key::from).collect(),
    }
}
