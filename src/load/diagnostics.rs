//! Diagnostics as they are found, each cause once: a fault that is in every line of a long file costs no more than in one.

use std::{collections::HashMap, ops::Range};

use super::{
    classification::DiagnosticClass,
    diagnostic::{Diagnostic, DiagnosticKind},
    mend::Mend,
    severity::Severity,
};

/// So many places of one fault are kept.
const PLACES: usize = 4;
/// So many rows without a date: they are looked for one by one.
const UNDATED_ROWS: usize = 100_000;
/// So many faults of one kind are told apart.
const APART: usize = 10;
/// So many field names.
const NAMES: usize = 40;

/// Diagnostics by their causes, in the order in which they were found.
#[derive(Debug, Clone)]
pub struct Diagnostics<P = Range<usize>> {
    all: Vec<Diagnostic<P>>,
    /// Which of them has this cause; of a kind of which there are many, which one stands for the rest.
    of_cause: HashMap<(DiagnosticClass, Option<String>), usize>,
    of_kind: HashMap<DiagnosticClass, usize>,
    /// Whether nobody asks for them.
    is_unheard: bool,
    /// What can be mended; `None` where nobody asks for that.
    mends: Option<Vec<Mend>>,
}

impl<P> Default for Diagnostics<P> {
    fn default() -> Self {
        Self { all: Vec::new(), of_cause: HashMap::new(), of_kind: HashMap::new(), is_unheard: false, mends: None }
    }
}

impl<P> Diagnostics<P> {
    /// Where nobody asks for problems, as they have been told: none is kept.
    pub fn unheard() -> Self {
        Self { is_unheard: true, ..Self::default() }
    }

    /// Where mends are asked for as well.
    pub(super) fn mending() -> Self {
        Self { mends: Some(Vec::new()), ..Self::default() }
    }

    /// Takes note of what is to stand at these bytes of the source, if somebody asks for mends and there is one.
    pub(super) fn mend(&mut self, span: &Range<usize>, mended: impl FnOnce() -> Option<String>) {
        if let Some(mends) = &mut self.mends {
            mends.extend(mended().map(|text| Mend { span: span.clone(), text }));
        }
    }

    /// All mends, by themselves.
    pub(super) fn into_mends(self) -> Vec<Mend> {
        self.mends.unwrap_or_default()
    }

    /// Takes note of something wrong.
    pub fn push(&mut self, place: P, fault: DiagnosticKind) {
        self.take(Diagnostic::at(place, fault));
    }

    /// Takes note of problems that were found elsewhere.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Diagnostic<P>>) {
        problems.into_iter().for_each(|problem| self.take(problem));
    }

    /// Takes note of a fault whose words take a while to find, unless it is known.
    pub(super) fn push_new(&mut self, place: P, fault: DiagnosticKind, complete: impl FnOnce(&mut DiagnosticKind)) {
        let known = self.all.len();
        self.push(place, fault);
        if let Some(problem) = self.all.get_mut(known) {
            complete(&mut problem.fault);
        }
    }

    fn take(&mut self, mut problem: Diagnostic<P>) {
        if self.is_unheard {
            return;
        }
        let kind = problem.fault.kind();
        let own = (kind, (!problem.is_mixed).then(|| problem.fault.cause()));
        let apart = if matches!(problem.fault, DiagnosticKind::UnknownField { .. }) { NAMES } else { APART };
        let number = self.of_kind.entry(kind).or_default();
        let known = self.of_cause.get(&own).copied();
        let cause = if known.is_none() && *number >= apart { (kind, None) } else { own };
        let same = known.or_else(|| self.of_cause.get(&cause).copied()).and_then(|at| self.all.get_mut(at));
        let Some(same) = same else {
            *number += 1;
            problem.is_mixed = cause.1.is_none();
            self.of_cause.insert(cause, self.all.len());
            return self.all.push(problem);
        };
        same.count += problem.count;
        let most = if matches!(problem.fault, DiagnosticKind::Undated) { UNDATED_ROWS } else { PLACES };
        let places = std::iter::once(problem.place).chain(problem.again);
        same.again.extend(places.take((most - 1).saturating_sub(same.again.len())));
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Diagnostic<P>] {
        &self.all
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many errors and warnings there are, each as often as it is there.
    pub fn counts(&self) -> (usize, usize) {
        counts(&self.all)
    }

    /// All of them, by themselves.
    pub fn into_all(self) -> Vec<Diagnostic<P>> {
        self.all
    }
}

/// How many errors and warnings these are, each as often as it is there.
pub fn counts<P>(problems: &[Diagnostic<P>]) -> (usize, usize) {
    problems.iter().fold((0, 0), |(errors, warnings), problem| match problem.severity {
        Severity::Error => (errors + problem.count, warnings),
        Severity::Warning => (errors, warnings + problem.count),
        Severity::Note => (errors, warnings),
    })
}
