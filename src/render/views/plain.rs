//! Pages that are not made of events: the editor's, search, 404, redirects.

use serde::Serialize;

use super::Head;
use super::kinds::{TypeCount, type_counts};
use crate::model::language::texts::Arg;
use crate::model::timeline::PlainPage;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct PlainView {
    title: String,
    html: String,
}

pub fn page(r: &PageMaker<'_>, page: &PlainPage) -> (Head, PlainView) {
    let piece = r.piece(&page.source.text, page.body);
    let head = Head { title: page.title.clone(), description: page.title.clone(), feeds: None };
    (head, PlainView { title: page.title.clone(), html: piece.to_html() })
}

#[derive(Serialize)]
pub struct SearchView {
    types: Vec<TypeCount>,
    years: Vec<super::list::PartView>,
}

/// Ways to find an event: by year, actor, topic, place and type. Full text belongs to a later release.
pub fn search(r: &PageMaker<'_>) -> (Head, SearchView) {
    let site = [("site", Arg::Text(&r.timeline.config.title))];
    let description = r.language().say("description_find", &site);
    let head = Head { title: r.language().text("find_event").into(), description, feeds: None };
    (head, SearchView { types: type_counts(r), years: super::home::years(r) })
}

#[derive(Serialize)]
pub struct NotFoundView {}

pub fn not_found(r: &PageMaker<'_>) -> (Head, NotFoundView) {
    let head = Head {
        title: r.language().text("not_found").into(),
        description: r.language().text("description_not_found").into(),
        feeds: None,
    };
    (head, NotFoundView {})
}

#[derive(Serialize)]
pub struct RedirectView {
    to: String,
    /// With the host, for the canonical link.
    absolute: String,
}

pub fn redirect(r: &PageMaker<'_>, to: &str) -> (Head, RedirectView) {
    let head = Head {
        title: r.language().text("moved").into(),
        description: r.language().text("description_moved").into(),
        feeds: None,
    };
    (head, RedirectView { to: r.link(to), absolute: format!("{}{to}", r.timeline.config.base_url) })
}
