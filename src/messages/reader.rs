//! What the reader mode says: whole sentences, since they are heard one after the other.

messages! {
    // The start and the end.
    welcome(title: &str, events: &str) "{title}, {events}" | "{title}、{events}";
    how_to_begin() "Type help for the commands, quit to leave." | "コマンドの一覧は help、終了は quit と入力してください。";
    reading(events: &str) "Reading, {events} so far." | "読み込み中です。ここまで{events}。";
    not_all_read(why: &str) "Not all could be read: {why}." | "最後まで読めませんでした：{why}。";
    file_has_changed() "The file has changed since it was read; reload reads it again." | "読み込み後にファイルが変わりました。reload で読み直します。";
    problems_found(count: usize) "1 problem was found in the file; the command problems tells it." / "{count} problems were found in the file; the command problems tells them." | "ファイルに問題が{count}件あります。problems で読み上げます。";
    events(count: usize) "1 event" / "{count} events" | "出来事{count}件";

    // Where one is.
    position(place: usize, of: usize) "Event {place} of {of}" | "{of}件中{place}件目";
    of_timeline(count: usize) "The timeline has {count} events" | "年表の出来事は{count}件";
    filter_is(query: &str) "Filter: {query}" | "絞り込み：{query}";
    no_filter() "No filter" | "絞り込みなし";
    window_is(window: &str) "Time: {window}" | "期間：{window}";
    all_time() "All time" | "全期間";
    from_to(first: &str, last: &str) "{first} to {last}" | "{first}から{last}";
    no_such_event(number: usize, count: usize) "There is no event {number}; {count} are shown" | "{number}番目の出来事はありません（該当{count}件）";
    nothing_shown() "No event is shown: none passes the filter within this time" | "該当する出来事はありません（絞り込みと期間の両方に合うもの）";
    more(told: usize, of: usize) "{told} of {of} told; Enter tells more" | "{of}件中{told}件まで。続きは Enter";
    more_lines(told: usize, of: usize) "{told} of {of} lines told; Enter tells more" | "{of}行中{told}行まで。続きは Enter";
    end_of_list() "This is the end" | "ここで終わりです";

    // One event.
    quotes(count: usize) "1 quote" / "{count} quotes" | "引用{count}件";
    sources(count: usize) "1 source" / "{count} sources" | "出典{count}件";
    marked() "Marked" | "印あり";
    tags(tags: &str) "Tags: {tags}" | "タグ：{tags}";
    your_note(note: &str) "Your note: {note}" | "メモ：{note}";
    labelled(label: &str, text: &str) "{label}: {text}" | "{label}：{text}";
    parties() "Parties" | "当事者";
    areas() "Areas" | "分野";
    bodies() "Bodies" | "機関";
    people() "People" | "人物";
    sources_differ() "Sources differ" | "資料による相違";
    note() "Note" | "注記";
    quote(number: usize) "Quote {number}" | "引用{number}";
    source(number: usize) "Source {number}" | "出典{number}";
    says_source(number: usize) "says source {number}" | "出典{number}による";
    official() "official" | "公式";
    further_reading() "further reading" | "参考";
    our_translation(text: &str) "Our translation: {text}" | "当方訳：{text}";
    archived(address: &str) "Archived: {address}" | "アーカイブ：{address}";
    follows_from() "It follows from" | "元の出来事";
    followed_by() "It is followed by" | "続く出来事";
    more_in_thread(count: usize) "1 more event is linked to it" / "{count} more events are linked to it" | "ほかにつながりのある出来事{count}件";
    no_thread() "No other event is linked to this one" | "この出来事につながる出来事はありません";
    no_sources() "This event names no source" | "この出来事に出典はありません";
    no_such_source(number: usize, count: usize) "There is no source {number}; this event has {count}" | "出典{number}はありません（この出来事の出典は{count}件）";
    no_address(number: usize) "Source {number} has no address" | "出典{number}にアドレスはありません";
    opened(address: &str) "Opened in the browser: {address}" | "ブラウザーで開きました：{address}";

    // The filter.
    kept(kept: usize, all: usize) "{kept} of {all} events passes the filter" / "{kept} of {all} events pass the filter" | "全{all}件中、絞り込みに合う出来事は{kept}件";
    kept_in_time(kept: usize) "{kept} of these lies within the time that is shown" / "{kept} of these lie within the time that is shown" | "うち期間内は{kept}件";
    possible(count: usize) "{count} of them only possibly, as its date is not known exactly enough" / "{count} of them only possibly, as their dates are not known exactly enough" | "うち{count}件は日付が確かでなく、該当しない可能性もあります";
    wrong_at(word: &str, number: usize, why: &str) "At the word {word}, which is word {number}: {why}" | "{number}語目「{word}」：{why}";
    wrong_at_end(why: &str) "At the end: {why}" | "末尾：{why}";
    filter_stays() "The filter stays as it was" | "絞り込みは前のままです";
    dropped_for_it() "The filter or the time left it out, and both are dropped; undo brings them back" | "絞り込みか期間の外の出来事なので、両方を外しました。undo で元に戻ります";
    no_such_term(number: usize, count: usize) "There is no term {number}; the filter has {count}" | "条件{number}はありません（条件は{count}件）";
    taken_back() "Taken back" | "元に戻しました";
    made_again() "Made again" | "やり直しました";
    values_of(field: &str, count: usize) "{field}: {count} values; a number adds that one to the filter" | "{field}：{count}件。番号を入力すると絞り込みに加わります";
    value(label: &str, events: &str) "{label}: {events}" | "{label}：{events}";
    value_asked(label: &str, events: &str) "{label}: {events}, asked for by the filter" | "{label}：{events}（絞り込み中）";
    value_excluded(label: &str, events: &str) "{label}: {events}, excluded by the filter" | "{label}：{events}（除外中）";
    which_values(fields: &str) "Values of what? One of: {fields}" | "どの項目の値ですか。次のいずれかを入力してください：{fields}";
    no_such_field(name: &str) "There is no field {name}" | "項目「{name}」はありません";
    filters(count: usize) "1 filter; its number takes it again" / "{count} filters; a number takes that one again" | "絞り込み{count}件。番号で再び使えます";
    no_filters() "No filter has been used or saved yet" | "使った絞り込み・保存した絞り込みはまだありません";
    saved_filter(name: &str, query: &str) "{name}, saved: {query}" | "{name}（保存済み）：{query}";

    // Time.
    not_a_date(text: &str, why: &str) "{text} is no date: {why}" | "「{text}」は日付ではありません：{why}";
    both_ends() "both ends must be known" | "両端が分かる必要があります";
    not_a_zone(text: &str) "{text} is no zone; say UTC, local, as-written or an offset such as +09:00" | "「{text}」は時間帯ではありません。UTC、local、as-written、または +09:00 のように入力してください";
    zone_is(zone: &str) "Clock times are told in {zone}" | "時刻は {zone} で示します";

    // Counting.
    counts_of(what: &str, events: &str) "{what}, {events}" | "{what}、{events}";
    by_time(rows: &str) "{rows} by time" | "{rows}と時期";
    rows_and_columns(rows: &str, columns: &str) "{rows} and {columns}" | "{rows}と{columns}";
    who_met_whom(rows: &str) "Which {rows} stand in the same events" | "同じ出来事に現れる{rows}";
    as_share_of_column() "in percent of the events of each column" | "各列に占める割合（％）";
    as_share_of_all() "in percent of all" | "全体に占める割合（％）";
    zeros_left_out() "Zeros are left out" | "0は省きます";
    cell(column: &str, count: &str) "{column}, {count}" | "{column} {count}";
    each_once() "All, each event once" | "計（重複なし）";
    earlier() "earlier" | "以前";
    later() "later" | "以後";
    unsure_when() "not known which" | "どれか不明";
    none_of_it() "none" | "なし";
    no_matrix(names: &str) "No such matrix; say two of what it can count: {names}" | "その集計はできません。次の組み合わせで入力してください：{names}";
    nothing_to_count() "There is nothing to count" | "集計するものがありません";
    occurrences(count: usize, events: usize) "1 place" / "{count} places in {events} events" | "{events}件の出来事に{count}か所";
    by_year(years: &str) "By year: {years}" | "年別：{years}";
    years_from(year: &str) "from {year} on" | "{year}から";
    no_words() "No words are looked for: say them after the command, or find some first" | "検索する語がありません。コマンドの後に語を入力するか、先に find で検索してください";
    no_place() "These words stand in no text of the events" | "その語はどの本文にもありません";
    two_filters() "Say two filters with the word vs between them" | "二つの絞り込みを vs で区切って入力してください";
    side(name: &str, events: &str) "{name}: {events}" | "{name}：{events}";
    on_both(events: &str) "On both sides: {events}" | "両側にあるもの：{events}";
    differ_most(areas: &str) "They differ most in: {areas}" | "差の大きい分野：{areas}";
    left_and_right(area: &str, left: usize, right: usize) "{area}, {left} and {right}" | "{area} {left}と{right}";
    quotes_of(quotes: usize, events: usize) "1 quote of 1 event" / "{quotes} quotes of {events} events" | "{events}件の出来事から引用{quotes}件";
    no_quotes() "No event that is shown has a quote of this kind" | "該当する引用はありません";

    // Marks and files.
    none_noted() "No event that is shown is marked, tagged or noted" | "印・タグ・メモのある出来事はありません";
    nothing_noted() "Nothing is noted of this event" | "この出来事に印・タグ・メモはありません";
    already_marked() "It is marked already" | "印はすでに付いています";
    not_marked() "It is not marked" | "印は付いていません";
    name_a_file() "Name the file, and the format if its name does not tell: export report.md" | "ファイル名を入力してください（名前から分からないときは形式も）：export report.md";
    no_such_format(name: &str, formats: &str) "There is no format {name}; the formats are: {formats}" | "形式「{name}」はありません。形式は次のとおり：{formats}";
    no_pictures() "A picture of the screen is not made here; html makes a page" | "ここでは画面の画像を作れません。html ならページになります";
    file_exists(name: &str, command: &str) "{name} is there already; to write over it, say: {command}" | "{name} はすでにあります。上書きするには：{command}";

    // Pages.
    last_revised(date: &str) "Last revised: {date}" | "最終更新：{date}";
    lanes() "Lanes" | "系列";
    kinds() "Kinds" | "種類";
    quotes_by_language() "Quotes by language" | "引用（言語別）";
    addresses(count: usize, official: usize) "{count} addresses of sources, {official} of them official" | "出典のアドレス{count}件、うち公式{official}件";
    confidence() "Confidence" | "確度";
    rules() "Rules" | "編集方針";
    corrections() "Corrections" | "訂正";
    columns() "Columns" | "列";
    language_is() "Now in English" | "日本語で答えます";
    not_a_language(text: &str) "{text} is no language here; say en, ja or both" | "「{text}」は選べません。en、ja、both のいずれかを入力してください";

    // Commands.
    no_such_command(word: &str) "There is no command {word}; help lists them" | "コマンド「{word}」はありません。help で一覧";
    did_you_mean(word: &str, near: &str) "There is no command {word}; did you mean {near}?" | "コマンド「{word}」はありません。{near} ですか？";
    ambiguous(word: &str, names: &str) "{word} can be: {names}" | "{word} に当たるもの：{names}";
    no_such_entry(number: usize, count: usize) "There is no entry {number}; the last list has {count}" | "{number}番はありません（直前の一覧は{count}件）";
    no_entries() "The last answer has no numbered entries; list numbers the events" | "直前の答えに番号はありません。list で出来事に番号が付きます";
    line_too_long() "This line is too long to be a command" | "行が長すぎます";
    also(names: &str) "or {names}" | "または {names}";
    numbers_and_enter() "A number goes to that entry of the last list. An empty line tells more of it, or goes to the next event." | "番号だけを入力すると、直前の一覧のその項目に移ります。空行は続き、または次の出来事です。";
}
