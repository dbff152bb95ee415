//! The page of an article: what the report is, and which events it tells of.

use serde::Serialize;
use tera::Value;

use super::event::{SourceView, source};
use super::{DateView, Head, shorten};
use crate::model::language::texts::Arg;
use crate::render::markdown::Piece;
use crate::render::{Form, PageMaker};

#[derive(Serialize)]
pub struct ArticleView {
    title: String,
    title_html: Value,
    source: SourceView,
    modified: Option<DateView>,
    dateline: Option<Value>,
    /// The place that the dateline names, if it has a page.
    place: Option<Value>,
    language: Option<String>,
    /// Text that belongs to no account, HTML.
    introduction: String,
    /// The events it tells of, in the order of the article.
    events: Vec<Value>,
    /// The report as Wikipedia cites it.
    wikipedia: String,
}

pub fn view(r: &PageMaker<'_>, at: u32) -> (Head, ArticleView) {
    let article = r.timeline.article(at);
    let meta = &article.meta;
    let introduction = meta.introduction.iter().map(|span| {
        let (text, references) = (&*meta.source.text, meta.references.as_slice());
        Piece { references, ..r.piece(text, *span) }.to_html()
    });
    let mut seen = Vec::new();
    for account in &article.accounts {
        let known = r.event_by_id(&account.event_id).filter(|at| !seen.contains(at));
        seen.extend(known);
    }
    let publisher = meta.publisher.as_deref().unwrap_or_else(|| r.language().text("unnamed_publisher"));
    let described = [("title", Arg::Text(&meta.title)), ("publisher", Arg::Text(publisher))];
    let description = shorten(&r.language().say("description_article", &described), 200);
    let view = ArticleView {
        title: meta.title.clone(),
        title_html: r.isolated(&meta.title),
        source: source(r, article),
        modified: meta.modified.as_ref().map(|date| r.date(date, None)),
        dateline: meta.dateline.as_deref().map(|dateline| r.isolated(dateline)),
        place: article.dateline_place.map(|place| r.place(place)),
        language: meta.language.clone(),
        introduction: introduction.collect(),
        events: seen.into_iter().map(|at| r.listed(at, Form::Card)).collect(),
        wikipedia: super::cite::report(r, meta),
    };
    (Head { title: meta.title.clone(), description, feeds: None }, view)
}
