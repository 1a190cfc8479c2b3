//! What the signs mean.

messages! {
    when() "WHEN" | "時期";
    known_day() "on a day that is known" | "日が分かっている";
    day_in_shade() "one day somewhere in the shade" | "網掛けのどこかの日";
    one_of_days() "on one of the shaded days" | "網掛けの日のいずれか";
    span() "from a day to a day" | "期間";
    vague_end() "it ended somewhere in the shade" | "終わりは網掛けのどこか";
    goes_on() "it goes on" | "継続中";
    unknown_end() "its end is not known" | "終わりは不明";
    about() "about that time" | "おおよその時期";
    doubtful() "the date is doubtful" | "日付は不確か";

    on_the_axis() "ON THE AXIS" | "時間軸";
    count_in_column() "so many events in this column; + for ten or more" | "この列の出来事の数。+ は10件以上";
    left_out() "an event that the filter leaves out" | "絞り込みから外れた出来事";
    no_place() "under the name of a lane: so many more that find no place" | "系列名の下：表示しきれない件数";
    selected() "the selected event" | "選択中の出来事";
    marked_on_axis() "underlined: you have marked it, or one in this column" | "下線：印を付けた出来事、またはそれを含む列";
    folded() "a long empty stretch, folded" | "折りたたんだ長い空白";

    in_the_list() "IN THE LIST" | "一覧";
    may_pass() "it may pass the filter: its date is not known that exactly" | "絞り込みに合う可能性がある（日付が不正確）";
    chosen() "it is chosen: keys act on all that are" | "選択中：キーは選択したすべてに働く";
    new() "it was not in the file before" | "追加された出来事";
    changed() "it said something else in the file before" | "変更された出来事";
    marked() "you have marked it" | "印を付けた出来事";
    noted() "you have given it tags or a note, and no mark" | "タグかメモだけの出来事";
    reference() "the event from which times are counted, and how much later" | "起点の出来事と、そこからの日数";
    some_days() "+5 d" | "+5日";

    in_the_matrix() "IN THE MATRIX" | "集計表";
    partial() "behind a period: the timeline has only a part of it" | "期間の後ろ：一部だけが年表の範囲";
}
