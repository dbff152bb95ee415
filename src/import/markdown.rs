//! Markdown that somebody else has written -> pieces; its front matter -> metadata.

use std::fmt::Write;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::article::{BlockKind, Metadata, RawArticle, Value, Whence};
use super::blocks::{Piece, compose};
use super::{ReadDate, dates};
use crate::model::markdown::OPTIONS;

/// Reads Markdown.
pub fn article(text: &str, read_date: ReadDate<'_>) -> RawArticle {
    let (front, body) = split(text);
    let mut metadata = front_matter(front, read_date);
    let mut pieces = pieces(body);
    let top = pieces.first().filter(|(level, _)| *level == Some(1)).map(|(_, piece)| piece.text.clone());
    if let (None, Some(value)) = (&metadata.title, top) {
        metadata.title = Some(Value { value, whence: Whence::Line });
        pieces.remove(0);
    }
    compose(pieces.into_iter().map(|(_, piece)| piece).collect(), metadata, read_date)
}

fn split(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix("---\n") else { return ("", text) };
    let end = rest
        .match_indices("\n---")
        .map(|(at, _)| at)
        .find(|at| rest[at + 4..].starts_with('\n') || at + 4 == rest.len());
    end.map_or(("", text), |at| (&rest[..at], rest[at + 4..].trim_start_matches('\n')))
}

fn front_matter(yaml: &str, read_date: ReadDate<'_>) -> Metadata {
    let map: serde_yaml::Mapping = serde_yaml::from_str(yaml).unwrap_or_default();
    let text = |names: &[&str]| {
        let value = names.iter().find_map(|name| map.get(*name))?;
        let value = match value {
            serde_yaml::Value::String(text) => text.trim().to_owned(),
            serde_yaml::Value::Number(number) => number.to_string(),
            serde_yaml::Value::Sequence(list) => list.first()?.as_str()?.to_owned(),
            _ => return None,
        };
        (!value.is_empty()).then_some(Value { value, whence: Whence::FrontMatter })
    };
    let date = |names: &[&str]| {
        let value = dates::written(&text(names)?.value, read_date)?;
        Some(Value { value, whence: Whence::FrontMatter })
    };
    let is_web = |url: &Value<String>| url.value.starts_with("http://") || url.value.starts_with("https://");
    Metadata {
        title: text(&["title", "headline"]),
        publisher: text(&["publisher", "site", "sitename", "publication"]),
        author: text(&["author", "authors", "byline"]),
        origin: text(&["origin", "agency"]),
        url: text(&["url", "link", "source", "canonical", "source_url"]).filter(is_web),
        published: date(&["published", "date", "created", "publish_date", "pubDate"]),
        modified: date(&["modified", "updated", "lastmod"]),
        dateline: text(&["dateline"]),
        language: text(&["language", "lang"]),
    }
}

/// The blocks, headings with their level.
fn pieces(body: &str) -> Vec<(Option<u8>, Piece)> {
    let mut pieces = Vec::new();
    let (mut text, mut level, mut items, mut quotes, mut skipped) =
        (String::new(), None, 0_u32, 0_u32, 0_u32);
    for event in Parser::new_ext(body, OPTIONS) {
        let ends = matches!(
            event,
            Event::Start(
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::Item
                    | Tag::BlockQuote(_)
                    | Tag::List(_)
                    | Tag::TableRow
                    | Tag::DefinitionListTitle
            ) | Event::End(
                TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::TableRow
                    | TagEnd::TableHead
                    | TagEnd::CodeBlock
                    | TagEnd::DefinitionListTitle
                    | TagEnd::DefinitionListDefinition
            ) | Event::Rule
        );
        if ends {
            let kind = match (level, items, quotes) {
                (Some(_), ..) => BlockKind::Heading,
                (_, 1.., _) => BlockKind::Item,
                (_, _, 1..) => BlockKind::Quote,
                _ => BlockKind::Paragraph,
            };
            let piece = Piece::new(kind, &std::mem::take(&mut text));
            if !piece.text.is_empty() {
                pieces.push((level, piece));
            }
        }
        match event {
            Event::Start(Tag::Heading { level: given, .. }) => level = Some(given as u8),
            Event::End(TagEnd::Heading(_)) => level = None,
            Event::Start(Tag::Item) => items += 1,
            Event::End(TagEnd::Item) => items = items.saturating_sub(1),
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotes = quotes.saturating_sub(1),
            Event::Start(Tag::Image { .. }) => skipped += 1,
            Event::End(TagEnd::Image) => skipped = skipped.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if skipped == 0 => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => text.push(' '),
            Event::FootnoteReference(name) => {
                let _ = write!(text, "[{name}]");
            }
            _ => {}
        }
    }
    let rest = Piece::new(BlockKind::Paragraph, &text);
    pieces.extend((!rest.text.is_empty()).then_some((None, rest)));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_blocks_are_read() {
        let text = "---\ntitle: \"Talks: day two\"\ndate: 2025-09-03\nauthor: The desk\nsource: https://gazette.example/a\ntags: [a]\n---\n\nThe **ministers** met in [Geneva](https://x.example) on\nWednesday, and agreed to meet again.\n\n> There can be no peace without talks.\n\n- The first point is the ceasefire.\n- The second point is the exchange.\n\n![A picture](a.jpg)\n";
        let raw = article(text, &super::super::read_for_tests);
        let known = &raw.metadata;
        assert_eq!(known.title.as_ref().map(|title| title.value.as_str()), Some("Talks: day two"));
        assert_eq!(known.published.as_ref().map(|date| date.value.as_str()), Some("2025-09-03"));
        assert_eq!(known.url.as_ref().map(|url| url.value.as_str()), Some("https://gazette.example/a"));
        assert_eq!(
            raw.text,
            "The ministers met in Geneva on Wednesday, and agreed to meet again.\n\nThere can be no peace without talks.\n\nThe first point is the ceasefire.\nThe second point is the exchange."
        );
        let kinds: Vec<BlockKind> = raw.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Quote, BlockKind::Item, BlockKind::Item]);
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let raw = article(
            "# Ministers meet\n\nBy the desk\n\nThey met in Geneva on Wednesday, and agreed to meet again.\n",
            &super::super::read_for_tests,
        );
        assert_eq!(raw.metadata.title.as_ref().map(|title| title.value.as_str()), Some("Ministers meet"));
        assert_eq!(raw.metadata.author.as_ref().map(|author| author.value.as_str()), Some("the desk"));
    }
}
