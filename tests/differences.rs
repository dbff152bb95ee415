//! On what accounts differ: which fields, when participants do, what the editor decides and why, and where it is shown.

mod common;

use common::mistake::Mistake;
use common::{Bench, Site};
use serde_json::{Value, json};

/// Two states with a president each, and a third one; two reports of one event by the attributes and headlines given.
fn site(accounts: &[&str]) -> Site {
    let person = |name: &str, of: &str| {
        format!("---\nname: {name}\nkind: person\nroles:\n  - title: President\n    for: {of}\n---\n")
    };
    let mut site = Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .actor("north.md", "---\nname: North\nkind: state\n---\n")
        .actor("south.md", "---\nname: South\nkind: state\n---\n")
        .actor("west.md", "---\nname: West\nkind: state\n---\n")
        .actor("ann.md", person("Ann", "north"))
        .actor("bob.md", person("Bob", "south"))
        .place("geneva.md", "---\nname: Geneva\n---\n")
        .place("vienna.md", "---\nname: Vienna\n---\n");
    for (at, account) in accounts.iter().enumerate() {
        let head = format!(
            "---\ntitle: Report {at}\npublisher: Paper {at}\npublished: 2025-09-{:02}\n---\n",
            at + 1
        );
        site = site.article(&format!("report-{at}.md"), format!("{head}\n## {account}\n\nText.\n"));
    }
    site
}

/// The differences of the data file.
fn differences(bench: &Bench) -> Vec<Value> {
    bench.built(&[]);
    if !bench.exists("public/data/differences.json") {
        return Vec::new();
    }
    let file: Value = serde_json::from_str(&bench.read("public/data/differences.json")).expect("JSON");
    file["differences"].as_array().expect("a list").clone()
}

/// Two accounts of one event: what stands after their dates; then whether they differ on who took part.
const PARTICIPANTS: &[(&str, &str, bool)] = &[
    // What is given counts, each with the others.
    ("Talks {#e .consult actors=north,south}", "Talks {#e .consult actors=north,west}", true),
    ("Talks {#e .consult actors=north,south}", "Talks {#e .consult actors=north,south,west}", false),
    ("Talks {#e .consult actors=north,south}", "Talks {#e .consult actors=south,north}", false),
    // A person counts for whom he or she acts for.
    ("Talks {#e .consult actors=ann,south}", "Talks {#e .consult actors=north,bob}", false),
    ("Talks {#e .consult actors=ann,west}", "Talks {#e .consult actors=ann,bob}", true),
    // Without attributes the headline counts, and an account that names nobody says nothing.
    ("North meets South {#e .consult}", "North meets West {#e .consult}", true),
    ("North meets South {#e .consult}", "Talks begin {#e .consult}", false),
    ("North meets South {#e .consult}", "Talks with West {#e .consult actors=north,west}", true),
    // Who did it to whom.
    (
        "A claim {#e .accuse actors=north recipients=south}",
        "A claim {#e .accuse actors=south recipients=north}",
        true,
    ),
    ("A claim {#e .accuse actors=north recipients=south}", "A claim {#e .accuse actors=north,south}", false),
];

#[test]
fn participants_differ_by_what_accounts_say_and_not_by_what_they_leave_out() {
    for (one, other, differ) in PARTICIPANTS {
        let bench = site(&[&format!("2025-08-01: {one}"), &format!("2025-08-01: {other}")]).build();
        let found = differences(&bench);
        let fields: Vec<&str> = found.iter().filter_map(|found| found["field"].as_str()).collect();
        assert_eq!(fields.contains(&"participants"), *differ, "{one}\n{other}\n{fields:?}");
        assert_eq!(bench.exists("public/differences/index.html"), !found.is_empty());
    }
}

#[test]
fn a_mention_in_the_text_is_no_statement_of_who_took_part() {
    let bench = site(&["2025-08-01: Talks {#e .consult}", "2025-08-01: Talks {#e .consult}"]).build();
    for (at, names) in ["North and South met.", "North and West met."].iter().enumerate() {
        let path = format!("content/articles/report-{at}.md");
        bench.write(&path, bench.read(&path).replace("Text.", names));
    }
    assert_eq!(differences(&bench), [] as [Value; 0]);
    assert!(
        !bench.read("public/index.html").contains("/differences/"),
        "nothing leads to a page that is not there"
    );
}

#[test]
fn all_whom_any_account_names_are_shown_and_the_values_stay() {
    let heads = [
        "2025-08-01: Talks {#e .consult actors=ann,south}",
        "2025-08-01: Talks {#e .consult actors=north,west}",
    ];
    let bench = site(&heads).build();
    let found = differences(&bench);
    let who = |ids: &[&str]| json!({ "actors": ids, "recipients": [] });
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0]["shown"], who(&["north", "south", "west"]));
    assert_eq!(found[0]["rule"], "together");
    assert_eq!(
        found[0]["values"],
        json!([
            { "value": who(&["north", "south"]), "shown": false, "articles": ["report-0"] },
            { "value": who(&["north", "west"]), "shown": false, "articles": ["report-1"] },
        ])
    );
    let page = bench.read("public/events/e/index.html");
    assert!(page.contains("North, South, West <span class=\"mark\">shown above</span>"));
    assert!(page.contains("<td>all reports together</td>"));
    assert!(page.contains("All whom any report names are shown above."));
    assert!(page.contains("The sources differ</a> on the participants."));
}

const THREE: [&str; 3] = [
    "2025-08-01: Talks {#e .consult place=geneva actors=north,south}",
    "2025-08-02: Talks {#e .agree place=geneva actors=north,south}",
    "2025-08-02: Talks {#e .agree place=vienna actors=north,west}",
];

const DECISIONS: &str = "---
decisions:
  date: {value: 2025-08-01, why: The host says so.}
  place: {value: vienna, why: The agenda names it.}
  type: {value: consult, why: Nothing was signed.}
  actors:
    value: [north, south]
    why: West was only asked.
---
";

#[test]
fn what_the_editor_decides_is_shown_with_the_reason_and_the_rest_is_set_aside() {
    let bench = site(&THREE).overlay("e.md", DECISIONS).build();
    let found = differences(&bench);
    let of = |key: &str| found.iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("field"), ["date", "place", "type", "participants"]);
    assert_eq!(of("rule"), ["editors"; 4]);
    assert_eq!(of("shown")[..3], ["2025-08-01", "vienna", "consult"]);
    assert_eq!(of("shown")[3]["actors"], json!(["north", "south"]));
    let reasons =
        ["The host says so.", "The agenda names it.", "Nothing was signed.", "West was only asked."];
    assert_eq!(of("why"), reasons.map(|why| json!([why])));
    let event = bench.read("public/events/e/index.html");
    let all = bench.read("public/differences/index.html");
    for why in reasons {
        assert!(event.contains(&format!("Their reason: {why}")), "{why}");
        assert!(all.contains(&format!("Their reason: {why}")), "{why}");
    }
    assert!(event.contains("The editors chose the participants shown above."));
    assert!(event.contains("2 August 2025 <span class=\"mark\">set aside by the editors</span>"));
    assert!(all.contains("North, West <span class=\"mark\">set aside by the editors</span>"));
    assert_eq!(event.matches("shown above</span>").count(), 4);
}

#[test]
fn a_reason_is_told_even_where_nobody_differs_and_is_no_difference() {
    let overlay = "---\ndecisions:\n  date: {value: 2025-08-01, why: As the host says.}\n---\n";
    let bench = site(&["2025-08-01: Talks {#e .consult}"]).overlay("e.md", overlay).build();
    assert_eq!(differences(&bench), [] as [Value; 0]);
    let page = bench.read("public/events/e/index.html");
    assert!(page.contains("What the editors decided") && page.contains("As the host says."));
    assert!(!page.contains("<p class=\"notice\"><a href=\"#differences\">"), "nothing differs");
}

#[test]
fn the_editor_decides_whom_it_was_done_to_even_where_a_report_has_him_acting() {
    let heads = [
        "2025-08-01: A claim {#e .accuse actors=north recipients=south}",
        "2025-08-01: A claim {#e .accuse actors=south recipients=north}",
    ];
    let overlay = "---\ndecisions:\n  recipients: {value: [south], why: The letter is to it.}\n---\n";
    let found = differences(&site(&heads).overlay("e.md", overlay).build());
    assert_eq!(found[0]["shown"], json!({ "actors": ["north"], "recipients": ["south"] }));
    assert_eq!(found[0]["why"], json!(["The letter is to it."]));
}

#[test]
fn a_value_that_no_report_gives_stands_beside_those_of_the_reports() {
    let overlay = "---\ndecisions:\n  date: {value: 2025-08-03, why: The photographs show it.}\n---\n";
    let bench = site(&["2025-08-01: Talks {#e .consult}"]).overlay("e.md", overlay).build();
    let found = differences(&bench);
    assert_eq!(found[0]["shown"], "2025-08-03");
    assert_eq!(
        found[0]["values"],
        json!([{ "value": "2025-08-01", "shown": false, "articles": ["report-0"] }])
    );
    let page = bench.read("public/events/e/index.html");
    assert!(page.contains("The editors differ from the reports</a> on the date."));
    assert!(page.contains("3 August 2025 <span class=\"mark\">shown above</span></th><td>the editors</td>"));
}

#[test]
fn mistakes_in_decisions_are_placed() {
    let overlay = |text: &str, code| Mistake::file("content/events/arrives.md", text, code);
    let twice = "---\ndate: 2025-09-03\ndecisions:\n  «date: {value: 2025-09-03, why: W.}\n---\n";
    overlay(twice, "misplaced-key").says("given by itself and in `decisions`").holds();
    let unknown = "---\ndecisions:\n  «dat: {value: 2025-09-03, why: W.}\n---\n";
    overlay(unknown, "unknown-key").says("`date`").holds();
    overlay("---\ndecisions:\n  date:« {value: 2025-09-03}\n---\n", "missing-key").says("why").holds();
    let place = "---\ndecisions:\n  place: {value: «genev, why: W.}\n---\n";
    overlay(place, "unknown-place").says("geneva").holds();
    let kind = "---\ndecisions:\n  type:\n    value: «consul\n    why: W.\n---\n";
    overlay(kind, "unknown-type").says("consult").holds();
}

#[test]
fn a_long_list_is_split_by_time() {
    let mut bench =
        Site::new().file("site.yaml", [common::SITE_YAML, "options:\n  longest_list: 10\n"].concat());
    for at in 0..12 {
        let year = if at < 7 { 2024 } else { 2025 };
        for (report, kind) in [("a", "consult"), ("b", "agree")] {
            let text = format!(
                "---\ntitle: Report {report}{at}\n---\n\n## {year}-01-{:02}: Talks {at} {{#talks-{at} .{kind}}}\n\nText.\n",
                at + 1
            );
            bench = bench.article(&format!("{report}-{at}.md"), text);
        }
    }
    let bench = bench.build();
    bench.built(&[]);
    let year = bench.read("public/differences/2024/index.html");
    assert_eq!(year.matches("#differences\">Talks").count(), 7);
    let whole = bench.read("public/differences/index.html");
    assert!(whole.contains("/differences/2024/\"") && whole.contains("/differences/2025/\""));
    assert!(year.contains("Where the sources differ, 2024"));
}
