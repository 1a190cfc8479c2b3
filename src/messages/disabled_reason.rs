//! Why an action does nothing. The words stand in the help and in the status line.

facts! {
    /// Why an action does nothing now.
    DisabledReason {
        /// It is the last event already.
        LastEvent "this is the last event" | "最後の出来事です";
        /// It is the first event already.
        FirstEvent "this is the first event" | "最初の出来事です";
        /// Nothing passes the filter.
        NothingShown "no event passes the filter" | "絞り込みに合う出来事がありません";
        /// There is no further event in the lane.
        EndOfLane "no further event in this lane" | "この系列の端です";
        /// There is no lane with events on that side.
        NoLane "no lane with events on that side" | "系列はここまでです";
        /// The event follows from no other.
        NothingBefore "it follows from no other event" | "元の出来事はありません";
        /// No other event follows from this one.
        NothingAfter "no later event follows from it" | "続く出来事はありません";
        /// No jump has been made, or what it left is not shown.
        NoWayBack "no jump to go back from" | "戻る先がありません";
        /// Nothing has been gone back from.
        NoWayForward "nothing to go forward to" | "進む先がありません";
        /// Filter, window and marks are as at the start.
        NothingToUndo "filter, time and marks are as at the start" | "これより前の操作はありません";
        /// Nothing has been taken back.
        NothingToRedo "nothing was taken back" | "やり直す操作はありません";
        /// The two filters are not on screen.
        NotComparing "only where two filters stand side by side" | "比較の表示でだけ使えます";
        /// What is on screen has one order.
        NoOrder "only in the matrix and among words" | "集計表と用例でだけ使えます";
        /// The last line is read already.
        LastLine "this is the last line" | "最後の行です";
        /// The first line is read already.
        FirstLine "this is the first line" | "最初の行です";
        /// No quotes are left out.
        NoOtherQuotes "only where the filter leaves out quotes" | "絞り込みから外れた引用があるときだけ使えます";
        /// No time stands in the columns of the matrix.
        NoPeriods "no time stands across" | "列が期間ではありません";
        /// The matrix is not on screen.
        NoMatrix "only in the matrix" | "集計表でだけ使えます";
        /// No words are looked for.
        NoWords "no words are looked for" | "検索している語がありません";
        /// No query was saved.
        NoQueries "no query is saved yet; S saves the filter" | "保存した絞り込みはまだありません。S で保存します";
        /// No term of the filter is being chosen.
        NoChip "only while a term of the filter is chosen" | "条件を選んでいる間だけ使えます";
        /// The cursor stands on no saved query.
        NoSavedQuery "only of a saved query" | "保存した絞り込みでだけ使えます";
        /// There is no filter.
        NoFilter "there is no filter" | "絞り込みはありません";
        /// The file is in order.
        NoProblems "nothing is wrong with the file" | "ファイルに問題はありません";
        /// No event is an instant.
        NoInstants "no event has a clock time with a zone" | "時間帯付きの時刻をもつ出来事がありません";
        /// There is nothing to go back from.
        NothingOpen "nothing to go back from; q quits" | "戻る先がありません。q で終了します";
        /// It belongs to a menu, and none is open.
        NoMenu "only in a menu" | "メニューでだけ使えます";
        /// The timeline begins on screen.
        NoEarlier "the timeline begins here" | "年表はここから始まります";
        /// The timeline ends on screen.
        NoLater "the timeline ends here" | "年表はここで終わります";
        /// The window is as short as it can be.
        NoCloser "no closer than this" | "これ以上は拡大できません";
        /// The window is as long as it can be.
        NoWider "no further out than this" | "これ以上は縮小できません";
        /// The window shows just the shown events.
        Fits "the window fits what is shown already" | "すでに表示中の出来事に合わせてあります";
        /// No gap on screen is long enough to be collapsed.
        NoGaps "no gap on screen is long enough to be collapsed" | "折りたたむほど長い空白が画面にありません";
        /// Too many events are chosen for the clipboard.
        TooManyToCopy "more than 500 events are too many to copy; e writes them to a file" | "500件を超えるためコピーできません。e でファイルに書き出します";
        /// The event names no address of a source.
        NoSource "no source of this event has an address" | "この出来事の出典にはアドレスがありません";
        /// Too many events are chosen.
        TooMany "more than 10,000 events are too many to act on at once" | "10,000件を超えるため一度には操作できません";
        /// No other shown event in this direction has anything noted of it.
        NoMarks "no further event is marked, tagged or noted" | "印・タグ・メモのある出来事はこの先にありません";
        /// The timeline is part of the program, and so in no file.
        BuiltIn "it is part of the program; annalist -o FILE.toml makes a file of it" | "プログラムに内蔵の年表です。annalist -o FILE.toml でファイルに書き出します";
        /// The timeline came through a pipe, and is in no file.
        Pipe "what came through a pipe is in no file" | "パイプから読んだもので、ファイルがありません";
        /// The files are still being read.
        StillRead "the file is still being read" | "まだファイルを読み込んでいます";
        /// The file is read as it grows.
        Followed "a file that is followed is read as it grows" | "追跡中のファイルは、増えるたびに読み込まれます";
        /// No other event is new or has changed.
        NoChanges "no other event is new or has changed in the file" | "ほかに変更はありません";
        /// Nothing is offered to be taken.
        NothingOffered "nothing is offered here" | "補完する候補がありません";
        /// The detail does not have the keyboard.
        NotInDetail "only in the detail of an event; Tab turns to it" | "詳細でだけ使えます。Tab で移ります";
        /// No item of the detail is under the cursor.
        NoItem "nothing is under the cursor of the detail" | "詳細のカーソルの位置に項目がありません";
        /// The item under the cursor has no address.
        NoAddress "only of a source that has an address" | "アドレスのある出典でだけ使えます";
        /// The item under the cursor is no value of a field.
        NoValue "nothing to filter by here" | "ここには絞り込みに使える値がありません";
        /// The item under the cursor points at nothing.
        NoTarget "it leads to no other place" | "ここから移る先がありません";
        /// The detail begins on screen.
        StartOfDetail "this event begins here" | "詳細の先頭です";
        /// The detail ends on screen.
        EndOfDetail "this event ends here" | "詳細の末尾です";
        /// There is no section before.
        FirstSection "no section before this one" | "最初の見出しです";
        /// There is no further section.
        LastSection "no further section" | "最後の見出しです";
        /// The cell is of events that may be in several periods.
        UnsurePeriod "no filter asks for what may be in several periods" | "どの期間か定まらない出来事だけを残す絞り込みはありません";
        /// No list is on screen.
        NoList "only where the list is on screen" | "一覧が画面にあるときだけ使えます";
        /// List and detail are not both on screen.
        NoBorder "only where list and detail are both on screen" | "一覧と詳細が並んでいるときだけ使えます";
    }
}
