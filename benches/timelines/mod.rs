//! Timelines of any length, always the same: every word, date and length follows from the number of an event.

#![allow(dead_code, reason = "not every bench asks for everything")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that fails here has failed")]

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use annalist::load::Format;
use chrono::{Days, NaiveDate};

/// What a timeline is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// English.
    Latin,
    /// Japanese.
    Japanese,
    /// English, with every tenth event in Japanese.
    Mixed,
}

impl Script {
    /// Both, each by itself.
    pub(crate) const BOTH: [(Self, &str); 2] = [(Self::Latin, "Latin"), (Self::Japanese, "Japanese")];
}

const KINDS: [&str; 6] = ["law", "treaty", "court", "speech", "report", "summit"];
const AREAS: [&str; 8] = ["trade", "climate", "energy", "defence", "health", "privacy", "finance", "research"];
const PARTIES: [[&str; 2]; 6] = [
    ["Council of Ministers", "内閣府"],
    ["Supreme Court", "最高裁判所"],
    ["Ministry of Finance", "財務省"],
    ["National Assembly", "国会"],
    ["Central Bank", "日本銀行"],
    ["Harbour Authority", "港湾局"],
];
const PLACES: [[&str; 2]; 6] = [
    ["Geneva", "東京"],
    ["Osaka", "大阪"],
    ["Lisbon", "京都"],
    ["Ottawa", "札幌"],
    ["Vienna", "福岡"],
    ["Lima", "横浜"],
];
const NAMES: [[&str; 2]; 4] =
    [["A. Keller", "佐藤 健"], ["M. Duval", "鈴木 花子"], ["S. Okafor", "高橋 誠"], ["L. Novak", "田中 美咲"]];
const PRESS: [[&str; 2]; 4] = [
    ["Daily Courier", "日刊新報"],
    ["Official Journal", "官報"],
    ["Morning Post", "朝刊時報"],
    ["Public Record", "公文書館"],
];
const QUALITIES: [[&str; 2]; 8] = [
    ["Final", "最終的な"],
    ["Joint", "共同の"],
    ["Revised", "改訂された"],
    ["Secret", "秘密の"],
    ["Annual", "毎年の"],
    ["Draft", "暫定の"],
    ["Historic", "歴史的な"],
    ["Partial", "部分的な"],
];
const THINGS: [[&str; 2]; 12] = [
    ["agreement", "協定"],
    ["budget", "予算"],
    ["steamship", "蒸気船"],
    ["reform", "改革"],
    ["charter", "憲章"],
    ["satellite", "衛星"],
    ["tariff", "関税"],
    ["railway", "鉄道"],
    ["treaty", "条約"],
    ["reactor", "原子炉"],
    ["census", "国勢調査"],
    ["embargo", "サイバー規制"],
];
const DEEDS: [[&str; 2]; 8] = [
    ["signed", "署名"],
    ["rejected", "否決"],
    ["published", "公表"],
    ["delayed", "延期"],
    ["adopted", "採択"],
    ["ratified", "批准"],
    ["suspended", "停止"],
    ["approved", "承認"],
];
const SENTENCES: [[&str; 2]; 6] = [
    [
        "The text names an office that is to watch over every deadline, and gives members two years to follow.",
        "各加盟国に二年の猶予を与え、期限を監視する部局を定めている。",
    ],
    ["Observers counted the closest vote in a decade.", "この十年で最も僅差の採決であった。"],
    [
        "Several amendments were withdrawn in the last hours, after delegates had sat through the night.",
        "徹夜の審議の末、最後の数時間に複数の修正案が取り下げられた。",
    ],
    ["Critics said that the measure came too late to matter.", "批判者は、この措置は遅きに失したと述べた。"],
    [
        "A second reading is expected in the spring; the ministry has announced a fund for those who have to adapt first.",
        "第二読会は春に予定され、省は最初に対応を迫られる者のための基金を発表した。",
    ],
    [
        "Both sides promised to share what they learn about attacks.",
        "双方は「サイバー攻撃に関する情報を共有する」と約束した。",
    ],
];

/// Numbers that look like chance (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(count).unwrap()).unwrap()
    }

    fn of<'a>(&mut self, all: &'a [&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn in_script(&mut self, all: &[[&'static str; 2]], language: usize) -> &'static str {
        all[self.below(all.len())][language]
    }
}

/// One event as JSON has it.
fn event(place: usize, count: usize, script: Script) -> serde_json::Value {
    let mut chance = Chance(u64::try_from(place).unwrap());
    let language = match script {
        Script::Latin => 0,
        Script::Japanese => 1,
        Script::Mixed => usize::from(place % 10 == 3),
    };
    let first = NaiveDate::from_ymd_opt(1850, 1, 1).unwrap();
    let days = u64::try_from(place * 64_000 / count).unwrap();
    let date = first.checked_add_days(Days::new(days)).unwrap().to_string();
    let number = place + 1;
    let mut word = |all: &[[&'static str; 2]]| chance.in_script(all, language);
    let (quality, thing, deed, venue) = (word(&QUALITIES), word(&THINGS), word(&DEEDS), word(&PLACES));
    let title = if language == 0 {
        format!("{quality} {thing} {deed} in {venue} no. {number}")
    } else {
        format!("{venue}で{quality}{thing}を{deed}（第{number}号）")
    };
    let mut sentences = |count: usize| {
        let some: Vec<&str> = (0..count).map(|_| word(&SENTENCES)).collect();
        some.join(if language == 0 { " " } else { "" })
    };
    let summary = sentences(1 + place % 3);
    let said: Vec<String> = (0..place % 3).map(|_| sentences(1)).collect();
    let quotes: Vec<_> = (said.into_iter())
        .map(|text| {
            let lang = ["en", "ja"][language];
            serde_json::json!({ "text": text, "speaker": word(&NAMES), "lang": lang, "source": 1 })
        })
        .collect();
    let sources: Vec<_> = (0..=place % 2)
        .map(|source| {
            let url = format!("https://example.org/{number}-{source}");
            serde_json::json!({ "title": format!("{title}: {}", word(&THINGS)), "publisher": word(&PRESS), "url": url })
        })
        .collect();
    let parties = [word(&PARTIES)];
    let areas: Vec<&str> = (0..=place % 2).map(|_| chance.of(&AREAS)).collect();
    serde_json::json!({
        "id": format!("e{number}"),
        "date": date,
        "title": title,
        "kind": chance.of(&KINDS),
        "parties": parties,
        "areas": areas,
        "summary": summary,
        "place": venue,
        "quote": quotes,
        "source": sources,
    })
}

/// Writes so many events.
pub(crate) fn write(out: &mut impl Write, count: usize, script: Script, format: Format) -> io::Result<()> {
    for place in 0..count {
        let event = event(place, count, script);
        match format {
            Format::Toml => {
                let file = serde_json::json!({ "event": [event] });
                writeln!(out, "{}", toml::to_string(&file).map_err(io::Error::other)?)?;
            }
            _ => writeln!(out, "{event}")?,
        }
    }
    Ok(())
}

/// The text of so many events.
pub(crate) fn text(count: usize, script: Script, format: Format) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes, count, script, format).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A file of so many events, made where it is not there yet.
pub(crate) fn file(count: usize, script: Script, format: Format) -> PathBuf {
    let end = match format {
        Format::Toml => "toml",
        _ => "jsonl",
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("timelines");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{script:?}-{count}.{end}"));
    if !path.exists() {
        let begun = path.with_extension("part");
        let mut out = BufWriter::new(File::create(&begun).unwrap());
        write(&mut out, count, script, format).unwrap();
        out.flush().unwrap();
        std::fs::rename(&begun, &path).unwrap();
    }
    path
}
