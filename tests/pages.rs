//! What readers get: one page of each kind and every export as snapshots, and what has to hold on all
//! pages of the fixture site (published below a path) and of the included one.
//!
//! `INSTA_UPDATE=always cargo test --test pages` writes the snapshots anew.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use common::rendering::text;
use dateline::model::date::ClockTime;
use dateline::model::sitemap::PageKind;
use dateline::site::{LoadOptions, Site};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn load(folder: &str) -> Site {
    let (site, _) = Site::load(&Path::new(ROOT).join(folder), &LoadOptions::default(), &mut |_| {});
    site.expect("the folder is a site")
}

fn fixture() -> Site {
    load("tests/snapshots/fixture")
}

/// From `<main` to `</main>`, or the whole page if it has none.
fn main_part(html: &str) -> &str {
    let Some(start) = html.find("<main") else { return html };
    let end = html[start..].find("</main>").expect("main ends");
    &html[start..start + end + "</main>".len()]
}

#[test]
fn one_page_of_each_kind() {
    let site = fixture();
    for (name, path) in [
        ("home", ""),
        ("year", "2025/"),
        ("month", "2025/09/"),
        ("day", "2025/09/03/"),
        ("event", "events/geneva-talks/"),
        ("event-with-overlay", "events/northern-terms/"),
        ("event-of-one-account", "events/single-event/"),
        ("withdrawn", "events/mistaken/"),
        ("withdrawn-without-accounts", "events/gone/"),
        ("actors", "actors/"),
        ("actor", "actors/northern-president/"),
        ("topic", "topics/ceasefire/"),
        ("place", "places/geneva/"),
        ("types", "types/"),
        ("type", "types/propose/"),
        ("publishers", "publishers/"),
        ("publisher", "publishers/example-gazette/"),
        ("article", "articles/gazette-geneva/"),
        ("article-without-publisher", "articles/third-geneva/"),
        ("plain", "about/"),
        ("search", "search/"),
        ("data", "data/"),
        ("not-found", "404.html"),
        ("redirect", "actors/north/"),
        ("choice", "events/june-talks/"),
        ("corrections", "corrections/"),
    ] {
        insta::assert_snapshot!(format!("page-{name}"), main_part(&text(&site, path)));
    }
}

#[test]
fn the_frame_of_a_page() {
    let site = fixture();
    let html = text(&site, "about/");
    let main = main_part(&html);
    let mut frame = html.replace(main, "<main>…</main>");
    // The names of assets change with every edit of the theme.
    for asset in site.pages().iter().filter(|page| matches!(page.kind, PageKind::Asset(_))) {
        let hash = asset.path.rsplit('.').nth(1).expect("a hash before the ending");
        frame = frame.replace(hash, "HASH");
    }
    insta::assert_snapshot!("page-frame", frame);
}

#[test]
fn the_menu_says_where_the_reader_is() {
    let site = fixture();
    let marked = |path: &str| {
        let html = text(&site, path);
        let marks: Vec<_> = html.match_indices("aria-current=").map(|(at, _)| &html[at..]).collect();
        let menu = html.find("<main").expect("there is a main part");
        let of_menu = marks.into_iter().filter(|mark| html.len() - mark.len() < menu);
        of_menu.map(|mark| mark[..mark.find("</a>").unwrap_or(0)].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked(""), [""; 0]);
    assert_eq!(marked("events/geneva-talks/"), [""; 0]);
    assert_eq!(marked("actors/"), ["aria-current=\"page\">Actors"]);
    assert_eq!(marked("actors/northern-president/"), ["aria-current=\"true\">Actors"]);
    assert_eq!(marked("search/"), ["aria-current=\"page\">Find"]);
    assert!(
        text(&site, "").contains("<h1 class=\"name\">")
            && !text(&site, "2025/").contains("<h1 class=\"name\">")
    );
}

#[test]
fn every_export() {
    let site = fixture();
    let exports = ["feed.xml", "feed.json", "calendar.ics", "sitemap.xml", "data/events.json"];
    for path in exports.into_iter().chain([
        "data/events.csv",
        "_redirects",
        "robots.txt",
        "corrections/feed.xml",
        "corrections/feed.json",
    ]) {
        let name = path.replace('/', "-").trim_start_matches('_').to_owned();
        insta::assert_snapshot!(format!("file-{name}"), in_lines(path, &text(&site, path)));
    }
    let feed = "topics/ceasefire/feed.xml";
    insta::assert_snapshot!("file-topic-feed.xml", in_lines(feed, &text(&site, feed)));
}

/// A file with a line for each of its parts, so that differences can be read.
fn in_lines(path: &str, text: &str) -> String {
    if path == "data/events.json" {
        let value: serde_json::Value = serde_json::from_str(text).expect("events.json is JSON");
        return serde_json::to_string_pretty(&value).expect("a value can be written");
    }
    if path.ends_with(".xml") { text.replace("><", ">\n<") } else { text.replace('\r', "␍") }
}

#[test]
fn all_pages_of_the_fixture_hold_what_readers_rely_on() {
    assert_eq!(faults(&fixture()), Vec::<String>::new());
}

#[test]
fn all_pages_of_the_included_site_hold_what_readers_rely_on() {
    assert_eq!(faults(&load(".")), Vec::<String>::new());
}

#[test]
fn all_pages_of_the_starter_site_hold_what_readers_rely_on() {
    assert_eq!(faults(&load("src/cli/starter")), Vec::<String>::new());
}

/// A start tag.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page. The theme puts every value between `"`.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if length == 0 {
            continue;
        }
        let mut tag = Tag { name: rest[..length].to_ascii_lowercase(), attributes: Vec::new() };
        rest = &rest[length..];
        loop {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            rest = &rest[end..];
            let quoted = rest.strip_prefix("=\"").and_then(|rest| rest.split_once('"'));
            if let Some((value, after)) = quoted {
                tag.attributes.push((name, value.replace("&amp;", "&").replace("&#x2F;", "/")));
                rest = after;
            } else if !name.is_empty() {
                tag.attributes.push((name, String::new()));
            } else {
                break;
            }
        }
        tags.push(tag);
    }
    tags
}

/// All that is wrong on any page, each with its address.
fn faults(site: &Site) -> Vec<String> {
    let base = site.timeline().config.base_path().to_owned();
    let html_pages = site.pages().iter().filter(|page| page.kind.is_html());
    let pages: Vec<(&str, &PageKind, String)> =
        html_pages.map(|page| (page.path.as_str(), &page.kind, text(site, &page.path))).collect();
    let tags: Vec<Vec<Tag>> = pages.iter().map(|(_, _, html)| tags(html)).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .zip(&tags)
        .map(|((path, _, _), tags)| (*path, tags.iter().filter_map(|tag| tag.get("id")).collect()))
        .collect();
    let mut faults = Vec::new();
    for ((path, kind, html), tags) in pages.iter().zip(&tags) {
        let mut note = |fault: String| faults.push(format!("/{path}: {fault}"));
        // A redirect has one sentence, no style and no script.
        let is_redirect = matches!(kind, PageKind::Redirect { .. });
        if !html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'") {
            note("no Content-Security-Policy".into());
        }
        if !html.starts_with("<!doctype html>") {
            note(format!("begins with {:?}", html.get(..20)));
        }
        if !is_redirect {
            headings(tags, &mut note);
        }
        unique_ids(tags, &mut note);
        for tag in tags {
            harmless(tag, &base, &mut note);
            times(tag, &mut note);
            let is_canonical = matches!(tag.get("rel"), Some("canonical"));
            if let Some(href) = tag.get("href").filter(|_| !is_canonical) {
                link(href, path, site, &ids, &mut note);
            }
        }
        if matches!(kind, PageKind::Event(_)) && !html.contains("Permanent address") {
            note("no permanent address".into());
        }
    }
    faults
}

/// One `h1`, first of all, and no level left out.
fn headings(tags: &[Tag], note: &mut impl FnMut(String)) {
    let levels: Vec<u8> = tags
        .iter()
        .filter_map(|tag| match tag.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        })
        .collect();
    if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
        note(format!("the levels of its headings are {levels:?}"));
    }
    if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
        note(format!("a level of headings is left out: {levels:?}"));
    }
}

/// No id twice, and what refers to an id finds it.
fn unique_ids(tags: &[Tag], note: &mut impl FnMut(String)) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if !ids.insert(id) {
            note(format!("the id `{id}` stands twice"));
        }
    }
    for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
        let named = tags.iter().filter_map(|tag| tag.get(name)).flat_map(str::split_whitespace);
        for missing in named.filter(|id| !ids.contains(id)) {
            note(format!("{name}=\"{missing}\" names nothing"));
        }
    }
}

/// No styles and handlers in attributes, and nothing that is fetched from another host.
fn harmless(tag: &Tag, base: &str, note: &mut impl FnMut(String)) {
    for (name, value) in &tag.attributes {
        if name == "style" || name.starts_with("on") {
            note(format!("<{}> has {name}={value:?}", tag.name));
        }
    }
    let fetched = match tag.name.as_str() {
        "link" if !matches!(tag.get("rel"), Some("canonical" | "alternate")) => tag.get("href"),
        "script" | "img" | "iframe" | "audio" | "video" | "source" | "embed" => tag.get("src"),
        _ => None,
    };
    if let Some(address) =
        fetched.filter(|address| !address.starts_with(base) && !address.starts_with("data:"))
    {
        note(format!("<{}> fetches {address}", tag.name));
    }
    if tag.name == "script" && tag.get("src").is_none() && tag.get("type") != Some("application/ld+json") {
        note("a script in the page".into());
    }
    if tag.name == "img" && tag.get("alt").is_none() {
        note("a picture without words".into());
    }
}

/// `<time datetime>` is a year, a month, a day or a moment.
fn times(tag: &Tag, note: &mut impl FnMut(String)) {
    if tag.name != "time" {
        return;
    }
    let Some(value) = tag.get("datetime") else { return note("<time> without datetime".into()) };
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let whole = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    let good_date = NaiveDate::parse_from_str(&whole, "%Y-%m-%d").is_ok();
    let good_time = time.is_none_or(|time| date.len() == 10 && ClockTime::parse(time).is_some());
    if !good_date || !good_time {
        note(format!("<time datetime={value:?}>"));
    }
}

/// The address that a relative one means on a page.
fn relative(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A link within the site leads to a page of it, and to an id on that page.
fn link(
    href: &str,
    from: &str,
    site: &Site,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
    note: &mut impl FnMut(String),
) {
    let (address, fragment) = href.split_once('#').map_or((href, None), |(path, id)| (path, Some(id)));
    let config = &site.timeline().config;
    let joined;
    let path = if address.is_empty() {
        from
    } else if let Some(path) =
        address.strip_prefix(&config.base_url).or_else(|| address.strip_prefix(config.base_path()))
    {
        path
    } else if ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme)) {
        return;
    } else {
        joined = relative(from, address);
        &joined
    };
    let Some(page) = site.find(path) else { return note(format!("the link {href:?} leads nowhere")) };
    let found = fragment.is_none_or(|id| ids.get(page.path.as_str()).is_some_and(|ids| ids.contains(id)));
    if !found {
        note(format!("the link {href:?} leads to no id"));
    }
}
