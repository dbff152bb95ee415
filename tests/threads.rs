//! Which event answers which: both pages show the thread, and a proposal without a reply says so.

mod common;

use common::{Bench, Site};
use serde_json::{Value, json};

fn article(events: &[(&str, &str, &str)]) -> String {
    let mut text = "---\ntitle: A report\npublished: 2025-09-04\n---\n".to_owned();
    for (day, id, attributes) in events {
        text += &format!("\n## {day}: Headline of {id} {{#{id} {attributes}}}\n\nText.\n");
    }
    text
}

const EVENTS: [(&str, &str, &str); 4] = [
    ("2025-05-01", "offer", ".propose"),
    ("2025-05-03", "counter", ".propose answers=old-offer"),
    ("2025-05-02", "refusal", ".reject answers=offer"),
    ("2025-05-04", "alone", ".propose"),
];

fn site() -> Site {
    let site = Site::empty().file("site.yaml", common::SITE_YAML).article("a.md", article(&EVENTS));
    site.overlay("offer.md", "---\nredirect_from: [old-offer]\n---\n")
}

fn thread(bench: &Bench, id: &str) -> Vec<String> {
    let page = bench.read(&format!("public/events/{id}/index.html"));
    let Some((_, rest)) = page.split_once("<ol class=\"lines thread\">") else { return Vec::new() };
    let list = rest.split("</ol>").next().unwrap_or_default();
    let id_of =
        |item: &str| item.split("/events/").nth(1).and_then(|rest| rest.split('/').next()).map(str::to_owned);
    list.split("<li").skip(1).filter_map(id_of).collect()
}

#[test]
fn all_pages_of_a_thread_show_it_in_order_of_time() {
    let bench = site().build();
    bench.built(&[]);
    for id in ["offer", "refusal", "counter"] {
        assert_eq!(thread(&bench, id), ["offer", "refusal", "counter"], "{id}");
    }
    let page = bench.read("public/events/refusal/index.html");
    assert_eq!(page.matches("<li aria-current=\"true\">").count(), 1);
    assert!(page.contains("in reply to <a href=\"/events/offer/\">Headline of offer</a>"));
    assert!(thread(&bench, "alone").is_empty());
    let file: Value = serde_json::from_str(&bench.read("public/data/events.json")).expect("JSON");
    let of = |at: usize, key: &str| file["events"][at][key].clone();
    assert_eq!((of(0, "answered_by"), of(0, "answers")), (json!(["refusal", "counter"]), json!([])));
    assert_eq!(of(2, "answers"), json!(["offer"]), "an old id leads to its event");
}

#[test]
fn a_proposal_without_a_reply_says_so_where_replies_are_linked() {
    let says = |bench: &Bench, id: &str| {
        bench.read(&format!("public/events/{id}/index.html")).contains("No reply to it is reported")
    };
    let bench = site().build();
    bench.built(&[]);
    assert_eq!(
        ["offer", "counter", "alone", "refusal"].map(|id| says(&bench, id)),
        [false, true, true, false]
    );
    let bench =
        Site::empty().file("site.yaml", common::SITE_YAML).article("a.md", article(&EVENTS[3..])).build();
    bench.built(&[]);
    assert!(!says(&bench, "alone"), "this site links no replies");
}

#[test]
fn an_overlay_links_too_and_what_is_not_shown_is_in_no_thread() {
    let bench = site()
        .article(
            "b.md",
            article(&[("2025-06-01", "draft", "status=draft"), ("2025-06-02", "gone", ".reject")]),
        )
        .overlay("gone.md", "---\nstatus: withdrawn\nreason: It was another.\n---\n")
        .overlay("alone.md", "---\nanswers: [counter, draft, gone]\n---\n")
        .build();
    bench.built(&[]);
    assert_eq!(thread(&bench, "alone"), ["offer", "refusal", "counter", "alone"]);
}

#[test]
fn an_answer_to_nothing_is_an_error_at_its_place() {
    for (attributes, code, words) in [
        ("answers=ofer", "unknown-event", "did you mean `offer`?"),
        ("answers=wrong", "invalid-value", "name the event that it answers"),
    ] {
        let bench = site().article("b.md", article(&[("2025-06-01", "wrong", attributes)])).build();
        let found = bench.the_one(code, &[]);
        let at = &found["at"];
        assert_eq!(
            (&at["file"], &at["line"], &at["column"]),
            (&json!("content/articles/b.md"), &json!(6), &json!(50)),
            "{found}"
        );
        assert!(found["help"].as_str().is_some_and(|help| help.contains(words)), "{found}");
    }
}

#[test]
fn a_list_of_answers_has_no_spaces() {
    for answers in ["answers=offer, refusal", "answers='offer, refusal'"] {
        let bench = site().article("b.md", article(&[("2025-06-01", "wrong", answers)])).build();
        assert_eq!(bench.error_codes(&[]), ["invalid-value"], "one mistake is one error");
        assert!(bench.the_one("invalid-value", &[]).to_string().contains("`answers=ID,ID`"));
    }
}

#[test]
fn what_was_before_is_no_answer() {
    let bench = site().article("b.md", article(&[("2025-04-30", "wrong", "answers=offer")])).build();
    let found = bench.the_one("invalid-value", &[]);
    assert_eq!(found["message"], "`wrong` was before `offer`, so it cannot answer it");
    assert_eq!(found["help"], "say it the other way round, at `offer`: `answers=wrong`");
    let in_doubt = site().article("b.md", article(&[("2025-04-30?", "wrong", "answers=offer")])).build();
    assert_eq!(in_doubt.error_codes(&[]), [] as [&str; 0], "perhaps it was later");
    let again = article(&[("2025-05-01", "wrong", "")]);
    let disputed = article(&[("2025-04-30", "wrong", "answers=offer")]);
    let disputed = site().article("b.md", disputed).article("c.md", again).build();
    assert_eq!(disputed.error_codes(&[]), [] as [&str; 0], "another report has a later day");
}

#[test]
fn of_a_long_thread_a_page_shows_what_is_nearest_and_says_that_there_is_more() {
    let ids: Vec<(String, String)> = (0..60)
        .map(|at| {
            (format!("step-{at}"), if at == 0 { String::new() } else { format!("answers=step-{}", at - 1) })
        })
        .collect();
    let events: Vec<(&str, &str, &str)> =
        ids.iter().map(|(id, attributes)| ("2025-05-01", id.as_str(), attributes.as_str())).collect();
    let bench = Site::empty().file("site.yaml", common::SITE_YAML).article("a.md", article(&events)).build();
    bench.built(&[]);
    let shown = thread(&bench, "step-30");
    assert!(
        shown.len() == 40 && shown.contains(&"step-29".to_owned()) && !shown.contains(&"step-0".to_owned())
    );
    let says = |id: &str| {
        bench.read(&format!("public/events/{id}/index.html")).contains("More belongs to this thread")
    };
    assert!(says("step-30") && says("step-0"));
}

#[test]
fn an_old_id_of_two_events_or_of_the_event_itself_is_no_answer() {
    let redirect = "---\nredirect_from: [old]\n---\n";
    let events = |answers: &'static str| {
        article(&[
            ("2025-05-01", "one", ".propose"),
            ("2025-05-02", "two", answers),
            ("2025-05-03", "three", ".agree"),
        ])
    };
    let site = |text: String| Site::empty().file("site.yaml", common::SITE_YAML).article("a.md", text);
    let split = site(events("answers=old")).overlay("one.md", redirect).overlay("three.md", redirect).build();
    let found = split.the_one("unknown-event", &[]);
    assert!(
        found["message"].as_str().is_some_and(|said| said.contains("leads to more than one event")),
        "{found:#}"
    );
    let itself = site(events("answers=old")).overlay("two.md", redirect).build();
    assert!(
        itself.the_one("invalid-value", &[])["message"].as_str().is_some_and(|said| said.contains("itself"))
    );
}

#[test]
fn what_answers_a_draft_of_an_overlay_is_no_mistake() {
    let bench = site().overlay("refusal.md", "---\nstatus: draft\n---\n").build();
    bench.built(&[]);
    assert_eq!(thread(&bench, "offer"), ["offer", "counter"]);
}
