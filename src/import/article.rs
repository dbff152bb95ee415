//! The value that the stage makes: an article freed from its page, with what is known of it and from where.

use std::fmt;
use std::ops::Range;

use crate::model::candidate::RawText;
use crate::model::date::EventDate;

/// A value, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<T> {
    /// The value.
    pub value: T,
    /// Where it was found.
    pub whence: Whence,
}

/// Where a value was found, in the order of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whence {
    /// On the command line.
    Given,
    /// In the front matter of a Markdown file.
    FrontMatter,
    /// In the page's JSON-LD.
    JsonLd,
    /// In the page's Open Graph data, or another `meta` tag.
    Meta,
    /// In the page's head: its title, its language, its canonical link.
    Head,
    /// In a `time` element, or one that calls itself a date.
    Time,
    /// In the address.
    Url,
    /// In a line of the text that says who wrote it, when or where.
    Line,
    /// In the text.
    Text,
    /// In what stands around the text: a copyright, a channel's name.
    Around,
    /// In the first words of the text, for want of a better one.
    FirstWords,
}

impl fmt::Display for Whence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Given => "as given",
            Self::FrontMatter => "from its front matter",
            Self::JsonLd => "from its JSON-LD",
            Self::Meta => "from its meta tags",
            Self::Head => "from the page's head",
            Self::Time => "from a date on the page",
            Self::Url => "from the address",
            Self::Line => "from a line above the text",
            Self::Text => "from the text",
            Self::Around => "from what stands around the text",
            Self::FirstWords => "the first words of the text, for want of a headline",
        })
    }
}

/// What is known of an article as a whole. What is not known is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<Value<String>>,
    /// Who published it.
    pub publisher: Option<Value<String>>,
    /// Who wrote it.
    pub author: Option<Value<String>>,
    /// Who first reported it, if another: a wire agency.
    pub origin: Option<Value<String>>,
    /// Where it is: `http` or `https`.
    pub url: Option<Value<String>>,
    /// When it was published.
    pub published: Option<Value<EventDate>>,
    /// When it was changed.
    pub modified: Option<Value<EventDate>>,
    /// The place that it names as its own.
    pub dateline: Option<Value<String>>,
    /// BCP 47 tag of its language.
    pub language: Option<Value<String>>,
}

impl Metadata {
    /// These values, and the other's where there are none.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            author: self.author.or(other.author),
            origin: self.origin.or(other.origin),
            url: self.url.or(other.url),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            dateline: self.dateline.or(other.dateline),
            language: self.language.or(other.language),
        }
    }
}

/// What kind of block a piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading within the text.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation that stands apart.
    Quote,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`RawArticle::text`]: bytes.
    pub range: Range<usize>,
}

/// What was taken for furniture, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The words.
    pub text: String,
    /// Why, in a few words.
    pub why: &'static str,
}

/// An article freed from its page.
#[derive(Debug, Clone, Default)]
pub struct RawArticle {
    /// What is known of it.
    pub metadata: Metadata,
    /// Its text: blocks, with an empty line between paragraphs.
    pub text: String,
    /// The pieces of the text, in order, not overlapping.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
    /// Sources that a list below the text names.
    pub sources: Vec<String>,
    /// What an editor should know: one sentence each, no full stop.
    pub notes: Vec<String>,
}

/// The most words of a headline that is made of the text's first sentence.
const FIRST_WORDS: usize = 14;

impl RawArticle {
    /// An article of these pieces.
    pub(super) fn new(pieces: impl IntoIterator<Item = (BlockKind, String)>) -> Self {
        let mut raw = Self::default();
        for (kind, piece) in pieces {
            let piece = piece.trim();
            if piece.is_empty() {
                continue;
            }
            let after_item = raw.blocks.last().is_some_and(|last| last.kind == BlockKind::Item);
            if !raw.text.is_empty() {
                raw.text.push_str(if after_item && kind == BlockKind::Item { "\n" } else { "\n\n" });
            }
            let start = raw.text.len();
            raw.text.push_str(piece);
            raw.blocks.push(Block { kind, range: start..raw.text.len() });
        }
        raw
    }

    /// What is left to do when everything has been found that will be.
    pub(super) fn finish(&mut self) {
        if self.metadata.title.is_none() && !self.text.is_empty() {
            let value = first_words(self.without_dateline());
            self.metadata.title = Some(Value { value, whence: Whence::FirstWords });
        }
        if let Some(language) = super::language::language(&self.text) {
            let whence = Whence::Text;
            let said = self.metadata.language.as_ref().map(|said| said.value.clone());
            let is_denied =
                !language.starts_with("en") && said.as_deref().is_some_and(|said| said.starts_with("en"));
            if said.is_none() || is_denied {
                self.metadata.language = Some(Value { value: language.to_owned(), whence });
            }
        }
        if let Some(language) = self.metadata.language.as_ref().filter(|_| self.is_foreign()) {
            let note = "the text is not in English but in";
            self.notes.push(format!("{note} `{}`: no events were looked for", language.value));
        }
    }

    /// The text after `Beijing — `, if it begins so.
    fn without_dateline(&self) -> &str {
        let is_there = [&self.metadata.dateline, &self.metadata.origin]
            .into_iter()
            .flatten()
            .any(|value| value.whence == Whence::Text);
        let marks = ["— ", "– ", " - ", " -- ", ": "].into_iter();
        let ends = marks.filter_map(|mark| Some(self.text.find(mark)? + mark.len()));
        let end = ends.min().filter(|end| is_there && *end <= 100);
        end.and_then(|end| self.text.get(end..)).unwrap_or(&self.text)
    }

    /// Whether the text is in another language than English.
    pub fn is_foreign(&self) -> bool {
        self.metadata
            .language
            .as_ref()
            .is_some_and(|language| !language.value.to_ascii_lowercase().starts_with("en"))
    }

    /// What `extract` reads.
    pub fn for_extraction(&self) -> RawText<'_> {
        RawText {
            text: &self.text,
            title: self
                .metadata
                .title
                .as_ref()
                .filter(|title| title.whence != Whence::FirstWords)
                .map(|title| title.value.as_str()),
            published: self.metadata.published.as_ref().map(|published| &published.value),
            dateline: self.metadata.dateline.as_ref().map(|dateline| dateline.value.as_str()),
        }
    }

    /// The snapshot: the headline where there is one, and the text.
    pub fn snapshot(&self) -> String {
        match &self.metadata.title {
            Some(title) if title.whence != Whence::FirstWords => {
                format!("{}\n\n{}\n", title.value, self.text)
            }
            _ => format!("{}\n", self.text),
        }
    }

    /// What was not found: the names of the front matter's keys.
    pub fn missing(&self) -> Vec<&'static str> {
        let known = &self.metadata;
        let title = known.title.as_ref().filter(|title| title.whence != Whence::FirstWords);
        [
            ("title", title.is_some()),
            ("publisher", known.publisher.is_some()),
            ("author", known.author.is_some()),
            ("url", known.url.is_some()),
            ("published", known.published.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, is_known)| (!is_known).then_some(key))
        .collect()
    }
}

/// The first sentence, or as much of it as a headline bears.
fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let sentence = line.find(". ").map_or(line, |end| &line[..end]);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let cut = words.len().min(FIRST_WORDS);
    let mut title: String = words[..cut].join(" ").chars().take(200).collect();
    title = title.trim_end_matches(['.', ',', ';', ':', '—', '–', '-', ' ']).to_owned();
    if cut < words.len() {
        title.push('…');
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_where_they_say() {
        let pieces = [
            (BlockKind::Paragraph, " One. "),
            (BlockKind::Paragraph, " "),
            (BlockKind::Item, "Два"),
            (BlockKind::Item, "Three"),
            (BlockKind::Heading, "Four"),
        ];
        let raw = RawArticle::new(pieces.map(|(kind, text)| (kind, text.to_owned())));
        assert_eq!(raw.text, "One.\n\nДва\nThree\n\nFour");
        let texts: Vec<&str> = raw.blocks.iter().map(|block| &raw.text[block.range.clone()]).collect();
        assert_eq!(texts, ["One.", "Два", "Three", "Four"]);
    }

    #[test]
    fn a_text_without_a_headline_gets_its_first_words_and_says_so() {
        let mut raw = RawArticle::new([(
            BlockKind::Paragraph,
            "The two sides, which had not met since spring, agreed on Monday to meet again in Geneva before the year ends. More."
                .to_owned(),
        )]);
        raw.finish();
        let title = raw.metadata.title.clone().expect("a title");
        assert_eq!(title.value, "The two sides, which had not met since spring, agreed on Monday to meet…");
        assert_eq!(title.whence, Whence::FirstWords);
        assert!(raw.missing().contains(&"title"));
    }
}
