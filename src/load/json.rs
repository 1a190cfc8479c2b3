//! Reading one line of JSON into what every format is read into.

use std::{borrow::Cow, fmt, ops::Range};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::node::{Entry, Node, Piece, Value};

/// How exactly the places of a line of JSON are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    /// As the line, which takes no time.
    Line,
    /// As the keys in it.
    Keys,
}

/// Reads an object of JSON that stands in one line. The error is the reader's own.
pub(super) fn object(line: Piece<'_>, places: Places) -> Result<Node<'_>, serde_json::Error> {
    let span = line.place(&(0..line.text.trim_end().len()));
    let mut reader = serde_json::Deserializer::from_str(line.text);
    let node = Json { line, span: span.clone(), places }.deserialize(&mut reader)?;
    reader.end()?;
    // A line that is `null` says nothing.
    Ok(node.unwrap_or(Node { value: Value::List(Vec::new()), span }))
}

/// What reads a value of JSON; it gives `None` for `null`, which says nothing.
#[derive(Clone)]
struct Json<'a> {
    line: Piece<'a>,
    span: Range<usize>,
    places: Places,
}

impl<'a> Json<'a> {
    fn node(self, value: Value<'a>) -> Node<'a> {
        Node { value, span: self.span }
    }

    /// Where a key stands.
    fn place_of(&self, key: &str) -> Range<usize> {
        let quoted = || format!("\"{key}\"");
        let found = match self.places {
            Places::Line => None,
            Places::Keys => self.line.text.find(&quoted()).map(|at| at..at + quoted().len()),
        };
        found.map_or_else(|| self.span.clone(), |local| self.line.place(&local))
    }
}

impl<'a> DeserializeSeed<'a> for Json<'a> {
    type Value = Option<Node<'a>>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Json<'a> {
    type Value = Option<Node<'a>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Flag(flag))))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Number(Some(number)))))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Number(i64::try_from(number).ok()))))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Number(None))))
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Text(Cow::Borrowed(text)))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(self.node(Value::Text(Cow::Owned(text.to_owned())))))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.clone())? {
            list.extend(item);
        }
        Ok(Some(self.node(Value::List(list))))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::with_capacity(8);
        while let Some(key) = map.next_key_seed(Key)? {
            let key_span = self.place_of(&key);
            // JSON writes lists by the plural, as people do.
            let key = match key.as_ref() {
                "quotes" => Cow::Borrowed("quote"),
                "sources" => Cow::Borrowed("source"),
                _ => key,
            };
            let node = map.next_value_seed(Json { span: key_span.clone(), ..self.clone() })?;
            entries.extend(node.map(|node| Entry { key, key_span, node }));
        }
        Ok(Some(self.node(Value::Table(entries))))
    }
}

/// What reads the key of an entry, borrowed if nothing in it is escaped.
struct Key;

impl<'a> DeserializeSeed<'a> for Key {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Key {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
