//! What an editor says of an agreement: `agreement:` in front matter and overlays; `agreement=`, `stage=` and `parties=` in headings.
//!
//! Whether the ids are those of actors and events is not known here.

use super::fields::Fields;
use super::slug_help;
use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::agreement::{GivenAgreement, GivenDue, Stage};
use crate::model::source::{SourceFile, Span};
use crate::model::url::is_slug;

/// The attributes of a heading.
pub const ATTRIBUTES: [&str; 3] = ["agreement", "stage", "parties"];

/// For a stage that cannot be read, so that nobody is told that it is missing too. It is never shown.
const STAND_IN: Stage = Stage::Proposed;

/// Reads a stage; what is wrong is returned, and what to do.
fn stage(text: &str) -> Result<Stage, (String, String)> {
    Stage::from_text(text).ok_or_else(|| {
        let help = suggest(text, Stage::ALL.map(Stage::id)).unwrap_or_default();
        (format!("an agreement has no stage `{text}`"), help)
    })
}

/// Reads one of the attributes; `ids` are those of its value. What is wrong is noted.
pub fn attribute(
    found: &mut GivenAgreement,
    file: &SourceFile,
    key: &str,
    (value, span): (&str, Span),
    ids: Vec<(String, Span)>,
    out: &mut Vec<Diagnostic>,
) {
    match key {
        "agreement" if is_slug(value) => found.id = Some((value.to_owned(), span)),
        "agreement" => {
            let diagnostic = Diagnostic::new(Code::InvalidId, format!("`{value}` is no id"));
            out.push(diagnostic.at(file, span).help(slug_help(value, "")));
        }
        "parties" => found.parties = Some(ids),
        _ => match stage(value) {
            Ok(stage) => found.stage = Some(stage),
            Err((message, help)) => {
                found.stage = Some(STAND_IN);
                out.push(Diagnostic::new(Code::InvalidValue, message).at(file, span).help(help));
            }
        },
    }
    found.span = if found.id.is_none() || key == "agreement" { span } else { found.span };
}

/// What the attributes of a heading say together, if there are any. Without an id they say nothing.
pub fn of_heading(
    found: GivenAgreement,
    is_given: bool,
    file: &SourceFile,
    out: &mut Vec<Diagnostic>,
) -> Option<Box<GivenAgreement>> {
    let says = found.stage.is_some() || found.parties.is_some();
    if !is_given && says {
        let message = "the heading names no agreement to which this belongs";
        let help = "write `agreement=ID` beside it, with an id that all steps of the agreement bear";
        out.push(Diagnostic::new(Code::MissingKey, message).at(file, found.span).help(help));
    }
    found.id.is_some().then(|| Box::new(found))
}

/// Reads the key `agreement`.
pub fn of_fields(fields: &mut Fields<'_>) -> Option<Box<GivenAgreement>> {
    let span = fields.key_span("agreement");
    let mut given = fields.mapping("agreement")?;
    let mut found = GivenAgreement { span, ..GivenAgreement::default() };
    let ids = given.ids("id").unwrap_or_default();
    if let Some((_, second)) = ids.get(1) {
        given.invalid(
            "an event is a step of one agreement, here are several".to_owned(),
            *second,
            "leave one id",
        );
    }
    found.id = ids.into_iter().next();
    found.title = given.text_at("title");
    found.parties = given.list("parties");
    if let Some((text, span)) = given.text_at("stage") {
        match stage(&text) {
            Ok(stage) => found.stage = Some(stage),
            Err((message, help)) => {
                found.stage = Some(STAND_IN);
                given.invalid(message, span, help);
            }
        }
    }
    found.due = given.mappings("due").into_iter().filter_map(due).collect();
    given.finish();
    Some(Box::new(found))
}

/// One thing that is due; what is missing is noted.
fn due(mut fields: Fields<'_>) -> Option<GivenDue> {
    let date = if fields.has("date") {
        fields.date("date").map(|(date, _)| date)
    } else {
        fields.required_text("date");
        None
    };
    let what = fields.required_text("what");
    let (by, met) = (fields.list("by").unwrap_or_default(), fields.text_at("met"));
    fields.finish();
    Some(GivenDue { date: date?, what, by, met })
}
