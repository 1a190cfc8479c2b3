//! What is meant by the names that people give to fields: those of other programs, and slips of the fingers.

use crate::text::suggest;

/// The fields of an event, each with names for the same, the likeliest first. Letters and digits alone count.
const EVENT: &[(&str, &[&str])] = &[
    (
        "date",
        &[
            "datetime",
            "datestring",
            "eventdate",
            "eventtime",
            "startdate",
            "startdatetime",
            "starttime",
            "start",
            "dateval",
            "timestamp",
            "time",
            "ts",
            "when",
            "day",
            "on",
            "begin",
            "beginning",
            "started",
            "startedat",
            "createdat",
            "created",
            "occurredat",
            "occurred",
            "dtstart",
            "year",
            "epoch",
            "日付",
            "日時",
            "年月日",
            "開始",
            "開始日",
            "時刻",
        ],
    ),
    (
        "end",
        &[
            "finish",
            "until",
            "enddate",
            "enddatetime",
            "endtime",
            "ends",
            "ended",
            "endedat",
            "finished",
            "finishedat",
            "stop",
            "till",
            "dtend",
            "終了",
            "終了日",
        ],
    ),
    (
        "title",
        &[
            "label",
            "headline",
            "heading",
            "name",
            "event",
            "eventname",
            "eventtitle",
            "subject",
            "caption",
            "what",
            "message",
            "msg",
            "summary",
            "text",
            "description",
            "desc",
            "content",
            "body",
            "details",
            "detail",
            "題名",
            "題",
            "タイトル",
            "件名",
            "見出し",
            "名称",
            "出来事",
        ],
    ),
    ("title_ja", &["titlejp", "titlejapanese", "japanesetitle", "日本語題名"]),
    (
        "summary",
        &[
            "description",
            "desc",
            "text",
            "body",
            "message",
            "msg",
            "content",
            "details",
            "detail",
            "abstract",
            "about",
            "概要",
            "説明",
            "本文",
            "内容",
        ],
    ),
    (
        "areas",
        &["tags", "tag", "categories", "topics", "topic", "keywords", "labels", "subjects", "themes", "分野", "タグ"],
    ),
    (
        "source",
        &[
            "url",
            "link",
            "href",
            "uri",
            "links",
            "urls",
            "reference",
            "references",
            "ref",
            "refs",
            "citation",
            "citations",
            "website",
            "出典",
            "参照",
            "リンク",
        ],
    ),
    ("place", &["location", "where", "venue", "city", "country", "placename", "場所", "所在地"]),
    ("kind", &["category", "type", "class", "eventtype", "種類", "種別", "分類"]),
    ("lane", &["track", "group", "row", "section", "series", "swimlane", "レーン"]),
    ("parties", &["party", "actors", "actor", "countries", "sides", "当事者"]),
    ("people", &["persons", "person", "who", "participants", "attendees", "speakers", "人物", "氏名"]),
    (
        "organisations",
        &[
            "organizations",
            "organization",
            "organisation",
            "orgs",
            "org",
            "bodies",
            "companies",
            "company",
            "機関",
            "組織",
        ],
    ),
    ("quote", &["quotation", "quotations", "引用"]),
    ("follows", &["after", "previous", "parent", "parents", "dependson", "causedby"]),
    ("note", &["comment", "comments", "remark", "remarks", "備考", "注記"]),
    ("confidence", &["certainty", "reliability", "確度"]),
    ("id", &["key", "uid", "uuid", "identifier", "slug"]),
];
const PERSON: &[(&str, &[&str])] = &[
    ("name", &["fullname", "person", "who", "氏名", "名前"]),
    ("role", &["title", "position", "office", "job", "役職"]),
];
const QUOTE: &[(&str, &[&str])] = &[
    ("text", &["quote", "words", "content", "body", "quotation", "引用"]),
    ("speaker", &["author", "who", "by", "person", "name", "発言者"]),
    ("lang", &["language", "言語"]),
];
const SOURCE: &[(&str, &[&str])] = &[
    ("url", &["link", "href", "uri", "address", "リンク"]),
    ("title", &["name", "label", "headline", "題名"]),
    ("publisher", &["author", "site", "newspaper", "outlet", "website", "発行"]),
    ("date", &["published", "datetime", "year", "日付"]),
    ("lang", &["language", "言語"]),
];
const TERM: &[(&str, &[&str])] = &[("id", &["key", "slug", "identifier"]), ("name", &["title", "label", "名前"])];

/// No name for a field is longer, in characters.
const MAX_NAME_CHARS: usize = 40;

/// The names for the fields of a kind of table.
fn names(table: &str) -> &'static [(&'static str, &'static [&'static str])] {
    match table {
        "event" => EVENT,
        "person" => PERSON,
        "quote" => QUOTE,
        "source" => SOURCE,
        "lane" | "kind" | "area" | "party" => TERM,
        _ => &[],
    }
}

/// The field of a table that is probably meant by a name: one that it lacks and that means the same, or one that is
/// written almost like it.
pub(super) fn field(
    table: &str,
    name: &str,
    fields: &[&'static str],
    has: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let plain = plain(name);
    let mut same = names(table).iter().filter(|(field, names)| !has(field) && names.contains(&plain.as_str()));
    same.next().map(|(field, _)| *field).or_else(|| {
        let near = suggest(name, fields.iter().copied()).or_else(|| suggest(&plain, fields.iter().copied()))?;
        fields.iter().find(|field| **field == near).copied()
    })
}

/// Which of these names probably stands for a field that is missing.
pub(super) fn name<'n>(table: &str, field: &str, found: &[&'n str]) -> Option<&'n str> {
    let (_, names) = names(table).iter().find(|(of, _)| *of == field)?;
    let plain: Vec<(String, &str)> = found.iter().map(|&name| (plain(name), name)).collect();
    let same = names.iter().find_map(|name| plain.iter().find(|(plain, _)| plain == name));
    same.map(|(_, name)| *name).or_else(|| suggest(field, found.iter().copied()))
}

/// A name in small letters, without what joins its words; only so much of it as a name for a field can be long.
fn plain(name: &str) -> String {
    name.chars().take(MAX_NAME_CHARS).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{field, name};

    #[test]
    fn names_are_known_by_their_meaning() {
        let event =
            |name, has: &'static [&str]| field("event", name, &["date", "title", "note"], |field| has.contains(&field));
        assert_eq!(event("label", &[]), Some("title"));
        assert_eq!(event("description", &["title"]), Some("summary"));
        assert_eq!(event("Start-Date", &[]), Some("date"));
        assert_eq!(event("startDate", &["date"]), None, "there is a date already");
        assert_eq!(event("tytle", &["title"]), Some("title"), "a slip of the fingers");
        assert_eq!(event("parser", &[]), None);
        assert_eq!(field("source", "link", &[], |_| false), Some("url"));
    }

    #[test]
    fn the_likeliest_name_is_taken() {
        assert_eq!(name("event", "date", &["timestamp", "datetime"]), Some("datetime"));
        assert_eq!(name("event", "title", &["description", "Label"]), Some("Label"));
        assert_eq!(name("event", "title", &["tilte"]), Some("tilte"));
        assert_eq!(name("event", "title", &["parser"]), None);
    }
}
