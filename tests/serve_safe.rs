//! `dateline serve` and a hostile neighbourhood: whoever asks gets the site's pages or nothing, and nobody keeps
//! others from being served.

mod common;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use common::serving::{PATIENCE, Preview, Reply, eventually};
use common::{Bench, GOOD_ARTICLE, SITE_YAML, Site};

/// In the site's files, and on none of its pages.
const SECRET: &str = "b7c1a4e0-secret";

/// A site whose sources hold a secret.
fn guarded() -> Site {
    Site::new()
        .file("site.yaml", format!("{SITE_YAML}# {SECRET}\n"))
        .article("good.md", GOOD_ARTICLE.replace("---\ntitle", &format!("---\n# {SECRET}\ntitle")))
        .file("sources/raw.txt", SECRET)
        .file(".git/config", SECRET)
        .file("templates/page.html", format!("{{# {SECRET} #}}{{% extends \"base.html\" %}}"))
        .file("static/open.txt", "open")
        .file("static/folder/a.txt", "a")
}

/// Insists that no byte of a source, and nothing of the machine's, is in an answer.
fn holds_no_secret(reply: &Reply, asked: &str) {
    let text = reply.text();
    let hostname = fs::read_to_string("/etc/hostname").unwrap_or_default();
    assert!(!text.contains(SECRET) && !text.contains("root:x:"), "{asked}: {text}");
    assert!(hostname.trim().is_empty() || text != hostname, "{asked}: {text}");
}

#[test]
fn another_host_is_refused() {
    let bench = Site::new().build();
    let preview = Preview::of(&bench);
    let port = preview.address.port();
    let other = port ^ 1;
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        format!("127.0.0.1:{other}"),
        format!("localhost:{other}"),
        "127.0.0.1".to_owned(),
        "localhost".to_owned(),
        format!("0.0.0.0:{port}"),
        format!("192.0.2.1:{port}"),
    ] {
        for path in ["/", "/events/arrives/", "/__dateline/preview.js", "/__dateline/events?page=/&tag=x"] {
            let reply = preview.ask("GET", path, &[("Host", &host)]);
            assert_eq!(reply.status, 403, "{host} {path}");
            assert!(!reply.text().contains("Ann Example"), "{host} {path}");
        }
    }
    let absolute = format!("GET http://evil.example:{port}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    assert_eq!(preview.raw(absolute.as_bytes()).status, 403);
    let two = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n");
    for refused in [two.as_str(), "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"] {
        assert_eq!(preview.raw(refused.as_bytes()).status, 400, "{refused}");
    }
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("LocalHost:{port}")] {
        assert_eq!(preview.ask("GET", "/", &[("Host", &host)]).status, 200, "{host}");
    }
}

#[test]
fn no_path_leaves_the_site() {
    let bench = guarded().build();
    let mut preview = Preview::of(&bench);
    let ups = ["..", "%2e%2e", ".%2e", "%2E.", "..%00", "%252e%252e", "..;", "%c0%ae%c0%ae", "%uff0e%uff0e"];
    let slashes = ["/", "%2f", "\\", "%5c", "//", "%252f", "/./", "%c0%af"];
    let files = ["site.yaml", "content/articles/good.md", ".git/config", "etc/passwd"];
    let mut tricks: Vec<String> = Vec::new();
    for up in ups {
        for slash in slashes {
            for file in files {
                let climb = [up, slash].concat();
                for depth in [1, 2, 12] {
                    tricks.push(format!("/{}{file}", climb.repeat(depth)));
                }
                tricks.push(format!("/folder{slash}{climb}{climb}{file}"));
                tricks.push(format!("/static/{climb}{file}"));
            }
        }
    }
    let root = bench.root().to_string_lossy();
    let authority = preview.address;
    tricks.extend(
        [
            "/site.yaml",
            "/content/articles/good.md",
            "/static/open.txt",
            "/sources/raw.txt",
            "/.git/config",
            "/templates/page.html",
            "/permalinks.lock",
            "//etc/passwd",
            "///etc/passwd",
            "/%2fetc/passwd",
            "/%00",
            "/site.yaml%00.html",
            "/open.txt%00",
            "/open.txt/",
            "/open.txt/../../site.yaml",
            "/%",
            "/%2",
            "/%zz",
            "*",
            "site.yaml",
            "../site.yaml",
            "/~root/",
            "/c:/site.yaml",
            "/__dateline/../site.yaml",
            "/__dateline/../../site.yaml",
            "/__dateline//etc/passwd",
            "/__dateline/events/../../site.yaml",
            "ftp://localhost/etc/passwd",
        ]
        .map(str::to_owned),
    );
    tricks.push(format!("/{root}/site.yaml"));
    tricks.push(format!("{root}/site.yaml"));
    tricks.push(format!("http://{authority}/../site.yaml"));
    tricks.push(format!("http://{authority}/%2e%2e/site.yaml"));
    tricks.push(format!("http://{authority}{root}/site.yaml"));
    for trick in &tricks {
        let reply = preview.ask("GET", trick, &[]);
        holds_no_secret(&reply, trick);
        assert!([302, 400, 403, 404].contains(&reply.status), "{trick}: {}", reply.status);
    }
    let open = preview.ask("GET", &format!("http://{authority}/open.txt"), &[]);
    assert_eq!((open.status, open.text().as_str()), (200, "open"));
    preview.lives();
}

#[test]
fn links_out_of_the_static_folder_are_not_served() {
    let bench = guarded().build();
    for (to, name) in [
        ("../site.yaml", "near.txt"),
        ("../content", "whole-content"),
        ("/etc/hostname", "far.txt"),
        ("/etc", "whole-etc"),
        ("folder/a.txt", "within.txt"),
    ] {
        symlink(to, bench.path("static").join(name)).unwrap();
    }
    let preview = Preview::of(&bench);
    for path in ["near.txt", "whole-content/articles/good.md", "far.txt", "whole-etc/hostname", "whole-etc/"]
    {
        let reply = preview.get(path);
        holds_no_secret(&reply, path);
        assert_eq!(reply.status, 404, "{path}");
    }
    assert_eq!(preview.get("within.txt").text(), "a");
}

#[test]
fn a_served_file_that_becomes_a_link_out_of_the_static_folder_is_not_served() {
    let bench = guarded().build();
    let mut preview = Preview::of(&bench);
    for (to, path) in [("../site.yaml", "open.txt"), ("/etc/hostname", "folder/a.txt")] {
        assert_eq!(preview.get(path).status, 200);
        symlink(to, bench.path("link")).unwrap();
        fs::rename(bench.path("link"), bench.path("static").join(path)).unwrap();
        // At once, and after the edit has been seen.
        let is_refused = || {
            let reply = preview.get(path);
            holds_no_secret(&reply, path);
            assert_eq!(reply.status, 404, "{path}");
        };
        is_refused();
        preview.says(&format!("--> static/{path}"));
        is_refused();
        // It is no page that loads itself again and again.
        let mut page = preview.open(path);
        page.problems(if path == "open.txt" { 1 } else { 2 });
        bench.write("static/style.css", path);
        let (_, heard) = page.until("style");
        assert!(!heard.contains(&"page".to_owned()), "{heard:?}");
    }
    fs::rename(bench.path("static/folder"), bench.path("put-by")).unwrap();
    symlink("../content/articles", bench.path("static/folder")).unwrap();
    holds_no_secret(&preview.get("folder/good.md"), "a linked folder");
    preview.lives();
}

#[test]
fn only_reading_is_answered() {
    let bench = Site::new().build();
    let before = bench.files("");
    let preview = Preview::of(&bench);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "MKCOL"] {
        for path in ["/", "/about/", "/__dateline/events", "/new.txt"] {
            let reply = preview.ask(method, path, &[]);
            assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method} {path}");
        }
    }
    let reply = preview.ask("CONNECT", &preview.address.to_string(), &[]);
    assert!([400, 405].contains(&reply.status), "{}", reply.status);
    let body = format!("POST / HTTP/1.1\r\nHost: {}\r\nContent-Length: 5\r\n\r\nhello", preview.address);
    assert_eq!(preview.raw(body.as_bytes()).status, 405);
    assert!(bench.files("") == before);
}

#[test]
fn silent_and_slow_clients_block_nobody() {
    let bench = Site::new().file("static/large.bin", vec![7; 20_000_000]).build();
    let preview = Preview::of(&bench);
    let silent: Vec<TcpStream> = (0..20).map(|_| preview.connect()).collect();
    // Takes nothing of a large answer.
    let mut deaf = preview.connect();
    write!(deaf, "GET /large.bin HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
    let mut slow = preview.connect();
    let request = format!("GET /about/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.address);
    for (at, byte) in request.bytes().enumerate() {
        slow.write_all(&[byte]).unwrap();
        if at % 8 == 0 {
            assert_eq!(preview.get("events/arrives/").status, 200);
        }
    }
    let reply = Reply::read(slow);
    assert_eq!(reply.status, 200);
    assert!(reply.text().contains("Who we are."));
    // Nor do they block what is edited.
    preview.mark(&bench, "beside them");
    assert_eq!(preview.get("large.bin").body.len(), 20_000_000);
    drop((silent, deaf));
}

#[test]
fn a_head_is_not_read_without_end() {
    let bench = Site::new().build();
    let mut preview = Preview::of(&bench);
    let long = "x".repeat(100_000);
    let one = preview.ask("GET", "/", &[("X-Long", &long)]);
    let line = preview.ask("GET", &format!("/{long}"), &[]);
    let fields = (0..5_000).map(|at| format!("X-{at}: some words\r\n")).collect::<String>();
    let many = format!("GET / HTTP/1.1\r\nHost: {}\r\n{fields}\r\n", preview.address);
    let many = preview.raw(many.as_bytes());
    for reply in [one, line, many] {
        assert!([414, 431].contains(&reply.status), "{}: {}", reply.status, reply.text());
    }
    // One that never ends.
    let before = preview.memory();
    let mut endless = preview.connect();
    let _ = write!(endless, "GET / HTTP/1.1\r\nX: ");
    let mut sent = 0;
    while sent < 50_000_000 && endless.write_all(&[b'x'; 10_000]).is_ok() {
        sent += 10_000;
    }
    assert!(sent < 50_000_000, "it takes everything");
    assert!(preview.memory() < before + 10_000);
    preview.lives();
}

#[test]
fn five_hundred_connections_at_once_are_served_and_one_more() {
    let bench = Site::new().build();
    let mut preview = Preview::of(&bench);
    let mut crowd: Vec<TcpStream> = (0..500).map(|_| preview.connect()).collect();
    // All of them are silent, and the next one is served.
    assert_eq!(preview.get("about/").status, 200);
    let host = preview.address;
    for stream in &mut crowd {
        write!(stream, "GET /events/arrives/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    }
    assert_eq!(preview.get("about/").status, 200);
    for stream in crowd {
        let reply = Reply::read(stream);
        assert!(reply.status == 200 && reply.text().contains("Ann Example"), "{reply:?}");
    }
    preview.mark(&bench, "after the crowd");
    preview.lives();
}

#[test]
fn open_pages_that_go_away_leave_nothing_behind() {
    let bench = Site::new().build();
    let mut preview = Preview::of(&bench);
    let tasks = |preview: &Preview| fs::read_dir(format!("/proc/{}/task", preview.pid())).unwrap().count();
    let before = tasks(&preview);
    for round in 0..5 {
        let pages: Vec<_> = (0..60).map(|_| preview.open("about/")).collect();
        assert!(tasks(&preview) >= before + 60);
        drop(pages);
        preview.mark(&bench, &format!("round {round}"));
    }
    eventually("their threads end", || (tasks(&preview) < before + 60).then_some(()));
    preview.lives();
}

#[test]
fn a_client_that_is_cut_off_in_the_middle_hurts_nobody() {
    let bench = Site::new().file("static/large.bin", vec![7; 20_000_000]).build();
    let mut preview = Preview::of(&bench);
    for _ in 0..50 {
        let mut client = preview.connect();
        write!(client, "GET /large.bin HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
        client.read_exact(&mut [0; 1000]).unwrap();
    }
    preview.lives();
}

/// How many rebuilds the memory is watched over. `DATELINE_REBUILDS=10000 cargo test --release --test serve_safe
/// memory` is the long run.
fn rebuilds() -> usize {
    std::env::var("DATELINE_REBUILDS").ok().and_then(|number| number.parse().ok()).unwrap_or(400)
}

#[test]
fn memory_stays_flat_over_many_rebuilds() {
    let bench = Site::new().events(20).build();
    let preview = Preview::of(&bench);
    let mut page = preview.open("events/arrives/");
    page.problems(0);
    let mut after_50 = 0;
    for at in 1..=rebuilds() {
        edit(&bench, at);
        let began = Instant::now();
        while preview.rebuilds().len() < at {
            assert!(began.elapsed() < PATIENCE, "no rebuild: {:?}", preview.said());
            std::thread::sleep(Duration::from_millis(1));
        }
        if at == 50 {
            after_50 = preview.memory();
        }
    }
    let grown = preview.memory().saturating_sub(after_50);
    assert!(grown < 10_000, "{grown} kB more than the {after_50} kB after 50 rebuilds");
}

/// In turn: words of an event, a page, a style sheet, a new headline, an article that comes or goes.
fn edit(bench: &Bench, at: usize) {
    let article =
        |text: &str| bench.replace("content/articles/good.md", GOOD_ARTICLE.replace("a ceasefire", text));
    let passing = "content/articles/passing.md";
    match at % 5 {
        0 => article(&format!("number {at}")),
        1 => bench.replace("content/pages/about.md", format!("---\ntitle: About\n---\n\n{at}\n")),
        2 => bench.replace(
            "content/actors/ann-example.md",
            format!("---\nname: Ann Example\nkind: person\n---\n\n{at}\n"),
        ),
        3 => bench.replace(
            "content/articles/good.md",
            GOOD_ARTICLE.replace("arrives {", &format!("arrives {at} {{")),
        ),
        _ if bench.exists(passing) => bench.remove(passing),
        _ => bench.replace(
            passing,
            format!("---\ntitle: Passing\n---\n\n## 2025-01-01: Passing {at} {{#passing}}\n\nText.\n"),
        ),
    }
}
