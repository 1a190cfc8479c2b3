//! The table of actions: everything a person can do by key, once. The keymap, the hint line, the help and the README
//! are made from it, in each language. What an action does, and when it is possible, is the business of `app`.

use crate::messages::Phrase;

/// What is known of an action besides what it does.
#[derive(Debug, Clone, Copy)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// How the keymap writes it.
    pub name: &'static str,
    /// Under which heading it stands.
    pub group: Group,
    /// What it does, in at most 60 columns.
    pub help: Phrase,
    /// The word for it in the hint line and its rank there, from 1; `None` keeps it out.
    ///
    /// Hints stand in the order of their ranks, so that the last goes first when room runs out. Actions with the same word
    /// share one hint.
    pub hint: Option<(Phrase, u8)>,
}

/// Makes of a table, in which each action has a line, an enum of the actions of each group, one of all actions, and
/// [`ACTIONS`].
macro_rules! actions {
    ($(
        $(#[doc = $about:literal])*
        $group:ident($of_group:ident) $title:literal | $title_ja:literal {
            $($action:ident $name:literal $help:literal | $help_ja:literal
                $(hint($word:literal | $word_ja:literal, $rank:literal))?;)*
        }
    )*) => {
        $(
            $(#[doc = $about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum $of_group {
                $(#[doc = $help] $action,)*
            }

            impl From<$of_group> for Action {
                fn from(action: $of_group) -> Self {
                    Self::$group(action)
                }
            }
        )*

        /// Something a person can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $about])* $group($of_group),)*
        }

        /// A heading under which the help lists actions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Group {
            $($(#[doc = $about])* $group,)*
        }

        impl Group {
            /// The heading.
            pub const fn title(self) -> Phrase {
                match self {
                    $(Self::$group => Phrase { english: $title, japanese: $title_ja },)*
                }
            }
        }

        /// Every action, in the order of the help.
        pub const ACTIONS: &[ActionInfo] = &[$($(
            ActionInfo {
                action: Action::$group($of_group::$action),
                name: $name,
                group: Group::$group,
                help: Phrase { english: $help, japanese: $help_ja },
                hint: actions!(@hint $($word, $word_ja, $rank)?),
            },
        )*)*];
    };
    (@hint) => { None };
    (@hint $word:literal, $word_ja:literal, $rank:literal) => {
        Some((Phrase { english: $word, japanese: $word_ja }, $rank))
    };
}

actions! {
    /// Moving through events.
    Events(EventAction) "Events" | "出来事" {
        Next "next" "next event" | "次の出来事" hint("event" | "出来事", 4);
        Previous "previous" "previous event" | "前の出来事" hint("event" | "出来事", 4);
        PageDown "page-down" "page down" | "次のページ";
        PageUp "page-up" "page up" | "前のページ";
        First "first" "first event" | "最初の出来事";
        Last "last" "last event" | "最後の出来事";
        LaneNext "lane-next" "next event of the same lane" | "同じ系列の次の出来事";
        LanePrevious "lane-previous" "previous event of the same lane" | "同じ系列の前の出来事";
        LaneBelow "lane-below" "nearest event in a lane below" | "下の系列の最も近い出来事" hint("lane" | "系列", 1);
        LaneAbove "lane-above" "nearest event in a lane above" | "上の系列の最も近い出来事" hint("lane" | "系列", 1);
        ThreadEarlier "thread-earlier" "the event that this one follows from" | "この出来事の元になった出来事" hint("thread" | "つながり", 18);
        ThreadLater "thread-later" "the event that follows from this one" | "この出来事に続く出来事" hint("thread" | "つながり", 18);
        NextMatch "next-match" "next match" | "次の一致箇所";
        PreviousMatch "previous-match" "previous match" | "前の一致箇所";
        JumpBack "jump-back" "back to where the last jump began" | "移動する前の出来事に戻る";
        JumpForward "jump-forward" "forward again after going back" | "戻った分だけ再び進む";
        NextChanged "next-changed" "next event that is new or has changed in the file" | "ファイルで追加・変更された次の出来事";
        PreviousChanged "previous-changed" "previous event that is new or has changed" | "ファイルで追加・変更された前の出来事";
        RelativeTimes "relative-times" "show times relative to this event, or as dates again" | "この出来事からの日数で表示・日付に戻す";
    }
    /// Moving through time.
    Time(TimeAction) "Time" | "時間" {
        PanEarlier "pan-earlier" "earlier by a little" | "少し前の時期へ" hint("time" | "時間", 15);
        PanLater "pan-later" "later by a little" | "少し後の時期へ" hint("time" | "時間", 15);
        PanHalfEarlier "pan-half-earlier" "earlier by half a window" | "表示範囲の半分だけ前へ";
        PanHalfLater "pan-half-later" "later by half a window" | "表示範囲の半分だけ後へ";
        ZoomIn "zoom-in" "zoom in on the selected event" | "選択中の出来事を中心に拡大" hint("zoom" | "ズーム", 12);
        ZoomOut "zoom-out" "zoom out" | "縮小" hint("zoom" | "ズーム", 12);
        Fit "fit" "show all of the timeline, as at the start" | "起動時のように年表全体を表示";
        FitShown "fit-shown" "fit the window to what the filter keeps, and back" | "表示中の出来事に範囲を合わせる・元に戻す";
        StepEarlier "step-earlier" "back one unit (day, month, …)" | "一単位（日、月など）前へ";
        StepLater "step-later" "on one unit (day, month, …)" | "一単位（日、月など）後へ";
        GoToDate "go-to-date" "go to a date or a range: 2022-10, oct 2022 to jan 2023" | "日付や期間へ移動：2022-10、2022年10月から2023年1月";
        CollapseGaps "collapse-gaps" "collapse long gaps, or show them again" | "長い空白を折りたたむ・元に戻す";
    }
    /// The views.
    Views(ViewAction) "Views" | "表示" {
        Timeline "view-timeline" "timeline: lanes, list and event" | "年表：系列、一覧、出来事";
        Matrix "view-matrix" "matrix: how many of which area when" | "集計表：いつ、どの分野が何件";
        Quotes "view-quotes" "quotes of all matching events" | "引用：条件に合う出来事の引用すべて";
        Threads "view-threads" "threads: what follows from what" | "つながり：何が何に続くか";
        Compare "view-compare" "compare: two filters over one axis" | "比較：一つの時間軸に二つの絞り込み";
        Concordance "view-concordance" "words: each place where those of the filter stand" | "用例：絞り込みの語が現れる箇所すべて";
        NextOrder "next-order" "rows of the matrix and words in another order" | "集計表の行・用例の並べ順を変える" hint("order" | "並べ順", 5);
        OtherQuotes "other-quotes" "quotes: with the others of these events, or without" | "引用：同じ出来事の他の引用も表示・隠す";
        CompareFilters "compare-filters" "type the two filters that are compared" | "比較する二つの絞り込みを入力";
        CompareSides "compare-sides" "compare: choose each side from a list" | "比較：それぞれの側を一覧から選ぶ" hint("sides" | "両側", 4);
        CellDown "cell-down" "matrix: the cell below" | "集計表：下のセル" hint("cell" | "セル", 1);
        CellUp "cell-up" "matrix: the cell above" | "集計表：上のセル" hint("cell" | "セル", 1);
        CellLeft "cell-left" "matrix: the cell on the left" | "集計表：左のセル" hint("cell" | "セル", 1);
        CellRight "cell-right" "matrix: the cell on the right" | "集計表：右のセル" hint("cell" | "セル", 1);
        CellFirst "cell-first" "matrix: the first cell" | "集計表：最初のセル";
        CellLast "cell-last" "matrix: the last cell" | "集計表：最後のセル";
        FilterCell "filter-cell" "matrix: show the events of this cell" | "集計表：このセルの出来事を表示" hint("show" | "表示", 2);
        PivotMatrix "pivot-matrix" "matrix: what is counted: areas, people, who met whom, …" | "集計表：集計するもの（分野、人物、同席者など）" hint("count" | "集計対象", 3);
        NextMeasure "next-measure" "matrix: counts, shares of the column, shares of all" | "集計表：件数、列に占める割合、全体に占める割合" hint("shares" | "割合", 4);
        NextUnit "next-unit" "matrix: periods that fit, years, quarters, months" | "集計表：期間の単位（自動、年、四半期、月）" hint("periods" | "期間", 6);
    }
    /// The detail and the panes.
    Panes(PaneAction) "Panes" | "ペイン" {
        NextPane "next-pane" "next pane: list, detail, axis" | "次のペイン：一覧、詳細、時間軸" hint("pane" | "ペイン", 18);
        PreviousPane "previous-pane" "previous pane" | "前のペイン";
        ListLarger "list-larger" "more room for the list, less for the detail" | "一覧を広く、詳細を狭く";
        ListSmaller "list-smaller" "more room for the detail, less for the list" | "詳細を広く、一覧を狭く";
        ListColumns "list-columns" "choose the fields beside the titles of the list" | "一覧の題名の横に出す項目を選ぶ";
        Expand "expand" "give this pane the whole screen, and back" | "このペインを全画面に・元に戻す";
        Open "open" "read the event in the whole screen" | "出来事を全画面で読む" hint("read" | "読む", 8);
        ItemNext "item-next" "detail: the next quote, person, source or other item" | "詳細：次の項目（引用、人物、出典など）" hint("item" | "項目", 1);
        ItemPrevious "item-previous" "detail: the quote, person, source or other item before" | "詳細：前の項目（引用、人物、出典など）" hint("item" | "項目", 1);
        SectionNext "section-next" "detail: the next section" | "詳細：次の見出し" hint("section" | "見出し", 11);
        SectionPrevious "section-previous" "detail: the section before" | "詳細：前の見出し" hint("section" | "見出し", 11);
        FollowItem "follow-item" "detail: to the linked event, or the source of a quote" | "詳細：つながる出来事、または引用の出典へ移動" hint("go to it" | "移動", 5);
        DetailDown "detail-down" "scroll the detail down" | "詳細を下へスクロール" hint("scroll" | "スクロール", 21);
        DetailUp "detail-up" "scroll the detail up" | "詳細を上へスクロール" hint("scroll" | "スクロール", 21);
        DetailPageDown "detail-page-down" "scroll the detail down by a page" | "詳細を一ページ下へスクロール";
        DetailPageUp "detail-page-up" "scroll the detail up by a page" | "詳細を一ページ上へスクロール";
        DetailStart "detail-start" "scroll to the start of the detail" | "詳細の先頭へ";
        DetailEnd "detail-end" "scroll to the end of the detail" | "詳細の末尾へ";
    }
    /// Filtering.
    Filter(FilterAction) "Filter" | "絞り込み" {
        Search "search" "filter by words, at every letter" | "語で絞り込む（一文字ごとに反映）" hint("search" | "検索", 7);
        Facets "facets" "filter by lane, area, person, place, publisher and more" | "系列、分野、人物、場所、発行元などで絞り込む" hint("filter" | "絞り込み", 10);
        Areas "areas" "filter by area of cooperation" | "協力の分野で絞り込む";
        Similar "similar" "filter by a value of this event" | "この出来事の値で絞り込む" hint("similar" | "類似", 17);
        FilterItem "filter-item" "detail: filter by this person, body, area or publisher" | "詳細：この人物、機関、分野、発行元で絞り込む" hint("filter to it" | "これで絞る", 3);
        Chips "chips" "choose a term of the filter: edit, negate, switch it off" | "絞り込みの条件を選ぶ：編集、否定、オン・オフ" hint("terms" | "条件を選ぶ", 11);
        PreviousChip "previous-chip" "terms: the one before" | "条件：前の条件" hint("term" | "条件", 1);
        NextChip "next-chip" "terms: the next one" | "条件：次の条件" hint("term" | "条件", 1);
        SwitchChip "switch-chip" "terms: switch it off, or on again" | "条件：オフにする・再びオンにする" hint("on/off" | "オン/オフ", 2);
        EditChip "edit-chip" "terms: edit it in the query line" | "条件：検索欄で編集" hint("edit" | "編集", 3);
        NegateChip "negate-chip" "terms: ask for the opposite" | "条件：逆の条件にする" hint("negate" | "否定", 4);
        DropTerm "drop-term" "drop the last term of the filter, or the chosen one" | "最後の条件、または選んだ条件を外す" hint("drop term" | "条件を外す", 19);
        DropAll "drop-all" "drop the whole filter" | "絞り込みをすべて外す";
        ThreadOnly "thread-only" "only the thread of this event, or all again" | "この出来事のつながりだけ表示・元に戻す";
        Queries "queries" "filter by a saved query; rename or delete one there" | "保存した絞り込みを使う（名前の変更・削除もここで）";
        SaveQuery "save-query" "save the filter under a name, in the configuration" | "絞り込みに名前を付けて設定に保存";
        Undo "undo" "undo the last change of filter, time or marks" | "絞り込み・時間・印の直前の変更を元に戻す";
        Redo "redo" "redo" | "やり直す";
        DimOrHide "dim-or-hide" "dim or hide what the filter leaves out" | "絞り込みから外れた出来事を薄く表示・隠す";
    }
    /// What a reader notes of events.
    Marks(MarkAction) "Marks" | "印" {
        Toggle "mark" "mark this event, or take its mark away" | "この出来事に印を付ける・外す";
        Annotate "annotate" "tags and a note on this event: #tag #tag note" | "この出来事にタグとメモを付ける：#タグ #タグ メモ";
        Choose "choose" "choose this event as well, to act on several at once" | "この出来事も選び、まとめて操作する";
        ChooseRange "choose-range" "choose all from here to where it is pressed again" | "ここからもう一度押したところまで選ぶ";
        Next "next-marked" "next event that is marked, tagged or noted" | "印・タグ・メモのある次の出来事";
        Previous "previous-marked" "previous event that is marked, tagged or noted" | "印・タグ・メモのある前の出来事";
    }
    /// How things look, and the program itself.
    Program(ProgramAction) "Program" | "全般" {
        Language "language" "labels in English, Japanese or both" | "表示の言語：英語、日本語、両方";
        Zone "zone" "clock times in UTC, in the local zone or as written" | "時刻の表示：UTC、現地の時間帯、記載のまま";
        Theme "theme" "choose a theme; each is shown as the cursor comes to it" | "テーマを選ぶ（カーソルの位置のテーマで表示）";
        Mouse "mouse" "toggle mouse capture (off: select text)" | "マウス操作のオン・オフ（オフで文字列を選択可）";
        Edit "edit" "edit this event in $VISUAL or $EDITOR, at its line" | "$VISUAL か $EDITOR でこの出来事の行を編集";
        Reload "reload" "read the file again" | "ファイルを読み直す";
        About "about" "about this timeline: scope, counts, rules, corrections" | "この年表について：対象、件数、方針、訂正";
        Problems "problems" "what is wrong with the file, or the configuration" | "ファイルや設定の問題";
        Copy "copy" "copy a quote, its citation, a link" | "引用、その出典、リンクをコピー" hint("copy" | "コピー", 13);
        Cite "cite" "detail: copy this quote, citation or name" | "詳細：この引用、出典、名前をコピー" hint("cite" | "項目をコピー", 2);
        CopyLink "copy-link" "detail: copy the address of this source" | "詳細：この出典のアドレスをコピー" hint("link" | "リンク", 6);
        OpenSource "open-source" "open a source of this event in the browser" | "この出来事の出典をブラウザーで開く";
        Export "export" "write what is shown to a file: format, name, what is lost" | "表示中の出来事をファイルに書き出す";
        CopyView "copy-view" "copy this view as a command line" | "この画面を再現するコマンドをコピー";
        Legend "legend" "symbols" | "記号の意味";
        Help "help" "this list; Enter runs an entry" | "この一覧（Enter で実行）" hint("help" | "ヘルプ", 9);
        Back "back" "one step back, never out of the program" | "一つ前に戻る（プログラムは終了しない）" hint("back" | "戻る", 14);
        Quit "quit" "quit" | "終了" hint("quit" | "終了", 14);
        Suspend "suspend" "back to the shell for a while (fg returns)" | "いったんシェルに戻る（fg で再開）";
    }
    /// Inside menus and text fields.
    Menus(MenuAction) "Menus" | "メニュー" {
        Next "menu-next" "next entry" | "次の項目";
        Previous "menu-previous" "previous entry" | "前の項目";
        PageDown "menu-page-down" "page down" | "次のページ";
        PageUp "menu-page-up" "page up" | "前のページ";
        Complete "complete" "take what is offered" | "候補を入力";
        Accept "accept" "choose the entry, or keep the words" | "項目を選ぶ・入力を確定する" hint("choose" | "決定", 1);
        Only "only" "only this entry" | "この項目だけにする" hint("only" | "これだけ", 3);
        Exclude "exclude" "exclude the entry" | "この項目を除外" hint("exclude" | "除外", 2);
        Rename "rename" "another name for the saved query" | "保存した絞り込みの名前を変更" hint("rename" | "名前の変更", 4);
        Delete "delete" "delete the saved query" | "保存した絞り込みを削除" hint("delete" | "削除", 5);
    }
}

/// Names that actions had in keymaps before, each with the present one. They are read for one release more.
const RENAMED: [(&str, &str); 7] = [
    ("solo", "only"),
    ("like-this", "similar"),
    ("sides", "compare-filters"),
    ("view-step", "view-compare"),
    ("fold-gaps", "collapse-gaps"),
    ("origin", "relative-times"),
    ("turn-matrix", "pivot-matrix"),
];

impl Action {
    /// What is known of this action.
    pub fn info(self) -> Option<&'static ActionInfo> {
        ACTIONS.iter().find(|info| info.action == self)
    }

    /// How the keymap writes this action.
    pub fn name(self) -> &'static str {
        self.info().map_or("", |info| info.name)
    }

    /// The action of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|info| info.name == name).map(|info| info.action)
    }

    /// The present name of the action that had this name before, if one had.
    pub fn renamed(old: &str) -> Option<&'static str> {
        RENAMED.into_iter().find(|(name, _)| *name == old).map(|(_, new)| new)
    }
}
