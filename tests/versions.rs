//! How an event stood on earlier days: from its corrections, on its page and in the data.

mod common;

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use common::{Bench, Site};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What the accounts leave open, the overlay says.
fn site(published: &str, overlay: &str) -> Bench {
    let place = |id: &str| format!("---\nname: {id}town\nredirect_from: [old-{id}]\n---\n");
    let topic = |id: &str| format!("---\nname: {id} talks\n---\n");
    let mut site = Site::empty().file("site.yaml", common::SITE_YAML);
    for id in ["aa", "bb"] {
        let actor = format!("---\nname: {id}land\nkind: state\n---\n");
        site = site
            .actor(&format!("{id}.md"), actor)
            .place(&format!("{id}.md"), place(id))
            .topic(&format!("{id}.md"), topic(id));
    }
    let record = if published.is_empty() { String::new() } else { format!(" published={published}") };
    site.article(
        "a.md",
        "---\ntitle: A report\n---\n\n## 2025-05-02: They speak {#talks .statement}\n\nText.\n",
    )
    .overlay("talks.md", overlay)
    .lock(&format!("articles/a\nevents/talks{record}\n"))
    .build()
}

fn versions(bench: &Bench) -> Vec<Value> {
    let file: Value = serde_json::from_str(&bench.read("public/data/events.json")).expect("JSON");
    file["events"][0]["versions"].as_array().expect("a list").clone()
}

/// The versions on the page: anchor, days, and facts as `Date: 2 May 2025`.
fn shown(bench: &Bench) -> Vec<(String, String, Vec<String>)> {
    let page = bench.read("public/events/talks/index.html");
    let Some((_, rest)) = page.split_once("<ol class=\"dated versions\">") else { return Vec::new() };
    let list = rest.split("</ol>").next().unwrap_or_default();
    let words = |html: &str| {
        let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        parts.collect::<String>().trim().to_owned()
    };
    let item = |item: &str| {
        let (head, facts) = item.split_once("<dl>").expect("facts");
        let anchor = head.split('"').nth(1).expect("an id").to_owned();
        let days = words(&format!("<{head}"));
        let facts = facts.split("<dt>").skip(1).map(|fact| words(&fact.replace("</dt>", ": "))).collect();
        (anchor, days, facts)
    };
    list.split("<li ").skip(1).map(item).collect()
}

const CORRECTED: &str = "\
---
title: They meet
place: bb
topics: [aa]
time: 14:30
corrections:
  - date: 2025-09-12
    field: place
    old: old-aa
    new: bb
    why: It was the other town.
  - date: 2025-09-12
    field: text
    why: A name was misspelt.
  - date: 2025-09-10
    field: title
    old: They <speak>
    new: They meet
    why: They met.
  - date: 2025-09-12
    field: time
    new: 14:30
    why: A report tells when.
---
";

#[test]
fn the_page_shows_each_version_with_its_days_and_says_what_was_corrected() {
    let bench = site("2025-09-05", CORRECTED);
    bench.built(&["--today", "2025-09-20"]);
    let shown = shown(&bench);
    let heads: Vec<(&str, &str)> = shown.iter().map(|(id, days, _)| (id.as_str(), days.as_str())).collect();
    assert_eq!(
        heads,
        [
            ("as-of-2025-09-12", "since 12 September 2025"),
            ("as-of-2025-09-10", "10–11 September 2025"),
            ("as-of-2025-09-05", "5–9 September 2025"),
        ]
    );
    assert_eq!(
        shown[0].2,
        [
            "Headline: They meet",
            "Date: 2 May 2025",
            "Time: 14:30 corrected",
            "Type: Statement",
            "Place: bbtown corrected",
            "Topics: aa talks",
            "Text: A name was misspelt. corrected",
        ]
    );
    assert_eq!(
        shown[1].2,
        [
            "Headline: They meet corrected",
            "Date: 2 May 2025",
            "Time: not given",
            "Type: Statement",
            "Place: aatown",
            "Topics: aa talks",
        ]
    );
    assert_eq!(shown[2].2[0], "Headline: They &lt;speak&gt;");
    let page = bench.read("public/events/talks/index.html");
    assert!(page.contains("bbtown <a class=\"mark\" href=\"#correction-2025-09-12-place\">corrected</a>"));
    assert!(page.contains("what changed without a correction, is not known"));
    assert!(page.find("id=\"corrections\"") < page.find("id=\"as-known\""));
}

#[test]
fn the_data_has_the_versions_in_order_of_time() {
    let bench = site("2025-09-05", CORRECTED);
    bench.built(&["--today", "2025-09-20"]);
    let versions = versions(&bench);
    let days: Vec<_> = versions.iter().map(|one| (&one["first_day"], &one["last_day"])).collect();
    assert_eq!(
        days,
        [
            (&json!("2025-09-05"), &json!("2025-09-09")),
            (&json!("2025-09-10"), &json!("2025-09-11")),
            (&json!("2025-09-12"), &Value::Null),
        ]
    );
    assert_eq!(versions[0]["place"], "aa", "the id that the place has now");
    assert_eq!(versions[0]["corrections"], json!([]));
    assert_eq!(versions[1]["url"], "https://talks.example/events/talks/#as-of-2025-09-10");
    let fields: Vec<_> =
        versions[2]["corrections"].as_array().into_iter().flatten().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["place", "text", "time"]);
}

#[test]
fn what_is_not_known_of_the_first_version_is_not_made_up() {
    let overlay = "---\ncorrections:\n  - {date: 2025-09-10, field: title, old: They land, new: They speak, why: They did not.}\n---\n";
    for (published, anchor, days, from) in [
        (
            "",
            "as-first-published",
            "until 9 September 2025; when it was first published is not known",
            Value::Null,
        ),
        (
            "2025-09-11",
            "as-first-published",
            "until 9 September 2025; when it was first published is not known",
            Value::Null,
        ),
        (
            "2025-09-10",
            "as-first-published",
            "10 September 2025, until it was corrected",
            json!("2025-09-10"),
        ),
        ("2025-09-09", "as-of-2025-09-09", "9 September 2025", json!("2025-09-09")),
    ] {
        let bench = site(published, overlay);
        bench.built(&["--today", "2025-09-20"]);
        let shown = shown(&bench);
        assert_eq!(shown.len(), 2, "{published}");
        assert_eq!((shown[1].0.as_str(), shown[1].1.as_str()), (anchor, days), "{published}");
        assert_eq!(versions(&bench)[0]["first_day"], from, "{published}");
        assert_eq!(versions(&bench)[0]["title"], "They land");
        assert_eq!(versions(&bench)[1]["title"], "They speak", "as the page says it");
    }
}

#[test]
fn where_nothing_was_corrected_or_the_event_is_withdrawn_there_are_no_versions() {
    let withdrawn = CORRECTED.replace("title: They meet\nplace", "status: withdrawn\nreason: No.\nplace");
    for overlay in ["---\ntitle: They meet\n---\n", &withdrawn] {
        let bench = site("2025-09-05", overlay);
        bench.built(&["--today", "2025-09-20"]);
        assert_eq!(shown(&bench), []);
        assert!(!bench.read("public/events/talks/index.html").contains("as-known\""));
    }
}

#[test]
fn a_value_that_changed_without_a_correction_is_that_of_the_correction_until_the_next() {
    let overlay = "---\nplace: bb\ncorrections:\n\
        \x20 - {date: 2025-09-10, field: topics, new: aa, why: One.}\n\
        \x20 - {date: 2025-09-12, field: topics, old: bb, why: Two.}\n---\n";
    let bench = site("2025-09-05", overlay);
    bench.built(&["--today", "2025-09-20"]);
    let topics: Vec<Value> = versions(&bench).iter().map(|one| one["topics"].clone()).collect();
    assert_eq!(topics, [json!([]), json!(["aa"]), json!([])]);
}

/// What an event says, as the front matter writes it: title, date, type, place, actors, recipients, topics.
type State = [Option<&'static str>; 7];

const KEYS: [&str; 7] = ["title", "date", "type", "place", "actors", "recipients", "topics"];
const VALUES: [&[&str]; 7] = [
    &["They speak", "They meet", "They part"],
    &["2025-05-02", "2025-05", "2025-05-02/2025-05-04"],
    &["statement", "consult", "reject"],
    &["aa", "bb"],
    &["[aa]", "[bb]"],
    &["[bb]", "[aa]"],
    &["[aa]", "[aa, bb]", "[bb]"],
];

/// Of a field, by number, another value, by number; the last is none, where there may be none.
fn changed(state: &State, field: usize, value: usize) -> State {
    let mut next = *state;
    let values = VALUES[field];
    let count = if field < 3 { values.len() } else { values.len() + 1 };
    next[field] = values.get(value % count).copied();
    next
}

fn as_data(state: &State) -> Value {
    let ids = |at: usize| -> Vec<String> {
        let text = state[at].unwrap_or_default().trim_matches(['[', ']']);
        text.split(", ").filter(|id| !id.is_empty()).map(str::to_owned).collect()
    };
    json!({
        "title": state[0], "date": state[1], "type": state[2], "place": state[3],
        "actors": ids(4), "recipients": ids(5), "topics": ids(6),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 64, ..ProptestConfig::default() })]

    /// An editor corrects an event again and again; the versions are what the page said at the end of each day.
    #[test]
    fn the_versions_are_what_was_published(edits in prop::collection::vec((0u64..3, 0usize..7, 0usize..4), 1..9)) {
        let published = NaiveDate::from_ymd_opt(2025, 6, 1).expect("a day");
        let mut state: State = [Some("They speak"), Some("2025-05-02"), Some("statement"), None, None, None, None];
        let mut day = published + Days::new(1);
        let mut history = vec![(published, state)];
        let mut corrections = String::new();
        for (later, field, value) in edits {
            let next = changed(&state, field, value);
            // Nobody acts on itself.
            if next[field] == state[field] || next[4].is_some() && next[4] == next[5] {
                continue;
            }
            day = day + Days::new(later);
            let _ = write!(corrections, "  - date: {day}\n    field: {}\n    why: So.\n", KEYS[field]);
            for (key, of) in [("old", &state), ("new", &next)] {
                if let Some(value) = of[field] {
                    let _ = writeln!(corrections, "    {key}: {value}");
                }
            }
            state = next;
            match history.last_mut() {
                Some(last) if last.0 == day => last.1 = state,
                _ => history.push((day, state)),
            }
        }
        let mut overlay = "---\n".to_owned();
        for (key, value) in KEYS.iter().zip(&state) {
            if let Some(value) = value {
                let _ = writeln!(overlay, "{key}: {value}");
            }
        }
        if !corrections.is_empty() {
            let _ = write!(overlay, "corrections:\n{corrections}");
        }
        let bench = site("2025-06-01", &format!("{overlay}---\n"));
        let ran = bench.run(&["build", "--today", "2025-09-20"]);
        prop_assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let found: Vec<(Value, Value)> = versions(&bench)
            .into_iter()
            .map(|mut one| {
                let first_day = one["first_day"].take();
                let facts = ["title", "date", "type", "place", "actors", "recipients", "topics"];
                (first_day, facts.into_iter().map(|key| (key.to_owned(), one[key].take())).collect())
            })
            .collect();
        let expected: Vec<(Value, Value)> =
            history.iter().map(|(day, state)| (json!(day.to_string()), as_data(state))).collect();
        prop_assert_eq!(found, if history.len() > 1 { expected } else { Vec::new() });
    }
}
