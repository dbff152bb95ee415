//! Country codes (ISO 3166-1 alpha-2) with the names that pages show.
//!
//! From the table in `countries.csv` beside this file, which says where it is from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static COUNTRIES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("countries.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(','))
        .collect()
});

/// The English name (CLDR) of the country with this code in capitals.
pub fn name(code: &str) -> Option<&'static str> {
    COUNTRIES.get(code).copied()
}

/// All codes, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.keys().copied()
}
