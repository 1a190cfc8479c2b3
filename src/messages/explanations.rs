//! What stands in front of the examples of an explanation.

messages! {
    before() "Before:" | "修正前：";
    after() "After:" | "修正後：";
}
