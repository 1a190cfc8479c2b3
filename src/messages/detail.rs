//! The detail of an event, and the quotes of all.

messages! {
    // Headings.
    parties() "PARTIES" | "当事者";
    areas() "AREAS" | "分野";
    bodies() "BODIES" | "機関";
    quotes() "QUOTES" | "引用";
    people() "PEOPLE" | "人物";
    thread() "THREAD" | "経緯";
    sources() "SOURCES" | "出典";
    further_reading() "FURTHER READING" | "参考";
    sources_differ() "SOURCES DIFFER" | "資料による相違";
    note() "NOTE" | "注記";
    also_in_the_file() "ALSO IN THE FILE" | "その他の項目";

    // What a reader should know before relying on the event.
    background() "background" | "背景";
    low_confidence() "low confidence: weakly supported" | "確度は低い：根拠が弱い";
    medium_confidence() "medium confidence: it rests on few or indirect sources" | "確度は中程度：資料が少ないか間接的";
    differs_below() "sources differ, see below" | "資料により相違あり（下記）";
    marked() "marked" | "印";

    // Quotes and sources.
    our_translation() "our translation: " | "当方訳：";
    as_reported() "so printed by this source alone; other wordings circulate" | "この資料のみの表記（別の表現も流布）";
    official() "official" | "公式";
    archived() "archived: " | "アーカイブ：";
    supports() "supports: " | "根拠とする事項：";
    the_quote() "quote" | "引用";
    quote_of_number(number: usize) "quote {number}" | "引用{number}";

    // Between words, and the events of a thread that have no room.
    comma() ", " | "、";
    colon() ": " | "：";
    more_in_thread(count: usize) "+{count} more; " | "ほか{count}件；";
    all_of_thread() " shows all" | " ですべて表示";
}
