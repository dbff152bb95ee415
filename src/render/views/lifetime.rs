//! What became of events after they were published: when they were first
//! published and last changed, the corrections, and pages that lead from an old
//! id to several new ones.

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use super::{DateView, Head, LinkView};
use crate::model::correction::{Told, in_words, label, of_event, of_site};
use crate::model::date::EventDate;
use crate::model::event::Event;
use crate::model::language::texts::Arg;
use crate::model::sitemap::{Export, PageKind};
use crate::model::url;
use crate::render::{Form, PageMaker};

#[derive(Serialize)]
pub struct HistoryView {
    /// When it was first published.
    published: Option<DateView>,
    /// When it last changed.
    changed: Option<DateView>,
    /// Newest first.
    corrections: Vec<CorrectionView>,
}

#[derive(Serialize)]
struct CorrectionView {
    /// Where it stands on the event's page.
    anchor: String,
    date: DateView,
    /// `date`, `place` …
    field: &'static str,
    /// The same in words.
    label: String,
    /// What it was, in words.
    old: Option<String>,
    /// What it is now, in words.
    new: Option<String>,
    why: String,
    /// The event, where several are told of.
    event: Option<LinkView>,
}

/// The history of an event.
pub fn view(r: &PageMaker<'_>, event: &Event) -> HistoryView {
    HistoryView {
        published: event.published.and_then(|published| day(r, published)),
        changed: event.changed.and_then(|changed| day(r, changed)),
        corrections: of_event(&r.timeline, event)
            .iter()
            .filter_map(|told| correction(r, told, None))
            .collect(),
    }
}

/// A day as pages show it.
pub fn day(r: &PageMaker<'_>, day: NaiveDate) -> Option<DateView> {
    // Days of four-digit years are dates; others cannot be written.
    EventDate::parse(&day.to_string()).ok().map(|day| r.date(&day, None))
}

fn correction(r: &PageMaker<'_>, told: &Told<'_>, event: Option<LinkView>) -> Option<CorrectionView> {
    let one = told.correction;
    let words = |value| in_words(&r.timeline, r.language(), one.field, value);
    Some(CorrectionView {
        anchor: told.anchor.clone(),
        date: day(r, one.date)?,
        field: one.field.id(),
        label: label(r.language(), one.field).to_owned(),
        old: one.old.as_ref().map(words),
        new: one.new.as_ref().map(words),
        why: one.why.clone(),
        event,
    })
}

#[derive(Serialize)]
pub struct CorrectionsView {
    title: String,
    title_html: Value,
    /// The editor's own words, HTML.
    html: Option<String>,
    /// Newest first.
    corrections: Vec<CorrectionView>,
    /// The feed of corrections.
    feed: String,
}

/// All corrections.
pub fn corrections(r: &PageMaker<'_>) -> (Head, CorrectionsView) {
    let own = r.timeline.pages.iter().find(|page| [&page.id, "/"].concat() == url::CORRECTIONS);
    let html = own.map(|page| r.piece(&page.source.text, page.body).to_html());
    let event = |told: &Told<'_>| {
        let path = format!("{}#{}", url::event(&told.event.id), told.anchor);
        r.named(&told.event.id, told.event.headline.clone(), &path)
    };
    let title = own.map_or_else(|| r.language().text("corrections").to_owned(), |page| page.title.clone());
    let corrections = of_site(&r.timeline);
    let view = CorrectionsView {
        title: title.clone(),
        title_html: r.isolated(&title),
        html,
        corrections: corrections.iter().filter_map(|told| correction(r, told, Some(event(told)))).collect(),
        feed: r.link(&Export::Corrections.file()),
    };
    let site = [("site", Arg::Text(&r.timeline.config.title))];
    let description = r.language().say("description_corrections", &site);
    (Head { title, description, feeds: Some(url::CORRECTIONS.to_owned()) }, view)
}

#[derive(Serialize)]
pub struct ChoiceView {
    /// Events that may be meant, as items of a list.
    events: Vec<Value>,
    /// Other pages that may be meant.
    pages: Vec<LinkView>,
}

/// An old address that several pages share.
pub fn choice(r: &PageMaker<'_>, to: &[String]) -> (Head, ChoiceView) {
    let mut view = ChoiceView { events: Vec::new(), pages: Vec::new() };
    for path in to {
        let link = |name: &str| r.named(path, name.to_owned(), path);
        let t = &r.timeline;
        match r.sitemap.find(path).map(|page| &page.kind) {
            Some(PageKind::Event(at)) => view.events.push(r.listed(*at, Form::Card)),
            Some(PageKind::Withdrawn(at)) => view.pages.push(link(&t.withdrawn[*at as usize].headline)),
            Some(PageKind::Entry(at, _)) => view.pages.push(link(&t.entry(*at).name)),
            Some(PageKind::Article(at)) => view.pages.push(link(&t.article(*at).meta.title)),
            Some(PageKind::Plain(at)) => view.pages.push(link(&t.pages[*at as usize].title)),
            _ => view.pages.push(link(path)),
        }
    }
    let title = r.language().text("several_pages");
    (Head { title: title.into(), description: title.into(), feeds: None }, view)
}
