//! What a setting of a configuration or of a theme can be.

facts! {
    /// What should stand as the value of a setting.
    ExpectedValue {
        /// Any text.
        Text "a text" | "文字列";
        /// A yes or a no.
        Flag "true or false" | "`true` か `false` ";
        /// An amount of memory.
        Megabytes "a number of MB" | "MB 単位の数";
        /// A language of labels.
        Lang "\"auto\", \"en\", \"ja\" or \"both\"" | "`\"auto\"`、`\"en\"`、`\"ja\"`、`\"both\"` のいずれか";
        /// A zone of clock times.
        Zone "\"auto\", \"UTC\", \"local\", \"as-written\" or an offset such as \"+09:00\"" | "`\"auto\"`、`\"UTC\"`、`\"local\"`、`\"as-written\"` か、`\"+09:00\"` のような時差";
        /// A style of citations.
        CitationStyle "\"plain\", \"chicago\" or \"apa\"" | "`\"plain\"`、`\"chicago\"`、`\"apa\"` のいずれか";
        /// A keymap to start from.
        Keymap "\"default\", \"vim\", \"emacs\" or \"arrows\"" | "`\"default\"`、`\"vim\"`、`\"emacs\"`、`\"arrows\"` のいずれか";
        /// The keys of each layer.
        Layers "a table of layers" | "キーの区分のテーブル";
        /// Saved queries.
        Queries "a table of names and queries" | "名前と絞り込みのテーブル";
        /// One of them.
        Query "a query as a text" | "絞り込みを表す文字列";
        /// Rules of colour.
        ColorRules "a list of tables: [[colour]]" | "テーブルのリスト `[[colour]]` ";
        /// One of them.
        ColorRule "a table with a query and a style" | "`query` と `style` のあるテーブル";
        /// The query of one.
        RuleWithQuery "a table with a query" | "`query` のあるテーブル";
        /// The style of one.
        RuleWithStyle "a table with a style" | "`style` のあるテーブル";
        /// Mappings of tables.
        Mappings "a table of mappings" | "列の対応のテーブル";
        /// A theme.
        Theme "the name of a theme" | "テーマの名前";
        /// A theme, or one for each background.
        Themes "the name of a theme, or { dark = \"…\", light = \"…\" }" | "テーマの名前か `{ dark = \"…\", light = \"…\" }` ";
        /// For which backgrounds a theme is.
        ThemeKind "\"dark\", \"light\" or \"any\"" | "`\"dark\"`、`\"light\"`、`\"any\"` のいずれか";
        /// How something is written in a theme.
        Style "a style as a text" | "書き方を表す文字列";
        /// Several of them.
        Styles "a list of styles" | "書き方のリスト";
    }
}
