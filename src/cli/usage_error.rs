//! What is wrong with a command line, in the language of the run. In English it is as clap says it.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::localized::headings;
use crate::{
    messages::{Locale, dates, usage},
    model::NotAZone,
    themes::ThemeNameError,
};

/// What is wrong, with the way out.
pub(super) fn told(error: &Error, locale: Locale) -> String {
    let rendered = error.render().to_string();
    match locale {
        Locale::English => rendered,
        Locale::Japanese => in_japanese(error).unwrap_or(rendered),
    }
}

/// `None` for what is not met with these options.
fn in_japanese(error: &Error) -> Option<String> {
    let locale = Locale::Japanese;
    let mut lines = vec![usage::error(locale, &why(error)?)];
    let values = all_of(error, ContextKind::ValidValue);
    lines.extend((!values.is_empty()).then(|| usage::values(locale, &values.join(", "))));
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().flat_map(|kind| all_of(error, kind));
    let mut tips: Vec<String> = near.map(|name| usage::near(locale, &name)).collect();
    let argument = all_of(error, ContextKind::InvalidArg).into_iter().next();
    if let (Some(_), Some(argument), true) = (error.get(ContextKind::Suggested), argument, tips.is_empty()) {
        tips.push(usage::as_value(locale, &argument));
    }
    if !tips.is_empty() {
        lines.push(String::new());
        lines.extend(tips);
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        lines.extend([String::new(), headings(usage.to_string().trim_end(), locale).trim_end().to_owned()]);
    }
    lines.extend([String::new(), usage::more(locale).to_owned(), String::new()]);
    Some(lines.join("\n"))
}

fn why(error: &Error) -> Option<String> {
    let locale = Locale::Japanese;
    let one = |kind| all_of(error, kind).into_iter().next();
    let (argument, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    let words = match error.kind() {
        ErrorKind::UnknownArgument => usage::unexpected(locale, &argument?),
        ErrorKind::InvalidSubcommand => usage::no_such_command(locale, &one(ContextKind::InvalidSubcommand)?),
        ErrorKind::InvalidValue if value.as_deref().is_none_or(str::is_empty) => {
            usage::value_missing(locale, &argument?)
        }
        ErrorKind::InvalidValue => usage::invalid_value(locale, &value?, &argument?),
        ErrorKind::ValueValidation => {
            let (argument, value) = (argument?, value?);
            match why_no_value(error, &argument) {
                Some(why) => usage::invalid_value_because(locale, &value, &argument, why),
                None => usage::invalid_value(locale, &value, &argument),
            }
        }
        ErrorKind::TooManyValues => usage::takes_no_value(locale, &argument?, &value?),
        ErrorKind::ArgumentConflict => {
            let argument = argument?;
            match one(ContextKind::PriorArg) {
                Some(other) if other != argument => usage::conflict(locale, &argument, &other),
                _ => usage::twice(locale, &argument),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let lines: Vec<String> =
                all_of(error, ContextKind::InvalidArg).iter().map(|name| format!("\n  {name}")).collect();
            usage::required(locale, &lines.concat())
        }
        ErrorKind::InvalidUtf8 => usage::not_utf8(locale).to_owned(),
        _ => return None,
    };
    Some(words)
}

/// Why a text is no value of an option; `None` where the text itself says it.
fn why_no_value(error: &Error, option: &str) -> Option<&'static str> {
    let locale = Locale::Japanese;
    if error.source().and_then(|source| source.downcast_ref::<NotAZone>()).is_some() {
        return Some(dates::no_zone(locale));
    }
    if let Some(error) = error.source().and_then(|source| source.downcast_ref::<ThemeNameError>()) {
        return Some(error.told(locale));
    }
    match option.split(' ').next() {
        Some("--size") => Some(usage::no_size(locale)),
        Some("--memory") => Some(usage::no_number(locale)),
        _ => None,
    }
}

/// The texts that an error has of a kind.
fn all_of(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
