//! A heading -> the opening of an account: date, headline, attributes.

use super::body::Heading;
use super::overlay::unknown_type;
use super::{agreement, contact, slug_help, written_date, wrong_date};
use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::agreement::GivenAgreement;
use crate::model::article::{Given, TextBlock, TextPart};
use crate::model::contact::GivenContact;
use crate::model::date::{ClockTime, DateError, EventDate, Precision};
use crate::model::event_type::EventType;
use crate::model::source::{SourceFile, Span};
use crate::model::text::is_printable;
use crate::model::url::is_slug;

/// The longest text before `:` or a dash that is tried as a date, in bytes.
const LONGEST_DATE: usize = 80;

/// What a heading says.
pub enum Reading {
    /// It opens an account: its date, and its headline. What is wrong has been noted; a date that
    /// cannot be read is then [`EventDate::unknown`], so that the rest of the account is checked too.
    Dated(EventDate, TextBlock),
    /// An ordinary heading.
    Plain,
}

/// The attributes of a heading that opens an account.
#[derive(Default)]
pub struct Attributes {
    pub id: Given<String>,
    pub event_type: Given<String>,
    pub place: Given<String>,
    pub actors: Option<Vec<(String, Span)>>,
    pub recipients: Option<Vec<(String, Span)>>,
    pub topics: Option<Vec<(String, Span)>>,
    pub time: Option<ClockTime>,
    pub answers: Vec<(String, Span)>,
    pub contact: GivenContact,
    pub agreement: Option<Box<GivenAgreement>>,
    pub draft: bool,
}

/// Reads the date at the head of a heading.
pub fn read(file: &SourceFile, heading: &Heading, out: &mut Vec<Diagnostic>) -> Reading {
    let text = heading.text.text.as_str();
    for (at, after) in separators(text).into_iter().rev() {
        let Ok(date) = written_date::parse(&text[..at]) else { continue };
        let headline = tail(&heading.text, after);
        if headline.text.trim().is_empty() {
            out.push(missing_headline(file, heading));
        }
        return Reading::Dated(date, headline);
    }
    if let Ok(date) = written_date::parse(text) {
        out.push(missing_headline(file, heading));
        return Reading::Dated(date, TextBlock::default());
    }
    if let Some((date, end)) = day_without_separator(text) {
        let message = format!("after the date `{}` a `:` or a dash is missing", &text[..end]);
        let span = source_of(&heading.text, &text[..end], heading.span);
        let help = "write `:` between the date and the headline";
        out.push(Diagnostic::new(Code::UnreadableDate, message).at(file, span).help(help));
        return Reading::Dated(date, tail(&heading.text, end));
    }
    let prefix = separators(text).first().map_or(text, |(at, _)| &text[..*at]).trim();
    let whole_is_edtf_like = !matches!(EventDate::parse(prefix), Err(DateError::Unreadable));
    let has_separator = prefix.len() < text.trim().len();
    if (has_separator && written_date::looks_like_date(prefix)) || whole_is_edtf_like {
        let error = written_date::parse(prefix).err().unwrap_or(DateError::Unreadable);
        out.push(wrong_date(prefix, error, file, source_of(&heading.text, prefix, heading.span)));
        return Reading::Dated(EventDate::unknown(), heading.text.clone());
    }
    if heading.classes.iter().any(|class| EventType::from_id(class).is_some()) {
        let message = "the heading has the type of an event, and does not begin with a date and `:`";
        let help = "write `3 September 2025: Headline {#id .type}`, or take the braces out";
        out.push(Diagnostic::new(Code::UnreadableDate, message).at(file, heading.span).help(help));
        return Reading::Dated(EventDate::unknown(), heading.text.clone());
    }
    Reading::Plain
}

/// Where the date may end: before each `:` and each dash, and where the headline then begins.
fn separators(text: &str) -> Vec<(usize, usize)> {
    text.char_indices()
        .take_while(|(at, _)| *at <= LONGEST_DATE)
        .filter(|(at, c)| match c {
            ':' | '—' => true,
            '–' | '-' => text[..*at].ends_with(' ') && text[*at + c.len_utf8()..].starts_with(' '),
            _ => false,
        })
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect()
}

/// A day at the head of a heading, with words right after it: `3 September 2025 Ministers meet`. A month
/// or a year there may well be a part of an ordinary heading.
fn day_without_separator(text: &str) -> Option<(EventDate, usize)> {
    let ends = text.match_indices(' ').map(|(at, _)| at).take(6).collect::<Vec<_>>();
    let date = |end: &usize| written_date::parse(&text[..*end]).ok().map(|date| (date, *end));
    ends.iter().rev().find_map(date).filter(|(date, _)| date.precision() <= Precision::Days)
}

fn missing_headline(file: &SourceFile, heading: &Heading) -> Diagnostic {
    Diagnostic::new(Code::MissingHeadline, "the heading has a date but no headline")
        .at(file, heading.span)
        .help("write `:` and the headline of the event after the date")
}

/// The text from an offset on, its parts with it.
fn tail(block: &TextBlock, from: usize) -> TextBlock {
    let from = from + (block.text[from..].len() - block.text[from..].trim_start().len());
    let mut rest = TextBlock { text: block.text[from..].trim_end().to_owned(), parts: Vec::new() };
    for (index, part) in block.parts.iter().enumerate() {
        let end = block.parts.get(index + 1).map_or(block.text.len(), |next| next.at as usize);
        if end <= from {
            continue;
        }
        let skipped = from.saturating_sub(part.at as usize);
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        rest.parts.push(TextPart {
            at: cut((part.at as usize).saturating_sub(from)),
            source: Span {
                start: part.source.start + if part.linkable { cut(skipped) } else { 0 },
                ..part.source
            },
            ..*part
        });
    }
    rest
}

fn source_of(block: &TextBlock, prefix: &str, whole: Span) -> Span {
    let Some(first) = block.parts.first() else { return whole };
    let start = first.source.start as usize;
    Span::from(start..start + prefix.len())
}

/// Reads the attributes; what is wrong is noted.
pub fn attributes(file: &SourceFile, heading: &Heading, out: &mut Vec<Diagnostic>) -> Attributes {
    let mut found = Attributes::default();
    check_braces(file, heading, out);
    if let Some(id) = &heading.id {
        let span = locate(file, heading, &format!("#{id}"), 1);
        if is_slug(id) {
            found.id = Some((id.clone(), span));
        } else {
            let diagnostic = Diagnostic::new(Code::InvalidId, format!("`{id}` is no id"));
            out.push(diagnostic.at(file, span).help(slug_help(id, "")));
        }
    }
    for class in &heading.classes {
        let span = locate(file, heading, &format!(".{class}"), 1);
        if EventType::from_id(class).is_none() {
            out.push(unknown_type(class).at(file, span));
        } else if let Some((first, _)) = &found.event_type {
            let message = format!("an account has one type, this is `{first}` and `{class}`");
            out.push(
                Diagnostic::new(Code::InvalidValue, message).at(file, span).help("take one of the two out"),
            );
        } else {
            found.event_type = Some((class.clone(), span));
        }
    }
    for (key, value) in without_spaces(file, heading, out) {
        attribute(file, heading, key, value, &mut found, out);
    }
    let names_agreement = heading.attributes.iter().any(|(key, _)| key == "agreement");
    found.agreement =
        found.agreement.and_then(|said| agreement::of_heading(*said, names_agreement, file, out));
    found
}

/// Notes braces that were not read as attributes, what stands in them twice, and an absurd headline.
fn check_braces(file: &SourceFile, heading: &Heading, out: &mut Vec<Diagnostic>) {
    let text = &heading.text.text;
    let source = heading.span.of(&file.text);
    let mut note = |message: String, help: &str| {
        out.push(Diagnostic::new(Code::UnknownAttribute, message).at(file, heading.span).help(help));
    };
    if text.contains("{#") || text.contains("{.") {
        note(
            "the braces are not read as attributes".into(),
            "write them once, at the very end of the heading: `{#id .type}`",
        );
    }
    let braces = source.rfind('{').map_or("", |at| &source[at..]);
    if braces.split([' ', '{']).filter(|word| word.starts_with('#')).count() > 1 {
        note("an account has one id, here are several".into(), "leave the one that is to stay");
    }
    for (at, (key, _)) in heading.attributes.iter().enumerate() {
        if heading.attributes[..at].iter().any(|(earlier, _)| earlier == key) {
            note(
                format!("`{key}` stands here twice"),
                "write it once; lists are separated by commas, without spaces",
            );
        }
    }
    if text.chars().count() > LONGEST_HEADLINE {
        let message = format!(
            "the headline has {} characters; at most {LONGEST_HEADLINE} are shown well",
            text.chars().count()
        );
        out.push(
            Diagnostic::new(Code::InvalidValue, message)
                .at(file, heading.span)
                .help("move a part of it into the text"),
        );
    }
    if !text.chars().all(is_printable) {
        let diagnostic =
            Diagnostic::new(Code::InvalidValue, "the heading holds a character that no page can show");
        out.push(
            diagnostic
                .at(file, heading.span)
                .help("take it out: it is a control character, or none of Unicode"),
        );
    }
}

/// The attributes with their values. A space ends a value, in quotes too: where one goes on behind it, this is noted, and
/// what follows is left out.
fn without_spaces<'a>(
    file: &SourceFile,
    heading: &'a Heading,
    out: &mut Vec<Diagnostic>,
) -> Vec<(&'a str, &'a str)> {
    let mut open = None;
    let mut whole = Vec::new();
    let mut goes_on = false;
    for (key, value) in &heading.attributes {
        let value = value.as_deref().unwrap_or("");
        if let Some(quote) = open {
            let piece = if value.is_empty() { key } else { value };
            open = (!piece.ends_with(quote)).then_some(quote);
            continue;
        }
        if std::mem::take(&mut goes_on) && value.is_empty() {
            goes_on = key.ends_with(',');
            continue;
        }
        let is_closed = |quote: char| value.len() > 1 && value.ends_with(quote);
        open = value.chars().next().filter(|first| matches!(first, '"' | '\'') && !is_closed(*first));
        goes_on = open.is_none() && value.ends_with(',');
        if open.is_none() || value.ends_with(',') {
            whole.push((key.as_str(), value));
        }
        if open.is_none() && !goes_on {
            continue;
        }
        let span = locate(file, heading, &format!("{key}={value}"), 0);
        let how = if goes_on { "ends with a comma" } else { "has a space in it" };
        let message = format!("the value of `{key}=` {how}");
        let help = format!("write it without spaces and quotes, with `,` between ids: `{key}=ID,ID`");
        out.push(Diagnostic::new(Code::InvalidValue, message).at(file, span).help(help));
    }
    whole
}

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 400;

const KNOWN: [&str; 14] = [
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
    "status",
    "agreement",
    "stage",
    "parties",
];

fn attribute(
    file: &SourceFile,
    heading: &Heading,
    key: &str,
    value: &str,
    found: &mut Attributes,
    out: &mut Vec<Diagnostic>,
) {
    let value = value.trim_matches(['"', '\'']);
    let span = locate(file, heading, &format!("{key}="), key.len() + 1);
    let span = Span { end: span.start + u32::try_from(value.len()).unwrap_or(0).max(1), ..span };
    if value.is_empty() && KNOWN.contains(&key) {
        let diagnostic = Diagnostic::new(Code::InvalidValue, format!("`{key}=` has no value"));
        out.push(diagnostic.at(file, span).help("write the value after `=`, without spaces"));
        return;
    }
    match key {
        "place" => found.place = Some((value.to_owned(), span)),
        "actors" => found.actors = Some(ids(value, span)),
        "recipients" => found.recipients = Some(ids(value, span)),
        "topics" => found.topics = Some(ids(value, span)),
        "answers" => found.answers = ids(value, span),
        "host" => {
            out.extend(contact::host(&mut found.contact, value, span).map(|wrong| wrong.at(file, span)))
        }
        "mediator" => found.contact.mediators = Some(ids(value, span)),
        "channel" | "level" => {
            let read = if key == "channel" { contact::channel } else { contact::level };
            out.extend(read(&mut found.contact, value).map(|wrong| wrong.at(file, span)));
        }
        _ if agreement::ATTRIBUTES.contains(&key) => {
            let said = found.agreement.get_or_insert_default();
            agreement::attribute(said, file, key, (value, span), ids(value, span), out);
        }
        "time" => {
            found.time = ClockTime::parse(value);
            if found.time.is_none() {
                let diagnostic = Diagnostic::new(Code::InvalidValue, format!("`{value}` is no clock time"));
                out.push(diagnostic.at(file, span).help("write it as `time=14:30` or `time=14:30+08:00`"));
            }
        }
        "status" if value == "draft" => found.draft = true,
        "status" if value == "published" => {}
        "status" => {
            let diagnostic =
                Diagnostic::new(Code::InvalidValue, format!("`status` cannot be `{value}` here"));
            let help = "write `status=draft`; an event is withdrawn by its overlay in `content/events/`";
            out.push(diagnostic.at(file, span).help(help));
        }
        _ => {
            let help = match EventType::from_id(key) {
                Some(_) => format!("a type begins with a dot: `.{key}`"),
                None => suggest(key, KNOWN).unwrap_or_default(),
            };
            let diagnostic =
                Diagnostic::new(Code::UnknownAttribute, format!("the attribute `{key}` is not known"));
            out.push(diagnostic.at(file, locate(file, heading, key, 0)).help(help));
        }
    }
}

fn ids(value: &str, span: Span) -> Vec<(String, Span)> {
    let mut start = span.start;
    let mut found = Vec::new();
    for id in value.split(',') {
        let length = u32::try_from(id.len()).unwrap_or(0);
        if !id.is_empty() {
            found.push((id.to_owned(), Span { start, end: start + length }));
        }
        start += length + 1;
    }
    found
}

/// Where a piece of the attributes stands, from `skip` bytes into it.
fn locate(file: &SourceFile, heading: &Heading, piece: &str, skip: usize) -> Span {
    let source = heading.span.of(&file.text);
    let brace = source.rfind('{').unwrap_or(0);
    let Some(at) = source[brace..].find(piece) else { return heading.span };
    let start = heading.span.start as usize + brace + at;
    Span::from(start + skip.min(piece.len())..start + piece.len().max(skip))
}
