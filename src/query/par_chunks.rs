//! Work on a long list, on all cores.

use std::{num::NonZero, sync::OnceLock, thread};

/// Items: shorter lists are worked on sooner than a thread would start.
const MIN_PARALLEL_ITEMS: usize = 50_000;

/// Applies `work` to a list in as many chunks as there are cores.
///
/// Returns what it made of each, in order. A short list is one chunk.
pub fn par_chunks<T: Sync, R: Send>(list: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if list.len() < MIN_PARALLEL_ITEMS || num_threads() < 2 {
        return vec![work(list)];
    }
    let mut parts = list.chunks(list.len().div_ceil(num_threads()));
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
pub(super) fn num_threads() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_order_and_leave_nothing_out() {
        for length in
            [0, 1, MIN_PARALLEL_ITEMS - 1, MIN_PARALLEL_ITEMS, MIN_PARALLEL_ITEMS + 1, 3 * MIN_PARALLEL_ITEMS + 7]
        {
            let list: Vec<usize> = (0..length).collect();
            let parts = par_chunks(&list, <[usize]>::to_vec);
            assert_eq!(parts.concat(), list);
            assert!(length < MIN_PARALLEL_ITEMS || parts.len() == num_threads());
        }
    }
}
