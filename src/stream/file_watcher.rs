//! Files that are watched for being saved, in whatever way an editor does that: written to, put in place of another, or
//! deleted and there again.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant, SystemTime},
};

use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, ModifyKind},
};

use crate::platform;

/// A save is over when nothing has been written for so long, but what goes on is looked at after a while as well.
const SETTLE_TIME: Duration = Duration::from_millis(20);
const MAX_SETTLE_TIME: Duration = Duration::from_millis(100);
/// Where the system tells of changes, files are looked at so often besides.
const LOOK_INTERVAL: Duration = Duration::from_secs(2);
/// Where it does not, they are looked at so often.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// Files that are watched. They are watched for as long as this value lives.
#[derive(Debug)]
pub struct FileWatcher {
    has_news: Arc<AtomicBool>,
    /// What tells of changes; `None` where files are looked at from time to time.
    _watcher: Option<RecommendedWatcher>,
    /// Ends the looking when it is dropped.
    _alive: Sender<()>,
}

impl FileWatcher {
    /// Watches these files; each save is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub fn start(files: &[PathBuf], wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let has_news = Arc::new(AtomicBool::new(false));
        let (alive, ended) = mpsc::channel();
        let announced = Arc::clone(&has_news);
        let announce = move || {
            announced.store(true, Ordering::Release);
            wake();
        };
        let (sender, changes) = mpsc::channel();
        let watcher = (!files.iter().any(|file| is_remote(file))).then(|| notified(files, sender)).and_then(Result::ok);
        let thread = thread::Builder::new().name("file watcher".to_owned());
        let files = files.to_vec();
        if watcher.is_some() {
            thread.spawn(move || settle(&files, &changes, &announce))?;
        } else {
            thread.spawn(move || poll(&files, &ended, &announce))?;
        }
        Ok(Self { has_news, _watcher: watcher, _alive: alive })
    }

    /// Whether a file has been saved since this was asked last.
    pub fn has_news(&self) -> bool {
        self.has_news.swap(false, Ordering::AcqRel)
    }
}

/// The folders in which files are, by the names that they were given and by what these stand for: a file that is put in place
/// of another is seen in its folder alone.
fn watched_names(files: &[PathBuf]) -> Vec<PathBuf> {
    let own = files.iter().map(|file| if file.is_absolute() { file.clone() } else { Path::new(".").join(file) });
    let targets = files.iter().filter_map(|file| fs::canonicalize(file).ok());
    own.chain(targets).collect()
}

/// Has the system tell of changes of these files.
fn notified(files: &[PathBuf], sender: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let names = watched_names(files);
    let mut folders: Vec<PathBuf> = names.iter().filter_map(|name| name.parent()).map(Path::to_owned).collect();
    folders.sort_unstable();
    folders.dedup();
    let is_watched = move |path: &PathBuf| names.iter().any(|name| name.file_name() == path.file_name());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // A watcher that has lost something may have lost a save.
        let is_news =
            |event: Event| event.need_rescan() || may_be_save(event.kind) && event.paths.iter().any(&is_watched);
        if event.map_or(true, is_news) {
            let _ended = sender.send(());
        }
    })?;
    for folder in folders {
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}

/// Whether the content of a file may be another after this. It is not after it has been read.
const fn may_be_save(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Any
        | EventKind::Create(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
        EventKind::Modify(modified) => !matches!(modified, ModifyKind::Metadata(_)),
        EventKind::Access(_) => false,
    }
}

/// Announces changes as soon as there are no more for a moment. From time to time one looks for oneself: a link may lead to another
/// file by now, or a folder be another one.
fn settle(files: &[PathBuf], changes: &Receiver<()>, announce: &dyn Fn()) {
    let look = || -> Vec<FileStatus> { files.iter().map(|file| FileStatus::of(file)).collect() };
    let mut seen = look();
    loop {
        let is_told = match changes.recv_timeout(LOOK_INTERVAL) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let first = Instant::now();
        while is_told && first.elapsed() < MAX_SETTLE_TIME {
            match changes.recv_timeout(SETTLE_TIME) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let now = look();
        if is_told || now != seen {
            seen = now;
            announce();
        }
    }
}

/// Length, time and number of a file; nothing if it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileStatus(Option<(u64, Option<SystemTime>, (u64, u64))>);

impl FileStatus {
    /// That of the file which goes by this name now.
    pub fn of(file: &Path) -> Self {
        let about = fs::metadata(file).ok();
        Self(about.map(|about| (about.len(), about.modified().ok(), platform::file_identity(&about))))
    }
}

/// Looks at files from time to time, until nobody wants to know any more.
fn poll(files: &[PathBuf], ended: &Receiver<()>, announce: &dyn Fn()) {
    let mut seen: Vec<FileStatus> = files.iter().map(|file| FileStatus::of(file)).collect();
    while ended.recv_timeout(POLL_INTERVAL) == Err(RecvTimeoutError::Timeout) {
        let now = files.iter().map(|file| FileStatus::of(file)).collect();
        if now != seen {
            seen = now;
            announce();
        }
    }
}

/// Whether a file lies where others can write to it without this system being told.
fn is_remote(file: &Path) -> bool {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    platform::is_remote(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What waits until a watcher announces something, for a while.
    fn watched(file: &Path) -> (FileWatcher, impl Fn() -> bool + use<>) {
        let (sender, news) = mpsc::channel();
        let watcher = FileWatcher::start(&[file.to_owned()], move || {
            let _ended = sender.send(());
        });
        (watcher.unwrap(), move || news.recv_timeout(Duration::from_secs(5)).is_ok())
    }

    #[test]
    fn every_way_of_saving_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a.toml"), folder.path().join("a.toml~"));
        fs::write(&file, "one").unwrap();
        let (watcher, is_announced) = watched(&file);
        let ways: [(&str, &dyn Fn()); 5] = [
            ("written to", &|| fs::write(&file, "two").unwrap()),
            ("put in place", &|| {
                fs::write(&other, "three").unwrap();
                fs::rename(&other, &file).unwrap();
            }),
            ("cut", &|| fs::File::create(&file).unwrap().set_len(0).unwrap()),
            ("deleted", &|| fs::remove_file(&file).unwrap()),
            ("there again", &|| fs::write(&file, "four").unwrap()),
        ];
        for (way, save) in ways {
            save();
            assert!(is_announced() && watcher.has_news(), "{way}");
            // What belongs to the same save may come behind it.
            while watcher.has_news() {
                thread::sleep(MAX_SETTLE_TIME);
            }
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_target_of_a_link_is_watched() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (link, file) = (folder.path().join("link.toml"), elsewhere.path().join("a.toml"));
        fs::write(&file, "one").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let (_watcher, is_announced) = watched(&link);
        fs::write(&file, "two").unwrap();
        assert!(is_announced());
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_elsewhere_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (link, new_link) = (folder.path().join("link.toml"), folder.path().join("new"));
        let elsewhere = tempfile::tempdir().unwrap();
        let (one, other) = (elsewhere.path().join("one.toml"), elsewhere.path().join("other.toml"));
        fs::write(&one, "one").unwrap();
        fs::write(&other, "other").unwrap();
        std::os::unix::fs::symlink(&one, &link).unwrap();
        let (_watcher, is_announced) = watched(&link);
        std::os::unix::fs::symlink(&other, &new_link).unwrap();
        fs::rename(&new_link, &link).unwrap();
        assert!(is_announced());
        fs::write(&other, "saved").unwrap();
        assert!(is_announced());
    }

    #[test]
    fn reading_is_no_save_nor_are_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, "one").unwrap();
        let (watcher, _) = watched(&file);
        fs::read(&file).unwrap();
        fs::write(folder.path().join("b.toml"), "two").unwrap();
        thread::sleep(MAX_SETTLE_TIME * 3);
        assert!(!watcher.has_news());
    }

    #[test]
    fn files_are_looked_at_where_the_system_tells_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, "one").unwrap();
        let (alive, ended) = mpsc::channel();
        let (sender, news) = mpsc::channel();
        let (files, before) = (vec![file.clone()], FileStatus::of(&file));
        let polling = thread::spawn(move || poll(&files, &ended, &|| sender.send(()).unwrap()));
        thread::sleep(POLL_INTERVAL);
        fs::write(&file, "longer").unwrap();
        assert!(news.recv_timeout(Duration::from_secs(5)).is_ok() && FileStatus::of(&file) != before);
        drop(alive);
        polling.join().unwrap();
    }
}
