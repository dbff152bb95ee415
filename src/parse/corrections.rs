//! `corrections:` of an overlay.
//!
//! The ids in it are not looked up: what was corrected years ago may have
//! another name since.

use std::cell::RefCell;

use super::fields::Fields;
use super::overlay::unknown_type;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::correction::{CorrectedField, CorrectedValue, Correction};
use crate::model::date::Precision;
use crate::model::event_type::EventType;
use crate::model::source::SourceFile;

/// What stands for a reason in the lines that a warning gives to paste.
const PLACEHOLDER: &str = "…";

/// Reads the list; an entry with a mistake is noted and left out.
pub fn read(fields: &mut Fields<'_>, file: &SourceFile, out: &RefCell<Vec<Diagnostic>>) -> Vec<Correction> {
    fields.mappings("corrections").into_iter().filter_map(|one| correction(one, file, out)).collect()
}

fn correction(
    mut fields: Fields<'_>,
    file: &SourceFile,
    out: &RefCell<Vec<Diagnostic>>,
) -> Option<Correction> {
    let span = fields.key_span("date");
    let date = day(&mut fields);
    let field = field(&mut fields);
    // Which kind of value is meant depends on the field; without one, nothing is said of the values.
    let missing: Vec<&str> = ["old", "new"].into_iter().filter(|key| !fields.has(key)).collect();
    let is_nothing = missing.len() == 2;
    let reader = Reader { field: field.unwrap_or(CorrectedField::Text), file, out };
    let (old, new) = (reader.value(&mut fields, "old"), reader.value(&mut fields, "new"));
    let may_be_nothing = field.is_none_or(|field| field == CorrectedField::Text);
    if is_nothing && !may_be_nothing {
        let span = fields.key_span("field");
        let help = "say what it was, `old: …`, and what it is now, `new: …`";
        let message = "the correction says neither what was nor what is";
        out.borrow_mut().push(Diagnostic::new(Code::MissingKey, message).at(file, span).help(help));
    }
    let always = [CorrectedField::Title, CorrectedField::Date, CorrectedField::Type];
    if let (Some(field), [key]) = (field.filter(|field| always.contains(field)), missing.as_slice()) {
        let message = format!("`{key}` is missing: an event always has a {}", field.noun());
        let help = "say what it was, `old: …`, and what it is now, `new: …`";
        let diagnostic = Diagnostic::new(Code::MissingKey, message).at(file, fields.key_span("field"));
        out.borrow_mut().push(diagnostic.help(help));
    }
    if let (Some(_), Some(old), Some(new)) = (field, &old, &new)
        && old == new
    {
        let help = "say in `old` what readers were told before, or take the correction out";
        let diagnostic = Diagnostic::new(Code::InvalidValue, "`old` and `new` are the same");
        out.borrow_mut().push(diagnostic.at(file, fields.value_span("new")).help(help));
    }
    let why = why(&mut fields, file, out);
    fields.finish();
    let is_whole = may_be_nothing || old.is_some() || new.is_some();
    Some(Correction { date: date?, field: field.filter(|_| is_whole)?, old, new, why, span })
}

fn day(fields: &mut Fields<'_>) -> Option<chrono::NaiveDate> {
    if !fields.has("date") {
        fields.required_text("date");
        return None;
    }
    let (date, span) = fields.date("date")?;
    if date.precision() != Precision::Day || date.first() != date.last() {
        fields.invalid(format!("`{date}` is no day"), span, "write the day of the correction: `2025-09-03`");
        return None;
    }
    Some(date.first())
}

fn field(fields: &mut Fields<'_>) -> Option<CorrectedField> {
    if !fields.has("field") {
        fields.required_text("field");
    }
    let of = |text: &str| CorrectedField::ALL.into_iter().find(|field| field.id() == text);
    fields.choice("field", of, &CorrectedField::ALL.map(CorrectedField::id))
}

fn why(fields: &mut Fields<'_>, file: &SourceFile, out: &RefCell<Vec<Diagnostic>>) -> String {
    let span = fields.value_span("why");
    let why = fields.required_text("why");
    if why == PLACEHOLDER {
        let diagnostic = Diagnostic::new(Code::MissingKey, "the correction does not say why yet");
        let help = "tell readers in a sentence what was wrong";
        out.borrow_mut().push(diagnostic.at(file, span).help(help));
    }
    why
}

/// Reads values of a field.
struct Reader<'a> {
    field: CorrectedField,
    file: &'a SourceFile,
    out: &'a RefCell<Vec<Diagnostic>>,
}

impl Reader<'_> {
    fn value(&self, fields: &mut Fields<'_>, key: &'static str) -> Option<CorrectedValue> {
        match self.field {
            CorrectedField::Date => fields.date(key).map(|(date, _)| CorrectedValue::Date(date)),
            CorrectedField::Type => {
                let (text, span) = fields.text_at(key)?;
                let found = EventType::from_id(&text);
                if found.is_none() {
                    self.out.borrow_mut().push(unknown_type(&text).at(self.file, span));
                }
                found.map(CorrectedValue::Type)
            }
            CorrectedField::Place
            | CorrectedField::Actors
            | CorrectedField::Recipients
            | CorrectedField::Topics => ids(fields, key),
            CorrectedField::Title | CorrectedField::Time | CorrectedField::Text => {
                fields.text(key).map(CorrectedValue::Text)
            }
        }
    }
}

fn ids(fields: &mut Fields<'_>, key: &'static str) -> Option<CorrectedValue> {
    let ids = fields.ids(key)?;
    let ids: Vec<String> = ids.into_iter().map(|(id, _)| id).collect();
    (!ids.is_empty()).then_some(CorrectedValue::Ids(ids))
}
