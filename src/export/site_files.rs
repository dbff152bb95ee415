//! `sitemap.xml`, `robots.txt`, `_redirects` and `_headers`.

use sitemap_rs::sitemap::Sitemap as SitemapLink;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::Url;
use sitemap_rs::url_set::UrlSet;

use super::{Exporter, Input};
use crate::model::sitemap::{Export, PageKind, Scope};
use crate::model::url;

/// How many addresses one file may have (sitemaps.org).
const LIMIT: usize = 50_000;

pub struct Sitemap;

impl Exporter for Sitemap {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let parts = input.sitemap.pages().iter().filter_map(|page| match page.kind {
            PageKind::Export(part @ Export::SitemapPart(_), Scope::Site) => Some(part),
            _ => None,
        });
        let links: Vec<SitemapLink> =
            parts.map(|part| SitemapLink::new(input.absolute(&part.file()), None)).collect();
        if links.is_empty() {
            urls(input, 0, out);
        } else if let Ok(index) = SitemapIndex::new(links) {
            let _ = index.write(out);
        }
    }
}

pub struct SitemapPart(pub u32);

impl Exporter for SitemapPart {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        urls(input, self.0.saturating_sub(1) as usize, out);
    }
}

fn urls(input: &Input<'_>, part: usize, out: &mut Vec<u8>) {
    let pages = input.sitemap.indexable().skip(part * LIMIT).take(LIMIT);
    let urls: Vec<Url> =
        pages.map(|page| Url::builder(input.absolute(&page.path)).build()).filter_map(Result::ok).collect();
    if let Ok(set) = UrlSet::new(urls) {
        let _ = set.write(out);
    }
}

pub struct Robots;

impl Exporter for Robots {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let sitemap = input.absolute(&Export::Sitemap.file());
        out.extend_from_slice(format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").as_bytes());
    }
}

/// Lines `FROM TO 301`, as Netlify, Cloudflare Pages and others read them.
pub struct Redirects;

impl Exporter for Redirects {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let base = input.timeline.config.base_path();
        for (from, to) in input.sitemap.redirects() {
            out.extend_from_slice(format!("{base}{from} {base}{to} 301\n").as_bytes());
        }
    }
}

/// Lets browsers keep assets for ever, for their names tell their content. Netlify, Cloudflare Pages and others read it.
pub struct Headers;

impl Exporter for Headers {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let base = input.timeline.config.base_path();
        let assets = input.sitemap.pages().iter().filter(|page| matches!(page.kind, PageKind::Asset(_)));
        for asset in assets {
            let path = url::encoded(&asset.path);
            let rule = format!("{base}{path}\n  Cache-Control: public, max-age=31536000, immutable\n");
            out.extend_from_slice(rule.as_bytes());
        }
    }
}
