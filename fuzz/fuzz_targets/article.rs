//! Any text as an article: no stage panics, and what the pages show of it is harmless.
#![no_main]

#[path = "../rendered.rs"]
mod rendered;

use std::sync::LazyLock;

use dateline::model::source::{SourceFile, Sources};
use dateline::parse;
use dateline::read::theme;
use dateline::site::{LoadOptions, Site};
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
    rendered::check(&site);
});
