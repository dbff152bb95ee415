//! HTML -> pieces of text, block by block, tag by tag. Which part of a page it is given is decided in `html`.

use html5gum::Token;

use super::article::BlockKind;
use super::blocks::Piece;
use super::tags::{SKIPPED, name, tokens};

/// Elements that begin and end a block.
const BLOCKS: [&str; 35] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];
/// Elements around the text, not of it.
const AROUND: [&str; 9] =
    ["nav", "aside", "footer", "button", "figure", "figcaption", "head", "label", "textarea"];

/// The text of HTML, block by block, without what its tags call navigation and the like.
pub fn blocks(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut text, mut breaks) = (String::new(), 0_u32);
    let (mut item, mut quote, mut around) = (false, 0_usize, 0_usize);
    let mut heading = false;
    let mut flush = |text: &mut String, heading: bool, item: bool, quote: bool| {
        let kind = match (heading, item, quote) {
            (true, ..) => BlockKind::Heading,
            (_, true, _) => BlockKind::Item,
            (_, _, true) => BlockKind::Quote,
            _ => BlockKind::Paragraph,
        };
        let piece = Piece::new(kind, text);
        text.clear();
        if !piece.text.is_empty() {
            pieces.push(piece);
        }
    };
    for token in tokens(html) {
        let (element, starts) = match &token {
            Token::StartTag(tag) => (name(&tag.name), true),
            Token::EndTag(tag) => (name(&tag.name), false),
            Token::String(words) => {
                let words = String::from_utf8_lossy(words);
                if around == 0 {
                    breaks = if words.trim().is_empty() { breaks } else { 0 };
                    text.push_str(&words);
                }
                continue;
            }
            _ => continue,
        };
        let element = element.as_str();
        breaks = if element == "br" { breaks + 1 } else { breaks };
        if BLOCKS.contains(&element) || (element == "br" && breaks > 1) {
            flush(&mut text, heading, item, quote > 0);
            breaks = 0;
        } else if ["br", "td", "th"].contains(&element) {
            text.push(' ');
        }
        let step = |count: usize| if starts { count + 1 } else { count.saturating_sub(1) };
        match element {
            "li" => item = starts,
            "ul" | "ol" | "p" | "div" if item && element != "p" => item = false,
            "blockquote" | "q-block" => quote = step(quote),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading = starts,
            _ if AROUND.contains(&element) || SKIPPED.contains(&element) => around = step(around),
            _ => {}
        }
    }
    flush(&mut text, heading, item, quote > 0);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_what_their_tags_say() {
        let html = "<div>One<br>line<br><br>Two</div><h2>Head</h2><ul><li>A<li><p>B</p></ul><blockquote><p>Said</p></blockquote><nav>Home</nav><table><tr><td>1<td>2</table>";
        let found: Vec<(BlockKind, String)> =
            blocks(html).into_iter().map(|piece| (piece.kind, piece.text)).collect();
        let expected = [
            (BlockKind::Paragraph, "One line"),
            (BlockKind::Paragraph, "Two"),
            (BlockKind::Heading, "Head"),
            (BlockKind::Item, "A"),
            (BlockKind::Item, "B"),
            (BlockKind::Quote, "Said"),
            (BlockKind::Paragraph, "1 2"),
        ];
        assert_eq!(found, expected.map(|(kind, text)| (kind, text.to_owned())));
    }
}
