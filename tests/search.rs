//! The search: what can be found of an event, and the index that a build makes, keeps and leaves out.
//! The search page itself is tested in a browser (`tests/browser/search.test.mjs`).

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use common::{Bench, GOOD_ARTICLE, SITE_YAML, Seen, Site, bytes_of};
use dateline::model::search::{Record, Records};
use dateline::site::{LoadOptions, Site as Loaded};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn records(root: &Path, options: &LoadOptions) -> Records {
    Loaded::load(root, options, &mut |_| {}).0.expect("the folder is a site").records()
}

/// A record as lines.
fn lines(record: &Record) -> String {
    let mut lines = format!("{}\n  text: {}\n", record.path, record.text);
    for (name, text) in &record.fields {
        let _ = writeln!(lines, "  {name}: {text}");
    }
    for (name, values) in &record.facets {
        let _ = writeln!(lines, "  by {name}: {}", values.join(" | "));
    }
    lines
}

#[test]
fn what_can_be_found() {
    let found = records(&Path::new(ROOT).join("tests/snapshots/fixture"), &LoadOptions::default());
    assert_eq!(found.language, "en");
    let lines: Vec<String> = found.records.iter().map(lines).collect();
    insta::assert_snapshot!("search-records", lines.join("\n"));
}

#[test]
fn an_event_without_text_is_found_by_its_headline() {
    let article = "---\ntitle: One\n---\n\n## 3 September 2025: Ann Example arrives {#one}\n\n…\n";
    let bench = Site::new().article("one.md", article).build();
    let found = records(bench.root(), &LoadOptions::default());
    let one = found.records.iter().find(|record| record.path == "events/one/").unwrap();
    assert_eq!(one.text, "Ann Example arrives");
}

#[test]
fn links_by_reference_and_raw_html_leave_words_only() {
    let article = "---\ntitle: One\n---\n\n## 3 September 2025: They meet {#one}\n\n\
                   In [Geneva][place], *with* <b>guards</b> &amp; <script>no</script>`code`.\n\n- one\n- two\n\n\
                   [place]: https://place.example/\n";
    let bench = Site::new().article("one.md", article).build();
    let found = records(bench.root(), &LoadOptions::default());
    let one = found.records.iter().find(|record| record.path == "events/one/").unwrap();
    assert_eq!(one.text, "In Geneva, with guards & nocode. one two");
}

#[test]
fn drafts_are_found_where_they_are_shown() {
    let draft = GOOD_ARTICLE.replace("{#arrives .consult}", "{#arrives .consult status=draft}");
    let bench = Site::new().article("good.md", draft).build();
    assert_eq!(records(bench.root(), &LoadOptions::default()).records, []);
    let shown = records(bench.root(), &LoadOptions { drafts: true, ..LoadOptions::default() });
    assert!(shown.records[0].facets.contains(&("mark", vec!["draft".to_owned()])), "{shown:?}");
}

#[test]
fn the_hash_tells_every_difference() {
    let record = Record {
        path: "events/a/".into(),
        text: "text".into(),
        fields: vec![("title", "A".into()), ("date", "2025".into())],
        facets: vec![("actor", vec!["a A".into(), "b B".into()]), ("year", vec!["2025".into()])],
    };
    let of = |edit: &dyn Fn(&mut Records)| {
        let mut records = Records { language: "en".into(), records: vec![record.clone()] };
        edit(&mut records);
        records.hash()
    };
    let hashes = [
        of(&|_| {}),
        of(&|all| all.language = "fr".into()),
        of(&|all| all.records.push(record.clone())),
        of(&|all| all.records.clear()),
        of(&|all| all.records[0].path += "b"),
        of(&|all| all.records[0].text += "b"),
        of(&|all| all.records[0].fields.swap(0, 1)),
        of(&|all| all.records[0].fields[0].1 = "AA".into()),
        of(&|all| drop(all.records[0].fields.pop())),
        of(&|all| all.records[0].facets[0].1.swap(0, 1)),
        of(&|all| drop(all.records[0].facets[0].1.pop())),
        of(&|all| all.records[0].facets[0].0 = "topic"),
        of(&|all| drop(all.records[0].facets.pop())),
    ];
    for (at, hash) in hashes.iter().enumerate() {
        assert!(!hashes[..at].contains(hash), "the hash {at} is one of those before");
    }
    assert_eq!(of(&|_| {}), hashes[0]);
}

/// The maker's name holds the version of Pagefind, so that another one makes the index anew.
#[test]
fn the_maker_is_the_pagefind_that_is_used() {
    let lock = fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).unwrap();
    let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"pagefind\"\n")).unwrap();
    let version = entry.lines().find_map(|line| line.strip_prefix("version = ")).unwrap().trim_matches('"');
    let maker = dateline::site::search::MAKER;
    assert!(maker.starts_with(&format!("pagefind {version},")), "{maker}, but {version} is used");
}

/// The files of the index.
fn index(bench: &Bench) -> BTreeMap<String, Seen> {
    bench.files("public").into_iter().filter(|(path, _)| path.contains("pagefind")).collect()
}

#[test]
fn a_build_makes_the_index_and_nothing_that_is_not_loaded() {
    let bench = Site::new().events(3).build();
    let ran = bench.built(&[]);
    assert!(ran.stderr.contains("\nSearch: 4 events indexed in "), "{}", ran.stderr);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in index(&bench).keys() {
        let hash = |part: &str| part.starts_with("en_");
        let kind: Vec<&str> =
            path.split(['.', '/']).map(|part| if hash(part) { "HASH" } else { part }).collect();
        *kinds.entry(kind.join(" ")).or_default() += 1;
    }
    let kinds: Vec<String> = kinds.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    assert_eq!(
        kinds,
        [
            "1  dateline-pagefind",
            "8 pagefind filter HASH pf_filter",
            "4 pagefind fragment HASH pf_fragment",
            "1 pagefind index HASH pf_index",
            "1 pagefind pagefind HASH pf_meta",
            "1 pagefind pagefind js",
            "1 pagefind pagefind-entry json",
            "1 pagefind pagefind-worker js",
            "1 pagefind wasm en pagefind",
        ]
    );
}

#[test]
fn the_same_site_has_the_same_index() {
    let site = || Site::new().events(40);
    let (one, other) = (site().build(), site().build_backwards());
    for bench in [&one, &other] {
        bench.built(&[]);
    }
    assert!(bytes_of(index(&one)) == bytes_of(index(&other)));
}

#[test]
fn the_index_is_kept_as_long_as_the_same_can_be_found() {
    let bench = Site::new().events(3).build();
    bench.built(&[]);
    let before = index(&bench);
    bench.write("content/pages/about.md", "---\ntitle: About\n---\n\nWho we are now.\n");
    bench.write("templates/404.html", "<!doctype html><title>None</title>");
    bench.write("static/a.txt", "a");
    bench.write("content/articles/good.md", GOOD_ARTICLE.replace("gazette.example/1", "gazette.example/2"));
    let ran = bench.built(&[]);
    assert!(ran.stderr.contains("\nSearch: index of 4 events kept"), "{}", ran.stderr);
    assert!(index(&bench) == before);
    let ran = bench.built(&["--output", "elsewhere"]);
    assert!(ran.stderr.contains("\nSearch: 4 events indexed"), "{}", ran.stderr);
    assert!(bytes_of(index(&bench)) == bytes_of(before));
}

#[test]
fn the_index_is_that_of_the_events() {
    let bench = Site::new().events(3).build();
    bench.built(&[]);
    let before = index(&bench);
    for (path, edit) in [
        ("content/articles/good.md", GOOD_ARTICLE.replace("spoke of a", "spoke of the")),
        (
            "content/actors/ann-example.md",
            "---\nname: Ann Example\nkind: person\naliases: [Ann E.]\n---\n".to_owned(),
        ),
        ("site.yaml", SITE_YAML.to_owned() + "language: fr\n"),
    ] {
        bench.write(path, edit);
        let ran = bench.built(&[]);
        assert!(ran.stderr.contains("\nSearch: 4 events indexed"), "{path}: {}", ran.stderr);
        let after = index(&bench);
        assert!(bytes_of(after.clone()) != bytes_of(before.clone()), "{path}");
        let entry = "pagefind/pagefind-entry.json";
        assert_ne!(after[entry].bytes, before[entry].bytes, "{path}");
        // What is the same of the index is not touched.
        assert_eq!(after["pagefind/pagefind.js"], before["pagefind/pagefind.js"], "{path}");
    }
    let texts =
        |files: &BTreeMap<String, Seen>| files.keys().filter(|path| path.contains("/fragment/")).count();
    assert_eq!(texts(&index(&bench)), texts(&before), "texts of before stay");
}

#[test]
fn a_damaged_index_is_made_anew() {
    type Damage = (&'static str, fn(&Bench));
    let damages: [Damage; 5] = [
        ("a file is gone", |bench| bench.remove("public/pagefind/pagefind-worker.js")),
        ("a file is other", |bench| replace(bench, "public/pagefind/pagefind.js", "no script")),
        ("the list is gone", |bench| bench.remove("public/.dateline-pagefind")),
        ("the list is no list", |bench| {
            let list = bench.read("public/.dateline-pagefind") + "x\n";
            replace(bench, "public/.dateline-pagefind", &list);
        }),
        ("the list leads out", |bench| {
            bench.write("mine.txt", "mine");
            let hash = blake3::hash(b"mine").to_hex();
            let list = bench.read("public/.dateline-pagefind") + &format!("{hash} pagefind/../../mine.txt\n");
            replace(bench, "public/.dateline-pagefind", &list);
        }),
    ];
    for (what, damage) in damages {
        let bench = Site::new().build();
        bench.built(&[]);
        let before = bytes_of(index(&bench));
        damage(&bench);
        let ran = bench.built(&[]);
        assert!(ran.stderr.contains("\nSearch: 1 event indexed"), "{what}: {}", ran.stderr);
        assert!(bytes_of(index(&bench)) == before, "{what}");
    }
}

/// Writes a file anew: files of two builds may be one on disk.
fn replace(bench: &Bench, path: &str, text: &str) {
    bench.remove(path);
    bench.write(path, text);
}

#[test]
fn files_that_nobody_made_do_not_stay_in_the_index() {
    let bench = Site::new().build();
    bench.built(&[]);
    bench.write("public/pagefind/fragment/old.pf_fragment", "old");
    bench.built(&[]);
    assert!(!bench.exists("public/pagefind/fragment/old.pf_fragment"));
}

#[test]
fn a_site_without_search_has_nothing_of_it() {
    let bench = Site::new().build();
    bench.built(&[]);
    let page = bench.read("public/search/index.html");
    for part in ["<form class=\"search\"", "src=\"/search.", "'wasm-unsafe-eval'", "data-search=\"/search/\""]
    {
        assert!(page.contains(part), "{part}");
    }
    let home = bench.read("public/index.html");
    assert!(home.contains("data-search=\"/search/\"") && !home.contains("wasm-unsafe-eval"), "{home}");
    let check = |arguments: &[&str]| {
        let ran = bench.built(arguments);
        assert!(ran.stderr.contains("\nSearch: left out.\n"), "{}", ran.stderr);
        assert!(index(&bench).is_empty());
        for path in ["public/index.html", "public/search/index.html"] {
            let page = bench.read(path);
            assert!(!page.contains("wasm-unsafe-eval") && !page.contains("data-search"), "{path}");
            assert!(!page.contains("<form") && !page.contains("src=\"/search."), "{path}");
        }
    };
    check(&["--no-search"]);
    bench.built(&[]);
    assert!(!index(&bench).is_empty());
    bench.write("site.yaml", SITE_YAML.to_owned() + "options:\n  search: false\n");
    check(&[]);
}

#[test]
fn the_address_of_the_index_is_reserved() {
    let bench =
        Site::new().file("static/pagefind/a.txt", "a").page("pagefind.md", "---\ntitle: A\n---\n").build();
    assert_eq!(bench.error_codes(&[]), ["url-collision", "url-collision"]);
}

#[test]
fn a_failed_build_leaves_the_index() {
    let bench = Site::new().build();
    bench.built(&[]);
    let before = bench.files("public");
    bench.write("templates/404.html", "{{ page.nothing.at.all }}");
    bench.write("content/articles/good.md", GOOD_ARTICLE.replace("spoke of a", "spoke of the"));
    assert_eq!(bench.run(&["build"]).code, Some(1));
    assert!(bench.files("public") == before);
}
