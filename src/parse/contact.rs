//! What an editor gives of a contact: `channel`, `level`, `host`, `mediator`, in headings, front matter and overlays.
//!
//! Whether the ids are those of actors is not known here.

use super::fields::Fields;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::contact::{Channel, GivenContact, Level, NO_CONTACT};
use crate::model::source::Span;

/// Reads `channel=`; what is wrong is returned, without its place.
pub fn channel(found: &mut GivenContact, value: &str) -> Option<Diagnostic> {
    found.is_none = value == NO_CONTACT;
    found.channel = Channel::ALL.into_iter().find(|channel| channel.id() == value);
    let is_known = found.is_none || found.channel.is_some();
    (!is_known).then(|| wrong("channel", value, &channels()))
}

/// Reads `level=`; what is wrong is returned, without its place.
pub fn level(found: &mut GivenContact, value: &str) -> Option<Diagnostic> {
    found.level = Level::ALL.into_iter().find(|level| level.id() == value);
    found.level.is_none().then(|| wrong("level", value, &Level::ALL.map(Level::id)))
}

/// Reads `host=`; what is wrong is returned, without its place.
pub fn host(found: &mut GivenContact, value: &str, span: Span) -> Option<Diagnostic> {
    if value.contains(',') {
        let message = "an event has one host, here are several";
        return Some(
            Diagnostic::new(Code::InvalidValue, message).help("leave the one at whose place it was"),
        );
    }
    found.host = Some((value.to_owned(), span));
    None
}

fn channels() -> Vec<&'static str> {
    Channel::ALL.into_iter().map(Channel::id).chain([NO_CONTACT]).collect()
}

fn wrong(key: &str, value: &str, all: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::InvalidValue, format!("`{key}` cannot be `{value}`"))
        .help(format!("one of: {}", all.join(", ")))
}

/// Reads the four keys.
pub fn of_fields(fields: &mut Fields<'_>) -> GivenContact {
    let mut found = GivenContact { host: fields.text_at("host"), ..GivenContact::default() };
    found.mediators = fields.list("mediator");
    let all = channels();
    if let Some(value) = fields.choice("channel", |text| all.iter().find(|known| **known == text), &all) {
        channel(&mut found, value);
    }
    let levels = Level::ALL.map(Level::id);
    if let Some(value) = fields.choice("level", |text| levels.iter().find(|known| **known == text), &levels) {
        level(&mut found, value);
    }
    found
}
