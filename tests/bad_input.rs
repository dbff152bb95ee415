//! Bad input, row by row: each mistake is reported once, with its place and what
//! to do; the other files are checked too; what was published stays as it was.
//! (All of this is asserted by `Mistake::holds`.)

mod common;

use common::mistake::Mistake;
use common::{SITE_YAML, Site};

fn account(heading_and_text: &str) -> String {
    format!("---\ntitle: Bad\n---\n\n{heading_and_text}\n")
}

#[test]
fn an_unknown_key_names_the_nearest() {
    let text = "---\ntitle: Bad\n«publsher: Example Gazette\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(text, "unknown-key").says("publisher").holds();
}

#[test]
fn an_unknown_key_deep_in_the_settings_is_found_too() {
    let text = format!("{SITE_YAML}licence:\n  name: CC BY 4.0\n  «urll: https://licence.example/\n");
    Mistake::file("site.yaml", &text, "unknown-key").says("url").holds();
}

/// The same word stands as a key of an inner mapping further up.
#[test]
fn the_caret_stands_below_the_outer_key_not_below_an_inner_one_of_the_same_name() {
    let text = "---\nname: Bad\nkind: person\nroles:\n  - title: Envoy\n«title: Envoy\n---\n";
    Mistake::file("content/actors/bad.md", text, "unknown-key").holds();
}

#[test]
fn front_matter_is_missing() {
    Mistake::article("«# A report\n\nText.\n", "front-matter-missing").holds();
}

#[test]
fn front_matter_is_unclosed() {
    Mistake::article("«---\ntitle: Bad\n\nText.\n", "front-matter-unclosed").holds();
}

#[test]
fn front_matter_is_not_a_mapping() {
    Mistake::article("---\n«- title\n- publisher\n---\n\nText.\n", "front-matter-not-mapping").holds();
}

#[test]
fn a_value_has_the_wrong_type() {
    let text = "---\ntitle: «2025\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(text, "wrong-type").says("quotation marks").holds();
}

#[test]
fn what_stands_behind_a_comma_is_no_key_and_a_type_has_a_dot() {
    Mistake::attributes("«consult", "unknown-attribute").says("`.consult`").holds();
    let text = "---\ndecisions:\n  date:« {value: 2025-09-03, why: One, and another.}\n---\n";
    Mistake::file("content/events/arrives.md", text, "unknown-key").says("quotation marks").holds();
}

#[test]
fn what_is_due_stands_below_the_agreement() {
    let text = "---\n«due:\n  - {date: 2025-12-01, what: X}\n---\n";
    Mistake::file("content/events/arrives.md", text, "misplaced-key").says("below `agreement:`").holds();
}

#[test]
fn a_heading_with_a_type_begins_with_a_date() {
    let text = "---\ntitle: Bad\n---\n\n«## September 2025 Talks go on {#talks .consult}\n";
    Mistake::article(text, "unreadable-date").says("3 September 2025: Headline").holds();
}

#[test]
fn an_empty_title_counts_as_missing() {
    Mistake::article("---\n«title: \"\"\n---\n\n## 2025-09-05: Talks go on\n", "missing-key").holds();
}

#[test]
fn a_day_that_the_calendar_does_not_have() {
    let text = "---\ntitle: Bad\npublished: «2025-02-30\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(text, "impossible-date").says("2025-02-30").holds();
}

#[test]
fn a_month_that_the_calendar_does_not_have() {
    Mistake::article(&account("## «2025-13: Talks go on"), "impossible-date").says("2025-13").holds();
}

#[test]
fn a_date_that_cannot_be_read() {
    Mistake::article(&account("## «03.09.2025: Talks go on"), "unreadable-date")
        .says("3 September 2025")
        .holds();
}

#[test]
fn an_end_before_its_start() {
    Mistake::article(&account("## «2025-09-05/2025-09-03: Talks go on"), "reversed-range")
        .says("swap")
        .holds();
}

#[test]
fn a_dated_heading_without_headline() {
    Mistake::article(&account("«## 3 September 2025 {#talks-go-on}"), "missing-headline").holds();
}

#[test]
fn an_unknown_actor_names_the_nearest() {
    Mistake::attributes("actors=«an-example", "unknown-actor").says("ann-example").holds();
}

#[test]
fn an_unknown_topic_names_the_nearest() {
    Mistake::attributes("topics=«ceasefires", "unknown-topic").says("ceasefire").holds();
}

#[test]
fn an_unknown_place_names_the_nearest() {
    Mistake::attributes("place=«genva", "unknown-place").says("geneva").holds();
}

#[test]
fn an_unknown_type_names_the_nearest() {
    Mistake::attributes(".«consutl", "unknown-type").says("consult").holds();
}

#[test]
fn an_alias_that_two_actors_claim() {
    let text = "---\nname: Zed\nkind: person\naliases: [Z, «Ann Example]\n---\n";
    Mistake::file("content/actors/zed.md", text, "ambiguous-alias").says("ann-example").holds();
}

#[test]
fn a_position_of_an_unknown_actor() {
    let text = account("## 2025-09-05: Talks go on\n\n«An Exampel on ceasefire\n: It has to hold.");
    Mistake::article(&text, "unknown-actor").says("Ann Example").holds();
}

#[test]
fn a_position_on_an_unknown_topic() {
    let text = account("## 2025-09-05: Talks go on\n\n«Ann Example on ceasefires\n: They have to hold.");
    Mistake::article(&text, "unknown-topic").says("ceasefire").holds();
}

#[test]
fn two_entries_with_the_same_id() {
    let again = "---\nname: Another Name\nkind: person\n---\n";
    Mistake::bytes("content/actors/sub/ann-example.md", again, "duplicate-id")
        .says("content/actors/ann-example.md")
        .holds();
}

#[test]
fn a_page_at_an_address_of_dateline() {
    Mistake::bytes("content/pages/events.md", "---\ntitle: Ours\n---\n", "url-collision")
        .says("/events/")
        .holds();
}

#[test]
fn a_static_file_at_the_address_of_a_page() {
    Mistake::bytes("static/about/index.html", "<p>", "url-collision").says("content/pages/about.md").holds();
}

/// On disk a file `about` and a folder `about/` cannot both be.
#[test]
fn a_static_file_where_a_page_needs_a_folder() {
    Mistake::bytes("static/about", "text", "url-collision").holds();
}

#[test]
fn a_static_folder_where_a_file_is_made() {
    Mistake::bytes("static/feed.xml/x.txt", "text", "url-collision").holds();
}

#[test]
fn an_id_that_is_no_slug() {
    Mistake::attributes("#«Talks_Go_On", "invalid-id").says("talks-go-on").holds();
}

#[test]
fn a_file_name_that_is_no_slug() {
    let text = account("## 2025-09-05: Talks go on");
    Mistake::bytes("content/articles/Bad Name.md", text, "invalid-id").says("bad-name.md").holds();
}

#[test]
fn an_id_that_would_leave_the_output_folder() {
    let text = "---\ntitle: Bad\ndate: 2025-09-05\nid: «../../outside\n---\n\nText.\n";
    Mistake::article(text, "invalid-id").holds();
}

#[test]
fn an_old_id_that_would_leave_the_output_folder() {
    let text = "---\ntitle: Bad\nredirect_from: [«../../outside]\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(text, "invalid-id").holds();
}

#[test]
fn a_javascript_link() {
    let text = account("## 2025-09-05: Talks go on\n\nSee «[this](javascript:alert(1)) there.");
    Mistake::article(&text, "unsafe-link").says("javascript:").holds();
}

#[test]
fn a_javascript_link_in_front_matter() {
    let text = "---\ntitle: Bad\nurl: «javascript:alert(1)\n---\n\n## 2025-09-05: Talks go on\n";
    Mistake::article(text, "unsafe-link").holds();
}

#[test]
fn diagnostics_of_a_build_as_json_are_json() {
    let bench = Site::new().article("bad.md", "").build();
    let ran = bench.run(&["build", "--format", "json"]);
    let json = if ran.stdout.is_empty() { &ran.stderr } else { &ran.stdout };
    assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{json}");
}

/// Content is not trusted: it must not speak to the terminal.
#[test]
fn messages_hold_no_control_characters() {
    let text = "---\ntitle: Bad\nlanguage: \"\\e[31mred\\n\\x07\"\n---\n\n## 2025-09-05: Talks go on\n";
    let bench = Site::new().article("bad.md", text).build();
    for format in ["human", "short"] {
        let shown = bench.run(&["check", "--format", format]).stdout;
        assert!(!shown.contains(['\u{1b}', '\u{7}']), "{format}: {shown:?}");
    }
    // One line for the control characters, one for what is left, which is no language.
    assert_eq!(bench.run(&["check", "--format", "short"]).stdout.lines().count(), 2);
}

#[test]
fn an_address_with_a_password_is_refused_wherever_it_stands() {
    let address = "https://editor:secret@gazette.example/a";
    let text = format!("---\ntitle: Bad\nurl: «{address}\n---\n\n## 2025-09-05: Talks go on\n");
    Mistake::article(&text, "unsafe-link").says("before the `@`").holds();
    let text = account(&format!("## 2025-09-05: Talks go on\n\n«[The report]({address}) says so."));
    Mistake::article(&text, "unsafe-link").says("before the `@`").holds();
}

#[test]
fn half_an_address_is_refused() {
    for half in ["https://", "http://[::1", "https://a b.example/", "https://gazette.example:port/"] {
        let text = format!("---\ntitle: Bad\nurl: \"{half}\"\n---\n\n## 2025-09-05: Talks go on\n");
        let found = Site::new().article("bad.md", text).build().the_one("invalid-value", &[]);
        assert_eq!((&found["at"]["line"], &found["at"]["column"]), (&3.into(), &6.into()), "{found:#?}");
    }
}
