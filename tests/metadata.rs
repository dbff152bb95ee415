//! What pages say to programs: JSON-LD of every kind of page, the tags in the head, and the citations,
//! with and without the days on which an event was published and changed.
//!
//! `INSTA_UPDATE=always cargo test --test metadata` writes the snapshots anew.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::path::Path;

use chrono::NaiveDate;
use common::rendering::{between, page, renderer, timeline};
use dateline::model::sitemap::PageKind;
use dateline::render::Renderer;
use serde_json::Value;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/fixture");

/// The fixture site, its events published on one day and some changed on another.
fn dated() -> Renderer {
    let mut timeline = timeline(Path::new(FIXTURE));
    let day = |day| NaiveDate::from_ymd_opt(2025, 11, day);
    for event in &mut timeline.events {
        event.published = day(3);
        event.changed = if event.id == "geneva-talks" { day(20) } else { None };
    }
    renderer(timeline)
}

fn json_ld(html: &str) -> Option<Value> {
    let text = between(html, "<script type=\"application/ld+json\">", "</script>")?;
    Some(serde_json::from_str(text).expect("JSON-LD is JSON"))
}

#[test]
fn json_ld_of_each_kind_of_page() {
    let renderer = dated();
    for (name, path) in [
        ("home", ""),
        ("year", "2025/"),
        ("event", "events/geneva-talks/"),
        ("event-with-overlay", "events/northern-terms/"),
        ("withdrawn", "events/mistaken/"),
        ("actor", "actors/northern-president/"),
        ("state", "actors/northern-republic/"),
        ("topic", "topics/ceasefire/"),
        ("place", "places/geneva/"),
        ("type", "types/propose/"),
        ("publisher", "publishers/example-gazette/"),
        ("article", "articles/gazette-geneva/"),
        ("plain", "about/"),
        ("search", "search/"),
    ] {
        let json = json_ld(&page(&renderer, path)).unwrap_or_else(|| panic!("/{path} has no JSON-LD"));
        let json = serde_json::to_string_pretty(&json).expect("JSON can be written");
        insta::assert_snapshot!(format!("json-ld-{name}"), json);
    }
    for path in ["404.html", "actors/north/"] {
        assert!(json_ld(&page(&renderer, path)).is_none(), "{path}");
    }
}

#[test]
fn tags_in_the_head() {
    let renderer = dated();
    let tags = |path: &str| {
        let html = page(&renderer, path);
        let head = between(&html, "<head>", "</head>").expect("a page has a head").to_owned();
        let is_tag = |line: &&str| line.starts_with("<meta ") || line.starts_with("<link rel=\"canonical\"");
        head.lines().filter(is_tag).map(|line| line.to_owned() + "\n").collect::<String>()
    };
    insta::assert_snapshot!("tags-event", tags("events/geneva-talks/"));
    insta::assert_snapshot!("tags-home", tags(""));
}

#[test]
fn citations_have_the_page_s_days_and_never_the_event_s() {
    let renderer = dated();
    let html = page(&renderer, "events/geneva-talks/");
    let section = between(&html, "<section class=\"cite\"", "</section>").expect("there is a section");
    insta::assert_snapshot!("cite-dated", section);
    let event =
        renderer.timeline().events.iter().find(|event| event.id == "geneva-talks").expect("the event");
    let of_event = event.date.first().to_string();
    assert!(
        !section.contains(&of_event) && section.contains("2025-11-03"),
        "{of_event} is the event's own day"
    );
}

#[test]
fn a_page_that_was_never_published_is_cited_without_a_date() {
    let mut timeline = timeline(Path::new(FIXTURE));
    for event in &mut timeline.events {
        (event.published, event.changed) = (None, None);
    }
    let html = page(&renderer(timeline), "events/geneva-talks/");
    let section = between(&html, "<section class=\"cite\"", "</section>").expect("there is a section");
    assert!(section.contains("(n.d.)"), "APA says that there is no date");
    for word in ["date =", "DA  -", "issued", "|date="] {
        assert!(!section.contains(word), "{word}");
    }
    assert!(!html.contains("article:published_time"));
    assert_eq!(json_ld(&html).expect("JSON-LD")["datePublished"], Value::Null);
}

#[test]
fn texts_cannot_leave_their_script_or_attribute() {
    let bench = common::Site::new()
        .file(
            "site.yaml",
            "title: \"</script><script>alert(1)</script>\"\nbase_url: https://talks.example/\n\
             editor: {name: '\"><b>x'}\npublisher: {name: \"<i>{{x}}|\"}\noptions: {social_cards: off}\n",
        )
        .article(
            "evil.md",
            "---\ntitle: \"</script><img src=x>\"\npublisher: \"<!--\"\n---\n\n\
             ## 2025-09-04: Say \"\\</script>\" & \\<b>\\{{{{x}}}}</b> | \\[y\\] {#evil}\n\nText `</script>`.\n",
        )
        .build();
    let renderer = renderer(timeline(bench.root()));
    for made in renderer.sitemap().pages().iter().filter(|page| page.kind.is_html()) {
        let html = page(&renderer, &made.path);
        if matches!(made.kind, PageKind::Redirect { .. }) {
            continue;
        }
        let scripts = html.matches("<script").count();
        let own = html.matches("<script type=\"application/ld+json\">").count();
        let files = html.matches("<script type=\"module\" src=\"/").count();
        assert_eq!(scripts, own + files, "/{}", made.path);
        assert_eq!(scripts, html.matches("</script>").count(), "/{}", made.path);
        assert!(!html.contains("<b>x") && !html.contains("<img src=x"), "/{}", made.path);
        if own > 0 {
            let json = json_ld(&html).expect("JSON-LD is there");
            assert_eq!(json["isPartOf"]["name"], "</script><script>alert(1)</script>");
        }
    }
    let html = page(&renderer, "events/evil/");
    assert_eq!(
        json_ld(&html).expect("JSON-LD")["mainEntity"]["name"]
            .as_str()
            .map(|name| name.contains("</script>")),
        Some(true)
    );
    assert!(!html.contains("og:image"), "no card where there are none");
}

#[test]
fn anchors_of_accounts_stay_when_other_reports_come_in() {
    let report = |published: &str, twice: &str| {
        format!(
            "---\ntitle: R\npublished: {published}\n---\n\n## 2025-09-03: Ann Example speaks {{#speech}}\n\nText.\n{twice}"
        )
    };
    let again = "\n## 2025-09-04: Ann Example speaks again {#speech}\n\nText.\n";
    let site = || {
        common::Site::new()
            .article("later.md", report("2025-09-05", again))
            .article("later-2.md", report("2025-09-06", ""))
    };
    let anchors = |bench: &common::Bench| {
        let html = page(&renderer(timeline(bench.root())), "events/speech/");
        let ids = html.match_indices("id=\"account-").map(|(at, _)| &html[at + 4..]);
        let mut ids: Vec<String> = ids.map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned()).collect();
        for id in &ids {
            assert!(html.contains(&format!("href=\"#{id}\"")), "no link to {id}");
        }
        ids.sort();
        ids
    };
    let before = anchors(&site().build());
    assert_eq!(before, ["account-later", "account-later-2", "account-later_2"]);
    let after = anchors(&site().article("earlier.md", report("2025-09-01", "")).build());
    assert!(before.iter().all(|id| after.contains(id)), "{after:?}");
}
