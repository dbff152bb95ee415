//! The page of an event that the editors have withdrawn.

use serde::Serialize;
use tera::Value;

use super::event::summary;
use super::lifetime::{self, HistoryView};
use super::{DateView, Head};
use crate::model::event::Event;
use crate::model::language::texts::Arg;
use crate::model::url;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct WithdrawnView {
    title: String,
    title_html: Value,
    date: Option<DateView>,
    reason: Option<String>,
    summary: Option<String>,
    permalink: String,
    history: HistoryView,
}

pub fn view(r: &PageMaker<'_>, event: &Event) -> (Head, WithdrawnView) {
    let overlay = event.overlay.map(|at| &r.timeline.overlays[at as usize]);
    let dated = !event.accounts.is_empty() || overlay.is_some_and(|overlay| overlay.date.is_some());
    let view = WithdrawnView {
        title: event.headline.clone(),
        title_html: r.isolated(&event.headline),
        date: dated.then(|| r.date(&event.date, None)),
        reason: overlay.and_then(|overlay| overlay.reason.clone()),
        summary: summary(r, event),
        permalink: [&*r.timeline.config.base_url, &url::event(&event.id)].concat(),
        history: lifetime::view(r, event),
    };
    let described = [("title", Arg::Text(&event.headline))];
    let description = r.language().say("description_withdrawn", &described);
    (Head { title: event.headline.clone(), description, feeds: None }, view)
}
