//! Small files in which something is remembered. They are for their owner alone; each is written beside and renamed, so
//! that none is ever half of what it was, and nothing is left of a write that failed.

use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
    thread,
    time::Duration,
};

use crate::{
    messages::{LocalizedText, system},
    platform::{hold_folder, require_regular_file},
};

/// Of a longer file only the end is read.
const MAX_FILE_BYTES: u64 = 4 << 20;
/// How long another run may be waited for.
const PATIENCE: Duration = Duration::from_millis(10);
const ATTEMPTS: usize = 50;

/// The lines of a file, without those that are no UTF-8. What cannot be read, or is no regular file, has none.
pub(super) fn lines(path: &Path) -> Vec<String> {
    let bytes = end(path).unwrap_or_default();
    let lines = bytes.split(|&byte| byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn end(path: &Path) -> io::Result<Vec<u8>> {
    let length = fs::metadata(path)?.len();
    require_regular_file(path)?;
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(length.saturating_sub(MAX_FILE_BYTES)))?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes)?;
    if length > MAX_FILE_BYTES {
        // The first line was cut.
        let first = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
        bytes.drain(..first);
    }
    Ok(bytes)
}

/// Writes a file whose text depends on what it holds now; another run that does so at the same time waits. What goes wrong
/// is told with the name of the file.
pub(super) fn update(path: &Path, text: impl FnOnce() -> String) -> io::Result<()> {
    let name = path.to_string_lossy();
    let told = |error| {
        let message = |locale| system::of_file(locale, &name, &system::error(locale, &error));
        io::Error::new(error.kind(), LocalizedText::new(message))
    };
    try_update(path, None, || Ok(text())).map_err(told)
}

/// The same for a text that may not come to be, and for a file that is not for its owner alone; its name is left to be told.
pub(super) fn try_update(
    path: &Path,
    permissions: Option<fs::Permissions>,
    text: impl FnOnce() -> io::Result<String>,
) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let _turn = turn(folder);
    require_regular_file(path)?;
    // The link that a file may be stays.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut beside = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(folder))?;
    beside.write_all(text()?.as_bytes())?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Holds the folder until it is dropped. Where that is refused for long, or there are no locks, one goes on without.
fn turn(folder: &Path) -> Option<File> {
    for _ in 0..ATTEMPTS {
        match hold_folder(folder) {
            Ok(None) => thread::sleep(PATIENCE),
            held => return held.ok().flatten(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_byte_costs_its_line_and_a_long_file_its_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("queries");
        fs::write(&path, b"good one\n\xff\n\ngood two\n").unwrap();
        assert_eq!(lines(&path), ["good one", "good two"]);
        let mut long = "x".repeat(usize::try_from(MAX_FILE_BYTES).unwrap());
        long.push_str("\nlast\n");
        fs::write(&path, long).unwrap();
        assert_eq!(lines(&path), ["last"]);
        assert!(lines(folder.path()).is_empty() && lines(&folder.path().join("none")).is_empty());
    }

    #[test]
    fn a_write_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("queries");
        fs::create_dir(&path).unwrap();
        for _ in 0..3 {
            let error = update(&path, || "text".to_owned()).unwrap_err();
            assert!(error.to_string().ends_with("queries: this is no regular file"), "{error}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn those_who_write_at_once_take_turns() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("numbers");
        thread::scope(|scope| {
            for number in 0..8 {
                let path = &path;
                scope.spawn(move || {
                    let written = update(path, || {
                        let mut numbers = lines(path);
                        numbers.push(number.to_string());
                        numbers.join("\n")
                    });
                    written.unwrap();
                });
            }
        });
        assert_eq!(lines(&path).len(), 8);
    }
}
