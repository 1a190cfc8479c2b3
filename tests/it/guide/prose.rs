//! What the pages name in passing is tried on them as well.

use super::{
    commands::PROMPT,
    keyboard,
    page::{Page, Part},
};

/// The commands of a page, of both kinds of blocks.
fn commands(page: &Page) -> Vec<&str> {
    let lines = ["console", "keys"].into_iter().flat_map(|kind| page.lines_of(kind));
    lines.filter_map(|line| line.strip_prefix(PROMPT)).collect()
}

#[test]
fn every_key_that_a_page_names_is_pressed_on_it() {
    let (mut all, mut missing) = (0, Vec::new());
    for page in Page::all() {
        let pressed: Vec<&str> = page.lines_of("keys").into_iter().flat_map(keyboard::keys).collect();
        let named = page.quoted().into_iter().filter(|quoted| keyboard::is_key(quoted)).inspect(|_| all += 1);
        missing.extend(named.filter(|key| !pressed.contains(key)).map(|key| format!("{}: {key}", page.name)));
    }
    assert_eq!(missing, [""; 0], "these are not pressed");
    assert!(all > 50, "{all} keys are named");
}

#[test]
fn every_command_and_option_that_a_page_names_is_run_on_it() {
    let (mut all, mut missing) = (0, Vec::new());
    for page in Page::all() {
        let run = commands(&page);
        for quoted in page.quoted() {
            let is_there = match quoted.split(' ').next() {
                Some("annalist") => run.iter().any(|command| command.contains(quoted)),
                Some(option) if option.starts_with("--") || option.starts_with('-') && quoted.len() == 2 => {
                    run.iter().any(|command| command.split([' ', '=']).any(|word| word == option))
                }
                _ => continue,
            };
            all += 1;
            missing.extend((!is_there).then(|| format!("{}: {quoted}", page.name)));
        }
    }
    assert_eq!(missing, [""; 0], "these are not run");
    assert!(all > 20, "{all} commands are named");
}

#[test]
fn a_file_that_a_page_writes_is_named_before_it() {
    for page in Page::all() {
        for pair in page.parts().windows(2) {
            let [Part::Prose(before), Part::Code { info, .. }] = pair else { continue };
            let Some((_, name)) = info.split_once(' ') else { continue };
            let paragraph = before.trim_end().rsplit("\n\n").next().unwrap_or_default();
            assert!(paragraph.contains(&format!("`{name}`")), "{}: which file is {name}?", page.path());
        }
    }
}
