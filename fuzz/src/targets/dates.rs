//! A date as a file has it, as a person types it, and as the screen prints it.

use annalist::{
    axis::Window,
    messages::Locale,
    model::{DateError, EventDate, Lang, Zone},
};

use super::{halves, harmless::assert_harmless, text};

/// A date, or a start and an end with a line of four dashes between them.
pub(super) fn date(bytes: &[u8]) {
    let all = text(bytes);
    let (start, end) = halves(&all);
    for read in [EventDate::parse(&all), EventDate::parse_lenient(&all), EventDate::from_start_end(start, end)] {
        match read {
            Ok(date) => assert_prints(&date),
            Err(error) => assert_tells(&error),
        }
    }
    if let Ok(zone) = all.parse::<Zone>() {
        assert_eq!(zone.to_string().parse(), Ok(zone));
    }
}

fn assert_prints(date: &EventDate) {
    let bounds = date.bounds();
    assert!(bounds.start.earliest <= bounds.end.latest, "{bounds:?}");
    // A span of clock times has its end apart.
    let again = match date.end_as_written() {
        Some(end) => EventDate::from_start_end(date.as_written(), end),
        None => EventDate::parse(&date.written()),
    };
    assert_eq!(again.as_ref().map(EventDate::bounds), Ok(bounds), "{}", date.written());
    for lang in [Lang::En, Lang::Ja] {
        let printed = [date.long(lang), date.full(lang)];
        for text in printed {
            assert_harmless("a date", &text);
            let is_read = EventDate::parse_lenient(&text).is_ok() || Window::read(&text, Zone::UTC).is_ok();
            assert!(is_read, "{text} of {} does not read back", date.written());
        }
        for columns in [0, 1, 7, 16, 40] {
            assert!(annalist::text::width(&date.in_row(lang, true, columns)) <= columns.max(10));
        }
        let _words = (date.short(lang), date.weekday(lang), date.in_row_with_zone(lang, 20));
    }
    let _alternatives = date.alternatives();
    for zone in [Zone::AsWritten, Zone::Fixed(540)] {
        let _placed = date.clone().placed(zone, Zone::UTC);
    }
}

fn assert_tells(error: &DateError) {
    assert!(error.text.is_char_boundary(error.offset), "{error:?}");
    for locale in Locale::ALL {
        let _words = (error.fault.message(locale), error.fault.help(locale));
    }
}
