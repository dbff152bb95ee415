//! Agreements: between whom, through which stages, and what is due; what pages, data and the calendar say of it, and what is wrong.

mod common;

use std::fmt::Write;

use common::rendering::between;
use common::{Bench, Site};
use dateline::model::agreement::Stage;
use dateline::model::language::Language;
use serde_json::{Value, json};

/// An article with a heading a line: date, headline, attributes.
fn article(title: &str, events: &[(&str, &str, &str)]) -> String {
    let mut text = format!("---\ntitle: {title}\npublished: 2025-09-04\n---\n");
    for (date, headline, attributes) in events {
        let _ = write!(text, "\n## {date}: {headline} {{{attributes}}}\n\nText.\n");
    }
    text
}

const LIFE: [(&str, &str, &str); 6] = [
    (
        "2023-03",
        "West proposes a truce",
        "#proposal .propose agreement=truce stage=proposed parties=north,south",
    ),
    ("2023-06-02", "The truce is signed", "#signing .agree agreement=truce stage=signed"),
    ("2023-07-01", "The truce begins", "#begin .agree agreement=truce stage=in-force"),
    ("2023-07-15", "Maps are handed over", "#maps .aid"),
    ("2024-02-10~", "South says that North fired", "#firing .accuse agreement=truce stage=breached"),
    ("2024-05?", "The truce is proposed anew", "#again .propose agreement=truce stage=proposed"),
];

const DUE: &str = "---
agreement:
  title: The river truce
  due:
    - date: 2024-01-31
      what: Prisoners go home
      by: [north, south]
    - date: 10 July 2023
      what: Maps of the mines
      by: north
      met: maps
    - date: 2023-08
      what: Posts on the river
      met: maps
    - date: 2026-06
      what: Elections
---
";

fn site() -> Site {
    let state = |name: &str| format!("---\nname: {name}\nkind: state\n---\n");
    Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .actor("north.md", state("North"))
        .actor("south.md", state("South"))
        .actor("west.md", state("West"))
        .article("a.md", article("Report A", &LIFE))
}

fn data(bench: &Bench, name: &str) -> Value {
    serde_json::from_str(&bench.read(&format!("public/data/{name}.json"))).expect("JSON")
}

fn all(value: &Value, key: &str) -> Vec<String> {
    let text = |one: &Value| one[key].as_str().unwrap_or_default().to_owned();
    value.as_array().expect("a list").iter().map(text).collect()
}

#[test]
fn the_steps_of_an_agreement_are_told_in_order_of_time() {
    let bench = site().overlay("signing.md", DUE).build();
    bench.built(&[]);
    let file = data(&bench, "agreements");
    let truce = &file["agreements"][0];
    assert_eq!(truce["id"], json!("truce"));
    assert_eq!(truce["title"], json!("The river truce"), "any overlay may give the name");
    assert_eq!(truce["url"], json!("https://talks.example/agreements/#agreement-truce"));
    assert_eq!(truce["parties"], json!(["north", "south"]), "who proposes is no party");
    assert_eq!(all(&truce["steps"], "event"), ["proposal", "signing", "begin", "firing", "again"]);
    assert_eq!(all(&truce["steps"], "stage"), ["proposed", "signed", "in-force", "breached", "proposed"]);
    assert_eq!(truce["stage"], json!("proposed"), "what goes back is shown as it is");
    assert_eq!(truce["reported_breached_in"], json!(["firing"]));

    let page = bench.read("public/agreements/index.html");
    let section = between(&page, "<h2 id=\"agreement-truce\">", "</section>").expect("the truce");
    let list = between(section, "<ol class=\"dated\">", "</ol>").expect("a list");
    let at = |words: &str| list.find(words).unwrap_or_else(|| panic!("{words}: {list}"));
    assert!(
        at("/events/proposal/") < at("/events/signing/") && at("/events/signing/") < at("/events/again/")
    );
    assert!(list.contains("<span class=\"mark\">reported as breached</span> <a href=\"/events/firing/\">"));
    assert!(section.contains("Reported as breached in: <a href=\"/events/firing/\">"));
    assert!(section.contains("last reported stage: <b>proposed</b>"));
    assert!(section.contains("<p class=\"source\">According to <a href=\"/articles/a/\">Report A</a>"));

    let event = bench.read("public/events/firing/index.html");
    assert!(event.contains(
        "Agreement: <a href=\"/agreements/#agreement-truce\">The river truce</a> · reported as breached"
    ));
    let steps = data(&bench, "events");
    assert_eq!(steps["events"][1]["agreement"], json!({ "id": "truce", "stage": "signed" }));
    assert_eq!(steps["events"][3]["agreement"], json!(null));
    let south = bench.read("public/actors/south/index.html");
    let own = between(&south, "<h2 id=\"agreements\">", "</section>").expect("its agreements");
    assert!(
        own.contains("The river truce</a>: proposed, ") && own.contains("with: <a href=\"/actors/north/\">")
    );
    assert!(own.contains("reported as breached"), "{own}");
    assert!(!bench.read("public/actors/west/index.html").contains("id=\"agreements\""));
    for page in ["index.html", "data/index.html"] {
        assert!(bench.read(&format!("public/{page}")).contains("/agreements/"), "{page}");
    }
}

#[test]
fn what_is_due_is_reported_missing_or_still_to_come() {
    let bench = site().overlay("signing.md", DUE).build();
    bench.built(&["--today", "2025-09-10"]);
    let file = data(&bench, "agreements");
    let schema = jsonschema::validator_for(&data(&bench, "agreements.schema")).expect("a JSON Schema");
    assert_eq!(schema.validate(&file).map_err(|error| error.to_string()), Ok(()));
    assert_eq!(file["as_of"], json!("2025-09-10"));
    let due = &file["agreements"][0]["due"];
    assert_eq!(
        all(due, "what"),
        ["Maps of the mines", "Posts on the river", "Prisoners go home", "Elections"]
    );
    assert_eq!(all(due, "state"), ["reported-late", "reported", "not-reported", "not-yet-due"]);
    assert_eq!(all(due, "met_by"), ["maps", "maps", "", ""]);
    assert_eq!(due[2]["by"], json!(["north", "south"]));
    let page = bench.read("public/agreements/index.html");
    let section = between(&page, "What is due</h3>", "</ul>").expect("what is due");
    for words in [
        "due by <time datetime=\"2024-01-31\">31 January 2024</time>",
        "Prisoners go home (<a href=\"/actors/north/\">North</a>, <a href=\"/actors/south/\">South</a>)",
        "No report of it here · set in: <a href=\"/events/signing/\">",
        "Reported as done after that date: <a href=\"/events/maps/\">",
        "Reported as done: <a href=\"/events/maps/\">",
        "Not yet due · set in",
    ] {
        assert!(section.contains(words), "{words}: {section}");
    }
    assert!(page.contains("as of 10 September 2025"));
    // The day is that of the last change: of another day the same is built.
    let before = bench.read("public/agreements/index.html");
    bench.built(&["--today", "2027-01-01"]);
    assert_eq!(bench.read("public/agreements/index.html"), before);
    assert!(bench.read("public/events/signing/index.html").contains("Prisoners go home ("));
    assert!(bench.read("public/events/maps/index.html").contains("Reports as done: Maps of the mines ("));
}

#[test]
fn without_a_day_it_is_only_said_by_when_something_is_due() {
    let ids = ["proposal", "signing", "begin", "maps", "firing", "again"];
    let lock: String = ids.iter().map(|id| format!("events/{id}\n")).collect();
    let bench = site().overlay("signing.md", DUE).lock(&lock).build();
    bench.built(&[]);
    let file = data(&bench, "agreements");
    assert_eq!(file["as_of"], json!(null));
    assert_eq!(
        all(&file["agreements"][0]["due"], "state"),
        ["reported-late", "reported", "unknown", "unknown"]
    );
    let page = bench.read("public/agreements/index.html");
    assert!(
        !page.contains("No report of it here")
            && !page.contains("Not yet due")
            && !page.contains("judged as of")
    );
}

#[test]
fn days_on_which_something_is_due_stand_in_calendars() {
    let bench = site().overlay("signing.md", DUE).build();
    bench.built(&[]);
    let due = |path: &str| {
        let calendar = bench.read(path).replace("\r\n ", "");
        calendar.lines().filter(|line| line.starts_with("SUMMARY:Due")).map(str::to_owned).collect::<Vec<_>>()
    };
    // Those of a month are left out, as events of a month are.
    let expected = ["SUMMARY:Due: Maps of the mines", "SUMMARY:Due: Prisoners go home"];
    assert_eq!(due("public/calendar.ics"), expected);
    assert!(bench.read("public/calendar.ics").contains("DTSTART;VALUE=DATE:20240131"));
    assert!(due("public/actors/west/calendar.ics").is_empty(), "West is not in the event that set them");
}

#[test]
fn an_overlay_decides_over_headings_and_reports_may_differ() {
    let other = [("2023-06-02", "The truce is signed", "#signing agreement=truce stage=agreed")];
    let bench =
        site().article("b.md", article("Report B", &other)).article("c.md", article("Report C", &other));
    let build = |bench: Site| {
        let bench = bench.build();
        bench.built(&[]);
        let step = data(&bench, "agreements")["agreements"][0]["steps"][1].clone();
        (step["stage"].clone(), step["other_stages"].clone())
    };
    let signed = json!([{ "stage": "signed", "articles": ["a"] }]);
    assert_eq!(build(bench), (json!("agreed"), signed), "what most reports say");
    let overlay = "---\nagreement: {id: truce, parties: [west, north], stage: In force}\n---\n";
    let bench = site().article("b.md", article("Report B", &other)).overlay("signing.md", overlay).build();
    bench.built(&[]);
    let truce = data(&bench, "agreements")["agreements"][0].clone();
    assert_eq!(truce["parties"], json!(["west", "north"]));
    assert_eq!(truce["steps"][1]["stage"], json!("in-force"));
    assert_eq!(truce["steps"][1]["articles"], json!([]), "no report says so");
    assert_eq!(truce["steps"][0]["articles"], json!(["a"]));
    assert_eq!(all(&truce["steps"][1]["other_stages"], "stage"), ["signed", "agreed"]);
    assert!(
        bench
            .read("public/agreements/index.html")
            .contains("agreed, according to <a href=\"/articles/b/\">Report B</a>")
    );
}

#[test]
fn one_event_in_the_front_matter_may_say_all_of_it() {
    let text = "---\ntitle: A pact\ndate: 2025-01-02\nid: pact-signed\nagreement:\n  id: pact\n  parties: [north, west]\n  stage: signed\n  due:\n    - date: 2025-02-01\n      what: Visits\n---\n\nText.\n";
    let bench = site().article("b.md", text).build();
    bench.built(&[]);
    let pact = data(&bench, "agreements")["agreements"][0].clone();
    assert_eq!((&pact["id"], &pact["title"]), (&json!("pact"), &json!("A pact")), "it goes by the headline");
    assert_eq!(all(&pact["due"], "what"), ["Visits"]);
    let overlay = "---\nagreement: {id: pact, stage: in force}\n---\n";
    let bench = site().article("b.md", text).overlay("maps.md", overlay).build();
    bench.built(&[]);
    let page = bench.read("public/agreements/index.html");
    let pact = between(&page, "id=\"agreement-pact\">", "</section>").expect("the pact");
    assert!(pact.contains("According to <a href=\"/articles/b/\">"), "a report says that it was signed");
    assert!(
        pact.contains("Reports of the event: <a href=\"/articles/a/\">"),
        "the editors say that it is in force"
    );
}

#[test]
fn where_nothing_was_agreed_there_is_no_trace_of_agreements() {
    let bench = Site::new().build();
    bench.built(&[]);
    assert!(!bench.exists("public/agreements/index.html") && !bench.exists("public/data/agreements.json"));
    for page in
        ["index.html", "data/index.html", "actors/ann-example/index.html", "events/arrives/index.html"]
    {
        assert!(!bench.read(&format!("public/{page}")).contains("agreements"), "{page}");
    }
}

#[test]
fn drafts_and_withdrawn_events_are_no_steps() {
    let drafts = LIFE.map(|(date, headline, attributes)| {
        (date, headline, attributes.replace("#again", "#again status=draft"))
    });
    let drafts =
        drafts.each_ref().map(|(date, headline, attributes)| (*date, *headline, attributes.as_str()));
    let bench = site()
        .article("a.md", article("Report A", &drafts))
        .overlay("firing.md", "---\nstatus: withdrawn\nreason: It was another.\n---\n")
        .overlay("signing.md", DUE.replace("met: maps", "met: again"))
        .build();
    bench.built(&[]);
    let truce = data(&bench, "agreements")["agreements"][0].clone();
    assert_eq!(all(&truce["steps"], "event"), ["proposal", "signing", "begin"]);
    assert_eq!(truce["due"][0]["met_by"], json!(null), "a draft reports nothing");
}

#[test]
fn too_many_for_a_page_are_split_by_year_and_keep_their_anchors() {
    let mut text = "---\ntitle: A report\n---\n".to_owned();
    for at in 0..11 {
        let year = 2020 + at / 6;
        let _ = write!(
            text,
            "\n## {year}-01-0{}: Pact {at} {{agreement=pact-{at} stage=signed parties=north,south}}\n",
            at % 6 + 1
        );
    }
    let yaml = format!("{}options:\n  longest_list: 10\n", common::SITE_YAML);
    let bench = site().file("site.yaml", yaml).article("a.md", text).build();
    bench.built(&[]);
    let whole = bench.read("public/agreements/index.html");
    assert!(
        whole.contains(
            "<li id=\"agreement-pact-2\"><a href=\"/agreements/2020/#agreement-pact-2\">Pact 2</a>"
        )
    );
    assert_eq!(whole.matches("<svg class=\"strip").count(), 0);
    let year = bench.read("public/agreements/2020/index.html");
    assert_eq!(year.matches("<h2 id=\"agreement-").count(), 6);
    assert!(year.contains("<a href=\"/agreements/2021/\">2021</a>"));
    assert!(year.find("agreement-pact-5") < year.find("agreement-pact-4"), "the latest to begin comes first");
}

#[test]
fn what_is_wrong_with_a_heading_is_an_error_at_its_place() {
    for (attributes, code, marked, words) in [
        (
            "agreement=pact stage=signd parties=north,south",
            "invalid-value",
            "signd",
            "did you mean `signed`?",
        ),
        ("agreement=pact stage=signed parties=north,sout", "unknown-actor", "sout", "did you mean `south`?"),
        ("agreement=Pact stage=signed parties=north", "invalid-id", "Pact", "`pact`"),
        ("stage=signed", "missing-key", "signed", "write `agreement=ID` beside it"),
        ("agreement=pact parties=north", "missing-key", "pact", "proposed, agreed, signed"),
        ("agreement=truc stage=signed", "no-parties", "truc", "did you mean `truce`?"),
        ("agreement=pact stage=signed", "no-parties", "pact", "`parties=ID,ID`"),
        ("agreement=truce stage=signed parties=west,north", "invalid-value", "west", "say it once"),
        ("agreemnt=pact", "unknown-attribute", "agreemnt", "did you mean `agreement`?"),
        (
            "agreement=pact stage=signed parties=\"north, the south\"",
            "invalid-value",
            "parties=\"north,",
            "`parties=ID,ID`",
        ),
    ] {
        let text = article("Report B", &[("2025-06-01", "A", &format!("#a {attributes}"))]);
        let bench = site().article("b.md", text).build();
        let found = bench.the_one(code, &[]);
        assert_eq!(bench.error_codes(&[]), [code], "one mistake is one error");
        let at = &found["at"];
        assert_eq!((&at["file"], &at["line"]), (&json!("content/articles/b.md"), &json!(6)), "{found}");
        let number = |key: &str| at[key].as_u64().and_then(|n| usize::try_from(n).ok()).expect("a number");
        let source = at["source"].as_str().expect("the line");
        assert_eq!(&source[number("column") - 1..][..number("width")], marked, "{found}");
        assert!(found["help"].as_str().is_some_and(|help| help.contains(words)), "{found}");
    }
    let other = article("Report B", &[("2023-06-02", "A", "#signing agreement=tuce stage=signed")]);
    let found = site().article("b.md", other).build().the_one("invalid-value", &[]);
    assert!(
        found["message"].as_str().is_some_and(|message| message.contains("`truce` by another report")),
        "{found}"
    );
}

#[test]
fn what_is_wrong_with_an_overlay_is_an_error_at_its_place() {
    let due = |rest: &str| format!("  due:\n    - date: 2025-12-01\n      what: X\n      {rest}");
    for (keys, code, line, words) in [
        ("  stag: signed", "unknown-key", 3, "did you mean `stage`?"),
        ("  parties: [north, wst]", "unknown-actor", 3, "did you mean `west`?"),
        ("  id: Truce", "invalid-id", 3, "`truce`"),
        ("  due:\n    - what: Something", "missing-key", 4, "date"),
        ("  due:\n    - date: 2025-13-01\n      what: X", "impossible-date", 4, ""),
        ("  due:\n    - date: 2025-12-01", "missing-key", 4, "what"),
        (&due("by: nort"), "unknown-actor", 6, "did you mean `north`?"),
        (&due("met: map"), "unknown-event", 6, "did you mean `maps`?"),
        (&due("met: signing"), "invalid-value", 6, "`signing` sets it, so it cannot report it as done"),
        (&due("met: proposal"), "invalid-value", 6, "was before it was set"),
        ("  parties: \"north, south\"", "unknown-actor", 3, "written as a list: `[north, south]`"),
    ] {
        let overlay = format!("---\nagreement:\n{keys}\n---\n");
        let found = site().overlay("signing.md", overlay).build().the_one(code, &[]);
        let at = &found["at"];
        assert_eq!(
            (&at["file"], &at["line"]),
            (&json!("content/events/signing.md"), &json!(line)),
            "{found}"
        );
        assert!(found.to_string().contains(words), "{found}");
    }
    let without_id = site().overlay("maps.md", "---\nagreement:\n  stage: signed\n---\n").build();
    let found = without_id.the_one("missing-key", &[]);
    assert_eq!((&found["at"]["line"], &found["at"]["column"]), (&json!(2), &json!(1)), "{found}");
}

#[test]
fn the_guide_shows_every_stage_as_pages_do() {
    let readme = include_str!("../README.md");
    let (_, table) = readme.split_once("<!-- stages -->\n").expect("a table");
    let table = table.split("\n\n").next().unwrap_or_default();
    let named: Vec<String> = table.lines().skip(2).map(str::to_owned).collect();
    let english = Language::english();
    let row = |stage: Stage| {
        format!("| `{}` | {} | {} |", stage.id(), english.text(stage.label()), english.text(stage.meaning()))
    };
    assert_eq!(named, Stage::ALL.map(row));
}
