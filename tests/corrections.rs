//! What readers are told of corrections: on the event's page, on a page of their own, in feeds; and
//! mistakes in them.

mod common;

use common::{Bench, Site};
use serde_json::Value;

const CORRECTED: &str = "\
---
place: geneva
corrections:
  - date: 2025-09-07
    field: place
    old: old-geneva
    new: geneva
    why: The <first> report left it open.
  - date: 2025-09-09
    field: text
    why: A name was misspelt.
  - date: 2025-09-07
    field: title
    old: They land
    new: Ann Example arrives in Geneva
    why: \"It said: \\\"land\\\".\"
---
";

fn corrected() -> Bench {
    let site = Site::new().overlay("arrives.md", CORRECTED);
    let place = "---\nname: Geneva\nredirect_from: [old-geneva]\n---\n";
    let bench = site
        .place("geneva.md", place)
        .page("corrections.md", "---\ntitle: What we got wrong\n---\n\nWrite to *us*.\n")
        .build();
    bench.built(&[]);
    bench
}

#[test]
fn corrections_stand_on_the_event_s_page_and_on_a_page_of_their_own() {
    let bench = corrected();
    let page = bench.read("public/events/arrives/index.html");
    let list = page.split_once("<h2 id=\"corrections\">").expect("a list").1;
    let at = |words: &str| list.find(words).unwrap_or_else(|| panic!("`{words}` is not in: {list}"));
    assert!(at("id=\"correction-2025-09-09-text\"") < at("id=\"correction-2025-09-07-title\""));
    assert!(at("id=\"correction-2025-09-07-title\"") < at("id=\"correction-2025-09-07-place\""));
    at("Place: was “Geneva”, is now “Geneva”. The &lt;first&gt; report left it open.");
    at("Text: corrected. A name was misspelt.");
    // As linked data, without a sign that could end the script.
    let script = "{\"@type\":\"CorrectionComment\",\"@id\":\"https://talks.example/events/arrives/#correction-2025-09-07-place\"";
    assert!(page.contains(script), "{page}");
    assert!(
        page.contains("The \\u003cfirst> report left it open.\",\"datePublished\":\"2025-09-07\""),
        "{page}"
    );
    let page = bench.read("public/corrections/index.html");
    for part in [
        "<h1>What we got wrong</h1>",
        "Write to <em>us</em>.",
        "href=\"/events/arrives/#correction-2025-09-09-text\"",
        "href=\"/corrections/feed.xml\"",
    ] {
        assert!(page.contains(part), "`{part}` is not in: {page}");
    }
    assert!(page.find("Write to").unwrap() < page.find("misspelt").unwrap());
    assert!(bench.read("public/sitemap.xml").contains("https://talks.example/corrections/<"));
}

#[test]
fn corrections_have_feeds() {
    let bench = corrected();
    let atom = bench.read("public/corrections/feed.xml");
    let feed: atom_syndication::Feed = atom.parse().expect("it is Atom");
    assert_eq!(feed.updated.to_rfc3339(), "2025-09-09T00:00:00+00:00");
    let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids,
        ["text", "title", "place"].map(|field| {
            let day = if field == "text" { "09" } else { "07" };
            format!("https://talks.example/events/arrives/#correction-2025-09-{day}-{field}")
        })
    );
    let json: Value = serde_json::from_str(&bench.read("public/corrections/feed.json")).expect("it is JSON");
    assert_eq!(
        json["items"][2]["content_text"],
        "Place: was “Geneva”, is now “Geneva”. The <first> report left it open."
    );
    assert_eq!(json["items"][0]["id"], ids[0]);
}

#[test]
fn a_site_without_corrections_has_the_page_and_the_feeds_all_the_same() {
    let bench = Site::new().build();
    bench.built(&[]);
    let page = bench.read("public/corrections/index.html");
    assert!(page.contains("<h1>Corrections</h1>") && page.contains("There are none yet."), "{page}");
    assert!(bench.read("public/index.html").contains("<a href=\"/corrections/\">Corrections</a>"));
    let feed: atom_syndication::Feed = bench.read("public/corrections/feed.xml").parse().expect("it is Atom");
    assert!(feed.entries.is_empty());
}

#[test]
fn a_correction_with_a_mistake_is_an_error_at_its_place() {
    let cases: &[(&str, &str, u64)] = &[
        ("  - field: date\n    new: 2025-09-04\n    old: 2025-09-02\n    why: W.\n", "missing-key", 3),
        ("  - date: 2025-09-09\n    field: date\n    new: 2025-09-03\n    why: W.\n", "missing-key", 4),
        ("  - date: 2025-09-09\n    field: title\n    old: They land\n    why: W.\n", "missing-key", 4),
        ("  - date: 2025-09-09\n    new: 2025-09-04\n    why: W.\n", "missing-key", 3),
        (
            "  - date: 2025-09-09\n    field: date\n    new: 2025-09-04\n    old: 2025-09-02\n",
            "missing-key",
            3,
        ),
        ("  - date: 2025-09-09\n    field: date\n    why: W.\n", "missing-key", 4),
        ("  - date: 2025-09\n    field: text\n    why: W.\n", "invalid-value", 3),
        ("  - date: 2025-09-09\n    field: datum\n    why: W.\n", "invalid-value", 4),
        (
            "  - date: 2025-09-09\n    field: date\n    new: soon\n    old: 2025-09-02\n    why: W.\n",
            "unreadable-date",
            5,
        ),
        (
            "  - date: 2025-09-09\n    field: type\n    new: consul\n    old: vote\n    why: W.\n",
            "unknown-type",
            5,
        ),
        ("  - date: 2025-09-09\n    field: actors\n    new: [A B]\n    why: W.\n", "invalid-id", 5),
        ("  - date: 2025-09-09\n    field: text\n    reason: W.\n    why: W.\n", "unknown-key", 5),
        (
            "  - date: 2025-09-09\n    field: type\n    old: vote\n    new: vote\n    why: W.\n",
            "invalid-value",
            6,
        ),
    ];
    for (entry, code, line) in cases {
        let bench = Site::new().overlay("arrives.md", format!("---\ncorrections:\n{entry}---\n")).build();
        let found = bench.the_one(code, &[]);
        assert_eq!(found["at"]["line"].as_u64(), Some(*line), "{entry}: {found:#?}");
        assert_eq!(bench.error_codes(&[]), [*code], "{entry}");
    }
}

#[test]
fn a_correction_that_says_otherwise_than_what_came_after_it_is_a_warning() {
    let warnings = |corrections: &str| {
        let bench =
            Site::new().overlay("arrives.md", format!("---\ncorrections:\n{corrections}---\n")).build();
        let found = bench.diagnostics(&[]);
        let of = found.iter().filter(|found| found["code"] == "contradicted-correction");
        of.map(|found| found["at"]["line"].as_u64().expect("a line")).collect::<Vec<_>>()
    };
    let entry = |day: &str, old: &str, new: &str| {
        format!("  - {{date: 2025-09-{day}, field: date, old: {old}, new: {new}, why: W.}}\n")
    };
    let right = entry("05", "2025-09-02", "2025-09-03");
    assert_eq!(warnings(&right), [] as [u64; 0]);
    assert_eq!(warnings(&entry("05", "2025-09-02", "2025-09-01")), [3], "not what the page shows");
    let chain = entry("04", "2025-09-01", "2025-09-02");
    assert_eq!(warnings(&(chain + &right)), [] as [u64; 0]);
    let broken = entry("04", "2025-08-01", "2025-08-02");
    assert_eq!(warnings(&(broken + &right)), [3], "not what the next begins with");
}

#[test]
fn a_warning_says_when_old_and_new_are_exchanged_or_the_event_was_not_published_yet() {
    let overlay = |day: &str, old: &str, new: &str| {
        format!("---\ncorrections:\n  - {{date: {day}, field: date, old: {old}, new: {new}, why: W.}}\n---\n")
    };
    let swapped =
        Site::new().overlay("arrives.md", overlay("2025-09-07", "2025-09-03", "2025-09-02")).build();
    let found = swapped.the_one("contradicted-correction", &[]);
    assert_eq!(found["help"], "exchange the values of `old` and `new`");
    let bench = Site::new().build();
    bench.built(&["--today", "2025-09-05"]);
    for (day, is_told) in [("2025-09-05", false), ("2025-09-04", true)] {
        bench.write("content/events/arrives.md", overlay(day, "2025-09-02", "2025-09-03"));
        let of = bench.diagnostics(&["--today", "2025-09-10"]);
        let told = of.iter().any(|found| found["code"] == "contradicted-correction");
        assert_eq!(told, is_told, "{day}: {of:#?}");
    }
}

#[test]
fn a_correction_of_a_day_to_come_is_a_warning() {
    let bench = corrected();
    let of = |day: &str| bench.diagnostics(&["--today", day]);
    let future = |found: &Value| found["code"] == "future-day";
    assert!(!of("2025-09-09").iter().any(future));
    let found = of("2025-09-08");
    let found: Vec<&Value> = found.iter().filter(|one| future(one)).collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0]["severity"], &found[0]["at"]["line"]), (&"warning".into(), &9.into()));
}
