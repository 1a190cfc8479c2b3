//! What is remembered from one run to the next: the queries, and the last view of each timeline.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use super::{
    exit_status::{ExitStatus, print_error},
    language::locale,
    state_file,
};
use crate::{
    app::{App, ListShare, MAX_QUERY_HISTORY},
    config::{AppDirs, view_file},
    marks::MarkJournal,
    messages::{commands, system},
    text::sanitize,
};

/// How the file of marks names the timeline that is built in: as no path is written.
const BUILT_IN: &str = "annalist:events.toml";

/// The whole paths of files as one; `None` if there are none.
fn whole_path(files: &[PathBuf]) -> Option<PathBuf> {
    let wholes = files.iter().map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    wholes.reduce(|mut all, path| {
        // No name of a file has this in it.
        all.as_mut_os_string().push("\0");
        all.as_mut_os_string().push(path);
        all
    })
}

/// The files of this run; none where nothing is to be remembered.
#[derive(Debug, Clone, Default)]
pub(super) struct SavedState {
    queries: Option<PathBuf>,
    view: Option<PathBuf>,
    panes: Option<PathBuf>,
    marks: Option<PathBuf>,
    /// The folder of all of them.
    folder: Option<PathBuf>,
}

impl SavedState {
    /// The memory for the timeline of these files: none is the one that is built in.
    pub(super) fn of(files: &[PathBuf]) -> Self {
        let dirs = AppDirs::from_env(|name| env::var_os(name));
        let whole = whole_path(files);
        let folder = dirs.state.clone();
        let file = |name: PathBuf| folder.as_deref().map(|folder| folder.join(name));
        let (view, panes) = (file(view_file(whole.as_deref())), file(PathBuf::from("panes")));
        let marks = file(PathBuf::from("marks.jsonl"));
        Self { queries: dirs.query_history(), view, panes, marks, folder }
    }

    /// What was noted of the events of these files: in the file that was named for it, else in that of all timelines.
    pub(super) fn journal(&self, named: Option<&PathBuf>, files: &[PathBuf]) -> MarkJournal {
        let timeline = match files {
            [] => Some(BUILT_IN.to_owned()),
            [pipe] if pipe == Path::new("-") => None,
            files => whole_path(files).map(|path| path.to_string_lossy().into_owned()),
        };
        match named {
            Some(path) => MarkJournal::shared(path.clone(), timeline),
            None => MarkJournal::own(self.marks.clone(), timeline),
        }
    }

    /// Whether no run has left anything; of a run that remembers nothing that is always so.
    pub(super) fn is_first_run(&self) -> bool {
        !self.folder.as_deref().is_some_and(Path::exists)
    }

    /// How much room the list had last. What cannot be read was never there.
    pub(super) fn list_share(&self) -> ListShare {
        let lines = self.panes.as_deref().map(state_file::lines).unwrap_or_default();
        let share = |name: &str| lines.iter().rev().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
        ListShare { beside: share("beside "), above: share("above ") }.clamped()
    }

    /// Keeps how much room the list has.
    pub(super) fn save_list_share(&self, share: ListShare) -> io::Result<()> {
        let Some(file) = self.panes.as_deref().filter(|_| share != self.list_share()) else { return Ok(()) };
        let line = |name: &str, share: Option<u16>| share.map(|share| format!("{name} {share}\n")).unwrap_or_default();
        state_file::update(file, || line("beside", share.beside) + &line("above", share.above))
    }

    /// The queries of earlier runs, the newest last. What cannot be read was never there.
    pub(super) fn queries(&self) -> Vec<String> {
        let lines = self.queries.as_deref().map(state_file::lines).unwrap_or_default();
        lines.iter().map(|line| sanitize(line).into_owned()).collect()
    }

    /// The last view of this timeline as a command line.
    pub(super) fn view(&self) -> Option<String> {
        self.view.as_deref().and_then(|file| state_file::lines(file).pop())
    }

    /// Keeps for the next run what was looked for, the view, and how much room the list had; says so where that cannot be done.
    pub(super) fn keep(&self, at_start: &[String], app: &App) -> ExitStatus {
        let kept = self.save(at_start, &app.filter().query_history, app.command_line().as_deref());
        match kept.and_then(|()| self.save_list_share(app.prefs().list_share)) {
            Ok(()) => ExitStatus::Fine,
            Err(error) => {
                let why = sanitize(&system::error(locale(), &error)).into_owned();
                print_error(&commands::not_remembered(locale(), &why));
                ExitStatus::Unwritten
            }
        }
    }

    /// Keeps both for the next run: of the queries those that were not there at the start, behind what other runs have
    /// kept meanwhile.
    pub(super) fn save(&self, at_start: &[String], queries: &[String], view: Option<&str>) -> io::Result<()> {
        let asked = asked(at_start, queries);
        if let Some(file) = self.queries.as_deref().filter(|_| !asked.is_empty()) {
            state_file::update(file, || {
                let mut kept = self.queries();
                kept.retain(|query| !asked.contains(query));
                kept.extend_from_slice(asked);
                let surplus = kept.len().saturating_sub(MAX_QUERY_HISTORY);
                kept.split_off(surplus).join("\n") + "\n"
            })?;
        }
        if let (Some(file), Some(view)) = (&self.view, view) {
            state_file::update(file, || view.to_owned())?;
        }
        Ok(())
    }
}

/// What was asked in this run. A query that is asked again moves to the end, so that what was not asked is at the start
/// and still in its order.
fn asked<'a>(at_start: &[String], queries: &'a [String]) -> &'a [String] {
    let mut old = at_start.iter();
    let kept = queries.iter().take_while(|query| old.any(|known| known == *query)).count();
    queries.get(kept..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_was_asked_in_this_run_is_known() {
        let start = texts(&["a", "b", "c"]);
        for (now, new) in [
            (&["a", "b", "c"][..], &[][..]),
            (&["a", "b", "c", "d"], &["d"]),
            (&["b", "c", "a"], &["a"]),
            (&["b", "c", "d", "a"], &["d", "a"]),
            (&["c", "d"], &["d"]),
            (&["d"], &["d"]),
        ] {
            assert_eq!(asked(&start, &texts(now)), texts(new), "{now:?}");
        }
    }

    #[test]
    fn two_runs_at_once_keep_the_queries_of_both() {
        let folder = tempfile::tempdir().unwrap();
        let memory = SavedState { queries: Some(folder.path().join("queries")), ..SavedState::default() };
        memory.save(&[], &texts(&["old"]), None).unwrap();
        let start = memory.queries();
        memory.save(&start, &texts(&["old", "first"]), None).unwrap();
        memory.save(&start, &texts(&["old", "second"]), None).unwrap();
        memory.save(&start, &texts(&["old"]), None).unwrap();
        assert_eq!(memory.queries(), texts(&["old", "first", "second"]));
        let many: Vec<String> = (0..MAX_QUERY_HISTORY + 5).map(|number| number.to_string()).collect();
        memory.save(&[], &many, None).unwrap();
        assert_eq!((memory.queries().len(), memory.queries().last()), (MAX_QUERY_HISTORY, many.last()));
    }

    #[test]
    fn what_acts_in_a_remembered_query_is_made_harmless() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("queries");
        std::fs::write(&file, "a\u{1b}[2Jb\n").unwrap();
        assert_eq!(SavedState { queries: Some(file), ..SavedState::default() }.queries(), ["a\u{FFFD}[2Jb"]);
    }
}
