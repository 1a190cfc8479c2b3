//! Texts with HTML in them, as plain text.

/// A text without its HTML; the very same where there is none. Addresses of links stand behind their words.
pub(super) fn text(html: &str) -> String {
    if has_markup(html) { nanohtml2text::html2text(html) } else { html.to_owned() }
}

/// The words of a text without its HTML, and without the addresses of links.
pub(super) fn words(html: &str) -> String {
    let mut parts = html.split('<');
    let mut words = parts.next().unwrap_or_default().to_owned();
    words.extend(parts.filter_map(|part| part.split_once('>')).map(|(_, words)| words));
    text(&words)
}

/// Whether tags or character references stand in it.
fn has_markup(text: &str) -> bool {
    let is_tag =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') && rest.contains('>');
    let is_reference = |rest: &str| {
        rest.get(..rest.len().min(10))
            .unwrap_or(rest)
            .split_once(';')
            .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
    };
    text.split('<').skip(1).any(is_tag) || text.split('&').skip(1).any(is_reference)
}
