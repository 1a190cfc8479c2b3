//! What a run is to show: what the command line asks for, what the last run left, what is configured, in this order.

use super::{
    args::{Args, ViewChoice},
    language::{environment, locale},
};
use crate::{
    app::{Comparison, ListColumn, View},
    axis::Window,
    config::Settings,
    messages::{Locale, commands},
    model::{Lang, Timeline, Zone},
    query::{Field, ParsedQuery, Query},
    text::{sanitize, suggest, width},
};

/// An id that is like a wrong one is looked for among so many.
const MAX_SUGGESTION_CANDIDATES: usize = 10_000;

/// What the command line asks to see, or the last run left where it does not say.
pub(super) struct StartupView {
    pub(super) lang: Lang,
    pub(super) query: Query,
    pub(super) window: Option<Window>,
    pub(super) view: View,
    pub(super) comparison: Option<Comparison>,
    pub(super) select: Option<String>,
    pub(super) columns: Vec<ListColumn>,
    /// What the last run left and is not there any more, each in words.
    pub(super) dropped: Vec<String>,
}

impl StartupView {
    /// Names that nothing has are wrong if the timeline is whole. The error is the whole message.
    pub(super) fn of(
        arguments: &Args,
        last: Option<&Args>,
        settings: &Settings,
        timeline: &Timeline,
        is_whole: bool,
    ) -> Result<Self, String> {
        if let Some(id) = arguments.select.as_deref().filter(|id| is_whole && timeline.find(id).is_none()) {
            return Err(format!("annalist: {}\n", no_such_event(timeline, id)));
        }
        let mut left = Left { last, dropped: arguments.outdated() };
        let known = is_whole.then_some(timeline);
        let query = left.or(
            arguments,
            |of| of.query.as_deref(),
            commands::filter,
            |text| read_query(text, timeline, is_whole),
        )?;
        let window =
            left.or(arguments, |of| of.window.as_deref(), commands::time, |text| read_window(text, timeline.base()))?;
        let comparison =
            left.or(arguments, Args::compared, commands::comparison, |text| read_comparison(text, timeline, is_whole))?;
        let columns =
            left.or(arguments, |of| of.columns.as_deref(), commands::columns, |text| read_columns(text, known))?;
        let select = arguments.select.clone().or_else(|| left.event(known));
        let lang = arguments.lang.or(last.and_then(|last| last.lang));
        let lang = lang.map_or(settings.lang(environment()), Lang::from);
        let view = match arguments.view.or(last.and_then(|last| last.view)) {
            Some(ViewChoice::Matrix) => View::Matrix,
            Some(ViewChoice::Quotes) => View::Quotes,
            Some(ViewChoice::Threads) => View::Threads,
            Some(ViewChoice::Compare | ViewChoice::Step) => View::Compare,
            Some(ViewChoice::Concordance) => View::Concordance,
            Some(ViewChoice::Timeline) | None => View::Timeline,
        };
        let (query, columns) = (query.unwrap_or_default(), columns.unwrap_or_default());
        Ok(Self { lang, query, window, view, comparison, select, columns, dropped: left.dropped })
    }
}

/// What the last run left.
struct Left<'a> {
    last: Option<&'a Args>,
    dropped: Vec<String>,
}

/// Why a text of the command line is refused.
struct Wrong {
    /// In one line.
    why: String,
    /// What else is shown of it.
    where_it_stands: String,
}

impl Left<'_> {
    /// What the command line says of something, else what the last run left. What is wrong in the command line ends the
    /// run; of the last run it is dropped, since the file may have changed.
    fn or<T>(
        &mut self,
        arguments: &Args,
        of: fn(&Args) -> Option<&str>,
        what: fn(Locale) -> &'static str,
        read: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Result<Option<T>, String> {
        if let Some(text) = of(arguments) {
            let refused = |wrong: Wrong| format!("annalist: {}\n{}", wrong.why, wrong.where_it_stands);
            return read(&sanitize(text)).map(Some).map_err(refused);
        }
        let Some(text) = self.last.and_then(of) else { return Ok(None) };
        let read = read(&sanitize(text));
        Ok(read.map_err(|wrong| self.dropped.push(commands::last_dropped(locale(), what(locale()), &wrong.why))).ok())
    }

    /// The event that was selected last.
    fn event(&mut self, timeline: Option<&Timeline>) -> Option<String> {
        let id = self.last?.select.as_ref()?;
        if timeline.is_some_and(|timeline| timeline.find(id).is_none()) {
            self.dropped.push(commands::last_event_gone(locale(), &sanitize(id)));
            return None;
        }
        Some(id.clone())
    }
}

/// Reads a query; the error shows the text with a caret under what is wrong.
fn read_query(text: &str, timeline: &Timeline, is_whole: bool) -> Result<Query, Wrong> {
    // What names there are is known when all has been read.
    let parse = if is_whole { ParsedQuery::parse_for } else { ParsedQuery::parse_in };
    let reading = parse(text, timeline);
    let Some(fault) = reading.faults.first() else { return Ok(reading.query) };
    let before = width(text.get(..fault.span.start).unwrap_or_default());
    let under = width(text.get(fault.span.clone()).unwrap_or_default()).max(1);
    let (blanks, carets) = (" ".repeat(before), "^".repeat(under));
    let why = commands::query(locale(), &sanitize(&fault.told(locale())));
    Err(Wrong { why, where_it_stands: format!("  {text}\n  {blanks}{carets}\n") })
}

fn read_window(text: &str, zone: Zone) -> Result<Window, Wrong> {
    Window::read(text, zone).map_err(|error| {
        let why = error.map_or_else(|| commands::both_ends(locale()).to_owned(), |error| error.told(locale()));
        Wrong { why: commands::window(locale(), &sanitize(&why)), where_it_stands: String::new() }
    })
}

fn read_comparison(text: &str, timeline: &Timeline, is_whole: bool) -> Result<Comparison, Wrong> {
    let wrong =
        |why: String| Wrong { why: commands::compare(locale(), &sanitize(&why)), where_it_stands: String::new() };
    Comparison::read(text, timeline, is_whole).map_err(|fault| wrong(fault.told(locale())))
}

/// Reads the fields beside the titles; of a whole timeline each has to be one of its own.
fn read_columns(text: &str, timeline: Option<&Timeline>) -> Result<Vec<ListColumn>, Wrong> {
    let columns = ListColumn::parse_all(text);
    let unknown = timeline.and_then(|timeline| columns.iter().find(|column| column.field(timeline).is_none()));
    let Some(unknown) = unknown else { return Ok(columns) };
    let names = timeline.map(|timeline| timeline.extra_fields().names()).unwrap_or_default();
    let near = suggest(&unknown.name, names.iter().map(AsRef::as_ref).chain(Field::ALL.map(Field::name)));
    let near = near.map(|near| commands::did_you_mean(locale(), &sanitize(near))).unwrap_or_default();
    let why = commands::no_column(locale(), &unknown.name, &near);
    Err(Wrong { why, where_it_stands: String::new() })
}

fn no_such_event(timeline: &Timeline, id: &str) -> String {
    let near = timeline
        .events()
        .take(MAX_SUGGESTION_CANDIDATES)
        .map(|event| (strsim::jaro_winkler(&event.id, id), event.id.clone()))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let id = sanitize(id);
    let way = near.map(|(_, near)| commands::did_you_mean(locale(), &near)).unwrap_or_default();
    commands::no_event(locale(), &id, &way)
}
