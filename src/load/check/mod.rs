//! What could be read, but ought not to be left so: found where a file asks for it, and a few things in every file.

mod asked;
mod dates;
mod duplicates;
mod names;

pub(super) use asked::all;
pub(super) use dates::{census, links};
