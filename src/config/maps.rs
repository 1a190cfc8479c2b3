//! Mappings of tables, as a configuration has them: `[maps.NAME]` with the columns by which a table is known.

use toml::{Table, Value};

use crate::load::{KnownMapping, Mapping};

/// The mappings of a configuration. The error names the mapping and what is wrong with it.
pub(super) fn maps(text: &str) -> Result<Vec<KnownMapping>, String> {
    let document: Table = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let Some(Value::Table(maps)) = document.get("maps") else { return Err("a table of mappings".to_owned()) };
    let known = maps.iter().map(|(name, map)| {
        let wrong = |why: String| format!("a mapping (`{name}`: {why})");
        let table = map.as_table().ok_or_else(|| wrong("this is no table".to_owned()))?;
        let header = table.get("header").and_then(Value::as_array).filter(|names| names.iter().all(Value::is_str));
        let header = header.ok_or_else(|| wrong("write `header = [...]` with the names of its columns".to_owned()))?;
        let header = header.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let mapping = Mapping::of_table(table).map_err(|fault| wrong(fault.to_string()))?;
        Ok(KnownMapping { name: name.clone(), header, mapping })
    });
    known.collect()
}
