//! What programs get: data files and their schemas, feeds by the day of publication, frames for other
//! sites. That programs of others can read them is checked in `tests/outside/`.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dateline::export::{self, Cache, Input};
use dateline::model::entry::EntryKind;
use dateline::model::language::Language;
use dateline::model::sitemap::{Export, PageKind, Scope};
use dateline::model::timeline::Timeline;
use dateline::route::route;
use dateline::site::{Content, LoadOptions, Site};
use serde_json::Value;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/fixture");

fn load(folder: &Path) -> Site {
    let (site, _) = Site::load(folder, &LoadOptions::default(), &mut |_| {});
    site.expect("the folder is a site")
}

fn fixture() -> Site {
    load(Path::new(FIXTURE))
}

fn text(site: &Site, path: &str) -> String {
    let page = site.find(path).unwrap_or_else(|| panic!("there is no page /{path}"));
    let mut buffer = Vec::new();
    match site.content(page, &mut buffer) {
        Ok(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("files are UTF-8"),
        Ok(Content::File(_)) => panic!("/{path} is copied"),
        Err(failure) => panic!("/{path}: {}", failure.message),
    }
}

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(&text(site, path)).unwrap_or_else(|error| panic!("/{path}: {error}"))
}

/// The fixture in a folder of its own, with a line of a file replaced.
fn edited(name: &str, file: &str, line: &str, by: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
    for entry in walkdir::WalkDir::new(FIXTURE).into_iter().filter_map(Result::ok) {
        let to = folder.join(entry.path().strip_prefix(FIXTURE).expect("below the fixture"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&to).expect("the folder is made");
        } else {
            fs::copy(entry.path(), &to).expect("the file is copied");
        }
    }
    let before = fs::read_to_string(folder.join(file)).expect("the file is there");
    assert!(before.contains(line), "{file} has no line {line}");
    fs::write(folder.join(file), before.replacen(line, by, 1)).expect("the file is written");
    folder
}

#[test]
fn every_format() {
    let site = fixture();
    for path in ["data/events.jsonl", "data/events.csv", "actors/southern-republic/events.csv"] {
        insta::assert_snapshot!(
            format!("file-{}", path.replace('/', "-")),
            text(&site, path).replace('\r', "␍")
        );
    }
    let pretty = [
        "data/events.geojson",
        "data/events.jsonld",
        "data/timeline.json",
        "events/geneva-talks/oembed.json",
    ];
    for path in pretty.into_iter().chain(["actors/northern-president/oembed.json", "oembed.json"]) {
        let value = serde_json::to_string_pretty(&json(&site, path)).expect("a value can be written");
        insta::assert_snapshot!(format!("file-{}", path.replace('/', "-")), value);
    }
    for path in ["data/json.schema.json", "data/csv.schema.json", "data/timelinejs.schema.json"] {
        insta::assert_snapshot!(format!("file-{}", path.replace('/', "-")), text(&site, path));
    }
    insta::assert_snapshot!("file-opensearch.xml", text(&site, "opensearch.xml").replace("><", ">\n<"));
}

#[test]
fn frames_for_other_sites() {
    let site = fixture();
    for path in ["events/geneva-talks/embed/", "actors/northern-president/embed/", "embed/"] {
        insta::assert_snapshot!(
            format!("page-{}", path.trim_end_matches('/').replace('/', "-")),
            text(&site, path)
        );
    }
    let event = text(&site, "events/geneva-talks/");
    assert!(event.contains("application/json+oembed") && event.contains("&lt;iframe src="), "{event}");
    let part = text(&site, "topics/ceasefire/");
    assert!(!part.contains("oembed") && !part.contains("iframe"), "topics have no frame: {part}");
}

#[test]
fn without_frames_there_is_no_trace_of_them() {
    for value in ["off", "false"] {
        let options = format!("options:\n  embeds: {value}");
        let site = load(&edited("no-embeds", "site.yaml", "options:", &options));
        for page in site.pages() {
            let is_embed = page.path.ends_with("embed/") || page.path.ends_with("oembed.json");
            assert!(!is_embed, "/{}", page.path);
            let shows = page.kind.is_html() && text(&site, &page.path).contains("oembed");
            assert!(!shows, "/{} speaks of oEmbed", page.path);
        }
        assert!(text(&site, "actors/northern-president/").contains("events.csv"));
    }
}

#[test]
fn the_files_of_an_actor_hold_its_events() {
    let site = fixture();
    let all = json(&site, "data/events.json");
    let of_actor = |event: &&Value| {
        let actors = event["actors"].as_array().expect("a list");
        actors.iter().any(|actor| actor["id"] == "southern-republic")
    };
    let expected: Vec<&Value> = all["events"].as_array().expect("a list").iter().filter(of_actor).collect();
    let cut = json(&site, "actors/southern-republic/events.json");
    assert!(expected.len() > 1 && expected.len() < all["events"].as_array().map_or(0, Vec::len));
    assert_eq!(cut["events"].as_array().expect("a list").iter().collect::<Vec<_>>(), expected);
    assert_eq!(cut["url"], "https://timeline.example/talks/actors/southern-republic/");
    assert_eq!(cut.get("content_hash"), None, "every edit would change the files of every actor");
}

#[test]
fn the_hash_is_that_of_the_content() {
    let hash = |site: &Site| json(site, "data/events.json")["content_hash"].as_str().map(str::to_owned);
    let site = fixture();
    let before = hash(&site).expect("there is a hash");
    assert!(text(&site, "data/").contains(&before), "the page names it");
    assert_eq!(json(&site, "data/events.geojson")["content_hash"], before.as_str());
    let elsewhere = edited("hash-title", "site.yaml", "title: The Northern talks", "title: Other talks");
    assert_eq!(hash(&load(&elsewhere)).as_ref(), Some(&before), "neither a folder nor a setting is content");
    let words =
        edited("hash-words", "content/articles/third-geneva.md", "It was a long year.", "It was long.");
    assert_ne!(hash(&load(&words)), Some(before));
}

/// Feeds and sitemap of the fixture, its events published on these days; the day of the last change after it.
fn published(days: &[(&str, &str, Option<&str>)]) -> (Timeline, impl Fn(Export, Scope) -> String + use<>) {
    let mut timeline = fixture().timeline().clone();
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    for event in &mut timeline.events {
        (event.published, event.changed) = (None, None);
    }
    for (id, first, change) in days {
        let event = timeline.events.iter_mut().find(|event| event.id == *id).expect("the event is there");
        (event.published, event.changed) = (Some(day(first)), change.map(day));
    }
    let (routes, _) = route(&timeline, &[], &[], None, &BTreeMap::new(), false);
    let of = timeline.clone();
    let make = move |export, scope| {
        let mut bytes = Vec::new();
        let (timeline, sitemap, cache) = (&of, &routes.sitemap, &Cache::default());
        let language = Language::english();
        let html = &|at: u32| format!("<p>{at}</p>");
        export::file(
            export,
            &Input { timeline, sitemap, language, scope, only: None, cache, html },
            &mut bytes,
        );
        String::from_utf8(bytes).expect("files are UTF-8")
    };
    (timeline, make)
}

#[test]
fn the_newest_events_of_a_feed_are_those_published_last() {
    let (timeline, make) = published(&[
        ("southern-threat", "2026-03-01", None),
        ("geneva-talks", "2026-01-01", Some("2026-02-01")),
        ("letter", "2026-01-01", None),
    ]);
    let feed: Value = serde_json::from_str(&make(Export::JsonFeed, Scope::Site)).expect("JSON");
    let items = feed["items"].as_array().expect("a list");
    let ids: Vec<&str> = items
        .iter()
        .filter_map(|item| item["id"].as_str()?.trim_end_matches('/').rsplit('/').next())
        .collect();
    // Of one day the later in the timeline; then those whose day nobody wrote down.
    assert_eq!(ids[..3], ["southern-threat", "geneva-talks", "letter"]);
    assert_eq!(ids.len(), timeline.events.len());
    let days = |at: usize| (items[at]["date_published"].as_str(), items[at]["date_modified"].as_str());
    assert_eq!(days(0), (Some("2026-03-01T00:00:00Z"), Some("2026-03-01T00:00:00Z")));
    assert_eq!(days(1), (Some("2026-01-01T00:00:00Z"), Some("2026-02-01T00:00:00Z")));
    assert_eq!(days(3).0, None, "what is not known is not said");
    let atom = make(Export::Atom, Scope::Site);
    let updated = atom.split("<updated>").nth(1).and_then(|rest| rest.split('<').next());
    assert_eq!(updated, Some("2026-03-01T00:00:00+00:00"), "the feed is as new as its newest entry");
    let calendar = make(Export::Calendar, Scope::Site);
    assert!(
        calendar.contains("CREATED:20260101T000000Z") && calendar.contains("LAST-MODIFIED:20260201T000000Z")
    );
}

#[test]
fn the_sitemap_says_when_pages_last_changed() {
    let (_, make) =
        published(&[("geneva-talks", "2026-01-01", Some("2026-02-01")), ("letter", "2026-01-15", None)]);
    let sitemap = make(Export::Sitemap, Scope::Site);
    let changed = |path: &str| {
        let (_, rest) = sitemap.split_once(&format!("<loc>https://timeline.example/talks/{path}</loc>"))?;
        let (url, _) = rest.split_once("</url>")?;
        Some(url.split_once("<lastmod>").map_or("", |(_, rest)| &rest[..10]))
    };
    for (path, day) in [
        ("", "2026-02-01"),
        ("2025/", "2026-02-01"),
        ("2025/08/", "2026-01-15"),
        ("2025/09/03/", "2026-02-01"),
        ("2024/", ""),
        ("events/geneva-talks/", "2026-02-01"),
        ("events/letter/", "2026-01-15"),
        ("events/southern-threat/", ""),
        ("topics/prisoners/", "2026-02-01"),
        ("places/vienna/", "2026-01-15"),
        ("articles/third-geneva/", "2026-02-01"),
        ("about/", ""),
    ] {
        assert_eq!(changed(path), Some(day), "/{path}");
    }
}

#[test]
fn long_sitemaps_are_split() {
    let mut timeline = fixture().timeline().clone();
    let event = timeline.events[0].clone();
    timeline.events = (0..60_000)
        .map(|at| {
            let mut one = event.clone();
            one.id = format!("event-{at}");
            one
        })
        .collect();
    let (routes, _) = route(&timeline, &[], &[], None, &BTreeMap::new(), false);
    let parts: Vec<String> = (routes.sitemap.pages().iter())
        .filter(|page| matches!(page.kind, PageKind::Export(Export::SitemapPart(_), _)))
        .map(|page| page.path.clone())
        .collect();
    assert_eq!(parts, ["sitemap-1.xml", "sitemap-2.xml"]);
    let addresses = |export| {
        let mut bytes = Vec::new();
        let (sitemap, cache, html) = (&routes.sitemap, &Cache::default(), &|_: u32| String::new());
        let (timeline, language, scope) = (&timeline, Language::english(), Scope::Site);
        let input = Input { timeline, sitemap, language, scope, only: None, cache, html };
        export::file(export, &input, &mut bytes);
        String::from_utf8_lossy(&bytes).matches("<loc>").count()
    };
    assert_eq!(addresses(Export::Sitemap), 2);
    assert_eq!(addresses(Export::SitemapPart(1)), 50_000);
    assert_eq!(addresses(Export::SitemapPart(2)), routes.sitemap.indexable().count() - 50_000);
}

#[test]
fn feeds_hold_all_that_is_said_and_their_links_are_whole() {
    let site = fixture();
    let feed = json(&site, "feed.json");
    let items = feed["items"].as_array().expect("a list");
    let item = items.iter().find(|item| item["id"].as_str().is_some_and(|id| id.contains("geneva-talks")));
    let html = item.and_then(|item| item["content_html"].as_str()).expect("the event is in the feed");
    insta::assert_snapshot!("feed-entry", html);
    for kind in [EntryKind::Actor, EntryKind::Topic] {
        for entry in site.timeline().entries(kind) {
            let feed = text(&site, &format!("{}/{}/feed.xml", kind.folder(), entry.id));
            assert!(!feed.contains("href=&quot;/") && !feed.contains("src=&quot;/"), "{feed}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_written_out_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
    // Without the mistake that the fixture has on purpose.
    let file = "content/articles/gazette-geneva.md";
    let site = edited("full-disk", file, "(javascript:alert(1))", "");
    let ran = command.args(["export", "csv"]).arg(site).stdout(full).output().expect("it runs");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(!ran.status.success() && told.contains("cannot write to standard output"), "{told}");
}
