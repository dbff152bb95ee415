//! When an event was first published, when it last changed, and which corrections are asked for: the
//! fields of `permalinks.lock`.

mod common;

use common::{Bench, Site};
use serde_json::Value;

/// The line of an event in the lock.
fn line(bench: &Bench, id: &str) -> String {
    let lock = bench.read("permalinks.lock");
    let prefix = format!("events/{id}");
    let of_id = |line: &&str| line.split(' ').next() == Some(&prefix);
    lock.lines().find(of_id).unwrap_or_else(|| panic!("no `{id}` in {lock}")).to_owned()
}

fn published() -> Bench {
    let bench = Site::new().build();
    bench.built(&["--today", "2025-09-05"]);
    bench
}

/// The site's one article with some words exchanged.
fn edit(bench: &Bench, from: &str, to: &str) {
    let text = bench.read("content/articles/good.md");
    assert!(text.contains(from), "{text}");
    bench.write("content/articles/good.md", text.replace(from, to));
}

fn warned(bench: &Bench, day: &str) -> Value {
    bench.the_one("uncorrected-change", &["--today", day])
}

fn codes(bench: &Bench, day: &str) -> Vec<String> {
    let found = bench.diagnostics(&["--today", day]);
    found.iter().map(|one| one["code"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_lock_keeps_the_day_of_publication_and_the_facts() {
    let bench = published();
    let line = line(&bench, "arrives");
    let (facts, said) = line.split_once(" said=").expect("a hash");
    assert_eq!(
        facts,
        "events/arrives published=2025-09-05 date=2025-09-03 type=consult place=geneva actors=ann-example"
    );
    assert!(said.len() == 16 && said.bytes().all(|b| b.is_ascii_hexdigit()), "{said}");
    let page = bench.read("public/events/arrives/index.html");
    assert!(page.contains("First published <time datetime=\"2025-09-05\">5 September 2025</time>"), "{page}");
    assert!(!page.contains("Last changed"));
}

#[test]
fn of_a_mistake_nobody_owes_a_correction() {
    let bench = published();
    edit(&bench, "## 3 September 2025:", "## 3 Septembr 2025:");
    assert_eq!(codes(&bench, "2025-09-10"), ["unreadable-date"]);
}

#[test]
fn the_day_is_that_of_the_option_or_of_the_environment_or_of_the_clock() {
    let bench = Site::new().build();
    bench.built(&[]);
    assert!(line(&bench, "arrives").contains("published=2025-09-05"));
    // The moment is one of UTC, the day that of the site.
    let bench =
        Site::new().file("site.yaml", format!("{}timezone: Pacific/Kiritimati\n", common::SITE_YAML)).build();
    bench.built(&[]);
    assert!(line(&bench, "arrives").contains("published=2025-09-06"));
    let bench = Site::new().build();
    let clock = bench.command().env_remove("SOURCE_DATE_EPOCH").arg("build").output().expect("it runs");
    assert!(clock.status.success());
    assert!(
        line(&bench, "arrives").contains("published=2") && !line(&bench, "arrives").contains("2025-09-05")
    );
    let wrong = bench.command().env("SOURCE_DATE_EPOCH", "yesterday").arg("build").output().expect("it runs");
    assert_eq!(wrong.status.code(), Some(3));
}

#[test]
fn a_build_that_changes_nothing_leaves_the_lock_byte_for_byte() {
    let bench = Site::new().events(20).build();
    bench.built(&["--today", "2025-09-05"]);
    let before = bench.files("");
    // Another day, other line ends, spaces at the ends of lines: nothing is said that was not.
    edit(&bench, "Ann Example spoke of a ceasefire.\n", "Ann Example spoke of a ceasefire.  \r\n");
    bench.built(&["--today", "2026-01-01"]);
    assert_eq!(bench.files("")["permalinks.lock"], before["permalinks.lock"]);
    bench.built(&["--locked"]);
}

#[test]
fn a_change_of_words_is_dated_and_needs_no_correction() {
    for (from, to) in [
        ("spoke of a ceasefire", "talked of a ceasefire"),
        ("Ann Example arrives", "Ann Example lands"),
        ("> a short quotation", "> another quotation"),
        ("{#arrives .consult}", "{#arrives .consult time=14:30}"),
    ] {
        let bench = published();
        edit(&bench, from, to);
        assert_eq!(codes(&bench, "2025-09-09"), [""; 0], "{to}");
        assert_eq!(bench.run(&["build", "--locked"]).code, Some(1), "{to}");
        bench.built(&["--today", "2025-09-09"]);
        assert!(line(&bench, "arrives").contains("published=2025-09-05 changed=2025-09-09 date="), "{to}");
        assert!(
            bench
                .read("public/events/arrives/index.html")
                .contains("Last changed <time datetime=\"2025-09-09\">")
        );
        // The day stays when nothing changes, and moves on when something does.
        bench.built(&["--today", "2025-09-10"]);
        assert!(line(&bench, "arrives").contains("changed=2025-09-09"), "{to}");
        edit(&bench, to, from);
        bench.built(&["--today", "2025-09-11"]);
        assert!(line(&bench, "arrives").contains("changed=2025-09-11"), "{to}");
    }
}

#[test]
fn a_change_on_the_day_of_publication_is_no_change() {
    let bench = published();
    edit(&bench, "spoke of a ceasefire", "talked of a ceasefire");
    bench.built(&["--today", "2025-09-05"]);
    assert!(!line(&bench, "arrives").contains("changed="));
    bench.built(&["--locked", "--today", "2025-09-09"]);
}

#[test]
fn locked_refuses_whatever_would_change_the_lock() {
    let bench = published();
    let before = bench.read("permalinks.lock");
    edit(&bench, "spoke of a ceasefire", "talked of a ceasefire");
    let found = bench.the_one("lock-outdated", &["--locked"]);
    assert!(found["message"].as_str().unwrap().contains("`arrives`"), "{found:#?}");
    assert_eq!(bench.run(&["build", "--locked"]).code, Some(1));
    assert_eq!(bench.read("permalinks.lock"), before);
}

/// What a change of a fact is, and the lines that the warning gives.
#[test]
fn a_change_of_a_fact_is_a_warning_with_the_lines_to_paste() {
    for (from, to, field, old, new) in [
        ("3 September 2025", "4 September 2025", "date", "    old: 2025-09-03\n", "    new: 2025-09-04\n"),
        ("3 September 2025", "September 2025", "date", "    old: 2025-09-03\n", "    new: 2025-09\n"),
        (".consult", ".reject", "type", "    old: consult\n", "    new: reject\n"),
        ("arrives in Geneva", "arrives", "place", "    old: geneva\n", ""),
        (
            ".consult",
            ".consult actors=bob-example",
            "actors",
            "    old: [ann-example]\n",
            "    new: [bob-example]\n",
        ),
        (".consult", ".consult recipients=bob-example", "recipients", "", "    new: [bob-example]\n"),
    ] {
        let bench = published();
        bench.write("content/actors/bob-example.md", "---\nname: Bob Example\nkind: person\n---\n");
        edit(&bench, from, to);
        let found = warned(&bench, "2025-09-09");
        assert_eq!((&found["severity"], &found["at"]["line"]), (&"warning".into(), &8.into()), "{to}");
        let message =
            format!("the {field} of the published event `arrives` has changed, and no correction says so");
        assert_eq!(found["message"], message, "{to}");
        assert!(found["help"].as_str().unwrap().contains("write this into `content/events/arrives.md`"));
        let lines = found["paste"].as_str().unwrap();
        let expected =
            format!("---\ncorrections:\n  - date: 2025-09-09\n    field: {field}\n{old}{new}    why: …\n---");
        assert_eq!(lines, expected, "{to}");
        // As they are, the lines still want a reason; with one, all is well.
        bench.write("content/events/arrives.md", lines);
        assert_eq!(bench.error_codes(&[]), ["missing-key"], "{to}");
        bench.write("content/events/arrives.md", lines.replace('…', "A slip of ours."));
        assert_eq!(codes(&bench, "2025-09-09"), [""; 0], "{to}");
        bench.built(&["--today", "2025-09-09"]);
        let page = bench.read("public/events/arrives/index.html");
        assert!(page.contains("A slip of ours.") && page.contains("<a href=\"#corrections\">"), "{page}");
    }
}

#[test]
fn the_warning_is_given_until_a_build_has_published_the_change() {
    let bench = published();
    edit(&bench, "3 September 2025", "4 September 2025");
    warned(&bench, "2025-09-09");
    warned(&bench, "2025-09-09");
    let ran = bench.built(&["--today", "2025-09-09"]);
    assert!(
        ran.stderr.contains("uncorrected-change") && ran.stderr.contains("field: date"),
        "{}",
        ran.stderr
    );
    assert_eq!(codes(&bench, "2025-09-09"), [""; 0]);
    assert!(line(&bench, "arrives").contains("date=2025-09-04"));
}

#[test]
fn several_changes_are_one_warning_and_an_overlay_is_added_to() {
    let bench = published();
    bench.write(
        "content/events/arrives.md",
        "---\ntitle: Another title\ndate: 2025-09-04\ntype: agree\n---\n",
    );
    let found = warned(&bench, "2025-09-09");
    assert!(found["message"].as_str().unwrap().starts_with("the date and type of"), "{found:#?}");
    let help = found["help"].as_str().unwrap();
    assert!(help.contains("add this to the keys of `content/events/arrives.md`"), "{help}");
    let lines = found["paste"].as_str().unwrap();
    assert!(lines.starts_with("corrections:\n  - date:") && lines.contains("field: type"), "{lines}");
    assert!(!lines.contains("---"), "{lines}");
    // One of the two is told, and the other is not.
    let told = "corrections:\n  - date: 2025-09-09\n    field: date\n    old: 2025-09-03\n    new: 4 September 2025\n    why: A slip.\n";
    bench.write("content/events/arrives.md", format!("---\ndate: 2025-09-04\ntype: agree\n{told}---\n"));
    let found = warned(&bench, "2025-09-09");
    assert!(found["message"].as_str().unwrap().starts_with("the type of"), "{found:#?}");
    assert!(found["help"].as_str().unwrap().contains("add this to `corrections:` in"), "{found:#?}");
    let item = "  - date: 2025-09-09\n    field: type\n    old: consult\n    new: agree\n    why: …";
    assert_eq!(found["paste"], item);
}

/// People copy from the terminal: the lines begin at the very left.
#[test]
fn the_lines_to_paste_are_not_indented() {
    let bench = published();
    edit(&bench, "3 September 2025", "4 September 2025");
    let shown = bench.run(&["check", "--today", "2025-09-09"]).stdout;
    assert!(shown.contains("\n---\ncorrections:\n  - date: 2025-09-09\n    field: date\n"), "{shown}");
}

#[test]
fn only_the_last_correction_of_a_field_counts() {
    let bench = published();
    let correction = |day: &str, old: &str, new: &str| {
        format!("  - date: {day}\n    field: date\n    old: {old}\n    new: {new}\n    why: A slip.\n")
    };
    let overlay =
        |date: &str, corrections: String| format!("---\ndate: {date}\ncorrections:\n{corrections}---\n");
    let first = correction("2025-09-09", "2025-09-03", "2025-09-04");
    bench.write("content/events/arrives.md", overlay("2025-09-04", first.clone()));
    bench.built(&["--today", "2025-09-09"]);
    let back = correction("2025-09-10", "2025-09-04", "2025-09-03");
    bench.write("content/events/arrives.md", overlay("2025-09-03", first.clone()));
    warned(&bench, "2025-09-10");
    bench.write("content/events/arrives.md", overlay("2025-09-03", back.clone() + &first));
    assert_eq!(codes(&bench, "2025-09-10"), [""; 0]);
    bench.built(&["--today", "2025-09-10"]);
    bench.write("content/events/arrives.md", overlay("2025-09-04", back + &first));
    warned(&bench, "2025-09-11");
}

#[test]
fn an_entry_that_is_renamed_changes_no_event() {
    let bench = published();
    for (folder, old, text) in [
        (
            "actors",
            "ann-example",
            "---\nname: Ann Example\nkind: person\nredirect_from: [ann-example]\n---\n",
        ),
        ("places", "geneva", "---\nname: Geneva\nredirect_from: [geneva]\n---\n"),
    ] {
        bench.remove(&format!("content/{folder}/{old}.md"));
        bench.write(&format!("content/{folder}/new.md"), text);
    }
    assert_eq!(codes(&bench, "2025-09-09"), [""; 0]);
    bench.built(&["--today", "2025-09-09"]);
    let line = line(&bench, "arrives");
    assert!(line.contains("place=new actors=new") && !line.contains("changed="), "{line}");
}

#[test]
fn a_lock_of_ids_alone_is_read_and_completed_without_making_up_a_day() {
    let bench = published();
    let old = "# comment\nactors/ann-example\narticles/good\nevents/arrives\npages/about\nplaces/geneva\ntopics/ceasefire\n";
    bench.write("permalinks.lock", old);
    assert_eq!(codes(&bench, "2025-09-09"), [""; 0]);
    bench.the_one("lock-outdated", &["--locked"]);
    bench.built(&["--today", "2025-09-09"]);
    assert!(line(&bench, "arrives").starts_with("events/arrives date=2025-09-03 type=consult"));
    assert!(!bench.read("public/events/arrives/index.html").contains("First published"));
    bench.built(&["--locked"]);
    // Whoever knows the day may write it down.
    bench.write(
        "permalinks.lock",
        bench.read("permalinks.lock").replace("arrives date", "arrives published=2024-01-02 date"),
    );
    bench.built(&["--locked"]);
    assert!(bench.read("public/events/arrives/index.html").contains("2 January 2024"));
}

#[test]
fn a_damaged_field_is_an_error_at_its_place() {
    for (wrong, words) in [
        ("published=yesterday", "`yesterday` is no day"),
        ("date=2025-13-01", "`2025-13-01` is no date"),
        ("type=party", "`party` is no event type"),
        ("actors=a,,b", "`a,,b` is no list of ids"),
        ("publshed=2025-09-05", "`publshed=2025-09-05` is not known here"),
        ("published=", "`published=` is not known here"),
        ("said=a said=b", "`said` stands here twice"),
    ] {
        let bench = Site::new().lock(&format!("articles/good\nevents/arrives {wrong}\n")).build();
        let found = bench.the_one("invalid-lock", &[]);
        assert_eq!((found["at"]["line"].as_u64(), &found["message"]), (Some(2), &words.into()), "{found:#?}");
    }
    for (lock, words) in [
        ("articles/good said=a\n", "only events have more than an id"),
        ("events/arrives said=a\nevents/arrives said=b\n", "`events/arrives` stands here twice"),
    ] {
        let bench = Site::new().lock(lock).build();
        let found = bench.the_one("invalid-lock", &[]);
        assert!(found["message"].as_str().unwrap().contains(words), "{found:#?}");
    }
}

#[test]
fn drafts_leave_the_lock_as_it_is() {
    let bench = published();
    let draft = "---\ntitle: Draft\n---\n\n## 2025-09-04: Ann Example arrives again {#arrives status=draft}\n\nMore.\n";
    bench.write("content/articles/draft.md", draft);
    let before = bench.read("permalinks.lock");
    bench.built(&["--drafts", "--today", "2025-09-09"]);
    assert_eq!(bench.read("permalinks.lock"), before);
    // An event that is new beside a draft of it is published on that day, and says what it says without the draft.
    let bench = Site::new().article("draft.md", draft).build();
    bench.built(&["--drafts", "--today", "2025-09-09"]);
    assert_eq!(line(&bench, "arrives"), "events/arrives published=2025-09-09");
    bench.built(&["--today", "2025-09-10"]);
    let line = line(&bench, "arrives");
    assert!(line.contains("published=2025-09-09 date=2025-09-03") && !line.contains("changed="), "{line}");
}

#[test]
fn a_withdrawn_event_keeps_its_days_and_facts() {
    let bench = published();
    let facts = line(&bench, "arrives");
    let facts = facts.split_once(" said=").unwrap().0.split_once(" date=").unwrap().1.to_owned();
    bench.write("content/events/arrives.md", "---\nstatus: withdrawn\nreason: It was not so.\n---\n");
    assert_eq!(codes(&bench, "2025-09-09"), [""; 0]);
    bench.built(&["--today", "2025-09-09"]);
    let line = line(&bench, "arrives");
    assert!(line.contains(&format!("published=2025-09-05 changed=2025-09-09 date={facts} said=")), "{line}");
    let page = bench.read("public/events/arrives/index.html");
    assert!(page.contains("First published") && page.contains("Last changed"), "{page}");
    bench.built(&["--locked", "--today", "2025-09-12"]);
}
