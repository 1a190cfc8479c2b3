//! Writing wrapped lines: prose behind margins, headings, and texts beside their labels.

use ratatui::{style::Style, text::Span};

use super::{
    canvas::Skin,
    styled_text::StyledText,
    wrapped_text::{WrapCache, WrappedText},
};
use crate::{
    app::{App, DetailItem},
    messages::Locale,
    query::Needles,
    text,
};

/// From so many columns labels stand beside what they label.
const MIN_LABELS_BESIDE_COLUMNS: usize = 44;
/// The columns of a label beside its text.
const LABEL_COLUMNS: usize = 10;

/// Writes lines of at most so many columns, and knows when there are enough.
pub(super) struct TextBuilder<'a> {
    pub(super) app: &'a App,
    pub(super) skin: &'a Skin,
    pub(super) columns: usize,
    pub(super) wanted: usize,
    pub(super) needles: Needles,
    pub(super) document: WrappedText,
    /// What need not be wrapped again.
    pub(super) known: WrapCache<'a>,
    /// The item under the cursor.
    pub(super) current: Option<DetailItem>,
    /// The same as long as it has not been written: lines are not enough without it.
    pub(super) awaited: Option<DetailItem>,
    /// The item that is being written, if what is written is one as a whole.
    pub(super) item: Option<DetailItem>,
}

impl TextBuilder<'_> {
    pub(super) fn is_enough(&self) -> bool {
        self.document.len() >= self.wanted && self.awaited.is_none()
    }

    pub(super) fn blank(&mut self) {
        self.document.line(StyledText::default());
    }

    pub(super) const fn locale(&self) -> Locale {
        self.app.locale()
    }

    pub(super) fn found(&self, text: &str, style: Style) -> StyledText {
        StyledText::new(text, style).highlight(&self.needles, self.skin.theme.matched)
    }

    /// Wraps a text behind a margin: one for its first line, one for the others.
    pub(super) fn wrap(&mut self, first: &Span<'static>, others: &Span<'static>, styled: StyledText) {
        let styled = match self.item {
            Some(item) => styled.into_item(item),
            None => styled,
        };
        if styled.items().iter().any(|(_, item)| Some(*item) == self.awaited) {
            self.awaited = None;
        }
        self.document.wrap(first.clone(), others.clone(), styled, self.columns, &mut self.known);
    }

    pub(super) fn plain(&mut self, styled: StyledText) {
        self.wrap(&Span::raw(""), &Span::raw(""), styled);
    }

    pub(super) fn heading(&mut self, heading: &'static str) {
        self.blank();
        self.document.line(StyledText::new(heading, self.skin.theme.heading));
    }

    /// Texts under a label: beside it where there is room.
    pub(super) fn labelled(&mut self, label: &'static str, texts: impl IntoIterator<Item = StyledText>) {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_none() {
            return;
        }
        let mut margin = "  ";
        let mut first = Span::raw("  ");
        if self.columns >= MIN_LABELS_BESIDE_COLUMNS {
            margin = "          ";
            first = Span::styled(text::pad(label, LABEL_COLUMNS).into_owned(), self.skin.theme.heading);
        } else {
            self.document.line(StyledText::new(label, self.skin.theme.heading));
        }
        for styled in texts {
            if self.is_enough() {
                return;
            }
            self.wrap(&first, &Span::raw(margin), styled);
            first = Span::raw(margin);
        }
    }
}
