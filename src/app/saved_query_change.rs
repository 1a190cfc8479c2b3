//! What is to change in the queries that the configuration holds.

/// A change of the saved queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedQueryChange {
    /// This filter goes by this name, whatever went by it before.
    Save {
        /// The name.
        name: String,
        /// The filter.
        text: String,
    },
    /// No filter goes by this name any more.
    Delete(String),
    /// What went by a name goes by another.
    Rename {
        /// The name that it had.
        from: String,
        /// The name that it has.
        to: String,
    },
}
