//! `dateline import`, the real binary: raw articles in, drafts out, and nothing of the editor's overwritten.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod common;

use common::Site;

const JSON_LD: &str = include_str!("import/json-ld.html");
const WIRE: &str = include_str!("import/wire.txt");

fn importing(site: Site) -> common::Bench {
    let bench = site.build();
    bench.write("raw/json-ld.html", JSON_LD);
    bench.write("raw/wire.txt", WIRE);
    bench.write("raw/picture.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".as_slice());
    bench
}

const DRAFT: &str = "content/articles/northern-republic-ready-for-talks-in-geneva.md";

#[test]
fn a_report_is_drafted_and_its_text_kept() {
    let bench = importing(Site::new());
    let ran = bench.run(&["import", "raw/json-ld.html"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    for said in ["Example Gazette (from its JSON-LD)", "3 September 2025", DRAFT] {
        assert!(ran.stdout.contains(said), "{said}: {}", ran.stdout);
    }
    let snapshot = bench.read("sources/northern-republic-ready-for-talks-in-geneva.txt");
    assert!(snapshot.contains("ready for direct talks") && !snapshot.contains("cookies"), "{snapshot}");
    assert_eq!(bench.run(&["check"]).code, Some(0));
    assert_eq!(bench.run(&["build"]).code, Some(0));
    assert!(bench.files("public").keys().all(|path| !path.contains("sources")));
}

#[test]
fn importing_again_changes_nothing_of_the_editors() {
    let bench = importing(Site::new());
    bench.run(&["import", "raw/json-ld.html"]);
    let first = bench.read(DRAFT);
    let again = bench.run(&["import", "raw/json-ld.html"]);
    assert!(again.code == Some(0) && again.stdout.contains("nothing has changed"), "{}", again.stdout);
    // The report changes, under the same address.
    bench.write(
        "raw/json-ld.html",
        JSON_LD
            .replace("30 days", "")
            .replace("studied with care", "studied")
            .replace("\"headline\": \"Northern Republic ready", "\"headline\": \"Northern Republic is ready"),
    );
    let differs = bench.run(&["import", "raw/json-ld.html"]);
    assert!(
        differs.stdout.contains("with `--update`") && differs.stdout.contains("text has changed"),
        "{}",
        differs.stdout
    );
    assert_eq!(bench.read(DRAFT), first);
    // An editor writes; an update leaves that alone, and renews the snapshot.
    let edited = first.replace("title: ", "title: My own ");
    bench.write(DRAFT, edited.as_str());
    let updated = bench.run(&["import", "--update", "raw/json-ld.html"]);
    assert!(updated.stdout.contains("an editor has touched"), "{}", updated.stdout);
    let head = |text: &str| text.split("\n## ").next().unwrap_or_default().to_owned();
    assert_eq!(head(&bench.read(DRAFT)), head(&edited));
    assert!(
        !bench.read("sources/northern-republic-ready-for-talks-in-geneva.txt").contains("studied with care")
    );
}

#[test]
fn a_report_of_the_same_title_gets_a_name_of_its_own() {
    let bench = importing(Site::new());
    bench.write(DRAFT, "the editor's own\n");
    bench.write("sources/northern-republic-ready-for-talks-in-geneva-2.txt", "also the editor's\n");
    let ran = bench.run(&["import", "raw/json-ld.html"]);
    assert!(ran.stdout.contains("northern-republic-ready-for-talks-in-geneva-3.md"), "{}", ran.stdout);
    assert_eq!(bench.read(DRAFT), "the editor's own\n");
}

#[test]
fn a_folder_goes_on_past_what_is_no_article() {
    let bench = importing(Site::new());
    let ran = bench.run(&["import", "raw"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("json-ld.html") && ran.stdout.contains("wire.txt"), "{}", ran.stdout);
    assert!(
        ran.stderr.contains("Imported 2 articles")
            && ran.stderr.contains("picture.jpg: this is a JPEG image"),
        "{}",
        ran.stderr
    );
    assert_eq!(bench.run(&["check"]).code, Some(0));
}

#[test]
fn what_is_given_stands_over_what_is_found_and_odd_dates_are_said() {
    let bench = importing(Site::new());
    let ran = bench.run(&[
        "import",
        "raw/wire.txt",
        "--published",
        "1 January 1850",
        "--publisher",
        "Example Herald",
        "--url",
        "https://herald.example/a",
        "--author",
        "The desk",
        "--title",
        "A title: of my own",
    ]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("before 1900"), "{}", ran.stdout);
    let draft = bench.read("content/articles/a-title-of-my-own.md");
    for line in [
        "publisher: Example Herald",
        "url: https://herald.example/a",
        "published: 1850-01-01",
        "author: The desk",
        "origin: Example Wire",
        "dateline: Lausanne",
    ] {
        assert!(draft.contains(line), "{line}: {draft}");
    }
    assert_eq!(bench.run(&["import", "raw", "--title", "One for all"]).code, Some(2));
    assert_eq!(bench.run(&["import", "nowhere.txt"]).code, Some(2));
}

/// The drafts of the first import are events of the site when the same reports are imported again.
#[test]
fn drafts_are_not_taken_for_events_that_others_have_told_of() {
    let told = "Ann Example rejected the ceasefire plan in Geneva on 5 November 2025";
    let asked = "Ann Example asked for time. It was not said when.";
    let bench = Site::new()
        .file(
            "raw/a.txt",
            format!("A first report\n\n{told}. The plan had come from the mediators.\n\n{asked}\n"),
        )
        .file("raw/b.txt", format!("Another report\n\n{told}, two officials said.\n\n{asked}\n"))
        .build();
    let first = bench.run(&["import", "raw/a.txt"]);
    let second = bench.run(&["import", "raw/b.txt"]);
    assert_eq!((first.code, second.code), (Some(0), Some(0)), "{}{}", first.stderr, second.stderr);
    let draft = bench.read("content/articles/another-report.md");
    assert!(
        draft.contains("The site has this event already, it seems: 2025-11-05-ann-example-rejects"),
        "{draft}"
    );
    for report in ["raw/a.txt", "raw/b.txt", "raw"] {
        let again = bench.run(&["import", report]);
        assert_eq!(again.code, Some(0), "{}", again.stderr);
        assert!(!again.stdout.contains("differs") && !again.stderr.contains("different"), "{}", again.stdout);
    }
}

#[test]
fn of_another_language_only_plain_dates_are_taken() {
    let text = "Gespräche in Genf\n\nDer Außenminister sagte am Mittwoch vor der Presse, die Gespräche mit der anderen \
        Seite hätten am 3. September 2025 begonnen, und sie würden bis zum Jahr 2027 fortgesetzt, falls alle zustimmen.\n";
    let bench = importing(Site::new().file("raw/genf.txt", text));
    let ran = bench.run(&["import", "raw/genf.txt", "--print"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let notes = [
        "not in English but in `de`: no events were looked for",
        "the text names these dates: 2025-09-03, 2027",
    ];
    for note in notes {
        assert!(ran.stdout.contains(note), "{note}: {}", ran.stdout);
    }
}

#[test]
fn quotations_are_held_against_the_snapshot() {
    let bench = importing(Site::new());
    bench.run(&["import", "raw/json-ld.html"]);
    let draft = bench.read(DRAFT);
    let with = |quotation: &str| {
        format!("{draft}\n## 2025-09-03: An offer of talks {{#offer .propose}}\n\nText.\n\n> {quotation}\n")
    };
    bench.write(DRAFT, with("a delegation would come \"without terms, and with a full mandate\"").as_str());
    let good = bench.run(&["check"]);
    assert_eq!(good.code, Some(0), "{}", good.stdout);
    bench.run(&["build"]);
    let page = bench.read("public/events/offer/index.html");
    assert!(page.contains("https://gazette.example/2025/09/03/ready-for-talks#:~:text=a%20delegation%20would%20come%20%E2%80%9Cwithout"), "{page}");
    bench.write(DRAFT, with("a delegation would come with terms").as_str());
    let bad = bench.run(&["check"]);
    assert_eq!(bad.code, Some(1));
    assert!(bad.stdout.contains("error[misquoted]") && bad.stdout.contains("“with terms”"), "{}", bad.stdout);
    bench.write(DRAFT, draft.as_str());
    bench.write("sources/northern-republic-ready-for-talks-in-geneva.txt", "Other words.\n");
    assert!(bench.run(&["check"]).stdout.contains("warning[changed-snapshot]"));
}
