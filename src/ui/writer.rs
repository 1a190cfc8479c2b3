//! Writing wrapped lines: prose behind margins, headings, and texts beside their labels.

use ratatui::{style::Style, text::Span};

use super::{
    canvas::Look,
    document::{Document, Known},
    prose::Prose,
};
use crate::{app::App, model::Lang, query::Needles, text};

/// From so many columns labels stand beside what they label.
const LABELS_BESIDE: usize = 44;
/// The columns of a label beside its text.
const LABEL: usize = 10;

/// Writes lines of at most so many columns, and knows when there are enough.
pub(super) struct Writer<'a> {
    pub(super) app: &'a App,
    pub(super) look: &'a Look,
    pub(super) columns: usize,
    pub(super) wanted: usize,
    pub(super) needles: Needles,
    pub(super) document: Document,
    /// What need not be wrapped again.
    pub(super) known: Known<'a>,
}

impl Writer<'_> {
    pub(super) fn is_enough(&self) -> bool {
        self.document.len() >= self.wanted
    }

    pub(super) fn blank(&mut self) {
        self.document.line(Prose::default());
    }

    pub(super) fn words(&self, en: &'static str, ja: &'static str) -> &'static str {
        if self.app.lang() == Lang::Ja { ja } else { en }
    }

    pub(super) fn found(&self, text: &str, style: Style) -> Prose {
        Prose::new(text, style).find(&self.needles, self.look.theme.found)
    }

    /// Wraps a text behind a margin: one for its first line, one for the others.
    pub(super) fn wrap(&mut self, first: &Span<'static>, others: &Span<'static>, prose: Prose) {
        self.document.wrap(first.clone(), others.clone(), prose, self.columns, &mut self.known);
    }

    pub(super) fn plain(&mut self, prose: Prose) {
        self.wrap(&Span::raw(""), &Span::raw(""), prose);
    }

    pub(super) fn heading(&mut self, en: &'static str, ja: &'static str) {
        self.blank();
        let heading = self.words(en, ja);
        self.document.line(Prose::new(heading, self.look.theme.heading));
    }

    /// Texts under a label: beside it where there is room.
    pub(super) fn labelled(&mut self, en: &'static str, ja: &'static str, texts: impl IntoIterator<Item = Prose>) {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_none() {
            return;
        }
        let label = self.words(en, ja);
        let mut margin = "  ";
        let mut first = Span::raw("  ");
        if self.columns >= LABELS_BESIDE {
            margin = "          ";
            first = Span::styled(text::pad(label, LABEL).into_owned(), self.look.theme.heading);
        } else {
            self.document.line(Prose::new(label, self.look.theme.heading));
        }
        for prose in texts {
            if self.is_enough() {
                return;
            }
            self.wrap(&first, &Span::raw(margin), prose);
            first = Span::raw(margin);
        }
    }
}
