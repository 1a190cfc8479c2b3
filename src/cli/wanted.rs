//! What a run is to show: what the command line asks for, what the last run left, what is configured, in this order.

use super::arguments::{Arguments, LangChoice, ViewChoice};
use crate::{
    app::{Sides, View},
    axis::Window,
    config::Settings,
    model::{Lang, Timeline},
    query::{Query, Reading},
    text::{sanitize, width},
};

/// An id that is like a wrong one is looked for among so many.
const SUGGESTIBLE: usize = 10_000;

/// What the command line asks to see, or the last run left where it does not say.
pub(super) struct Wanted {
    pub(super) lang: Lang,
    pub(super) query: Query,
    pub(super) window: Option<Window>,
    pub(super) view: View,
    pub(super) sides: Option<Sides>,
    pub(super) select: Option<String>,
}

impl Wanted {
    /// Names that nothing has are wrong if the timeline is whole. The error is the whole message.
    pub(super) fn of(
        arguments: &Arguments,
        last: Option<&Arguments>,
        settings: &Settings,
        timeline: &Timeline,
        is_whole: bool,
    ) -> Result<Self, String> {
        let asked = |of: fn(&Arguments) -> Option<&String>| of(arguments).or_else(|| last.and_then(of));
        if let Some(id) = arguments.select.as_deref().filter(|id| is_whole && timeline.find(id).is_none()) {
            return Err(format!("annalist: {}\n", no_such_event(timeline, id)));
        }
        let query = match asked(|arguments| arguments.query.as_ref()) {
            Some(text) => read_query("--query", text, is_whole.then_some(timeline))?,
            None => Query::default(),
        };
        let window = match asked(|arguments| arguments.window.as_ref()) {
            Some(text) => Some(Window::read(text, timeline.base()).map_err(|error| {
                let why = error.map_or_else(|| "both ends must be known".to_owned(), |error| error.to_string());
                format!("annalist: --window: {}\n", sanitize(&why))
            })?),
            None => None,
        };
        let sides = match asked(|arguments| arguments.sides.as_ref()) {
            Some(text) => {
                let sides = Sides::parse(text);
                Some(sides.ok_or("annalist: --sides: write two filters with vs between them\n")?)
            }
            None => None,
        };
        let lang = arguments.lang.or(last.and_then(|last| last.lang));
        let lang = match (lang, settings.lang.as_str()) {
            (Some(LangChoice::Ja), _) | (None, "ja") => Lang::Ja,
            (Some(LangChoice::Both), _) | (None, "both") => Lang::Both,
            _ => Lang::En,
        };
        let view = match arguments.view.or(last.and_then(|last| last.view)) {
            Some(ViewChoice::Matrix) => View::Matrix,
            Some(ViewChoice::Quotes) => View::Quotes,
            Some(ViewChoice::Threads) => View::Threads,
            Some(ViewChoice::Step) => View::Step,
            Some(ViewChoice::Timeline) | None => View::Timeline,
        };
        let select = asked(|arguments| arguments.select.as_ref()).cloned();
        Ok(Self { lang, query, window, view, sides, select })
    }
}

/// Reads a query; the error shows the text with a caret under what is wrong.
fn read_query(option: &str, text: &str, timeline: Option<&Timeline>) -> Result<Query, String> {
    // What names there are is known when all has been read.
    let reading = timeline.map_or_else(|| Reading::of(text), |timeline| Reading::within(text, timeline));
    let Some(fault) = reading.faults.first() else { return Ok(reading.query) };
    let before = width(&sanitize(text.get(..fault.span.start).unwrap_or_default()));
    let under = width(&sanitize(text.get(fault.span.clone()).unwrap_or_default())).max(1);
    let (blanks, carets) = (" ".repeat(before), "^".repeat(under));
    Err(format!("annalist: {option}: {}\n  {}\n  {blanks}{carets}\n", sanitize(&fault.to_string()), sanitize(text)))
}

fn no_such_event(timeline: &Timeline, id: &str) -> String {
    let near = timeline
        .events()
        .take(SUGGESTIBLE)
        .map(|event| (strsim::jaro_winkler(&event.id, id), event.id.clone()))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let id = sanitize(id);
    match near {
        Some((_, near)) => format!("no event has the id `{id}`; did you mean `{near}`?"),
        None => format!("no event has the id `{id}`"),
    }
}
