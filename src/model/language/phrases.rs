//! The words around dates (`about …`, `early …`), taken apart once so that a
//! date costs no lookup.

use super::numbers::Numbers;
use super::texts::{Arg, Piece, Texts};

/// A text with gaps.
#[derive(Debug, Default)]
pub struct Phrase(Vec<Piece>);

impl Phrase {
    /// The text, its gaps in the order of their names; `choice` chooses among its forms.
    fn new(texts: &Texts, id: &str, gaps: &[&str], choice: Option<(&str, &str)>) -> Self {
        let gaps = gaps.iter().map(|name| (*name, Arg::Text("")));
        let choice = choice.map(|(name, word)| (name, Arg::Choice(word)));
        let args: Vec<(&str, Arg<'_>)> = gaps.chain(choice).collect();
        Self(texts.pieces(id, &args).unwrap_or_default())
    }

    /// The text with its gaps filled.
    pub fn fill(&self, gaps: &[&str]) -> String {
        let piece = |piece: &'_ Piece| match piece {
            Piece::Words(text) | Piece::Number(text) => text.clone(),
            Piece::Argument(at) => gaps.get(*at).copied().unwrap_or_default().to_owned(),
        };
        self.0.iter().map(piece).collect()
    }
}

/// How finely the date in a phrase is known.
#[derive(Debug, Clone, Copy)]
pub enum Fineness {
    Day,
    Days,
    Month,
    Season,
    Year,
}

impl Fineness {
    /// In the order of their numbers.
    const WORDS: [&str; 5] = ["day", "days", "month", "season", "year"];
}

/// EDTF's parts of a year (ISO 8601-2, 4.8) and the texts for them.
const YEAR_PARTS: [(u8, &str); 13] = [
    (21, "date_spring"),
    (22, "date_summer"),
    (23, "date_autumn"),
    (24, "date_winter"),
    (33, "date_quarter_1"),
    (34, "date_quarter_2"),
    (35, "date_quarter_3"),
    (36, "date_quarter_4"),
    (37, "date_third_1"),
    (38, "date_third_2"),
    (39, "date_third_3"),
    (40, "date_half_1"),
    (41, "date_half_2"),
];

/// All words around dates.
pub struct Phrases {
    about: [Phrase; 5],
    possibly: [Phrase; 5],
    possibly_about: [Phrase; 5],
    /// From one date to another.
    pub range: Phrase,
    /// From one number or name to another.
    pub range_close: Phrase,
    /// Of a month: early, mid, late.
    pub month_parts: [Phrase; 3],
    /// Of a year: early, mid, late.
    pub year_parts: [Phrase; 3],
    seasons: [Phrase; YEAR_PARTS.len()],
    part_of_year: Phrase,
    pub decade: Phrase,
    pub unknown_day: Phrase,
    pub unknown_month: Phrase,
    pub unknown_year: Phrase,
    /// Between a date and its clock time.
    pub comma: String,
}

impl Phrases {
    pub fn new(texts: &Texts) -> Self {
        let of_date = |id: &str| {
            Fineness::WORDS.map(|word| Phrase::new(texts, id, &["date"], Some(("precision", word))))
        };
        let of = |id: &str, gaps: &[&str]| Phrase::new(texts, id, gaps, None);
        let month = ["month", "of_month"];
        Self {
            about: of_date("date_about"),
            possibly: of_date("date_possibly"),
            possibly_about: of_date("date_possibly_about"),
            range: of("date_range", &["from", "to"]),
            range_close: of("date_range_close", &["from", "to"]),
            month_parts: ["date_early_month", "date_mid_month", "date_late_month"].map(|id| of(id, &month)),
            year_parts: ["date_early_year", "date_mid_year", "date_late_year"].map(|id| of(id, &["year"])),
            seasons: YEAR_PARTS.map(|(_, id)| of(id, &["year"])),
            part_of_year: of("date_part_of_year", &["year"]),
            decade: of("date_decade", &["decade"]),
            unknown_day: of("date_unknown_day", &["month"]),
            unknown_month: of("date_unknown_month", &["year"]),
            unknown_year: of("date_unknown_year", &[]),
            comma: texts.get("comma").unwrap_or(", ").to_owned(),
        }
    }

    /// A date with its doubt.
    pub fn qualified(&self, uncertain: bool, approximate: bool, fineness: Fineness, date: String) -> String {
        let phrases = match (uncertain, approximate) {
            (false, false) => return date,
            (false, true) => &self.about,
            (true, false) => &self.possibly,
            (true, true) => &self.possibly_about,
        };
        phrases[fineness as usize].fill(&[&date])
    }

    /// A part of a year by its EDTF number.
    pub fn season(&self, number: u8, year: &str) -> String {
        let known = YEAR_PARTS.iter().position(|(known, _)| *known == number);
        known.map_or(&self.part_of_year, |at| &self.seasons[at]).fill(&[year])
    }
}

/// A day of the month as it is written.
pub fn day(texts: &Texts, numbers: &Numbers, day: usize) -> String {
    let pieces = texts.pieces("date_day", &[("day", Arg::Count(day as u64))]).unwrap_or_default();
    let piece = |piece: &'_ Piece| match piece {
        Piece::Words(text) | Piece::Number(text) => numbers.figures(text),
        Piece::Argument(_) => String::new(),
    };
    pieces.iter().map(piece).collect()
}
