//! `decisions:` of an overlay: what the editor decides where accounts differ, each with its reason.
//!
//! A decision is the overlay's own key with a reason, and becomes one. Not here: whether an id names an entry.

use std::cell::RefCell;

use super::fields::Fields;
use super::overlay::event_type;
use crate::diagnostics::Diagnostic;
use crate::model::event::Overlay;
use crate::model::source::SourceFile;

/// Reads the decisions into the overlay.
pub fn read(fields: &mut Fields<'_>, overlay: &mut Overlay, out: &RefCell<Vec<Diagnostic>>) {
    let Some(mut all) = fields.mapping("decisions") else { return };
    let file = overlay.source.clone();
    let mut reader = Reader { all: &mut all, file: &file, out };
    if let Some((value, why)) =
        reader.one("date", overlay.date.is_some(), |one, _, _| Some(one.date("value")?.0))
    {
        (overlay.date, overlay.reasons.date) = (Some(value), why);
    }
    if let Some((value, why)) = reader.one("place", overlay.place.is_some(), |one, _, _| one.text_at("value"))
    {
        (overlay.place, overlay.reasons.place) = (Some(value), why);
    }
    let of_type =
        |one: &mut Fields<'_>, file: &SourceFile, out: &RefCell<_>| event_type(one, "value", file, out);
    if let Some((value, why)) = reader.one("type", overlay.event_type.is_some(), of_type) {
        (overlay.event_type, overlay.reasons.event_type) = (Some(value), why);
    }
    if let Some((value, why)) = reader.one("actors", overlay.actors.is_some(), |one, _, _| one.list("value"))
    {
        (overlay.actors, overlay.reasons.actors) = (Some(value), why);
    }
    let is_given = overlay.recipients.is_some();
    if let Some((value, why)) = reader.one("recipients", is_given, |one, _, _| one.list("value")) {
        (overlay.recipients, overlay.reasons.recipients) = (Some(value), why);
    }
    all.finish();
}

struct Reader<'r, 'a> {
    all: &'r mut Fields<'a>,
    file: &'r SourceFile,
    out: &'r RefCell<Vec<Diagnostic>>,
}

impl<'a> Reader<'_, 'a> {
    /// The value of a decision, and why; `is_given` where the overlay's own key gives a value too.
    fn one<T>(
        &mut self,
        key: &'static str,
        is_given: bool,
        value: impl Fn(&mut Fields<'a>, &SourceFile, &RefCell<Vec<Diagnostic>>) -> Option<T>,
    ) -> Option<(T, Option<String>)> {
        if is_given {
            let message = format!("`{key}` is given by itself and in `decisions`");
            self.all.misplaced(key, message, "keep the one in `decisions`, which says why");
            return None;
        }
        let mut one = self.all.mapping(key)?;
        if !one.has("value") {
            one.required_text("value");
        }
        let found = value(&mut one, self.file, self.out);
        let why = one.required_text("why");
        one.finish();
        Some((found?, Some(why)))
    }
}
