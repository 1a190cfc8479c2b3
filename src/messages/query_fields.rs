//! What the fields of a query ask for.

messages! {
    lane() "the lane" | "系列";
    area() "an area" | "分野";
    kind() "the kind of event" | "出来事の種類";
    party() "a party" | "当事者";
    year() "a year that the event touches" | "出来事のあった年";
    person() "a person, or the speaker of a quote" | "人物、または引用の発言者";
    speaker() "who said a quote, a person or a body" | "引用の発言者（人物か機関）";
    org() "a body that took part" | "関わった機関";
    place() "the place" | "場所";
    source() "title, publisher or address of a source" | "出典の題名・発行元・アドレス";
    lang() "the language of a quote" | "引用の言語";
    quote() "words of a quote or of its translation" | "引用とその訳の語";
    title() "words of the title" | "題名の語";
    id() "a part of the id" | "ID の一部";
    thread() "all that follows from the event of this id, and that it follows from" | "この ID の出来事から続くもの、その元になったもののすべて";
    tag() "a tag that you have given" | "自分で付けたタグ";
    note() "words of what you have noted" | "自分で書いたメモの語";
    has() "something that the event has" | "出来事にあるもの";
    is() "something that the event is" | "出来事の性質";
    extra() "a field that annalist does not know" | "annalist の知らない項目";
}
