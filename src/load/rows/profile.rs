//! Tables of well-known programs, known by columns that they have.

use super::{mapping::Mapping, target::Target, template::Template};
use crate::model::{DateOrder, OUTER_DAYS, plain_name};

/// A well-known table.
#[derive(Debug)]
pub(super) struct Profile {
    /// What it is called.
    pub(super) name: &'static str,
    /// The columns by which it is known. It may have others besides.
    header: &'static [&'static str],
    /// What its columns are; of several for one field the first counts that is there.
    fields: &'static [(Target, &'static [&'static str])],
    /// In which order the numbers of its dates stand, where that is known.
    pub(super) order: Option<DateOrder>,
}

/// All of them; the first that fits counts.
const PROFILES: [Profile; 12] = [
    Profile {
        name: "annalist",
        header: &["date", OUTER_DAYS[0], OUTER_DAYS[1], "title"],
        fields: &[(Target::Date, &["date"]), (Target::Title, &["title"]), (Target::Lane, &["lane"])],
        order: None,
    },
    Profile {
        name: "plaso l2tcsv",
        header: &["date", "time", "timezone", "MACB", "sourcetype", "short", "desc"],
        fields: &[
            (Target::Date, &["{date} {time} {timezone}"]),
            (Target::Title, &["short"]),
            (Target::Summary, &["desc"]),
            (Target::Lane, &["sourcetype"]),
            (Target::Kind, &["{MACB} {type}"]),
            (Target::People, &["user"]),
        ],
        order: Some(DateOrder::MonthDayYear),
    },
    Profile {
        name: "Timesketch",
        header: &["datetime", "message", "timestamp_desc"],
        fields: &[
            (Target::Date, &["datetime"]),
            (Target::Title, &["message"]),
            (Target::Lane, &["lane", "source_long", "source", "source_short", "parser", "data_type", "tool"]),
            (Target::Kind, &["timestamp_desc"]),
            (Target::Areas, &["tag"]),
            (Target::People, &["username"]),
        ],
        order: None,
    },
    Profile {
        name: "Hayabusa",
        header: &["Timestamp", "RuleTitle", "Level", "Computer"],
        fields: &[
            (Target::Date, &["Timestamp"]),
            (Target::Title, &["RuleTitle"]),
            (Target::Lane, &["Computer"]),
            (Target::Kind, &["Level"]),
            (Target::Areas, &["MitreTactics"]),
            (Target::Summary, &["{Details} ¦ {ExtraFieldInfo}", "Details"]),
        ],
        order: None,
    },
    Profile {
        name: "Chainsaw",
        header: &["timestamp", "detections", "Event ID"],
        fields: &[
            (Target::Date, &["timestamp"]),
            (Target::Title, &["detections"]),
            (Target::Lane, &["Computer"]),
            (Target::Summary, &["Event Data"]),
        ],
        order: None,
    },
    Profile {
        name: "mactime",
        header: &["Date", "Size", "Type", "Mode", "UID", "GID", "Meta", "File Name"],
        fields: &[(Target::Date, &["Date"]), (Target::Title, &["File Name"]), (Target::Kind, &["Type"])],
        order: None,
    },
    Profile {
        name: "journald",
        header: &["__REALTIME_TIMESTAMP", "MESSAGE"],
        fields: &[
            (Target::Date, &["__REALTIME_TIMESTAMP"]),
            (Target::Title, &["MESSAGE"]),
            (Target::Lane, &["SYSLOG_IDENTIFIER", "_COMM"]),
            (Target::Kind, &["PRIORITY"]),
            (Target::Id, &["__CURSOR"]),
        ],
        order: None,
    },
    Profile {
        name: "CISA KEV",
        header: &["cveID", "vendorProject", "vulnerabilityName", "dateAdded"],
        fields: &[
            (Target::Date, &["dateAdded"]),
            (Target::Title, &["vulnerabilityName"]),
            (Target::Lane, &["vendorProject"]),
            (Target::Summary, &["shortDescription"]),
            (Target::Id, &["cveID"]),
        ],
        order: None,
    },
    Profile {
        name: "Google Calendar",
        header: &["Subject", "Start Date"],
        fields: &[
            (Target::Date, &["{Start Date} {Start Time}", "Start Date"]),
            (Target::End, &["{End Date} {End Time}", "End Date"]),
            (Target::Title, &["Subject"]),
            (Target::Summary, &["Description"]),
            (Target::Place, &["Location"]),
        ],
        order: Some(DateOrder::MonthDayYear),
    },
    Profile {
        name: "Preceden",
        header: &["Layer Name", "Start Date"],
        fields: &[
            (Target::Date, &["Start Date"]),
            (Target::End, &["End Date"]),
            (Target::Title, &["Name", "Event Name", "Title"]),
            (Target::Lane, &["Layer Name"]),
            (Target::Kind, &["Milestone"]),
            (Target::Summary, &["Notes", "Description"]),
            (Target::Url, &["Link", "URL"]),
        ],
        order: None,
    },
    Profile {
        name: "TimelineJS",
        header: &["Year", "Headline", "Text", "Media"],
        fields: &[
            (Target::Date, &["{Year}-{Month}-{Day} {Time}", "{Year}-{Month}-{Day}"]),
            (Target::End, &["{End Year}-{End Month}-{End Day} {End Time}", "{End Year}-{End Month}-{End Day}"]),
            (Target::Title, &["Headline"]),
            (Target::Summary, &["Text"]),
            (Target::Lane, &["Group", "Tag"]),
            (Target::Kind, &["Type"]),
            (Target::Url, &["Media"]),
        ],
        order: None,
    },
    Profile {
        name: "TimelineJS",
        header: &["Start Date", "Headline", "Text", "Media"],
        fields: &[
            (Target::Date, &["Start Date"]),
            (Target::End, &["End Date"]),
            (Target::Title, &["Headline"]),
            (Target::Summary, &["Text"]),
            (Target::Lane, &["Group", "Tag"]),
            (Target::Kind, &["Type"]),
            (Target::Url, &["Media"]),
        ],
        order: Some(DateOrder::MonthDayYear),
    },
];

/// The names of all well-known tables.
pub fn known_tables() -> Vec<&'static str> {
    let mut names: Vec<&str> = PROFILES.iter().map(|profile| profile.name).collect();
    names.dedup();
    names
}

impl Profile {
    /// The first that has all of its columns among these names.
    pub(super) fn of(names: &[String]) -> Option<&'static Self> {
        let names: Vec<String> = names.iter().map(|name| plain_name(name)).collect();
        PROFILES.iter().find(|profile| profile.header.iter().all(|column| has(&names, column)))
    }

    /// Which columns are which fields in a table that has columns of these names.
    pub(super) fn mapping(&self, names: &[String]) -> Mapping {
        let names: Vec<String> = names.iter().map(|name| plain_name(name)).collect();
        let mut mapping = Mapping::default();
        for (target, columns) in self.fields {
            let templates = columns.iter().map(|column| Template::parse(column));
            let there = templates.into_iter().find(|template| template.columns().all(|column| has(&names, column)));
            if let Some(template) = there {
                mapping.set(*target, vec![template]);
            }
        }
        mapping
    }
}

fn has(names: &[String], column: &str) -> bool {
    names.contains(&plain_name(column))
}
