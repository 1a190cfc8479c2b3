//! Long timelines: read by blocks on threads beside the interface, which shows at any time what there is so far.
//!
//! In memory stay the facts of all events and their folded text. The texts that a reader sees are read from the file
//! again, event by event, when they are looked at; those of a pipe, which cannot be read again, are kept as they came.

mod block_loader;
mod block_reader;
mod bytes;
mod ceiling;
mod combined;
mod decode;
mod fast_path;
mod file_watcher;
mod foreign;
mod growing_file;
mod hash;
mod json_splitter;
mod loader;
mod messages;
mod parsed_block;
mod record_splitter;
mod reloader;
mod row_event;
mod shared_ids;
mod source_files;
mod source_store;
mod store;
mod timeline_source;
mod watch;
mod whole;

pub use block_reader::MAX_EVENT_BYTES;
pub use ceiling::{granted, spare_addresses};
pub use combined::{TimelinePart, combined};
pub use decode::DecodedSource;
pub use file_watcher::{FileStatus, FileWatcher};
pub use foreign::Foreign;
pub use growing_file::GrowingFile;
pub use loader::{Loader, OpenedStream};
pub use messages::{LoaderMessage, Progress, State, TimelineUpdate};
pub use reloader::{FoundChanges, ReadAgain, Reload, ReloadCause, Reloader};
pub use shared_ids::SharedIds;
pub use source_files::SourceFiles;
pub use timeline_source::TimelineSource;
pub use watch::{Change, Watch};
