//! Durations (RFC 5545, section 3.3.6).

/// The seconds of `P1D`, `PT1H30M` or `P2W`; `None` for any other text, and for a time that goes backwards.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix(['P', 'p'])?;
    let (days, clock) = text.split_once(['T', 't']).unwrap_or((text, ""));
    let mut total: i64 = 0;
    for (part, units) in [(days, &[('W', 604_800), ('D', 86_400)][..]), (clock, &[('H', 3600), ('M', 60), ('S', 1)])] {
        let mut rest = part;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (number, behind) = rest.split_at_checked(digits)?;
            let unit = behind.chars().next()?.to_ascii_uppercase();
            let (_, seconds) = units.iter().find(|(name, _)| *name == unit)?;
            total = total.checked_add(number.parse::<i64>().ok()?.checked_mul(*seconds)?)?;
            rest = behind.get(1..)?;
        }
    }
    (!text.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn durations_are_read() {
        for (text, expected) in [
            ("P1D", Some(86_400)),
            ("PT1H30M", Some(5400)),
            ("P2W", Some(1_209_600)),
            ("+P1DT12H", Some(129_600)),
            ("PT0S", Some(0)),
            ("-PT15M", None),
            ("P", None),
            ("1H", None),
            ("PTxH", None),
            ("P1é", None),
            ("P99999999999999999W", None),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
