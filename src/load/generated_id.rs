//! Ids for events that have none of their own.

/// An id from the date as it is written and the first words of the title, for an event that has none of its own.
pub fn generated_id(date: &str, title: &str) -> String {
    const MAX_ID_CHARS: usize = 48;
    let title = slug(title);
    let mut short = String::new();
    for word in title.split('-') {
        if !short.is_empty() && short.chars().count() + word.chars().count() >= MAX_ID_CHARS {
            break;
        }
        short.push_str(if short.is_empty() { "" } else { "-" });
        short.extend(word.chars().take(MAX_ID_CHARS));
    }
    let date = slug(date);
    if short.is_empty() { date } else { format!("{date}-{short}") }
}

/// Letters and digits in small letters, with one hyphen in place of whatever stands between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
