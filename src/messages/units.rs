//! Units of time.

messages! {
    minute() "minute" | "分";
    hour() "hour" | "時間";
    day() "day" | "日";
    week() "week" | "週";
    month() "month" | "月";
    quarter() "quarter" | "四半期";
    half() "half" | "半年";
    year() "year" | "年";
    decade() "decade" | "十年";
    century() "century" | "百年";
    millennium() "millennium" | "千年";

    // How long a folded stretch is.
    days(count: i64) "{count} d" | "{count}日";
    months(count: i64) "{count} mo" | "{count}か月";
    years(count: i64) "{count} y" | "{count}年";
}
