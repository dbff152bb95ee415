//! Corrections that say otherwise than what came after them: readers would be told two things.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::correction::CorrectedValue;
use crate::model::event::{Event, Status};
use crate::model::permalinks::Permalinks;
use crate::model::timeline::Timeline;
use crate::model::version::{self, Contradicted};

/// The warnings for corrections whose `new` is neither what the page shows nor what the next one begins with, and for those
/// from before the event was published.
pub fn contradicted(timeline: &Timeline, lock: &Permalinks) -> Vec<Diagnostic> {
    let corrected = timeline.events.iter().filter(|event| event.overlay.is_some());
    corrected
        .filter(|event| event.status == Status::Published)
        .flat_map(|event| of_event(timeline, lock, event))
        .collect()
}

fn of_event(timeline: &Timeline, lock: &Permalinks, event: &Event) -> Vec<Diagnostic> {
    let Some(overlay) = event.overlay.map(|at| &timeline.overlays[at as usize]) else { return Vec::new() };
    let warning = |found: Contradicted<'_>| {
        let one = found.told.correction;
        let said = one.new.as_ref().map(written).unwrap_or_default();
        let (noun, next) = (one.field.noun(), written(&found.next));
        let but = if found.is_shown { "the page shows" } else { "the next correction of it begins with" };
        let message = format!("by the correction the {noun} is now `{said}`, but {but} `{next}`");
        let help = if found.is_swapped {
            "exchange the values of `old` and `new`"
        } else {
            "say in `new` what the page shows, or what the next correction of it has in `old`"
        };
        Diagnostic::new(Code::ContradictedCorrection, message).at(&overlay.source, one.span).help(help)
    };
    let contradicted = version::contradicted(timeline, event).into_iter().rev().map(warning);
    let published = lock.records.get(&event.id).and_then(|record| record.published);
    let too_early = overlay.corrections.iter().filter_map(|one| {
        let published = published.filter(|published| one.date < *published)?;
        let message =
            format!("the correction is of {}, but the event was first published on {published}", one.date);
        let help = "mend the day; or, if the page is older, that behind `published=` in `permalinks.lock`";
        Some(Diagnostic::new(Code::ContradictedCorrection, message).at(&overlay.source, one.span).help(help))
    });
    contradicted.chain(too_early).collect()
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
