//! What is fuzzed. `fuzz/run` says how.

mod targets;

#[cfg(feature = "libfuzzer")]
#[doc(hidden)]
pub use libfuzzer_sys;

/// The names of all targets.
pub fn names() -> Vec<&'static str> {
    targets::TARGETS.iter().map(|(name, _)| *name).collect()
}

/// What the target of this name does with bytes; it panics where something does not hold. `None` if there is none.
pub fn named(name: &str) -> Option<fn(&[u8])> {
    targets::TARGETS.iter().find(|(known, _)| *known == name).map(|(_, target)| *target)
}

/// The whole of a program in which libFuzzer runs the target of this name.
#[cfg(feature = "libfuzzer")]
#[macro_export]
macro_rules! fuzz {
    ($name:literal) => {
        $crate::libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            $crate::named($name).expect("a target of this name")(bytes)
        });
    };
}
