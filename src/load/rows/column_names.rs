//! Names that people and programs give to columns, by what they mean. Letters and digits alone count.

use super::target::Target;
use crate::model::plain_name;

/// The fields that are guessed by the names of columns, in this order, each with its names, the likeliest first.
pub(super) const NAMES: [(Target, &[&str]); 15] = [
    (
        Target::Date,
        &[
            "date",
            "datetime",
            "timestamp",
            "time",
            "start",
            "startdate",
            "startdatetime",
            "starttime",
            "when",
            "eventdate",
            "eventtime",
            "eventdatetime",
            "createdat",
            "occurredat",
            "ts",
            "day",
            "dtstart",
            "begin",
            "year",
            "日付",
            "日時",
            "年月日",
            "開始日",
            "開始",
            "時刻",
        ],
    ),
    (Target::End, &["end", "enddate", "enddatetime", "endtime", "until", "dtend", "finish", "終了日", "終了"]),
    (
        Target::Title,
        &[
            "title",
            "headline",
            "name",
            "event",
            "eventname",
            "eventtitle",
            "subject",
            "summary",
            "message",
            "msg",
            "label",
            "heading",
            "what",
            "activity",
            "text",
            "description",
            "details",
            "content",
            "題名",
            "タイトル",
            "件名",
            "見出し",
            "出来事",
            "内容",
        ],
    ),
    (Target::TitleJa, &["titleja", "titlejp"]),
    (
        Target::Summary,
        &[
            "description",
            "text",
            "details",
            "notes",
            "body",
            "detail",
            "summary",
            "message",
            "abstract",
            "概要",
            "説明",
        ],
    ),
    (
        Target::Lane,
        &[
            "lane",
            "group",
            "layer",
            "layername",
            "track",
            "source",
            "category",
            "sourcelong",
            "sourcetype",
            "sourceshort",
            "computer",
            "computername",
            "host",
            "hostname",
            "series",
            "section",
            "project",
            "系列",
        ],
    ),
    (Target::Kind, &["kind", "type", "level", "severity", "timestampdesc", "eventtype", "category", "種類", "種別"]),
    (Target::Areas, &["tags", "labels", "topics", "areas", "tag", "keywords", "themes", "categories", "area", "分野"]),
    (Target::People, &["people", "person", "persons", "participants", "attendees", "人物"]),
    (Target::Place, &["place", "location", "where", "venue", "city", "場所"]),
    (Target::Note, &["note", "remark", "remarks", "comment", "comments", "備考"]),
    (Target::Quote, &["quote", "quotation"]),
    (Target::Speaker, &["speaker", "saidby"]),
    (Target::Url, &["url", "link", "source", "sources", "sources1", "href", "website", "reference"]),
    (Target::Id, &["id", "uid", "uniqueid", "uuid"]),
];

/// The last words of names that mean a date, and those that mean a title, the likeliest first.
pub(super) const DATE_WORDS: &[&str] = &["datetime", "timestamp", "date", "time"];
pub(super) const TITLE_WORDS: &[&str] =
    &["title", "headline", "name", "event", "subject", "message", "summary", "description"];

/// Words that name the time of a day, and its zone, in a column beside its date.
pub(super) const CLOCK_NAMES: &[&str] = &["time", "clock", "hour"];
pub(super) const ZONE_NAMES: &[&str] = &["timezone", "tz", "zone"];

/// The last word of a name, in small letters: words begin with capitals, or behind what is no letter.
pub(super) fn last_word(name: &str) -> String {
    let mut word = String::new();
    let mut before = ' ';
    for c in name.trim_end_matches(|c: char| !c.is_alphanumeric()).chars() {
        if !c.is_alphanumeric() || c.is_uppercase() && before.is_lowercase() {
            word.clear();
        }
        word.push(c);
        before = c;
    }
    plain_name(&word)
}
