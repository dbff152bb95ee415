//! The Markdown dialect: one set of options for everybody who reads Markdown, and Markdown as plain text.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// CommonMark with heading attributes, definition lists, tables and strikethrough.
/// Absent on purpose: smart punctuation (an editor's quotation stays word for
/// word) and footnotes (accounts of several articles stand on one page).
pub const OPTIONS: Options = Options::ENABLE_HEADING_ATTRIBUTES
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// The first paragraph as plain text.
pub fn first_paragraph(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Paragraph) => break,
            _ => {}
        }
    }
    text
}

/// All of it as plain text, a line for each of its blocks.
pub fn plain_text(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::CodeBlock,
            ) if !text.ends_with('\n') => {
                text.push('\n');
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_the_words_and_drops_the_marks() {
        assert_eq!(plain_text("a *b*\nc [d](/e) `f`\n\n> g\n\n- h\n- i"), "a b c d f\ng\nh\ni");
        assert_eq!(plain_text(""), "");
        assert_eq!(first_paragraph("a *b*\nc\n\nd"), "a b c");
    }
}
