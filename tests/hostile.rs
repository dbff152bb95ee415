//! Content that means harm, or that nobody thought of: the program neither
//! panics nor hangs, and what it publishes is well-formed and safe.

mod common;

use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use common::{Bench, SITE_YAML, Site};

/// A site with one more article, whose one account has this text.
fn telling(text: &str) -> Bench {
    Site::new()
        .article("x.md", format!("---\ntitle: X\n---\n\n## 2025-10-01: Something {{#x}}\n\n{text}\n"))
        .build()
}

/// The page of that account, from the mark `start` in its text.
fn published(text: &str) -> String {
    let bench = telling(&format!("start {text}"));
    bench.built(&[]);
    let page = bench.read("public/events/x/index.html");
    let from = page.rfind("start ").expect("the text is on the page");
    page[from..].to_owned()
}

#[test]
fn deep_nesting_neither_panics_nor_hangs() {
    let start = Instant::now();
    let n = 70_000;
    for text in [
        ">".repeat(n),
        "[".repeat(n),
        "- ".repeat(n),
        format!("{}a{}", "**".repeat(n), "**".repeat(n)),
        format!("{}a", "*a ".repeat(n)),
    ] {
        let ran = telling(&text).run(&["check"]);
        assert_eq!(ran.code, Some(0), "{:.20}…: {:.300}", text, ran.stderr);
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn scripts_frames_and_handlers_do_not_pass() {
    let page = published(
        "<script>alert(1)</script><svg onload=alert(1)></svg><iframe src=//e></iframe><b onclick=x>b</b>\
         <base href=//e><meta http-equiv=refresh content=0><link rel=stylesheet href=//e><form action=/x><input></form>\
         <p id=main class=notice style=x>p</p></article></main></body>",
    );
    // Below stand the citations, with their script.
    let text = page.split("<section class=\"cite\"").next().unwrap_or_default();
    for bad in [
        "<script",
        "<svg",
        "<iframe",
        "onclick",
        "<base",
        "<meta",
        "<link",
        "<form",
        "<input",
        "style=",
        "id=\"main\"",
    ] {
        assert!(!text.contains(bad), "{bad} in {text}");
    }
}

/// Browsers take tabs and line ends out of an address before they read it.
#[test]
fn no_image_is_loaded_from_another_host_by_a_hidden_address() {
    let page = published(
        "<img alt=a src='/&#9;/evil.example/x'> <img alt=a src='/\\evil.example/x'> ![a](</\\evil.example/y>)",
    );
    assert!(
        !page.replace(['\t', '\\'], "").contains("src=\"//evil") && !page.contains("src=\"/\t/evil"),
        "{page}"
    );
}

/// A linked picture is common Markdown; a link within a link is no HTML.
#[test]
fn a_linked_foreign_image_makes_no_link_within_a_link() {
    let page = published("[![alt](https://h.example/i.png)](https://h.example/)");
    let paragraph = page.split("</p>").next().unwrap_or_default();
    assert_eq!(paragraph.matches("<a ").count(), 1, "{paragraph}");
}

#[test]
fn control_characters_do_not_break_the_feeds() {
    let text = "---\ntitle: \"A\\x01B\"\npublisher: \"P\\x02\\uFFFE\"\n---\n\n## 2025-10-01: X\u{1}Y {#x}\n\nText \u{1}.\n";
    let bench = Site::new().article("x.md", text).build();
    let ran = bench.run(&["build"]);
    if ran.code == Some(1) {
        return; // Refused: then no feed is broken.
    }
    for file in ["feed.xml", "calendar.ics", "events/x/index.html"] {
        let text = bench.read(&format!("public/{file}"));
        let bad = text
            .chars()
            .find(|c| (c.is_control() && !"\t\r\n".contains(*c)) || matches!(c, '\u{fffe}' | '\u{ffff}'));
        assert_eq!(bad, None, "{file} is not well-formed");
    }
}

/// "Nothing is merged by guess": headlines that differ are two events, even where their slugs are cut short.
#[test]
fn different_headlines_are_different_events_or_an_error() {
    let long = "word ".repeat(40);
    let pairs = [
        (format!("{long} ends in agreement"), format!("{long} ends in failure")),
        ("…".to_owned(), "???".to_owned()),
    ];
    for (one, two) in pairs {
        let text =
            format!("---\ntitle: X\n---\n\n## 2025-10-01: {one}\n\nOne.\n\n## 2025-10-01: {two}\n\nTwo.\n");
        let bench = Site::new().article("x.md", text).build();
        let ran = bench.run(&["build"]);
        assert!(
            ran.code == Some(1) || ran.stderr.contains("Built 3 events"),
            "`{one}` and `{two}` are merged in silence"
        );
    }
}

#[test]
fn a_clock_time_that_does_not_exist_is_not_published_as_utc() {
    let text = "---\ntitle: X\n---\n\n## 2025-03-30: In the gap {#x time=02:30}\n";
    let yaml = format!("{SITE_YAML}timezone: Europe/Berlin\n");
    let bench = Site::new().article("x.md", text).file("site.yaml", yaml).build();
    let ran = bench.run(&["build"]);
    assert!(
        ran.code == Some(1) || !bench.read("public/events/x/index.html").contains("02:30Z"),
        "02:30 is shown as UTC"
    );
}

#[test]
fn braces_that_are_no_attributes_are_not_published_as_a_headline() {
    for heading in ["Talks {#talks", "Talks {#talks}}", "Talks {#one #two}"] {
        let bench =
            Site::new().article("x.md", format!("---\ntitle: X\n---\n\n## 2025-10-01: {heading}\n")).build();
        let ran = bench.run(&["check", "--format", "short"]);
        assert!(ran.stdout.contains("x.md:5:"), "nothing is said of `{heading}`");
    }
}

#[test]
fn an_empty_base_url_is_not_taken_for_localhost() {
    let bench = Site::new().file("site.yaml", "title: T\nbase_url: \"\"\n").build();
    assert_eq!(bench.run(&["build"]).code, Some(1));
}

/// Files outside are not even looked at: there may be millions.
#[test]
fn a_link_to_a_large_folder_outside_is_one_mistake_and_not_walked() {
    let outside = tempfile::tempdir().unwrap();
    for at in 0..20 {
        symlink("/etc/hostname", outside.path().join(format!("{at}.md"))).unwrap();
    }
    let bench = Site::new().build();
    symlink(outside.path(), bench.path("content/articles/out")).unwrap();
    assert_eq!(bench.error_codes(&[]), ["link-outside"]);
}

#[test]
fn a_static_file_with_a_strange_name_is_a_mistake_with_a_place_or_is_published() {
    let bench = Site::new().file("static/a\\b.txt", "x").file("static/c d.txt", "x").build();
    let ran = bench.run(&["build"]);
    assert!(
        ran.code == Some(0) || (ran.code == Some(1) && ran.stderr.contains("static/a")),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_well_known_folder_is_published() {
    let bench = Site::new().file("static/.well-known/security.txt", "Contact: mailto:a@b.example\n").build();
    bench.built(&[]);
    assert!(bench.exists("public/.well-known/security.txt"));
}

/// CommonMark folds the case of all letters, not of the Latin ones alone.
#[test]
fn reference_links_work_across_accounts_in_any_script() {
    let page = published(
        "[Київ] [ok]\n\n## 2025-10-02: Another {#y}\n\n[київ]: https://kyiv.example/\n[OK]: https://ok.example/",
    );
    assert!(
        page.contains("<a href=\"https://ok.example/\">")
            && page.contains("<a href=\"https://kyiv.example/\">"),
        "{page}"
    );
}

#[test]
fn one_broken_base_template_is_one_mistake() {
    let bench = Site::new().file("templates/base.html", "{% extends \"base.html\" %}").build();
    let found = bench.diagnostics(&[]);
    assert_eq!(found.len(), 1, "{} mistakes", found.len());
    assert_eq!(found[0]["at"]["file"], "templates/base.html");
}

#[test]
fn an_unknown_filter_or_template_is_named_with_its_place() {
    for (text, column) in [("a\n{{ x | nofilter }}", 8), ("a\n{% include \"nope.html\" %}", 12)] {
        let bench = Site::new().file("templates/search.html", text).build();
        let found = bench.the_one("template-syntax", &[]);
        let at = (&found["at"]["file"], &found["at"]["line"], &found["at"]["column"]);
        assert_eq!(at, (&"templates/search.html".into(), &2.into(), &column.into()), "{found:#?}");
    }
}

#[test]
fn years_from_0000_to_9999_are_published() {
    let text = "---\ntitle: X\n---\n\n## 0000-01-01: First {#first}\n\n## 9999-12-31: Last {#last}\n";
    let bench = Site::new().article("x.md", text).build();
    bench.built(&[]);
    assert!(bench.exists("public/0000/01/01/index.html") && bench.exists("public/9999/12/31/index.html"));
    assert!(
        !bench.read("public/calendar.ics").contains(":+"),
        "a date with a plus sign is no iCalendar date"
    );
}

#[test]
fn ten_thousand_mistakes_are_reported_in_a_few_seconds() {
    let start = Instant::now();
    let ran = telling(&"[a](javascript:x)\n\n".repeat(10_000)).run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}: the cost is quadratic", start.elapsed());
}

/// What the editors decide against all reports is theirs; no report is said to contradict itself.
#[test]
fn an_overlay_against_the_only_report_is_not_blamed_on_it() {
    let text = "---\ntitle: One\n---\n\n## 2025-10-05: Sides talk {#lone .consult}\n\nThey talked.\n";
    let overlay = "---\ntype: agree\n---\n";
    let bench = Site::new().article("lone.md", text).file("content/events/lone.md", overlay).build();
    bench.built(&[]);
    let page = bench.read("public/events/lone/index.html");
    assert!(page.contains("The editors differ from the reports"), "{page}");
    assert!(!page.contains("contradicts itself") && !page.contains("sources differ"), "{page}");
}
