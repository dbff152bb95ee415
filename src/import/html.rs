//! A saved page -> its article. Which part of a page that is, a library decides, in [`article_html`] alone.

use super::article::{BlockKind, RawArticle};
use super::blocks::{Piece, compose, is_prose, words};
use super::tags::{self, Page};
use super::{ReadDate, layout, metadata};

/// Pages that are nested deeper, or that are larger without their scripts, are not given to the library: it
/// walks a tree.
const DEEPEST: usize = 300;
const LARGEST: usize = 4 * 1024 * 1024;
/// Less text than this is no article, if the page has more.
const LEAST: usize = 40;

/// Reads a saved page.
pub fn article(html: &str, read_date: ReadDate<'_>) -> RawArticle {
    let page = tags::read(html);
    let known = metadata::of_page(&page, read_date);
    let (pieces, note) = pieces(&page);
    let mut raw = compose(pieces, known, read_date);
    raw.notes.extend(note);
    raw
}

fn pieces(page: &Page) -> (Vec<Piece>, Option<String>) {
    let (depth, size) = (page.depth, page.slim.len());
    if depth > DEEPEST || size > LARGEST {
        let why = if depth > DEEPEST {
            format!("is nested {depth} deep")
        } else {
            format!("has {} MB", size / 1_000_000)
        };
        let note =
            format!("the page {why}: all its text was read, without telling the article from the page");
        return (joined(layout::blocks(&page.slim)), Some(note));
    }
    let found = article_html(&page.slim).map(|html| layout::blocks(&html)).unwrap_or_default();
    let count = |pieces: &[Piece]| pieces.iter().map(|piece| words(&piece.text)).sum::<usize>();
    if count(&found) >= LEAST {
        return (joined(found), None);
    }
    let whole = joined(layout::blocks(&page.slim));
    if count(&whole) <= 2 * count(&found) {
        return (joined(found), None);
    }
    (whole, Some("no article was told from the page: all its text was read".to_owned()))
}

/// The article of a page, as HTML of blocks: the one place where the library is asked.
fn article_html(html: &str) -> Option<String> {
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(trafilatura::HtmlDateMode::Disabled);
    trafilatura::extract(html, &options).ok().map(|found| found.content_html)
}

/// Blocks that break off within a sentence are one with the next.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let goes_on = piece.kind == BlockKind::Paragraph && piece.text.starts_with([',', ';', ')']);
        match whole
            .last_mut()
            .filter(|last| goes_on && last.kind == BlockKind::Paragraph && !is_prose(&last.text))
        {
            Some(last) => last.text.push_str(&piece.text),
            None => whole.push(piece),
        }
    }
    whole
}
