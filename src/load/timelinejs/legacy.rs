//! Timelines of the first version of TimelineJS: all within `timeline`, dates as texts.

use super::{
    super::{clean::lines, diagnostics::Diagnostics, markup, object::JsonObject, raw::RawTables},
    date,
    slide::{SlideText, event, info, missing_date, spanned},
};

/// Reads what `timeline` holds.
pub(super) fn read(timeline: JsonObject<'_>, raw: &mut RawTables, problems: &mut Diagnostics) {
    raw.about = Some(info(timeline.text("headline"), timeline.text("text")));
    for (list, is_era) in [("date", false), ("era", true)] {
        for node in timeline.list(list) {
            let Some(slide) = JsonObject::of(node, timeline.piece) else { continue };
            if slide.text("startDate").is_none() {
                missing_date(slide, "startDate", &node.span, problems);
                continue;
            }
            let Some(start) = date::read(slide, "startDate", problems) else { continue };
            let end = date::read(slide, "endDate", problems);
            let Some(date) = date::span(start, end, problems) else { continue };
            let said = SlideText {
                headline: slide.text("headline"),
                text: slide.text("text"),
                media: slide.object("asset"),
                address: "media",
            };
            let mut event = event(date, &said, node.span.clone());
            event.lane = spanned(slide, "tag");
            event.context = is_era;
            let known = ["startDate", "endDate", "headline", "text", "asset", "tag"];
            let others = slide.entries.iter().filter(|entry| !known.contains(&entry.key.as_ref()));
            event.more.extend(others.filter_map(|entry| {
                let value = lines(&markup::text(&entry.node.written(slide.piece)))?;
                Some((entry.key.clone().into_owned(), value.into_owned()))
            }));
            raw.events.push(event);
        }
    }
}
