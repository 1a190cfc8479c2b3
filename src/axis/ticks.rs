//! The two rows of the ruler: ticks of the unit of zoom below, names of the longer unit above. What is labelled depends
//! on the zoom alone, never on where the window starts, so that no label comes or goes while time is panned.

use super::{Scale, Unit, calendar_step::CalendarStep, label_format::LabelFormat};
use crate::{
    model::{Lang, Moment},
    text,
};

/// Ticks stand at least so far apart, in columns.
const MIN_TICK_COLUMNS: i64 = 2;

/// A mark of the lower row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The moment that it marks.
    pub at: Moment,
    /// Where it stands.
    pub column: u16,
    /// What is written in its place, starting at its column; `None` for a bare tick.
    pub label: Option<String>,
    /// Whether a unit of the upper row starts here.
    pub major: bool,
}

/// A name of the upper row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The start of what it names: before the window for the one that is held at the left border.
    pub at: Moment,
    /// Where it starts.
    pub column: u16,
    /// The name.
    pub text: String,
}

/// Both rows, each from left to right. There is a blank between any two texts and ticks, and no text runs over the
/// right border; a bare tick that a label would touch is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ticks {
    /// The upper row: what the ticks are parts of.
    pub labels: Vec<Label>,
    /// The lower row.
    pub ticks: Vec<Tick>,
}

/// The ruler of a scale: Japanese for [`Lang::Ja`], else English.
pub fn ticks(scale: &Scale, lang: Lang) -> Ticks {
    let unit = Unit::for_scale(scale);
    let mut all = Ticks::default();
    for (left, stretch) in scale.stretches() {
        let Ticks { labels, ticks } = of_stretch(&stretch, unit, lang);
        let from_left = |column: u16| left + column;
        all.labels.extend(labels.into_iter().map(|label| Label { column: from_left(label.column), ..label }));
        all.ticks.extend(ticks.into_iter().map(|tick| Tick { column: from_left(tick.column), ..tick }));
    }
    all
}

/// The ruler of time that is laid out evenly.
fn of_stretch(scale: &Scale, unit: Unit, lang: Lang) -> Ticks {
    let Some(tick) = tick_steps(unit).into_iter().find(|step| scale.columns_in(step.shortest()) >= MIN_TICK_COLUMNS)
    else {
        return Ticks::default();
    };
    let nested = |steps: Vec<CalendarStep>| steps.into_iter().filter(move |step| step.is_multiple_of(tick));
    let lower =
        nested(label_steps(unit)).find_map(|step| LabelSeries::fitting(step, lower_wordings(unit), scale, lang));
    let upper = match name_unit(unit) {
        Unit::Year => {
            nested(year_steps()).find_map(|step| LabelSeries::fitting(step, &[LabelFormat::Year], scale, lang))
        }
        Unit::Month => LabelSeries::fitting(Unit::Month.step(), &MONTH_NAMES, scale, lang),
        _ => LabelSeries::fitting(Unit::Day.step(), &DAY_NAMES, scale, lang),
    };
    let major = match (unit, &upper) {
        (Unit::Minute, _) => Some(Unit::Hour.step()),
        (_, Some(upper)) => Some(upper.step),
        (_, None) => None,
    };
    Ticks {
        labels: upper.map_or_else(Vec::new, |series| series.labels(scale, lang)),
        ticks: lower_row(scale, lang, tick, major, lower.as_ref()),
    }
}

const MONTH_NAMES: [LabelFormat; 3] = [LabelFormat::FullMonth, LabelFormat::MonthOfYear, LabelFormat::Month];
const DAY_NAMES: [LabelFormat; 3] = [LabelFormat::FullDate, LabelFormat::Date, LabelFormat::DayOfMonth];

/// The unit that is named above ticks of this one.
fn name_unit(unit: Unit) -> Unit {
    match unit {
        Unit::Minute | Unit::Hour => Unit::Day,
        Unit::Day | Unit::Week => Unit::Month,
        _ => Unit::Year,
    }
}

/// How close ticks may stand, the closest first.
fn tick_steps(unit: Unit) -> Vec<CalendarStep> {
    match (unit, unit.step()) {
        (Unit::Minute, _) => [1, 5, 10, 15, 30].map(|count| CalendarStep::Seconds(60 * count)).to_vec(),
        (Unit::Hour, _) => [1, 3, 6, 12].map(|count| CalendarStep::Seconds(3_600 * count)).to_vec(),
        (Unit::Month, _) => [1, 3, 6].map(CalendarStep::Months).to_vec(),
        (_, CalendarStep::Months(months)) if unit >= Unit::Year => {
            year_steps().into_iter().filter(|step| step.is_multiple_of(CalendarStep::Months(months))).collect()
        }
        (_, step) => vec![step],
    }
}

/// How close labels of the lower row may stand, the closest first. Where not every day can be labelled, Mondays are.
fn label_steps(unit: Unit) -> Vec<CalendarStep> {
    let mut steps = tick_steps(unit);
    steps.extend((unit == Unit::Day).then_some(Unit::Week.step()));
    steps
}

/// One, two or five years, and the same in tens, hundreds and so on.
fn year_steps() -> Vec<CalendarStep> {
    (0..6).flat_map(|power| [1, 2, 5].map(|count| CalendarStep::Months(12 * count * 10_i32.pow(power)))).collect()
}

/// How ticks of the lower row are labelled; quarters and longer units are not.
fn lower_wordings(unit: Unit) -> &'static [LabelFormat] {
    match unit {
        Unit::Minute | Unit::Hour => &[LabelFormat::Clock],
        Unit::Day | Unit::Week => &[LabelFormat::Day],
        Unit::Month => &[LabelFormat::Month],
        _ => &[],
    }
}

fn lower_row(
    scale: &Scale,
    lang: Lang,
    step: CalendarStep,
    major: Option<CalendarStep>,
    labels: Option<&LabelSeries>,
) -> Vec<Tick> {
    let window = scale.window();
    let place = |at: Moment| {
        let column = scale.column(at)?;
        let major = major.is_some_and(|step| step.starts_at(at));
        let label = match labels {
            Some(series) if series.step.starts_at(at) => series.first_fitting(at, scale.columns() - column, lang),
            Some(series) if series.reaches(at, scale) => return None,
            _ => None,
        };
        Some(Tick { at, column, label, major })
    };
    step.starts(window.start(), window.last()).filter_map(place).collect()
}

fn columns_of(label: &str) -> u16 {
    u16::try_from(text::width(label)).unwrap_or(u16::MAX)
}

/// Labels at regular steps.
struct LabelSeries {
    step: CalendarStep,
    /// The longest that has room from one label to the next at any place, and shorter ones for borders and far years.
    wordings: &'static [LabelFormat],
    /// How wide the first of these wordings is, in columns.
    widest: u16,
    /// How wide any text may be, in columns.
    room: u16,
}

impl LabelSeries {
    /// Labels at this step, in the longest wording that keeps a blank between any two; `None` if there is none.
    fn fitting(step: CalendarStep, wordings: &'static [LabelFormat], scale: &Scale, lang: Lang) -> Option<Self> {
        let room = u16::try_from(scale.columns_in(step.shortest()) - 1).unwrap_or(scale.columns());
        let from = scale.window().start().year();
        let fits = |wording: &LabelFormat| wording.widest(lang, from) <= room;
        let wordings = wordings.get(wordings.iter().position(fits)?..)?;
        let widest = wordings.first()?.widest(lang, from);
        Some(Self { step, wordings, widest, room })
    }

    /// Whether the label before this moment reaches so far, or touches what stands here.
    fn reaches(&self, at: Moment, scale: &Scale) -> bool {
        scale.columns_in(at.seconds() - self.step.floor(at).seconds()) <= i64::from(self.widest)
    }

    /// All of them that are in view, with what started before the window held at the left border.
    fn labels(&self, scale: &Scale, lang: Lang) -> Vec<Label> {
        let window = scale.window();
        let starts = || self.step.starts(window.start(), window.last());
        let place = |at: Moment| {
            let column = scale.column(at)?;
            let text = self.first_fitting(at, scale.columns() - column, lang)?;
            Some(Label { at, column, text })
        };
        let room = starts().next().map_or(scale.columns(), |first| scale.clamped_column(first).saturating_sub(1));
        self.pinned_label(scale, room, lang).into_iter().chain(starts().filter_map(place)).collect()
    }

    /// What the window starts in, if that is one year, month or day and started before it. Longer steps are not held:
    /// "2000" at the border would claim that year, not the ten from then on.
    fn pinned_label(&self, scale: &Scale, room: u16, lang: Lang) -> Option<Label> {
        let start = scale.window().start();
        let single = [Unit::Day, Unit::Month, Unit::Year].iter().any(|unit| unit.step() == self.step);
        let at = Some(self.step.floor(start)).filter(|&at| single && at < start)?;
        Some(Label { at, column: 0, text: self.first_fitting(at, room, lang)? })
    }

    /// The longest wording that has room up to the next label and to the border, so many columns away.
    fn first_fitting(&self, at: Moment, border: u16, lang: Lang) -> Option<String> {
        let fits = |text: &String| columns_of(text) <= border.min(self.room);
        self.wordings.iter().map(|wording| wording.text(at, lang)).find(fits)
    }
}
