//! One article: its words -> actors, topics, places and types, each with its reason.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;

use super::names::{Mention, Names};
use super::{types, unknown_id};
use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::article::{
    Account, Article, ParsedAccount, ParsedArticle, ParsedPosition, Position, Reason, Reasoned, TextBlock,
};
use crate::model::contact::SaidOfContact;
use crate::model::contact_words;
use crate::model::date::{ClockTime, EventDate};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event_type::EventType;
use crate::model::source::{SourceFile, Span};
use crate::model::url::{LONGEST_ID, slug};

/// Resolves the names of one article. `timezone` is that of clock times without an offset.
pub fn article(parsed: ParsedArticle, names: &Names, timezone: Tz) -> (Article, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let dateline_place =
        parsed.meta.dateline.as_deref().and_then(|place| names.by_name(EntryKind::Place, place));
    let accounts = parsed
        .accounts
        .into_iter()
        .map(|account| {
            let file = &parsed.meta.source;
            Resolver { names, file, dateline_place, out: &mut diagnostics }.account(account, timezone)
        })
        .collect();
    (Article { meta: parsed.meta, accounts, dateline_place }, diagnostics)
}

struct Resolver<'a> {
    names: &'a Names,
    file: &'a SourceFile,
    dateline_place: Option<u32>,
    out: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn account(&mut self, parsed: ParsedAccount, timezone: Tz) -> Account {
        let in_headline = self.names.find(&parsed.headline);
        let in_prose: Vec<Mention> = parsed.prose.iter().flat_map(|block| self.names.find(block)).collect();
        let mentions: Vec<Mention> = in_headline.iter().chain(&in_prose).copied().collect();
        let positions: Vec<(Position, Span)> =
            parsed.positions.iter().filter_map(|position| self.position(position)).collect();

        let recipients = self.given(EntryKind::Actor, parsed.recipients.as_deref()).unwrap_or_default();
        let mut actors = self.given(EntryKind::Actor, parsed.actors.as_deref()).unwrap_or_else(|| {
            found(
                &mentions,
                EntryKind::Actor,
                positions.iter().map(|(position, span)| (position.actor, *span)),
            )
        });
        actors.retain(|actor| recipients.iter().all(|recipient| recipient.value != actor.value));
        let topics = self.given(EntryKind::Topic, parsed.topics.as_deref()).unwrap_or_else(|| {
            found(
                &mentions,
                EntryKind::Topic,
                positions.iter().map(|(position, span)| (position.topic, *span)),
            )
        });
        let place = match &parsed.place {
            Some(given) => self
                .given(EntryKind::Place, Some(std::slice::from_ref(given)))
                .and_then(|p| p.first().copied()),
            None => place(&mentions, self.dateline_place),
        };
        let event_type = event_type(&parsed);
        let contact = self.contact(&parsed, event_type.value);
        self.parties(&parsed);
        Account {
            event_id: match &parsed.id {
                Some((id, _)) => id.clone(),
                None => made_id(&parsed.date, &parsed.headline.text),
            },
            id_given: parsed.id.is_some(),
            heading: parsed.heading,
            time: parsed.time.map(|time| with_offset(time, &parsed.date, timezone)),
            event_type,
            date: parsed.date,
            headline: single_spaced(&parsed.headline.text),
            place,
            actors,
            recipients,
            topics,
            answers: parsed.answers,
            contact,
            agreement: parsed.agreement,
            positions: positions.into_iter().map(|(position, _)| position).collect(),
            evidence: parsed
                .evidence
                .into_iter()
                .map(|span| super::quotations::evidence(self.file, span))
                .collect(),
            body: parsed.body,
            cuts: parsed.cuts,
            links: links(&in_prose),
            draft: parsed.draft,
        }
    }

    /// What it says of a contact; words count only in an account of a meeting.
    fn contact(&mut self, parsed: &ParsedAccount, event_type: EventType) -> SaidOfContact {
        let given = parsed.contact.clone();
        for ids in [given.host.as_slice(), given.mediators.as_deref().unwrap_or_default()] {
            self.given(EntryKind::Actor, Some(ids));
        }
        if event_type != EventType::Consult {
            return SaidOfContact { given, ..SaidOfContact::default() };
        }
        let text = parsed.prose.first().and_then(|block| contact_words::channel(&block.text, false));
        SaidOfContact { given, headline: contact_words::channel(&parsed.headline.text, true), text }
    }

    /// Notes actors in an agreement who do not exist.
    fn parties(&mut self, parsed: &ParsedAccount) {
        let actors = parsed.agreement.iter().flat_map(|agreement| agreement.actors());
        for actor in actors {
            self.given(EntryKind::Actor, Some(std::slice::from_ref(actor)));
        }
    }

    /// Entries that an attribute names; the unknown ones are noted.
    fn given(&mut self, kind: EntryKind, ids: Option<&[(String, Span)]>) -> Option<Vec<Reasoned<u32>>> {
        let mut entries: Vec<Reasoned<u32>> = Vec::new();
        for (id, span) in ids? {
            match self.names.by_id(kind, id) {
                Some(value) if entries.iter().any(|entry| entry.value == value) => {}
                Some(value) => entries.push(Reasoned { value, reason: Reason::Given(*span) }),
                None => self.out.push(unknown_id(kind, id, self.names, self.file, *span)),
            }
        }
        Some(entries)
    }

    /// "ACTOR on TOPIC": at whichever " on " both sides are known.
    fn position(&mut self, parsed: &ParsedPosition) -> Option<(Position, Span)> {
        let splits: Vec<(&str, &str)> = parsed
            .term
            .match_indices(" on ")
            .map(|(at, on)| (parsed.term[..at].trim(), parsed.term[at + on.len()..].trim()))
            .collect();
        let actor = |name: &str| self.names.by_name(EntryKind::Actor, name);
        let topic = |name: &str| self.names.by_name(EntryKind::Topic, name);
        let known = splits.iter().find_map(|(left, right)| actor(left).zip(topic(right)));
        if let Some((actor, topic)) = known {
            let position =
                Position { actor, topic, text: parsed.text, conditions: parsed.conditions.clone() };
            return Some((position, parsed.span));
        }
        let (left, right) = splits.first().copied().unwrap_or((parsed.term.as_str(), ""));
        let (code, kind, wrong) = if actor(left).is_none() {
            (Code::UnknownActor, EntryKind::Actor, left)
        } else {
            (Code::UnknownTopic, EntryKind::Topic, right)
        };
        let message = format!("a position of an unknown {}: `{wrong}`", kind.noun());
        let help = suggest(wrong, self.names.labels(kind)).unwrap_or_else(|| {
            format!("write `ACTOR on TOPIC` with a name, alias or id from `content/{}/`", kind.folder())
        });
        self.out.push(Diagnostic::new(code, message).at(self.file, parsed.span).help(help));
        None
    }
}

/// Where HTML stood in a headline, the spaces around it are left.
fn single_spaced(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Entries that the text mentions, each once, in order; then those of positions.
fn found(
    mentions: &[Mention],
    kind: EntryKind,
    positions: impl Iterator<Item = (u32, Span)>,
) -> Vec<Reasoned<u32>> {
    let mentioned = mentions
        .iter()
        .filter(|mention| mention.entry.kind == kind)
        .map(|mention| Reasoned { value: mention.entry.index, reason: Reason::Words(mention.source) });
    let stated = positions.map(|(value, span)| Reasoned { value, reason: Reason::Position(span) });
    let mut entries: Vec<Reasoned<u32>> = Vec::new();
    for entry in mentioned.chain(stated) {
        if entries.iter().all(|known| known.value != entry.value) {
            entries.push(entry);
        }
    }
    entries
}

/// The first place after a preposition of place, else the first that is named, else the dateline.
fn place(mentions: &[Mention], dateline: Option<u32>) -> Option<Reasoned<u32>> {
    let places = || mentions.iter().filter(|mention| mention.entry.kind == EntryKind::Place);
    let words = |mention: &Mention| {
        let reason =
            if mention.locative { Reason::PlaceWords(mention.source) } else { Reason::Words(mention.source) };
        Reasoned { value: mention.entry.index, reason }
    };
    places()
        .find(|mention| mention.locative)
        .or_else(|| places().next())
        .map(words)
        .or(dateline.map(|value| Reasoned { value, reason: Reason::Dateline }))
}

fn event_type(parsed: &ParsedAccount) -> Reasoned<EventType> {
    if let Some((id, span)) = &parsed.event_type
        && let Some(value) = EventType::from_id(id)
    {
        return Reasoned { value, reason: Reason::Given(*span) };
    }
    let in_block = |block: &TextBlock| {
        let (value, range) = types::find(&block.text)?;
        let part = block.parts.iter().rfind(|part| part.at as usize <= range.start)?;
        let start = part.source.start + u32::try_from(range.start).ok()? - part.at;
        let length = u32::try_from(range.len()).ok()?;
        Some(Reasoned { value, reason: Reason::Words(Span { start, end: start + length }) })
    };
    in_block(&parsed.headline)
        .or_else(|| parsed.prose.first().and_then(in_block))
        .unwrap_or(Reasoned { value: EventType::Statement, reason: Reason::Default })
}

/// The first mention of each entry that can be linked; links never overlap.
fn links(mentions: &[Mention]) -> Vec<(Span, EntryRef)> {
    let mut links: Vec<(Span, EntryRef)> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.linkable) {
        let overlaps = links.last().is_some_and(|(span, _)| span.end > mention.source.start);
        if !overlaps && links.iter().all(|(_, entry)| *entry != mention.entry) {
            links.push((mention.source, mention.entry));
        }
    }
    links
}

fn made_id(date: &EventDate, headline: &str) -> String {
    let of_headline = slug(headline);
    let id = format!("{}-{of_headline}", date.slug());
    if !of_headline.is_empty() && id.len() <= LONGEST_ID && of_headline.len() < LONGEST_ID - 12 {
        return id;
    }
    // Cut or empty, two headlines could make one id: a part of the headline's hash tells them apart.
    let hash = blake3::hash(headline.as_bytes()).to_hex();
    let room = LONGEST_ID - 9;
    let cut = id.char_indices().map(|(at, _)| at).take_while(|at| *at <= room).last().unwrap_or(0);
    format!("{}-{}", id[..cut.min(id.len())].trim_end_matches('-'), &hash[..8])
}

/// A clock time without an offset is meant in the site's timezone.
fn with_offset(time: ClockTime, date: &EventDate, timezone: Tz) -> ClockTime {
    if time.offset.is_some() {
        return time;
    }
    let minutes = u32::from(time.minute_of_day);
    let local = date.first().and_hms_opt(minutes / 60, minutes % 60, 0);
    // In the hour that a clock change leaves out, the offset from before the change holds on.
    let moment = local.and_then(|local| {
        let before = || timezone.from_local_datetime(&(local - chrono::TimeDelta::hours(3))).earliest();
        timezone.from_local_datetime(&local).earliest().or_else(before)
    });
    let seconds = moment.map_or(0, |moment| moment.offset().fix().local_minus_utc());
    ClockTime { offset: i16::try_from(seconds / 60).ok(), ..time }
}
