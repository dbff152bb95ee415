//! `content/events/ID.md` -> overlays.

use std::cell::RefCell;

use super::fields::Fields;
use super::{agreement, contact, corrections, decisions, keyed};
use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::difference::Reasons;
use crate::model::event::{Overlay, Status};
use crate::model::event_type::EventType;
use crate::model::source::SourceFile;

/// Reads one overlay; `None` where the file has no front matter at all.
pub fn overlay(file: &SourceFile) -> (Option<Overlay>, Vec<Diagnostic>) {
    keyed::read(file, |fields, keyed| {
        let statuses = [Status::Published, Status::Draft, Status::Withdrawn];
        let status_of = |text: &str| statuses.into_iter().find(|status| status.id() == text);
        let status_span = fields.key_span("status");
        let mut overlay = Overlay {
            id: keyed.id,
            title: fields.text("title"),
            date: fields.date("date").map(|(date, _)| date),
            time: fields.time("time"),
            event_type: event_type(fields, "type", file, keyed.out),
            place: fields.text_at("place"),
            actors: fields.list("actors"),
            recipients: fields.list("recipients"),
            topics: fields.list("topics"),
            reasons: Reasons::default(),
            status: fields.choice("status", status_of, &statuses.map(Status::id)),
            reason: fields.text("reason"),
            answers: fields.list("answers").unwrap_or_default(),
            contact: contact::of_fields(fields),
            agreement: agreement::of_fields(fields),
            redirect_from: fields.ids("redirect_from").unwrap_or_default(),
            corrections: corrections::read(fields, file, keyed.out),
            source: file.clone(),
            body: keyed.body,
        };
        decisions::read(fields, &mut overlay, keyed.out);
        for key in ["stage", "parties", "due"] {
            if fields.has(key) {
                let help = "write it below `agreement:`, two spaces further in";
                fields.misplaced(key, format!("`{key}` is said of an agreement"), help);
            }
        }
        if overlay.status == Some(Status::Withdrawn) && overlay.reason.is_none() {
            let diagnostic = Diagnostic::new(Code::MissingReason, "a withdrawn event needs a reason")
                .at(file, status_span)
                .help("add a line `reason: …` that tells readers why it was withdrawn");
            keyed.out.borrow_mut().push(diagnostic);
        }
        overlay
    })
}

/// A type of event.
pub fn event_type(
    fields: &mut Fields<'_>,
    key: &'static str,
    file: &SourceFile,
    out: &RefCell<Vec<Diagnostic>>,
) -> Option<EventType> {
    let (text, span) = fields.text_at(key)?;
    let found = EventType::from_id(&text);
    if found.is_none() {
        out.borrow_mut().push(unknown_type(&text).at(file, span));
    }
    found
}

/// The diagnostic for a type that does not exist; its place is the caller's to say.
pub fn unknown_type(text: &str) -> Diagnostic {
    let help = suggest(text, EventType::ALL.iter().map(|kind| kind.id())).unwrap_or_default();
    Diagnostic::new(Code::UnknownType, format!("there is no event type `{text}`")).help(help)
}
