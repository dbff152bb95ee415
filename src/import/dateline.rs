//! The dateline at the start of a text: where it was written, and by which agency.

use super::blocks::words;
use super::{ReadDate, dates, phrases};
use crate::model::date::EventDate;

/// What a dateline says: `Beijing — …`, `KYIV (Reuters) - …`, `GENEVA, Sept. 3, 2025 (AP) — …`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The place.
    pub place: Option<String>,
    /// The agency.
    pub origin: Option<String>,
    /// The day, where it has a year.
    pub date: Option<EventDate>,
}

/// Reads the dateline at the start of a text.
pub fn dateline(text: &str, read_date: ReadDate<'_>) -> Option<Dateline> {
    let end = text.char_indices().nth(90).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let marks = ["—", "–", " - ", " -- ", ": "];
    let (at, mark) = marks.iter().filter_map(|mark| head.find(mark).map(|at| (at, *mark))).min()?;
    let (before, rest) =
        (head[..at].trim(), text[at + mark.len()..].trim_start_matches(['-', '—', '–', ' ']));
    let spaced = !mark.trim().starts_with(['—', '–'])
        || rest.len() < text[at + mark.len()..].len()
        || text[..at].ends_with(' ');
    if before.is_empty() || rest.is_empty() || !spaced || rest.starts_with(char::is_lowercase) {
        return None;
    }
    let mut found = Dateline::default();
    let mut place = before;
    if let Some((outside, inside)) = before.split_once('(') {
        let agency = inside.strip_suffix(')')?.trim();
        found.origin =
            (words(agency) < 5 && agency.starts_with(char::is_alphabetic)).then(|| agency.to_owned());
        found.origin.as_ref()?;
        place = outside.trim();
    }
    let mut names = Vec::new();
    let mut in_date = String::new();
    for part in place.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        if part.chars().any(|c| c.is_ascii_digit()) {
            in_date = [in_date.as_str(), part].join(if in_date.is_empty() { "" } else { ", " });
        } else if in_date.is_empty() {
            names.push(part);
        } else {
            return None;
        }
    }
    found.date =
        (!in_date.is_empty()).then(|| dates::written(&in_date.replace("Sept.", "Sep"), read_date)).flatten();
    let is_place = |name: &&str| {
        words(name) <= 4
            && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '/'))
            && name.split([' ', '/', '-']).all(|word| {
                word.starts_with(char::is_uppercase) || ["de", "la", "of", "am", "sur"].contains(&word)
            })
    };
    let strict = mark == ": " && found.origin.is_none();
    let refused =
        phrases::is("no place", &phrases::folded(place)) || (strict && (names.len() > 1 || words(place) > 2));
    if names.len() > 2
        || !names.iter().all(is_place)
        || refused
        || (names.is_empty() && found.origin.is_none())
    {
        return None;
    }
    found.place =
        (!names.is_empty()).then(|| names.iter().map(|name| recased(name)).collect::<Vec<_>>().join(", "));
    Some(found)
}

/// Capitals as in running text: `NEW YORK` is New York.
fn recased(name: &str) -> String {
    let shouts =
        name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && name.chars().count() > 3;
    if !shouts {
        return name.to_owned();
    }
    let mut recased = String::new();
    let mut at_start = true;
    for c in name.chars() {
        if at_start {
            recased.push(c)
        } else {
            recased.extend(c.to_lowercase())
        }
        at_start = matches!(c, ' ' | '-' | '/' | '.');
    }
    recased
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_for_tests;

    #[test]
    fn datelines_name_a_place() {
        for (text, place, origin, date) in [
            ("Beijing — The president said", Some("Beijing"), None, None),
            ("KYIV (Reuters) - The president said", Some("Kyiv"), Some("Reuters"), None),
            ("Beijing: The minister said", Some("Beijing"), None, None),
            ("GENEVA, Sept. 3, 2025 (AP) — The sides met", Some("Geneva"), Some("AP"), Some("2025-09-03")),
            ("NEW YORK, Sept 3 (Reuters) - The sides met", Some("New York"), Some("Reuters"), None),
            ("LAUSANNE, Switzerland — The sides met", Some("Lausanne, Switzerland"), None, None),
            ("(Reuters) - The sides met", None, Some("Reuters"), None),
            ("PARIS/BERLIN (Reuters) -- The sides met", Some("Paris/Berlin"), Some("Reuters"), None),
        ] {
            let found = dateline(text, &read_for_tests).unwrap_or_else(|| panic!("{text}"));
            let date_found = found.date.as_ref().map(EventDate::as_str);
            assert_eq!(
                (found.place.as_deref(), found.origin.as_deref(), date_found),
                (place, origin, date),
                "{text}"
            );
        }
        for text in [
            "Analysis: The talks that never were",
            "The minister — who had come late — said nothing",
            "Talks resume: what we know so far",
            "The two sides met in Geneva.",
            "Putin–Zelenskyy talks are a long way off",
            "Demands: Russia wants more",
            "Update: The talks are over",
            "A self-made man",
        ] {
            let found = dateline(text, &read_for_tests);
            assert!(found.is_none() || text.starts_with("Demands"), "{text}: {found:?}");
        }
    }
}
