//! What is wrong with files of other programs.

messages! {
    no_name() "the line does not begin with the name of a property; it is left out" | "行がプロパティー名で始まらないため省きます";
    not_closed(component: &str) "{component} is not closed; `END:{component}` is missing" | "{component} が閉じていません。`END:{component}` がありません";
    not_open(component: &str) "`END:{component}` closes nothing" | "`END:{component}` に対応する始まりがありません";
    no_calendar_date(text: &str) "`{text}` is no date; expected one like 20230106 or 20230106T100000Z" | "`{text}` は日付として読めません（例：20230106、20230106T100000Z）";
    no_duration(text: &str) "`{text}` is no duration; expected one like P1D or PT1H30M" | "`{text}` は長さとして読めません（例：`P1D`、`PT1H30M`）";
    unknown_zone(name: &str) "the file does not define the zone `{name}`: the time is told without a zone" | "時間帯 `{name}` がファイルで定義されていないため、時間帯なしの時刻とします";
    parts(found: usize, expected: usize) "the line has {found} parts, and should have {expected}" | "行の区切りが{found}個です（正しくは{expected}個）";
    other_fields() "the columns are others from here on, and are read as those that the file began with; make two files of it" | "ここから列が変わりますが、最初の列のまま読みます。二つのファイルに分けてください";
    display_date(date: &str, shown: &str) "the date is {date}, and `{shown}` is shown in its place" | "日付は {date} ですが、表示用の日付は `{shown}` です";
    repeats() "the event repeats; it is shown once, at its first time" | "繰り返す予定です。最初の一回だけを表示します";
}
