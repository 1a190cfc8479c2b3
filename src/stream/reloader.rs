//! Files that are read once more, beside the interface, which shows meanwhile what it has.

use std::{
    collections::HashMap,
    io,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::{TimelineUpdate, Watch};
use crate::{
    diff::{EventChange, TimelineDiff},
    messages::LocalizedText,
    model::{EventRowId, Revision, Revisions, Timeline},
};

/// Longer timelines are not compared: each event would have to be read.
const MAX_COMPARED_EVENTS: usize = 20_000;

/// Reads the files of a timeline to their ends. The error is the whole message.
pub type ReadAgain = dyn Fn() -> Result<(TimelineUpdate, Option<Watch>), LocalizedText> + Send + Sync;

/// Who wants files to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReloadCause {
    /// The person has asked for it.
    Asked,
    /// They have been saved, or may have been.
    Saved,
}

/// What came of reading files again.
#[derive(Debug)]
pub struct Reload {
    /// Who wanted it.
    pub cause: ReloadCause,
    /// What they hold, and what watches them from now on; or why they cannot be read, as a whole message.
    pub read: Result<(TimelineUpdate, Option<Watch>), LocalizedText>,
    /// In what that is another timeline than before; `None` where nothing was read, or where too much would have to be compared.
    pub changes: Option<FoundChanges>,
}

/// In what two timelines differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundChanges {
    /// How many events the new one has besides.
    pub added: usize,
    /// How many say something else in it.
    pub changed: usize,
    /// How many it does not have any more.
    pub removed: usize,
    /// Whether the files declare something else besides their events.
    pub is_declared_otherwise: bool,
    /// The rows, in the new one, of events that it has besides, or that say something else.
    pub revisions: Revisions,
    /// The rows, in both, of events that both have: they may go by another id.
    pub rows: HashMap<EventRowId, EventRowId>,
}

impl FoundChanges {
    /// Compares two timelines; `None` where one has more than 20,000 events, each of which would have to be read, or where they
    /// cannot be read any more.
    pub fn between(old: &Timeline, new: &Timeline) -> Option<Self> {
        if old.len().max(new.len()) > MAX_COMPARED_EVENTS {
            return None;
        }
        if !old.is_in_memory() && old.indices().any(|ix| old.event_once(ix).is_none_or(|event| event.id.is_empty())) {
            // It was in a file that has been written over.
            return None;
        }
        let diff = TimelineDiff::between(old, new);
        let mut found = Self { is_declared_otherwise: !diff.declarations.is_empty(), ..Self::default() };
        let mut revised = Vec::new();
        for change in &diff.changes {
            match change {
                EventChange::Added(ix) => {
                    found.added += 1;
                    revised.extend(new.row_of_index(*ix).map(|row| (row, Revision::New)));
                }
                EventChange::Removed(_) => found.removed += 1,
                EventChange::Changed { new: after, .. } => {
                    found.changed += 1;
                    revised.extend(new.row_of_index(*after).map(|row| (row, Revision::Changed)));
                }
            }
        }
        let rows =
            diff.kept.iter().filter_map(|(before, after)| old.row_of_index(*before).zip(new.row_of_index(*after)));
        found.rows = rows.collect();
        found.revisions = revised.into_iter().collect();
        Some(found)
    }

    /// Whether they do not differ.
    pub const fn is_empty(&self) -> bool {
        self.added + self.changed + self.removed == 0 && !self.is_declared_otherwise
    }
}

/// A thread that reads files again, once at a time.
#[derive(Debug)]
pub struct Reloader {
    requests: Sender<(u64, ReloadCause, Arc<Timeline>)>,
    results: Receiver<(u64, Reload)>,
    /// The number of the newest request: what came of an older one is no news.
    newest: u64,
    /// Who wants them to be read next, if anybody does.
    wanted: Option<ReloadCause>,
    is_busy: bool,
}

impl Reloader {
    /// Starts the thread; each result is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses the thread.
    pub fn start(
        read: Arc<ReadAgain>,
        baseline: Option<Arc<Timeline>>,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let (requests, asked) = mpsc::channel::<(u64, ReloadCause, Arc<Timeline>)>();
        let (sender, results) = mpsc::channel();
        thread::Builder::new().name("reloader".to_owned()).spawn(move || {
            for (number, cause, shown) in asked {
                if sender.send((number, Reload::of(cause, &shown, baseline.as_deref(), &*read))).is_err() {
                    return;
                }
                wake();
            }
        })?;
        Ok(Self { requests, results, newest: 0, wanted: None, is_busy: false })
    }

    /// Wants the files to be read again.
    pub fn want(&mut self, cause: ReloadCause) {
        if self.wanted != Some(ReloadCause::Asked) {
            self.wanted = Some(cause);
        }
    }

    /// Begins to read if that is wanted and nothing is being read; `shown` is the timeline to compare with.
    pub fn submit(&mut self, shown: impl FnOnce() -> Arc<Timeline>) {
        if !self.is_busy
            && let Some(cause) = self.wanted.take()
        {
            self.newest += 1;
            self.is_busy = self.requests.send((self.newest, cause, shown())).is_ok();
        }
    }

    /// Forgets what is being read: somebody has read the files since.
    pub fn discard(&mut self) {
        (self.newest, self.wanted) = (self.newest + 1, None);
    }

    /// What has come of it, if it is over.
    pub fn result(&mut self) -> Option<Reload> {
        let (number, result) = self.results.try_recv().ok()?;
        self.is_busy = false;
        (number == self.newest).then_some(result)
    }
}

impl Reload {
    /// Reads the files at once, and compares them with the timeline that is shown.
    ///
    /// What counts as new or changed is so since the older version, if there is one, else since what is shown.
    pub fn of(cause: ReloadCause, shown: &Timeline, baseline: Option<&Timeline>, read: &ReadAgain) -> Self {
        let read = read();
        let changes = read.as_ref().ok().and_then(|(update, _)| {
            let new = &update.timeline;
            let found = FoundChanges::between(shown, new)?;
            let since = baseline.and_then(|old| FoundChanges::between(old, new));
            Some(FoundChanges { revisions: since.map_or(found.revisions, |since| since.revisions), ..found })
        });
        Self { cause, read, changes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    fn timeline(toml: &str) -> Timeline {
        load::timeline(toml.as_bytes().to_vec()).timeline
    }

    #[test]
    fn what_was_read_before_something_newer_is_no_news() {
        let (wake, woken) = mpsc::channel();
        let read: Arc<ReadAgain> = Arc::new(|| Err(String::from("it cannot be read").into()));
        let mut reloader = Reloader::start(read, None, move || wake.send(()).unwrap_or_default()).unwrap();
        let shown = || Arc::new(timeline(""));
        reloader.want(ReloadCause::Asked);
        reloader.submit(shown);
        reloader.discard();
        woken.recv().unwrap();
        assert!(reloader.result().is_none());
        reloader.want(ReloadCause::Saved);
        reloader.submit(shown);
        woken.recv().unwrap();
        assert!(reloader.result().is_some_and(|reload| reload.cause == ReloadCause::Saved));
    }

    #[test]
    fn every_event_that_both_have_is_known_by_its_rows() {
        let event = |id: &str, title: &str| format!("[[event]]\nid = \"{id}\"\ndate = \"2020\"\ntitle = \"{title}\"\n");
        let old = timeline(&(event("a", "A") + &event("b", "B") + &event("c", "C")));
        let new = timeline(&(event("new", "New") + &event("c", "C") + &event("a", "Another") + &event("d", "B")));
        let found = FoundChanges::between(&old, &new).unwrap();
        assert_eq!((found.added, found.changed, found.removed, found.rows.len()), (1, 2, 0, 3));
        assert!(!found.is_empty() && FoundChanges::between(&new, &new).unwrap().is_empty());
    }
}
