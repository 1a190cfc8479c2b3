//! Times of a clock that is not said to stand anywhere.

use chrono::{NaiveDate, NaiveDateTime};

/// The time of `20210302T093000`, or midnight of `20210302`; `None` for any other text.
pub(super) fn civil_time(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let part = |from: usize, to: usize| -> Option<u32> {
        let digits = text.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok()
    };
    let day = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
    day.and_hms_opt(part(9, 11).unwrap_or(0), part(11, 13).unwrap_or(0), part(13, 15).unwrap_or(0))
}
