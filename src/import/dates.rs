//! Dates of publication, as pages and lines write them. The words of a date are read by the caller.

use super::ReadDate;
use crate::model::date::EventDate;

/// Words before a date of publication.
const BEFORE: [&str; 17] = [
    "published",
    "posted",
    "updated",
    "last updated",
    "last modified",
    "modified",
    "first published",
    "date",
    "created",
    "issued",
    "released",
    "on",
    "at",
    "am",
    "pm",
    "filed",
    "upd",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A date in a machine's form: `2025-09-03T18:20:00+02:00`, `20250903`, `2025-09`.
pub fn machine(text: &str) -> Option<EventDate> {
    let text = text.trim();
    let digits = |piece: &str| piece.bytes().all(|b| b.is_ascii_digit());
    if text.len() >= 8
        && text.get(..8).is_some_and(digits)
        && !text[8..].starts_with(|c: char| c.is_ascii_digit())
    {
        return EventDate::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8])).ok();
    }
    let slashed = |text: &str| text.get(..10).map(|day| day.replace(['/', '.'], "-"));
    let after = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    if text.get(..4).is_some_and(digits)
        && !after(10).is_some_and(|c| c.is_ascii_digit())
        && let Some(date) = slashed(text).and_then(|day| EventDate::parse(&day).ok())
    {
        return Some(date);
    }
    if let Some(date) = dotted(text) {
        return Some(date);
    }
    (text.len() <= 7).then(|| EventDate::parse(text).ok()).flatten()
}

/// `03.09.2025`: with dots the day comes first, wherever it is written.
fn dotted(text: &str) -> Option<EventDate> {
    let mut parts = text.splitn(3, '.');
    let mut next = || parts.next().filter(|part| !part.is_empty());
    let (day, month, rest) = (next()?, next()?, next()?);
    let year: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let few = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let is_date = few(day) && few(month) && year.len() == 4;
    is_date.then(|| EventDate::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()).flatten()
}

/// A date in a machine's form or in words, with a weekday, a clock time or "Published" around it.
pub fn written(text: &str, read_date: ReadDate<'_>) -> Option<EventDate> {
    let text = text.trim().trim_matches(['|', '•', '·', '-', '–', '—', '(', ')', '[', ']']).trim();
    if text.len() > 120 || !text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    machine(text).or_else(|| {
        let bare = bare(text);
        machine(&bare).or_else(|| read_date(&bare)).or_else(|| without_time(&bare, read_date))
    })
}

/// The text without what introduces a date.
fn bare(text: &str) -> String {
    let mut rest = text.trim();
    loop {
        let lower = rest.to_ascii_lowercase();
        let word =
            BEFORE.iter().chain(&WEEKDAYS).filter(|word| begins(&lower, word)).max_by_key(|word| word.len());
        let short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().find(|day| begins(&lower, day));
        let Some(word) = word.or(short) else { break };
        rest = rest[word.len()..].trim_start_matches([':', ',', '.', ' ', '|', '-', '–']);
    }
    rest.trim_end_matches(['.', ',', ' ']).to_owned()
}

fn begins(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// The date before a clock time: `3 September 2025, 18:20 CEST`, `September 3, 2025 6:20 PM`, `Wed, 03 Sep 2025 18:20:00`.
fn without_time(text: &str, read_date: ReadDate<'_>) -> Option<EventDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 12 {
        return None;
    }
    (1..words.len()).rev().take(8).find_map(|cut| {
        let rest = words[cut..].join(" ");
        let is_time = rest.chars().any(|c| c.is_ascii_digit()) || cut + 2 >= words.len();
        let head = words[..cut].join(" ");
        let head = head.trim_end_matches([',', '|', '•', '·', '-', '–', ' ']);
        let plausible = is_time && (rest.contains(':') || is_clock(&rest));
        plausible.then(|| read_date(head)).flatten()
    })
}

fn is_clock(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).all(|word| {
        word.is_empty()
            || [
                "at", "am", "pm", "gmt", "utc", "cet", "cest", "est", "edt", "bst", "msk", "eet", "eest",
                "ist", "h", "a", "p", "m",
            ]
            .contains(&word)
            || (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// The date that an address names: `/2025/09/03/`, `/2025-09-03-`, `/20250903/`.
pub fn in_url(url: &str) -> Option<EventDate> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |text: &str, length: usize| {
        (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.to_owned())
    };
    let likely = |date: &EventDate| ("1990".."2100").contains(&&date.as_str()[..4]);
    for (at, part) in parts.iter().enumerate() {
        let next = |ahead: usize| parts.get(at + ahead).copied().unwrap_or("");
        if let (Some(year), Some(month), Some(day)) =
            (number(part, 4), number(next(1), 2), number(next(2), 2))
            && let Ok(date) = EventDate::parse(&format!("{year}-{month}-{day}"))
        {
            return Some(date).filter(likely);
        }
        let head = part
            .get(..10)
            .and_then(machine)
            .or_else(|| part.get(..8).filter(|_| part.len() == 8).and_then(machine));
        if let Some(date) = head.filter(likely) {
            return Some(date);
        }
        if let Some(date) =
            part.len().checked_sub(10).and_then(|from| part.get(from..)).and_then(machine).filter(likely)
        {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_for_tests as read;

    #[test]
    fn reads_the_dates_that_pages_write() {
        for (text, date) in [
            ("2025-09-03T18:20:00+02:00", "2025-09-03"),
            ("2025-09-03 18:20", "2025-09-03"),
            ("20250903", "2025-09-03"),
            ("2025/09/03", "2025-09-03"),
            ("2025-09", "2025-09"),
            ("03.09.2025 18:20", "2025-09-03"),
            ("Wed, 03 Sep 2025 18:20:00 GMT", "2025-09-03"),
            ("Monday, May 12, 2025", "2025-05-12"),
            ("Published: 3 September 2025", "2025-09-03"),
            ("Published on September 3, 2025 at 6:20 PM", "2025-09-03"),
            ("3 September 2025, 18:20 CEST", "2025-09-03"),
            ("Updated Sep 3, 2025 6:20 p.m. ET", "2025-09-03"),
            ("Last updated: 3 Sep 2025 | 18:20 GMT", "2025-09-03"),
        ] {
            let found = written(text, &read);
            assert_eq!(found.as_ref().map(EventDate::as_str), Some(date), "{text}");
        }
        for text in [
            "Wednesday",
            "18:20",
            "2025 was a year of talks that nobody had awaited",
            "12 ministers",
            "Geneva",
            "",
        ] {
            assert_eq!(written(text, &read), None, "{text}");
        }
    }

    #[test]
    fn reads_the_dates_in_addresses() {
        for (url, date) in [
            ("https://gazette.example/2025/09/03/talks", Some("2025-09-03")),
            ("https://gazette.example/news/2025-09-03-talks", Some("2025-09-03")),
            ("https://gazette.example/a/20250903/talks.html", Some("2025-09-03")),
            ("https://gazette.example/talks-2025-09-03", Some("2025-09-03")),
            ("https://gazette.example/2025/13/03/talks", None),
            ("https://gazette.example/12345678/talks", None),
            ("https://gazette.example/talks", None),
        ] {
            assert_eq!(in_url(url).as_ref().map(EventDate::as_str), date, "{url}");
        }
    }
}
