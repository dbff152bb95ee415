//! What every template sees of the site, as `site`.

use serde::Serialize;
use tera::Value;

use super::LinkView;
use crate::model::asset::Addresses;
use crate::model::config::Config;
use crate::model::data_format::Dataset;
use crate::model::image::{self, Images, mark_type};
use crate::model::language::Language;
use crate::model::timeline::{PlainPage, Timeline};
use crate::model::url;
use crate::render::texts::name;

#[derive(Serialize)]
pub struct SiteView<'a> {
    title: &'a str,
    description: &'a str,
    /// Path of the site: `/` or `/talks/`.
    base: &'a str,
    base_url: &'a str,
    language: &'a str,
    /// `ltr` or `rtl`.
    direction: &'static str,
    mark: Option<MarkView>,
    editor: Option<EditorView<'a>>,
    publisher: Option<LicenceView<'a>>,
    licence: Option<LicenceView<'a>>,
    /// The editor's pages, in the order of the menu, and the corrections.
    pages: Vec<LinkView>,
    counts: Counts,
    /// The views across events on which there is something to show: `positions`, `contacts`.
    across: Vec<&'static str>,
    /// Whether the site has a full-text search.
    search: bool,
    version: &'static str,
}

/// The image beside the site's title, which is its icon too.
#[derive(Serialize)]
struct MarkView {
    url: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    /// As `<link rel="icon">` has it: `32x32`, or `any`.
    sizes: String,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct EditorView<'a> {
    name: &'a str,
    html: Value,
    email: Option<&'a str>,
    url: Option<&'a str>,
}

/// A name and where it leads: of the licence, and of the publisher.
#[derive(Serialize)]
struct LicenceView<'a> {
    name: &'a str,
    html: Value,
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

pub fn view<'a>(
    timeline: &'a Timeline,
    base: &'a str,
    language: &Language,
    addresses: &Addresses,
    images: &Images,
) -> SiteView<'a> {
    let config = &timeline.config;
    let mut pages: Vec<_> = timeline.pages.iter().collect();
    pages.sort_by_key(|page| (page.order.is_none(), page.order, &page.title, &page.id));
    SiteView {
        title: &config.title,
        description: &config.description,
        base,
        base_url: &config.base_url,
        language: &config.language,
        direction: language.direction(),
        mark: mark(config, base, addresses, images),
        editor: config.editor.as_ref().map(|editor| EditorView {
            name: &editor.name,
            html: name(language, &editor.name),
            email: editor.email.as_deref(),
            url: editor.url.as_deref(),
        }),
        publisher: config.publisher.as_ref().map(|publisher| LicenceView {
            name: &publisher.name,
            html: name(language, &publisher.name),
            url: publisher.url.as_deref(),
        }),
        licence: config.licence.as_ref().map(|licence| LicenceView {
            name: &licence.name,
            html: name(language, &licence.name),
            url: licence.url.as_deref(),
        }),
        pages: links(&pages, base, language),
        counts: Counts {
            events: timeline.events.len(),
            actors: timeline.actors.len(),
            topics: timeline.topics.len(),
            places: timeline.places.len(),
            articles: timeline.articles.len(),
            publishers: timeline.publishers.len(),
        },
        across: Dataset::ALL.into_iter().filter(|set| timeline.has(*set)).map(Dataset::id).collect(),
        search: config.options.search,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Method and corrections have a page whether the editor has written one or not.
fn links(pages: &[&PlainPage], base: &str, language: &Language) -> Vec<LinkView> {
    let link = |id: &str, name: &str| LinkView::new(language, id.into(), name.into(), format!("{base}{id}/"));
    let mut links: Vec<LinkView> = pages.iter().map(|page| link(&page.id, &page.title)).collect();
    for (path, text) in [(url::METHODOLOGY, "methodology"), (url::CORRECTIONS, "corrections")] {
        let own = path.trim_end_matches('/');
        if !links.iter().any(|link| link.id == own) {
            links.push(link(own, language.text(text)));
        }
    }
    links
}

/// The site's own mark, else that of the theme; none where a site's own favicon has no size.
fn mark(config: &Config, base: &str, addresses: &Addresses, images: &Images) -> Option<MarkView> {
    let built_in = ["/", image::MARK].concat();
    let address = config.mark.as_ref().map_or(&built_in, |(address, _)| address);
    let (path, size) = (image::path(address)?, images.find(address)??);
    let media_type = mark_type(&path)?;
    let is_drawn = media_type == "image/svg+xml";
    Some(MarkView {
        url: [base, &url::encoded(addresses.get(&path)?)].concat(),
        media_type,
        sizes: if is_drawn { "any".to_owned() } else { format!("{}x{}", size.width, size.height) },
        width: size.width,
        height: size.height,
    })
}
