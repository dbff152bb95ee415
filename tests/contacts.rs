//! Who met whom: which events are contacts, between whom, how, at what level, and what pages and data say of it.

mod common;

use std::fmt::Write;

use common::{Bench, Site};
use dateline::merge::contact_rules;
use serde_json::{Value, json};

/// Two states with a president each, one with an envoy too, a third state, and a person without an office.
fn site(events: &[(&str, &str, &str)]) -> Site {
    let state = |name: &str, code: &str| format!("---\nname: {name}\nkind: state\ncountry: {code}\n---\n");
    let person = |name: &str, roles: &str| format!("---\nname: {name}\nkind: person\nroles:\n{roles}---\n");
    let role = |title: &str, of: &str, from: &str, to: &str| {
        let end = if to.is_empty() { String::new() } else { format!("    to: {to}\n") };
        format!("  - title: {title}\n    for: {of}\n    from: {from}\n{end}")
    };
    let mut text = "---\ntitle: A report\npublished: 2025-09-04\ndateline: Southtown\n---\n".to_owned();
    for (heading, attributes, prose) in events {
        let _ = write!(text, "\n## {heading} {{{attributes}}}\n\n{prose}\n");
    }
    Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .actor("north.md", state("North", "NO"))
        .actor("south.md", state("South", "ZA"))
        .actor("west.md", state("West", "PT"))
        .actor("ann.md", person("Ann", &role("President of North", "north", "2020-01-01", "")))
        .actor("bob.md", person("Bob", &role("President of South", "south", "2020-01-01", "")))
        .actor("eve.md", person("Eve", &role("Special envoy", "north", "2020-01-01", "")))
        .actor(
            "max.md",
            person(
                "Max",
                &(role("Foreign Minister", "north", "2020-01-01", "2023-12-31")
                    + &role("Prime Minister", "west", "2024-01-01", "")),
            ),
        )
        .actor("zoe.md", "---\nname: Zoe\nkind: person\n---\n")
        .place("northtown.md", "---\nname: Northtown\ncountry: NO\n---\n")
        .place("southtown.md", "---\nname: Southtown\ncountry: ZA\n---\n")
        .article("a.md", text)
}

/// The contacts of the data file, by the ids of their events.
fn contacts(bench: &Bench) -> serde_json::Map<String, Value> {
    bench.built(&[]);
    if !bench.exists("public/data/contacts.json") {
        return serde_json::Map::new();
    }
    let file: Value = serde_json::from_str(&bench.read("public/data/contacts.json")).expect("JSON");
    let all = file["contacts"].as_array().expect("a list").iter();
    all.map(|contact| (contact["event"].as_str().unwrap_or_default().to_owned(), contact.clone())).collect()
}

/// A heading, its attributes and its text; then the sides, the channel, the level and the host, each with its rule, and the
/// mediators. Nothing where it is no contact.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "2025-05-01: Ann and Bob meet in Northtown",
        ".consult actors=ann,bob",
        "They spoke.",
        &["north:ann south:bob", "in-person/headline", "leaders/offices", "north/country", ""],
    ),
    (
        "2025-05-02: Ann and Bob talk",
        ".consult actors=ann,bob,north",
        "They spoke by telephone, after the meeting in Northtown.",
        &["north:ann south:bob", "call/text", "leaders/offices", "", ""],
    ),
    (
        "2025-05-03: Ann receives Eve of the envoys, and Bob",
        ".consult actors=eve,bob",
        "Text.",
        &["north:eve south:bob", "in-person/headline", "experts/offices", "", ""],
    ),
    (
        "2023-05-04: Talks of North and South",
        ".consult actors=max,south",
        "Text.",
        &["north:max south:", "", "ministers/offices", "", ""],
    ),
    (
        "2025-05-05: Talks of West and South",
        ".consult actors=max,south",
        "Text.",
        &["west:max south:", "", "leaders/offices", "", ""],
    ),
    (
        "2025-05-06: A summit of three",
        ".consult actors=north,south,west place=southtown",
        "Text.",
        &["north: south: west:", "multilateral/many-sides", "", "south/country", ""],
    ),
    (
        "2025-05-07: Max goes between",
        ".mediate actors=max recipients=north,south",
        "Text.",
        &["north: south:", "third-party/mediated", "", "", "west"],
    ),
    (
        "2025-05-08: North and South hold talks",
        ".consult actors=north,south,west mediator=max host=zoe level=experts",
        "Text.",
        &["north: south:", "third-party/mediated", "experts/given", "zoe/given", "west"],
    ),
    (
        "2025-05-09: North and South sign a pact",
        ".agree actors=north,bob channel=call",
        "Text.",
        &["north: south:bob", "call/given", "leaders/offices", "", ""],
    ),
    (
        "2025-05-10: Zoe visits Bob in Southtown",
        ".consult actors=zoe,bob",
        "Text.",
        &["zoe: south:bob", "in-person/headline", "leaders/offices", "south/country", ""],
    ),
    ("2025-05-14: Mediation of whom", ".mediate actors=north,south,west", "Text.", &[]),
    ("2025-05-11: North accuses South", ".accuse actors=north recipients=south", "They met.", &[]),
    ("2025-05-12: Ann speaks to Eve", ".consult actors=ann,eve", "Of one side only.", &[]),
    ("2025-05-13: Ann is to meet Bob", ".consult actors=ann,bob channel=none", "Text.", &[]),
];

/// A contact of the data file in the words of the cases.
fn told(contact: &Value) -> Vec<String> {
    let text = |key: &str| contact[key].as_str().unwrap_or_default().to_owned();
    let by_rule = |key: &str| match contact[key].as_str() {
        Some(value) => format!("{value}/{}", text(&format!("{key}_rule"))),
        None => String::new(),
    };
    let list = |value: &Value| {
        let all = value.as_array().into_iter().flatten().filter_map(Value::as_str);
        all.collect::<Vec<_>>().join("+")
    };
    let side =
        |side: &Value| format!("{}:{}", side["actor"].as_str().unwrap_or_default(), list(&side["persons"]));
    let sides: Vec<String> = contact["sides"].as_array().into_iter().flatten().map(side).collect();
    vec![sides.join(" "), by_rule("channel"), by_rule("level"), by_rule("host"), list(&contact["mediators"])]
}

#[test]
fn what_an_event_says_makes_a_contact_by_rules() {
    let ids: Vec<String> = (0..CASES.len()).map(|at| format!("event-{at}")).collect();
    let attributes: Vec<String> =
        CASES.iter().zip(&ids).map(|((_, attributes, ..), id)| format!("#{id} {attributes}")).collect();
    let events: Vec<(&str, &str, &str)> = CASES
        .iter()
        .zip(&attributes)
        .map(|((heading, _, text, _), at)| (*heading, at.as_str(), *text))
        .collect();
    let found = contacts(&site(&events).build());
    for ((heading, .., expected), id) in CASES.iter().zip(&ids) {
        let got = found.get(id).map(told).unwrap_or_default();
        assert_eq!(got, *expected, "{heading}");
    }
}

#[test]
fn an_overlay_decides_over_headings() {
    let bench = site(&[("2025-05-01: Ann meets Bob", "#one .consult actors=ann,bob level=leaders", "Text.")])
        .overlay("one.md", "---\nchannel: call\nlevel: ministers\nhost: west\nmediator: [zoe]\n---\n")
        .build();
    let one = &contacts(&bench)["one"];
    assert_eq!((&one["channel"], &one["level"]), (&json!("call"), &json!("ministers")));
    assert_eq!((&one["host"], &one["mediators"]), (&json!("west"), &json!(["zoe"])));
}

#[test]
fn pages_show_the_contacts_and_lead_to_their_events() {
    let bench = site(&[
        ("2024-05-01: Ann and Bob meet", "#first .consult actors=ann,bob place=northtown", "Text."),
        ("2025-05-02: North phones South", "#second .consult actors=north,south", "Text."),
        ("2025-05-03: West visits South", "#third .consult actors=west,south", "Text."),
    ])
    .build();
    bench.built(&[]);
    let page = bench.read("public/contacts/index.html");
    let row =
        common::rendering::between(&page, "<a href=\"/actors/north/#contacts\">", "</tr>").expect("a row");
    assert!(row.contains("<a href=\"#pair-north_south\">2 contacts</a>"), "{row}");
    assert!(row.contains("last: <time datetime=\"2025-05-02\">"), "{row}");
    let pair = common::rendering::between(&page, "id=\"pair-north_south\"", "</section>").expect("a pair");
    let at = |words: &str| pair.find(words).unwrap_or_else(|| panic!("{words}: {pair}"));
    assert!(at("/events/second/") < at("/events/first/"), "the latest comes first");
    assert!(at("by telephone or video") < at("in person · leaders · host: North"));
    let year = bench.read("public/contacts/2024/index.html");
    assert!(year.contains("id=\"contact-first\"") && !year.contains("contact-second"));
    let event = bench.read("public/events/first/index.html");
    assert!(event.contains("<a href=\"/contacts/2024/#contact-first\">Contact</a>"));
    assert!(event.contains("· in person · leaders · host: North"));
    // South is named in one event only by its president.
    let actor = bench.read("public/actors/south/index.html");
    let last = common::rendering::between(&actor, "id=\"contacts\"", "</section>").expect("last contacts");
    let (west, north) = (last.find("/actors/west/"), last.find("/actors/north/"));
    assert!(west < north && west.is_some(), "{last}");
    assert!(
        last.contains("/events/second/") && !last.contains("/events/first/") && last.contains("2 contacts")
    );
    assert!(bench.read("public/actors/bob/index.html").contains("id=\"contacts\""));
    assert!(bench.read("public/index.html").contains("href=\"/contacts/\""), "the menu leads there");
    assert!(bench.read("public/data/index.html").contains("/data/contacts.json"));
}

#[test]
fn where_nobody_met_there_is_no_trace_of_contacts() {
    let bench =
        site(&[("2025-05-01: North accuses South", "#one .accuse actors=north,south", "Text.")]).build();
    bench.built(&[]);
    assert!(!bench.exists("public/contacts/index.html") && !bench.exists("public/data/contacts.json"));
    for page in ["index.html", "data/index.html", "actors/north/index.html", "events/one/index.html"] {
        assert!(!bench.read(&format!("public/{page}")).contains("contacts"), "{page}");
    }
}

#[test]
fn a_long_table_is_cut_to_those_with_most_contacts() {
    let mut site = Site::empty().file("site.yaml", common::SITE_YAML);
    let mut text = "---\ntitle: A report\npublished: 2025-09-04\n---\n".to_owned();
    for at in 0..9 {
        site = site.actor(&format!("actor-{at}.md"), format!("---\nname: Actor {at}\nkind: state\n---\n"));
        let _ = write!(text, "\n## 2025-05-0{}: Talks {{.consult actors=actor-{at},actor-8}}\n", at + 1);
    }
    for day in 10..25 {
        let _ = write!(text, "\n## 2025-05-{day}: Talks {{.consult actors=actor-7,actor-8}}\n");
    }
    let bench = site.article("a.md", text).build();
    bench.built(&[]);
    let page = bench.read("public/contacts/index.html");
    assert_eq!(page.matches("scope=\"row\"").count(), 7);
    assert!(page.contains("#pair-actor-7_actor-8\">16 contacts"), "who has most is among them");
    assert!(page.contains("These are the actors with most contacts"));
    let earlier = "4 earlier contacts are on the pages of their years. <a href=\"/contacts/2025/\">2025</a>";
    assert!(page.contains(earlier));
}

#[test]
fn with_who_mediates_nobody_went_between() {
    let events = [("2025-05-01: Mediation", "#talks .mediate actors=west recipients=north,south", "Text.")];
    let bench = site(&events).build();
    bench.built(&[]);
    let page = bench.read("public/contacts/index.html");
    let pair = |id: &str| {
        let rest = page.split_once(&format!("id=\"pair-{id}\"")).expect("a pair").1;
        rest.split("</section>").next().unwrap_or_default().to_owned()
    };
    assert!(pair("north_south").contains("through a third party"), "{}", pair("north_south"));
    assert!(
        !pair("north_west").contains("through a third party") && pair("north_west").contains("Mediation ·")
    );
}

#[test]
fn where_reports_differ_on_who_took_part_the_contact_says_so() {
    let events = [
        ("2025-05-01: North and South meet", "#talks .consult actors=north,south", "Text."),
        ("2025-05-01: North and West meet", "#talks .consult actors=north,west", "Text."),
        ("2025-05-02: North and South meet", "#more .consult actors=north,south", "Text."),
    ];
    let bench = site(&events).build();
    bench.built(&[]);
    let year = bench.read("public/contacts/2025/index.html");
    assert_eq!(year.matches(">sources differ<").count(), 1);
    assert!(bench.read("public/events/talks/index.html").contains(" · sources differ</p>"));
}

#[test]
fn an_office_that_begins_goes_before_one_that_ends_in_the_same_year() {
    let max = "---\nname: Max\nkind: person\nroles:\n  - {title: Ambassador, for: west, to: 2025}\n  - {title: Foreign Minister, for: north, from: 2025}\n---\n";
    let site = site(&[("2025-05-01: Max meets Bob", "#talks .consult actors=max,bob", "Text.")]);
    let bench = site.file("content/actors/max.md", max).build();
    let found = contacts(&bench);
    assert_eq!(told(&found["talks"])[0], "north:max south:bob");
    let minister = bench.read("public/events/talks/index.html");
    assert!(minister.contains("Foreign Minister") && !minister.contains("Ambassador"));
}

#[test]
fn what_is_wrong_is_an_error_at_its_place() {
    for (attributes, code, words) in [
        ("channel=letter", "invalid-value", "one of: in-person, call, third-party, multilateral, none"),
        ("level=kings", "invalid-value", "one of: leaders, ministers, experts"),
        ("host=nort", "unknown-actor", "north"),
        ("host=north,south", "invalid-value", "one host"),
        ("mediator=west,zo", "unknown-actor", "zoe"),
    ] {
        let heading = format!("#one .consult actors=north,south {attributes}");
        let found = site(&[("2025-05-01: Talks", &heading, "Text.")]).build().the_one(code, &[]);
        assert_eq!(found["at"]["line"], json!(7), "{found}");
        assert!(found.to_string().contains(words), "{found}");
    }
}

#[test]
fn the_guide_names_every_rule_in_its_order() {
    let readme = include_str!("../README.md");
    let (_, table) = readme.split_once("<!-- contacts -->\n").expect("a table");
    let table = table.split("\n\n").next().unwrap_or_default();
    let cell = |row: &str, at: usize| row.split('|').nth(at).unwrap_or_default().trim().replace('`', "");
    let named: Vec<(String, String)> =
        table.lines().skip(2).map(|row| (cell(row, 1), cell(row, 2))).collect();
    let known: Vec<(String, String)> = contact_rules()
        .into_iter()
        .flat_map(|(what, rules)| rules.into_iter().map(move |(rule, _)| (what.to_owned(), rule.to_owned())))
        .collect();
    assert_eq!(named, known);
}

#[test]
fn the_explanation_of_an_event_says_by_which_rule_each_part_is_known() {
    let bench = site(&[
        ("2024-05-01: Ann and Bob meet", "#first .consult actors=ann,bob place=northtown", "Text."),
        ("2024-05-02: North speaks", "#alone .consult actors=north answers=first", "Text."),
    ])
    .build();
    let explained = |id: &str| bench.run(&["check", "--explain", id]).stdout;
    let first = explained("first");
    for line in [
        "  channel in-person: the headline has words of it\n",
        "  level   leaders: the offices held on that day\n",
        "  host    north: the place is in its country\n",
        "  mediator none: no rule gives one\n",
        "  answered by alone\n",
    ] {
        assert!(first.contains(line), "{line}: {first}");
    }
    assert!(first.contains("  contact north: ann is "), "{first}");
    assert!(explained("alone").contains("  contact none: fewer than two sides"));
    assert!(explained("alone").contains("  answers first\n"));
}
