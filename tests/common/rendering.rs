//! Pages and files of sites, made in memory: of a folder, or of a timeline that a test has changed.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use dateline::model::asset::Addresses;
use dateline::model::image::Images;
use dateline::model::language::Language;
use dateline::model::timeline::Timeline;
use dateline::read::theme;
use dateline::render::{Renderer, Theme};
use dateline::route::route;
use dateline::site::{Content, LoadOptions, Site};

/// The timeline of a site's folder.
pub fn timeline(folder: &Path) -> Timeline {
    let (site, _) = Site::load(folder, &LoadOptions::default(), &mut |_| {});
    site.expect("the folder is a site").timeline().clone()
}

pub fn renderer(timeline: Timeline) -> Renderer {
    let (statics, templates) = (theme::statics(), theme::templates());
    let sitemap = route(&timeline, &statics, &[], None, &BTreeMap::new(), false).0.sitemap;
    let language = Arc::new(Language::new(&timeline.config.language, &[]));
    let (addresses, images) = (Addresses::new(&statics, &[]), Images::new(&statics));
    let (theme, found) = Theme::new(&templates, &templates, &timeline, &language, addresses, &images);
    assert!(found.is_empty(), "{found:#?}");
    Renderer::new(timeline, sitemap, theme, images, None)
}

/// The HTML of the page at a path.
pub fn page(renderer: &Renderer, path: &str) -> String {
    let page = renderer.sitemap().find(path).unwrap_or_else(|| panic!("there is no page /{path}"));
    let mut html = Vec::new();
    renderer.page(page, &mut html).unwrap_or_else(|failure| panic!("/{path}: {}", failure.message));
    String::from_utf8(html).expect("pages are UTF-8")
}

/// The file of a loaded site at a path; nothing where it is copied as it is.
pub fn text(site: &Site, path: &str) -> String {
    let page = site.find(path).unwrap_or_else(|| panic!("there is no page /{path}"));
    let mut buffer = Vec::new();
    match site.content(page, &mut buffer) {
        Ok(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("pages are UTF-8"),
        Ok(Content::File(_)) => String::new(),
        Err(failure) => panic!("/{path}: {}", failure.message),
    }
}

/// The text between two others, the first of its kind.
pub fn between<'a>(html: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let from = html.find(start)? + start.len();
    Some(&html[from..from + html[from..].find(end)?])
}
