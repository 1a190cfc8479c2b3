//! Where the pages lead.

use std::{fs, path::Path};

use super::page::{FOLDER, Page};

/// The targets of the links and pictures of a text in Markdown.
fn targets(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn every_link_leads_somewhere_and_every_picture_is_there() {
    let mut pictures = 0;
    for page in Page::all() {
        let links = targets(&page.text);
        assert!(!links.is_empty(), "{} leads nowhere", page.path());
        for target in links.into_iter().filter(|target| !target.starts_with("https://")) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(file);
            let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}: {target} is not there", page.path()));
            assert!(heading.is_empty() || has_heading(&text, heading), "{}: {target} has no such heading", page.path());
            pictures += usize::from(target.ends_with(".svg"));
        }
    }
    assert!(pictures >= 5, "{pictures} pictures");
}

/// Whether a text in Markdown has a heading of this anchor.
fn has_heading(text: &str, anchor: &str) -> bool {
    let headings =
        text.lines().filter_map(|line| line.strip_prefix('#')).map(|line| line.trim_start_matches('#').trim());
    let mut anchors = headings.map(|heading| {
        let kept = heading.to_lowercase();
        kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
    });
    anchors.any(|made| made == anchor)
}

#[test]
fn the_index_has_every_page_and_each_page_leads_to_the_next() {
    let pages = Page::all();
    let index = pages.iter().find(|page| page.name == "README.md").unwrap();
    let listed: Vec<&str> = targets(&index.text).into_iter().filter(|target| !target.contains('/')).collect();
    let mut names: Vec<&str> =
        pages.iter().map(|page| page.name.as_str()).filter(|name| *name != "README.md").collect();
    for pair in listed.windows(2) {
        let [name, next] = pair else { continue };
        let page = pages.iter().find(|page| page.name == *name).unwrap();
        let last = page.text.lines().next_back().unwrap_or_default();
        assert!(last.starts_with("Next: ") && targets(last) == [*next], "{name} leads to `{last}`, not to {next}");
    }
    names.sort_unstable();
    let mut listed = listed;
    listed.sort_unstable();
    assert_eq!(listed, names, "each page once");
}

#[test]
fn the_readme_leads_to_the_guide() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    assert!(targets(&readme).contains(&"docs/guide/README.md"));
}
