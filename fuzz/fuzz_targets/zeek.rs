#![no_main]

annalist_fuzz::fuzz!("zeek");
