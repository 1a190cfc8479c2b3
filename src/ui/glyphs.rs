//! The signs that are drawn, for terminals that know Unicode and for those that know ASCII only. Each is one column
//! wide, and none carries a variation selector.

use std::borrow::Cow;

use crate::model::Term;

const DASHES: [char; 3] = ['–', '—', '·'];
/// Quotation marks that have an ASCII form.
const MARKS: [char; 2] = ['“', '”'];
/// Single quotation marks and the apostrophe, which is one of them.
const APOSTROPHES: [char; 2] = ['‘', '’'];

/// A set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether these are ASCII.
    pub is_ascii: bool,
    /// What stands for the rest of a text that is cut.
    pub ellipsis: &'static str,
    /// A line across.
    pub rule: &'static str,
    /// A line down.
    pub divider: &'static str,
    /// Where a line down begins under a line across.
    pub tee_down: &'static str,
    /// Before the selected row.
    pub cursor: &'static str,
    /// Before the words of a quote.
    pub quote_bar: &'static str,
    /// Between facts on a line.
    pub dot: &'static str,
    /// A major tick.
    pub tick: &'static str,
    /// A minor tick.
    pub minor_tick: &'static str,
    /// The column of the selected event.
    pub pointer: &'static str,
    /// An event that the filter leaves out.
    pub filtered_out: &'static str,
    /// A column in which an event of unknown day may lie.
    pub possible: &'static str,
    /// The body of a span.
    pub span: &'static str,
    /// The last column of a span.
    pub span_end: &'static str,
    /// The end of a span that goes on.
    pub span_open: &'static str,
    /// The end of a span that is not known.
    pub span_unknown: &'static str,
    /// To earlier times or events.
    pub earlier: &'static str,
    /// To later times or events.
    pub later: &'static str,
    /// Beside the mark of an approximate date.
    pub about: &'static str,
    /// The border of a folded stretch of time.
    pub folded: &'static str,
    /// Beside the mark of an uncertain date, and before an event that may pass the filter.
    pub uncertain: &'static str,
    /// A value that the filter asks for.
    pub included: &'static str,
    /// A value that the filter excludes.
    pub excluded: &'static str,
    /// Before an event that is chosen.
    pub chosen: &'static str,
    /// An event that an older version of the timeline did not have.
    pub new: &'static str,
    /// An event that said something else in it.
    pub changed: &'static str,
    /// An event that is marked.
    pub marked: &'static str,
    /// An event with tags or a note that is not marked.
    pub noted: &'static str,
    /// A bar of a menu.
    pub count_bar: &'static str,
    /// Steps of a density strip, from nothing.
    pub levels: [&'static str; 8],
    /// Lines of threads: by the ways that they go, up 1, down 2, left 4, right 8, and at 16 one that passes what is not
    /// shown.
    pub rails: [&'static str; 17],
    /// More above.
    pub up: &'static str,
    /// More below.
    pub down: &'static str,
}

/// For terminals that know Unicode.
pub const UNICODE: Glyphs = Glyphs {
    is_ascii: false,
    ellipsis: "…",
    rule: "─",
    divider: "│",
    tee_down: "┬",
    cursor: "▌",
    quote_bar: "│",
    dot: "·",
    tick: "╷",
    minor_tick: "·",
    pointer: "▾",
    filtered_out: "·",
    possible: "░",
    span: "━",
    span_end: "┥",
    span_open: "▶",
    span_unknown: "┄",
    earlier: "←",
    later: "→",
    about: "~",
    folded: "╱",
    uncertain: "?",
    included: "●",
    excluded: "✕",
    chosen: "✓",
    new: "+",
    changed: "~",
    marked: "⚑",
    noted: "⚐",
    count_bar: "▆",
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"],
    rails: [" ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼", "┊"],
    up: "↑",
    down: "↓",
};

/// For terminals that know ASCII only.
pub const ASCII: Glyphs = Glyphs {
    is_ascii: true,
    ellipsis: "~",
    rule: "-",
    divider: "|",
    tee_down: "+",
    cursor: ">",
    quote_bar: "|",
    dot: "-",
    tick: "'",
    minor_tick: ".",
    pointer: "v",
    filtered_out: ".",
    possible: ":",
    span: "=",
    span_end: "]",
    span_open: ">",
    span_unknown: "?",
    earlier: "<",
    later: ">",
    about: "~",
    folded: "/",
    uncertain: "?",
    included: "*",
    excluded: "x",
    chosen: "+",
    new: "+",
    changed: "~",
    marked: "!",
    noted: "'",
    count_bar: "#",
    levels: [" ", "_", ".", ":", "-", "=", "+", "#"],
    rails: [" ", "'", ".", "|", "-", "/", "\\", "+", "-", "`", ",", "+", "-", "+", "+", "+", ":"],
    up: "^",
    down: "v",
};

impl Glyphs {
    /// A text as it is drawn with these signs: dashes and quotation marks, of which dates, bylines and quotes are full,
    /// have an ASCII form.
    pub fn to_ascii<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let is_typographic = |c| DASHES.contains(&c) || MARKS.contains(&c) || APOSTROPHES.contains(&c);
        if self.is_ascii && text.contains(is_typographic) {
            text.replace(DASHES, "-").replace(MARKS, "\"").replace(APOSTROPHES, "'").into()
        } else {
            text.into()
        }
    }

    /// The mark of a kind of event: its own, or the one for kinds that have none.
    pub fn mark<'a>(&self, kind: Option<&'a Term>) -> &'a str {
        let own = kind.and_then(|term| if self.is_ascii { term.ascii.as_deref() } else { term.mark.as_deref() });
        own.unwrap_or(if self.is_ascii { "o" } else { "●" })
    }
}
