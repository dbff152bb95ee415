//! `dateline serve` and mistakes: whatever an editor writes into a file, the preview goes on, the last good version
//! stays on screen, and the mistakes are listed in the browser and in the terminal alike, until they are mended.

mod common;

use std::fs;

use common::serving::{Preview, eventually};
use common::{Bench, GOOD_ARTICLE, Site};

const GOOD: &str = "content/articles/good.md";
const ABOUT: &str = "content/pages/about.md";

/// Letters and digits, or any bytes, in no order but always the same.
fn noise(length: usize, byte: impl Fn(u64) -> u8) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte(state >> 24)
    };
    (0..length).map(next).collect()
}

/// Breaks a file, and insists that what was on screen stays there, that the mistake is told, and that all is well
/// when it is mended.
fn is_survived(path: &str, text: impl AsRef<[u8]>) {
    let bench = Site::new().file("templates/page.html", include_str!("../templates/page.html")).build();
    is_survived_on(&bench, &[path], |bench| bench.replace(path, &text));
}

fn is_survived_on(bench: &Bench, paths: &[&str], break_it: impl Fn(&Bench)) {
    let shown = ["", "about/", "events/arrives/", "actors/ann-example/", "feed.xml", "data/events.json"];
    let good: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(bench.path(path)).unwrap()).collect();
    let mut preview = Preview::of(bench);
    let before = shown.map(|path| preview.get(path).body);
    let mut page = preview.open("about/");
    page.problems(0);
    for round in [1, 2] {
        break_it(bench);
        let problems = eventually("problems", || {
            let (data, heard) = page.until("problems");
            assert!(heard.is_empty(), "{heard:?}");
            let list: Vec<serde_json::Value> = serde_json::from_str(&data).unwrap();
            (!list.is_empty()).then_some(list)
        });
        for problem in &problems {
            let has_place = problem["file"].is_string() || problem["code"] == "missing-site";
            assert!(has_place && problem["message"].is_string(), "{problem:#}");
        }
        assert!(shown.map(|path| preview.get(path).body) == before, "the last good version is gone");
        preview.says_times("the last good version stays on screen.", round);
        preview.lives();
        paths.iter().zip(&good).for_each(|(path, text)| bench.replace(path, text));
        page.problems(0);
        preview.says_times("All mistakes are mended.", round);
    }
    assert!(shown.map(|path| preview.get(path).body) == before, "it is not as it was");
    bench.reword(GOOD, "spoke of a ceasefire", "spoke of a truce");
    preview.shows("events/arrives/", "a truce");
}

#[test]
fn the_list_grows_and_shrinks_in_the_browser_and_in_the_terminal() {
    let bench = Site::new().article("b.md", "---\ntitle: B\n---\n\n## 2025-01-02: B {#b}\n\nText.\n").build();
    let preview = Preview::of(&bench);
    let mut page = preview.open("events/arrives/");
    let (event, other) = (preview.get("events/arrives/").body, preview.get("events/b/").body);
    bench.replace(GOOD, GOOD_ARTICLE.replace("published: 2025", "publishd: 2025"));
    bench.reword("content/articles/b.md", "2025-01-02", "2025-01-32");
    let problems = page.problems(2);
    let files: Vec<&str> = problems.iter().filter_map(|problem| problem["file"].as_str()).collect();
    assert_eq!(files, ["content/articles/b.md", GOOD]);
    let of_good = &problems[1];
    assert_eq!((of_good["line"].as_u64(), of_good["column"].as_u64()), (Some(5), Some(1)), "{of_good:#}");
    assert_eq!(of_good["source"], "publishd: 2025-09-04");
    assert!(of_good["help"].as_str().unwrap().contains("published"), "{of_good:#}");
    preview.says("2 mistakes; the last good version stays on screen.");
    preview.says("publishd: 2025-09-04");
    assert!(event == preview.get("events/arrives/").body && other == preview.get("events/b/").body);
    bench.replace(GOOD, GOOD_ARTICLE.replace("spoke of a ceasefire", "spoke of a truce"));
    assert_eq!(page.problems(1)[0]["file"], "content/articles/b.md");
    preview.says("1 mistake; the last good version stays on screen.");
    assert!(event == preview.get("events/arrives/").body, "a site with a mistake is shown");
    bench.reword("content/articles/b.md", "2025-01-32", "2025-01-03");
    page.problems(0);
    preview.says("All mistakes are mended.");
    preview.shows("events/arrives/", "spoke of a truce");
    preview.shows("2025/01/03/", "B");
}

#[test]
fn a_broken_template() {
    is_survived("templates/page.html", "{% extends \"base.html\" %}{% block main %}{% if %}{% endblock %}");
}

#[test]
fn a_template_that_fails_only_when_a_page_is_made() {
    let text = "{% extends \"base.html\" %}{% block main %}{{ nothing.at.all }}{% endblock %}";
    is_survived("templates/page.html", text);
}

#[test]
fn a_template_that_needs_another_which_is_not_there() {
    is_survived("templates/page.html", "{% extends \"bsae.html\" %}");
}

#[test]
fn broken_settings() {
    is_survived("site.yaml", "title: [The talks\nbase_url: https://talks.example/\n");
    is_survived("site.yaml", "");
}

#[test]
fn deleted_settings() {
    is_survived_on(&Site::new().build(), &["site.yaml"], |bench| bench.remove("site.yaml"));
}

#[test]
fn an_emptied_file() {
    is_survived(GOOD, "");
    is_survived("content/actors/ann-example.md", "");
}

#[test]
fn yaml_that_is_none() {
    is_survived(GOOD, "---\n: : - [}{ &a *b !!c |\n\t%\n---\n\nText\n");
    is_survived(ABOUT, "---\n- title\n---\n");
}

#[test]
fn five_megabytes_of_noise() {
    is_survived(GOOD, noise(5_000_000, |random| random.to_le_bytes()[0]));
    let letters = b"abcdefghij klmnopq\nrstuvw:-#{}[]*_`<>&|!\"'()0123456789";
    let letter = |random: u64| letters[usize::try_from(random % letters.len() as u64).unwrap()];
    is_survived(GOOD, noise(5_000_000, letter));
}

#[test]
fn everything_at_once() {
    let bench = Site::new().build();
    is_survived_on(&bench, &["site.yaml", GOOD, ABOUT], |bench| {
        bench.replace(GOOD, "---\n[");
        bench.replace(ABOUT, b"\xff");
        bench.remove("site.yaml");
        bench.write("templates/base.html", "{% block");
        fs::remove_file(bench.path("templates/base.html")).unwrap();
    });
}

#[test]
fn a_site_that_begins_with_mistakes_is_shown_as_far_as_it_goes() {
    let bench =
        Site::new().article("b.md", "---\ntitle: B\npublishd: 2025\n---\n\n## 2025-01-02: B {#b}\n").build();
    let preview = Preview::of(&bench);
    preview.says("1 mistake; the site is shown as far as it goes.");
    let mut page = preview.open("events/arrives/");
    page.problems(1);
    bench.reword("content/articles/b.md", "publishd", "published");
    page.problems(0);
    preview.says("All mistakes are mended.");
    preview.shows("events/b/", "B");
}

#[test]
fn a_site_that_begins_with_a_template_that_fails_says_so_and_recovers() {
    let good = include_str!("../templates/page.html");
    let bench = Site::new().file("templates/page.html", "{{ nothing.at.all }}").build();
    let preview = Preview::of(&bench);
    let mut page = preview.open("about/");
    let problems = page.problems(1);
    assert_eq!(problems[0]["file"], "templates/page.html", "{problems:#?}");
    preview.says("templates/page.html");
    // As long as there is no good version, the rest is shown as it is edited.
    bench.reword(GOOD, "spoke of a ceasefire", "spoke of a truce");
    preview.shows("events/arrives/", "spoke of a truce");
    assert_eq!(preview.get("about/").status, 500);
    bench.replace("templates/page.html", good);
    page.problems(0);
    preview.says("All mistakes are mended.");
    preview.shows("about/", "Who we are.");
}

#[test]
fn a_folder_without_a_site_becomes_one() {
    let bench = Site::new().without("site.yaml").build();
    let preview = Preview::of(&bench);
    assert_eq!(preview.get("").status, 503);
    let mut page = preview.open("");
    page.problems(1);
    bench.write("site.yaml", common::SITE_YAML);
    page.problems(0);
    preview.shows("events/arrives/", "a ceasefire");
}
