//! Country codes (ISO 3166-1 alpha-2) with the names that pages show.
//!
//! From the table in `countries.csv` beside this file, which says where it is from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The languages of the table, in the order of its columns.
const LANGUAGES: [&str; 5] = ["en", "uk", "ru", "fr", "ar"];

static COUNTRIES: LazyLock<BTreeMap<&'static str, [&'static str; LANGUAGES.len()]>> = LazyLock::new(|| {
    include_str!("countries.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (code, names) = line.split_once(';')?;
            let names: Vec<&str> = names.split(';').collect();
            Some((code, names.try_into().ok()?))
        })
        .collect()
});

/// The name of the country with this code in capitals, in the language with this tag, or else in English.
pub fn name(code: &str, tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or(tag);
    let column = LANGUAGES.iter().position(|known| known.eq_ignore_ascii_case(language)).unwrap_or(0);
    COUNTRIES.get(code).and_then(|names| names.get(column)).copied()
}

/// The code as the table has it, if it is one.
pub fn code(text: &str) -> Option<&'static str> {
    COUNTRIES.get_key_value(text).map(|(code, _)| *code)
}

/// All codes, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.keys().copied()
}
