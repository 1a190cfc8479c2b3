//! The commands of the reader mode: a table of what can be said, each with its names, what may stand behind them, and what
//! it does. What a command does is the business of [`ReaderMode`](super::ReaderMode).

use crate::messages::Phrase;

/// What is known of a command besides what it does.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// The command.
    pub command: ReaderCommand,
    /// How it is said in English.
    pub name: &'static str,
    /// How else it is said: shorter, or by other words.
    pub others: &'static [&'static str],
    /// How it is said in Japanese.
    pub japanese: &'static str,
    /// What may stand behind it; empty if nothing does.
    pub argument: Phrase,
    /// What it does.
    pub help: Phrase,
}

/// Makes of a table, in which each command has a line, an enum of them and [`COMMANDS`].
macro_rules! commands {
    ($($command:ident $name:literal [$($other:literal),*] $japanese:literal
        ($argument:literal | $argument_ja:literal) $help:literal | $help_ja:literal;)*) => {
        /// Something that can be said at the prompt.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ReaderCommand {
            $(#[doc = $help] $command,)*
        }

        /// Every command, in the order of the help.
        pub const COMMANDS: &[CommandInfo] = &[$(CommandInfo {
            command: ReaderCommand::$command,
            name: $name,
            others: &[$($other),*],
            japanese: $japanese,
            argument: Phrase { english: $argument, japanese: $argument_ja },
            help: Phrase { english: $help, japanese: $help_ja },
        }),*];
    };
}

commands! {
    Next "next" ["n"] "次" ("" | "") "the next event" | "次の出来事";
    Previous "previous" ["p"] "前" ("" | "") "the event before" | "前の出来事";
    First "first" [] "最初" ("" | "") "the first event" | "最初の出来事";
    Last "last" [] "最後" ("" | "") "the last event" | "最後の出来事";
    Go "go" ["g"] "移動" ("number or date" | "番号か日付") "go to an entry of the last list, or to a date" | "直前の一覧の項目、または日付に移る";
    Back "back" ["b"] "戻る" ("" | "") "back to where you came from" | "移る前の出来事に戻る";
    Where "where" [] "現在地" ("" | "") "where you are: event, filter, time" | "現在地：出来事、絞り込み、期間";
    List "list" ["l"] "一覧" ("number" | "番号") "the events, from the first or from this number on" | "出来事の一覧（番号からも）";
    Read "read" ["r"] "読む" ("" | "") "all of this event" | "この出来事をすべて読む";
    More "more" [] "続き" ("" | "") "more of the last answer" | "直前の答えの続き";
    Quotes "quotes" [] "引用" ("" | "") "the quotes that the filter is about" | "絞り込みに合う引用";
    Sources "sources" [] "出典" ("" | "") "the sources of this event" | "この出来事の出典";
    Cite "cite" [] "出典表記" ("number, style" | "番号、形式") "cite a source of this event, the official one first: plain, chicago, apa, bibtex" | "この出来事の出典を表記（公式が先）：plain、chicago、apa、bibtex";
    Open "open" [] "開く" ("number" | "番号") "open a source of this event in the browser" | "この出来事の出典をブラウザーで開く";
    Thread "thread" ["threads"] "つながり" ("" | "") "what this event follows from, and what follows" | "この出来事の元になった出来事、続く出来事";
    Follow "follow" [] "続く" ("" | "") "go to the event that follows from this one" | "この出来事に続く出来事に移る";
    Find "find" ["f", "filter"] "検索" ("words" | "語") "filter by words, fields and dates; / does the same" | "語、項目、日付で絞り込む（/ でも可）";
    Narrow "narrow" ["and"] "絞る" ("words" | "語") "filter by these words as well" | "さらに絞り込む";
    Drop "drop" [] "外す" ("number or all" | "番号か all") "drop the last term of the filter, that of a number, or all" | "最後の条件、番号の条件、またはすべてを外す";
    Values "values" [] "値" ("field" | "項目") "the values of a field, with how many events have each" | "項目の値と件数";
    Filters "filters" [] "絞り込み" ("" | "") "filters that were saved or used before" | "保存した絞り込み、使った絞り込み";
    Window "window" ["w"] "期間" ("dates" | "日付") "only this time: 2022, oct 2022 to jan 2023" | "期間を限る：2022、2022年10月から2023年1月";
    Fit "fit" [] "全期間" ("" | "") "all time again" | "期間を限らない";
    Undo "undo" ["u"] "元に戻す" ("" | "") "take the last change of filter, time or marks back" | "絞り込み・期間・印の直前の変更を元に戻す";
    Redo "redo" [] "やり直す" ("" | "") "make it again" | "やり直す";
    Matrix "matrix" [] "集計" ("what, by what, as what" | "行、列、割合") "count: areas years, areas months shares, people people" | "集計する：areas years、areas months shares、people people";
    Words "words" [] "用例" ("words" | "語") "each place where words stand, and how often by year" | "語が現れる箇所すべてと年別の数";
    Compare "compare" [] "比較" ("filter vs filter" | "絞り込み vs 絞り込み") "two filters side by side" | "二つの絞り込みを比べる";
    Mark "mark" ["m"] "印" ("" | "") "mark this event" | "この出来事に印を付ける";
    Unmark "unmark" [] "印を外す" ("" | "") "take the mark away" | "印を外す";
    Tag "tag" ["note"] "タグ" ("#tag #tag note" | "#タグ #タグ メモ") "note tags and a line of this event; without any, what is noted" | "タグとメモを付ける（何もなければ今の内容）";
    Untag "untag" [] "タグを外す" ("" | "") "take tags and note away" | "タグとメモを消す";
    Marked "marked" [] "印一覧" ("" | "") "the events that are marked, tagged or noted" | "印・タグ・メモのある出来事";
    Export "export" [] "書き出す" ("file, format" | "ファイル、形式") "write these events to a file" | "これらの出来事をファイルに書き出す";
    About "about" [] "概要" ("" | "") "about this timeline: scope, counts, rules, corrections" | "この年表について：対象、件数、方針、訂正";
    Problems "problems" [] "問題" ("" | "") "what is wrong with the file" | "ファイルの問題";
    Reload "reload" [] "再読込" ("" | "") "read the file again" | "ファイルを読み直す";
    Language "language" ["lang"] "言語" ("en, ja or both" | "en、ja、both") "the language of all that is told" | "言語";
    Zone "zone" [] "時間帯" ("zone" | "時間帯") "the zone of clock times: UTC, local, as-written, +09:00" | "時刻の時間帯：UTC、local、as-written、+09:00";
    Help "help" ["h", "?"] "ヘルプ" ("command" | "コマンド") "the commands, or one of them" | "コマンドの一覧、またはその一つ";
    Quit "quit" ["q", "exit", "bye"] "終了" ("" | "") "leave" | "終了する";
}

impl ReaderCommand {
    /// What is known of it.
    pub fn info(self) -> Option<&'static CommandInfo> {
        COMMANDS.iter().find(|info| info.command == self)
    }

    /// Whether it is about the selected event, or about those that are shown.
    pub(super) const fn needs_event(self) -> bool {
        matches!(
            self,
            Self::Next
                | Self::Previous
                | Self::First
                | Self::Last
                | Self::List
                | Self::Read
                | Self::Quotes
                | Self::Sources
                | Self::Cite
                | Self::Open
                | Self::Thread
                | Self::Follow
                | Self::Matrix
                | Self::Mark
                | Self::Unmark
                | Self::Tag
                | Self::Untag
                | Self::Export
        )
    }
}

impl CommandInfo {
    /// All its names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.name].into_iter().chain(self.others.iter().copied()).chain([self.japanese])
    }
}
