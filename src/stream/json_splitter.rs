//! Cutting JSON that does not go by lines behind the objects of its lists, without reading more than its brackets.
//!
//! A list in one line, objects over several lines and an object that holds the lists of a timeline by their names are cut alike.
//! What is cut out of such an object is read with its name around it, so that it means the same.

use std::ops::Range;

/// Lists of a timeline: the name of each, and what has to stand before objects that were cut out of it.
const LISTS: [(&str, &str); 6] = [
    ("events", ""),
    ("event", ""),
    ("lane", "{\"lane\":["),
    ("kind", "{\"kind\":["),
    ("area", "{\"area\":["),
    ("party", "{\"party\":["),
];

/// The number of a list of another name, whose objects are rows.
const OTHER_LIST: usize = LISTS.len();

/// Of so many open brackets the kind is known.
const MAX_KNOWN_DEPTH: usize = 64;

/// Where in the nesting of a source something is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Nesting {
    /// Between events, or objects that hold the lists of a timeline.
    #[default]
    Top,
    /// Within such an object, between its members.
    Members,
    /// Within a list of such an object, the one with this place among `LISTS`.
    List(usize),
}

/// A place to cut at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// The byte behind an object, or behind the bracket of a list.
    pub(super) at: usize,
    /// Where it is nested.
    pub(super) nesting: Nesting,
}

/// A part of a source that can be read by itself, with what has to stand around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) length: usize,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    /// Where its pieces end, if it has more than one.
    pub(super) ends: Vec<usize>,
    /// Where it ends.
    nesting: Nesting,
}

/// What has been seen of the bytes that are not cut yet.
#[derive(Debug, Default)]
pub(super) struct JsonSplitter {
    /// Where the bytes start.
    start: Nesting,
    /// Up to where they have been looked at.
    at: usize,
    /// How many brackets are open within the outermost object; none outside of any.
    depth: usize,
    /// Which of the first of them are of objects, a bit each.
    objects: u64,
    in_string: bool,
    /// Where the last string that stands directly in the outermost object began; `None` if that is cut off.
    string: Option<usize>,
    /// The name of the member that is being read, if it is the name of a list.
    list: Option<usize>,
    /// The same of what may yet turn out to be a name.
    text: Option<ListName>,
    /// Whether the outermost object has a date: it is an event then.
    has_date: bool,
    open_list: Option<usize>,
    /// How far from the left the first object stands, where lines had to be looked at.
    indent: usize,
    boundaries: Vec<Boundary>,
    /// The name of the only list that counts, where it has another than those of a timeline.
    other: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListName {
    Date,
    List(usize),
}

impl Part {
    /// Whether its text is read as it stands.
    pub(super) fn is_plain(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Returns its pieces, each of which can be read by itself.
    pub(super) fn pieces(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let ends = self.ends.iter().copied().chain([self.length]);
        ends.map(|end| std::mem::replace(&mut start, end)..end).filter(|piece| !piece.is_empty()).collect()
    }
}

impl Nesting {
    const fn depth(self) -> usize {
        match self {
            Self::Top => 0,
            Self::Members => 1,
            Self::List(_) => 2,
        }
    }

    /// What stands before a part that starts here, so that it can be read by itself.
    fn before(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Members => "{\"event\":[],",
            Self::List(list) => LISTS.get(list).map_or("", |(_, before)| before),
        }
    }

    /// What stands behind a part that ends here.
    const fn after(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Members => "}",
            Self::List(_) => "]}",
        }
    }

    /// Whether what starts here are events, one behind the other.
    fn is_of_events(self) -> bool {
        self.before().is_empty()
    }
}

impl JsonSplitter {
    /// What cuts behind the objects of a list of this name.
    pub(super) fn of_list(name: &str) -> Self {
        Self { other: Some(name.into()), ..Self::default() }
    }

    /// Looks at what has been read since the last time, behind what was there.
    pub(super) fn scan(&mut self, bytes: &[u8]) {
        while self.at < bytes.len() {
            if self.in_string {
                self.scan_string(bytes);
                continue;
            }
            let Some(byte) = bytes.get(self.at) else { break };
            self.at += 1;
            match byte {
                b'"' => {
                    self.in_string = true;
                    self.string = (self.depth == 1).then_some(self.at);
                }
                b'{' => self.open(),
                b'[' if self.depth > 0 => self.open_array(),
                b'}' | b']' if self.depth > 0 => self.close(*byte == b'}'),
                b':' if self.depth == 1 => {
                    self.has_date |= self.text == Some(ListName::Date);
                    self.list = if let Some(ListName::List(list)) = self.text { Some(list) } else { None };
                }
                b',' if self.depth == 1 => self.list = None,
                _ => {}
            }
        }
    }

    /// Goes to the end of a string, or of the line, where a string that does not end is given up.
    fn scan_string(&mut self, bytes: &[u8]) {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', rest) else { return self.at = bytes.len() };
        if rest.get(length) == Some(&b'\\') {
            // What is escaped may not be there yet: it is passed over when it comes.
            self.at += length + 2;
            return;
        }
        let text = self.string.and_then(|start| bytes.get(start..self.at + length));
        self.text = text.and_then(|text| match (text, &self.other) {
            (_, Some(other)) => (text == other.as_bytes()).then_some(ListName::List(OTHER_LIST)),
            (b"date", None) => Some(ListName::Date),
            (_, None) => LISTS.iter().position(|(list, _)| list.as_bytes() == text).map(ListName::List),
        });
        self.at += length + 1;
        self.in_string = false;
    }

    fn open(&mut self) {
        if self.depth == 0 {
            (self.has_date, self.list, self.open_list) = (false, None, None);
        }
        self.push(true);
    }

    fn open_array(&mut self) {
        self.push(false);
        if self.depth == 2 && !self.has_date {
            self.open_list = self.list;
            let opened = self.list.map(|list| Boundary { at: self.at, nesting: Nesting::List(list) });
            self.boundaries.extend(opened);
        }
    }

    fn push(&mut self, is_object: bool) {
        if self.depth < MAX_KNOWN_DEPTH {
            let bit = 1 << self.depth;
            self.objects = if is_object { self.objects | bit } else { self.objects & !bit };
        }
        self.depth += 1;
    }

    /// Whether the last but so many of the open brackets is of an object, or of a list; unknown if it is deep within.
    fn is_of(&self, back: usize, is_object: bool) -> bool {
        self.depth
            .checked_sub(back + 1)
            .is_some_and(|at| at >= MAX_KNOWN_DEPTH || (self.objects >> at & 1 == 1) == is_object)
    }

    /// Closes what is open. A bracket of the other kind closes what it is around as well, or else nothing.
    fn close(&mut self, is_object: bool) {
        if !self.is_of(0, is_object) {
            if !self.is_of(1, is_object) {
                return;
            }
            self.pop(!is_object);
        }
        self.pop(is_object);
    }

    fn pop(&mut self, is_object: bool) {
        self.depth -= 1;
        let nesting = match (self.depth, self.open_list) {
            (0, _) => Nesting::Top,
            (1, Some(_)) => Nesting::Members,
            (2, Some(list)) if is_object => Nesting::List(list),
            _ => return,
        };
        if self.depth < 2 {
            self.open_list = None;
        }
        self.boundaries.push(Boundary { at: self.at, nesting });
    }

    /// The longest part that ends at a boundary.
    pub(super) fn part(&self) -> Option<Part> {
        let last = match self.start {
            // An object is left whole if it is not long; else each of its lists is a part of its own, and what is between them.
            Nesting::Top => self.boundaries.iter().rposition(|boundary| boundary.nesting == Nesting::Top).or(Some(0)),
            Nesting::List(_) => {
                let end = self.boundaries.iter().position(|boundary| boundary.nesting != self.start);
                end.or(self.boundaries.len().checked_sub(1))
            }
            Nesting::Members => Some(0),
        }?;
        let boundaries = self.boundaries.get(..=last)?;
        let Boundary { at: length, nesting } = *boundaries.last()?;
        let is_alike = |boundary: &&Boundary| boundary.nesting == self.start;
        let is_of_events = self.start.is_of_events() && (self.start != Nesting::Top || nesting == Nesting::Top);
        Some(if is_of_events {
            let ends = boundaries.iter().filter(is_alike).map(|boundary| boundary.at).collect();
            Part { length, ends, nesting, ..Part::default() }
        } else {
            Part { length, nesting, before: self.start.before(), after: nesting.after(), ends: Vec::new() }
        })
    }

    /// All that there is, at the end of the source.
    pub(super) fn rest(&self, length: usize) -> Part {
        Part { length, before: self.start.before(), ..Part::default() }
    }

    /// What stands before the last line that begins with an object as far to the left as the first one, where there is no
    /// boundary: brackets that do not match are no reason to lose what comes later.
    pub(super) fn part_by_lines(&mut self, bytes: &[u8]) -> Option<Part> {
        let first = memchr::memchr(b'{', bytes)?;
        let (before, _) = bytes.split_at(first);
        self.indent = first - memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        let length = object_lines(bytes, self.indent).rfind(|line| *line > first)?;
        let after = if self.start.is_of_events() { "" } else { self.start.after() };
        Some(Part { length, before: self.start.before(), after, nesting: self.start, ends: Vec::new() })
    }

    /// Up to where what is too long can be left out.
    pub(super) fn end_of_too_long(&self, bytes: &[u8]) -> Option<Part> {
        let boundary = self.boundaries.first().map(|boundary| (boundary.at, boundary.nesting));
        let line = || object_lines(bytes, self.indent).next().map(|line| (line, self.start));
        let (length, nesting) = boundary.or_else(line)?;
        Some(Part { length, nesting, ..Part::default() })
    }

    /// Goes on behind a part that was cut off.
    pub(super) fn cut(&mut self, part: &Part) {
        let is_boundary = self.boundaries.iter().any(|boundary| boundary.at == part.length);
        self.start = part.nesting;
        if is_boundary {
            self.drop_first(part.length);
            self.boundaries.retain(|boundary| boundary.at > 0);
        } else {
            let open_list = if let Nesting::List(list) = part.nesting { Some(list) } else { None };
            let other = self.other.take();
            let (start, depth) = (part.nesting, part.nesting.depth());
            *self = Self { start, depth, objects: 1, open_list, other, ..Self::default() };
        }
    }

    /// Goes on after so many bytes were dropped.
    pub(super) fn drop_first(&mut self, length: usize) {
        self.at = self.at.saturating_sub(length);
        self.string = self.string.and_then(|start| start.checked_sub(length));
        self.boundaries.iter_mut().for_each(|boundary| boundary.at = boundary.at.saturating_sub(length));
    }
}

/// The lines that begin with an object not further from the left than this.
fn object_lines(bytes: &[u8], indent: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
    memchr::memchr_iter(b'\n', bytes).map(|newline| newline + 1).filter(move |&line| {
        let margin = bytes.get(line..bytes.len().min(line + indent + 1)).unwrap_or_default();
        let object = margin.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b',' | b'[' | 0x1E));
        object == Some(&b'{')
    })
}
