//! Which files use which, and the rings among them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{By, Mention, Program};

/// A file that names something of another.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) from: String,
    pub(crate) to: String,
    /// What is named, and on which line.
    pub(crate) name: String,
    pub(crate) line: usize,
}

/// All uses of one file by another.
///
/// What a file adds to a type of another file, by an `impl`, may name that type and all that it is made of: this is no
/// use. An import counts where what is imported is named.
pub(crate) fn uses(program: &Program) -> Vec<Use> {
    let mut uses = Vec::new();
    let mut made = BTreeMap::new();
    for (module, source) in &program.modules {
        let named: BTreeSet<_> = source.mentions.iter().filter(|it| it.by != By::Import).map(first).collect();
        for Mention { path, line, by } in &source.mentions {
            let Some(home) = program.home(module, path).filter(|home| *home != source.file) else { continue };
            let counts = match by {
                By::Import => !path.last().is_some_and(|name| named.contains(&Some(name))),
                By::Impl(owner) => match program.home(module, owner) {
                    Some(owner) if owner != source.file => {
                        !made.entry(owner).or_insert_with(|| made_of(program, owner)).contains(home)
                    }
                    _ => true,
                },
                By::Type | By::Other => true,
            };
            if counts {
                let (from, to) = (source.file.clone(), home.to_owned());
                uses.push(Use { from, to, name: path.join("::"), line: *line });
            }
        }
    }
    uses
}

fn first(mention: &Mention) -> Option<&String> {
    mention.path.first()
}

/// The files that define what the types of a file are made of, and that file itself.
fn made_of<'a>(program: &'a Program, file: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut left = vec![file];
    while let Some(file) = left.pop() {
        if !found.insert(file) {
            continue;
        }
        for (module, source) in program.modules.iter().filter(|(_, source)| source.file == file) {
            let parts = source.mentions.iter().filter(|it| it.by == By::Type);
            left.extend(parts.filter_map(|it| program.home(module, &it.path)));
        }
    }
    found
}

/// The rings among the files and folders of each folder, one for each folder that has any, told use by use. Uses of
/// these pairs of files are passed over.
pub(crate) fn rings(program: &Program, allowed: &[(&str, &str)]) -> Vec<String> {
    let mut uses = uses(program);
    uses.retain(|it| !allowed.contains(&(&it.from, &it.to)));
    let folders = program.lines.keys().flat_map(|file| file.match_indices('/').map(|(at, _)| &file[..=at]));
    let folders: BTreeSet<&str> = folders.chain([""]).collect();
    folders.into_iter().filter_map(|folder| ring(folder, &uses)).collect()
}

/// The shortest ring among what stands in a folder; what a `mod.rs` or `lib.rs` names is an export, and no use.
fn ring(folder: &str, uses: &[Use]) -> Option<String> {
    let node = |file: &'_ str| -> Option<String> {
        let name = file.strip_prefix(folder)?.split('/').next()?.trim_end_matches(".rs");
        (!matches!(name, "mod" | "lib")).then(|| name.to_owned())
    };
    let mut graph: BTreeMap<String, BTreeMap<String, &Use>> = BTreeMap::new();
    for it in uses {
        if let (Some(from), Some(to)) = (node(&it.from), node(&it.to))
            && from != to
        {
            graph.entry(from).or_default().entry(to).or_insert(it);
        }
    }
    let way = graph.keys().filter_map(|start| way_back(&graph, start)).min_by_key(Vec::len)?;
    let told = way.into_iter().map(|it| format!("{}:{} uses {} of {}", it.from, it.line, it.name, it.to));
    Some(told.collect::<Vec<_>>().join("\n"))
}

/// The shortest way from a node through others back to it.
fn way_back<'a>(graph: &BTreeMap<String, BTreeMap<String, &'a Use>>, start: &str) -> Option<Vec<&'a Use>> {
    let mut ways = VecDeque::from([(start, Vec::new())]);
    let mut seen = BTreeSet::new();
    while let Some((node, way)) = ways.pop_front() {
        for (next, it) in graph.get(node).into_iter().flatten() {
            let way = way.iter().copied().chain([*it]).collect();
            if next == start {
                return Some(way);
            }
            if seen.insert(next.as_str()) {
                ways.push_back((next, way));
            }
        }
    }
    None
}

fn found(files: &[(&str, &str)]) -> Vec<String> {
    rings(&Program::parse(files.iter().copied()), &[])
}

const EXPORTS: (&str, &str) = ("date/mod.rs", "mod a; mod b; mod c; pub use b::Thing; pub use c::{Other as Another};");

#[test]
fn a_ring_through_nested_imports_is_found() {
    let files = [
        EXPORTS,
        ("date/a.rs", "use super::{super::Moment, b::{self as words, inner::Deep}, c}; fn f() { words::g() }"),
        (
            "date/b.rs",
            "pub mod inner { pub struct Deep; } use super::{super::{Moment, date::{c::Other as It}}}; fn g(it: It) {}",
        ),
        ("date/c.rs", "use crate::{Moment, date::{self, a::{T}}}; pub struct Other(T);"),
    ];
    let [ring] = &found(&files)[..] else { panic!("one ring was to be found") };
    assert_eq!(ring, "date/a.rs:1 uses super::c of date/c.rs\ndate/c.rs:1 uses T of date/a.rs");
    let files = files.map(|(file, text)| (file, text.replace(", c};", "};")));
    let [ring] = &found(&files.each_ref().map(|(file, text)| (*file, text.as_str())))[..] else { panic!("no ring") };
    assert_eq!(ring.lines().count(), 3, "a ring of three files: {ring}");
}

#[test]
fn a_ring_through_paths_in_expressions_types_and_macros_is_found() {
    for body in [
        "fn f() -> u8 { super::a::g() }",
        "fn f(it: super::a::T) {}",
        "fn f() { println!(\"{}\", super::a::g()) }",
        "fn f() { match 1 { super::a::X => {} _ => {} } }",
        "mod inner { fn f() { super::super::a::g() } }",
        "fn f() { use crate::date::a; }",
    ] {
        let told = found(&[EXPORTS, ("date/a.rs", "use super::b::Thing;"), ("date/b.rs", body), ("date/c.rs", "")]);
        assert_eq!(told.len(), 1, "{body}");
    }
}

#[test]
fn a_ring_through_what_a_module_exports_is_found() {
    let files = [
        EXPORTS,
        ("date/a.rs", "use super::{Thing, Another};"),
        ("date/b.rs", "pub struct Thing;"),
        ("date/c.rs", "pub struct Other; fn f() { super::a::g() }"),
    ];
    assert_eq!(
        found(&files),
        ["date/a.rs:1 uses super::Another of date/c.rs\ndate/c.rs:1 uses super::a::g of date/a.rs"]
    );
}

#[test]
fn a_ring_of_folders_is_found() {
    let files = [
        ("lib.rs", "mod model; mod text;"),
        ("model/mod.rs", "mod date; mod event;"),
        ("model/event.rs", "use super::date::Day;"),
        ("model/date/mod.rs", "mod day; mod year; pub use day::Day;"),
        ("model/date/day.rs", "pub struct Day;"),
        ("model/date/year.rs", "use crate::model::event::Event;"),
    ];
    assert_eq!(found(&files).len(), 1);
}

#[test]
fn what_extends_a_type_is_part_of_it() {
    let state = ("app/state.rs", "use super::filter::Filter; pub struct App { filter: Filter }");
    let exports = ("app/mod.rs", "mod state; mod filter; pub use state::App;");
    let part = ("app/filter.rs", "use super::App; pub struct Filter; impl App { fn filter(&self) {} }");
    assert_eq!(found(&[exports, state, part]), Vec::<String>::new());
    let other = ("app/filter.rs", "use super::App; pub struct Filter; fn filter(app: &App) {}");
    assert_eq!(found(&[exports, state, other]).len(), 1);
}

#[test]
fn tests_use_what_they_like() {
    let files = [
        EXPORTS,
        ("date/a.rs", "use super::b::Thing;"),
        ("date/b.rs", "#[cfg(test)] mod tests { use super::super::a; }"),
    ];
    assert_eq!(found(&files), Vec::<String>::new());
}
