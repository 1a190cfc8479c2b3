//! Files: reading them by position, and which is which. Rights of Unix have no counterpart.

use std::{
    fs::{File, Metadata, OpenOptions, Permissions},
    io::{self, Read, Seek, SeekFrom},
    os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt},
    path::Path,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Held while a file is read: there a read by position moves the one cursor of the file, which has to be put back.
static CURSOR: Mutex<()> = Mutex::new(());

/// `FILE_FLAG_DELETE_ON_CLOSE`.
const DELETE_ON_CLOSE: u32 = 0x0400_0000;
/// `ERROR_ACCESS_DENIED`, of a file that is being deleted, and `ERROR_SHARING_VIOLATION`.
const IN_USE: [i32; 2] = [5, 32];

/// Reads behind what was read last; what is read by position meanwhile changes nothing.
///
/// # Errors
///
/// It cannot be read.
pub fn read_on(mut file: &File, bytes: &mut [u8]) -> io::Result<usize> {
    let _turn = CURSOR.lock().unwrap_or_else(PoisonError::into_inner);
    file.read(bytes)
}

/// Reads at a byte of a file, and says how much.
///
/// # Errors
///
/// It cannot be read.
pub fn read_at(mut file: &File, bytes: &mut [u8], at: u64) -> io::Result<usize> {
    let _turn = CURSOR.lock().unwrap_or_else(PoisonError::into_inner);
    let place = file.stream_position()?;
    let read = file.seek_read(bytes, at);
    file.seek(SeekFrom::Start(place))?;
    read
}

/// Fills these bytes from a byte of a file on.
///
/// # Errors
///
/// It cannot be read, or ends before.
pub fn read_exact_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    let (mut rest, mut at) = (bytes, at);
    while !rest.is_empty() {
        let read = read_at(file, rest, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        rest = rest.get_mut(read..).unwrap_or_default();
        at += u64::try_from(read).unwrap_or_default();
    }
    Ok(())
}

/// Returns that more may come at once: what is read cannot be asked.
pub fn is_idle_for<T>(_source: &T, _time: Duration) -> bool {
    false
}

/// Returns which file this is, by when it was made.
pub fn file_identity(found: &Metadata) -> (u64, u64) {
    (found.creation_time(), 0)
}

/// Holds a folder against other runs until the file is dropped; `None` while another run holds it.
///
/// It is a file in the folder, since a folder itself has no locks.
///
/// # Errors
///
/// No file can be made there.
pub fn hold_folder(folder: &Path) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
    match options.open(folder.join(".lock")) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error().is_some_and(|code| IN_USE.contains(&code)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Does nothing: a folder of the user is the user's alone.
pub fn restrict_to_owner(_options: &mut OpenOptions) {}

/// Returns that a new file has no rights of Unix.
pub fn new_file_permissions() -> Option<Permissions> {
    None
}

/// Returns that a file is not known to go by another name.
pub fn has_other_names(_found: &Metadata) -> bool {
    false
}

/// Returns that a file is not known to belong to another user.
pub fn is_of_somebody_else(_found: &Metadata) -> bool {
    false
}

/// Returns that a folder is not known to lie where others can write to it without this system being told.
pub fn is_remote(_folder: &Path) -> bool {
    false
}
