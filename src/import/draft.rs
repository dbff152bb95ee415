//! A raw article and the events that it may tell of -> the Markdown of a draft, for an editor to correct.
//!
//! What was not found stands as a commented line that asks for it. Each event is an account with
//! `status=draft`; one without a date is commented out, for a heading needs a date.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::article::{RawArticle, Value, Whence};
use super::record::{Match, Record, UNDATED};
use crate::model::candidate::{Candidate, ExistingEvent, Named};
use crate::model::date_words;
use crate::model::text::one_line;
use crate::model::url::slug;

/// A draft article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// `content/articles/ID.md`.
    pub markdown: String,
    /// `sources/ID.txt`.
    pub snapshot: String,
    /// `sources/ID.yaml`.
    pub record: Record,
}

/// The most characters of a headline; longer ones are refused by `check`.
const LONGEST_HEADLINE: usize = 300;
/// How many words of a headline make an id.
const WORDS_OF_ID: usize = 7;

/// Writes a draft. Ids that are taken are not given to other events.
pub fn draft(raw: &RawArticle, candidates: &[Candidate], is_taken: &dyn Fn(&str) -> bool) -> Draft {
    let mut markdown = front_matter(raw);
    introduction(raw, candidates, &mut markdown);
    let mut ids = BTreeSet::new();
    for candidate in candidates {
        let id = event_id(candidate, &|id| is_taken(id) || ids.contains(id));
        account(raw, candidate, &id, &mut markdown);
        ids.insert(id);
    }
    let snapshot = raw.snapshot();
    let matched = candidates.iter().filter_map(|candidate| {
        let ExistingEvent { id, reason } = candidate.existing_event.clone()?;
        Some((plain_id(candidate), Match { event: id, why: reason }))
    });
    let record = Record { matched: matched.collect(), ..Record::of(&markdown, &snapshot) };
    Draft { markdown, snapshot, record }
}

fn front_matter(raw: &RawArticle) -> String {
    let known = &raw.metadata;
    let mut text = String::from("---\n");
    let mut line = |key: &str, value: Option<String>, question: &str| match value {
        Some(value) => text.push_str(&format!("{key}: {}\n", yaml(&value))),
        None if !question.is_empty() => text.push_str(&format!("# {key}: {question}\n")),
        None => {}
    };
    let words = |value: &Option<Value<String>>| value.as_ref().map(|value| one_line(&value.value));
    let title =
        words(&known.title).filter(|title| !title.is_empty()).unwrap_or_else(|| "Untitled".to_owned());
    line("title", Some(title), "");
    if known.title.as_ref().is_none_or(|title| title.whence == Whence::FirstWords) {
        line(
            "title",
            None,
            "not found; the line above has the first words of the text. What is the headline?",
        );
    }
    let web = |value: &Option<Value<String>>| words(value).filter(|url| !url.contains(char::is_whitespace));
    line("publisher", words(&known.publisher), "not found. Who published it?");
    line("author", words(&known.author), "not found. Who wrote it? Leave it out if the report does not say");
    line("origin", words(&known.origin), "");
    line("url", web(&known.url), "not found. Where is it? https://…");
    line(
        "published",
        known.published.as_ref().map(|date| date.value.to_string()),
        "not found. When was it published? 2025-09-03; `2025-09-03?` if that is a guess",
    );
    line("modified", known.modified.as_ref().map(|date| date.value.to_string()), "");
    line("dateline", words(&known.dateline), "");
    line("language", words(&known.language), "");
    text.push_str("---\n\n");
    text
}

/// A value as YAML, with quotation marks where it needs them.
fn yaml(text: &str) -> String {
    serde_yaml::to_string(text).map_or_else(|_| format!("{text:?}"), |yaml| yaml.trim_end().to_owned())
}

fn introduction(raw: &RawArticle, candidates: &[Candidate], into: &mut String) {
    let mut lines = vec!["Drafted by `dateline import`. Write a sentence or two on the report as a whole here, and take this comment out.".to_owned()];
    match candidates {
        [] => lines.push("No event was found in the text. Write them yourself: a heading `## DATE: Headline`, and what the report says of it.".to_owned()),
        _ => lines.push("Every account below is a draft and is not published: correct it, write it in your own words, and take `status=draft` away.".to_owned()),
    }
    if !raw.sources.is_empty() {
        lines.push(format!("The report names as its sources: {}.", raw.sources.join(", ")));
    }
    lines.extend(raw.notes.iter().map(|note| format!("Note: {note}.")));
    into.push_str(&comment(&lines.join("\n")));
    into.push('\n');
}

/// A comment, which nothing in it can end.
fn comment(text: &str) -> String {
    format!("<!-- {} -->\n", text.replace("--", "‐‐").replace('>', "›"))
}

/// The id of an event that the site does not have: the day and the first words of the headline.
pub(super) fn plain_id(candidate: &Candidate) -> String {
    let date = candidate.date.as_ref().map(|date| {
        let is_plain = |c: &char| c.is_ascii_digit() || *c == '-';
        date.as_str().chars().take_while(is_plain).collect::<String>()
    });
    let words: Vec<String> = candidate
        .headline
        .split_whitespace()
        .take(WORDS_OF_ID)
        .map(slug)
        .filter(|word| !word.is_empty())
        .collect();
    let parts: Vec<String> = date.into_iter().chain(words).collect();
    let base = if parts.is_empty() { "event".to_owned() } else { slug(&parts.join("-")) };
    base.chars().take(crate::model::url::LONGEST_ID - 4).collect::<String>().trim_end_matches('-').to_owned()
}

/// The id of an event: the one that the site has, or its own, numbered if others bear it.
fn event_id(candidate: &Candidate, is_taken: &dyn Fn(&str) -> bool) -> String {
    if let Some(existing) = &candidate.existing_event {
        return existing.id.clone();
    }
    let base = plain_id(candidate);
    let numbered = (2..1000).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(base)
}

fn account(raw: &RawArticle, candidate: &Candidate, id: &str, into: &mut String) {
    let headline = headline(&candidate.headline);
    let attributes = attributes(candidate, id);
    let mut body = comment(&reasons(candidate).join("\n"));
    body.push('\n');
    let passage = escaped(&one_line(&candidate.text));
    if !passage.is_empty() {
        let _ = writeln!(body, "{passage}\n");
    }
    let evidence = one_line(candidate.evidence.of(&raw.text));
    if !evidence.is_empty() {
        let _ = writeln!(body, "> {}\n", escaped(&evidence));
    }
    match &candidate.date {
        Some(date) => {
            let words = date_words::words(date);
            let _ = write!(into, "## {words}: {headline} {{{attributes}}}\n\n{body}");
        }
        None => {
            let question =
                "Write the date in place of DATE, and take the first and the last line of this comment away.";
            let body = body.replace("<!-- ", "(").replace(" -->", ")").replace("-->", "‐‐›");
            let _ =
                write!(into, "{UNDATED} {question}\n\n## DATE: {headline} {{{attributes}}}\n\n{body}-->\n\n");
        }
    }
}

fn headline(text: &str) -> String {
    // Braces would be taken for attributes, escaped or not.
    let plain = one_line(text).replace('{', "(").replace('}', ")");
    let plain = plain.trim_end_matches(['.', ' ']);
    let cut: String = plain.chars().take(LONGEST_HEADLINE).collect();
    let words = if cut.len() < plain.len() {
        format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
    } else {
        cut
    };
    if words.is_empty() { "Headline".to_owned() } else { escaped(&words) }
}

/// What stands in the braces. Only entries of the site: an id that nobody bears is an error.
fn attributes(candidate: &Candidate, id: &str) -> String {
    let mut text = format!("#{id} .{}", candidate.event_type.id());
    let ids =
        |named: &[Named]| named.iter().filter_map(|named| named.entry.clone()).collect::<Vec<_>>().join(",");
    let place = candidate.place.as_ref().and_then(|place| place.entry.clone()).unwrap_or_default();
    for (key, value) in [
        ("place", place),
        ("actors", ids(&candidate.actors)),
        ("recipients", ids(&candidate.recipients)),
        ("topics", ids(&candidate.topics)),
    ] {
        if !value.is_empty() {
            let _ = write!(text, " {key}={value}");
        }
    }
    text.push_str(" status=draft");
    text
}

/// Why the draft is what it is, for the editor.
fn reasons(candidate: &Candidate) -> Vec<String> {
    let mut lines = vec!["To be rewritten: the words below are the report's own.".to_owned()];
    if !candidate.date_reason.is_empty() {
        lines.push(format!("Date: {}", one_line(&candidate.date_reason)));
    }
    if let Some(existing) = &candidate.existing_event {
        lines.push(format!(
            "The site has this event already, it seems: {}: {}",
            existing.id,
            one_line(&existing.reason)
        ));
    }
    let why: Vec<String> = candidate.reasons.iter().map(|reason| one_line(reason)).collect();
    lines.push(format!(
        "Confidence {} of 100{}{}",
        candidate.confidence,
        if why.is_empty() { "" } else { ": " },
        why.join("; ")
    ));
    let kinds =
        [("actor", &candidate.actors), ("actor", &candidate.recipients), ("topic", &candidate.topics)];
    let place = candidate.place.iter().map(|place| ("place", place));
    let named =
        kinds.into_iter().flat_map(|(kind, list)| list.iter().map(move |named| (kind, named))).chain(place);
    for (kind, named) in named.filter(|(_, named)| named.entry.is_none()) {
        let name = one_line(&named.name);
        lines.push(format!("Not on the site yet: {name} (`dateline new {kind} \"{name}\"`)"));
    }
    lines
}

/// Words as Markdown that shows them as they are.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let marks = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}' | '|' | '~');
        let entity =
            c == '&' && chars.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#');
        if marks || entity {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    let number = escaped.chars().take_while(char::is_ascii_digit).count();
    let is_item = number > 0 && escaped[number..].starts_with(['.', ')']);
    if is_item {
        escaped.insert(number, '\\');
    } else if escaped.starts_with(['#', '-', '+', '=', ':']) {
        escaped.insert(0, '\\');
    }
    escaped
}
