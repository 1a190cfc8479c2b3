//! Runs the tests of this executable, as the harness of the standard library would if it could share it with a program.

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    sync::{Mutex, PoisonError},
    thread,
};

/// A test and its name.
pub(crate) type Test = (&'static str, fn());

/// Runs the tests of whose names the command line gives a part, or all if it gives none, on as many threads as there are
/// cores. Options of other harnesses are ignored.
pub(crate) fn run(tests: Vec<Test>) -> ExitCode {
    let filters: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_wanted = |name: &str| filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()));
    let count = tests.len();
    let tests: Vec<Test> = tests.into_iter().filter(|(name, _)| is_wanted(name)).collect();
    let (wanted, failed) = (tests.len(), Mutex::new(Vec::new()));
    println!("\nrunning {wanted} tests");
    let queue = Mutex::new(tests.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((name, test)) = next() {
                    let passes = catch_unwind(AssertUnwindSafe(test)).is_ok();
                    println!("test {name} ... {}", if passes { "ok" } else { "FAILED" });
                    if !passes {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).push(name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    let result = if failed.is_empty() { "ok" } else { "FAILED" };
    let (passed, left_out) = (wanted - failed.len(), count - wanted);
    println!("\ntest result: {result}. {passed} passed; {} failed; {left_out} filtered out\n", failed.len());
    failed.iter().for_each(|name| println!("failed: {name}"));
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
