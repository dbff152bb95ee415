//! Corrections that say otherwise than what came after them: readers would be told two things.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::correction::{CorrectedField, CorrectedValue, Told};
use crate::model::event::{Event, Status};
use crate::model::timeline::Timeline;
use crate::model::version;

/// The warnings for corrections whose `new` is neither what the page shows nor what the next one begins with.
pub fn contradicted(timeline: &Timeline) -> Vec<Diagnostic> {
    let corrected = timeline.events.iter().filter(|event| event.overlay.is_some());
    corrected
        .filter(|event| event.status == Status::Published)
        .flat_map(|event| of_event(timeline, event))
        .collect()
}

fn of_event(timeline: &Timeline, event: &Event) -> Vec<Diagnostic> {
    let Some(overlay) = event.overlay.map(|at| &timeline.overlays[at as usize]) else { return Vec::new() };
    let told = version::contradicted(timeline, event).into_iter().rev();
    let warning = |(told, next): (Told<'_>, CorrectedValue)| {
        let (one, next) = (told.correction, written(&next));
        let (field, said) = (one.field, one.new.as_ref().map(written));
        let said = said.unwrap_or_default();
        let message =
            format!("the correction says that the {} is now `{said}`, and then it is `{next}`", noun(field));
        Diagnostic::new(Code::ContradictedCorrection, message)
            .at(&overlay.source, one.span)
            .help("say in `new` what the page shows, or what the next correction of it has in `old`")
    };
    told.map(warning).collect()
}

fn noun(field: CorrectedField) -> &'static str {
    if field == CorrectedField::Title { "headline" } else { field.id() }
}

/// As it is written in an overlay.
fn written(value: &CorrectedValue) -> String {
    match value {
        CorrectedValue::Text(text) => text.clone(),
        CorrectedValue::Date(date) => date.as_str().to_owned(),
        CorrectedValue::Type(kind) => kind.id().to_owned(),
        CorrectedValue::Ids(ids) => ids.join(", "),
    }
}
