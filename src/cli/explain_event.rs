//! `--explain ID`: for one event, which words gave what, and what overrode them.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostics::nearest;
use crate::merge::contact_rules;
use crate::model::article::{Account, Article, Reason, Reasoned};
use crate::model::date_words::words;
use crate::model::difference::{Between, Rule};
use crate::model::entry::{Entry, Role};
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::timeline::Timeline;

/// The explanation as text.
pub fn explain(timeline: &Timeline, id: &str) -> String {
    let found = timeline.events.iter().chain(&timeline.withdrawn).find(|event| event.id == id);
    let Some(event) = found else {
        let near = nearest(id, timeline.events.iter().map(|event| event.id.as_str()));
        let help = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        return format!("There is no event `{id}`{help}\n\n");
    };
    let mut text = String::new();
    // Writing into a String does not fail.
    let _ = writeln!(text, "{}: {}", event.id, event.headline);
    shown(&mut text, timeline, event);
    contact(&mut text, timeline, event);
    thread(&mut text, timeline, event);
    for at in &event.accounts {
        account(&mut text, timeline, timeline.article(at.article), timeline.account(*at));
    }
    text.push('\n');
    text
}

/// The values that the page shows, and what chose them.
fn shown(text: &mut String, timeline: &Timeline, event: &Event) {
    let overlay = event.overlay.map(|at| &timeline.overlays[at as usize]);
    let rule = |field: &str, by_overlay: bool| {
        let difference = event.differences.iter().find(|difference| difference.field().id() == field);
        let differ = match difference.map(|difference| difference.between) {
            Some(Between::Accounts | Between::Editors) => "the accounts differ; ",
            _ => "",
        };
        let why = match (by_overlay, difference.map(|difference| difference.rule)) {
            (true, _) => "the overlay decides",
            (false, None) if field == "place" && event.place.is_none() => "no account names one",
            (false, None) if event.accounts.len() == 1 => "the one account says so",
            (false, Some(Rule::MostFrequent)) => "most accounts say so",
            (false, Some(Rule::MostPrecise)) => "this is the most precise",
            (false, Some(_)) => "the earliest article says so",
            (false, None) => "all accounts agree",
        };
        format!("{differ}{why}")
    };
    let set = |is: fn(&crate::model::event::Overlay) -> bool| overlay.is_some_and(is);
    let _ = writeln!(
        text,
        "  date    {} ({}): {}",
        event.date,
        words(&event.date),
        rule("date", set(|o| o.date.is_some()))
    );
    let _ = writeln!(
        text,
        "  type    {}: {}",
        event.event_type.id(),
        rule("type", set(|o| o.event_type.is_some()))
    );
    let place = event.place.map_or("none", |place| timeline.places[place as usize].id.as_str());
    let _ = writeln!(text, "  place   {place}: {}", rule("place", set(|o| o.place.is_some())));
    if let Some(overlay) = overlay {
        let keys = [
            ("title", overlay.title.is_some()),
            ("actors", overlay.actors.is_some()),
            ("recipients", overlay.recipients.is_some()),
            ("topics", overlay.topics.is_some()),
            ("status", overlay.status.is_some()),
        ];
        let keys: Vec<&str> = keys.into_iter().filter(|(_, set)| *set).map(|(key, _)| key).collect();
        let also =
            if keys.is_empty() { String::new() } else { format!(", which also sets {}", keys.join(", ")) };
        let _ = writeln!(text, "  overlay {}{also}", overlay.source.path);
    }
}

/// Who met whom, and which rule gave what. Of an event that could be a contact and is none, that.
fn contact(text: &mut String, timeline: &Timeline, event: &Event) {
    let Some(contact) = &event.contact else {
        if matches!(event.event_type, EventType::Consult | EventType::Mediate) {
            let _ = writeln!(
                text,
                "  contact none: fewer than two sides are known, it is not known who mediates, or `channel=none` says so"
            );
        }
        return;
    };
    let id = |actor: u32| timeline.actors[actor as usize].id.as_str();
    for side in &contact.sides {
        let for_it =
            |role: &&Role| role.on_behalf_of.as_ref().is_some_and(|(whom, _)| whom == id(side.actor));
        let acts = |person: &u32| {
            let roles = timeline.actors[*person as usize].roles();
            let role = roles.iter().filter(|role| role.held_on(&event.date)).find(for_it)?;
            Some(format!("{} is {} on that day", id(*person), role.title))
        };
        let acting: Vec<String> = side.persons.iter().filter_map(acts).collect();
        let why = if acting.is_empty() { "takes part".to_owned() } else { acting.join(", ") };
        let _ = writeln!(text, "  contact {}: {why}", id(side.actor));
    }
    let mediators: Vec<&str> = contact.mediators.iter().map(|at| id(*at)).collect();
    let parts = [
        ("channel", contact.channel.map(|by| (by.value.id().to_owned(), by.rule))),
        ("level", contact.level.map(|by| (by.value.id().to_owned(), by.rule))),
        ("host", contact.host.map(|by| (id(by.value).to_owned(), by.rule))),
        ("mediator", contact.mediator_rule.map(|rule| (mediators.join(", "), rule))),
    ];
    let rules: BTreeMap<_, _> = contact_rules().into_iter().collect();
    for (what, value) in parts {
        let _ = match value {
            Some((value, rule)) => {
                let why = rules[what].iter().find(|(id, _)| *id == rule).map_or(rule, |(_, why)| why);
                writeln!(text, "  {what:7} {value}: {why}")
            }
            None => writeln!(text, "  {what:7} none: no rule gives one"),
        };
    }
}

/// What the event answers, and by what it is answered.
fn thread(text: &mut String, timeline: &Timeline, event: &Event) {
    let Some(at) = timeline.all_events().find(|at| timeline.event(*at).id == event.id) else { return };
    let threads = &timeline.index.threads;
    for (label, links) in [("answers", &threads.answers), ("answered by", &threads.answered_by)] {
        let ids: Vec<&str> =
            links.get(&at).into_iter().flatten().map(|at| timeline.event(*at).id.as_str()).collect();
        if !ids.is_empty() {
            let _ = writeln!(text, "  {label} {}", ids.join(", "));
        }
    }
}

fn account(text: &mut String, timeline: &Timeline, article: &Article, account: &Account) {
    let file = &article.meta.source;
    let line = file.line(account.heading.start as usize);
    let _ = writeln!(text, "\n{}:{line}: {} ({})", file.path, account.headline, account.date);
    let because = |reason: Reason| {
        let at = |span: crate::model::source::Span| {
            let words = span.of(&file.text).split_whitespace().collect::<Vec<_>>().join(" ");
            (words, file.line(span.start as usize))
        };
        match reason {
            Reason::Given(span) => format!("given in line {}", at(span).1),
            Reason::Words(span) => format!("the words “{}” in line {}", at(span).0, at(span).1),
            Reason::PlaceWords(span) => {
                format!("the words “{}” after a preposition of place, line {}", at(span).0, at(span).1)
            }
            Reason::Position(span) => format!("the position “{}” in line {}", at(span).0, at(span).1),
            Reason::Dateline => {
                format!("the article's dateline “{}”", article.meta.dateline.as_deref().unwrap_or(""))
            }
            Reason::Default => "nothing pointed elsewhere".to_owned(),
        }
    };
    let id = if account.id_given { "given" } else { "made of the date and the headline" };
    let _ = writeln!(text, "  id        {}: {id}", account.event_id);
    let _ = writeln!(
        text,
        "  type      {}: {}",
        account.event_type.value.id(),
        because(account.event_type.reason)
    );
    let mut list = |label: &str, entries: &[Entry], values: &[Reasoned<u32>]| {
        for value in values {
            let _ =
                writeln!(text, "  {label:9} {}: {}", entries[value.value as usize].id, because(value.reason));
        }
    };
    list("place", &timeline.places, account.place.as_slice());
    list("actor", &timeline.actors, &account.actors);
    list("recipient", &timeline.actors, &account.recipients);
    list("topic", &timeline.topics, &account.topics);
}
