//! Mappings of tables, as a configuration has them: `[maps.NAME]` with the columns by which a table is known.

use toml::{Table, Value};

use crate::{
    load::{KnownMapping, Mapping},
    messages::{ExpectedValue, Locale, LocalizedText, settings, toml_words},
};

/// The mappings of a configuration. The error is in words.
pub(super) fn maps(text: &str) -> Result<Vec<KnownMapping>, LocalizedText> {
    let syntax = |error: toml::de::Error| LocalizedText::new(|locale| toml_words::told(error.message(), locale));
    let document: Table = toml::from_str(text).map_err(syntax)?;
    let Some(Value::Table(maps)) = document.get("maps") else {
        return Err(LocalizedText::new(|locale| settings::should_be(locale, ExpectedValue::Mappings.text(locale))));
    };
    let known = maps.iter().map(|(name, map)| {
        let wrong = |why: &dyn Fn(Locale) -> String| {
            LocalizedText::new(|locale| settings::no_mapping(locale, name, &why(locale)))
        };
        let table = map.as_table().ok_or_else(|| wrong(&|locale| settings::no_table(locale).to_owned()))?;
        let header = table.get("header").and_then(Value::as_array).filter(|names| names.iter().all(Value::is_str));
        let header = header.ok_or_else(|| wrong(&|locale| settings::needs_header(locale).to_owned()))?;
        let header = header.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let mapping = Mapping::of_table(table).map_err(|fault| wrong(&|locale| fault.told(locale)))?;
        Ok(KnownMapping { name: name.clone(), header, mapping })
    });
    known.collect()
}
