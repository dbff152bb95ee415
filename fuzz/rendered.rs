//! Pages of a site made of fuzzed input: none fails, and what they show is harmless.

use dateline::model::sitemap::PageKind;
use dateline::site::{Content, Site};

/// Makes each page of the kinds that show what an event or an article says.
pub fn check(site: &Site) {
    let mut buffer = Vec::new();
    for page in site.pages() {
        if !shows_content(&page.kind) {
            continue;
        }
        match site.content(page, &mut buffer) {
            Ok(Content::Bytes(bytes)) if page.kind.is_html() => {
                harmless(&page.path, std::str::from_utf8(bytes).expect("pages are UTF-8"));
            }
            Ok(_) => {}
            Err(failure) => panic!("/{}: {}", page.path, failure.message),
        }
    }
}

fn shows_content(kind: &PageKind) -> bool {
    use PageKind::*;
    matches!(
        kind,
        Home | Event(_)
            | Article(_)
            | Positions(_)
            | Contacts(_)
            | Differences(_)
            | Agreements(_)
            | Corrections
            | Export(..)
    )
}

/// What stands between `<main` and `</main>` has no scripts, no handlers and no link of another scheme.
fn harmless(path: &str, html: &str) {
    assert_eq!(html.matches("</main>").count(), 1, "/{path}: the page is broken");
    let main = html.find("<main").map_or("", |at| &html[at..html.find("</main>").expect("counted")]);
    for tag in tags(main) {
        // The theme's own, for the script that shows what was known on a day.
        if tag.starts_with("<form class=\"as-of\" hidden") {
            continue;
        }
        let lower = tag.to_ascii_lowercase();
        for name in ["<script", "<style", "<iframe", "<object", "<embed", "<form", "<base", "<meta", "<link"]
        {
            assert!(!lower.starts_with(name), "/{path}: {tag}");
        }
        for (name, value) in attributes(&tag) {
            assert!(!name.starts_with("on") && name != "style", "/{path}: {tag}");
            let is_link = ["href", "src", "cite", "action"].contains(&name.as_str());
            assert!(!is_link || !leads_astray(&value), "/{path}: {tag}");
        }
    }
}

/// Whether the address has another scheme than those allowed, as a browser reads it: blanks at the head
/// and line ends anywhere do not count, and what stands before the colon has to look like a scheme.
fn leads_astray(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let Some((scheme, _)) = address.trim_start_matches(|c| c <= ' ').split_once(':') else { return false };
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_part);
    is_scheme && !["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
}

/// Start tags, from `<` to the `>` that stands outside of quotation marks.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let mut quote = None;
        let end = rest.char_indices().find(|(_, c)| match (quote, c) {
            (None, '"' | '\'') => {
                quote = Some(*c);
                false
            }
            (Some(open), c) if open == *c => {
                quote = None;
                false
            }
            (None, '>') => true,
            _ => false,
        });
        let end = end.map_or(rest.len(), |(at, _)| at);
        if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            tags.push(rest[..end].to_owned());
        }
        rest = &rest[end..];
    }
    tags
}

/// Names in small letters, and values with the entities undone that could hide a scheme.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut pieces = tag.split('"');
    let mut found = Vec::new();
    while let (Some(before), Some(value)) = (pieces.next(), pieces.next()) {
        let name = before.split_ascii_whitespace().next_back().unwrap_or("").trim_end_matches('=');
        let value = value.replace("&amp;", "&").replace("&#58;", ":").replace("&colon;", ":");
        found.push((name.to_ascii_lowercase(), value));
    }
    found
}
