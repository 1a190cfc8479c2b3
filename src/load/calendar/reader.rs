//! From the calendars of a file to events.

use super::{
    super::{
        clean::line,
        diagnostics::Diagnostics,
        fields::SpannedText,
        raw::{RawEvent, RawTables},
    },
    component::{Component, components},
    entry::{EntryReader, Zones},
    time_zone::TimeZoneRules,
};
use crate::model::{Text, TimelineInfo};

/// Reads all calendars of a source.
pub(in super::super) fn read(source: &str, problems: &mut Diagnostics) -> RawTables {
    let calendars = components(source, problems);
    let mut raw = RawTables::default();
    for calendar in calendars.iter().filter(|calendar| calendar.name == "vcalendar") {
        let title = title(calendar);
        let zones = calendar.parts.iter().filter(|part| part.name == "vtimezone").filter_map(|zone| {
            let rules = TimeZoneRules::of(zone);
            Some((zone.line("TZID")?.text().trim().to_owned(), rules)).filter(|(_, rules)| !rules.is_empty())
        });
        let zones: Zones = zones.collect();
        let mut reader = EntryReader { zones: &zones, problems };
        let entries =
            calendar.parts.iter().filter(|part| matches!(part.name.as_str(), "vevent" | "vtodo" | "vjournal"));
        let lane = title.clone().filter(|_| calendars.len() > 1);
        let lane = lane.map(|text| SpannedText { text, span: calendar.span.clone() });
        let events = entries.filter_map(|entry| reader.read(entry));
        raw.events.extend(events.map(|event| RawEvent { lane: lane.clone(), ..event }));
        let description =
            ["DESCRIPTION", "X-WR-CALDESC"].into_iter().find_map(|name| line(&calendar.line(name)?.text()));
        let info = TimelineInfo { title: title.unwrap_or_default(), description, ..TimelineInfo::default() };
        raw.about.get_or_insert(info);
    }
    raw
}

fn title(calendar: &Component<'_>) -> Option<Text> {
    ["NAME", "X-WR-CALNAME"].into_iter().find_map(|name| line(&calendar.line(name)?.text()))
}
