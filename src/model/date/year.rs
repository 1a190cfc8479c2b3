//! Years as readers say them, and back. Years are astronomical, as in EDTF: 0 is 1 BC.

use super::{super::Lang, english, japanese};

/// Reads a year as [`year_name`] tells it, or by its digits alone.
///
/// `2023`, `44 BC`, `AD 12`, `-43`, 「紀元前44年」; astronomical, so that 0 is 1 BC. `None` for any other text.
pub fn read_year(text: &str) -> Option<i32> {
    let text = text.trim().to_lowercase();
    let number = |digits: &str| -> Option<i32> {
        let digits = digits.trim();
        (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    let before = |years: i32| (years > 0).then_some(1 - years);
    let year = text.strip_suffix('年').unwrap_or(&text);
    if let Some(years) =
        year.strip_suffix("bce").or_else(|| year.strip_suffix("bc")).or_else(|| year.strip_prefix("紀元前"))
    {
        return number(years).and_then(before);
    }
    let common = year.strip_prefix("ad").or_else(|| year.strip_suffix("ad")).or_else(|| year.strip_suffix("ce"));
    if let Some(year) = common.or_else(|| year.strip_prefix("西暦")) {
        return number(year).filter(|year| *year > 0);
    }
    match year.strip_prefix('-') {
        Some(digits) => number(digits).map(|digits| -digits),
        None => number(year),
    }
}

/// Words a year, which is astronomical: 0 is 1 BC.
///
/// "2023", "AD 12", "44 BC", 「2023年」, 「紀元前44年」.
pub fn year_name(year: i32, lang: Lang) -> String {
    if lang == Lang::Ja { japanese::year_name(year) } else { english::year_name(year) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_they_are_named() {
        for year in [-262_143, -43, -1, 0, 1, 12, 99, 100, 476, 2023, 12_000] {
            for lang in [Lang::En, Lang::Ja] {
                assert_eq!(read_year(&year_name(year, lang)), Some(year), "{}", year_name(year, lang));
            }
        }
        for (text, year) in
            [("44BC", Some(-43)), ("44 bce", Some(-43)), ("12 AD", Some(12)), ("-43", Some(-43)), ("0", Some(0))]
        {
            assert_eq!(read_year(text), year, "{text}");
        }
        for text in ["", "BC", "0 BC", "AD 0", "12x", "4 4 BC", "２０２２"] {
            assert_eq!(read_year(text), None, "{text}");
        }
    }
}
