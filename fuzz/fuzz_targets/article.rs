//! Any text as an article: no stage panics, and what the pages show of it is harmless.
#![no_main]

use std::sync::LazyLock;

use dateline::model::sitemap::PageKind;
use dateline::model::source::{SourceFile, Sources};
use dateline::parse;
use dateline::read::theme;
use dateline::site::{Content, LoadOptions, Site};
use libfuzzer_sys::fuzz_target;

const CONFIG: &str = "title: T\nbase_url: https://t.example/talks/\nlanguage: en\ntimezone: Europe/Vienna\n";
/// Put before texts that have no front matter, so that their bodies are read too.
const HEAD: &str =
    "---\ntitle: A title\npublisher: A Gazette\npublished: 2025-09-04\ndateline: Geneva\n---\n\n";

/// A site with one entry of each kind; its one article is missing.
static SITE: LazyLock<Sources> = LazyLock::new(|| {
    let file = |path: &str, text: &str| SourceFile::new(path, text);
    Sources {
        config: Some(file("site.yaml", CONFIG)),
        actors: vec![file("content/actors/north.md", "---\nname: North\naliases: [NR]\nkind: state\n---\n")],
        topics: vec![file("content/topics/ceasefire.md", "---\nname: ceasefire\n---\n")],
        places: vec![file("content/places/geneva.md", "---\nname: Geneva\naliases: [Genève]\n---\n")],
        templates: theme::templates(),
        statics: theme::statics(),
        ..Sources::default()
    }
});

fuzz_target!(|text: &str| {
    let text = if text.starts_with("---") { text.to_owned() } else { format!("{HEAD}{text}") };
    let article = SourceFile::new("content/articles/a.md", text);
    // Pages cost a thousand times what reading costs: make them only of what has an account.
    if parse::article(&article).0.is_none_or(|article| article.accounts.is_empty()) {
        return;
    }
    let sources = Sources { articles: vec![article], ..SITE.clone() };
    let site = Site::from_sources(sources, &LoadOptions::default(), &mut |_| {});
    let mut buffer = Vec::new();
    for page in site.pages() {
        if !matches!(
            page.kind,
            PageKind::Home | PageKind::Event(_) | PageKind::Article(_) | PageKind::Export(..)
        ) {
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
});

/// What stands between `<main` and `</main>` has no scripts, no handlers and no link of another scheme.
fn harmless(path: &str, html: &str) {
    assert_eq!(html.matches("</main>").count(), 1, "/{path}: the page is broken");
    let main = html.find("<main").map_or("", |at| &html[at..html.find("</main>").expect("counted")]);
    for tag in tags(main) {
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
