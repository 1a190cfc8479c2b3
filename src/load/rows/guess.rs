//! Guessing which columns are which fields: by a well-known table, then by names, then by what stands in them.

use super::{
    column_names::{CLOCK_NAMES, DATE_WORDS, NAMES, TITLE_WORDS, ZONE_NAMES, last_word},
    mapping::Mapping,
    plan::ResolvedTemplate,
    profile::Profile,
    sample::{ColumnCensus, Sample},
    target::Target,
    template::Template,
};
use crate::model::{ColumnSurvey, DateOrder, ExtraField, ExtraFields, plain_name};

/// A lane or a kind has so many values at most, or one for every two rows.
const MAX_LANES: usize = 20;
/// A lane, or a kind, has a name of so many letters at most, and what is taken for a title without being called so has so
/// many at least, on average.
const MAX_LANE_CHARS: usize = 60;
const MIN_TITLE_CHARS: usize = 6;

/// What is guessed.
#[derive(Debug)]
pub(super) struct Guess {
    pub(super) mapping: Mapping,
    /// The well-known table that it is.
    pub(super) profile: Option<&'static Profile>,
    /// The fields that are guessed by what stands in the column alone.
    pub(super) by_content: Vec<Target>,
}

/// A column, and what its cells are like.
struct Candidate {
    field: ExtraField,
    name: String,
    plain: String,
    census: ColumnCensus,
    is_used: bool,
}

/// The way to a guess.
struct Guesser<'s, 'a> {
    sample: &'s Sample<'a>,
    columns: Vec<Candidate>,
    order: Option<DateOrder>,
    guess: Guess,
}

/// Guesses which columns are which fields. What has been said of a field is not guessed.
pub(super) fn guess(
    sample: &Sample<'_>,
    columns: &[ExtraField],
    fields: &ExtraFields,
    order: Option<DateOrder>,
    given: &Mapping,
) -> Guess {
    let names: Vec<String> = columns.iter().map(|field| fields.name(*field).into_owned()).collect();
    let profile = Profile::of(&names);
    let mapping = profile.map(|profile| profile.mapping(&names)).unwrap_or_default();
    let taken: Vec<String> = mapping
        .fields()
        .chain(given.fields())
        .flat_map(|(_, templates)| templates)
        .flat_map(Template::columns)
        .map(plain_name)
        .collect();
    let candidate = |(field, name): (&ExtraField, &String)| {
        let plain = plain_name(name);
        let is_used = taken.contains(&plain);
        Candidate { field: *field, name: name.clone(), plain, census: sample.census(*field), is_used }
    };
    let columns = columns.iter().zip(&names).map(candidate).collect();
    let guess = Guess { mapping: mapping.overridden(given), profile, by_content: Vec::new() };
    let mut guesser = Guesser { sample, columns, order, guess };
    if !guesser.guess.mapping.speaks_of(Target::Date) {
        guesser.date();
    }
    for (target, names) in NAMES.iter().skip(1) {
        if !guesser.guess.mapping.speaks_of(*target) && (profile.is_none() || *target == Target::Title) {
            guesser.by_name(*target, names);
        }
    }
    guesser.guess
}

impl Guesser<'_, '_> {
    fn rows(&self) -> usize {
        self.sample.rows.len()
    }

    fn survey(&self, field: ExtraField) -> ColumnSurvey {
        self.sample.survey(&ResolvedTemplate::column(field), self.order)
    }

    /// Whether the column holds dates, wherever it holds anything.
    fn holds_dates(&self, place: usize) -> Option<ColumnSurvey> {
        let column = self.columns.get(place)?;
        let survey = self.survey(column.field);
        let said = column.census.filled.saturating_sub(survey.undated);
        (survey.dates * 2 >= said.max(1)).then_some(survey)
    }

    fn take(&mut self, target: Target, place: usize) {
        let Some(column) = self.columns.get_mut(place) else { return };
        column.is_used = true;
        self.guess.mapping.set(target, vec![Template::column(&column.name)]);
    }

    /// The places of the columns that could be meant by these names, the likeliest first.
    fn named(&self, names: &[&str], last_words: &[&str]) -> Vec<usize> {
        let places = |fits: &dyn Fn(&Candidate) -> bool| -> Vec<usize> {
            let free =
                self.columns.iter().enumerate().filter(|(_, column)| !column.is_used && column.census.filled > 0);
            free.filter(|(_, column)| fits(column)).map(|(place, _)| place).collect()
        };
        let mut found: Vec<usize> = names.iter().flat_map(|name| places(&|column| column.plain == *name)).collect();
        for word in last_words {
            let more = places(&|column| last_word(&column.name) == *word);
            let new: Vec<usize> = more.into_iter().filter(|place| !found.contains(place)).collect();
            found.extend(new);
        }
        found
    }

    fn date(&mut self) {
        let Some((Target::Date, names)) = NAMES.first() else { return };
        let named = self.named(names, DATE_WORDS);
        let is_filled =
            |place: &usize| self.columns.get(*place).is_some_and(|column| column.census.filled * 2 >= self.rows());
        let by_name = named.iter().copied().filter(is_filled).find(|place| self.holds_dates(*place).is_some());
        let place = by_name.or_else(|| self.date_by_content()).or_else(|| {
            named.into_iter().find(|place| self.holds_dates(*place).is_some_and(|survey| survey.dates > 0))
        });
        let Some(place) = place else { return };
        self.guess.by_content.extend(by_name.is_none().then_some(Target::Date));
        self.take(Target::Date, place);
        self.add_clock(place);
    }

    /// Adds the time of the day, and its zone, from columns beside that of the date.
    fn add_clock(&mut self, place: usize) {
        let has_clock = |it: &Self, place: usize| {
            it.columns.get(place).is_some_and(|column| {
                it.sample.rows.iter().filter_map(|row| row.row.cell(column.field)).any(|cell| cell.text.contains(':'))
            })
        };
        let Some(day) = self.columns.get(place).map(|column| column.name.clone()).filter(|_| !has_clock(self, place))
        else {
            return;
        };
        let is_clock = |it: &Self, place: &usize| {
            it.columns.get(*place).is_some_and(|Candidate { census, .. }| {
                census.filled * 2 >= it.rows() && census.clocks * 10 >= census.filled * 9
            })
        };
        let clock = self.named(CLOCK_NAMES, &[]).into_iter().find(|place| is_clock(self, place));
        let Some(clock) = clock else { return };
        let zone = self.named(ZONE_NAMES, &[]).first().copied();
        let mut template = format!("{{{day}}}");
        for place in [Some(clock), zone].into_iter().flatten() {
            if let Some(column) = self.columns.get_mut(place) {
                column.is_used = true;
                template.extend([" {", &column.name, "}"]);
            }
        }
        self.guess.mapping.set(Target::Date, vec![Template::parse(&template)]);
    }

    /// The first column of which nearly all cells are dates, and not mere numbers.
    fn date_by_content(&self) -> Option<usize> {
        let fits = |(place, column): (usize, &Candidate)| {
            let ColumnCensus { filled, numbers, .. } = column.census;
            let is_likely = !column.is_used && filled > 0 && filled * 2 >= self.rows() && numbers * 2 < filled;
            (is_likely && self.survey(column.field).dates * 10 >= filled * 9).then_some(place)
        };
        self.columns.iter().enumerate().find_map(fits)
    }

    fn by_name(&mut self, target: Target, names: &[&str]) {
        let words = if target == Target::Title { TITLE_WORDS } else { &[] };
        let found = self.named(names, words).into_iter().find(|place| self.fits(target, *place));
        if let Some(place) = found {
            return self.take(target, place);
        }
        if target == Target::Title
            && let Some(place) = self.title_by_content()
        {
            self.guess.by_content.push(target);
            self.take(target, place);
        }
    }

    /// Whether what stands in a column can be the field.
    fn fits(&self, target: Target, place: usize) -> bool {
        let Some(Candidate { census, .. }) = self.columns.get(place) else { return false };
        let ColumnCensus { filled, distinct, numbers, addresses, chars, .. } = *census;
        let is_filled = filled * 2 >= self.rows();
        match target {
            Target::Date => false,
            Target::End => self.holds_dates(place).is_some_and(|survey| survey.dates > 0),
            Target::Title => is_filled && numbers * 2 < filled && addresses * 2 < filled,
            Target::Lane | Target::Kind => {
                let is_short = chars <= filled * MAX_LANE_CHARS;
                let is_few = distinct <= MAX_LANES || distinct * 2 <= filled;
                is_filled && is_short && is_few && addresses == 0 && (target == Target::Kind || numbers < filled)
            }
            Target::Url => addresses * 2 >= filled,
            Target::Id => filled == self.rows() && distinct == filled,
            _ => true,
        }
    }

    /// The column with the longest texts that are neither numbers nor addresses nor the same in most rows.
    fn title_by_content(&self) -> Option<usize> {
        let fits = |(place, column): (usize, &Candidate)| {
            let ColumnCensus { filled, distinct, numbers, addresses, chars, .. } = column.census;
            let is_text = filled > 0
                && filled * 2 >= self.rows()
                && (numbers + addresses) * 2 < filled
                && chars >= filled * MIN_TITLE_CHARS
                && (distinct > 1 || self.rows() < 3);
            (!column.is_used && is_text && self.survey(column.field).dates * 2 < filled)
                .then(|| (chars / filled, place))
        };
        let texts = self.columns.iter().enumerate().filter_map(fits);
        texts.max_by_key(|(length, place)| (*length, std::cmp::Reverse(*place))).map(|(_, place)| place)
    }
}
