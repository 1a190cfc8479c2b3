//! Why a text is no date, and what is meant by it.

messages! {
    // What is said of a text, and the way out.
    of_text(text: &str, why: &str) "{text}: {why}" | "{text}：{why}";
    with_help(why: &str, help: &str) "{why}; {help}" | "{why}。{help}";
    write(right: &str) "write {right}" | "{right} と書いてください";
    or() " or " | " または ";

    // Dates.
    none() "no date; expected one like 2023-01-06, 2023-01 or 2023" | "日付がありません（例：2023-01-06、2023-01、2023）";
    no_such_month(month: u32) "no month {month:02}; months are 01 to 12" | "{month:02}月はありません（01～12）";
    no_day_zero() "no day 00; days start at 01" | "00日はありません（01から）";
    month_ends(month: &str, last: u32) "{month} has {last} days" | "{month}は{last}日までです";
    end_before_start(start: &str, end: &str) "the end {end} is before the start {start}" | "終わり {end} が始まり {start} より前です";
    not_one_date() "a start and an end in keys of their own are one date or clock time each" | "始まりと終わりを別の項目に書くときは、それぞれ一つの日付か時刻にします";
    ambiguous() "it can be read in more than one way" | "二通り以上に読めます";
    no_year() "the year is missing; expected a date like 2023-01-06, 2023-01 or 2023" | "年がありません（例：2023-01-06、2023-01、2023）";
    spaced() "a date has no spaces inside; expected one like 2023-01-06, 2023-01 or 2023" | "日付の中に空白は使えません（例：2023-01-06、2023-01、2023）";
    clock_span() "a span of clock times is no EDTF" | "時刻から時刻までの期間は EDTF では書けません";
    end_apart() "put the end in a field of its own, `end`" | "終わりは別の項目 `end` に書いてください";
    clock_or_zone() "this can be an end or a zone" | "終わりの時刻とも時差とも読めます";
    write_or_end(right: &str) "write `{right}`, or put the end in a field of its own, `end`" | "`{right}` と書くか、終わりを別の項目 `end` に書いてください";
    not_supported(what: &str) "{what}: not supported" | "{what}には対応していません";
    beyond_calendar(year: i64) "the year {year} is beyond the calendar (±262,000 years)" | "{year}年は暦の範囲（±262,000年）を超えています";
    expected(why: &str) "{why}; expected a date like 2023-01-06, 2023-01 or 2023" | "{why}（例：2023-01-06、2023-01、2023）";
    no_edtf() "no EDTF" | "日付として読めません";
    no_digits() "a date has digits" | "日付に数字がありません";
    no_seconds() "no number of seconds since 1970" | "1970年からの秒数として読めません";
    time_beyond_calendar() "a time beyond the calendar" | "暦の範囲を超えた時刻です";

    // Spelling.
    no_spaces() "a date has no spaces inside" | "日付の中に空白は使えません";
    capitals() "the letters of a date are capitals" | "日付の英字は大文字です";
    hyphens() "year, month and day are joined by hyphens" | "年・月・日はハイフンでつなぎます";
    slash() "a span is written with a slash" | "期間はスラッシュで区切ります";
    digits() "a year has four digits, a month and a day two" | "年は4桁、月と日は2桁です";
    plain() "digits and signs are plain ones" | "数字と記号は半角です";
    draft() "this is from a draft of EDTF" | "EDTF の草案の書き方です";
    order() "a date goes from the year to the day" | "日付は年・月・日の順です";
    month() "a month is a number" | "月は数字で書きます";
    part() "a part of the year is a number in place of the month" | "季節や四半期は月の位置に番号で書きます";
    era() "years are counted from the year 1, and 0000 is the one before" | "年は西暦1年から数え、その前年が 0000 です";
    reign() "years are those of the common era" | "年は西暦で書きます";
    about() "what is not exact has `~` behind it" | "おおよその日付は後ろに `~` を付けます";
    decade() "digits that are not known are X" | "不明な桁は X と書きます";
    bound() "one of several dates stands in brackets" | "いずれか一つの日付は角括弧に入れます";
    clock() "a clock time is written like T08:13:43" | "時刻は T08:13:43 のように書きます";
    epoch() "a time counted since 1970 is no date" | "1970年から数えた時刻は日付ではありません";

    // Clock times.
    clock_form() "a clock time has two digits for hours, minutes and seconds, like 09:05 or 09:05:00" | "時刻は時・分・秒を2桁ずつ書きます（例：09:05、09:05:00）";
    no_such_hour(hour: u8) "no hour {hour:02}; hours are 00 to 23" | "{hour:02}時はありません（00～23）";
    no_such_minute(minute: u8) "no minute {minute:02}; minutes are 00 to 59" | "{minute:02}分はありません（00～59）";
    no_such_second(second: u8) "no second {second:02}; seconds are 00 to 59" | "{second:02}秒はありません（00～59）";
    fraction() "a fraction of a second has 1 to 9 digits" | "秒の小数は1～9桁です";
    no_such_offset() "no such offset from UTC; expected one like +09:00 or -0330" | "UTC との時差として読めません（例：+09:00、-0330）";
    behind_clock() "behind a clock time only its zone may stand: Z, UTC, +09:00" | "時刻の後に書けるのは時間帯だけです（Z、UTC、+09:00）";
    no_zone() "no zone; write UTC, local, as-written or an offset such as +09:00" | "時間帯として読めません。`UTC`、`local`、`as-written` か、+09:00 のような時差を書きます";

    // What is not supported.
    all_members() "a set of several dates, {…}" | "複数の日付の集合 {…} ";
    exponential_year() "a year with an exponent" | "指数で書いた年";
    significant_digits() "a year with significant digits" | "有効桁数付きの年";
    digits_after_x() "digits after an unknown digit X" | "不明な桁 X の後の数字";
    vague_end() "`..` joined to the date of an end" | "期間の端の日付に付けた `..` ";
    part_of_year(code: u8) "part {code} of a year (only seasons 21–24, quarters 33–36 and halves 40–41)" | "年の区分 {code}（季節 21～24、四半期 33～36、半期 40～41 以外）";

    // Columns.
    both_orders(day_first: &str, month_first: &str) "some dates of the column have the day first (`{day_first}`), others the month (`{month_first}`); say which with `--dates dmy` or `--dates mdy`" | "列の日付に、日が先のもの（`{day_first}`）と月が先のもの（`{month_first}`）があります。`--dates dmy` か `--dates mdy` で指定します";
    against_order(order: &str, only: &str) "the dates of the column are {order}, and this is {only}" | "列の日付は {order} の順ですが、これは {only} です";
    year_last(order: &str) "the dates of the column are {order}, and the year of this one is last" | "列の日付は {order} の順ですが、これは年が最後です";
    short_year() "a year of two digits; say the order with `--dates dmy`, `--dates mdy` or `--dates ymd`" | "年が2桁です。`--dates dmy`、`--dates mdy`、`--dates ymd` のいずれかで順を指定します";
    epoch_range(unit: &str) "as {unit} since 1970 it is no time from 1990 to 2099" | "1970年からの{unit}数とすると、1990～2099年の時刻になりません";
    serial(day: &str) "it looks like the serial number of a day in a spreadsheet (1900 system: {day}); format the column as a date" | "表計算ソフトの日付の通し番号のようです（1900年方式：{day}）。列の書式を日付にします";
    day_month_year() "D/M/Y" | "日/月/年";
    month_day_year() "M/D/Y" | "月/日/年";
    year_month_day() "Y/M/D" | "年/月/日";
    seconds() "seconds" | "秒";
    milliseconds() "milliseconds" | "ミリ秒";
    microseconds() "microseconds" | "マイクロ秒";
    nanoseconds() "nanoseconds" | "ナノ秒";

    // What the dates of a column show.
    cell_on_line(cell: &str, line: usize) "`{cell}` on line {line}" | "{line}行目の `{cell}`";
    cell_further_down(cell: &str) "`{cell}` further down" | "後の行の `{cell}`";
    order_found(order: &str, proof: &str) "dates are {order}, as {proof} shows" | "日付は {order} の順です（{proof} から）";
    order_unknown(cells: usize, example: &str) "day and month cannot be told apart in {cells} dates ({example}): each is one of two days; `--dates dmy` or `--dates mdy` settles it" | "{cells}件の日付で日と月を区別できません（{example}）。それぞれ二つの日のいずれかとします。`--dates dmy` か `--dates mdy` で決まります";
    order_mixed(day_first: &str, month_first: &str) "some dates have the day first ({day_first}), others the month ({month_first}): none of these is read; `--dates dmy` or `--dates mdy` reads those that fit" | "日が先の日付（{day_first}）と月が先の日付（{month_first}）があるため、どちらも読みません。`--dates dmy` か `--dates mdy` で、合うものを読みます";
    zone_not_stated() "clock times are told as they are written: their zone is not stated" | "時間帯の記載がないため、時刻は書かれたまま示します";
    zone_mixed(with: &str, without: &str) "some clock times have a zone ({with}), others have none ({without})" | "時間帯のある時刻（{with}）とない時刻（{without}）があります";
    epoch_units(units: &str) "times are counted since 1970 in {units}: each is read by how many digits it has" | "1970年からの数え方に {units} があります。それぞれ桁数で読み分けます";
    unit_of_cell(unit: &str, cell: &str) "{unit} ({cell})" | "{unit}（{cell}）";
    and() " and " | "、";
    clock_zero(cells: usize, day: &str, example: &str) "{cells} of the times are {day}, the zero of a clock that was never set ({example})" | "{cells}件の時刻が、合わせたことのない時計の起点 {day} です（{example}）";
    same_day(cells: usize, of: usize, day: &str, years: u32) "{cells} of {of} dates are {day} of {years} years: the day may have been filled in" | "{of}件中{cells}件の日付が{years}年にわたり{day}です。日が補われたのかもしれません";
    first_of_month(cells: usize, of: usize) "{cells} of {of} dates are the first of a month: the day may have been filled in" | "{of}件中{cells}件の日付が月の1日です。日が補われたのかもしれません";
    midnight(cells: usize, of: usize) "{cells} of {of} clock times are midnight: they may be days without a time" | "{of}件中{cells}件の時刻が0時です。時刻のない日付かもしれません";
}
