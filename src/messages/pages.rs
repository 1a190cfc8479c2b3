//! The pages over the panes.

messages! {
    about() "about this timeline" | "この年表について";
    symbols() "symbols" | "記号の意味";
    problems() "what is wrong" | "問題";

    // What is wrong with the file.
    nothing_read() "No event could be read. What is wrong:" | "出来事を一つも読めませんでした。問題点：";

    // About the timeline.
    last_revised() "last revised " | "最終更新 ";
    rules() "RULES" | "編集方針";
    corrections() "CORRECTIONS" | "訂正";
    columns() "COLUMNS" | "列";
    lanes() "LANES" | "系列";
    kinds() "KINDS" | "種類";
    quotes_by_language() "QUOTES BY LANGUAGE" | "引用（言語別）";
    english() "English" | "英語";
    japanese() "Japanese" | "日本語";
    sources() "SOURCES" | "出典";
    addresses() "addresses" | "アドレス";
    official_addresses() "of them official" | "うち公式";
    confidence() "CONFIDENCE" | "確度";
    high() "high" | "高い";
    medium() "medium" | "中程度";
    low() "low" | "低い";
}
