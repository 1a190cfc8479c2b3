//! A screen for the tests of the terminal: the size, and what has been heard.

use std::process::{Command, ExitCode};
use std::thread;

use annalist::input::Key;
use annalist::terminal::{Input, Options, Session, Stopping};

fn main() -> ExitCode {
    match explore() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("annalist: {error}");
            ExitCode::FAILURE
        }
    }
}

fn explore() -> std::io::Result<()> {
    let mut session = Session::open(&Options { ask_background: true, hear_mouse: true, guard: false })?;
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
        for input in session.inputs() {
            match input {
                Input::Key(key) if key == Key::from('q') => return Ok(()),
                Input::Key(key) if key == Key::from('z').with_ctrl() => drop(session.suspend(Stopping::Job)?),
                Input::Key(key) if key == Key::from('p') => panic(),
                Input::Key(key) if key == Key::from('!') => drop(thread::spawn(panic).join()),
                Input::Key(key) if key == Key::from('e') => drop(session.lend(guest)?),
                Input::Key(key) => {
                    keys += 1;
                    last = key.to_string();
                }
                Input::Paste(text) => paste += text.len(),
                Input::Background(found) => background = format!("{found:?}"),
                Input::Suspend => drop(session.suspend(Stopping::Program)?),
                Input::Gone => return Ok(()),
                Input::Mouse(mouse) => last = format!("{:?} {} {}", mouse.gesture, mouse.column, mouse.row),
                Input::Resize(_) | Input::Focus | Input::Resume => {}
            }
        }
    }
}

/// A program that says when it starts and when it is continued, reads nothing, and ends by Ctrl-C.
fn guest() -> std::io::Result<std::process::ExitStatus> {
    let script = r#"trap "echo again" CONT; echo guest; while :; do sleep 0.1; done"#;
    Command::new("sh").args(["-c", script]).status()
}

#[expect(clippy::panic, reason = "the tests ask for it")]
fn panic() {
    panic!("forced")
}
