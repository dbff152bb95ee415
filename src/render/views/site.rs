//! What every template sees of the site, as `site`.

use serde::Serialize;

use super::LinkView;
use crate::model::timeline::Timeline;

#[derive(Serialize)]
pub struct SiteView<'a> {
    title: &'a str,
    description: &'a str,
    /// Path of the site: `/` or `/talks/`.
    base: &'a str,
    base_url: &'a str,
    language: &'a str,
    editor: Option<EditorView<'a>>,
    licence: Option<LicenceView<'a>>,
    /// The editor's pages, in the order of the menu.
    pages: Vec<LinkView>,
    counts: Counts,
    version: &'static str,
}

#[derive(Serialize)]
struct EditorView<'a> {
    name: &'a str,
    email: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct LicenceView<'a> {
    name: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
pub struct Counts {
    events: usize,
    actors: usize,
    topics: usize,
    places: usize,
    articles: usize,
    publishers: usize,
}

pub fn view<'a>(timeline: &'a Timeline, base: &'a str) -> SiteView<'a> {
    let config = &timeline.config;
    let mut pages: Vec<_> = timeline.pages.iter().collect();
    pages.sort_by_key(|page| (page.order.is_none(), page.order, &page.title, &page.id));
    SiteView {
        title: &config.title,
        description: &config.description,
        base,
        base_url: &config.base_url,
        language: &config.language,
        editor: config.editor.as_ref().map(|editor| EditorView {
            name: &editor.name,
            email: editor.email.as_deref(),
            url: editor.url.as_deref(),
        }),
        licence: config
            .licence
            .as_ref()
            .map(|licence| LicenceView { name: &licence.name, url: licence.url.as_deref() }),
        pages: pages
            .into_iter()
            .map(|page| LinkView {
                id: page.id.clone(),
                name: page.title.clone(),
                url: format!("{base}{}/", page.id),
            })
            .collect(),
        counts: Counts {
            events: timeline.events.len(),
            actors: timeline.actors.len(),
            topics: timeline.topics.len(),
            places: timeline.places.len(),
            articles: timeline.articles.len(),
            publishers: timeline.publishers.len(),
        },
        version: env!("CARGO_PKG_VERSION"),
    }
}
