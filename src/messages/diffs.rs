//! What has changed between two timelines.

messages! {
    counts(added: usize, removed: usize, changed: usize) "{added} event added, {removed} removed, {changed} changed" / "{added} events added, {removed} removed, {changed} changed" | "追加{added}件、削除{removed}件、変更{changed}件";
    in_another_order() "in another order" | "順序が変わりました";

    // The report.
    heading(old: &str, new: &str) "From {old} to {new}" | "{old} から {new} への変更";
    declarations() "Declarations" | "出来事以外";
    events() "Events" | "出来事";
    added() "added" | "追加";
    removed() "removed" | "削除";
    changed() "changed" | "変更";
}
