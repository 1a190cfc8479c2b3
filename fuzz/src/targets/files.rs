//! What is made of a file besides a timeline: marks, mends, its layout, and what has changed.

use std::io::Write as _;

use annalist::{
    diff::TimelineDiff,
    export::{DiffFormat, DiffReport, Emphasis, OutputFormat},
    formatter::formatted,
    load::{self, Format, mended},
    marks::MarkJournal,
    messages::Locale,
};

use super::{
    halves,
    harmless::{assert_harmless, assert_words_harmless},
    text,
    timelines::{small, written},
};

/// A file of marks, of a timeline that has some of them.
pub(super) fn marks(bytes: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().expect("a file can be made");
    file.write_all(bytes).expect("it can be written");
    let journal = MarkJournal::shared(file.path().to_owned(), Some("/small.toml".to_owned()));
    let timeline = small();
    let marks = journal.marks(timeline);
    if let Some(problem) = journal.problem() {
        assert_words_harmless("what is wrong with marks", &problem);
    }
    for ix in timeline.indices() {
        let line = marks.of(timeline, ix).map(|annotation| annotation.line()).unwrap_or_default();
        assert_harmless("what is noted", &line);
        assert!(!line.contains('\n'), "what is noted has lines: {line:?}");
    }
    assert_eq!(std::fs::read(file.path()).ok().as_deref(), Some(bytes), "the file is kept as it is");
}

/// Mends cost nothing of what was read, and behind them there is nothing left to mend.
pub(super) fn fix(bytes: &[u8]) {
    let Ok(source) = str::from_utf8(bytes) else { return };
    for format in [Format::Toml, Format::JsonLines] {
        let Some(fixed) = mended(format, source) else { continue };
        let [before, after] = [source, fixed.as_str()].map(|text| load::timeline_in(format, text.as_bytes().to_vec()));
        let errors = |loaded: &load::Loaded| load::counts(&loaded.problems).0;
        assert!(errors(&after) <= errors(&before), "{fixed}");
        assert!(after.timeline.len() >= before.timeline.len(), "{fixed}");
        assert_eq!(mended(format, &fixed), None, "{fixed}");
    }
}

/// What is laid out says the same, and is laid out.
pub(super) fn fmt(bytes: &[u8]) {
    let text = text(bytes);
    let laid_out = match formatted(&text) {
        Ok(laid_out) => laid_out,
        Err(error) => return drop(error.to_string()),
    };
    assert_eq!(formatted(&laid_out).as_ref(), Ok(&laid_out), "it is laid out");
    let [before, after] = [&*text, &laid_out].map(|text| load::timeline(text.as_bytes().to_vec()).timeline);
    assert_eq!(before.len(), after.len(), "{laid_out}");
}

/// Two files with a line of four dashes between them.
pub(super) fn diff(bytes: &[u8]) {
    let all = text(bytes);
    let (old, new) = halves(&all);
    let [old, new] = [old, new].map(|text| load::timeline(text.as_bytes().to_vec()).timeline);
    assert!(TimelineDiff::between(&old, &old).is_empty(), "{}", written(&old, OutputFormat::Toml));
    let diff = TimelineDiff::between(&old, &new);
    assert_eq!(old.len() + diff.added(), new.len() + diff.removed());
    let back = TimelineDiff::between(&new, &old);
    assert_eq!((diff.added(), diff.removed(), diff.changed()), (back.removed(), back.added(), back.changed()));
    let report = DiffReport { old: ("old", &old), new: ("new", &new), diff: &diff, locale: Locale::Japanese };
    for format in [DiffFormat::Plain(Emphasis::Brackets), DiffFormat::Markdown, DiffFormat::Json] {
        let mut out = Vec::new();
        assert!(format.write(report, &mut out).is_ok());
        assert_harmless("a comparison", &text_of(out));
    }
}

fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what is written is UTF-8")
}
