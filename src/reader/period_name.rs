//! The names of periods as they are read aloud: "2022", "January 2023", "Q1 2023".

use crate::{
    axis::{Period, Unit},
    messages::Locale,
    model::EventDate,
};

/// The whole name of a period.
pub(super) fn period_name(period: &Period, locale: Locale) -> String {
    let lang = locale.into();
    let read = match period.unit {
        Unit::Year | Unit::Month | Unit::Day => EventDate::parse(&period.written()).ok(),
        _ => None,
    };
    if let Some(date) = read {
        return date.long(lang);
    }
    let (label, parent) = (period.label(lang), period.parent_label(lang));
    match locale {
        Locale::English => format!("{label} {parent}").trim().to_owned(),
        Locale::Japanese => format!("{parent}{label}"),
    }
}
