//! Whole sites in another language: no English word is left, direction is said on every page, names in
//! the other direction are set apart, and a site's own texts stand over the built-in ones.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;

use common::in_language::{WORDS, site_in};
use common::mistake::Mistake;
use common::rendering::text;
use common::{Bench, GOOD_ARTICLE, Site};
use dateline::model::sitemap::PageKind;
use dateline::model::today::Today;
use dateline::site::{self, LoadOptions};

fn load(bench: &Bench) -> site::Site {
    let options = LoadOptions {
        drafts: true,
        today: chrono::NaiveDate::from_ymd_opt(2020, 5, 1).map(Today::Day),
        edit_links: Some(dateline::model::edit_links::EditLinks::default()),
        ..LoadOptions::default()
    };
    let (site, found) = site::Site::load(bench.root(), &options, &mut |_| {});
    assert!(!dateline::diagnostics::has_errors(&found), "{found:#?}");
    site.expect("the folder is a site")
}

/// All pages made by templates, with their paths.
fn pages(site: &site::Site) -> Vec<(String, String)> {
    let pages = site.pages().iter().filter(|page| page.kind.is_html());
    pages.map(|page| (page.path.clone(), text(site, &page.path))).collect()
}

/// What readers see or hear: the words between tags, and those of some attributes.
fn read_out(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        for name in ["aria-label=\"", "title=\"", "alt=\"", "name=\"description\" content=\""] {
            if let Some((_, value)) = tag.split_once(name) {
                words += value.split('"').next().unwrap_or_default();
                words.push(' ');
            }
        }
        // Code to be copied, and what only programs read, is in no language.
        if !["textarea", "code", "pre", "script"].iter().any(|code| tag.starts_with(code)) {
            words += after;
        }
        words.push(' ');
    }
    words
}

#[test]
fn no_english_word_is_left() {
    /// Names of formats, standards and projects.
    const NAMES: &str = "EDTF ISO JSON CSV Atom RFC Feed iCalendar PLOVER Political Language Ontology for \
        Verifiable Event Records UTC Wikidata Dateline Ctrl JavaScript events feed calendar json \
        csv xml ics quot GeoJSON LD Lines TimelineJS UTF Schema schema org jsonl geojson jsonld \
        timelinejs timeline positions contacts differences oEmbed Chicago APA MLA BibTeX RIS CSL Wikipedia";
    let names: BTreeSet<&str> = NAMES.split(' ').collect();
    for words in &WORDS {
        let bench = site_in(words).build();
        let site = load(&bench);
        let mut left = BTreeSet::new();
        let exports =
            ["feed.xml", "feed.json", "actors/one/feed.xml", "corrections/feed.xml", "corrections/feed.json"]
                .map(|path| (path.to_owned(), text(&site, path)));
        for (path, page) in pages(&site).into_iter().chain(exports) {
            let seen = match path.rsplit_once('.') {
                Some((_, "json")) => values(&page),
                // What feeds show is HTML in XML.
                Some((_, "xml")) => read_out(&page.replace("&lt;", "<").replace("&gt;", ">")),
                _ => read_out(&page),
            };
            let is_address = |word: &&str| word.contains(['/', '@']) || word.ends_with(".md");
            let seen: Vec<&str> = seen.split_whitespace().filter(|word| !is_address(word)).collect();
            let latin = seen.iter().flat_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()));
            let latin = latin.filter(|word| word.len() > 1 && !names.contains(word));
            left.extend(latin.map(|word| format!("/{path}: {word}")));
        }
        assert_eq!(left, BTreeSet::new(), "in `{}`", words.tag);
    }
}

/// The texts of a JSON feed that people read.
fn values(json: &str) -> String {
    let feed: serde_json::Value = serde_json::from_str(json).expect("a feed is JSON");
    let items = feed["items"].as_array().expect("a feed has items");
    let texts = |item: &serde_json::Value| {
        let html = read_out(item["content_html"].as_str().unwrap_or_default());
        let text = |key: &str| item[key].as_str().unwrap_or_default();
        let tags = item["tags"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        let tags = tags.collect::<Vec<_>>().join(" ");
        [text("title"), text("summary"), text("content_text"), &tags, &html].join(" ")
    };
    items.iter().map(texts).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_pages_of_that_site_are_of_every_kind() {
    let bench = site_in(&WORDS[0]).build();
    let site = load(&bench);
    let kinds: BTreeSet<String> = site.pages().iter().map(|page| format!("{:?}", page.kind)).collect();
    let has = |start: &str| kinds.iter().any(|kind| kind.starts_with(start));
    for kind in [
        "Home",
        "Year",
        "Month",
        "Day",
        "Event",
        "Withdrawn",
        "Entries",
        "Entry",
        "Types",
        "Type",
        "Publishers",
        "Publisher",
        "Article",
        "Plain",
        "Search",
        "Data",
        "NotFound",
        "Redirect",
        "Choice",
        "Corrections",
        "Differences",
        "Attestation",
        "Methodology",
    ] {
        assert!(has(kind), "no page is {kind}");
    }
    assert!(
        kinds
            .iter()
            .any(|kind| kind.starts_with("Entry(") && kind.contains("Slice") || kind.contains("Year(2021)"))
    );
    let html = text(&site, "events/differ/");
    assert_eq!(html.matches("<table>").count(), 4, "date, place, type and participants differ");
    let html = text(&site, "events/decided/");
    for part in ["datetime=\"2020-03-01\"", "datetime=\"2020-05-01\"", "correction-2020-04-01-text"] {
        assert!(html.contains(part), "`{part}` is not in: {html}");
    }
}

#[test]
fn every_page_says_its_language_and_direction() {
    for (words, head) in [(&WORDS[0], "<html lang=\"uk\">"), (&WORDS[2], "<html lang=\"ar\" dir=\"rtl\">")] {
        let bench = site_in(words).build();
        let pages = pages(&load(&bench));
        assert!(pages.len() > 50, "{} pages", pages.len());
        for (path, html) in pages {
            assert!(html.starts_with(&format!("<!doctype html>\n{head}\n")), "/{path}: {:?}", html.get(..60));
        }
        let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}'];
        for path in ["feed.xml", "feed.json", "calendar.ics", "data/events.json", "data/events.csv"] {
            assert!(!text(&load(&bench), path).contains(marks), "/{path} has marks of direction");
        }
    }
}

#[test]
fn names_in_the_other_direction_are_set_apart() {
    let arabic = "---\ntitle: ميناء\npublisher: Example Gazette\nauthor: Ann Example\n---\n\n\
                  ## 2025-09-03: ميناء {#port actors=ann-example topics=ceasefire place=geneva}\n\nميناء\n";
    let bench = Site::new()
        .file("site.yaml", "title: T\nbase_url: https://t.example/\nlanguage: ar\n")
        .article("a.md", arabic)
        .build();
    let site = load(&bench);
    let html = text(&site, "events/port/");
    for name in ["Ann Example", "Example Gazette", "ceasefire", "Geneva"] {
        assert!(html.contains(&format!("<bdi>{name}</bdi>")), "{name} in {html}");
    }
    assert!(html.contains("<h1>ميناء</h1>"), "what runs as the page does is not set apart");
    assert!(html.contains("<title>ميناء – T</title>"), "no markup in the title");
    assert!(text(&site, "articles/good/").contains("<h1><bdi>Ann Example in Geneva</bdi></h1>"));

    let english =
        Site::new().article("a.md", GOOD_ARTICLE.replace("Ann Example in Geneva", "آن in Geneva")).build();
    let site = load(&english);
    assert!(text(&site, "articles/a/").contains("<h1><bdi>آن in Geneva</bdi></h1>"));
    let pages = pages(&site);
    let others = pages
        .iter()
        .filter(|(path, html)| html.contains("<bdi>") && !html.contains("آن") && !path.is_empty());
    assert_eq!(others.count(), 0, "an English name on an English page is not set apart");
}

#[test]
fn a_site_changes_one_text_and_keeps_the_others() {
    let bench = Site::new()
        .file("site.yaml", "title: T\nbase_url: https://t.example/\nlanguage: uk-UA\n")
        .file(
            "templates/texts/uk.ftl",
            "actors = Дійові особи & <решта>\n-paper = Газета\nsources = { -paper }\n",
        )
        .file("templates/texts/uk-UA.ftl", "topics = Питання\n")
        .file("templates/texts/fr.ftl", "topics = Sujets\n")
        .build();
    let site = load(&bench);
    let html = text(&site, "actors/");
    assert!(html.contains("<h1>Дійові особи &amp; &lt;решта&gt;</h1>"), "{html}");
    assert!(html.contains(">Питання<") && html.contains(">Газета<") && html.contains(">Місця<"), "{html}");
    assert!(html.contains("<html lang=\"uk-UA\">"));
    assert!(bench.diagnostics(&[]).iter().all(|found| found["code"] != "language-incomplete"));
}

#[test]
fn a_site_has_texts_for_its_own_templates() {
    let page = "{% extends \"base.html\" %}{% block main %}<h1>{{ t.motto }}</h1>{% if t.motto == 'a' %}{% endif %}\
                {{ text(id=\"seen\", count=2, who=page.title) }}{% endblock %}\n";
    let texts = "motto = To the { \"{\" }point\nseen = { $count ->\n    [one] once\n   *[other] { $count } by { $who }\n }\n";
    let bench = Site::new()
        .file("templates/page.html", page)
        .file("templates/texts/en.ftl", texts)
        .page("about.md", "---\ntitle: <About>\n---\n")
        .build();
    let html = text(&load(&bench), "about/");
    assert!(html.contains("<h1>To the &#123;point</h1>2 by &lt;About&gt;"), "{html}");
}

#[test]
fn a_mistake_in_a_text_is_told_with_its_place() {
    for (marked, code, says) in [
        ("«actorz = People\n", "unknown-text", "did you mean `actor`?"),
        ("«actors = { People\n", "text-syntax", "the text cannot be read"),
        ("events = { $«cuont } events\n", "text-syntax", "what is put into it: `$count`"),
        ("actors = All { $«count }\n", "text-syntax", "nothing is put into this text"),
        ("actors = A\n«actors = B\n", "text-syntax", "stands here twice"),
        ("actors = { «nobody }\n", "text-syntax", "there is no `nobody` in this file"),
        ("actors = { -«nobody }\n", "text-syntax", "there is no `-nobody` in this file"),
        ("«actors = All { actors }\n", "text-syntax", "refers to itself"),
        ("actors = { «DATETIME(1) }\n", "text-syntax", "only `NUMBER` is known"),
        ("«actors = A\n    .title = B\n", "text-syntax", "has attributes"),
    ] {
        Mistake::file("templates/texts/en.ftl", marked, code).says(says).holds();
    }
    Mistake::file("templates/page.html", "{% extends \"base.html\" %}\n{{ t.«actorz }}\n", "template-syntax")
        .says("did you mean `t.actor`?")
        .holds();
    Mistake::file(
        "templates/page.html",
        "<p>{{ t.draft }} {{ t.sources_differ }} {{ «pagge.title }}</p>\n",
        "template-failed",
    )
    .holds();
}

#[test]
fn a_text_with_a_mistake_gives_way_to_the_built_in_one() {
    let bench =
        Site::new().file("templates/texts/en.ftl", "actors = { $x }\ntopics = Issues\nplaces = {\n").build();
    let (site, found) = site::Site::load(bench.root(), &LoadOptions::default(), &mut |_| {});
    assert_eq!(found.iter().filter(|found| found.code.id() == "text-syntax").count(), 2, "{found:#?}");
    let html = text(&site.expect("a site"), "actors/");
    assert!(
        html.contains("<h1>Actors</h1>") && html.contains(">Issues<") && html.contains(">Places<"),
        "{html}"
    );
}

#[test]
fn a_language_without_texts_is_told_and_shown_in_english() {
    let site = |tag: &str| {
        Site::new().file("site.yaml", format!("title: T\nbase_url: https://t.example/\nlanguage: {tag}\n"))
    };
    let bench = site("de").build();
    let found = bench.the_one("language-incomplete", &[]);
    assert_eq!(found["severity"], "warning");
    assert_eq!((&found["at"]["line"], &found["at"]["column"]), (&3.into(), &11.into()));
    assert!(found["help"].as_str().is_some_and(|help| help.contains("`templates/texts/de.ftl`")), "{found}");
    let html = text(&load(&bench), "events/arrives/");
    assert!(html.contains("3. September 2025") && html.contains("Permanent address"), "{html}");

    let bench = site("tlh").build();
    assert!(
        bench.the_one("language-incomplete", &[])["message"].to_string().contains("dates are in English too")
    );
    assert!(text(&load(&bench), "events/arrives/").contains("3 September 2025"));

    let bench = site("de").file("templates/texts/de.ftl", "actors = Akteure\n").build();
    let found = bench.the_one("language-incomplete", &[]);
    assert!(found["message"].to_string().contains("have no `de`"), "{found}");
    assert!(text(&load(&bench), "actors/").contains("<h1>Akteure</h1>"));

    let other = site("en")
        .file("templates/texts/de.txt", "a = b\n")
        .file("templates/texts/nolanguage.ftl", "a = b\n");
    let bench = other.build();
    let ignored = bench.diagnostics(&[]).into_iter().filter(|found| found["code"] == "ignored-file");
    assert_eq!(ignored.count(), 2);
}

#[test]
fn an_edited_text_is_seen_in_the_preview() {
    let bench = Site::new().file("templates/texts/en.ftl", "actors = People\n").build();
    let options = LoadOptions::default();
    let (site, _) = site::Site::load(bench.root(), &options, &mut |_| {});
    let site = site.expect("a site");
    assert!(text(&site, "actors/").contains("<h1>People</h1>"));
    bench.write("templates/texts/en.ftl", "actors = Persons\n");
    let (sources, _) = dateline::read::read(bench.root());
    let site::Plan::Whole(site) = site.plan(sources) else { panic!("texts touch more than a small change") };
    assert!(text(&site, "actors/").contains("<h1>Persons</h1>"));
    assert!(site.pages().iter().any(|page| matches!(page.kind, PageKind::Home)));
}
