//! Links between the pages of one view across events: one for each year in which there is something.

use serde::Serialize;

use crate::model::sitemap::PageKind;
use crate::render::PageMaker;

/// A year's page.
#[derive(Serialize)]
pub struct YearLink {
    label: String,
    url: String,
    is_here: bool,
}

/// The address of a view's page: of a year, or of all.
pub type Address = fn(Option<i32>) -> String;

/// The pages of years that the site has of a view, in order; `year` tells that of a page.
pub fn links(
    r: &PageMaker<'_>,
    here: Option<i32>,
    address: Address,
    year: fn(&PageKind) -> Option<i32>,
) -> Vec<YearLink> {
    let years = r.sitemap.pages().iter().filter_map(|page| year(&page.kind));
    years.map(|of| link(r, of, here, address)).collect()
}

/// One of them.
pub fn link(r: &PageMaker<'_>, of: i32, here: Option<i32>, address: Address) -> YearLink {
    YearLink { label: r.language().year(of), url: r.link(&address(Some(of))), is_here: here == Some(of) }
}
