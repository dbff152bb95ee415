//! Plain text -> pieces: lines, paragraphs, items; lines that were broken at a width are joined.

use super::ReadDate;
use super::article::{BlockKind, Metadata, RawArticle};
use super::blocks::{Piece, compose};

/// Lines broken at a width of up to this are joined again.
const WIDEST: usize = 100;

/// Reads plain text.
pub fn article(text: &str, read_date: ReadDate<'_>) -> RawArticle {
    compose(pieces(text), Metadata::default(), read_date)
}

fn pieces(text: &str) -> Vec<Piece> {
    let width = wrap_width(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for line in text.lines() {
        let trimmed = line.trim();
        let (item, words) = item(trimmed);
        let joins = open.as_ref().is_some_and(|(length, _)| {
            !item && width.is_some_and(|width| was_broken(*length, trimmed, width))
        });
        if trimmed.is_empty() || !joins {
            flush(&mut pieces, &mut open);
        }
        if trimmed.is_empty() {
            continue;
        }
        let length = trimmed.chars().count();
        match &mut open {
            Some((last, text)) => {
                *last = length;
                text.push(' ');
                text.push_str(trimmed);
            }
            None if item => {
                pieces.push(Piece::new(BlockKind::Item, words));
            }
            None => open = Some((length, words.to_owned())),
        }
    }
    flush(&mut pieces, &mut open);
    pieces
}

fn flush(pieces: &mut Vec<Piece>, open: &mut Option<(usize, String)>) {
    if let Some((_, text)) = open.take() {
        let (kind, words) = match text.strip_prefix("> ") {
            Some(words) => (BlockKind::Quote, words),
            None => (BlockKind::Paragraph, text.as_str()),
        };
        pieces.push(Piece::new(kind, words));
    }
}

/// Whether a line is an item of a list, and its words.
fn item(line: &str) -> (bool, &str) {
    for mark in ["• ", "- ", "* ", "– ", "◦ ", "▪ ", "● ", "·  "] {
        if let Some(words) = line.strip_prefix(mark) {
            return (true, words.trim());
        }
    }
    (false, line)
}

/// Whether the line before was broken here: the next word would not have fitted.
fn was_broken(length: usize, line: &str, width: usize) -> bool {
    let word = line.split_whitespace().next().map_or(0, |word| word.chars().count());
    length + 1 + word > width
}

/// The width at which the lines were broken, if they were.
fn wrap_width(text: &str) -> Option<usize> {
    let lengths: Vec<usize> = text.lines().map(|line| line.trim().chars().count()).collect();
    let longest = lengths.iter().copied().max().filter(|longest| (30..=WIDEST).contains(longest))?;
    let pairs = lengths.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0);
    let (mut full, mut all) = (0, 0);
    for pair in pairs {
        all += 1;
        full += usize::from(pair[0] + 15 > longest);
    }
    (all > 0 && full * 2 > all).then_some(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn lines_that_were_broken_at_a_width_are_joined() {
        let wire = "NORTH READY FOR TALKS\n\nGENEVA (Example Wire) - The Northern Republic said on\nWednesday that it was ready for talks with the Southern\nRepublic, for the first time.\nThe South was silent.\n\nA second paragraph is short.\n";
        assert_eq!(
            texts(wire),
            [
                "NORTH READY FOR TALKS",
                "GENEVA (Example Wire) - The Northern Republic said on Wednesday that it was ready for talks with the Southern Republic, for the first time.",
                "The South was silent.",
                "A second paragraph is short."
            ]
        );
    }

    #[test]
    fn paragraphs_of_one_line_stay_apart() {
        let long = "The Northern Republic said on Wednesday that it was ready for talks with the Southern Republic, for the first time in a year.";
        assert_eq!(
            texts(&format!("Title\nBy the desk\n{long}\n{long}\n• One\n• Two")),
            ["Title", "By the desk", long, long, "One", "Two"]
        );
    }
}
