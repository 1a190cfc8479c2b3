//! What the signs of the axis and the list mean, from the same table that they are drawn from.

use super::{Glyphs, matrix_heads::PARTIAL};

/// A sign with its meaning in two languages.
pub(super) struct LegendEntry {
    pub(super) drawn: String,
    pub(super) en: &'static str,
    pub(super) ja: &'static str,
}

/// Signs under a heading in English and in Japanese.
pub(super) struct LegendSection {
    pub(super) heading: (&'static str, &'static str),
    pub(super) entries: Vec<LegendEntry>,
}

/// The signs under their headings.
pub(super) fn sections(glyphs: &Glyphs) -> [LegendSection; 4] {
    [
        LegendSection { heading: ("WHEN", "時期"), entries: dates(glyphs) },
        LegendSection { heading: ("ON THE AXIS", "時間軸"), entries: axis(glyphs) },
        LegendSection { heading: ("IN THE LIST", "一覧"), entries: list(glyphs) },
        LegendSection { heading: ("IN THE MATRIX", "集計表"), entries: matrix() },
    ]
}

fn sign(drawn: impl Into<String>, en: &'static str, ja: &'static str) -> LegendEntry {
    LegendEntry { drawn: drawn.into(), en, ja }
}

fn dates(glyphs: &Glyphs) -> Vec<LegendEntry> {
    let Glyphs { possible, span, span_end, span_open, span_unknown, .. } = *glyphs;
    let mark = glyphs.mark(None);
    vec![
        sign(mark, "on a day that is known", "日が分かっている"),
        sign(
            format!("{possible}{possible}{mark}{possible}{possible}"),
            "one day somewhere in the shade",
            "網掛けのどこかの日",
        ),
        sign(format!("{possible}{mark}{possible} {possible}"), "on one of the shaded days", "網掛けの日のいずれか"),
        sign(format!("{mark}{span}{span}{span_end}"), "from a day to a day", "期間"),
        sign(format!("{mark}{span}{possible}{possible}"), "it ended somewhere in the shade", "終わりは網掛けのどこか"),
        sign(format!("{mark}{span}{span_open}"), "it goes on", "継続中"),
        sign(format!("{mark}{span}{span_unknown}"), "its end is not known", "終わりは不明"),
        sign(format!("{mark}{}", glyphs.about), "about that time", "おおよその時期"),
        sign(format!("{mark}{}", glyphs.uncertain), "the date is doubtful", "日付は不確か"),
    ]
}

fn axis(glyphs: &Glyphs) -> Vec<LegendEntry> {
    vec![
        sign("3", "so many events in this column; + for ten or more", "この列の出来事の数。+は10件以上"),
        sign(glyphs.filtered_out, "an event that the filter leaves out", "絞り込みから外れた出来事"),
        sign("+5", "under the name of a lane: so many more that find no place", "系列名の下：表示しきれない件数"),
        sign(glyphs.pointer, "the selected event", "選択中の出来事"),
        sign(glyphs.mark(None), "underlined: you have marked it, or one in this column", "下線：印を付けた出来事"),
        sign(format!("{0} 7 mo {0}", glyphs.folded), "a long empty stretch, folded", "折りたたんだ長い空白"),
    ]
}

fn matrix() -> Vec<LegendEntry> {
    vec![sign(PARTIAL, "behind a period: the timeline has only a part of it", "期間の後ろ：一部だけが年表の範囲")]
}

fn list(glyphs: &Glyphs) -> Vec<LegendEntry> {
    vec![
        sign(
            glyphs.uncertain,
            "it may pass the filter: its date is not known that exactly",
            "条件に合う可能性がある（日付が不正確）",
        ),
        sign(glyphs.chosen, "it is chosen: keys act on all that are", "選択中：キーは選択したすべてに働く"),
        sign(glyphs.new, "it was not in the file before", "追加された出来事"),
        sign(glyphs.changed, "it said something else in the file before", "変更された出来事"),
        sign(glyphs.marked, "you have marked it", "印を付けた出来事"),
        sign(glyphs.noted, "you have given it tags or a note, and no mark", "タグかメモだけの出来事"),
        sign("@  +5 d", "the event from which times are counted, and how much later", "起点の出来事と、そこからの日数"),
    ]
}
