//! Work on a long list, on all cores.

use std::{num::NonZero, sync::OnceLock, thread};

/// Shorter lists are worked on sooner than a thread would start.
const LONG: usize = 50_000;

/// What the work makes of this list: of the whole, or, where it is long, of as many parts as there are cores, in their
/// order.
pub fn in_parts<T: Sync, R: Send>(list: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if list.len() < LONG || cores() < 2 {
        return vec![work(list)];
    }
    let mut parts = list.chunks(list.len().div_ceil(cores()));
    let first = parts.next().unwrap_or_default();
    let work = &work;
    thread::scope(|scope| {
        let start = |part| (part, thread::Builder::new().spawn_scoped(scope, move || work(part)).ok());
        let others: Vec<_> = parts.map(start).collect();
        let mut made = vec![work(first)];
        // What no thread has done is done here.
        made.extend(others.into_iter().map(|(part, other)| {
            let made = other.and_then(|other| other.join().ok());
            made.unwrap_or_else(|| work(part))
        }));
        made
    })
}

/// How many cores there are.
pub(super) fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_order_and_leave_nothing_out() {
        for length in [0, 1, LONG - 1, LONG, LONG + 1, 3 * LONG + 7] {
            let list: Vec<usize> = (0..length).collect();
            let parts = in_parts(&list, <[usize]>::to_vec);
            assert_eq!(parts.concat(), list);
            assert!(length < LONG || parts.len() == cores());
        }
    }
}
