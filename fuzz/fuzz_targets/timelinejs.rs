#![no_main]

annalist_fuzz::fuzz!("timelinejs");
