//! Lists of objects in the one object that a source of JSON may be: what an interface of the web gives, mostly.

use std::ops::Range;

/// A list of objects within an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ObjectList<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// The bytes of its objects, as far as they are there.
    pub(super) objects: Range<usize>,
}

/// What an object holds that is an event itself.
const EVENT_FIELDS: [&str; 2] = ["date", "title"];

/// The lists of objects in the object that a source begins with, the longest first; none where it is no object, or where more
/// stands behind it. Whether they are all that there is in what is cut off: an object that is none of the events.
pub(super) fn object_lists(begin: &str) -> (Vec<ObjectList<'_>>, bool) {
    let (mut lists, mut is_event) = (Vec::new(), false);
    let mut open: Option<ObjectList<'_>> = None;
    let (bytes, mut depth, mut name) = (begin.as_bytes(), 0_usize, "");
    let mut at = bytes.len() - bytes.trim_ascii_start().len();
    if bytes.get(at) != Some(&b'{') {
        return (lists, false);
    }
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => {
                let end = string_end(bytes, at);
                let behind = bytes.get(end + 1..).unwrap_or_default();
                if depth == 1 && behind.trim_ascii_start().starts_with(b":") {
                    name = begin.get(at..end).unwrap_or_default();
                    is_event |= EVENT_FIELDS.contains(&name);
                }
                at = end + 1;
            }
            b'{' | b'[' => {
                depth += 1;
                let is_list = depth == 2 && *byte == b'[' && !name.contains('\\');
                open = is_list.then_some(ObjectList { name, objects: at..begin.len() }).or(open);
            }
            b'}' | b']' => {
                depth -= 1;
                if depth == 1 {
                    lists.extend(open.take().map(|list| ObjectList { objects: list.objects.start..at - 1, ..list }));
                }
                if depth == 0 {
                    break;
                }
            }
            _ => {}
        }
    }
    let is_cut = depth > 0 && !is_event;
    lists.extend(open);
    let behind = bytes.get(at..).unwrap_or_default();
    let is_of_objects = |list: &ObjectList<'_>| {
        behind.trim_ascii().is_empty()
            && begin.get(list.objects.clone()).is_some_and(|text| text.trim_start().starts_with('{'))
    };
    lists.retain(is_of_objects);
    lists.sort_by_key(|list| std::cmp::Reverse(list.objects.len()));
    (lists, is_cut)
}

/// Where the string ends that begins at this byte.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(length) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += length;
        if bytes.get(at) == Some(&b'"') {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(begin: &str) -> Vec<(&str, &str)> {
        object_lists(begin).0.into_iter().map(|list| (list.name, begin.get(list.objects).unwrap())).collect()
    }

    #[test]
    fn lists_are_found_by_their_brackets() {
        assert_eq!(
            found(r#"{"a]":"[{","n":1,"rows":[{"x":[{}]}, {}],"o":{"p":[{}]}}"#),
            [("rows", r#"{"x":[{}]}, {}"#)]
        );
        assert_eq!(found(r#"{"a":[{}],"b":[{"x":1}],"c":[1]}"#), [("b", r#"{"x":1}"#), ("a", "{}")]);
        assert_eq!(found("{\"a\":[\n{\"x\":1},\n{"), [("a", "\n{\"x\":1},\n{")]);
        assert_eq!(found("{\"a\":[{}]}\n{\"a\":[{}]}\n"), []);
        assert_eq!(found("[{\"a\":[{}]}]"), []);
        assert_eq!(found("{\"a\":[{}]}]]"), []);
        assert_eq!(found("{]"), []);
        assert!(object_lists("{\"a\":[\n{\"date\":1},\n{").1);
        assert!(object_lists("{\"sort\":\"date\",\"a\":[\n{\"date\":1},\n{").1);
        assert!(!object_lists("{\"title\":\"x\",\"a\":[\n{\"date\":1},\n{").1);
    }
}
