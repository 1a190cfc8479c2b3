//! Themes, and colours of events.

messages! {
    menu() "theme" | "テーマ";
    auto() "as your terminal's background" | "端末の背景に合わせる";
    dark() "for dark backgrounds" | "暗い背景用";
    light() "for light backgrounds" | "明るい背景用";
    high_contrast() "every text at 7 to 1" | "高コントラスト";
    indigo() "deep blue and lamplight" | "藍染めの夜";
    washi() "ink on warm paper" | "和紙に墨";
    terminal() "your terminal's sixteen colours" | "端末の16色";
    mono() "no colours" | "色なし";
    own() "your own" | "自分のテーマ";
    configured() "as configured" | "設定のとおり";

    // What is told of the theme that is shown.
    again(name: &str) "theme: {name}" | "テーマ：{name}";
    chosen(name: &str) "theme: {name}; theme = \"{name}\" in the configuration keeps it" | "テーマ：{name}（設定に theme = \"{name}\" と書くと残ります）";

    // Colours of events.
    color_rules() "COLOURS OF YOUR OWN" | "自分の配色";
    events(count: usize) "1 event" / "{count} events" | "{count}件";
}
