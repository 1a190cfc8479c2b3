//! What the fields of an event are called.

messages! {
    // One value.
    area() "area" | "分野";
    body() "body" | "機関";
    kind() "kind" | "種類";
    lane() "lane" | "系列";
    language() "language" | "言語";
    party() "party" | "当事者";
    person() "person" | "人物";
    place() "place" | "場所";
    publisher() "publisher" | "発行元";
    speaker() "speaker" | "発言者";
    tag() "tag" | "タグ";
    year() "year" | "年";

    difference() "difference" | "相違";
    organisation() "organisation" | "機関";

    // Several.
    areas() "areas" | "分野";
    bodies() "bodies" | "機関";
    kinds() "kinds" | "種類";
    lanes() "lanes" | "系列";
    parties() "parties" | "当事者";
    people() "people" | "人物";

    // Those that a source can bear.
    date() "date" | "日付";
    note() "note" | "注記";
    organisations() "organisations" | "機関";
    quote() "quote" | "引用";
    role() "role" | "役職";
    summary() "summary" | "概要";
    title() "title" | "題名";

    without() "(none)" | "（なし）";

    // What is copied of them, and in which texts words are found.
    citation() "citation" | "出典";
    event() "event" | "出来事";
    link() "link" | "リンク";
    name() "name" | "名前";
    source() "source" | "出典";
    text() "text" | "本文";
}
