//! `robots.txt`, `_redirects` and `_headers`.

use super::{Exporter, Input};
use crate::model::sitemap::{Export, PageKind};
use crate::model::url;

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
