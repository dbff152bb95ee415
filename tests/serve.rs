//! `dateline serve` as readers and editors meet it: the published site's own addresses and bytes, the ways back to
//! the source, and the command line.

mod common;

use std::net::TcpListener;
use std::time::{Duration, Instant};

use common::serving::{Preview, Reply, eventually, refused};
use common::{Bench, GOOD_ARTICLE, Site, bytes_of};
use rustix::process::Signal;

const LEAVES: &str = "\
---
title: Ann Example leaves
---

## 4 September 2025: Ann Example leaves {#leaves status=draft}

She left.
";

/// A site of all sorts, under a path of its own.
fn talks() -> Bench {
    Site::new()
        .file("site.yaml", "title: The talks\nbase_url: https://talks.example/the/talks/\n")
        .overlay("arrives.md", "---\nredirect_from: [landed]\n---\n")
        .article("leaves.md", LEAVES)
        .file("static/digits.txt", "0123456789")
        .file("static/images/dot.png", [0x89, b'P', b'N', b'G', 0, 0xff])
        .file("static/extra.css", "p { color: red }")
        .file("static/own.html", "<p>My own</p>")
        .file("static/with space é.txt", "space")
        .build()
}

/// A page without what the preview adds: the script, and the ways to the source.
fn as_published(html: &str) -> String {
    let is_added = |line: &&str| {
        line.starts_with("<script src=\"/__dateline/preview.js\" ")
            || line.starts_with("<p class=\"source\">Edit <code>content/")
    };
    html.split_inclusive('\n').filter(|line| !is_added(line)).collect()
}

/// The bytes of an address for a request's line.
fn encoded(path: &str) -> String {
    percent_encoding::utf8_percent_encode(path, percent_encoding::CONTROLS).to_string().replace(' ', "%20")
}

#[test]
fn every_page_and_file_is_as_it_is_published_but_for_the_script() {
    let bench = talks();
    bench.built(&[]);
    let preview = Preview::with(&bench, &["--no-drafts"]);
    assert_eq!(preview.base, "/the/talks/");
    let mut seen = 0;
    let assets = bench.assets();
    for (path, published) in bytes_of(bench.files("public")) {
        let is_asset = assets.values().any(|named| *named == path);
        let is_other = matches!(&*path, "events/landed/index.html" | "_headers");
        if path.starts_with(".dateline") || is_other || is_asset {
            continue;
        }
        let reply = preview.get(&encoded(&path));
        assert_eq!(reply.status, 200, "{path}");
        let is_page = path.ends_with(".html") && path != "own.html";
        assert_eq!(reply.tag().is_some(), is_page, "{path}");
        if is_page {
            let (served, published) = (reply.text(), String::from_utf8(published).unwrap());
            let scripts = published.matches("<script").count();
            assert_eq!(served.matches("<script").count(), scripts + 1, "{path}");
            assert!(!published.contains("__dateline"), "{path}");
            // Under the preview assets have their plain names, so that an edit of a style reloads nothing.
            let plain = assets.iter().fold(published, |html, (plain, named)| html.replace(named, plain));
            assert_eq!(as_published(&served), plain, "{path}");
        } else {
            assert!(reply.body == published, "{path}");
        }
        seen += 1;
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn drafts_are_shown_and_marked_or_left_out() {
    let bench = talks();
    let preview = Preview::of(&bench);
    let event = preview.get("events/leaves/").text();
    assert!(event.contains("<span class=\"mark\">draft</span>"), "{event}");
    assert!(preview.get("2025/09/").text().contains("Ann Example leaves"));
    let event = preview.get("events/arrives/").text();
    assert!(!event.contains("<span class=\"mark\">draft</span>"), "{event}");
    let preview = Preview::with(&bench, &["--no-drafts"]);
    assert_eq!(preview.get("events/leaves/").status, 404);
    assert!(!preview.get("2025/09/").text().contains("Ann Example leaves"));
}

#[test]
fn what_is_not_there_is_the_sites_own_404_page() {
    let bench = talks();
    let preview = Preview::of(&bench);
    let own = as_published(&preview.get("404.html").text());
    for path in
        ["/the/talks/events/none/", "/the/talks/none.txt", "/the/talk/", "/elsewhere", "/__dateline/x"]
    {
        let reply = preview.ask("GET", path, &[]);
        assert_eq!((reply.status, reply.header("content-type")), (404, "text/html; charset=utf-8"), "{path}");
        assert_eq!(as_published(&reply.text()), own, "{path}");
    }
}

#[test]
fn every_file_has_its_content_type() {
    let bench = talks();
    let preview = Preview::of(&bench);
    for (path, content_type) in [
        ("", "text/html; charset=utf-8"),
        ("events/arrives/index.html", "text/html; charset=utf-8"),
        ("own.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("favicon.svg", "image/svg+xml; charset=utf-8"),
        ("images/dot.png", "image/png"),
        ("digits.txt", "text/plain; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("data/events.csv", "text/csv; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ] {
        let reply = preview.get(path);
        assert_eq!((reply.status, reply.header("content-type")), (200, content_type), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[test]
fn head_is_everything_but_the_body() {
    let bench = talks();
    let preview = Preview::of(&bench);
    for path in ["/the/talks/", "/the/talks/digits.txt", "/the/talks/none/", "/__dateline/preview.js"] {
        let (get, head) = (preview.ask("GET", path, &[]), preview.ask("HEAD", path, &[]));
        assert!(head.body.is_empty() && head.status == get.status, "{path}: {head:?}");
        for name in ["content-length", "content-type", "etag"] {
            assert_eq!(head.header(name), get.header(name), "{path}");
        }
        assert_eq!(get.header("content-length"), get.body.len().to_string(), "{path}");
    }
}

#[test]
fn what_a_browser_has_already_is_not_sent_again_until_it_changes() {
    let bench = talks();
    let preview = Preview::of(&bench);
    for path in ["events/arrives/", "digits.txt", "style.css", "feed.xml"] {
        let etag = preview.get(path).header("etag").to_owned();
        let again =
            |etag: &str| preview.ask("GET", &format!("{}{path}", preview.base), &[("If-None-Match", etag)]);
        let reply = again(&etag);
        assert!(
            reply.status == 304 && reply.body.is_empty() && reply.header("etag") == etag,
            "{path}: {reply:?}"
        );
        assert_eq!(again("\"other\"").status, 200, "{path}");
        match path {
            "digits.txt" => bench.replace("static/digits.txt", "9876543210"),
            "style.css" => bench.write("static/style.css", "p { color: blue }"),
            _ => bench.write("content/articles/good.md", GOOD_ARTICLE.replace("Ann Example arrives", path)),
        }
        eventually("another tag", || (again(&etag).status == 200).then_some(()));
    }
}

#[test]
fn parts_of_a_static_file_can_be_asked_for() {
    let bench = talks();
    let preview = Preview::of(&bench);
    let part = |range: &str| preview.ask("GET", "/the/talks/digits.txt", &[("Range", range)]);
    let reply = part("bytes=2-4");
    assert_eq!((reply.status, reply.text().as_str()), (206, "234"));
    assert_eq!(reply.header("content-range"), "bytes 2-4/10");
    assert_eq!((part("bytes=7-").text(), part("bytes=-2").text()), ("789".to_owned(), "89".to_owned()));
    let reply = part("bytes=10-");
    assert_eq!((reply.status, reply.header("content-range")), (416, "bytes */10"));
    let is_told = |reply: Reply| reply.header("accept-ranges") == "bytes";
    assert!(is_told(preview.get("digits.txt")));
}

#[test]
fn addresses_lead_on_as_the_published_ones_do() {
    let bench = talks();
    let preview = Preview::of(&bench);
    for (path, to) in [
        ("/", "/the/talks/"),
        ("/the/talks", "/the/talks/"),
        ("/the/talks/events/arrives", "/the/talks/events/arrives/"),
        ("/the/talks/2025/09", "/the/talks/2025/09/"),
        ("/the/talks/events/landed/", "/the/talks/events/arrives/"),
        ("/the/talks/events/landed/index.html", "/the/talks/events/arrives/"),
    ] {
        let reply = preview.ask("GET", path, &[]);
        assert_eq!((reply.status, reply.header("location")), (302, to), "{path}");
    }
    let (short, long) = (preview.get("events/arrives/"), preview.get("events/arrives/index.html"));
    assert_eq!(as_published(&short.text()), as_published(&long.text()));
    assert_eq!(long.status, 200);
}

#[test]
fn nothing_is_written_into_the_sites_folder() {
    let bench = talks();
    let before = bench.files("");
    let preview = Preview::of(&bench);
    for path in ["", "events/arrives/", "none/", "feed.xml", "digits.txt", "__dateline/preview.js"] {
        preview.get(path);
    }
    preview.open("about/").problems(0);
    assert!(bench.files("") == before);
    preview.mark(&bench, "a rebuild");
    let mut after = bench.files("");
    after.insert("content/pages/about.md".into(), before["content/pages/about.md"].clone());
    assert!(after == before);
}

#[test]
fn accounts_say_where_they_stand() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    preview.shows("events/arrives/", "Edit <code>content/articles/good.md:8</code>");
    bench.reword("content/articles/good.md", "## 3 Sept", "Some words first.\n\n## 3 Sept");
    preview.shows("events/arrives/", "Edit <code>content/articles/good.md:10</code>");
}

#[test]
fn with_an_editors_address_they_are_links_to_it_and_so_are_mistakes() {
    let bench = Site::new().build();
    let preview = Preview::with(&bench, &["--editor-url", "vscode://file/{path}:{line}"]);
    let root = bench.root().canonicalize().unwrap().to_string_lossy().into_owned();
    let root = root.trim_start_matches('/');
    let event = preview.get("events/arrives/").text();
    let link =
        format!("<a href=\"vscode://file/{root}/content/articles/good.md:8\">content/articles/good.md:8</a>");
    assert!(event.contains(&link), "`{link}` is not in {event}");
    let mut page = preview.open("events/arrives/");
    bench.reword("content/articles/good.md", "published:", "publishd:");
    let problem = page.problems(1).remove(0);
    assert_eq!(problem["url"], format!("vscode://file/{root}/content/articles/good.md:5"));
}

#[test]
fn an_editors_address_that_cannot_work_is_refused() {
    let bench = Site::new().build();
    for address in
        ["", "code", "vscode://file/", "{path}:{line}", "javascript:alert('{path}')", "data:{path}"]
    {
        let ran = refused(&bench, &["--port", "0", "--editor-url", address]);
        assert_eq!(ran.code, Some(2), "`{address}`: {}", ran.stderr);
        assert!(ran.stderr.contains("--editor-url"), "{}", ran.stderr);
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_that_says_what_to_do() {
    let bench = Site::new().build();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = refused(&bench, &["--port", &port]);
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    for words in ["error:", &port, "taken", "another port"] {
        assert!(ran.stderr.contains(words), "`{words}` is not in: {}", ran.stderr);
    }
}

#[test]
fn another_port_is_taken_for_the_default_one_and_said() {
    let bench = Site::new().build();
    // Whoever has it: it is taken.
    let _taken = TcpListener::bind("127.0.0.1:4400");
    let mut preview = Preview::start(&bench, &[]);
    assert_ne!(preview.address.port(), 4400);
    preview.says("The port 4400 is taken; this is another one.");
    preview.lives();
}

#[test]
fn a_host_that_others_can_reach_is_warned_of_and_loopback_is_not() {
    let bench = Site::new().build();
    let mut open = Preview::with(&bench, &["--host", "0.0.0.0"]);
    assert!(open.address.ip().is_loopback());
    open.says("warning: on `0.0.0.0` everybody");
    open.lives();
    let quiet = Preview::of(&bench);
    quiet.says("Loaded 1 event on ");
    assert!(!quiet.said().iter().any(|line| line.contains("warning")), "{:?}", quiet.said());
}

#[test]
fn what_is_no_host_of_this_machine_or_no_folder_is_an_error() {
    let bench = Site::new().build();
    for arguments in [["--host", "192.0.2.1", "."], ["--port", "0", "nowhere"]] {
        let ran = refused(&bench, &arguments);
        assert_eq!(ran.code, Some(3), "{}", ran.stderr);
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[test]
fn it_ends_at_once_when_it_is_asked_to() {
    let bench = Site::new().build();
    for signal in [Signal::INT, Signal::TERM] {
        let mut preview = Preview::of(&bench);
        let (_page, _silent) = (preview.open(""), preview.connect());
        let asked = Instant::now();
        preview.signal(signal);
        let status = preview.end();
        assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
        assert_eq!(status.code(), Some(0), "{signal:?}");
        preview.says("The preview has ended.");
    }
}

#[test]
fn the_first_line_is_the_address_also_under_its_other_name() {
    let bench = talks();
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = bench.command();
    command.current_dir(elsewhere.path()).arg("preview").arg(bench.root()).args(["--port", "0"]);
    let preview = Preview::run(command);
    let first = preview.said().remove(0);
    assert_eq!(first, format!("Preview: http://{}/the/talks/  (Ctrl-C ends it)", preview.address));
    assert_eq!(preview.get("").status, 200);
}
