//! Events that answer each other.

use serde::Serialize;
use tera::Value;

use super::LinkView;
use crate::model::event_type::EventType;
use crate::model::url;
use crate::render::{Form, PageMaker};

#[derive(Serialize)]
pub struct ThreadItem {
    event: Value,
    #[serde(rename = "type")]
    kind: Value,
    /// Whether it is the event of the page.
    here: bool,
    /// What it answers.
    answers: Vec<LinkView>,
}

/// Whether it asks for an answer and none is linked; nobody can tell where an editor links none at all.
pub fn is_unanswered(r: &PageMaker<'_>, at: u32) -> bool {
    let answered_by = &r.timeline.index.threads.answered_by;
    let asks = matches!(r.timeline.event(at).event_type, EventType::Propose | EventType::Request);
    asks && !answered_by.is_empty() && !answered_by.contains_key(&at)
}

/// The events that are linked with one by answers, itself among them, in order of time, none if there are no others; and
/// whether there are more than are shown.
pub fn view(r: &PageMaker<'_>, here: u32) -> (Vec<ThreadItem>, bool) {
    let threads = &r.timeline.index.threads;
    let (shown, is_cut) = threads.around(here);
    let link = |at: &u32| {
        let event = r.timeline.event(*at);
        r.named(&event.id, event.headline.clone(), &url::event(&event.id))
    };
    let item = |at: u32| ThreadItem {
        event: r.listed(at, Form::Line),
        kind: r.event_type(r.timeline.event(at).event_type),
        here: at == here,
        answers: threads
            .answers
            .get(&at)
            .into_iter()
            .flatten()
            .filter(|to| shown.contains(to))
            .map(link)
            .collect(),
    };
    (shown.iter().map(|at| item(*at)).collect(), is_cut)
}
