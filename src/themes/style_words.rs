//! A style in words: `bold`, a colour, and a background after `on`.

use ratatui::style::{Color, Modifier, Style};

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// The 16 of its own palette.
    Sixteen,
    /// 256.
    Indexed,
    /// 16 million.
    True,
}

/// The ways to write that are no colours.
pub const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// A style in words, each of which means something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StyleWords(String);

/// A word of a style that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// The word; nothing where a colour is missing behind `on`.
    pub word: String,
    /// Where it stands in the text, in bytes.
    pub at: usize,
}

impl StyleWords {
    /// Takes a text as a style.
    ///
    /// # Errors
    ///
    /// The first word that means nothing.
    pub fn parse(text: &str) -> Result<Self, UnknownWord> {
        let mut words = words(text);
        while let Some((at, word)) = words.next() {
            let (at, colors) = match word {
                "on" => words.next().unwrap_or((at, "")),
                word if attribute(word).is_some() => continue,
                word => (at, word),
            };
            let mut start = at;
            for alternative in colors.split('/') {
                if color(alternative).is_none() {
                    return Err(UnknownWord { word: alternative.to_owned(), at: start });
                }
                start += alternative.len() + 1;
            }
        }
        Ok(Self(text.to_owned()))
    }

    /// The style on a terminal of so many colours.
    ///
    /// Of alternatives the first counts that the terminal has; where it has none, the style goes without that colour.
    pub fn style(&self, depth: ColorDepth) -> Style {
        let best = |colors: &str| colors.split('/').filter_map(color).find(|color| needed(*color) <= depth);
        let mut style = Style::new();
        let mut words = words(&self.0);
        while let Some((_, word)) = words.next() {
            style = match (word, attribute(word)) {
                (_, Some(attribute)) => style.add_modifier(attribute),
                ("on", None) => Style { bg: words.next().and_then(|(_, ground)| best(ground)).or(style.bg), ..style },
                (ink, None) => Style { fg: best(ink).or(style.fg), ..style },
            };
        }
        style
    }
}

/// The words of a text with the bytes at which they stand.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

fn attribute(word: &str) -> Option<Modifier> {
    ATTRIBUTES.into_iter().find(|(name, _)| *name == word).map(|(_, attribute)| attribute)
}

/// A colour as ratatui reads it, which tries all names first: most are numbers.
fn color(word: &str) -> Option<Color> {
    let is_rgb = |hex: &&str| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    let rgb = word.strip_prefix('#').filter(is_rgb).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    rgb.map(Color::from_u32).or_else(|| word.parse().ok().map(Color::Indexed)).or_else(|| word.parse().ok())
}

/// The least terminal that has a colour.
const fn needed(color: Color) -> ColorDepth {
    match color {
        Color::Rgb(..) => ColorDepth::True,
        Color::Indexed(_) => ColorDepth::Indexed,
        _ => ColorDepth::Sixteen,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_falls_back_to_what_the_terminal_has() {
        let words = StyleWords::parse("bold #6ca8e0/75/blue on #000000/16").unwrap();
        let of = |depth| words.style(depth);
        assert_eq!(of(ColorDepth::True).fg, Some(Color::Rgb(0x6c, 0xa8, 0xe0)));
        assert_eq!(of(ColorDepth::Indexed).bg, Some(Color::Indexed(16)));
        assert_eq!((of(ColorDepth::Sixteen).fg, of(ColorDepth::Sixteen).bg), (Some(Color::Blue), None));
        assert!(of(ColorDepth::Sixteen).add_modifier.contains(Modifier::BOLD));
    }

    #[test]
    fn colours_are_those_that_ratatui_reads() {
        for word in [
            "#6ca8e0",
            "#6CA8E0",
            "#000000",
            "#12345",
            "#1234567",
            "#+12345",
            "0",
            "255",
            "256",
            "+7",
            "-1",
            "blue",
            "Light Red",
            "",
        ] {
            assert_eq!(color(word), word.parse().ok(), "{word}");
        }
    }

    #[test]
    fn a_word_that_means_nothing_is_named_where_it_stands() {
        for (text, word, at) in [
            ("bold teapot", "teapot", 5),
            ("red on", "", 4),
            ("on #ffffff/purplish bold", "purplish", 11),
            ("a//b", "a", 0),
        ] {
            let found = StyleWords::parse(text).map_err(|it| (it.word, it.at));
            assert_eq!(found, Err((word.to_owned(), at)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_style_or_has_a_word_that_is_none(text in "\\PC{0,30}") {
            match StyleWords::parse(&text) {
                Ok(words) => _ = words.style(ColorDepth::True),
                Err(unknown) => prop_assert!(text.split_at(unknown.at).1.starts_with(&unknown.word)),
            }
        }
    }
}
