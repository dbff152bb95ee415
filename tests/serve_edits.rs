//! `dateline serve` while files are edited: every way of writing is seen, one act is one rebuild, an open page
//! learns what concerns it, and no mistake ends the preview or takes the last good version from the screen.

mod common;

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::Duration;

use common::serving::{Preview, eventually};
use common::{Bench, GOOD_ARTICLE, Site};

const GOOD: &str = "content/articles/good.md";
const ABOUT: &str = "content/pages/about.md";

fn report(id: &str, headline: &str) -> String {
    format!("---\ntitle: Report\n---\n\n## 2025-09-06: {headline} {{#{id}}}\n\nAnn Example spoke.\n")
}

/// Makes an edit and insists that nothing is rebuilt for it, and neither for what was done before.
fn nothing_but(preview: &Preview, bench: &Bench, known: usize) {
    preview.mark(bench, "after all");
    let lines = preview.rebuilds().split_off(known);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].starts_with("content/pages/about.md: "), "{lines:#?}");
}

#[test]
fn an_edit_by_truncation_shows() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    for words in ["a truce", "an armistice"] {
        bench.write(GOOD, GOOD_ARTICLE.replace("spoke of a ceasefire", &format!("spoke of {words}")));
        preview.shows("events/arrives/", words);
    }
}

#[test]
fn an_edit_by_a_new_file_in_place_of_the_old_one_shows() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    for (before, after) in [("a ceasefire", "a truce"), ("a truce", "an armistice")] {
        bench.reword(GOOD, before, after);
        preview.shows("events/arrives/", after);
    }
}

#[test]
fn an_editor_that_moves_the_old_file_away_first_is_followed() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    for words in ["a truce", "an armistice"] {
        fs::rename(bench.path(GOOD), bench.path("content/articles/good.md~")).unwrap();
        bench.write(GOOD, GOOD_ARTICLE.replace("a ceasefire", words));
        fs::remove_file(bench.path("content/articles/good.md~")).unwrap();
        preview.shows("events/arrives/", words);
    }
}

#[test]
fn backup_files_of_editors_make_no_rebuild() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    for name in ["good.md~", ".good.md.swp", "#good.md#"] {
        bench.write(&format!("content/articles/{name}"), report("never", "Never"));
    }
    symlink("ann@desk.123", bench.path("content/articles/.#good.md")).unwrap();
    fs::remove_file(bench.path("content/articles/good.md~")).unwrap();
    nothing_but(&preview, &bench, 0);
    assert_eq!(preview.get("events/never/").status, 404);
}

#[test]
fn articles_come_and_go() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    bench.write("content/articles/new.md", report("new-one", "Ann Example returns"));
    preview.shows("events/new-one/", "Ann Example returns");
    preview.shows("", "Ann Example returns");
    bench.remove("content/articles/new.md");
    preview.hides("", "Ann Example returns");
    assert_eq!(preview.get("events/new-one/").status, 404);
}

#[test]
fn a_folder_with_articles_is_moved_in_and_out_and_edited_in_between() {
    let bench = Site::new()
        .file("drawer/deep/one.md", report("one", "Talks one"))
        .file("drawer/two.md", report("two", "Talks two"))
        .build();
    let preview = Preview::of(&bench);
    fs::rename(bench.path("drawer"), bench.path("content/articles/batch")).unwrap();
    preview.shows("events/one/", "Talks one");
    preview.shows("events/two/", "Talks two");
    bench.reword("content/articles/batch/deep/one.md", "Ann Example spoke", "Ann Example was silent");
    preview.shows("events/one/", "Ann Example was silent");
    fs::rename(bench.path("content/articles/batch"), bench.path("drawer")).unwrap();
    preview.hides("2025/09/", "Talks two");
    assert_eq!(preview.get("events/one/").status, 404);
}

#[test]
fn a_whole_folder_is_deleted_and_written_anew_and_then_still_watched() {
    let bench = Site::new().file("static/a.txt", "old").build();
    let preview = Preview::of(&bench);
    for (at, folder) in ["content", "static"].iter().cycle().take(6).enumerate() {
        let copy = Command::new("cp").arg("-r").arg(bench.path(folder)).arg(bench.path("copy")).status();
        assert!(copy.unwrap().success());
        fs::remove_dir_all(bench.path(folder)).unwrap();
        fs::rename(bench.path("copy"), bench.path(folder)).unwrap();
        // The first may be read with the new folder; the second is not, unless the folder is watched again.
        for turn in ["first", "second"] {
            bench.reword(ABOUT, "Who", &format!("{turn} {at}: Who"));
            preview.shows("about/", &format!("{turn} {at}: Who"));
            bench.write(&format!("static/{turn}-{at}.txt"), "new");
            preview.shows(&format!("{turn}-{at}.txt"), "new");
        }
    }
}

/// 300 articles, changed by a branch of git's; `None` if there is no git.
fn two_branches(bench: &Bench) -> Option<()> {
    Command::new("git").arg("--version").output().ok()?;
    git(bench, &["init", "--quiet"]);
    git(bench, &["checkout", "--quiet", "-b", "first"]);
    git(bench, &["add", "."]);
    git(bench, &["commit", "--quiet", "-m", "First"]);
    git(bench, &["checkout", "--quiet", "-b", "second"]);
    change_all(bench, Duration::ZERO);
    git(bench, &["commit", "--quiet", "-a", "-m", "Second"]);
    git(bench, &["checkout", "--quiet", "first"]);
    Some(())
}

fn git(bench: &Bench, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(bench.root()).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
    let ran = git.args(who).args(arguments).output().expect("git runs");
    assert!(ran.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn change_all(bench: &Bench, pause: Duration) {
    for at in 0..300 {
        bench.reword(&format!("content/articles/report-{at}.md"), "\nText.", "\nOther words.");
        if at % 100 == 99 {
            std::thread::sleep(pause);
        }
    }
}

fn one_rebuild_of_300(preview: &Preview, bench: &Bench) {
    preview.shows("events/meeting-299/", "Other words.");
    eventually("a line", || preview.rebuilds().first().cloned());
    preview.mark(bench, "after it");
    let lines = preview.rebuilds();
    assert!(lines.len() == 2 && lines[0].starts_with("300 files: "), "{lines:#?}");
}

#[test]
fn a_checkout_of_300_files_is_one_rebuild_and_a_commit_none() {
    let bench = Site::new().events(300).build();
    if two_branches(&bench).is_none() {
        eprintln!("skipped: there is no git");
        return;
    }
    let preview = Preview::of(&bench);
    git(&bench, &["checkout", "--quiet", "second"]);
    one_rebuild_of_300(&preview, &bench);
    git(&bench, &["commit", "--quiet", "-a", "-m", "Mark"]);
    nothing_but(&preview, &bench, 2);
}

#[test]
fn as_long_as_git_holds_its_lock_nothing_is_rebuilt() {
    let bench = Site::new().events(300).file(".git/HEAD", "ref: refs/heads/main\n").build();
    let preview = Preview::of(&bench);
    bench.write(".git/index.lock", "");
    // Longer than anything else is waited for.
    change_all(&bench, Duration::from_millis(300));
    bench.remove(".git/index.lock");
    one_rebuild_of_300(&preview, &bench);
}

#[test]
fn a_build_while_serving_makes_no_rebuild() {
    let bench = Site::new().build();
    bench.built(&[]);
    fs::remove_dir_all(bench.path("public")).unwrap();
    let preview = Preview::of(&bench);
    bench.built(&[]);
    bench.built(&["--output", "elsewhere"]);
    nothing_but(&preview, &bench, 0);
}

#[test]
fn a_file_that_cannot_be_read_is_a_diagnostic_and_its_mending_shows() {
    let bench = Site::new().build();
    let mut preview = Preview::of(&bench);
    let mut page = preview.open("events/arrives/");
    bench.replace(GOOD, b"---\ntitle: \xff\xfe\n---\n");
    let problems = page.problems(1);
    assert_eq!(
        (problems[0]["code"].as_str(), problems[0]["file"].as_str()),
        (Some("not-utf8"), Some(GOOD)),
        "{problems:#?}"
    );
    preview.says("not UTF-8");
    preview.lives();
    bench.replace(GOOD, GOOD_ARTICLE.replace("a ceasefire", "a truce"));
    page.problems(0);
    preview.shows("events/arrives/", "a truce");
}

#[test]
fn an_edit_is_told_to_the_pages_that_show_it_and_to_no_other() {
    let bench = Site::new().file("static/extra.css", "p { color: red }").build();
    let preview = Preview::of(&bench);
    let (mut event, mut about) = (preview.open("events/arrives/"), preview.open("about/"));
    let before = preview.get("about/").tag();
    bench.reword(GOOD, "spoke of a ceasefire", "spoke of a truce");
    let (tag, _) = event.until("page");
    assert_eq!(preview.get("events/arrives/").tag(), Some(tag));
    assert_eq!(preview.get("about/").tag(), before);
    bench.replace("static/extra.css", "p { color: blue }");
    let (_, heard) = about.until("style");
    assert!(!heard.contains(&"page".to_owned()), "{heard:?}");
    preview.mark(&bench, "of its own");
    let (tag, heard) = about.until("page");
    assert!(heard.is_empty(), "{heard:?}");
    assert_eq!(preview.get("about/").tag(), Some(tag));
}

#[test]
fn a_changed_style_sheet_is_told_by_its_address_and_pages_are_not_reloaded() {
    let site = Site::new().file("site.yaml", "title: T\nbase_url: https://talks.example/talks/\n");
    let bench = site.file("static/css/extra.css", "p { color: red }").build();
    let preview = Preview::of(&bench);
    let mut page = preview.open("");
    bench.replace("static/css/extra.css", "p { color: blue }");
    let (data, heard) = page.until("style");
    assert_eq!(
        (data.as_str(), heard),
        (r#"{"paths":["/talks/css/extra.css"]}"#, vec!["problems".to_owned()])
    );
    assert_eq!(preview.get("css/extra.css").text(), "p { color: blue }");
    bench.write("static/style.css", "body { color: green }");
    assert_eq!(page.until("style"), (r#"{"paths":["/talks/style.css"]}"#.to_owned(), vec![]));
    preview.shows("style.css", "green");
}

#[test]
fn a_page_that_goes_is_told_and_a_page_that_comes_too() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    bench.write("content/articles/new.md", report("new-one", "Ann Example returns"));
    preview.shows("events/new-one/", "Ann Example returns");
    let mut page = preview.open("events/new-one/");
    bench.remove("content/articles/new.md");
    page.until("page");
    assert_eq!(preview.get("events/new-one/").status, 404);
    let mut missing = preview.open("events/new-one/");
    bench.write("content/articles/new.md", report("new-one", "Ann Example returns"));
    missing.until("page");
    page.until("page");
}
