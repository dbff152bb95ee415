//! Pieces of text in their order -> an article: the head read, the furniture taken away, the dateline found.

use super::article::{BlockKind, Metadata, RawArticle, Value, Whence};
use super::{ReadDate, byline, dateline, sift};
use crate::model::text::one_line;

/// A piece of text, before it is known what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it looks like.
    pub kind: BlockKind,
    /// Its words: one line.
    pub text: String,
}

impl Piece {
    /// A piece of one line, with single spaces, of what a page can show.
    pub fn new(kind: BlockKind, text: &str) -> Self {
        Self { kind, text: one_line(text) }
    }
}

/// Makes an article of pieces and of what its page says of itself.
pub fn compose(pieces: Vec<Piece>, page: Metadata, read_date: ReadDate<'_>) -> RawArticle {
    let pieces: Vec<Piece> = pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect();
    let title = page.title.as_ref().map(|title| title.value.clone());
    let head = byline::head(pieces, title.as_deref(), read_date);
    let mut metadata = page.or(head.metadata);
    let title = metadata.title.as_ref().map_or("", |title| title.value.as_str());
    let sifted = sift::sift(head.rest, title);
    let first = sifted.kept.iter().find(|piece| piece.kind != BlockKind::Heading);
    if let Some(found) = first.and_then(|piece| dateline::dateline(&piece.text, read_date)) {
        let value = |value: String| Value { value, whence: Whence::Text };
        metadata.dateline = metadata.dateline.or(found.place.map(value));
        metadata.origin = metadata.origin.or(found.origin.map(value));
        let published = found.date.map(|value| Value { value, whence: Whence::Text });
        metadata.published = metadata.published.or(published);
    }
    if let (None, [one]) = (&metadata.origin, sifted.sources.as_slice()) {
        metadata.origin = Some(Value { value: one.clone(), whence: Whence::Around });
    }
    let publisher = sifted.publisher.map(|value| Value { value, whence: Whence::Around });
    metadata.publisher = metadata.publisher.or(publisher);
    if let (Some(author), Some(origin)) = (&mut metadata.author, &metadata.origin)
        && let Some(name) = author.value.strip_suffix(&format!(", {}", origin.value))
    {
        author.value = name.to_owned();
    }
    // An agency that publishes its own report is not its origin besides.
    if let (Some(origin), Some(publisher)) = (&metadata.origin, &metadata.publisher)
        && byline::same(&origin.value, &publisher.value)
    {
        metadata.origin = None;
    }
    let mut raw = RawArticle::new(sifted.kept.into_iter().map(|piece| (piece.kind, piece.text)));
    raw.metadata = metadata;
    raw.left_out = head.left_out;
    raw.left_out.extend(sifted.left_out);
    raw.sources = sifted.sources;
    raw
}

/// How many words a text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether the text ends as a sentence does.
pub fn ends_sentence(text: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '*' | '_' | ' ');
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…'])
}

/// Whether it is running text: a sentence of some length, or many words.
pub fn is_prose(text: &str) -> bool {
    let words = words(text);
    let marks = text.matches([',', '.', ';']).count();
    (ends_sentence(text) && words >= 8 && !text.ends_with('?')) || words > 45 || (words > 30 && marks > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_is_known_by_its_shape() {
        for prose in [
            "The two sides met in Geneva on Wednesday, for the first time.",
            "“There can be no peace without talks, and no talks without terms.”",
        ] {
            assert!(is_prose(prose), "{prose}");
        }
        for line in [
            "Northern Republic ready for talks with the South in Geneva",
            "Home > World > Talks",
            "What do the ministers want, and what will they get at the talks?",
            "Read more.",
            "World",
        ] {
            assert!(!is_prose(line), "{line}");
        }
    }
}
