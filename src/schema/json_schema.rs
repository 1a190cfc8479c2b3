//! The form of a timeline file as a [JSON Schema](https://json-schema.org/draft-07) of draft 7, which is the latest that the editors
//! of TOML know (taplo, Even Better TOML); those of JSON know it as well.

use super::{
    field_schema::{FieldKind, FieldSchema, TableSchema},
    json::Json,
    tables::TABLES,
};
use crate::model::SUPPORTABLE;

/// What a date is made of; whether it is one, `annalist check` says.
const DATE: &str = r"[-+\u2212 0-9XY?~%/.,:\[\]TZUCGMtzucgm]";
const URL: &str = r"^([hH][tT][tT][pP][sS]?://\S+)?$";
const ZONE: &str = r"^(UTC|GMT|Z|local|as-written)?([-+\u2212][0-9]{1,2}(:?[0-9]{2})?)?$";
const ASCII: &str = "^[ -~]?$";

/// Returns the schema as text.
///
/// A field that it does not name is refused, so that editors point at misspelled names; annalist itself keeps such a field
/// and warns.
pub fn json_schema() -> String {
    let tables = TABLES.into_iter().map(|table| (table.name, top_level(table)));
    let schema = Json::Object(vec![
        ("$schema", Json::text("http://json-schema.org/draft-07/schema#")),
        ("title", Json::text("Timeline of annalist")),
        ("description", Json::text("A timeline: events with their sources, and the names that they use.")),
        ("type", Json::text("object")),
        ("properties", Json::Object(tables.collect())),
        ("additionalProperties", Json::Flag(false)),
        ("definitions", Json::Object(TABLES.into_iter().flat_map(definitions).collect())),
    ]);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// A table that stands in a file by itself: `[timeline]` once, any other as often as one likes.
fn top_level(table: &'static TableSchema) -> Json {
    if table.name == "timeline" { reference(table) } else { one_or_many(table.about, vec![reference(table)]) }
}

/// A table and those that its fields hold.
fn definitions(table: &'static TableSchema) -> Vec<(&'static str, Json)> {
    let within = table.fields.iter().filter_map(|field| field.kind.tables()).flat_map(definitions);
    [(table.name, object(table))].into_iter().chain(within).collect()
}

fn reference(table: &'static TableSchema) -> Json {
    Json::Object(vec![("$ref", Json::text(format!("#/definitions/{}", table.name)))])
}

fn object(table: &'static TableSchema) -> Json {
    let properties = table.fields.iter().map(|field| (field.name, property(field)));
    let required = table.fields.iter().filter(|field| field.is_required).map(|field| field.name);
    let mut fields = vec![
        ("description", Json::text(table.about)),
        ("type", Json::text("object")),
        ("properties", Json::Object(properties.collect())),
    ];
    let required: Vec<&str> = required.collect();
    if !required.is_empty() {
        fields.push(("required", Json::texts(required)));
    }
    fields.push(("additionalProperties", Json::Flag(false)));
    Json::Object(fields)
}

fn property(field: &'static FieldSchema) -> Json {
    let string = |more: Vec<(&'static str, Json)>| {
        let head = [("description", Json::text(field.about)), ("type", Json::text("string"))];
        Json::Object(head.into_iter().chain(more).collect())
    };
    let pattern = |pattern: &str| string(vec![("pattern", Json::text(pattern))]);
    let of_type = |name: &str| vec![("description", Json::text(field.about)), ("type", Json::text(name))];
    match field.kind {
        FieldKind::Line | FieldKind::Lines if field.is_required => pattern(r"\S"),
        FieldKind::Line | FieldKind::Lines | FieldKind::Mark => string(Vec::new()),
        FieldKind::AsciiMark => pattern(ASCII),
        FieldKind::Zone => pattern(ZONE),
        FieldKind::Url => pattern(URL),
        FieldKind::Date => dated(field, &format!("^{DATE}{}$", if field.is_required { '+' } else { '*' })),
        FieldKind::WrittenDate => dated(field, ""),
        // A field that is left empty says nothing.
        FieldKind::OneOf(words) => string(vec![("enum", Json::texts(words.iter().copied().chain([""])))]),
        FieldKind::Flag => Json::Object(of_type("boolean")),
        FieldKind::SourceNumber => {
            Json::Object(of_type("integer").into_iter().chain([("minimum", Json::Number(1))]).collect())
        }
        FieldKind::Texts => one_or_many(field.about, vec![Json::Object(vec![("type", Json::text("string"))])]),
        FieldKind::ListOf(words) => list(field.about, Json::Object(vec![("enum", Json::texts(words.iter().copied()))])),
        FieldKind::Supports => {
            let supports = format!("^({}|people: *\\S.*)$", SUPPORTABLE.join("|"));
            let item = vec![("type", Json::text("string")), ("pattern", Json::text(supports))];
            list(field.about, Json::Object(item))
        }
        FieldKind::Tables(table) => one_or_many(field.about, vec![reference(table)]),
        FieldKind::TablesOrText(table, _) => {
            one_or_many(field.about, vec![reference(table), Json::Object(vec![("type", Json::text("string"))])])
        }
        FieldKind::TableList(table) => list(field.about, reference(table)),
        FieldKind::Noted => Json::Object(vec![("description", Json::text(field.about))]),
    }
}

/// A date: a text, or a year as a number. Editors of TOML take its own dates for texts.
fn dated(field: &'static FieldSchema, pattern: &str) -> Json {
    let mut fields = vec![("description", Json::text(field.about)), ("type", Json::texts(["string", "integer"]))];
    if !pattern.is_empty() {
        fields.push(("pattern", Json::text(pattern)));
    }
    Json::Object(fields)
}

fn list(about: &'static str, item: Json) -> Json {
    Json::Object(vec![("description", Json::text(about)), ("type", Json::text("array")), ("items", item)])
}

/// What may stand alone or in a list.
fn one_or_many(about: &'static str, forms: Vec<Json>) -> Json {
    let item = match forms.as_slice() {
        [only] => only.clone(),
        _ => Json::Object(vec![("anyOf", Json::List(forms.clone()))]),
    };
    let many = Json::Object(vec![("type", Json::text("array")), ("items", item)]);
    let forms = [many].into_iter().chain(forms).collect();
    Json::Object(vec![("description", Json::text(about)), ("anyOf", Json::List(forms))])
}
