//! Files: reading them by position, which is which, and whose they are.

use std::{
    fs::{File, Metadata, OpenOptions, Permissions, TryLockError},
    io::{self, Read},
    os::{
        fd::AsFd,
        unix::fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    },
    path::Path,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    process::geteuid,
};

/// Reads behind what was read last; what is read by position meanwhile changes nothing.
///
/// # Errors
///
/// It cannot be read.
pub fn read_on(mut file: &File, bytes: &mut [u8]) -> io::Result<usize> {
    file.read(bytes)
}

/// Reads at a byte of a file, and says how much.
///
/// # Errors
///
/// It cannot be read.
pub fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<usize> {
    file.read_at(bytes, at)
}

/// Fills these bytes from a byte of a file on.
///
/// # Errors
///
/// It cannot be read, or ends before.
pub fn read_exact_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    file.read_exact_at(bytes, at)
}

/// Returns whether nothing comes from a pipe, or whatever is read, within this time.
pub fn is_idle_for(source: &impl AsFd, time: Duration) -> bool {
    let mut polled = [PollFd::new(source, PollFlags::IN)];
    poll(&mut polled, Timespec::try_from(time).ok().as_ref()) == Ok(0)
}

/// Returns which file this is, whatever its name.
pub fn file_identity(found: &Metadata) -> (u64, u64) {
    (found.dev(), found.ino())
}

/// Holds a folder against other runs until the file is dropped; `None` while another run holds it.
///
/// # Errors
///
/// It cannot be opened, or there are no locks.
pub fn hold_folder(folder: &Path) -> io::Result<Option<File>> {
    let folder = File::open(folder)?;
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Has a file that is created be for its owner alone.
pub fn restrict_to_owner(options: &mut OpenOptions) {
    options.mode(0o600);
}

/// Returns the rights that a new file gets, but for those that the user takes away (`umask`); `None` where it has no such rights.
pub fn new_file_permissions() -> Option<Permissions> {
    Some(Permissions::from_mode(0o666))
}

/// Returns whether a file goes by another name as well.
pub fn has_other_names(found: &Metadata) -> bool {
    found.nlink() > 1
}

/// Returns whether a file belongs to another user.
pub fn is_of_somebody_else(found: &Metadata) -> bool {
    found.uid() != geteuid().as_raw()
}

/// Returns whether a folder lies where others can write to it without this system being told: NFS, SMB, 9P (as of WSL), FUSE.
#[cfg(target_os = "linux")]
pub fn is_remote(folder: &Path) -> bool {
    const REMOTE: [u32; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x6573_5546];
    // The numbers are of 32 bits, whatever type a system has for them.
    let kind = rustix::fs::statfs(folder).ok().and_then(|about| u32::try_from(about.f_type).ok());
    kind.is_some_and(|kind| REMOTE.contains(&kind))
}

/// Returns whether a folder lies where others can write to it without this system being told, which is known of Linux alone.
#[cfg(not(target_os = "linux"))]
pub const fn is_remote(_folder: &Path) -> bool {
    false
}
