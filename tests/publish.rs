//! What is promised of writing: whole or not at all, nothing stale, nothing
//! touched that has not changed, nothing of anybody else's deleted.

mod common;

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use common::{Bench, Site, bytes_of, leftovers};

#[test]
fn unchanged_files_keep_time_and_inode() {
    let bench = Site::new().file("static/a.txt", "a").build();
    bench.built(&[]);
    let before = bench.files("public");
    std::thread::sleep(Duration::from_millis(20));
    bench.built(&[]);
    assert!(bench.files("public") == before);
    bench.write("content/pages/about.md", "---\ntitle: About\n---\n\nWho we are now.\n");
    bench.built(&[]);
    let after = bench.files("public");
    let changed: Vec<&String> = before.keys().filter(|path| before[*path] != after[*path]).collect();
    assert_eq!(changed, ["about/index.html"]);
}

#[test]
fn stale_files_and_folders_are_removed_and_counted() {
    let bench = Site::new().page("old.md", "---\ntitle: Old\n---\n").file("static/deep/a.txt", "a").build();
    bench.built(&[]);
    bench.write("public/strange/left.txt", "x");
    bench.remove("content/pages/old.md");
    bench.remove("static/deep/a.txt");
    bench.remove("permalinks.lock");
    let ran = bench.built(&[]);
    for gone in ["public/old", "public/deep", "public/strange"] {
        assert!(!bench.exists(gone), "{gone}");
    }
    assert!(ran.stderr.contains("3 removed"), "{}", ran.stderr);
}

#[test]
fn what_is_removed_is_counted_beside_what_is_new() {
    let bench = Site::new().file("static/old.txt", "old").build();
    bench.built(&[]);
    bench.remove("static/old.txt");
    bench.write("static/new.txt", "new");
    let ran = bench.built(&[]);
    assert!(ran.stderr.contains("1 new or changed") && ran.stderr.contains("1 removed"), "{}", ran.stderr);
}

#[test]
fn a_failing_build_leaves_the_site_as_it_was() {
    let bench = Site::new().build();
    bench.built(&[]);
    let before = (bench.files("public"), bench.read("permalinks.lock"));
    bench.write("content/pages/new.md", "---\ntitle: New\n---\n");
    bench.write("templates/page.html", "{{ page.nothing.at_all }}");
    assert_eq!(bench.run(&["build"]).code, Some(1));
    assert!((bench.files("public"), bench.read("permalinks.lock")) == before);
    assert_eq!(leftovers(bench.root()), Vec::<String>::new());
}

#[test]
fn a_failing_first_build_leaves_nothing() {
    let bench = Site::new().file("templates/page.html", "{{ page.nothing.at_all }}").build();
    assert_eq!(bench.run(&["build"]).code, Some(1));
    assert!(!bench.exists("public") && !bench.exists("permalinks.lock"));
    assert_eq!(leftovers(bench.root()), Vec::<String>::new());
}

#[test]
fn a_killed_build_leaves_the_old_site_whole_and_the_next_one_tidies_up() {
    let bench = Site::new().events(150).build();
    bench.built(&[]);
    let old = bytes_of(bench.files("public"));
    bench.write("site.yaml", "title: Another title\nbase_url: https://talks.example/\n");
    bench.built(&["--output", "expected"]);
    let new = bytes_of(bench.files("expected"));
    assert!(old != new);
    let mut killed = 0;
    for wait in (0..40).map(|at| Duration::from_millis(15 + at * 13)) {
        let mut build = bench.command().arg("build").stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(wait);
        killed += u32::from(build.try_wait().unwrap().is_none());
        let _ = build.kill();
        build.wait().unwrap();
        let now = bytes_of(bench.files("public"));
        assert!(now == old || now == new, "after {wait:?} the site is neither the old one nor the new one");
    }
    assert!(killed > 0, "no build was killed");
    bench.built(&[]);
    assert!(bytes_of(bench.files("public")) == new);
    assert_eq!(leftovers(bench.root()), Vec::<String>::new());
}

/// Each of them may win, or be told that another one is at work; the site is whole.
#[test]
fn builds_at_the_same_time_leave_a_whole_site() {
    let bench = Site::new().events(200).build();
    bench.built(&["--output", "expected"]);
    let expected = bytes_of(bench.files("expected"));
    for round in 0..6 {
        let _ = fs::remove_dir_all(bench.path("public"));
        let builds: Vec<_> = (0..4)
            .map(|at| {
                std::thread::sleep(Duration::from_millis(12 * at * round));
                bench.command().arg("build").stderr(Stdio::null()).spawn().unwrap()
            })
            .collect();
        for mut build in builds {
            build.wait().unwrap();
        }
        let now = bytes_of(bench.files("public"));
        let missing: Vec<_> = expected.keys().filter(|path| !now.contains_key(*path)).take(5).collect();
        assert!(
            now == expected,
            "round {round}: {} of {} files; missing: {missing:?}",
            now.len(),
            expected.len()
        );
    }
}

#[test]
fn two_builds_of_the_same_content_give_the_same_bytes() {
    let site = || {
        Site::new()
            .events(30)
            .file("static/ä.txt", "umlaut")
            .file("static/Z.txt", "z")
            .file("static/a.txt", "a")
    };
    let (one, two) = (site().build(), site().build_backwards());
    let build = |bench: &Bench, zone: &str, locale: &str, threads: &str| {
        let mut command = bench.command();
        command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale).env("RAYON_NUM_THREADS", threads);
        assert!(command.arg("build").stderr(Stdio::null()).status().unwrap().success());
        bytes_of(bench.files("public"))
    };
    let first = build(&one, "Pacific/Kiritimati", "C", "1");
    let second = build(&two, "America/Anchorage", "tr_TR.UTF-8", "7");
    let different: Vec<_> = first.keys().filter(|path| first.get(*path) != second.get(*path)).collect();
    assert!(first == second, "{different:?}");
    assert_eq!(one.read("permalinks.lock"), two.read("permalinks.lock"));
}

#[test]
fn under_a_sub_path_every_link_begins_with_it() {
    let page = "---\ntitle: About\n---\n\n[Event](/events/arrives/) ![Map](/map.svg) [again](/actors/)\n";
    let html = "---\ntitle: Raw\n---\n\nSee <a href=\"/events/arrives/\">it</a> and <img src=\"/map.svg\" alt=\"\">.\n";
    let bench =
        Site::new().page("about.md", page).page("raw.md", html).file("static/map.svg", "<svg/>").build();
    bench.built(&["--base-url", "https://host.example/talks"]);
    let mut links = 0;
    for (path, seen) in bench.files("public").iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(&seen.bytes);
        for attribute in [" href=\"", " src=\"", "; url=", " action=\""] {
            for rest in text.split(attribute).skip(1) {
                let address = rest.split('"').next().unwrap_or_default();
                links += 1;
                let within =
                    address.starts_with("/talks/") || address.starts_with("https://host.example/talks/");
                let others = ["#", "https://gazette.example/", "https://timeline.knightlab.com/"];
                let elsewhere = others.iter().any(|other| address.starts_with(other));
                assert!(within || elsewhere, "{path}: {attribute}{address}");
            }
        }
    }
    assert!(links > 100, "{links}");
    for file in ["sitemap.xml", "feed.xml", "feed.json", "data/events.json", "robots.txt", "style.css"] {
        let text = bench.read(&format!("public/{file}"));
        assert!(!text.contains("talks.example") && !text.contains("host.example/events"), "{file}");
    }
}
