//! Texts in lines that fit on a social card.

use serde::Serialize;

use super::fonts::{BOLD, REGULAR, width};
use super::paint::WIDTH;
use crate::model::language::Language;

/// What stays free at both sides.
pub const MARGIN: u32 = 80;
/// What the mark of a type takes.
pub const MARK: u32 = 42;
/// The size of the site's name, and of all that is no headline.
const NAME: u32 = 36;
const SMALL: u32 = 32;
/// Sizes of a headline, each with how many lines fit into the room that there is.
const SIZES: [(u32, usize); 5] = [(76, 2), (68, 3), (60, 3), (52, 4), (46, 5)];
/// Where the room for the headline begins.
const TOP: u32 = 204;

/// One line of a headline.
#[derive(Serialize)]
pub struct Line {
    pub text: String,
    /// Where it stands.
    pub y: u32,
}

/// A headline in the largest size in which it fits, with that size. One that fits in none ends with `…`.
pub fn headline(text: &str) -> (u32, Vec<Line>) {
    let (mut size, mut lines) = (SIZES[0].0, Vec::new());
    for (smaller, most) in SIZES {
        (size, lines) = (smaller, wrap(text, smaller));
        if lines.len() <= most {
            break;
        }
    }
    let most = SIZES[SIZES.len() - 1].1;
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, room(0), |text| width(text, &BOLD, size));
        }
    }
    let step = size + size / 6;
    let lines =
        (0u32..).zip(lines).map(|(at, text)| Line { text: isolated(text), y: TOP + size + at * step });
    (size, lines.collect())
}

/// A text in one line, of which a part may be taken already.
pub fn one(text: &str, taken: u32) -> String {
    fitting(text, taken, |text| width(text, &REGULAR, SMALL))
}

/// The site's name in one line.
pub fn name(text: &str) -> String {
    fitting(text, 0, |text| width(text, &BOLD, NAME))
}

fn fitting(text: &str, taken: u32, measure: impl Fn(&str) -> f32) -> String {
    let room = room(taken);
    isolated(if measure(text) <= room { text.to_owned() } else { shortened(text, room, measure) })
}

/// The first of the names, and that there are more.
pub fn names(language: &Language, names: &[&str], most: usize) -> String {
    let shown = language.list(&names[..names.len().min(most)]);
    match names.len().saturating_sub(most) {
        0 => shown,
        more => [&*shown, " +", &language.count(more as u64)].concat(),
    }
}

/// Whether the first letter belongs to a script that is written from right to left.
pub fn is_from_right(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

/// Text from right to left keeps its order on a page that is written from left to right (UAX 9, RLI and PDI).
fn isolated(text: String) -> String {
    if is_from_right(&text) { ["\u{2067}", &text, "\u{2069}"].concat() } else { text }
}

/// What a line has, in pixels.
#[expect(clippy::cast_precision_loss, reason = "the width of a card is small")]
fn room(taken: u32) -> f32 {
    (WIDTH - 2 * MARGIN - taken) as f32
}

/// Lines as full as they go, broken between words, and within one that is longer than a line.
fn wrap(text: &str, size: u32) -> Vec<String> {
    let measure = |text: &str| width(text, &BOLD, size);
    let (room, space) = (room(0), measure(" "));
    let mut lines = vec![String::new()];
    let mut taken = 0.0;
    for word in text.split_whitespace() {
        let (mut word, mut needed) = (word, measure(word));
        let last = lines.len() - 1;
        if !lines[last].is_empty() && taken + space + needed <= room {
            lines[last].extend([" ", word]);
            taken += space + needed;
            continue;
        }
        if !lines[last].is_empty() {
            lines.push(String::new());
        }
        while needed > room {
            let cut =
                word.char_indices().map(|(at, _)| at).skip(1).take_while(|at| measure(&word[..*at]) <= room);
            let cut = cut.last().unwrap_or(word.len());
            let last = lines.len() - 1;
            lines[last].push_str(&word[..cut]);
            lines.push(String::new());
            word = &word[cut..];
            needed = measure(word);
        }
        let last = lines.len() - 1;
        lines[last].push_str(word);
        taken = needed;
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// As much of a text as fits with `…` after it.
fn shortened(text: &str, room: f32, measure: impl Fn(&str) -> f32) -> String {
    let room = room - measure("…");
    let mut kept = String::new();
    let mut taken = 0.0;
    for c in text.chars() {
        taken += measure(c.encode_utf8(&mut [0; 4]));
        if taken > room {
            break;
        }
        kept.push(c);
    }
    kept.truncate(kept.trim_end_matches([' ', ',', ';', ':', '.']).len());
    kept.push('…');
    kept
}
