//! Any text as the overlay of an event: no stage panics, and what the pages show of it is harmless.
#![no_main]

#[path = "../rendered.rs"]
mod rendered;

use std::sync::LazyLock;

use dateline::model::source::{SourceFile, Sources};
use dateline::read::theme;
use dateline::site::{LoadOptions, Site};
use libfuzzer_sys::fuzz_target;

/// Two reports of the event, and one of another.
const ARTICLES: [&str; 2] = [
    "---\ntitle: One\npublisher: Gazette\npublished: 2025-09-04\n---\n\n\
     ## 2025-09-03: Talks {#talks .consult actors=north,south place=geneva}\n\nThe North and the South met.\n\n\
     ## 2025-09-04: Reply {#reply .reject actors=south}\n\nThe South replied.\n",
    "---\ntitle: Two\norigin: Agency\n---\n\n\
     ## 2025-09-02: Talks {#talks .propose actors=north}\n\n> We spoke.\n\nnorth on ceasefire\n: Now.\n: if all agree\n",
];

const LOCK: &str =
    "events/talks published=2025-09-05 date=2025-09-03 type=consult actors=north,south said=00\n";

/// All of a site but the overlay.
static SITE: LazyLock<Sources> = LazyLock::new(|| {
    let file = |path: &str, text: &str| SourceFile::new(path, text);
    let article = |(at, text): (usize, &&str)| file(&format!("content/articles/{at}.md"), text);
    Sources {
        config: Some(file("site.yaml", "title: T\nbase_url: https://t.example/\nlanguage: en\n")),
        articles: ARTICLES.iter().enumerate().map(article).collect(),
        actors: vec![
            file("content/actors/north.md", "---\nname: North\nkind: state\ncountry: CH\n---\n"),
            file("content/actors/south.md", "---\nname: South\nkind: state\n---\n"),
        ],
        topics: vec![file("content/topics/ceasefire.md", "---\nname: ceasefire\n---\n")],
        places: vec![file("content/places/geneva.md", "---\nname: Geneva\ncountry: CH\n---\n")],
        permalinks: Some(file("permalinks.lock", LOCK)),
        templates: theme::templates(),
        statics: theme::statics(),
        ..Sources::default()
    }
});

fuzz_target!(|text: &str| {
    let text = if text.starts_with("---") { text.to_owned() } else { format!("---\n{text}\n---\n") };
    let overlays = vec![SourceFile::new("content/events/talks.md", text)];
    let sources = Sources { overlays, ..SITE.clone() };
    rendered::check(&Site::from_sources(sources, &LoadOptions::default(), &mut |_| {}));
});
