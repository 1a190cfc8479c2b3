//! `docs/format.md`: the tables and fields of a timeline file.

use annalist::{
    formatter::formatted,
    load,
    schema::{FieldKind, TABLES, TableSchema},
};

use super::{assert_written, blocks, code, page, table};

const ABOUT: &str = "\
A timeline is a text file in [TOML](https://toml.io). Two lines an event are enough; all else is there for who wants it.

```toml
[[event]]
date = \"2023-01-06\"
title = \"The day it was signed\"
```

JSON has the same fields: an object that holds the tables as lists, `{\"event\": [{\"date\": \"2023-01-06\", \"title\": \"…\"}]}`, a list
of events, or an event a line; `quotes` and `sources` are read as well.

`annalist new FILE` writes a file to start with. `annalist check FILE` names what is wrong in one, and `annalist fmt FILE` lays it
out: events in order of time, tables and keys in the order of this page. A comment belongs to what stands below it; one right below
the last key of a table, and parted from the next table by a line without anything, belongs to the table above. What is parted from the
first table stays at the beginning, `#:schema` before all.

`annalist schema > annalist.schema.json` writes a [JSON Schema](annalist.schema.json), and with this first line editors that know TOML
(taplo, Even Better TOML) complete names and check values while one types:

```toml
#:schema ./annalist.schema.json
```

The schema refuses fields that it does not name, so that editors point at a misspelled one. annalist itself keeps such a field,
shows it, finds it by its name and warns.
";

/// How a table is written.
fn example(name: &str) -> &'static str {
    match name {
        "timeline" => {
            "[timeline]\ntitle = \"Meetings\"\nwindow = \"2021/2023\"\nzone = \"+09:00\"\nchecks = [\"sources\", \"https\"]\n"
        }
        "lane" => "[[lane]]\nid = \"us-japan\"\nname = \"US–Japan\"\nname_ja = \"日米\"\n",
        "kind" => "[[kind]]\nid = \"summit\"\nname = \"Summit\"\nmark = \"▲\"\nascii = \"^\"\n",
        "area" => "[[area]]\nid = \"skills\"\nname = \"Skills\"\n",
        "party" => "[[party]]\nid = \"JP\"\nname = \"Japan\"\nname_ja = \"日本\"\nshort_ja = \"日\"\n",
        "organisation" => "[[organisation]]\nid = \"METI\"\nname = \"METI\"\nname_ja = \"経済産業省\"\n",
        "person" => "[[person]]\nname = \"A. Keller\"\nname_ja = \"ケラー\"\nparty = \"JP\"\nrole = \"Minister\"\n",
        "roles" => {
            "[[person]]\nname = \"A. Keller\"\nroles = [{ role = \"Envoy\" }, { from = \"2022-04\", role = \"Minister\" }]\n"
        }
        "event" => {
            "[[event]]\nid = \"signed\"\ndate = \"2023-01-06\"\ntitle = \"The day it was signed\"\nlane = \"us-japan\"\nparties = [\"US\", \"JP\"]\nplace = \"Tokyo\"\nsummary = \"What happened.\"\nconfidence = \"high\"\n"
        }
        "people" => "people = [\"A. Keller\", { name = \"B. Novak\", role = \"Chair\", party = \"JP\" }]\n",
        "differs" => {
            "differs = [{ field = \"date\", value = \"2023-01-07\", source = 1 }]\nsource = [\"https://example.org/\"]\n"
        }
        "quote" => {
            "[[event.quote]]\ntext = \"覚書に署名した。\"\nspeaker = \"A. Keller\"\nlang = \"ja\"\ntranslation = \"We signed a memorandum.\"\n"
        }
        "source" => {
            "[[event.source]]\ntitle = \"Where it is printed\"\npublisher = \"METI\"\nurl = \"https://example.org/\"\ndate = \"2023-01-07\"\nprimary = true\nsupports = [\"date\", \"summary\"]\n"
        }
        _ => panic!("{name} has no example"),
    }
}

/// What a field may hold, in words.
fn holds(kind: FieldKind) -> String {
    match kind {
        FieldKind::Line => "text of one line".to_owned(),
        FieldKind::Lines => "text".to_owned(),
        FieldKind::Date => "date".to_owned(),
        FieldKind::WrittenDate => "date, as written".to_owned(),
        FieldKind::Zone => "zone".to_owned(),
        FieldKind::Url => "address".to_owned(),
        FieldKind::Mark => "sign".to_owned(),
        FieldKind::AsciiMark => "sign of ASCII".to_owned(),
        FieldKind::OneOf(words) => code(words),
        FieldKind::Flag => "`true` or `false`".to_owned(),
        FieldKind::SourceNumber => "number".to_owned(),
        FieldKind::Texts => "text, or list of texts".to_owned(),
        FieldKind::ListOf(words) => format!("list of {}", code(words)),
        FieldKind::Supports => "list of fields".to_owned(),
        FieldKind::Tables(table) | FieldKind::TableList(table) => format!("list of [{0}](#{0})", table.name),
        FieldKind::TablesOrText(table, field) => format!("list of [{0}](#{0}), or of texts (`{field}`)", table.name),
        FieldKind::Noted => "what annalist wrote".to_owned(),
    }
}

/// A table with those that its fields hold.
fn sections(schema: &'static TableSchema) -> Vec<String> {
    let field = |field: &annalist::schema::FieldSchema| {
        let name = if field.is_required { format!("**`{}`**", field.name) } else { format!("`{}`", field.name) };
        [name, holds(field.kind), field.about.to_owned()]
    };
    let fields = table(["field", "holds", "what it means"], schema.fields.iter().map(field));
    let section = format!("## {}\n\n{}\n\n```toml\n{}```\n\n{fields}", schema.name, schema.about, example(schema.name));
    let within = schema.fields.iter().filter_map(|field| field.kind.tables()).flat_map(sections);
    [section].into_iter().chain(within).collect()
}

#[test]
fn the_page_of_the_format_is_made_of_the_schema_and_its_examples_are_read() {
    let tables: Vec<String> = TABLES.into_iter().flat_map(sections).collect();
    let page =
        page("The format of a timeline", &format!("{ABOUT}\nFields in bold are needed.\n\n{}", tables.join("\n")));
    assert_written("docs/format.md", &page);
    for example in blocks(&page, "toml") {
        let bare = "[[event]]\ndate = \"2023\"\ntitle = \"T\"\n";
        // A field or a table of an event stands below one.
        let is_within =
            example.starts_with("people") || example.starts_with("differs") || example.starts_with("[[event.");
        let declares = !is_within && !example.starts_with("[[event]]");
        let file = match (is_within, declares) {
            (true, _) => format!("{bare}{example}"),
            (_, true) => format!("{example}\n{bare}"),
            _ => example.to_owned(),
        };
        let loaded = load::timeline(file.clone().into_bytes());
        assert!(loaded.problems.is_empty(), "{file}\n{:?}", loaded.problems);
        assert!(formatted(example).unwrap() == example, "{example}");
    }
}
