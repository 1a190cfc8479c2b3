//! Spans and bounds as people write them: `2019 to 2021`, `4–6 April 2024`, `before 1900`, `2019–present`.

use super::{
    fault::SpellingRule,
    fields::{DateFields, Meaning},
    tokens::DateToken,
    words::parts,
};

/// What tokens mean that are no single date.
pub(super) fn meaning(tokens: &[DateToken]) -> Option<Meaning> {
    bound(tokens).or_else(|| between(tokens)).or_else(|| span(tokens)).or_else(|| third(tokens))
}

/// `early 2021`, `mid-2021`, `late 2021`: four months each.
fn third(tokens: &[DateToken]) -> Option<Meaning> {
    let (first, rest) = tokens.split_first()?;
    let (start, end) = match first {
        DateToken::Word(word) if word == "early" => ("01", "04"),
        DateToken::Word(word) if word == "mid" || word == "middle" => ("05", "08"),
        DateToken::Word(word) if word == "late" => ("09", "12"),
        _ => return None,
    };
    let rest = rest.strip_prefix(&[DateToken::Mark('-')]).unwrap_or(rest);
    let date = parts(rest).filter(|date| date.is_plain() && date.month.is_none() && date.day.is_none())?;
    let year = date.forms()?.into_iter().next().filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(is(SpellingRule::Slash, format!("{year}-{start}/{year}-{end}")))
}

fn is(spelling: SpellingRule, form: String) -> Meaning {
    Meaning::Is(spelling, vec![form])
}

/// `before 1900`, `1900年以降`: what is known is one bound.
fn bound(tokens: &[DateToken]) -> Option<Meaning> {
    let (word, rest) = match tokens {
        [DateToken::Word(word), rest @ ..] => (word.as_str(), rest),
        [rest @ .., DateToken::Mark('以'), DateToken::Mark('前')] => ("by", rest),
        [rest @ .., DateToken::Mark('以'), DateToken::Mark('降' | '後')] => ("onward", rest),
        [rest @ .., DateToken::Mark('よ'), DateToken::Mark('り'), DateToken::Mark('前')] => ("before", rest),
        [rest @ .., DateToken::Mark('よ'), DateToken::Mark('り'), DateToken::Mark('後')] => ("after", rest),
        [rest @ .., DateToken::Word(or), DateToken::Word(word)] if or == "or" && word == "earlier" => ("by", rest),
        [rest @ .., DateToken::Word(or), DateToken::Word(word)] if or == "or" && word == "later" => ("onward", rest),
        _ => return None,
    };
    let (word, rest) = match (word, rest) {
        ("not" | "no", [DateToken::Word(late), DateToken::Word(than), rest @ ..]) if than == "than" => {
            match late.as_str() {
                "later" => ("by", rest),
                "earlier" | "before" => ("onward", rest),
                _ => return None,
            }
        }
        ("on", [DateToken::Word(or), DateToken::Word(word), rest @ ..]) if or == "or" && word == "before" => {
            ("by", rest)
        }
        ("on", [DateToken::Word(or), DateToken::Word(word), rest @ ..]) if or == "or" && word == "after" => {
            ("onward", rest)
        }
        other => other,
    };
    let date = parts(rest).filter(DateFields::is_plain)?;
    let form = date.forms()?.into_iter().next()?;
    let form = match word {
        "before" | "pre" => format!("[..{}]", date.neighbour(-1)?),
        "after" | "post" => format!("[{}..]", date.neighbour(1)?),
        "by" => format!("[..{form}]"),
        "onward" => format!("[{form}..]"),
        "since" => format!("{form}/.."),
        "until" | "till" => format!("/{form}"),
        _ => return None,
    };
    let rule = if form.contains('/') { SpellingRule::Slash } else { SpellingRule::Bound };
    Some(is(rule, form))
}

/// `between 1900 and 1905`, `1900 or 1901`: one of several.
fn between(tokens: &[DateToken]) -> Option<Meaning> {
    let (rest, joint, sign) = match tokens {
        [DateToken::Word(word), rest @ ..] if word == "between" => (rest, "and", ".."),
        rest => (rest, "or", ","),
    };
    let at = rest.iter().position(|token| token.is(joint))?;
    let (first, second) = ends(rest.get(..at)?, rest.get(at + 1..)?)?;
    (first.is_plain() && second.is_plain()).then(|| {
        Some(is(SpellingRule::Bound, format!("[{}{sign}{}]", first.forms()?.first()?, second.forms()?.first()?)))
    })?
}

/// Two dates with something between them that says "to".
fn span(tokens: &[DateToken]) -> Option<Meaning> {
    let tokens = match tokens {
        [DateToken::Word(from), rest @ ..] if from == "from" => rest,
        [rest @ .., DateToken::Mark('ま'), DateToken::Mark('で')] | rest => rest,
    };
    let is_joint = |token: &DateToken| match token {
        DateToken::Word(word) => matches!(word.as_str(), "to" | "until" | "till" | "through" | "thru"),
        DateToken::Mark(mark) => matches!(mark, '-' | '~' | '/' | 'か' | '→'),
        DateToken::Number(_) => false,
    };
    let joints = tokens.iter().enumerate().filter(|(_, token)| is_joint(token));
    let mut found = joints.filter_map(|(at, joint)| {
        let after = if *joint == DateToken::Mark('か') { at + 2 } else { at + 1 };
        joined(tokens.get(..at)?, tokens.get(after..)?)
    });
    let first = found.next()?;
    // `2019-2021-2023` can be cut in two places.
    found.all(|other| other == first).then_some(first)
}

fn joined(from: &[DateToken], to: &[DateToken]) -> Option<Meaning> {
    let is_open = match to {
        [] | [DateToken::Mark('現'), DateToken::Mark('在')] => true,
        [DateToken::Word(word)] => {
            matches!(word.as_str(), "present" | "now" | "today" | "ongoing" | "current" | "date")
        }
        _ => false,
    };
    if is_open {
        let start = parts(from).filter(|start| start.is_plain() && start.year_digits != 2)?;
        return Some(is(SpellingRule::Slash, format!("{}/..", start.forms()?.first()?)));
    }
    let (start, mut end) = ends(from, to)?;
    // "c. 1890–1910" is about at both ends.
    end.is_about |= start.is_about;
    if start.has_clock() || end.has_clock() {
        return (start.forms().is_some() && end.forms().is_some()).then_some(Meaning::ClockSpan);
    }
    let (from, to) = (start.forms()?, end.forms()?);
    let is_plain = start.is_plain() && end.is_plain();
    is_plain.then(|| Some(is(SpellingRule::Slash, format!("{}/{}", from.first()?, to.first()?))))?
}

/// Two dates, each of which may leave out what the other says.
fn ends(from: &[DateToken], to: &[DateToken]) -> Option<(DateFields, DateFields)> {
    // `1914-18`
    if let ([DateToken::Number(first)], [DateToken::Number(second)]) = (from, to)
        && first.len() == 4
        && second.len() == 2
    {
        // `2001-12` is a month.
        let whole = DateToken::Number(format!("{}{second}", first.get(..2)?));
        let is_later = second.as_str() > first.get(2..)? && second.parse::<u32>().ok()? > 12;
        return is_later.then(|| Some((parts(from)?, parts(&[whole])?)))?;
    }
    let (mut start, mut end) = (parts(from)?, parts(to)?);
    if start.year.is_none() {
        (start.year, start.year_digits) = (end.year, end.year_digits);
        if start.month.is_none() && start.day.is_some() {
            start.month = end.month;
        }
    } else if end.year.is_none() {
        (end.year, end.year_digits) = (start.year, start.year_digits);
        if end.month.is_none() && end.day.is_some() {
            end.month = start.month;
        }
    }
    let sound =
        |date: &DateFields| date.year.is_some() && (date.day.is_none() || date.month.is_some()) || !date.is_plain();
    // `April 4-6, 2024`
    if start.month.is_some() && end.month.is_none() && end.day.is_some() {
        end.month = start.month;
    }
    (sound(&start) && sound(&end)).then_some((start, end))
}
