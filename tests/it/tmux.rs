//! What is copied in tmux, whose default settings let no application reach the clipboard by itself.

use crate::support::tmux::Tmux;

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const EVENT: &str = "2023-01-06-dhs-meti-moc";

#[test]
fn what_is_said_to_be_in_the_buffer_is_there() {
    let Some(tmux) = Tmux::start(&format!("'{BINARY}' --fresh --select {EVENT}")) else { return };
    tmux.wait(|screen| screen.contains("DHS and METI sign an updated cybersecurity memorandum"));
    tmux.run(&["send-keys", "y", "i"]);
    tmux.wait(|screen| screen.contains("in the tmux buffer, sent to the terminal"));
    assert_eq!(tmux.run(&["show-buffer"]), EVENT);
}

#[test]
fn nothing_is_said_of_a_tmux_that_cannot_be_reached() {
    let line = format!("TMUX=/nowhere,1,0 '{BINARY}' --fresh --select {EVENT}");
    let Some(tmux) = Tmux::start(&line) else { return };
    tmux.wait(|screen| screen.contains("DHS and METI sign an updated cybersecurity memorandum"));
    tmux.run(&["send-keys", "y", "i"]);
    tmux.wait(|screen| screen.contains("sent to the terminal"));
    assert!(!tmux.run(&["capture-pane", "-p"]).contains("tmux buffer"));
}
