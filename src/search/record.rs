//! An event -> its record: the words by which it is found, and the facets by which it is filtered.
//!
//! The script that shows results has nothing but the record; so facets also
//! carry what its list item shows.

use chrono::Datelike;
use pulldown_cmark::{BrokenLink, CowStr, Event as Markdown, Parser, TagEnd};

use crate::model::article::Reference;
use crate::model::entry::{Details, Entry};
use crate::model::event::{Event, Status};
use crate::model::language::Language;
use crate::model::markdown::OPTIONS;
use crate::model::publisher::Publisher;
use crate::model::search::Record;
use crate::model::timeline::Timeline;
use crate::model::url;

/// Between texts that do not belong together.
const BREAK: &str = " · ";

/// The record of one event, in the language of the pages.
pub fn record(timeline: &Timeline, language: &Language, event: &Event) -> Record {
    let headline = &event.headline;
    let text = Some(text(timeline, event)).filter(|text| text.contains(char::is_alphanumeric));
    Record {
        path: url::event(&event.id),
        // Without a word of text a record could not be found at all.
        text: text.unwrap_or_else(|| headline.clone()),
        fields: vec![
            ("date", date(language, event)),
            ("edtf", event.date.as_str().to_owned()),
            ("names", names(timeline, language, event)),
            ("title", headline.clone()),
        ],
        facets: facets(timeline, language, event),
    }
}

fn date(language: &Language, event: &Event) -> String {
    let words = language.date(&event.date);
    match event.time {
        Some(time) => language.list(&[&words, &language.time(time)]),
        None => words,
    }
}

/// The editor's words, then what each account says, with its headline where that is another.
fn text(timeline: &Timeline, event: &Event) -> String {
    let mut text = String::new();
    if let Some(overlay) = event.overlay.map(|at| &timeline.overlays[at as usize]) {
        add(&mut text, overlay.body.of(&overlay.source.text), &[]);
    }
    for at in &event.accounts {
        let (meta, account) = (&timeline.article(at.article).meta, timeline.account(*at));
        if account.headline != event.headline {
            part(&mut text);
            text.push_str(&account.headline);
        }
        add(&mut text, account.body.of(&meta.source.text), &meta.references);
    }
    text
}

/// Begins another part of a text.
fn part(text: &mut String) {
    if !text.is_empty() {
        text.push_str(BREAK);
    }
}

/// Appends the words of Markdown, without its marks and without raw HTML.
fn add(text: &mut String, markdown: &str, references: &[Reference]) {
    if markdown.trim().is_empty() {
        return;
    }
    part(text);
    let mut lookup = |link: BrokenLink<'_>| {
        let found =
            references.iter().find(|known| known.label.to_lowercase() == link.reference.to_lowercase())?;
        Some((CowStr::from(found.destination.clone()), CowStr::from(found.title.clone())))
    };
    for event in Parser::new_with_broken_link_callback(markdown, OPTIONS, Some(&mut lookup)) {
        match event {
            Markdown::Text(piece) | Markdown::Code(piece) => text.push_str(&piece),
            Markdown::SoftBreak | Markdown::HardBreak | Markdown::Rule => text.push(' '),
            Markdown::End(TagEnd::DefinitionListTitle) => text.push_str(": "),
            Markdown::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::DefinitionListDefinition,
            ) => text.push(' '),
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
}

/// Every name under which the event's actors, topics and place are known, and who reports it.
fn names(timeline: &Timeline, language: &Language, event: &Event) -> String {
    let actors = event.participants.iter().map(|participant| &timeline.actors[participant.actor as usize]);
    let topics = event.topics.iter().map(|topic| &timeline.topics[*topic as usize]);
    let place = event.place.map(|place| &timeline.places[place as usize]);
    let mut names: Vec<&str> = Vec::new();
    for entry in actors.chain(topics).chain(place) {
        names.push(&entry.name);
        names.extend(entry.aliases.iter().map(|(alias, _)| alias.as_str()));
    }
    names.extend(place.and_then(|place| country(language, place)));
    names.push(language.event_type(event.event_type));
    names.extend(publishers(timeline, event).into_iter().map(|known| known.name.as_str()));
    let mut known = Vec::with_capacity(names.len());
    for name in names {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    known.join(", ")
}

fn country<'a>(language: &'a Language, place: &'a Entry) -> Option<&'a str> {
    match &place.details {
        Details::Place { country: Some(code), .. } => language.country(code),
        _ => None,
    }
}

/// Who reports an event, each once and as its own page names it; articles may write the name in other ways.
fn publishers<'a>(timeline: &'a Timeline, event: &Event) -> Vec<&'a Publisher> {
    let names = event.accounts.iter().filter_map(|at| timeline.article(at.article).meta.publisher.as_deref());
    let mut found: Vec<&Publisher> = names.filter_map(|name| timeline.publisher(name)).collect();
    found.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    found.dedup();
    found
}

/// Actor, topic, place, type and publisher as `ID NAME`, for an id holds no space; the year; and what
/// is no choice, but is shown: the class of the type, and marks.
fn facets(timeline: &Timeline, language: &Language, event: &Event) -> Vec<(&'static str, Vec<String>)> {
    let entry = |entry: &Entry| format!("{} {}", entry.id, entry.name);
    let actors = event.participants.iter().map(|one| entry(&timeline.actors[one.actor as usize]));
    let topics = event.topics.iter().map(|topic| entry(&timeline.topics[*topic as usize]));
    let place = event.place.iter().map(|place| entry(&timeline.places[*place as usize]));
    let kind = event.event_type;
    let publishers = publishers(timeline, event).into_iter().map(|by| format!("{} {}", by.id, by.name));
    let marks = [("draft", event.status == Status::Draft), ("differ", event.sources_differ())];
    let attested =
        event.attestation.classes().map(|class| format!("{} {}", class.id(), language.text(class.texts().0)));
    let facets = [
        ("actor", actors.collect()),
        ("attestation", attested.collect()),
        ("class", vec![kind.class().id().to_owned()]),
        ("mark", marks.into_iter().filter(|(_, is)| *is).map(|(mark, _)| mark.to_owned()).collect()),
        ("place", place.collect()),
        ("publisher", publishers.collect()),
        ("topic", topics.collect()),
        ("type", vec![format!("{} {}", kind.id(), language.event_type(kind))]),
        ("year", vec![event.date.first().year().to_string()]),
    ];
    facets.into_iter().filter(|(_, values): &(_, Vec<String>)| !values.is_empty()).collect()
}
