//! Addresses within HTML: those that it links to, and those of what it shows.

use std::collections::HashSet;

use super::super::schema::is_http_url;

/// The addresses of links and frames in their order, each once.
pub(super) fn addresses(html: &str) -> Vec<String> {
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    let names = ["href", "src"];
    let lower = html.to_ascii_lowercase();
    let mut places: Vec<usize> =
        names.iter().flat_map(|name| lower.match_indices(name).map(|(at, name)| at + name.len())).collect();
    places.sort_unstable();
    for place in places {
        let Some(rest) = html.get(place..).map(str::trim_start).and_then(|rest| rest.strip_prefix('=')) else {
            continue;
        };
        let rest = rest.trim_start();
        let address = match rest.chars().next() {
            Some(mark @ ('"' | '\'')) => rest.get(1..).and_then(|rest| rest.split(mark).next()),
            _ => rest.split(|c: char| c.is_whitespace() || c == '>').next(),
        };
        let address = address.unwrap_or_default().trim().replace("&amp;", "&");
        let address = if address.starts_with("//") { format!("https:{address}") } else { address };
        if is_http_url(&address) && known.insert(address.clone()) {
            found.push(address);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_however_they_are_quoted() {
        let html = r#"<a href="https://example.org/a?b=1&amp;c=2">x</a> <A HREF='http://example.org/b'>y</A>
            <iframe src=//example.org/c width=1></iframe> <a href="javascript:alert(1)">z</a> <a href="https://example.org/a?b=1&c=2">"#;
        assert_eq!(addresses(html), ["https://example.org/a?b=1&c=2", "http://example.org/b", "https://example.org/c"]);
        assert!(addresses("href src= <a href=\"").is_empty());
    }
}
