//! How an event's page, or a report, is cited.

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use crate::model::article::ArticleMeta;
use crate::model::config::Config;
use crate::model::event::Event;
use crate::model::language::texts::Arg;
use crate::model::url;
use crate::render::PageMaker;
use crate::render::cite::{Report, Website, Work, bibtex, csl_json, ris, wikipedia, wikipedia_report};

#[derive(Serialize)]
pub struct CiteView {
    /// The full address.
    permalink: String,
    /// In the common styles.
    styles: Vec<StyleView>,
    /// For reference managers, and for Wikipedia.
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct StyleView {
    name: &'static str,
    /// Safe HTML.
    html: Value,
}

#[derive(Serialize)]
struct EntryView {
    name: &'static str,
    /// How a file of it would be called; none for what goes into a text.
    file: Option<String>,
    text: String,
}

/// What all pages of a site have in common when they are cited.
pub fn website(config: &Config) -> Website<'_> {
    Website {
        title: &config.title,
        author: config.editor.as_ref().map(|editor| editor.name.as_str()),
        publisher: config.publisher.as_ref().map(|publisher| publisher.name.as_str()),
        language: &config.language,
    }
}

/// An event's page.
pub fn event(r: &PageMaker<'_>, event: &Event) -> CiteView {
    let config = &r.timeline.config;
    let permalink = [&*config.base_url, &url::event(&event.id)].concat();
    let said = |day: NaiveDate| r.language().say("last_changed_on", &[("date", Arg::Text(&day.to_string()))]);
    let note = event.changed.map(said);
    let work = Work {
        id: &event.id,
        title: &event.headline,
        url: &permalink,
        published: event.published,
        note: note.as_deref(),
        of: website(config),
    };
    let citations = r.styles.cite(&work).into_iter();
    let styles =
        citations.map(|one| StyleView { name: one.name, html: Value::safe_string(&one.html) }).collect();
    let file = |ending: &str| Some([&*event.id, ending].concat());
    let entries = vec![
        EntryView { name: "BibTeX", file: file(".bib"), text: bibtex(&work) },
        EntryView { name: "RIS", file: file(".ris"), text: ris(&work) },
        EntryView { name: "CSL-JSON", file: file(".json"), text: csl_json(&work) },
        EntryView { name: "Wikipedia", file: None, text: wikipedia(&work) },
    ];
    CiteView { permalink, styles, entries }
}

/// A report, for Wikipedia.
pub fn report(r: &PageMaker<'_>, meta: &ArticleMeta) -> String {
    wikipedia_report(&Report {
        title: &meta.title,
        url: meta.url.as_deref(),
        author: meta.author.as_deref(),
        publisher: meta.publisher.as_deref(),
        agency: meta.origin.as_deref(),
        published: meta.published.as_ref(),
        language: meta.language.as_deref().unwrap_or(&r.timeline.config.language),
        archive: meta.archive_url.as_deref(),
    })
}
