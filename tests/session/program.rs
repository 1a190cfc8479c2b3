//! A program for the tests of the terminal, which shows the size and what it has heard.

use std::process::{Command, ExitCode};
use std::thread;

use annalist::input::Key;
use annalist::terminal::{Input, Options, Session, StopTarget};

pub(crate) fn main() -> ExitCode {
    match explore() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("annalist: {error}");
            ExitCode::FAILURE
        }
    }
}

fn explore() -> std::io::Result<()> {
    let mut session = Session::open(&Options { query_background: true, mouse_capture: true, guard: None })?;
    let (mut keys, mut last, mut paste, mut background) = (0, String::new(), 0, String::new());
    loop {
        let size = session.size();
        session.draw(None, |buf| {
            let text = format!(
                "size {}x{}\nkeys {keys}\nlast {last}\npaste {paste}\nbackground {background}",
                size.width, size.height
            );
            ratatui::widgets::Widget::render(ratatui::text::Text::raw(text), buf.area, buf);
            None
        })?;
        for input in session.read_inputs() {
            match input {
                Input::Key(key) if key == Key::from('q') => return Ok(()),
                Input::Key(key) if key == Key::from('z').with_ctrl() => drop(session.suspend(StopTarget::Job)?),
                Input::Key(key) if key == Key::from('p') => panic(),
                Input::Key(key) if key == Key::from('!') => drop(thread::spawn(panic).join()),
                Input::Key(key) if key == Key::from('e') => drop(session.run_external(&mut child())?),
                Input::Key(key) => {
                    keys += 1;
                    last = key.to_string();
                }
                Input::Paste(text) => paste += text.len(),
                Input::Background(found) => background = format!("{found:?}"),
                Input::Suspend => drop(session.suspend(StopTarget::Program)?),
                Input::HangUp => return Ok(()),
                Input::Mouse(mouse) => last = format!("{:?} {} {}", mouse.kind, mouse.column, mouse.row),
                Input::Resize(_) | Input::FocusGained | Input::Resume | Input::EnhancedKeyboard => {}
            }
        }
    }
}

/// A program that says when it starts and when it is continued, reads nothing, and ends by Ctrl-C.
fn child() -> Command {
    let script = r#"trap "echo again" CONT; echo child; while :; do sleep 0.1; done"#;
    let mut command = Command::new("sh");
    command.args(["-c", script]);
    command
}

#[expect(clippy::panic, reason = "the tests ask for it")]
fn panic() {
    panic!("forced")
}
