//! Completions for shells, made of the options themselves.

use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use super::{
    args::ShellChoice,
    exit_status::{ExitStatus, print},
    language::locale,
    localized::command_for_shells,
};

/// Prints what this shell reads to complete options, their values and files.
pub(super) fn completions(shell: ShellChoice) -> ExitStatus {
    let mut command = command_for_shells(locale());
    let mut script = Vec::new();
    let out = &mut script;
    match shell {
        ShellChoice::Bash => generate(Shell::Bash, &mut command, "annalist", out),
        ShellChoice::Elvish => generate(Shell::Elvish, &mut command, "annalist", out),
        ShellChoice::Fish => generate(Shell::Fish, &mut command, "annalist", out),
        ShellChoice::Nushell => generate(Nushell, &mut command, "annalist", out),
        ShellChoice::Powershell => generate(Shell::PowerShell, &mut command, "annalist", out),
        ShellChoice::Zsh => generate(Shell::Zsh, &mut command, "annalist", out),
    }
    print(&String::from_utf8_lossy(&script)).unwrap_or(ExitStatus::Fine)
}
