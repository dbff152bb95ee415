//! `content/articles/*.md` -> an article and its accounts.

use std::cell::RefCell;

use super::body::{Definitions, Heading, Item, items};
use super::fields::Fields;
use super::heading::{Attributes, Reading, attributes, read};
use super::keyed::{self, Keyed};
use super::{agreement, contact};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::{
    ArticleMeta, Given, ParsedAccount, ParsedArticle, ParsedPosition, TextBlock, TextPart,
};
use crate::model::date::EventDate;
use crate::model::event_type::EventType;
use crate::model::source::{SourceFile, Span};
use crate::model::url::is_slug;

/// Keys of the front matter that only an article has that is one account.
const OF_ONE_ACCOUNT: [&str; 14] = [
    "date",
    "id",
    "type",
    "place",
    "actors",
    "recipients",
    "topics",
    "time",
    "answers",
    "channel",
    "level",
    "host",
    "mediator",
    "agreement",
];

/// Reads one article; `None` where the file has no front matter at all.
pub fn article(file: &SourceFile) -> (Option<ParsedArticle>, Vec<Diagnostic>) {
    keyed::open(file, |fields, keyed| parsed(file, fields, keyed))
}

fn parsed(file: &SourceFile, fields: &mut Fields<'_>, Keyed { id, body, out }: Keyed<'_>) -> ParsedArticle {
    let (title_span, title) = (fields.value_span("title"), fields.required_text("title"));
    let mut meta = meta(fields, id, title, file);
    let draft = fields.choice(
        "status",
        |text| ["published", "draft"].iter().position(|known| *known == text),
        &["draft", "published"],
    ) == Some(1);

    let (items, references) = items(file, body.range(), &mut out.borrow_mut());
    meta.references = references;
    let mut sections = Sections::new(file, body);
    for item in items {
        sections.item(item, &mut out.borrow_mut());
    }
    let (mut accounts, whole) = sections.finish(&mut meta);
    let single = if accounts.is_empty() && fields.has("date") {
        Some(single_account(fields, &meta, title_span, out))
    } else {
        refuse_account_keys(fields, accounts.is_empty());
        None
    };
    if let Some(opening) = single {
        meta.introduction.clear();
        accounts.push(whole.close(opening));
    } else if accounts.is_empty()
        && !out.borrow().iter().any(|d| d.severity() == crate::diagnostics::Severity::Error)
    {
        let help = "begin a heading with a date (`## 3 September 2025: Headline`), or add `date:` to the front matter";
        out.borrow_mut().push(
            Diagnostic::new(Code::NoAccount, "the article tells of no event").at(file, title_span).help(help),
        );
    }
    for account in &mut accounts {
        account.draft |= draft;
    }
    ParsedArticle { meta, accounts }
}

fn meta(fields: &mut Fields<'_>, id: String, title: String, file: &SourceFile) -> ArticleMeta {
    let language = fields.text_at("language");
    if let Some((tag, span)) = &language
        && !super::config::is_language_tag(tag)
    {
        fields.invalid(
            format!("`{tag}` is no language tag"),
            *span,
            "write a BCP 47 tag such as `en` or `uk`",
        );
    }
    ArticleMeta {
        id,
        title,
        publisher: fields.text("publisher"),
        author: fields.text("author"),
        origin: fields.text("origin"),
        url: fields.web_address("url"),
        archive_url: fields.web_address("archive_url"),
        published: fields.date("published").map(|(date, _)| date),
        modified: fields.date("modified").map(|(date, _)| date),
        dateline: fields.text("dateline"),
        language: language.map(|(tag, _)| tag),
        redirect_from: fields.ids("redirect_from").unwrap_or_default(),
        source: file.clone(),
        introduction: Vec::new(),
        references: Vec::new(),
    }
}

/// What opens an account: a heading, or the front matter.
struct Opening {
    heading: Span,
    level: u8,
    date: EventDate,
    headline: TextBlock,
    attributes: Attributes,
}

fn single_account(
    fields: &mut Fields<'_>,
    meta: &ArticleMeta,
    title_span: Span,
    out: &RefCell<Vec<Diagnostic>>,
) -> Opening {
    let date = fields.date("date");
    let id = fields.text_at("id").filter(|(id, span)| {
        let good = is_slug(id);
        if !good {
            let diagnostic = Diagnostic::new(Code::InvalidId, format!("`{id}` is no id"));
            out.borrow_mut().push(diagnostic.at(&meta.source, *span).help(super::slug_help(id, "")));
        }
        good
    });
    let attributes = Attributes {
        id,
        event_type: event_type(fields, &meta.source, out),
        place: fields.text_at("place"),
        actors: fields.list("actors"),
        recipients: fields.list("recipients"),
        answers: fields.list("answers").unwrap_or_default(),
        contact: contact::of_fields(fields),
        agreement: agreement::of_fields(fields),
        topics: fields.list("topics"),
        time: fields.time("time"),
        draft: false,
    };
    // A date that cannot be read has been noted; the rest of the account is checked all the same.
    let date = date.map_or_else(EventDate::unknown, |(date, _)| date);
    let start = title_span.start;
    let headline = TextBlock {
        text: meta.title.clone(),
        parts: vec![TextPart {
            at: 0,
            source: Span { start, end: title_span.end },
            depth: 0,
            linkable: false,
        }],
    };
    Opening { heading: title_span, level: 0, date, headline, attributes }
}

fn event_type(fields: &mut Fields<'_>, file: &SourceFile, out: &RefCell<Vec<Diagnostic>>) -> Given<String> {
    let (text, span) = fields.text_at("type")?;
    if EventType::from_id(&text).is_none() {
        out.borrow_mut().push(super::overlay::unknown_type(&text).at(file, span));
        return None;
    }
    Some((text, span))
}

fn refuse_account_keys(fields: &mut Fields<'_>, no_account: bool) {
    for key in OF_ONE_ACCOUNT {
        if no_account {
            let help =
                "add `date:` too, or write it into the attributes of a dated heading: `{#id .type place=…}`";
            fields.misplaced(key, format!("`{key}` belongs to an account, and the article has none"), help);
        } else {
            let help =
                "write it into the attributes of the dated heading that it belongs to: `{#id .type place=…}`";
            fields.misplaced(
                key,
                format!("`{key}` does not belong here: the article has dated headings"),
                help,
            );
        }
    }
}

/// A section that is being collected.
struct Section {
    body: Span,
    prose: Vec<TextBlock>,
    cuts: Vec<Span>,
    evidence: Vec<Span>,
    positions: Vec<ParsedPosition>,
}

impl Section {
    fn new(body: Span) -> Self {
        Self { body, prose: Vec::new(), cuts: Vec::new(), evidence: Vec::new(), positions: Vec::new() }
    }

    fn close(self, opening: Opening) -> ParsedAccount {
        let attributes = opening.attributes;
        ParsedAccount {
            heading: opening.heading,
            date: opening.date,
            headline: opening.headline,
            id: attributes.id,
            event_type: attributes.event_type,
            place: attributes.place,
            actors: attributes.actors,
            recipients: attributes.recipients,
            answers: attributes.answers,
            contact: attributes.contact,
            agreement: attributes.agreement,
            topics: attributes.topics,
            time: attributes.time,
            draft: attributes.draft,
            body: self.body,
            prose: self.prose,
            cuts: self.cuts,
            evidence: self.evidence,
            positions: self.positions,
        }
    }

    fn definitions(&mut self, list: Definitions) {
        let is_position = |term: &TextBlock| term.text.contains(" on ");
        if !list.entries.iter().any(|(term, _)| is_position(term)) {
            self.prose.extend(list.texts);
            return;
        }
        self.cuts.push(list.span);
        for (term, definitions) in list.entries {
            let span = match (term.parts.first(), term.parts.last()) {
                (Some(first), Some(last)) => Span { start: first.source.start, end: last.source.end },
                _ => list.span,
            };
            // What comes first is the position, what follows it depends on.
            let mut definitions = definitions.into_iter();
            if let Some(text) = definitions.next() {
                let (term, conditions) = (term.text, definitions.collect());
                self.positions.push(ParsedPosition { term, span, text, conditions });
            }
        }
    }
}

/// Groups items into accounts, and what belongs to none.
struct Sections<'a> {
    file: &'a SourceFile,
    body: Span,
    accounts: Vec<ParsedAccount>,
    introduction: Vec<Span>,
    /// The account that is open, if one is.
    open: Option<(Opening, Section)>,
    /// Where text that belongs to no account began, if the walk is in such text.
    loose: Option<u32>,
    /// The body read as one account.
    whole: Section,
}

impl<'a> Sections<'a> {
    fn new(file: &'a SourceFile, body: Span) -> Self {
        Self {
            file,
            body,
            accounts: Vec::new(),
            introduction: Vec::new(),
            open: None,
            loose: Some(body.start),
            whole: Section::new(body),
        }
    }

    fn item(&mut self, item: Item, out: &mut Vec<Diagnostic>) {
        let section = match &mut self.open {
            Some((_, section)) => section,
            None => &mut self.whole,
        };
        match item {
            Item::Heading(heading) => self.heading(&heading, out),
            Item::Text(text) => section.prose.push(text),
            Item::Quote(span) => {
                section.evidence.push(span);
                section.cuts.push(span);
            }
            Item::Definitions(list) => section.definitions(list),
        }
    }

    fn heading(&mut self, heading: &Heading, out: &mut Vec<Diagnostic>) {
        let reading = read(self.file, heading, out);
        let ends_account = self.open.as_ref().is_some_and(|(opening, _)| heading.level <= opening.level);
        match reading {
            Reading::Plain if !ends_account => {
                let text = heading.text.clone();
                match &mut self.open {
                    Some((_, section)) => section.prose.push(text),
                    None => self.whole.prose.push(text),
                }
            }
            Reading::Plain => {
                self.close(heading.span.start);
                self.loose.get_or_insert(heading.span.start);
            }
            Reading::Dated(date, headline) => {
                self.close(heading.span.start);
                let attributes = attributes(self.file, heading, out);
                let opening =
                    Opening { heading: heading.span, level: heading.level, date, headline, attributes };
                self.open =
                    Some((opening, Section::new(Span { start: heading.span.end, end: self.body.end })));
            }
        }
    }

    /// Ends what is open, an account or text that belongs to none.
    fn close(&mut self, at: u32) {
        if let Some((opening, mut section)) = self.open.take() {
            section.body.end = at;
            self.accounts.push(section.close(opening));
        }
        if let Some(start) = self.loose.take() {
            let span = Span { start, end: at };
            if !span.of(&self.file.text).trim().is_empty() {
                self.introduction.push(span);
            }
        }
    }

    fn finish(mut self, meta: &mut ArticleMeta) -> (Vec<ParsedAccount>, Section) {
        self.close(self.body.end);
        meta.introduction = self.introduction;
        (self.accounts, self.whole)
    }
}
