//! A published id never disappears: what `permalinks.lock` promises.

mod common;

use common::{Bench, Site};
use serde_json::Value;

/// A published site with the event `arrives`, which is then renamed to `arrives-there`.
fn renamed() -> Bench {
    let bench = Site::new().build();
    bench.built(&[]);
    bench.write("content/articles/good.md", common::GOOD_ARTICLE.replace("{#arrives ", "{#arrives-there "));
    bench
}

fn help(found: &Value) -> &str {
    found["help"].as_str().unwrap_or_default()
}

fn redirects_from(old: &str) -> String {
    format!("---\nredirect_from: [{old}]\n---\n")
}

#[test]
fn a_renamed_event_is_an_error_that_names_the_nearest_and_the_ways_out() {
    let bench = renamed();
    let before = (bench.files("public"), bench.read("permalinks.lock"));
    let found = bench.the_one("lost-permalink", &[]);
    assert_eq!(found["severity"], "error");
    assert_eq!((&found["at"]["file"], &found["at"]["width"]), (&"permalinks.lock".into(), &14.into()));
    assert!(found["at"]["source"].as_str().unwrap_or_default().starts_with("events/arrives "), "{found:#?}");
    for words in
        ["arrives-there", "redirect_from: [arrives]", "content/events/arrives-there.md", "status: withdrawn"]
    {
        assert!(help(&found).contains(words), "`{words}` is not in: {}", help(&found));
    }
    assert_eq!(bench.run(&["build"]).code, Some(1));
    assert!((bench.files("public"), bench.read("permalinks.lock")) == before);
}

#[test]
fn a_redirect_mends_it_and_leads_on_without_scripts() {
    let bench = renamed();
    bench.write("content/events/arrives-there.md", redirects_from("arrives"));
    bench.built(&[]);
    let page = bench.read("public/events/arrives/index.html");
    for part in [
        "<meta http-equiv=\"refresh\" content=\"0; url=/events/arrives-there/\">",
        "<link rel=\"canonical\" href=\"https://talks.example/events/arrives-there/\">",
        "<a href=\"/events/arrives-there/\">",
        "noindex",
    ] {
        assert!(page.contains(part), "`{part}` is not in: {page}");
    }
    assert_eq!(bench.read("public/_redirects"), "/events/arrives/ /events/arrives-there/ 301\n");
    assert!(!bench.read("public/sitemap.xml").contains("/events/arrives/<"));
    let lock = bench.read("permalinks.lock");
    assert!(lock.contains("events/arrives ") && lock.contains("events/arrives-there "), "{lock}");
    bench.built(&["--locked"]);
}

#[test]
fn an_id_that_only_ever_led_on_is_kept_like_any_other() {
    let bench = Site::new().overlay("arrives.md", redirects_from("from-before")).build();
    bench.built(&[]);
    assert!(bench.read("permalinks.lock").contains("events/from-before\n"));
    bench.built(&["--locked"]);
    bench.remove("content/events/arrives.md");
    assert_eq!(bench.the_one("lost-permalink", &[])["at"]["source"], "events/from-before");
}

#[test]
fn a_redirect_keeps_to_the_path_of_the_site() {
    let bench = renamed();
    bench.write("content/events/arrives-there.md", redirects_from("arrives"));
    bench.built(&["--base-url", "https://host.example/talks/"]);
    assert!(bench.read("public/events/arrives/index.html").contains("url=/talks/events/arrives-there/"));
    assert_eq!(bench.read("public/_redirects"), "/talks/events/arrives/ /talks/events/arrives-there/ 301\n");
}

#[test]
fn a_withdrawn_event_keeps_its_page_with_the_reason() {
    let bench = Site::new().build();
    bench.built(&[]);
    bench.remove("content/articles/good.md");
    bench.write(
        "content/articles/good.md",
        "---\ntitle: Ann Example in Geneva\n---\n\nNothing of it was true.\n",
    );
    let overlay = "---\nstatus: withdrawn\nreason: The report was <retracted>.\n---\n";
    bench.write("content/events/arrives.md", overlay);
    bench.built(&[]);
    let page = bench.read("public/events/arrives/index.html");
    assert!(page.contains("The report was &lt;retracted&gt;.") && page.contains("noindex"), "{page}");
    assert!(bench.read("permalinks.lock").contains("events/arrives "));
    for list in ["public/index.html", "public/data/events.json", "public/feed.xml", "public/sitemap.xml"] {
        assert!(!bench.read(list).contains("events/arrives"), "{list}");
    }
}

#[test]
fn an_event_with_accounts_can_be_withdrawn_too() {
    let bench =
        Site::new().overlay("arrives.md", "---\nstatus: withdrawn\nreason: An error of ours.\n---\n").build();
    bench.built(&[]);
    assert!(bench.read("public/events/arrives/index.html").contains("An error of ours."));
    for list in ["public/index.html", "public/data/events.json", "public/feed.xml", "public/calendar.ics"] {
        assert!(!bench.read(list).contains("events/arrives"), "{list}");
    }
}

#[test]
fn a_withdrawn_event_without_reason_is_an_error() {
    for reason in ["", "reason: \"\"\n", "reason:\n"] {
        let bench =
            Site::new().overlay("arrives.md", format!("---\nstatus: withdrawn\n{reason}---\n")).build();
        let found = bench.the_one("missing-reason", &[]);
        assert_eq!(
            (found["at"]["line"].as_u64(), found["at"]["column"].as_u64()),
            (Some(2), Some(1)),
            "{found:#?}"
        );
        assert!(help(&found).contains("reason:"));
    }
}

#[test]
fn locked_refuses_new_ids_and_changes_nothing() {
    let bench = Site::new().build();
    bench.built(&[]);
    bench.built(&["--locked"]);
    let before = (bench.files("public"), bench.read("permalinks.lock"));
    bench.write("content/topics/new-topic.md", "---\nname: new topic\n---\n");
    let found = bench.the_one("lock-outdated", &["--locked"]);
    assert!(
        found["message"].as_str().unwrap().contains("new-topic") && help(&found).contains("--locked"),
        "{found:#?}"
    );
    assert_eq!(bench.run(&["build", "--locked"]).code, Some(1));
    assert!((bench.files("public"), bench.read("permalinks.lock")) == before);
    bench.built(&[]);
    bench.built(&["--locked"]);
}

#[test]
fn locked_without_a_lock_is_an_error() {
    let bench = Site::new().build();
    assert_eq!(bench.run(&["build", "--locked"]).code, Some(1));
    assert!(!bench.exists("permalinks.lock") && !bench.exists("public"));
}

#[test]
fn a_redirect_to_itself_is_an_error() {
    let bench = Site::new().overlay("arrives.md", redirects_from("arrives")).build();
    let found = bench.the_one("redirect-clash", &[]);
    assert_eq!(
        (found["at"]["line"].as_u64(), found["at"]["column"].as_u64()),
        (Some(2), Some(17)),
        "{found:#?}"
    );
}

#[test]
fn a_redirect_from_an_id_in_use_is_an_error() {
    let other = "---\ntitle: Other\n---\n\n## 2025-09-06: They part {#parts}\n";
    let bench = Site::new().article("other.md", other).overlay("parts.md", redirects_from("arrives")).build();
    let found = bench.the_one("redirect-clash", &[]);
    assert!(found["message"].as_str().unwrap().contains("still in use"), "{found:#?}");
}

/// One event was two: both name its id, and readers choose.
#[test]
fn an_id_that_two_events_name_is_a_page_that_leads_to_both() {
    let other = "---\ntitle: Other\n---\n\n## 2025-09-06: They part {#parts}\n";
    let site = Site::new().article("other.md", other).overlay("parts.md", redirects_from("old"));
    let bench = site.overlay("arrives.md", redirects_from("old")).lock("events/old\n").build();
    bench.built(&[]);
    let page = bench.read("public/events/old/index.html");
    for part in ["href=\"/events/arrives/\"", "href=\"/events/parts/\"", "They part", "noindex"] {
        assert!(page.contains(part), "`{part}` is not in: {page}");
    }
    assert!(!page.contains("http-equiv=\"refresh\""));
    assert_eq!(bench.read("public/_redirects"), "");
    assert!(!bench.read("public/sitemap.xml").contains("/events/old/"));
    bench.built(&["--locked"]);
}

#[test]
fn an_actor_can_become_two_as_well() {
    let actor = |name: &str| format!("---\nname: {name}\nkind: group\nredirect_from: [old]\n---\n");
    let bench =
        Site::new().actor("left.md", actor("Left Wing")).actor("right.md", actor("Right Wing")).build();
    bench.built(&[]);
    let page = bench.read("public/actors/old/index.html");
    assert!(page.contains("Left Wing") && page.contains("href=\"/actors/right/\""), "{page}");
}

#[test]
fn an_id_that_one_event_names_twice_is_an_error() {
    let bench = Site::new().overlay("arrives.md", redirects_from("old, old")).build();
    assert!(bench.the_one("redirect-clash", &[])["message"].as_str().unwrap().contains("twice"));
}

/// `oldest` was merged into `old`, and `old` into `arrives`. The overlay of `old` is left: it is said where its ids belong.
#[test]
fn a_chain_of_redirects_is_an_error_that_says_how_to_mend_it() {
    let site =
        Site::new().overlay("arrives.md", redirects_from("old")).overlay("old.md", redirects_from("oldest"));
    let bench = site.lock("events/old\nevents/oldest\n").build();
    let found = bench.the_one("unknown-event", &[]);
    assert_eq!(found["at"]["file"], "content/events/old.md");
    for words in ["add oldest", "`redirect_from` in `content/events/arrives.md`", "delete"] {
        assert!(help(&found).contains(words), "{found:#?}");
    }
    bench.remove("content/events/old.md");
    assert_eq!(bench.error_codes(&[]), ["lost-permalink"]);
    bench.write("content/events/arrives.md", redirects_from("old, oldest"));
    bench.built(&[]);
    for id in ["old", "oldest"] {
        let page = bench.read(&format!("public/events/{id}/index.html"));
        assert!(page.contains("url=/events/arrives/"), "{page}");
    }
}

#[test]
fn a_circle_of_redirects_is_an_error() {
    let other = "---\ntitle: Other\n---\n\n## 2025-09-06: They part {#parts}\n";
    let site = Site::new().article("other.md", other).overlay("parts.md", redirects_from("arrives"));
    let codes = site.overlay("arrives.md", redirects_from("parts")).build().error_codes(&[]);
    assert_eq!(codes, ["redirect-clash", "redirect-clash"]);
}

#[test]
fn every_kind_of_id_can_be_redirected() {
    let bench = Site::new().build();
    bench.built(&[]);
    let rename = |folder: &str, old: &str, text: &str| {
        bench.remove(&format!("content/{folder}/{old}.md"));
        let moved = text.replacen("---\n", &format!("---\nredirect_from: [{old}]\n"), 1);
        bench.write(&format!("content/{folder}/new.md"), moved);
    };
    rename("actors", "ann-example", "---\nname: Ann Example\nkind: person\n---\n");
    rename("topics", "ceasefire", "---\nname: ceasefire\n---\n");
    rename("places", "geneva", "---\nname: Geneva\n---\n");
    rename("pages", "about", "---\ntitle: About\n---\n");
    rename("articles", "good", common::GOOD_ARTICLE);
    bench.built(&[]);
    for (old, new) in [
        ("actors/ann-example", "actors/new"),
        ("topics/ceasefire", "topics/new"),
        ("places/geneva", "places/new"),
        ("about", "new"),
        ("articles/good", "articles/new"),
    ] {
        assert!(bench.read(&format!("public/{old}/index.html")).contains(&format!("url=/{new}/")), "{old}");
    }
}

#[test]
fn drafts_never_enter_the_lock() {
    let by_heading = "---\ntitle: A\n---\n\n## 2025-09-06: They part {#parts status=draft}\n";
    let by_article = "---\ntitle: B\nstatus: draft\n---\n\n## 2025-09-07: They write {#writes}\n";
    let by_overlay = "---\ntitle: C\n---\n\n## 2025-09-08: They call {#calls}\n";
    let site =
        Site::new().article("a.md", by_heading).article("b.md", by_article).article("c.md", by_overlay);
    let bench = site.overlay("calls.md", "---\nstatus: draft\n---\n").build();
    for arguments in [&[][..], &["--drafts"], &[]] {
        bench.built(arguments);
        let lock = bench.read("permalinks.lock");
        for id in ["events/parts ", "events/writes ", "events/calls ", "articles/a\n", "articles/b\n"] {
            assert!(!lock.contains(id), "{id} is in the lock after {arguments:?}:\n{lock}");
        }
    }
    assert!(!bench.exists("public/events/parts/index.html"));
}

#[test]
fn the_lock_is_sorted_and_stable() {
    let bench = Site::new().events(40).build();
    bench.built(&[]);
    let first = bench.files("")["permalinks.lock"].clone();
    let text = bench.read("permalinks.lock");
    let ids: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    assert_eq!(ids, sorted);
    assert!(text.starts_with('#') && text.ends_with('\n') && !text.contains('\r'));
    bench.built(&[]);
    assert_eq!(bench.files("")["permalinks.lock"], first, "an unchanged lock is not touched");
}

#[test]
fn a_damaged_line_is_an_error_with_its_line() {
    for wrong in ["<<<<<<< HEAD", "events", "event/arrives", "events/../../x", "events/Arrives"] {
        let bench = Site::new().lock(&format!("# a comment\n\nevents/arrives\n{wrong}\n")).build();
        let found = bench.the_one("invalid-lock", &[]);
        assert_eq!((found["at"]["line"].as_u64(), found["at"]["source"].as_str()), (Some(4), Some(wrong)));
        assert_eq!(bench.run(&["build"]).code, Some(1), "{wrong}");
    }
}

#[test]
fn a_lock_with_crlf_and_a_byte_order_mark_is_read() {
    let bench = Site::new().lock("\u{feff}# a comment\r\nevents/arrives\r\nevents/gone\r\n").build();
    let found = bench.the_one("lost-permalink", &[]);
    assert_eq!(
        (found["at"]["line"].as_u64(), found["at"]["source"].as_str()),
        (Some(3), Some("events/gone"))
    );
}

#[test]
fn a_merge_that_is_not_finished_is_told_once() {
    let bench = Site::new().build();
    bench.built(&[]);
    let lock = bench.read("permalinks.lock");
    let line = lock.lines().find(|line| line.starts_with("events/arrives ")).expect("the event is there");
    let other = line.replace("said=", "said=0");
    for marks in [
        format!("<<<<<<< HEAD\n{line}\n=======\n{other}\n>>>>>>> theirs"),
        format!("<<<<<<< HEAD\r\n{line}\r\n||||||| base\r\n=======\r\n{other}\r\n>>>>>>> theirs\r"),
    ] {
        bench.write("permalinks.lock", lock.replace(line, &marks));
        let found = bench.the_one("invalid-lock", &["--locked"]);
        assert!(help(&found).contains("lines of both sides"), "{found:#?}");
        assert_eq!(found["at"]["source"], "<<<<<<< HEAD");
        assert_eq!(bench.error_codes(&["--locked"]), ["invalid-lock"]);
    }
}

#[test]
fn a_line_that_cannot_be_true_is_an_error_at_its_place() {
    for (line, words, column) in [
        ("event/a", "`event` is nothing that has ids", 1),
        ("events/a published=2025-09-01 said=zzz", "`zzz` is no hash", 31),
        ("events/a published=2025-09-31", "`2025-09-31` is no day", 10),
        ("events/a published=2025-09-03 changed=2025-09-02", "cannot have changed on 2025-09-02", 31),
        ("events/a date=soon", "`soon` is no date", 10),
    ] {
        let bench = Site::new().lock(&format!("{line}\n")).build();
        let found = bench.the_one("invalid-lock", &[]);
        assert!(found["message"].as_str().unwrap_or_default().contains(words), "{found:#?}");
        assert_eq!(found["at"]["column"].as_u64(), Some(column), "{found:#?}");
        assert_ne!(help(&found), "");
    }
}

#[test]
fn a_day_of_publication_to_come_is_a_warning() {
    let bench = Site::new().build();
    bench.built(&[]);
    let lock = bench.read("permalinks.lock").replace("published=2025-09-05", "published=2999-09-05");
    bench.write("permalinks.lock", lock);
    let found = bench.the_one("future-day", &[]);
    assert_eq!((&found["severity"], &found["at"]["width"]), (&"warning".into(), &20.into()));
    assert_eq!(bench.run(&["build"]).code, Some(0));
}
