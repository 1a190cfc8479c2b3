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
    chosen(name: &str) "theme: {name}; theme = \"{name}\" in the configuration keeps it" | "テーマ：{name}（設定に `theme = \"{name}\"` と書くと残ります）";

    // What is wrong with a theme.
    not_found() "there is no such theme" | "このテーマはありません";
    too_long() "this file is too long for a theme" | "テーマとしては長すぎるファイルです";
    no_role(name: &str, way: &str) "a theme has no `{name}`{way}" | "テーマに `{name}` という項目はありません{way}";
    no_color() "a colour should stand here" | "色を書いてください";
    unknown_word(word: &str) "`{word}` is neither a colour nor a way to write" | "`{word}` は色でも書き方でもありません";
    name_form() "the name of a theme has letters, digits, - and _ only" | "テーマの名前に使えるのは文字、数字、- と _ だけです";
    no_base(name: &str) "there is no theme `{name}`" | "テーマ `{name}` はありません";
    circular() "this theme inherits itself" | "このテーマは自分自身を引き継いでいます";
    none_of(name: &str, way: &str, all: &str) "no theme `{name}`{way} (there are {all})" | "テーマ `{name}` はありません{way}（使えるテーマ：{all}）";
    either(dark: &str, light: &str) "{dark} or {light}" | "{dark} か {light}";

    // Colours of events.
    color_rules() "COLOURS OF YOUR OWN" | "自分の配色";
    events(count: usize) "1 event" / "{count} events" | "{count}件";
}
