//! Saved queries: named, listed with counts, taken, renamed and deleted. What the runtime would write is kept in a text here.

use annalist::app::{Effect, Overlay, SavedQueryChange};
use annalist::config::{QueryEdit, edit_queries};
use annalist::model::Lang;

use crate::screen::{SMALL, Screen};

/// A screen, and the configuration behind it.
struct Saved {
    screen: Screen,
    config: String,
}

impl Saved {
    fn open(columns: u16, rows: u16) -> Self {
        Self { screen: Screen::open(SMALL, columns, rows), config: "# mine\nlang = 'en'\n".to_owned() }
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.screen.keys(key);
            self.follow();
        }
        self
    }

    fn follow(&mut self) {
        let Some(Effect::ChangeQueries(change)) = self.screen.effect.take() else { return };
        let edit = match &change {
            SavedQueryChange::Save { name, text } => QueryEdit::Save(name, text),
            SavedQueryChange::Delete(name) => QueryEdit::Delete(name),
            SavedQueryChange::Rename { from, to } => QueryEdit::Rename(from, to),
        };
        let (config, queries) = edit_queries(&self.config, edit).unwrap();
        self.config = config;
        self.screen.app.queries_changed(&change, Ok(queries));
        self.screen.draw();
    }

    /// Saves the present filter under a name.
    fn save(&mut self, name: &str) -> &mut Self {
        self.screen.keys("S").shows("save as").paste(name);
        self.keys("Enter")
    }

    fn has(&self, queries: &str) {
        let all = self.config.strip_prefix("# mine\nlang = 'en'\n").unwrap();
        assert_eq!(all.strip_prefix("\n[queries]\n").unwrap_or(all), queries);
    }
}

#[test]
fn a_filter_is_saved_by_name_listed_with_its_count_and_taken_again() {
    let mut saved = Saved::open(100, 30);
    saved.screen.keys("S").shows("there is no filter").keys("s").shows("no query is saved yet; S saves the filter");
    saved.keys("/ quay Enter").save("the quays").screen.shows("saved: the quays");
    let quays = saved.screen.visible().len();
    saved.has("\"the quays\" = \"quay\"\n");
    saved.keys("X / storm Enter , Space Esc").save("storms").has("\"the quays\" = \"quay\"\nstorms = \"off:storm\"\n");
    let all = saved.screen.timeline().len();
    saved.screen.keys("X s").shows("saved queries").shows(&format!("a  the quays {quays:>6}  quay"));
    saved.screen.shows(&format!("b  storms    {all:>6}  off:storm")).keys("Enter");
    assert_eq!((saved.screen.query().to_string(), saved.screen.visible().len()), ("quay".to_owned(), quays));
    saved.screen.keys("s b");
    assert_eq!(saved.screen.query().to_string(), "off:storm");
}

#[test]
fn what_is_saved_is_replaced_renamed_and_deleted() {
    let mut saved = Saved::open(100, 30);
    saved.keys("/ quay Enter").save("one").keys("X / storm Enter").save("two");
    saved.screen.keys("S").shows("save as").paste("one").shows("replaces quay");
    saved.keys("Enter").has("one = \"storm\"\ntwo = \"storm\"\n");
    saved.keys("s F2").screen.shows("rename one").keys("Ctrl-u").paste("two").keys("Enter");
    saved.screen.shows("another query goes by this name").keys("Ctrl-u").hides("another query").keys("Enter");
    saved.screen.shows("it needs a name").paste("港 one");
    saved.keys("Enter").has("\"港 one\" = \"storm\"\ntwo = \"storm\"\n");
    saved.screen.shows("renamed: 港 one").shows("saved queries").shows("F2 rename  Del delete");
    saved.keys("Down Del").screen.shows("delete the saved query?").shows("two").keys("k").shows("港 one");
    saved.keys("Down Del Enter").has("\"港 one\" = \"storm\"\n");
    saved.screen.shows("deleted: two").hides("b  two");
    saved.keys("Del d").has("");
    assert!(saved.screen.overlays().is_empty(), "no list of nothing");
    // Other menus have nothing of that.
    saved.screen.keys("f l Del").shows("only of a saved query");
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_is_taken_for_saved() {
    let mut screen = Screen::open(SMALL, 60, 20);
    screen.keys("/ quay Enter S").paste("mine").keys("Enter");
    let Some(Effect::ChangeQueries(change)) = screen.effect.take() else { panic!("nothing is to be saved") };
    screen.app.queries_changed(&change, Err("not saved: config.toml: this file is read-only".to_owned()));
    screen.draw();
    screen.shows("this file is read-only").keys("s").shows("no query is saved yet");
    screen.lang(Lang::Ja).keys("S Enter").shows("名前を入力してください");
}

#[test]
fn the_help_finds_saved_queries() {
    let mut saved = Saved::open(100, 30);
    saved.keys("/ quay Enter").save("the quays").keys("X");
    saved.screen.keys("?").paste("quays").shows("the quays: quay").shows("Saved queries").keys("Enter");
    assert_eq!(saved.screen.query().to_string(), "quay");
    assert!(!saved.screen.overlays().iter().any(|overlay| matches!(overlay, Overlay::Palette(_))));
}

#[test]
fn every_size_has_room_for_names() {
    for (columns, rows) in [(1, 1), (9, 4), (40, 12), (60, 20), (80, 24), (200, 60)] {
        for lang in [Lang::En, Lang::Ja] {
            let mut saved = Saved::open(columns, rows);
            saved.screen.app.prefs_mut().lang = lang;
            saved.keys("/ quay Enter").screen.keys("S").paste(&"long name ".repeat(9));
            saved.keys("Enter s Down F2 Esc Del Down Esc Esc");
        }
    }
}
