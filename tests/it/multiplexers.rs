//! The program at home in tmux and in GNU screen: it opens, hears keys and the mouse, and leaves the shell's screen as it was.

use crate::{
    mouse::{click_on, detail, rows},
    support::{gnu_screen::GnuScreen, pty::Program, tmux::Tmux},
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (120, 41);
const WAYS_OUT: [&str; 2] = ["q", "\x03"];
/// What the shell's screen shows in the end, where the program had one of its own.
const SHELL: [&str; 4] = ["before", "ended with 0", "same", ""];

/// A shell that runs the program, says whether the line discipline behind it is the one from before, and waits.
fn script() -> String {
    let program = format!("'{BINARY}' --fresh --select 2023-01-06-dhs-meti-moc");
    format!(
        "was=$(stty -g); echo before; {program}; echo \"ended with $?\"; test \"$was\" = \"$(stty -g)\" && echo same; cat"
    )
}

/// The next event is selected by a key, and another one by a click.
fn explores(program: &mut Program) {
    program.wait(|screen| detail(screen).contains("DHS and METI sign"));
    program.send("j");
    program.wait(|screen| detail(screen).contains("US–Japan 2+2"));
    click_on(program, "Sunak and Kishida sign");
    program.wait(|screen| detail(screen).contains("Sunak and Kishida"));
}

fn is_that_of_the_shell(screen: &vt100::Screen) -> bool {
    rows(screen).iter().map(|row| row.trim_end()).take(SHELL.len()).eq(SHELL)
}

#[test]
fn tmux_is_left_as_it_was() {
    const MODES: &str =
        "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_button_flag} #{mouse_sgr_flag} #{keypad_flag}";
    for leave in WAYS_OUT {
        let Some(tmux) = Tmux::start(&script()) else { return };
        tmux.run(&["set", "-g", "mouse", "on"]);
        let mut client = tmux.attach(SIZE);
        explores(&mut client);
        assert_eq!(tmux.run(&["display-message", "-p", MODES]).trim(), "1 0 1 1 1 0");
        client.send(leave);
        client.wait(is_that_of_the_shell);
        assert_eq!(tmux.run(&["display-message", "-p", MODES]).trim(), "0 1 0 0 0 0");
    }
}

#[test]
fn gnu_screen_is_left_as_it_was() {
    for leave in WAYS_OUT {
        for has_alternate_screen in [true, false] {
            let config = if has_alternate_screen { "altscreen on\n" } else { "" };
            let Some(mut screen) = GnuScreen::start(&script(), config, SIZE) else { return };
            let program = &mut screen.program;
            explores(program);
            assert_eq!(program.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
            program.send(leave);
            if has_alternate_screen {
                program.wait(is_that_of_the_shell);
            } else {
                // The last frame stays, and the shell goes on in a row of its own.
                program.wait(|screen| rows(screen).iter().any(|row| row.trim_end() == "ended with 0"));
                program.wait(|screen| rows(screen).iter().any(|row| row.trim_end() == "same"));
            }
            assert!(!program.screen().hide_cursor() && !program.screen().bracketed_paste());
            assert_eq!(program.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        }
    }
}
