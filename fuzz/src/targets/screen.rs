//! Bytes of a terminal: keys, the mouse, pastes and replies, up to the frames that they lead to.

use annalist::{
    app::{App, AppInit, Document, Effect, Message, Prefs},
    input::{DEFAULT, Keymap},
    model::Lang,
    query::Query,
    runtime,
    terminal::{Input, decoded},
    text::width,
    themes::{ColorDepth, Theme, ThemeName},
    ui::{ASCII, Frame, Skin, UNICODE},
};
use crossterm::event::KeyModifiers;
use ratatui::{buffer::Buffer, layout::Rect};

use super::{harmless::assert_harmless, timelines::small};

/// What stands in no UTF-8 and in no sequence: two bytes behind it are a new size.
const RESIZE: u8 = 0xFF;
/// What the largest screen may be.
const MAX_COLUMNS: u16 = 160;
const MAX_ROWS: u16 = 50;
/// Of more inputs the rest is left out, since each of them is a frame.
const MAX_INPUTS: usize = 60;

/// It is the same however the bytes come, and a paste is no more than it may be.
pub(super) fn input(bytes: &[u8]) {
    let whole = decoded([bytes]);
    assert_eq!(decoded(bytes.chunks(1)), whole, "byte by byte");
    assert_eq!(decoded(bytes.chunks(7)), whole, "by seven bytes");
    for input in whole {
        match input {
            Input::Paste(text) => assert!(text.len() <= 64 << 10),
            Input::Key(key) => assert_eq!(key.to_string().parse(), Ok(key)),
            _ => {}
        }
    }
}

/// Somebody at the terminal, over a small timeline in two languages.
pub(super) fn keys(bytes: &[u8]) {
    let mut screen = Screen::new(bytes.first().copied().unwrap_or_default());
    let mut inputs = 0;
    for (place, part) in bytes.get(1..).unwrap_or_default().split(|byte| *byte == RESIZE).enumerate() {
        let part = match part {
            [columns, rows, part @ ..] if place > 0 => {
                screen.resize(u16::from(*columns) % MAX_COLUMNS + 1, u16::from(*rows) % MAX_ROWS + 1);
                part
            }
            _ => part,
        };
        for input in decoded([part]) {
            inputs += 1;
            if inputs > MAX_INPUTS {
                return;
            }
            screen.hear(input);
        }
    }
}

/// The program but for the terminal.
struct Screen {
    app: App,
    skin: Skin,
    frame: Frame,
    buffer: Buffer,
    area: Rect,
}

impl Screen {
    /// A screen in a language and with glyphs that a byte chooses.
    fn new(choice: u8) -> Self {
        let keymap = Keymap::parse(DEFAULT).expect("the default keymap is sound");
        let lang = [Lang::En, Lang::Ja, Lang::Both][usize::from(choice) % 3];
        let prefs = Prefs { lang, default_lang: lang, ..Prefs::new(keymap) };
        let dark = Theme::built_in(&ThemeName::DARK, ColorDepth::True).expect("it comes along");
        let skin = Skin::new(dark, if choice < 128 { UNICODE } else { ASCII }, &[]);
        let mut app = App::new(AppInit::new(Document::new(small().clone(), None), prefs));
        let area = Rect::new(0, 0, 80, 24);
        let frame = runtime::lay_out(area, &mut app, &skin, None);
        let mut screen = Self { app, skin, frame, buffer: Buffer::empty(area), area };
        screen.draw();
        screen
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.area = Rect::new(0, 0, columns, rows);
        self.draw();
    }

    fn hear(&mut self, input: Input) {
        let message = match input {
            Input::Key(key) => Message::Key(key),
            Input::Paste(text) => Message::Paste(text),
            Input::Background(background) => Message::Background(background),
            Input::Mouse(mouse) => Message::Mouse {
                kind: mouse.kind,
                target: self.frame.target(&self.app, &self.skin, mouse.column, mouse.row),
                shift: mouse.modifiers.contains(KeyModifiers::SHIFT),
            },
            _ => return,
        };
        match self.app.update(message) {
            Some(Effect::Copy(text)) => assert_harmless("what is copied", &text),
            Some(Effect::Open(address)) => assert!(address.starts_with("http"), "{address}"),
            _ => {}
        }
        self.draw();
    }

    /// Draws what has changed, and sees whether all that holds of a frame does.
    fn draw(&mut self) {
        let is_same_size = self.buffer.area == self.area;
        let last = Some(&mut self.frame).filter(|_| is_same_size);
        self.frame = runtime::lay_out(self.area, &mut self.app, &self.skin, last);
        let mut buffer = Buffer::empty(self.area);
        let cursor = self.frame.draw_into(&self.app, &self.skin, &mut buffer);
        assert!(cursor.is_none_or(|cursor| self.area.contains(cursor)), "the cursor is off the screen: {cursor:?}");
        for cell in buffer.content() {
            assert_harmless("a cell", cell.symbol());
            assert!((1..=usize::from(self.area.width)).contains(&width(cell.symbol())), "{cell:?}");
        }
        self.buffer = buffer;
        let app = &self.app;
        assert_eq!(&Query::parse(&app.query().to_string()), app.query());
        assert!(app.visible().is_sorted(), "events are out of order");
        assert_eq!(app.selected().is_none(), app.visible().is_empty(), "an event is selected if there is one");
    }
}
