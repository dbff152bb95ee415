//! How well events are attested: independent origins, whose press they are, publishers' entries, and where it is said.

mod common;

use std::collections::BTreeMap;

use common::mistake::Mistake;
use common::{Bench, Site};
use dateline::merge::{Parts, contact_rules, merge};
use dateline::model::attestation::{Attestation, Attested};
use dateline::model::config::Config;
use dateline::model::contact::RULES;
use dateline::model::entry::EntryKind;
use dateline::model::source::SourceFile;
use dateline::parse;
use dateline::resolve::{self, Names};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A report: its publisher, its origin, and what it quotes.
type Report = (&'static str, &'static str, &'static str);

/// Publishers of two states that are at odds, and a wire agency of a third.
const PUBLISHERS: [(&str, &str); 5] = [
    ("north-times", "name: North Times\naliases: [The North Times]\ncountry: NO\nkind: newspaper\n"),
    ("north-post", "name: North Post\ncountry: NO\n"),
    ("south-daily", "name: South Daily\ncountry: ZA\n"),
    ("wire", "name: World Wire\naliases: [WW]\ncountry: PT\nkind: wire\nurl: https://wire.example/\n"),
    ("stateless", "name: Stateless\n"),
];

const ACTORS: [(&str, &str); 3] = [
    ("north", "name: North\nkind: state\ncountry: NO\n"),
    (
        "ann",
        "name: Ann\nkind: person\nroles:\n  - title: President\n    for: north\n    from: 2025-01-01\n    to: 2025-12-31\n",
    ),
    ("zoe", "name: Zoe\nkind: person\ncountry: NO\n"),
];

fn file(folder: &str, (id, keys): (&str, &str)) -> SourceFile {
    SourceFile::new(format!("content/{folder}/{id}.md"), format!("---\n{keys}---\n"))
}

fn article((publisher, origin, quote): (&str, &str, &str), heading: &str) -> String {
    let key = |name: &str, value: &str| {
        if value.is_empty() { String::new() } else { format!("{name}: {value}\n") }
    };
    let quote = if quote.is_empty() { String::new() } else { format!("\n> {quote}\n") };
    let head = [key("publisher", publisher), key("origin", origin)].concat();
    format!("---\ntitle: A report\npublished: 2025-09-04\n{head}---\n\n## {heading}\n\nText.\n{quote}")
}

/// How each event is attested, by its id.
fn attestations(articles: &[SourceFile]) -> BTreeMap<String, Attestation> {
    let actors: Vec<_> =
        ACTORS.iter().filter_map(|one| parse::entry(EntryKind::Actor, &file("actors", *one)).0).collect();
    let actors = parse::unique(actors).0;
    let publishers: Vec<_> =
        PUBLISHERS.iter().filter_map(|one| parse::publisher(&file("publishers", *one)).0).collect();
    let publishers = parse::unique(publishers).0;
    let (names, _) = Names::new(&actors, &[], &[]);
    let config = Config::default();
    let articles: Vec<_> = articles
        .iter()
        .filter_map(|file| parse::article(file).0)
        .map(|parsed| resolve::article(parsed, &names, config.timezone).0)
        .collect();
    let articles = parse::unique(articles).0;
    let timeline = merge(Parts { actors, publishers, articles, ..Parts::default() }, false).0;
    timeline.events.into_iter().map(|event| (event.id, event.attestation)).collect()
}

fn of_reports(reports: &[(&str, &str, &str)], heading: &str) -> Attestation {
    let files = reports.iter().enumerate().map(|(at, report)| {
        SourceFile::new(format!("content/articles/report-{at:02}.md"), article(*report, heading))
    });
    attestations(&files.collect::<Vec<_>>()).remove("e").expect("the event")
}

/// Whose doing it is, the reports; then how many origins there are at least, their countries, and the classes.
type Case =
    (&'static str, &'static [Report], Option<usize>, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    ("north", &[("Paper", "", "")], Some(1), &[], &["one-origin"]),
    ("north", &[("", "", "")], Some(1), &[], &["one-origin"]),
    ("north", &[("Paper", "", ""), ("Herald", "", "")], Some(2), &[], &["several-origins"]),
    // The same name stands behind both: as publisher, as origin, by an alias, in other letters.
    ("north", &[("World Wire", "", ""), ("Herald", "WW", "")], Some(1), &["PT"], &["one-origin"]),
    ("north", &[("Paper", "", ""), ("PAPER ", "", "")], Some(1), &[], &["one-origin"]),
    ("zoe", &[("The North Times", "", ""), ("north times", "", "")], Some(1), &["NO"], &["one-origin"]),
    // The same words are quoted: case, quotation marks and white space tell nothing.
    (
        "zoe",
        &[("Paper", "", "“No talks  yet”"), ("Herald", "", "no \"talks\" yet")],
        Some(1),
        &[],
        &["one-origin"],
    ),
    ("zoe", &[("Paper", "", "No talks"), ("Herald", "", "No talks yet")], Some(2), &[], &["several-origins"]),
    ("zoe", &[("", "", "No talks"), ("Herald", "", "No talks")], Some(1), &[], &["one-origin"]),
    // Who names nobody may be anybody.
    ("zoe", &[("", "", ""), ("Herald", "", "")], None, &[], &["not-known"]),
    ("zoe", &[("", "", ""), ("", "", "")], None, &[], &["not-known"]),
    ("zoe", &[("", "", ""), ("Herald", "", ""), ("Paper", "", "")], Some(2), &[], &["several-origins"]),
    // One side's press: all countries are known, are one, and it takes part.
    (
        "north",
        &[("North Times", "", ""), ("North Post", "", "")],
        Some(2),
        &["NO"],
        &["several-origins", "one-side"],
    ),
    ("ann", &[("North Times", "", "")], Some(1), &["NO"], &["one-origin", "one-side"]),
    ("zoe", &[("North Times", "", "")], Some(1), &["NO"], &["one-origin"]),
    ("north", &[("South Daily", "", "")], Some(1), &["ZA"], &["one-origin"]),
    (
        "north",
        &[("North Times", "", ""), ("South Daily", "", "")],
        Some(2),
        &["NO", "ZA"],
        &["several-origins"],
    ),
    ("north", &[("North Times", "", ""), ("Stateless", "", "")], Some(2), &["NO"], &["several-origins"]),
    ("north", &[("North Times", "", ""), ("", "", "")], None, &["NO"], &["not-known"]),
    // The press of a country that only copies a wire is not its side.
    ("north", &[("North Times", "World Wire", "")], Some(1), &["PT"], &["one-origin"]),
];

#[test]
fn origins_are_counted_once_and_told_by_their_country() {
    for (actor, reports, origins, countries, classes) in CASES {
        let found = of_reports(reports, &format!("2025-05-01: Talks {{#e actors={actor}}}"));
        let ids: Vec<&str> = found.classes().map(Attested::id).collect();
        let case = format!("{actor} {reports:?}: {found:?}");
        assert_eq!(found.articles, reports.len(), "{case}");
        assert_eq!((found.at_least(), ids), (*origins, classes.to_vec()), "{case}");
        assert_eq!(found.countries, *countries, "{case}");
    }
}

#[test]
fn ten_copies_of_one_wire_story_are_one_origin() {
    let names: Vec<String> = (0..10).map(|at| format!("Paper {at}")).collect();
    let heading = "2025-05-01: Talks {#e actors=north}";
    let by_name: Vec<_> = names.iter().map(|name| (name.as_str(), "World Wire", "")).collect();
    let by_words: Vec<_> = names.iter().map(|name| (name.as_str(), "", "Not one word more")).collect();
    for reports in [by_name, by_words] {
        let found = of_reports(&reports, heading);
        assert_eq!((found.articles, found.at_least()), (10, Some(1)));
        assert_eq!(found.classes().collect::<Vec<_>>(), [Attested::OneOrigin]);
    }
}

#[test]
fn an_office_counts_on_the_days_on_which_it_was_held() {
    for (date, classes) in [
        ("2025-05-01", vec![Attested::OneOrigin, Attested::OneSide]),
        ("2024-05-01", vec![Attested::OneOrigin]),
    ] {
        let found = of_reports(&[("North Times", "", "")], &format!("{date}: Words {{#e actors=ann}}"));
        assert_eq!(found.classes().collect::<Vec<_>>(), classes, "{date}");
    }
}

fn any_report() -> impl Strategy<Value = String> {
    (
        select(
            ["", "North Times", "the north times", "North Post", "South Daily", "Paper", "paper", "WW"]
                .as_slice(),
        ),
        select(["", "", "World Wire", "WW", "Paper", "Somebody"].as_slice()),
        select(["", "No talks", "“no  talks”", "Other words"].as_slice()),
        select(["north", "ann", "zoe"].as_slice()),
        0..3u8,
    )
        .prop_map(|(publisher, origin, quote, actor, id)| {
            article((publisher, origin, quote), &format!("2025-05-01: Talks {{#event-{id} actors={actor}}}"))
        })
}

fn files(texts: &[String]) -> Vec<SourceFile> {
    let file = |(at, text): (usize, &String)| {
        SourceFile::new(format!("content/articles/report-{at:02}.md"), text.as_str())
    };
    texts.iter().enumerate().map(file).collect()
}

proptest! {
    #[test]
    fn the_order_of_reports_changes_no_attestation(
        (texts, shuffled) in prop::collection::vec(any_report(), 1..9)
            .prop_flat_map(|texts| (Just(texts.clone()), Just(texts).prop_shuffle()))
    ) {
        prop_assert_eq!(attestations(&files(&texts)), attestations(&files(&shuffled)));
    }

    #[test]
    fn another_copy_from_the_same_origin_never_raises_the_number_of_origins(
        texts in prop::collection::vec(any_report(), 1..9),
        at in any::<prop::sample::Index>(),
        quote in select(["", "No talks", "Other words", "New words"].as_slice()),
    ) {
        let copied = &texts[at.index(texts.len())];
        prop_assume!(copied.contains("publisher:") || copied.contains("origin:"));
        let bare: String = copied.lines().filter(|line| !line.starts_with('>')).collect::<Vec<_>>().join("\n");
        let copy = if quote.is_empty() { bare } else { format!("{bare}\n\n> {quote}\n") };
        let before = attestations(&files(&texts));
        let after = attestations(&files(&[texts.clone(), vec![copy]].concat()));
        for (id, attestation) in &before {
            let more = &after[id];
            prop_assert!(more.origins <= attestation.origins);
            prop_assert!(more.origins + more.unnamed <= attestation.origins + attestation.unnamed);
        }
    }
}

/// Two events of one origin, one of one side's press, and one of two origins.
fn site() -> Site {
    let mut site = Site::empty().file("site.yaml", common::SITE_YAML);
    for (id, keys) in ACTORS {
        site = site.actor(&format!("{id}.md"), format!("---\n{keys}---\n"));
    }
    for (id, keys) in PUBLISHERS {
        site = site.file(&format!("content/publishers/{id}.md"), format!("---\n{keys}---\n\nAbout {id}.\n"));
    }
    let reports = [
        ("a.md", ("Paper", "World Wire", ""), "2025-05-01: Copied {#copied actors=zoe}"),
        ("b.md", ("Herald", "WW", ""), "2025-05-01: Copied {#copied actors=zoe}"),
        ("c.md", ("The North Times", "", ""), "2025-05-02: Praised {#praised actors=north}"),
        ("d.md", ("North Post", "", ""), "2025-05-02: Praised {#praised actors=north}"),
        ("e.md", ("Paper", "", ""), "2025-05-03: Seen {#seen actors=zoe}"),
        ("f.md", ("North Post", "", ""), "2025-05-03: Seen {#seen actors=zoe}"),
        ("g.md", ("Paper", "", ""), "2025-05-04: Heard {#heard actors=zoe}"),
        ("h.md", ("Paper", "", ""), "2025-05-05: Told {#told actors=zoe}"),
    ];
    reports
        .into_iter()
        .fold(site, |site, (name, report, heading)| site.article(name, article(report, heading)))
}

#[test]
fn readers_are_told_on_pages_in_lists_and_in_data() {
    let bench = site().build();
    bench.built(&[]);
    let page = |path: &str| bench.read(&format!("public/{path}index.html"));
    let copied = page("events/copied/");
    assert!(
        copied.contains("2 reports · <a href=\"/attestation/one-origin/\">one origin only</a> (Portugal)")
    );
    assert!(page("events/praised/").contains(
        "2 independent origins</a> (Norway) · <a href=\"/attestation/one-side/\">one side’s press only</a>"
    ));
    assert!(
        page("events/seen/").contains("2 independent origins</a> (Norway, others not known)"),
        "one of the two has no country"
    );

    let home = page("");
    let card = |id: &str| {
        let end = home.find(&format!("/events/{id}/")).expect("a card");
        let from = home[..end].rfind("<li").expect("its beginning");
        home[from..].split("</li>").next().unwrap_or_default().to_owned()
    };
    assert!(
        card("copied").contains(" · one origin only")
            && card("copied").contains("data-attestation=\"one-origin\"")
    );
    assert!(card("praised").contains("data-attestation=\"several-origins one-side\""));
    assert!(card("praised").contains(" · one side’s press only"));
    assert!(!card("seen").contains("origin only"));
    assert!(home.contains("data-facet=\"attestation\"") && home.contains("data-id=\"one-side\""));

    let list = page("attestation/one-origin/");
    assert!(
        list.contains("/events/copied/")
            && list.contains("/events/heard/")
            && !list.contains("/events/seen/")
    );
    assert!(!bench.exists("public/attestation/not-known/index.html"), "no event is in that class");

    let file: Value = serde_json::from_str(&bench.read("public/data/events.json")).expect("JSON");
    assert_eq!(
        file["events"][1]["attestation"],
        json!({ "reports": 2, "origins": 2, "countries": ["NO"], "classes": ["several-origins", "one-side"] })
    );
    let csv = bench.read("public/data/events.csv");
    assert!(
        csv.lines()
            .next()
            .is_some_and(|head| head.trim_end().ends_with("origins,origin_countries,attestation"))
    );
    assert!(csv.contains(",2,NO,several-origins; one-side"), "{csv}");
}

#[test]
fn the_method_stands_on_one_page_made_of_the_tables() {
    let bench = site().build();
    bench.built(&[]);
    let page = bench.read("public/methodology/index.html");
    assert!(page.contains("<h1>Method</h1>"));
    for class in Attested::ALL {
        assert!(page.contains(&format!("id=\"{}\"", class.id())), "{}", class.id());
    }
    assert!(
        page.contains(
            "<a href=\"/attestation/one-origin/\">One origin only</a> <span class=\"count\">3</span>"
        )
    );
    assert!(page.contains("Origins not known <span class=\"count\">0</span>"));
    for rule in ["editors", "most-frequent", "most-precise", "earliest-article", "together"] {
        assert!(page.contains(&format!("id=\"rule-{rule}\"")), "{rule}");
    }
    assert!(bench.read("public/index.html").contains("href=\"/methodology/\""));

    bench.write("content/pages/methodology.md", "---\ntitle: How we work\n---\n\nOur own words.\n");
    bench.built(&[]);
    let page = bench.read("public/methodology/index.html");
    let (own, tables) = (page.find("Our own words."), page.find("id=\"attestation\""));
    assert!(page.contains("<h1>How we work</h1>") && own.is_some() && own < tables);
}

#[test]
fn the_page_has_the_rules_by_which_contacts_are_known() {
    let of_page: Vec<Vec<&str>> =
        RULES.iter().map(|(_, rules)| rules.iter().map(|(id, _)| *id).collect()).collect();
    let ids = |rules: Vec<(&'static str, &'static str)>| rules.into_iter().map(|(id, _)| id).collect();
    let applied: Vec<Vec<&str>> = contact_rules().into_iter().map(|(_, rules)| ids(rules)).collect();
    assert_eq!(of_page, applied);
}

fn publisher_page(bench: &Bench, id: &str) -> String {
    bench.read(&format!("public/publishers/{id}/index.html"))
}

#[test]
fn an_entry_has_the_page_of_its_publisher_and_old_addresses_lead_to_it() {
    let bench = site().build();
    bench.built(&[]);
    let page = publisher_page(&bench, "north-times");
    for words in [
        "<h1>North Times</h1>",
        "Newspaper",
        "Norway",
        "The North Times",
        "About north-times.",
        "1</b> report",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let wire = publisher_page(&bench, "wire");
    assert!(wire.contains("News agency · Portugal · <a rel=\"external\" href=\"https://wire.example/\">"));
    assert!(wire.contains("Reports of others that it had first <span class=\"count\">2</span>"));
    assert!(publisher_page(&bench, "the-north-times").contains("/publishers/north-times/"), "it leads on");
    assert!(bench.read("public/articles/c/index.html").contains("/publishers/north-times/"));
    assert!(publisher_page(&bench, "paper").contains("<h1>Paper</h1>"), "others have a page as before");
}

#[test]
fn mistakes_in_entries_of_publishers_are_placed() {
    let publisher = |text: &str, code| Mistake::file("content/publishers/gazette.md", text, code);
    for (line, words) in [("country: Norway", "`NO`"), ("kind: news", "wire, newspaper")] {
        let text = format!("---\nname: Gazette\n{line}\n---\n");
        let bench = Site::new().file("content/publishers/gazette.md", text).build();
        let found = bench.the_one("invalid-value", &[]);
        assert_eq!((&found["at"]["line"], &found["at"]["source"]), (&json!(3), &json!(line)), "{found}");
        assert!(found["help"].as_str().is_some_and(|help| help.contains(words)), "{found}");
    }
    publisher("---\nname: Gazette\n«contry: NO\n---\n", "unknown-key").says("`country`").holds();
    publisher("---\nname: Gazette\nurl: «ftp://x\n---\n", "unsafe-link").holds();
    publisher("---\nname: Herald\naliases: [«gazette x]\n---\n", "ambiguous-alias")
        .beside("content/publishers/a.md", "---\nname: Gazette X\n---\n")
        .says("two publishers claim the name")
        .holds();
    let bench = Site::new()
        .file("content/publishers/gazette.md", "---\nname: Gazette\naliases: [Herald]\n---\n")
        .file("content/publishers/herald.md", "---\nname: Herald\n---\n")
        .build();
    assert_eq!(bench.error_codes(&[]), ["ambiguous-alias"], "one mistake is one error");
}
