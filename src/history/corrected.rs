//! Which facts of an event have changed, and the correction that readers are owed.

use std::fmt::Write;

use chrono::NaiveDate;

use super::Renamed;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::correction::{CorrectedField, CorrectedValue};
use crate::model::entry::EntryKind;
use crate::model::event::{Event, Overlay};
use crate::model::permalinks::Facts;
use crate::model::timeline::Timeline;

/// The facts that are not the same.
pub fn differing(old: &Facts, new: &Facts) -> Vec<CorrectedField> {
    let fields = [
        (CorrectedField::Date, old.date != new.date),
        (CorrectedField::Type, old.event_type != new.event_type),
        (CorrectedField::Place, old.place != new.place),
        (CorrectedField::Actors, old.actors != new.actors),
        (CorrectedField::Recipients, old.recipients != new.recipients),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

/// An event with its facts before and now.
pub struct Judged<'a> {
    pub timeline: &'a Timeline,
    pub renamed: &'a Renamed<'a>,
    pub event: &'a Event,
    pub old: &'a Facts,
    pub new: &'a Facts,
}

impl Judged<'_> {
    /// The warning for those changes that no correction tells of, if there are any.
    pub fn uncorrected(&self, changed: &[CorrectedField], today: Option<NaiveDate>) -> Option<Diagnostic> {
        let overlay = self.event.overlay.map(|at| &self.timeline.overlays[at as usize]);
        let open: Vec<CorrectedField> = changed
            .iter()
            .copied()
            .filter(|field| !overlay.is_some_and(|it| self.tells(it, *field)))
            .collect();
        if open.is_empty() {
            return None;
        }
        let fields = listed(&open);
        let have = if open.len() == 1 { "has" } else { "have" };
        let id = &self.event.id;
        let message =
            format!("the {fields} of the published event `{id}` {have} changed, and no correction says so");
        let diagnostic = Diagnostic::new(Code::UncorrectedChange, message);
        let diagnostic = match self.event.accounts.first() {
            Some(at) => {
                let file = &self.timeline.article(at.article).meta.source;
                diagnostic.at(file, self.timeline.account(*at).heading)
            }
            None => diagnostic.in_file(&format!("content/events/{id}.md")),
        };
        let (help, lines) = self.help(overlay, &open, today);
        Some(diagnostic.help(help).paste(Some(lines)))
    }

    /// Whether the last correction of a field says what it is now.
    fn tells(&self, overlay: &Overlay, field: CorrectedField) -> bool {
        // Of several on one day, the last in the file.
        let of_field = overlay.corrections.iter().filter(|one| one.field == field);
        of_field.max_by_key(|one| one.date).is_some_and(|last| self.is_now(field, last.new.as_ref()))
    }

    fn is_now(&self, field: CorrectedField, value: Option<&CorrectedValue>) -> bool {
        let is_list = |kind: EntryKind, now: &[String]| match value {
            None => now.is_empty(),
            Some(CorrectedValue::Ids(ids)) => self.renamed.all_now(kind, ids) == now,
            Some(_) => false,
        };
        match (field, value) {
            (CorrectedField::Date, Some(CorrectedValue::Date(date))) => *date == self.new.date,
            (CorrectedField::Type, Some(CorrectedValue::Type(kind))) => *kind == self.new.event_type,
            (CorrectedField::Place, _) => is_list(EntryKind::Place, self.new.place.as_slice()),
            (CorrectedField::Actors, _) => is_list(EntryKind::Actor, &self.new.actors),
            (CorrectedField::Recipients, _) => is_list(EntryKind::Actor, &self.new.recipients),
            _ => false,
        }
    }

    /// What to do, and the lines to paste.
    fn help(
        &self,
        overlay: Option<&Overlay>,
        fields: &[CorrectedField],
        today: Option<NaiveDate>,
    ) -> (String, String) {
        let day = today.map_or_else(|| "DAY".to_owned(), |today| today.to_string());
        let mut items = String::new();
        for field in fields {
            // Writing into a text does not fail.
            let _ = write!(items, "  - date: {day}\n    field: {}\n", field.id());
            for (key, facts) in [("old", self.old), ("new", self.new)] {
                if let Some(value) = yaml(facts, *field) {
                    let _ = writeln!(items, "    {key}: {value}");
                }
            }
            items.push_str("    why: …\n");
        }
        let (what, path, lines) = match overlay {
            None => {
                let path = format!("content/events/{}.md", self.event.id);
                ("write this into", path, format!("---\ncorrections:\n{items}---"))
            }
            Some(overlay) if overlay.corrections.is_empty() => {
                ("add this to the keys of", overlay.source.path.to_string(), format!("corrections:\n{items}"))
            }
            Some(overlay) => ("add this to `corrections:` in", overlay.source.path.to_string(), items),
        };
        let help = format!("if it was a mistake, tell readers: {what} `{path}`, and say why");
        (help, lines.trim_end().to_owned())
    }
}

/// A fact as a value in front matter; `None` if there is none.
fn yaml(facts: &Facts, field: CorrectedField) -> Option<String> {
    let list = |ids: &[String]| (!ids.is_empty()).then(|| format!("[{}]", ids.join(", ")));
    match field {
        CorrectedField::Date => Some(facts.date.to_string()),
        CorrectedField::Type => Some(facts.event_type.id().to_owned()),
        CorrectedField::Place => facts.place.clone(),
        CorrectedField::Actors => list(&facts.actors),
        CorrectedField::Recipients => list(&facts.recipients),
        _ => None,
    }
}

/// `date, type and place`
fn listed(fields: &[CorrectedField]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| field.id()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
