//! What can be said on the command line about the reading of a file.

use std::{fs, io};

use clap::{Args, ValueEnum, builder::PossibleValuesParser};
use encoding_rs::Encoding;

use super::settings_file::settings;
use crate::{
    config::Settings,
    load::{INPUT_FORMATS, InputFormat, Mapping, MappingFault, ReadOptions},
    messages::{LocalizedText, commands, system},
    model::DateOrder,
    stream,
    text::sanitize,
};

/// How a file is to be read.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "How files are read")]
pub(super) struct ReadArgs {
    /// Which columns are which fields: date=Timestamp,title='{Rule} {Channel}',area=- or @FILE
    #[arg(long, value_name = "FIELD=COLUMN", allow_hyphen_values = true)]
    pub(super) map: Option<String>,
    /// The first line of a table is no header: columns go by their numbers
    #[arg(long)]
    pub(super) headless: bool,
    /// The order of day, month and year in dates that are numbers
    #[arg(long, value_enum, value_name = "ORDER")]
    pub(super) dates: Option<DateOrderChoice>,
    /// The encoding of the file, where that is not to be found out, such as `Shift_JIS`
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<String>,
    /// How the file is written, where that is not to be found out
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(INPUT_FORMATS.map(|(name, ..)| name)))]
    pub(super) input_format: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DateOrderChoice {
    /// 31/12/2024
    Dmy,
    /// 12/31/2024
    Mdy,
    /// 2024/12/31
    Ymd,
}

impl ReadArgs {
    /// What is asked for, besides what is configured. The error is the whole message.
    pub(super) fn options(&self, settings: &Settings) -> Result<ReadOptions, LocalizedText> {
        let mapping = self.map.as_deref().map(mapping).transpose();
        Ok(ReadOptions {
            mapping: mapping.map_err(|fault| refused(&fault))?.unwrap_or_default(),
            known: settings.maps.clone(),
            encoding: self.encoding.as_deref().map(encoding).transpose()?,
            is_headless: self.headless,
            order: self.dates.map(|order| match order {
                DateOrderChoice::Dmy => DateOrder::DayMonthYear,
                DateOrderChoice::Mdy => DateOrder::MonthDayYear,
                DateOrderChoice::Ymd => DateOrder::YearMonthDay,
            }),
            input: self.input_format.as_deref().and_then(InputFormat::named),
        })
    }

    /// The same besides what the configuration says, and how much memory may be taken for it. The error is the whole message.
    pub(super) fn with_settings(&self, memory: Option<usize>) -> Result<(ReadOptions, usize), LocalizedText> {
        // What is wrong with a configuration is no matter of these files.
        let (settings, _) = settings(None)?;
        let memory = stream::granted(memory.unwrap_or(settings.memory).saturating_mul(1 << 20));
        Ok((self.options(&settings)?, memory))
    }

    /// The same as options of the command line.
    pub(super) fn words(&self) -> Vec<String> {
        let named = |name: &str, value: Option<String>| value.map(|value| format!("--{name}={value}"));
        let choice = |choice: Option<clap::builder::PossibleValue>| choice.map(|choice| choice.get_name().to_owned());
        let order = choice(self.dates.and_then(|order| order.to_possible_value()));
        let headless = self.headless.then(|| "--headless".to_owned());
        let encoding = named("encoding", self.encoding.clone());
        let (map, dates) = (named("map", self.map.clone()), named("dates", order));
        let words = [map, headless, dates, encoding, named("input-format", self.input_format.clone())];
        words.into_iter().flatten().collect()
    }
}

/// The encoding of this name, as the [standard](https://encoding.spec.whatwg.org/#names-and-labels) has them.
fn encoding(name: &str) -> Result<&'static Encoding, LocalizedText> {
    let refused = || LocalizedText::new(|locale| sanitize(&commands::no_encoding(locale, name)).into_owned());
    Encoding::for_label(name.as_bytes()).ok_or_else(refused)
}

/// Why a mapping is refused.
fn refused(fault: &MappingFault) -> LocalizedText {
    LocalizedText::new(|locale| sanitize(&commands::map(locale, &fault.told(locale))).into_owned())
}

fn unreadable(file: &str, error: &io::Error) -> LocalizedText {
    LocalizedText::new(|locale| system::of_file(locale, file, &system::error(locale, error)))
}

/// The mapping of an argument: as it stands, or of the file that it names behind an `@`.
fn mapping(argument: &str) -> Result<Mapping, MappingFault> {
    let Some(file) = argument.strip_prefix('@') else { return Mapping::parse(argument) };
    let text = fs::read_to_string(file).map_err(|error| MappingFault::Unreadable(unreadable(file, &error)))?;
    Mapping::of_toml(&text)
}
