//! Who demands, offers or refuses what: with conditions, over time, and as of a day.

mod common;

use common::Site;
use serde_json::Value;

const NORTH: &str = "---\nname: North\nkind: state\n---\n";
const SOUTH: &str = "---\nname: South\nkind: state\n---\n";
const TALKS: &str = "---\nname: talks\n---\n";

fn article(day: &str, id: &str, positions: &str) -> String {
    format!(
        "---\ntitle: Report {id}\npublished: {day}\n---\n\n## {day}: They speak {{#{id}}}\n\nText.\n\n{positions}\n"
    )
}

fn entries() -> Site {
    let site = Site::empty().file("site.yaml", common::SITE_YAML);
    site.actor("north.md", NORTH).actor("south.md", SOUTH).topic("talks.md", TALKS)
}

fn site() -> Site {
    let site = entries();
    site.article(
        "a.md",
        article(
            "2023-05-12",
            "first",
            "North on talks\n: Ready at once.\n: only *if* the guns fall silent\n: and not in winter\n",
        ),
    )
    .article(
        "b.md",
        article(
            "2023-09-03",
            "second",
            "North on talks\n: Ready at **once**\n: Only if the guns fall silent.\n: and not in winter\n",
        ),
    )
    .article("c.md", article("2025-01-02", "third", "North on talks\n: Never.\n\nSouth on talks\n: Soon.\n"))
}

/// The cell of an actor on the topic.
fn cell<'a>(page: &'a str, actor: &str) -> &'a str {
    let start = format!("data-topic=\"talks\" data-actor=\"{actor}\">");
    page.split_once(&start).and_then(|(_, rest)| rest.split_once("</td>")).expect("a cell").0
}

#[test]
fn a_topic_s_page_tells_how_each_position_moved_and_on_what_it_depends() {
    let bench = site().build();
    bench.built(&[]);
    let page = bench.read("public/topics/talks/index.html");
    let north = page
        .split_once("id=\"position-north\"")
        .and_then(|(_, rest)| rest.split_once("</section>"))
        .expect("positions")
        .0;
    let items: Vec<&str> = north.split("<li><p>").skip(1).collect();
    assert_eq!(items.len(), 3);
    assert!(
        !items[0].contains("unchanged") && !items[0].contains(">changed<"),
        "the first is no change: {}",
        items[0]
    );
    assert!(
        items[0].contains("only <em>if</em> the guns fall silent")
            && items[0].matches(">Condition<").count() == 2
    );
    assert!(items[1].contains(">unchanged<"), "the same words in other type, with other signs: {}", items[1]);
    assert!(items[2].contains(">changed<") && !items[2].contains(">Condition<"));
    assert_eq!(items[2].matches(">Condition not repeated<").count(), 2);
    assert!(bench.read("public/events/first/index.html").contains("only <em>if</em> the guns fall silent"));
}

#[test]
fn what_one_report_of_an_event_leaves_out_another_may_repeat() {
    let position = |conditions: &str| format!("North on talks\n: Ready now.\n{conditions}");
    let bench = site()
        .article("d.md", article("2025-02-01", "before", &position(": only in spring\n: only by day\n")))
        .article("e.md", article("2025-03-01", "after", &position(": only in spring\n")))
        .article("f.md", article("2025-03-01", "after", &position("")))
        .build();
    bench.built(&[]);
    let page = bench.read("public/topics/talks/index.html");
    let dropped =
        |condition: &str| page.matches(&format!(">Condition not repeated</span> <p>{condition}")).count();
    assert_eq!((dropped("only in spring"), dropped("only by day")), (0, 2));
}

#[test]
fn a_position_is_held_against_that_of_the_event_before_and_not_of_another_report() {
    let bench = site()
        .article(
            "d.md",
            article("2023-05-12", "first", "North on talks\n: Ready now.\n: only if the guns fall silent\n"),
        )
        .article("e.md", article("2023-06-01", "then", "North on talks\n: Ready now.\n: only in spring\n"))
        .build();
    bench.built(&[]);
    let page = bench.read("public/topics/talks/index.html");
    let items: Vec<&str> = page.split("<li><p>").skip(1).collect();
    for first in &items[..2] {
        assert!(
            first.contains("12 May 2023") && !first.contains("hanged") && !first.contains("New"),
            "{first}"
        );
    }
    assert!(
        items[2].contains(">conditions changed<")
            && items[2].contains(">New condition</span> <p>only in spring")
    );
    assert!(
        items[2].contains(">Condition not repeated</span> <p>only if the guns fall silent"),
        "{}",
        items[2]
    );
}

#[test]
fn where_reports_of_one_event_differ_all_that_they_say_is_the_latest_position() {
    let bench = entries()
        .article("d.md", article("2023-06-01", "then", "North on talks\n: Ready now.\n"))
        .article("e.md", article("2023-06-01", "then", "North on talks\n: Not now.\n"))
        .article("f.md", article("2023-06-01", "then", "North on talks\n: Not now.\n"))
        .build();
    bench.built(&[]);
    let page = bench.read("public/positions/index.html");
    let north = cell(&page, "north");
    assert!(north.contains("Ready now.") && north.matches("Not now.").count() == 1, "{north}");
    assert_eq!(north.matches("according to").count(), 2, "{north}");
}

#[test]
fn where_the_order_is_not_known_nothing_has_changed() {
    let bench = entries()
        .article("d.md", article("2023", "some-day", "North on talks\n: Ready now.\n"))
        .article("e.md", article("2023-06-01", "then", "North on talks\n: Not now.\n"))
        .build();
    bench.built(&[]);
    assert!(!bench.read("public/topics/talks/index.html").contains(">changed<"));
}

#[test]
fn the_positions_of_all_stand_on_one_page_now_and_at_the_end_of_each_year() {
    let bench = site().build();
    bench.built(&[]);
    let latest = bench.read("public/positions/index.html");
    assert!(cell(&latest, "north").contains("Never.") && cell(&latest, "north").contains("2 earlier"));
    assert!(cell(&latest, "north").contains("href=\"/topics/talks/#position-north\""));
    assert!(cell(&latest, "south").contains("href=\"/events/third/\""));
    let then = bench.read("public/positions/2023/index.html");
    assert!(
        cell(&then, "north").contains("Ready at <strong>once</strong>")
            && cell(&then, "north").contains("3 September 2023")
    );
    assert_eq!(cell(&then, "south"), "", "nothing was stated by then");
    assert!(!bench.exists("public/positions/2024/index.html"), "nothing was stated in that year");
    assert!(bench.read("public/index.html").contains("href=\"/positions/\""), "the menu leads there");
    let file: Value = serde_json::from_str(&bench.read("public/data/positions.json")).expect("JSON");
    let all = file["positions"].as_array().expect("a list");
    let of = |at: usize| (all[at]["actor"].as_str(), all[at]["event"].as_str(), all[at]["text"].as_str());
    assert_eq!(all.len(), 4);
    assert_eq!(of(0), (Some("north"), Some("first"), Some("Ready at once.")));
    assert_eq!(
        all[0]["conditions"],
        serde_json::json!(["only if the guns fall silent", "and not in winter"])
    );
    assert_eq!(of(3), (Some("south"), Some("third"), Some("Soon.")));
}

#[test]
fn where_nobody_states_anything_there_is_no_trace_of_positions() {
    let bench = Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .actor("north.md", NORTH)
        .topic("talks.md", TALKS)
        .article("a.md", article("2023-05-12", "first", ""))
        .build();
    bench.built(&[]);
    assert!(!bench.exists("public/positions/index.html") && !bench.exists("public/data/positions.json"));
    for page in ["index.html", "data/index.html"] {
        assert!(!bench.read(&format!("public/{page}")).contains("/positions"), "{page}");
    }
}

#[test]
fn a_long_table_is_cut_to_those_who_state_most() {
    let mut site = Site::empty().file("site.yaml", common::SITE_YAML).topic("talks.md", TALKS);
    site = site.topic("grain.md", "---\nname: grain\n---\n");
    let mut positions = String::new();
    for at in 0..9 {
        site = site.actor(&format!("actor-{at}.md"), format!("---\nname: Actor {at}\nkind: state\n---\n"));
        let topic = if at == 5 { "grain" } else { "talks" };
        positions += &format!("actor-{at} on {topic}\n: Yes.\n\n");
    }
    positions += "actor-8 on talks\n: Indeed.\n";
    let bench = site.article("a.md", article("2023-05-12", "first", &positions)).build();
    bench.built(&[]);
    let page = bench.read("public/positions/index.html");
    let shown: Vec<String> =
        (0..9).map(|at| format!("data-actor=\"actor-{at}\"")).filter(|cell| page.contains(cell)).collect();
    assert_eq!(shown.len(), 6);
    assert!(page.contains("data-actor=\"actor-8\""), "who states most is among them");
    assert!(page.contains("More actors and topics"));
    assert!(!page.contains("data-topic=\"grain\""), "on this, none of these states anything");
}

#[test]
fn a_position_stands_on_the_pages_of_its_actor_and_topic_even_where_the_event_names_neither() {
    let bench = Site::empty()
        .file("site.yaml", common::SITE_YAML)
        .actor("north.md", NORTH)
        .actor("south.md", SOUTH)
        .topic("talks.md", TALKS)
        .topic("grain.md", "---\nname: grain\n---\n")
        .article(
            "a.md",
            article("2023-05-12", "first topics=grain actors=south", "North on talks\n: Never.\n"),
        )
        .build();
    bench.built(&[]);
    for (page, anchor) in [("topics/talks", "position-north"), ("actors/north", "position-talks")] {
        let html = bench.read(&format!("public/{page}/index.html"));
        let section =
            html.split_once(&format!("id=\"{anchor}\"")).map(|(_, rest)| rest.split("</section>").next());
        let section = section.flatten().unwrap_or_default();
        assert!(section.contains("Never.") && section.contains("/events/first/"), "{page}: {section}");
    }
    assert!(cell(&bench.read("public/positions/index.html"), "north").contains("Never."));
}
