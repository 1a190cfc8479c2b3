//! How much memory the system grants, where it says so: what annalist takes for itself stays below, so that it can say that
//! there is no more room, rather than be ended.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::platform::{address_limit, replace_by};

/// What the program needs besides a timeline: its code, the stacks of its threads.
const BASE_BYTES: u64 = 56 << 20;
/// A part of what is granted is kept: as much again is being read, and held twice while a longer timeline is handed over.
const SHARES: u64 = 3;
/// With so many addresses nothing needs to be spared.
const MAX_SPARED_ADDRESSES: u64 = 16 << 30;
/// Never less: enough to begin with.
const MIN_GRANTED_BYTES: u64 = 4 << 20;

/// So many bytes, or fewer where the system would not grant them.
pub fn granted(wanted: usize) -> usize {
    let groups = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let group = group_limit(Path::new("/sys/fs/cgroup"), &groups);
    let granted = address_limit().into_iter().chain(group).min().map(usable);
    granted.map_or(wanted, |granted| wanted.min(usize::try_from(granted).unwrap_or(usize::MAX)))
}

/// Starts the program anew where addresses are few, so that the GNU allocator does not set aside a region of 64 MB for each
/// thread; returns where there is no need.
pub fn spare_addresses() {
    const ARENAS: &str = "MALLOC_ARENA_MAX";
    if address_limit().is_some_and(|limit| limit < MAX_SPARED_ADDRESSES) && env::var_os(ARENAS).is_none() {
        let mut arguments = env::args_os();
        let name = arguments.next().unwrap_or_default();
        // Where that fails, it goes on as it is.
        let _error =
            env::current_exe().map(|program| replace_by(Command::new(program).args(arguments).env(ARENAS, "1"), &name));
    }
}

fn usable(limit: u64) -> u64 {
    (limit.saturating_sub(BASE_BYTES) / SHARES).max(MIN_GRANTED_BYTES)
}

/// The least limit of the control groups (version 2) that a process is in, by the text of its `/proc/self/cgroup`.
fn group_limit(root: &Path, groups: &str) -> Option<u64> {
    let group = groups.lines().find_map(|line| line.strip_prefix("0::/"))?;
    let mut folder: PathBuf = root.join(group);
    let mut least = None;
    while folder.starts_with(root) {
        let limit = fs::read_to_string(folder.join("memory.max")).ok().and_then(|text| text.trim().parse().ok());
        least = least.into_iter().chain(limit).min();
        if !folder.pop() {
            break;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_limit_of_all_groups_counts() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("user/job");
        fs::create_dir_all(&inner).unwrap();
        let limit = || group_limit(root.path(), "1:name=x:/other\n0::/user/job\n");
        assert_eq!(limit(), None);
        fs::write(inner.join("memory.max"), "max\n").unwrap();
        assert_eq!(limit(), None);
        fs::write(root.path().join("user/memory.max"), "1000\n").unwrap();
        assert_eq!(limit(), Some(1000));
        fs::write(inner.join("memory.max"), "2000\n").unwrap();
        assert_eq!(limit(), Some(1000));
        assert_eq!(group_limit(root.path(), "1:memory:/user\n"), None);
    }

    #[test]
    fn something_is_left_to_begin_with() {
        assert_eq!(usable(0), MIN_GRANTED_BYTES);
        assert_eq!(usable(BASE_BYTES + (96 << 20)), 32 << 20);
    }
}
