//! Reading timelines of [TimelineJS](https://timeline.knightlab.com/docs/json-format.html), of version 3 and of the first.

mod date;
mod legacy;
mod links;
mod reader;
mod slide;

pub(super) use reader::{is_timelinejs, read};
