//! The laws of time ↔ columns, at any width and any zoom.

use annalist::axis::{EndKind, EventGeometry, LabelRequest, Scale, Ticks, Unit, Window, bar_heights, pack, ticks};
use annalist::model::{DAY, DateBounds, Lang, Moment, MomentRange};
use annalist::text::width;
use proptest::prelude::*;

fn years(from: i32, to: i32) -> impl Strategy<Value = Moment> {
    let seconds = |year| Moment::day(year, 1, 1).map_or(0, Moment::seconds);
    (seconds(from)..seconds(to)).prop_map(Moment::from_seconds)
}

/// Moments that people write about, and now and then the ends of the calendar.
fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        12 => years(1900, 2100),
        6 => years(-3_000, 9_999),
        1 => years(-262_000, 262_000),
        1 => Just(Moment::FIRST),
        1 => Just(Moment::LAST),
    ]
}

/// Lengths of all magnitudes, from a second to all of time.
fn length() -> impl Strategy<Value = i64> {
    prop_oneof![(0_u32..43, 1_000_i64..2_000).prop_map(|(power, part)| ((1_i64 << power) * part / 1_000).max(1))]
}

fn window() -> impl Strategy<Value = Window> {
    (moment(), length()).prop_map(|(first, length)| Window::new(first, first.plus(length - 1)))
}

fn scale() -> impl Strategy<Value = Scale> {
    (window(), 1_u16..=500).prop_map(|(window, columns)| Scale::new(window, columns))
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::En), Just(Lang::Ja), Just(Lang::Both)]
}

/// A window, and a moment in it.
fn window_with_moment() -> impl Strategy<Value = (Window, Moment)> {
    window().prop_flat_map(|window| (Just(window), 0..window.seconds()).prop_map(|(w, at)| (w, w.start().plus(at))))
}

fn extent() -> impl Strategy<Value = (Moment, Moment)> {
    window().prop_map(|window| (window.start(), window.last()))
}

/// All texts of a row, as column and text.
fn rows(ticks: &Ticks) -> [Vec<(u16, String)>; 2] {
    let lower = ticks.ticks.iter().filter_map(|tick| Some((tick.column, tick.label.clone()?)));
    [ticks.labels.iter().map(|label| (label.column, label.text.clone())).collect(), lower.collect()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn columns_cover_the_window_without_gap_or_overlap(scale in scale()) {
        let held: Vec<_> = (0..scale.columns()).filter_map(|column| Some((column, scale.moments(column)?))).collect();
        let mut next = scale.window().start();
        for (column, (first, last)) in held {
            prop_assert_eq!(first, next);
            prop_assert!(first <= last);
            prop_assert_eq!(scale.column(first), Some(column));
            prop_assert_eq!(scale.column(last), Some(column));
            prop_assert_eq!(scale.range(first, last).map(|range| range.0), Some(column));
            next = Moment::from_seconds(last.seconds() + 1);
        }
        prop_assert_eq!(next, scale.window().end());
        if scale.window().seconds() >= i64::from(scale.columns()) {
            prop_assert!((0..scale.columns()).all(|column| scale.moments(column).is_some()));
        }
    }

    #[test]
    fn a_moment_lies_in_its_column((window, moment) in window_with_moment(), columns in 1_u16..=500) {
        let scale = Scale::new(window, columns);
        let column = scale.column(moment).unwrap();
        prop_assert!(column < columns);
        let (first, last) = scale.moments(column).unwrap();
        prop_assert!(first <= moment && moment <= last);
        prop_assert_eq!(scale.clamped_column(moment), column);
        let middle = scale.middle(column);
        prop_assert!(first <= middle && middle <= last);
    }

    #[test]
    fn later_is_never_further_left(scale in scale(), a in moment(), b in moment()) {
        let (a, b) = (a.min(b), a.max(b));
        prop_assert!(scale.clamped_column(a) <= scale.clamped_column(b));
        if let Some((left, right)) = scale.range(a, b) {
            prop_assert!(left <= right && right < scale.columns());
            prop_assert_eq!(left, scale.clamped_column(a));
        }
        prop_assert_eq!(scale.range(a, b).is_some(), scale.window().start() <= b && a <= scale.window().last());
    }

    #[test]
    fn ranges_of_neighbours_fill_the_columns((window, moment) in window_with_moment(), columns in 1_u16..=500) {
        let scale = Scale::new(window, columns);
        prop_assert_eq!(scale.range(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), Some((0, columns - 1)));
        let (_, right) = scale.range(window.start(), moment).unwrap();
        if moment == window.last() {
            prop_assert_eq!(right, columns - 1);
        } else {
            let (left, _) = scale.range(moment.plus(1), window.last()).unwrap();
            prop_assert!(left == right || left == right + 1);
        }
    }

    #[test]
    fn texts_of_the_ruler_never_meet(scale in scale(), lang in lang()) {
        let ticks = ticks(&scale, lang);
        prop_assert!(ticks.ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
        for tick in &ticks.ticks {
            let end = usize::from(tick.column) + tick.label.as_deref().map_or(1, width);
            prop_assert!(ticks.ticks.iter().all(|other| other.at <= tick.at || usize::from(other.column) > end));
        }
        for row in rows(&ticks) {
            for pair in row.windows(2) {
                let end = usize::from(pair[0].0) + width(&pair[0].1);
                prop_assert!(end < usize::from(pair[1].0), "{:?}", pair);
            }
            for (column, text) in row {
                prop_assert!(!text.is_empty());
                prop_assert!(usize::from(column) + width(&text) <= usize::from(scale.columns()));
            }
        }
        for tick in &ticks.ticks {
            prop_assert_eq!(scale.column(tick.at), Some(tick.column));
        }
    }

    #[test]
    fn texts_do_not_depend_on_where_the_window_starts(scale in scale(), lang in lang(), part in 0_i64..1_000) {
        let window = scale.window();
        let moved = Scale::new(window.pan(window.seconds() / 1_000 * part), scale.columns());
        // Before the year 100 years have an era, and need more room.
        let is_early = |scale: &Scale| scale.window().start().year() < 100;
        prop_assume!(is_early(&scale) == is_early(&moved));
        let (here, there) = (ticks(&scale, lang), ticks(&moved, lang));
        prop_assert_eq!(Unit::for_scale(&scale), Unit::for_scale(&moved));
        for tick in &here.ticks {
            let Some(column) = moved.column(tick.at) else { continue };
            let other = there.ticks.iter().find(|other| other.at == tick.at);
            prop_assert_eq!(other.map(|other| (other.column, other.major)), Some((column, tick.major)));
            let end = usize::from(column) + tick.label.as_deref().map_or(0, width);
            if tick.label.is_some() && end <= usize::from(scale.columns()) {
                prop_assert_eq!(other.and_then(|other| other.label.as_ref()), tick.label.as_ref());
            }
        }
        for label in here.labels.iter().filter(|label| window.contains(label.at)) {
            let Some(column) = moved.column(label.at) else { continue };
            if usize::from(column) + width(&label.text) <= usize::from(scale.columns()) {
                prop_assert!(there.labels.iter().any(|other| other.at == label.at && other.column == column));
            }
        }
    }

    #[test]
    fn wide_rulers_name_the_time(scale in scale(), lang in lang()) {
        let shortest = i64::from(scale.columns()).max(60);
        if scale.columns() >= 60 && scale.window().seconds() >= shortest {
            let ticks = ticks(&scale, lang);
            prop_assert!(!ticks.labels.is_empty());
            prop_assert!(!ticks.ticks.is_empty());
        }
    }

    #[test]
    fn units_hold_their_moments(moment in moment()) {
        for unit in Unit::ALL {
            let start = unit.floor(moment);
            prop_assert!(start <= moment);
            prop_assert_eq!(unit.floor(start), start);
            if let Some(next) = unit.next(moment) {
                prop_assert!(moment < next);
                prop_assert_eq!(unit.floor(next), next);
                prop_assert_eq!(unit.floor(next.plus(-1)), start);
                prop_assert!(next.seconds() - start.seconds() <= unit.seconds() * 103 / 100);
            }
            if let Some(previous) = unit.previous(moment) {
                prop_assert_eq!(unit.next(previous), Some(start));
            }
        }
    }

    #[test]
    fn zoom_keeps_the_anchor((window, anchor) in window_with_moment(), columns in 1_u16..=500, extent in extent()) {
        let limit = Window::fit(extent, columns);
        for zoomed in [window.zoom_in(anchor, columns), window.zoom_out(anchor, limit)] {
            prop_assert!(zoomed.contains(anchor));
            let at_an_end = zoomed.start() == Moment::FIRST || zoomed.last() == Moment::LAST;
            let column = |window| i32::from(Scale::new(window, columns).column(anchor).unwrap());
            if !at_an_end && window.seconds() >= i64::from(columns) {
                prop_assert!((column(zoomed) - column(window)).abs() <= 1);
            }
        }
    }

    #[test]
    fn zoom_is_undone_by_its_opposite((window, anchor) in window_with_moment(), columns in 1_u16..=500) {
        let limit = Window::new(Moment::FIRST, Moment::LAST);
        let out = window.zoom_out(anchor, limit);
        let free = |zoomed: Window| zoomed.start() > Moment::FIRST && zoomed.last() < Moment::LAST;
        if window.seconds() >= i64::from(columns).max(60) && out.seconds() == 2 * window.seconds() && free(out) {
            prop_assert_eq!(out.zoom_in(anchor, columns), window);
        }
        let back = window.zoom_in(anchor, columns).zoom_out(anchor, limit);
        if window.seconds() >= 2 * i64::from(columns).max(60) && free(back) {
            prop_assert!((back.seconds() - window.seconds()).abs() <= 1);
            prop_assert!((back.start().seconds() - window.start().seconds()).abs() <= 1);
        }
    }

    #[test]
    fn zoom_has_limits(window in window(), anchor in moment(), columns in 1_u16..=500, extent in extent()) {
        let limit = Window::fit(extent, columns);
        let (mut near, mut far) = (window, window);
        for _ in 0..50 {
            near = near.zoom_in(anchor, columns);
            far = far.zoom_out(anchor, limit);
        }
        prop_assert_eq!(near.seconds(), window.seconds().min(i64::from(columns).max(60)));
        prop_assert_eq!(far.seconds(), window.seconds().max(limit.seconds()));
        prop_assert!(limit.contains(extent.0) && limit.contains(extent.1));
    }

    #[test]
    fn fit_shows_all_off_the_border(extent in extent(), columns in 5_u16..=500) {
        let window = Window::fit(extent, columns);
        let scale = Scale::new(window, columns);
        prop_assert!(window.contains(extent.0) && window.contains(extent.1));
        prop_assert!(window.seconds() >= i64::from(columns).max(60));
        if window.start() > Moment::FIRST && window.last() < Moment::LAST {
            prop_assert!(scale.column(extent.0).unwrap() >= 1);
            prop_assert!(scale.column(extent.1).unwrap() <= columns - 2);
        }
    }

    #[test]
    fn a_window_is_kept_within_another(window in window(), extent in extent(), by in any::<i64>()) {
        let whole = Window::new(extent.0, extent.1);
        let panned = window.pan(by);
        let held = panned.kept_within(whole);
        prop_assert_eq!(held.seconds(), window.seconds());
        prop_assert_eq!(held.kept_within(whole), held);
        let (inner, outer) = if window.seconds() <= whole.seconds() { (held, whole) } else { (whole, held) };
        prop_assert!(outer.start() <= inner.start() && inner.last() <= outer.last());
        if whole.contains(panned.start()) && whole.contains(panned.last()) {
            prop_assert_eq!(held, panned);
        }
    }

    #[test]
    fn reveal_reveals(window in window(), moment in moment(), columns in 0_u16..=500) {
        let revealed = window.reveal(moment, columns);
        prop_assert!(revealed.contains(moment));
        prop_assert_eq!(revealed.seconds(), window.seconds());
        prop_assert_eq!(revealed.reveal(moment, columns), revealed);
        if window.contains(moment) {
            prop_assert_eq!(revealed, window);
        }
        let free = revealed.start() > Moment::FIRST && revealed.last() < Moment::LAST;
        if free && columns >= 20 && !window.contains(moment) && window.seconds() >= i64::from(columns) {
            let column = Scale::new(revealed, columns).column(moment).unwrap();
            prop_assert!(column >= 2 && column <= columns - 3);
        }
    }

    #[test]
    fn marks_lie_on_the_columns(scale in scale(), ends in prop::array::uniform4(moment()), open in 0_u8..4) {
        let mut ends = ends;
        ends.sort_unstable();
        let [first, from, to, last] = ends;
        let earliest = if open & 1 == 1 { Moment::DISTANT_PAST } else { first };
        let latest = if open & 2 == 2 { Moment::DISTANT_FUTURE } else { last };
        let span = DateBounds { start: MomentRange { earliest, latest: from }, end: MomentRange { earliest: to, latest } };
        for bounds in [span, DateBounds::point(earliest, latest)] {
            let touched = earliest <= scale.window().last() && latest >= scale.window().start();
            let mark = EventGeometry::of_bounds(&bounds, &scale);
            prop_assert_eq!(mark.is_some(), touched);
            let inside = |(left, right), (first, last)| first <= left && left <= right && right <= last;
            let all = (0, scale.columns() - 1);
            match mark {
                None => {}
                Some(EventGeometry::Point { glyph, possible }) => {
                    prop_assert!(inside(possible, all));
                    prop_assert!(glyph.is_none_or(|column| inside((column, column), possible)));
                }
                Some(EventGeometry::Span { glyph, possible, certain, left, right }) => {
                    prop_assert!(inside(possible, all));
                    prop_assert!(certain.is_none_or(|certain| inside(certain, possible)));
                    prop_assert!(glyph.is_none_or(|column| column < scale.columns()));
                    prop_assert!(left == EndKind::Closed || possible.0 == 0);
                    prop_assert!(right == EndKind::Closed || possible.1 == all.1);
                }
            }
        }
    }

    #[test]
    fn levels_keep_the_order(counts in prop::collection::vec(0_u32..5_000, 1..200), steps in 1_u8..=16) {
        let levels = bar_heights(&counts, steps);
        prop_assert_eq!(levels.len(), counts.len());
        for (a, la) in counts.iter().zip(&levels) {
            prop_assert_eq!(*a == 0, *la == 0);
            prop_assert!(*la <= steps);
            prop_assert!(counts.iter().zip(&levels).all(|(b, lb)| a > b || la <= lb));
        }
    }
}

/// The ruler of the days from the first to the last, both included, as it is drawn.
fn drawn(first: (i32, u32, u32), last: (i32, u32, u32), columns: u16, lang: Lang) -> String {
    let day = |(year, month, day)| Moment::day(year, month, day).unwrap_or(Moment::FIRST);
    let ticks = ticks(&Scale::new(Window::new(day(first), day(last).plus(DAY - 1)), columns), lang);
    let upper = ticks.labels.into_iter().map(|label| (label.column, label.text));
    let glyph = |major| if major { "╷" } else { "·" }.to_owned();
    let lower = ticks.ticks.into_iter().map(|tick| (tick.column, tick.label.unwrap_or_else(|| glyph(tick.major))));
    let row = |texts: &mut dyn Iterator<Item = (u16, String)>| {
        texts.fold(String::from("\n|"), |row, (column, text)| {
            let blanks = usize::from(column) + 2 - width(&row.replace('\n', " "));
            row + &" ".repeat(blanks) + &text
        })
    };
    row(&mut upper.into_iter()) + &row(&mut lower.into_iter())
}

#[test]
fn three_years_are_calm() {
    let expected = "
|2021                              2022                              2023                              2024
|╷       ·       ·        ·        ╷       ·        ·       ·        ╷       ·        ·       ·        ╷";
    assert_eq!(drawn((2021, 1, 1), (2024, 2, 29), 108, Lang::En), expected);
}

#[test]
fn a_year_has_its_months() {
    let expected = "
|2023
|Jan     Feb     Mar     Apr     May      Jun     Jul      Aug     Sep     Oct      Nov     Dec";
    assert_eq!(drawn((2023, 1, 1), (2023, 12, 31), 100, Lang::En), expected);
    let expected = "
|2023年
|1月  2月  3月   4月  5月   6月  7月   8月  9月   10月 11月  12月";
    assert_eq!(drawn((2023, 1, 1), (2023, 12, 31), 66, Lang::Ja), expected);
}

#[test]
fn a_month_has_its_days_or_mondays() {
    let expected = "
|January 2023
|1  2  3  4  5   6  7  8  9   10 11 12 13 14  15 16 17 18  19 20 21 22 23  24 25 26 27  28 29 30 31";
    assert_eq!(drawn((2023, 1, 1), (2023, 1, 31), 100, Lang::En), expected);
    let expected = "
|December 2022                                         January 2023
|14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 1  2  3  4  5  6  7  8  9  10 11 12 13 14 15 16 17 18";
    assert_eq!(drawn((2022, 12, 14), (2023, 1, 18), 108, Lang::En), expected);
    let expected = "
|2022年12月                       2023年1月
|         19           26          2            9            16";
    assert_eq!(drawn((2022, 12, 14), (2023, 1, 18), 66, Lang::Ja), expected);
}

#[test]
fn a_day_has_its_hours() {
    let expected = "
|6 January 2023
|00:00 ·   03:00 ·   06:00 ·   09:00 ·   12:00 ·   15:00 ·   18:00 ·   21:00 ·";
    assert_eq!(drawn((2023, 1, 6), (2023, 1, 6), 80, Lang::Both), expected);
}

#[test]
fn far_years_have_their_era() {
    let expected = "
|       2001 BC         1 BC           2000           4000            6000           8000
|·      ╷       ·       ╷      ·       ╷       ·      ╷       ·       ╷      ·       ╷       ·";
    assert_eq!(drawn((-3_000, 1, 1), (9_999, 12, 31), 100, Lang::En), expected);
}

#[test]
fn a_held_name_makes_way() {
    let expected = "
|Dec     January 2023
|30  31  1   2   3   4   5   6   7   8";
    assert_eq!(drawn((2022, 12, 30), (2023, 1, 8), 40, Lang::En), expected);
    let expected = "
|December 2022               January 2023
|25  26  27  28  29  30  31  1   2   3";
    assert_eq!(drawn((2022, 12, 25), (2023, 1, 3), 40, Lang::En), expected);
}

#[test]
fn no_columns_and_one_column_are_fine() {
    for (first, last) in [(0, 0), (0, DAY), (i64::MIN, i64::MAX)] {
        let window = Window::new(Moment::from_seconds(first), Moment::from_seconds(last));
        for columns in [0, 1] {
            let scale = Scale::new(window, columns);
            assert!(rows(&ticks(&scale, Lang::Ja)).iter().all(|row| row.len() <= usize::from(columns)));
            assert_eq!(scale.clamped_column(Moment::LAST), 0);
            assert!(window.contains(scale.middle(columns)));
            assert!(Window::fit((window.start(), window.last()), columns).contains(window.last()));
            assert!(window.reveal(Moment::LAST, columns).contains(Moment::LAST));
            assert!(window.zoom_in(Moment::FIRST, columns).seconds() <= window.seconds());
        }
    }
}

/// A window with stretches of it folded, in order and apart from each other.
fn folded() -> impl Strategy<Value = Scale> {
    let parts = prop::collection::vec(1_u64..1_000, 1..9);
    (window(), 1_u16..=300, parts).prop_map(|(window, columns, parts)| {
        let all: u64 = parts.iter().sum();
        let mut empty = Vec::new();
        let mut seen = 0;
        let at = |part: u64| {
            let seconds = i128::from(window.seconds()) * i128::from(part) / i128::from(all);
            window.start().plus(i64::try_from(seconds).unwrap_or(i64::MAX))
        };
        for (place, part) in parts.iter().enumerate() {
            if place % 2 == 1 {
                empty.push((at(seen).plus(1), at(seen + part).plus(-1)));
            }
            seen += part;
        }
        empty.retain(|(first, last)| first < last);
        Scale::collapsed(window, columns, &empty)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn folded_columns_cover_the_window_without_gap_or_overlap(scale in folded()) {
        let mut next = scale.window().start();
        for column in 0..scale.columns() {
            let Some((first, last)) = scale.moments(column) else { continue };
            prop_assert_eq!(first, next);
            prop_assert!(first <= last);
            prop_assert_eq!((scale.column(first), scale.column(last)), (Some(column), Some(column)));
            prop_assert_eq!(scale.column(scale.middle(column)), Some(column));
            next = Moment::from_seconds(last.seconds() + 1);
        }
        prop_assert_eq!(next, scale.window().end());
        for fold in scale.collapsed_gaps() {
            let columns = (fold.column, fold.column + fold.columns - 1);
            prop_assert_eq!(scale.range(fold.window.start(), fold.window.last()), Some(columns));
        }
    }

    #[test]
    fn labels_of_a_folded_ruler_keep_apart(scale in folded(), lang in lang()) {
        for row in rows(&ticks(&scale, lang)) {
            for pair in row.windows(2) {
                let end = usize::from(pair[0].0) + width(&pair[0].1);
                prop_assert!(end <= usize::from(pair[1].0), "{:?}", pair);
            }
            if let Some((column, text)) = row.last() {
                prop_assert!(usize::from(*column) + width(text) <= usize::from(scale.columns()));
            }
        }
    }

    #[test]
    fn packed_titles_never_lie_on_each_other(
        steps in prop::collection::vec((0_i64..40, 0_u16..60, 0_u16..90, prop::option::of(0_u16..9)), 0..80),
        rows in 0_u16..9,
        least in 1_u16..40,
    ) {
        let mut column = -500;
        let items: Vec<LabelRequest> = steps
            .into_iter()
            .map(|(step, bar, label, wish)| {
                column += step + 1;
                LabelRequest { column, bar, label, wish }
            })
            .collect();
        let spots = pack(&items, rows, least);
        let moved: Vec<LabelRequest> = items.iter().map(|item| LabelRequest { column: item.column + 12_345, ..*item }).collect();
        prop_assert_eq!(&pack(&moved, rows, least), &spots, "it does not matter where columns are counted from");
        for row in 0..rows {
            let placed: Vec<_> = items.iter().zip(&spots).filter_map(|(item, spot)| Some((item, spot.filter(|s| s.row == row)?))).collect();
            for pair in placed.windows(2) {
                let end = pair[0].0.column + i64::from(pair[0].1.label_at + pair[0].1.room);
                prop_assert!(end < pair[1].0.column, "{:?}", pair);
            }
        }
        for (item, spot) in items.iter().zip(&spots) {
            prop_assert!(spot.is_none_or(|spot| spot.row < rows && spot.room <= item.label));
            prop_assert!(rows > 0 || spot.is_none());
        }
    }
}
