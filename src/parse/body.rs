//! Markdown -> a flat list of items: headings, running text, quotes, definition
//! lists. What is an account is decided in `article`; nothing is rendered here.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Parser, Tag, TagEnd};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::{Reference, TextBlock, TextPart};
use crate::model::markdown::OPTIONS;
use crate::model::source::{SourceFile, Span};
use crate::model::url::{has_password, is_safe_link, scheme};

/// A piece of a body, in the order of the file.
pub enum Item {
    /// A heading with its attributes.
    Heading(Heading),
    /// Running text of one block.
    Text(TextBlock),
    /// A block quote.
    Quote(Span),
    /// A definition list.
    Definitions(Definitions),
}

/// A heading and what stands in its braces.
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The whole heading.
    pub span: Span,
    /// Its text.
    pub text: TextBlock,
    /// `#id`
    pub id: Option<String>,
    /// `.class`
    pub classes: Vec<String>,
    /// `key=value` or a bare word.
    pub attributes: Vec<(String, Option<String>)>,
}

/// A definition list: terms with what follows each.
#[derive(Default)]
pub struct Definitions {
    /// The whole list.
    pub span: Span,
    /// Terms and the places of their definitions.
    pub entries: Vec<(TextBlock, Vec<Span>)>,
    /// The text of terms and definitions, should they be no positions.
    pub texts: Vec<TextBlock>,
}

/// Reads a body; unsafe links are noted.
pub fn items(
    file: &SourceFile,
    body: Range<usize>,
    out: &mut Vec<Diagnostic>,
) -> (Vec<Item>, Vec<Reference>) {
    let events = Parser::new_ext(&file.text[body.clone()], OPTIONS).into_offset_iter();
    let references = references(&events);
    let mut walk = Walk::new(file, body.start, out);
    for (event, range) in events {
        walk.event(event, range);
    }
    (walk.items, references)
}

/// Notes unsafe links in a body that holds no accounts.
pub fn check_links(file: &SourceFile, body: Range<usize>, out: &mut Vec<Diagnostic>) {
    items(file, body, out);
}

fn references(events: &OffsetIter<'_>) -> Vec<Reference> {
    let definitions = events.reference_definitions();
    let mut references: Vec<Reference> = definitions
        .iter()
        .map(|(label, definition)| Reference {
            label: label.to_owned(),
            destination: definition.dest.to_string(),
            title: definition.title.as_ref().map(ToString::to_string).unwrap_or_default(),
        })
        .collect();
    references.sort_by(|a, b| a.label.cmp(&b.label));
    references
}

/// Which top-level block the walk is in.
enum Inside {
    Nothing,
    Heading(Heading),
    Quote(Span),
    Definitions(Definitions),
    Plain,
}

struct Walk<'a> {
    file: &'a SourceFile,
    base: usize,
    out: &'a mut Vec<Diagnostic>,
    items: Vec<Item>,
    inside: Inside,
    blocks: usize,
    inlines: u32,
    unlinkable: u32,
    text: TextBlock,
    definition: Option<Range<usize>>,
}

impl<'a> Walk<'a> {
    fn new(file: &'a SourceFile, base: usize, out: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            file,
            base,
            out,
            items: Vec::new(),
            inside: Inside::Nothing,
            blocks: 0,
            inlines: 0,
            unlinkable: 0,
            text: TextBlock::default(),
            definition: None,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let range = self.base + range.start..self.base + range.end;
        if let (Some(definition), false) =
            (&mut self.definition, matches!(event, Event::End(TagEnd::DefinitionListDefinition)))
        {
            if definition.start == definition.end {
                definition.start = range.start;
            }
            definition.end = definition.end.max(range.end);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text, range, true),
            Event::Code(text) => self.push(&text, range, false),
            Event::SoftBreak | Event::HardBreak => self.push(" ", range, true),
            Event::Html(html) | Event::InlineHtml(html) => self.check_html(&html, range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if let Tag::Link { dest_url, .. } = &tag {
            self.check_link(dest_url, range.clone());
        }
        if is_inline(&tag.to_end()) {
            self.inlines += 1;
            self.unlinkable += u32::from(matches!(tag, Tag::Link { .. } | Tag::Image { .. }));
            return;
        }
        self.flush();
        if self.blocks == 0 {
            self.inside = self.open(tag, range);
        } else if matches!(tag, Tag::DefinitionListDefinition) {
            self.definition = Some(range.start..range.start);
        }
        self.blocks += 1;
    }

    fn open(&self, tag: Tag<'_>, range: Range<usize>) -> Inside {
        match tag {
            Tag::Heading { level, id, classes, attrs } => Inside::Heading(Heading {
                level: level as u8,
                span: Span::from(range.start..range.start + self.file.text[range].trim_end().len()),
                text: TextBlock::default(),
                id: id.map(|id| id.to_string()),
                classes: classes.iter().map(ToString::to_string).collect(),
                attributes: attrs.into_iter().map(|(key, value)| (key.to_string(), value.map(own))).collect(),
            }),
            Tag::BlockQuote(_) => Inside::Quote(range.into()),
            Tag::DefinitionList => {
                Inside::Definitions(Definitions { span: range.into(), ..Definitions::default() })
            }
            _ => Inside::Plain,
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if is_inline(&tag) {
            self.inlines = self.inlines.saturating_sub(1);
            self.unlinkable -= u32::from(matches!(tag, TagEnd::Link | TagEnd::Image)).min(self.unlinkable);
            return;
        }
        if let (Inside::Definitions(list), TagEnd::DefinitionListTitle) = (&mut self.inside, tag) {
            list.entries.push((self.text.clone(), Vec::new()));
        }
        self.flush();
        if tag == TagEnd::DefinitionListDefinition {
            let span = self.definition.take();
            if let (Inside::Definitions(list), Some(span)) = (&mut self.inside, span)
                && let Some((_, definitions)) = list.entries.last_mut()
            {
                definitions.push(Span::from(span));
            }
        }
        self.blocks = self.blocks.saturating_sub(1);
        if self.blocks == 0 {
            match std::mem::replace(&mut self.inside, Inside::Nothing) {
                Inside::Heading(heading) => self.items.push(Item::Heading(heading)),
                Inside::Quote(span) => self.items.push(Item::Quote(span)),
                Inside::Definitions(list) => self.items.push(Item::Definitions(list)),
                Inside::Plain | Inside::Nothing => {}
            }
        }
    }

    /// Ends the text block that is being collected.
    fn flush(&mut self) {
        if self.text.parts.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        match &mut self.inside {
            Inside::Heading(heading) => heading.text = text,
            Inside::Quote(_) => {}
            Inside::Definitions(list) => list.texts.push(text),
            Inside::Plain | Inside::Nothing => self.items.push(Item::Text(text)),
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>, linkable: bool) {
        let verbatim = text == " " || self.file.text.get(range.clone()) == Some(text);
        self.text.parts.push(TextPart {
            at: u32::try_from(self.text.text.len()).unwrap_or(u32::MAX),
            source: range.into(),
            depth: self.inlines,
            linkable: linkable && verbatim && self.unlinkable == 0,
        });
        self.text.text.push_str(text);
    }

    fn check_link(&mut self, address: &str, range: Range<usize>) {
        if has_password(address) {
            self.out.push(super::password(self.file, range.clone()));
        }
        if !is_safe_link(address) {
            let scheme = scheme(address).unwrap_or_default();
            let diagnostic =
                Diagnostic::new(Code::UnsafeLink, format!("a link may not begin with `{scheme}:`"))
                    .at(self.file, range)
                    .help("link to an `https:`, `http:` or `mailto:` address, or to a page of this site");
            self.out.push(diagnostic);
        }
    }

    /// HTML is sanitised when it is rendered; what would be lost in silence there is said here.
    fn check_html(&mut self, html: &str, range: Range<usize>) {
        let bare: String = html.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
        if bare.to_ascii_lowercase().contains("javascript:") {
            let diagnostic = Diagnostic::new(Code::UnsafeLink, "a link may not begin with `javascript:`")
                .at(self.file, range)
                .help("link to an `https:`, `http:` or `mailto:` address, or to a page of this site");
            self.out.push(diagnostic);
        }
    }
}

fn own(text: CowStr<'_>) -> String {
    text.to_string()
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
