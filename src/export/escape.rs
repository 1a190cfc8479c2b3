//! Texts as they stand in other languages, so that nothing in them acts there.

/// A text in HTML, in an element or in an attribute between quotation marks.
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A text in Markdown ([CommonMark 2.4](https://spec.commonmark.org/0.31.2/#backslash-escapes)), in one line, which may
/// be the first of a paragraph. Only what would act is escaped, since reports are read as they are, too.
pub(super) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    while let Some(c) = rest.next() {
        let is_first = before.is_none();
        // A number and a full stop would begin a list.
        let ends_number = digits > 0 && text.len() - rest.as_str().len() == digits + 1 && matches!(c, '.' | ')');
        let after = rest.as_str().chars().next();
        let acts = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' => true,
            // Within a word it is a letter like others.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|c| c == '#' || c.is_ascii_alphanumeric()),
            '#' | '+' | '-' | '=' | '|' => is_first,
            _ => ends_number,
        };
        if acts {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
        before = Some(c);
    }
    escaped
}

/// A text in a field of biblatex between braces.
pub(super) fn bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address without characters that none has ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2)), so that it stands
/// in a link of HTML or Markdown.
pub(super) fn url(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '"' => escaped.push_str("%22"),
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '\\' => escaped.push_str("%5C"),
            '^' => escaped.push_str("%5E"),
            '`' => escaped.push_str("%60"),
            '{' => escaped.push_str("%7B"),
            '|' => escaped.push_str("%7C"),
            '}' => escaped.push_str("%7D"),
            c => escaped.push(c),
        }
    }
    escaped
}
