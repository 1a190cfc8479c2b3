//! Parts of JSON.

facts! {
    /// What may stand at a place of JSON.
    JsonPart {
        /// A value.
        Value "a value" | "値";
        /// The name of a member.
        Name "a name in quotation marks" | "引用符で囲んだ名前";
        /// What stands behind a name.
        Colon "`:`" | "`:` ";
        /// What stands behind a value of a list.
        CommaOrBracket "`,` or `]`" | "`,` か `]` ";
        /// What stands behind a value of an object.
        CommaOrBrace "`,` or `}`" | "`,` か `}` ";
    }
}
