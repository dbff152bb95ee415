//! Corrections: what an editor says of a change of a published event.
//!
//! Not here: the comparison with what was published before, which is `history`.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::date::EventDate;
use super::entry::{self, Entry, EntryKind};
use super::event::{Event, Status};
use super::event_type::EventType;
use super::language::Language;
use super::language::texts::Arg;
use super::source::Span;
use super::timeline::Timeline;

/// One entry of `corrections:` in an overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day of the correction.
    pub date: NaiveDate,
    /// What was corrected.
    pub field: CorrectedField,
    /// As it was; `None` if there was nothing.
    pub old: Option<CorrectedValue>,
    /// As it is now; `None` if there is nothing.
    pub new: Option<CorrectedValue>,
    /// Why, in plain text.
    pub why: String,
    /// Where it stands in the file.
    pub span: Span,
}

/// What can be corrected: the keys of an overlay, and the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorrectedField {
    /// The headline.
    Title,
    /// The date.
    Date,
    /// The clock time.
    Time,
    /// The type.
    Type,
    /// The place.
    Place,
    /// Those who acted.
    Actors,
    /// Those to whom it was done.
    Recipients,
    /// The topics.
    Topics,
    /// Anything else that the page says.
    Text,
}

impl CorrectedField {
    /// What messages call it.
    pub fn noun(self) -> &'static str {
        if self == Self::Title { "headline" } else { self.id() }
    }

    /// All of them, in the order of an overlay's keys.
    pub const ALL: [CorrectedField; 9] = [
        Self::Title,
        Self::Date,
        Self::Time,
        Self::Type,
        Self::Place,
        Self::Actors,
        Self::Recipients,
        Self::Topics,
        Self::Text,
    ];

    /// The value in the front matter.
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Time => "time",
            Self::Type => "type",
            Self::Place => "place",
            Self::Actors => "actors",
            Self::Recipients => "recipients",
            Self::Topics => "topics",
            Self::Text => "text",
        }
    }
}

/// A value as it was or is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectedValue {
    /// Words.
    Text(String),
    /// A date.
    Date(EventDate),
    /// A type.
    Type(EventType),
    /// Ids of a place, actors or topics. The one that was may be gone, so nothing here insists that they exist.
    Ids(Vec<String>),
}

/// The anchors of an event's corrections on its page, in their order: stable as long as none is deleted.
fn anchors(corrections: &[Correction]) -> Vec<String> {
    let mut of_day: HashMap<(NaiveDate, CorrectedField), usize> = HashMap::new();
    let anchor = |one: &Correction| {
        let count = of_day.entry((one.date, one.field)).or_default();
        *count += 1;
        let base = format!("correction-{}-{}", one.date, one.field.id());
        if *count == 1 { base } else { format!("{base}-{count}") }
    };
    corrections.iter().map(anchor).collect()
}

/// A correction with the event that it is of.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The event.
    pub event: &'a Event,
    /// Where it stands on the event's page.
    pub anchor: String,
    /// What it says.
    pub correction: &'a Correction,
}

/// The corrections of an event, newest first.
pub fn of_event<'a>(timeline: &'a Timeline, event: &'a Event) -> Vec<Told<'a>> {
    let Some(at) = event.overlay else { return Vec::new() };
    let corrections = &timeline.overlays[at as usize].corrections;
    let told = anchors(corrections).into_iter().zip(corrections).rev();
    let mut told: Vec<Told<'_>> =
        told.map(|(anchor, correction)| Told { event, anchor, correction }).collect();
    told.sort_by_key(|one| Reverse(one.correction.date));
    told
}

/// All corrections of events that readers can see, newest first.
pub fn of_site(timeline: &Timeline) -> Vec<Told<'_>> {
    let events = timeline.events.iter().chain(&timeline.withdrawn);
    let published = events.filter(|event| event.status != Status::Draft);
    let mut told: Vec<Told<'_>> = published.flat_map(|event| of_event(timeline, event)).collect();
    told.sort_by(|a, b| (b.correction.date, &a.event.id).cmp(&(a.correction.date, &b.event.id)));
    told
}

/// A value as readers are told it.
pub fn in_words(
    timeline: &Timeline,
    language: &Language,
    field: CorrectedField,
    value: &CorrectedValue,
) -> String {
    let kind = kind_of(field);
    match value {
        CorrectedValue::Text(text) => text.clone(),
        CorrectedValue::Date(date) => language.date(date),
        CorrectedValue::Type(kind) => language.event_type(*kind).to_owned(),
        CorrectedValue::Ids(ids) => {
            let names: Vec<&str> = ids.iter().map(|id| name(timeline.entries(kind), id)).collect();
            language.list(&names)
        }
    }
}

/// Of what kind the entries are whose ids a field has.
pub fn kind_of(field: CorrectedField) -> EntryKind {
    match field {
        CorrectedField::Place => EntryKind::Place,
        CorrectedField::Topics => EntryKind::Topic,
        _ => EntryKind::Actor,
    }
}

/// The name of a field, as a word of its own.
pub fn label(language: &Language, field: CorrectedField) -> &str {
    language.text(match field {
        CorrectedField::Title => "field_title",
        CorrectedField::Date => "field_date",
        CorrectedField::Time => "field_time",
        CorrectedField::Type => "field_type",
        CorrectedField::Place => "field_place",
        CorrectedField::Actors => "field_actors",
        CorrectedField::Recipients => "field_recipients",
        CorrectedField::Topics => "field_topics",
        CorrectedField::Text => "field_text",
    })
}

impl Told<'_> {
    /// What was, what is, and why, as plain text.
    pub fn sentence(&self, timeline: &Timeline, language: &Language) -> String {
        let one = self.correction;
        let words = |value| in_words(timeline, language, one.field, value);
        let (old, new) = (one.old.as_ref().map(words), one.new.as_ref().map(words));
        let id = match (&old, &new) {
            (Some(_), Some(_)) => "correction_changed",
            (None, Some(_)) => "correction_added",
            (Some(_), None) => "correction_removed",
            (None, None) => "correction_made",
        };
        let field = ("field", Arg::Text(label(language, one.field)));
        let values = [("old", &old), ("new", &new)];
        let values =
            values.into_iter().filter_map(|(name, value)| Some((name, Arg::Text(value.as_deref()?))));
        let args: Vec<_> = std::iter::once(field).chain(values).collect();
        [&language.say(id, &args), " ", &one.why].concat()
    }
}

/// The entry that has or had this id.
pub fn current<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    let had = |entry: &&Entry| entry.redirect_from.iter().any(|(old, _)| old == id);
    let now = entry::find(entries, id).map(|at| &entries[at as usize]);
    now.or_else(|| entries.iter().find(had))
}

/// The name of the entry that has or had this id; the id itself where none did.
fn name<'a>(entries: &'a [Entry], id: &'a str) -> &'a str {
    current(entries, id).map_or(id, |entry| entry.name.as_str())
}
