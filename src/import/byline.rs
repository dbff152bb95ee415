//! The lines above a text, by their shape: headline, byline, date, breadcrumb.

use super::article::{LeftOut, Metadata, Value, Whence};
use super::blocks::{Piece, is_prose, words};
use super::{ReadDate, dates, phrases};

/// The most words of a headline, or of a line below one.
const LONGEST_TITLE: usize = 32;

/// What the lines above the text said, and where the text begins.
#[derive(Default)]
pub struct Head {
    /// What they said.
    pub metadata: Metadata,
    /// Those that are no part of the text.
    pub left_out: Vec<LeftOut>,
    /// What follows.
    pub rest: Vec<Piece>,
}

/// Reads the lines above the text. A headline that is known already is not looked for.
pub fn head(pieces: Vec<Piece>, known_title: Option<&str>, read_date: ReadDate<'_>) -> Head {
    let start = pieces.iter().position(|piece| is_prose(&piece.text) && !is_line(&piece.text, read_date));
    let start = start.unwrap_or_else(|| pieces.len().min(1));
    let mut head = Head::default();
    let (above, rest) = pieces.split_at(start);
    let trail = above.iter().find_map(|piece| breadcrumb(&piece.text));
    let mut lines: Vec<&Piece> = Vec::new();
    for piece in above {
        match reading(&piece.text, read_date) {
            Some((found, why)) => {
                head.metadata = std::mem::take(&mut head.metadata).or(found);
                head.left_out.push(LeftOut { text: piece.text.clone(), why });
            }
            None => lines.push(piece),
        }
    }
    let title =
        known_title.map(str::to_owned).or_else(|| title_among(&lines, trail.as_deref(), !rest.is_empty()));
    if let (Some(title), None) = (&title, known_title) {
        head.metadata.title = Some(Value { value: title.clone(), whence: Whence::Line });
    }
    let mut below_title = false;
    for line in lines {
        let is_title = title.as_deref().is_some_and(|title| same(title, &line.text));
        let folded = phrases::folded(&line.text);
        let is_deck = below_title && words(&line.text) > 5 && !phrases::is("alone", &folded);
        if is_deck && super::furniture::verdict(line, super::furniture::Zone::Middle).is_none() {
            head.rest.push(line.clone());
        } else {
            let why = if is_title { "the headline" } else { "a line that stands alone above the text" };
            head.left_out.push(LeftOut { text: line.text.clone(), why });
        }
        below_title |= is_title;
    }
    head.left_out.retain(|left| left.why != "the headline");
    head.rest.extend(rest.iter().cloned());
    head
}

/// Whether two lines are the same but for case, spaces and signs at their ends.
pub fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| phrases::folded(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    bare(a) == bare(b)
}

/// The headline: what the breadcrumb ends in, what stands there twice, or the first line of four words.
fn title_among(lines: &[&Piece], trail: Option<&str>, has_text: bool) -> Option<String> {
    if !has_text && lines.len() < 2 {
        return None;
    }
    let fits = |line: &&&Piece| {
        let folded = phrases::folded(&line.text);
        words(&line.text) <= LONGEST_TITLE
            && !phrases::is("alone", &folded)
            && !phrases::is("related", &folded)
            && super::furniture::verdict(line, super::furniture::Zone::Edge).is_none()
    };
    let candidates: Vec<&&Piece> = lines.iter().filter(fits).collect();
    let trailed = candidates.iter().find(|line| trail.is_some_and(|trail| same(trail, &line.text)));
    let twice = candidates.iter().enumerate().find_map(|(at, line)| {
        candidates[..at].iter().any(|earlier| same(&earlier.text, &line.text)).then_some(line)
    });
    let long = candidates.iter().find(|line| words(&line.text) > 3);
    let lone = candidates.first().filter(|_| candidates.len() == 1);
    let found = trailed.or(twice.filter(|line| words(&line.text) > 2)).or(long).or(lone);
    found
        .map(|line| line.text.trim().to_owned())
        .or_else(|| trail.filter(|trail| words(trail) > 3).map(str::to_owned))
}

/// What a line above the text says, if it is of a known kind, and that kind.
fn reading(text: &str, read_date: ReadDate<'_>) -> Option<(Metadata, &'static str)> {
    if breadcrumb(text).is_some() {
        return Some((Metadata::default(), "a breadcrumb"));
    }
    let mut found = Metadata::default();
    let mut why = None;
    let parts: Vec<&str> =
        text.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty()).collect();
    for part in &parts {
        if let Some(date) = dates::written(part, read_date) {
            let changed = ["updated", "last updated", "modified", "last modified", "upd"]
                .iter()
                .any(|word| phrases::folded(part).starts_with(word));
            let value = Some(Value { value: date, whence: Whence::Line });
            if changed {
                found.modified = found.modified.or(value)
            } else {
                found.published = found.published.or(value)
            }
            why = why.or(Some("a line with the date"));
        } else if let Some((author, origin)) = byline(part) {
            let value = |text: String| Value { value: text, whence: Whence::Line };
            found.author = found.author.or(author.map(value));
            found.origin = found.origin.or(origin.map(value));
            why = Some("a byline");
        } else if why.is_none() && parts.len() == 1 {
            return None;
        }
    }
    why.map(|why| (found, why))
}

fn is_line(text: &str, read_date: ReadDate<'_>) -> bool {
    words(text) <= LONGEST_TITLE && reading(text, read_date).is_some()
}

/// Author and origin: `By A Name`, `Edited by: A Name`, `By A Name, Reuters`, `Source: Reuters`.
pub fn byline(text: &str) -> Option<(Option<String>, Option<String>)> {
    let text = text.trim().trim_start_matches(['—', '–', '-', '*', ' ']);
    let folded = phrases::folded(text);
    if words(text) > 14 {
        return None;
    }
    let after = |phrase: &str| {
        let rest = text.char_indices().nth(phrase.chars().count()).map_or("", |(at, _)| &text[at..]);
        rest.trim_start_matches([':', ' ', '-', '–', '—']).trim_end_matches(['.', ',', ' ']).to_owned()
    };
    if let Some(phrase) = phrases::beginning("byline", &folded) {
        let names = after(phrase);
        // "By Wednesday the talks were over" is a sentence.
        let sentence =
            names.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() > 3;
        let is_name = !names.is_empty() && !sentence && !text.ends_with(['!', '?']);
        let names_all =
            names.starts_with(|c: char| c.is_uppercase() || c == '@') || names.starts_with("the ");
        return (is_name && names_all).then(|| split_agency(&names));
    }
    if let Some(phrase) = phrases::beginning("sources", &folded).filter(|_| text.contains(':')) {
        let name = after(phrase);
        return (!name.is_empty() && words(&name) < 6 && !name.contains("://")).then_some((None, Some(name)));
    }
    None
}

fn split_agency(names: &str) -> (Option<String>, Option<String>) {
    let parts = names.rsplit_once(',').or_else(|| names.rsplit_once(" for "));
    match parts {
        Some((author, agency)) if is_agency(agency.trim()) => {
            (Some(author.trim().to_owned()), Some(agency.trim().to_owned()))
        }
        _ if is_agency(names) => (None, Some(names.to_owned())),
        _ => (Some(names.to_owned()), None),
    }
}

/// News agencies, in the forms that datelines use.
const AGENCIES: [&str; 26] = [
    "Reuters",
    "AP",
    "Associated Press",
    "The Associated Press",
    "AFP",
    "Agence France-Presse",
    "dpa",
    "DPA",
    "TASS",
    "Tass",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "Xinhua",
    "ANI",
    "PTI",
    "UPI",
    "EFE",
    "ANSA",
    "Kyodo",
    "Yonhap",
    "Anadolu",
    "Bloomberg",
    "RIA Novosti",
    "UNIAN",
    "Belga",
];

fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name)
}

/// What a breadcrumb leads to: `Home > World > The headline`.
pub fn breadcrumb(text: &str) -> Option<String> {
    let text = text.trim();
    let separators = [" > ", " » ", " › ", " / ", " → ", " ▸ ", " :: "];
    let separator = separators.iter().find(|separator| text.contains(**separator))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let (last, before) = parts.split_last()?;
    let home = before.first().is_some_and(|first| {
        ["home", "main", "головна", "главная", "news"].contains(&phrases::folded(first).as_str())
    });
    let short = before.iter().all(|part| !part.is_empty() && words(part) <= 4);
    (short && (home || before.len() > 1) && words(last) <= LONGEST_TITLE && parts.len() < 9)
        .then(|| (*last).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::article::BlockKind;
    use super::*;
    use crate::import::read_for_tests;

    #[test]
    fn bylines_name_who_wrote_and_who_reported() {
        for (line, author, origin) in [
            ("By The diplomatic desk", Some("The diplomatic desk"), None),
            ("BY THE DESK", Some("THE DESK"), None),
            ("Edited by: The night desk", Some("The night desk"), None),
            ("By The correspondent, Reuters", Some("The correspondent"), Some("Reuters")),
            ("By Reuters", None, Some("Reuters")),
            ("Автор: Отдел дипломатии", Some("Отдел дипломатии"), None),
            ("Source: Example Wire", None, Some("Example Wire")),
        ] {
            let found = byline(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.0.as_deref(), found.1.as_deref()), (author, origin), "{line}");
        }
        for line in [
            "By Wednesday the talks were over and nobody had won",
            "By the river they sat down and wept",
            "Bystanders",
            "Sources: https://a.example",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn breadcrumbs_lead_to_the_headline() {
        assert_eq!(breadcrumb("Home > World > Talks in Geneva"), Some("Talks in Geneva".to_owned()));
        assert_eq!(breadcrumb("News » Talks in Geneva").as_deref(), Some("Talks in Geneva"));
        assert_eq!(breadcrumb("The score was 3 > 2 in the end"), None);
        assert_eq!(breadcrumb("Talks in Geneva"), None);
    }

    fn lines(texts: &[&str]) -> Vec<Piece> {
        texts.iter().map(|text| Piece::new(BlockKind::Paragraph, text)).collect()
    }

    #[test]
    fn the_headline_is_found_among_the_lines_above_the_text() {
        let text = "The two sides met in Geneva on Wednesday, for the first time in a year.";
        for (above, title) in [
            (vec!["Ministers meet in Geneva"], Some("Ministers meet in Geneva")),
            (
                vec!["Monday, May 12, 2025", "Home > World > Talks go on", "World", "Talks go on", "image"],
                Some("Talks go on"),
            ),
            (vec!["World", "Talks go on", "Talks go on"], Some("Talks go on")),
            (vec!["Talks"], Some("Talks")),
            (vec![], None),
            (
                vec!["Share on Facebook", "Ministers meet in Geneva", "By The desk"],
                Some("Ministers meet in Geneva"),
            ),
        ] {
            let all: Vec<&str> = above.iter().copied().chain([text]).collect();
            let head = head(lines(&all), None, &read_for_tests);
            assert_eq!(head.metadata.title.as_ref().map(|title| title.value.as_str()), title, "{above:?}");
            assert_eq!(head.rest, lines(&[text]), "{above:?}");
        }
    }
}
