//! What is refused, with which status, and that the next client is served all the same.

use proptest::prelude::*;

use dateline::preview::http::Limits;

use super::{LETTERS, Preview};

fn assert_well(preview: &Preview) {
    assert_eq!(preview.get("/").body, LETTERS);
}

#[test]
fn only_reading_is_allowed() {
    let preview = Preview::start();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "get", "BREW"] {
        let fields = format!("Host: {}\r\nContent-Length: 5\r\n\r\nhello", preview.address);
        let refused = preview.raw(format!("{method} / HTTP/1.1\r\n{fields}").as_bytes());
        assert_eq!((refused.status, refused.header("allow")), (405, Some("GET, HEAD")), "{method}");
        assert_eq!(refused.header("connection"), Some("close"));
    }
}

#[test]
fn bodies_are_not_read() {
    let preview = Preview::start();
    let smuggled = format!("GET /echo/smuggled HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    for fields in [
        format!("Content-Length: {}\r\n", smuggled.len()),
        "Content-Length: 0\r\nContent-Length: 5\r\n".to_owned(),
        "Content-Length: +0\r\n".to_owned(),
        "Content-Length: \r\n".to_owned(),
        "Transfer-Encoding: chunked\r\n".to_owned(),
        "Transfer-Encoding: identity\r\nContent-Length: 0\r\n".to_owned(),
    ] {
        let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n{fields}\r\n{smuggled}", preview.address);
        let refused = preview.raw(request.as_bytes());
        assert_eq!(refused.status, 413, "{fields}");
        assert!(!refused.text().contains("smuggled"));
    }
    assert_eq!(preview.ask("GET /", "Content-Length: 0\r\n").status, 200);
}

#[test]
fn the_host_must_be_ours() {
    let preview = Preview::start();
    let port = preview.address.port();
    let ask =
        |fields: &str| preview.raw(format!("GET / HTTP/1.1\r\n{fields}Connection: close\r\n\r\n").as_bytes());
    for host in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
        assert_eq!(ask(&format!("Host: {host}:{port}\r\n")).status, 200, "{host}");
        assert_eq!(ask(&format!("Host: {host}\r\n")).status, 403, "{host} means port 80");
    }
    for host in [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.0.2.1",
        "[::2]",
        "a@localhost",
    ] {
        let refused = ask(&format!("Host: {host}:{port}\r\n"));
        assert_eq!(refused.status, 403, "{host}");
        assert!(refused.text().contains(&format!("http://127.0.0.1:{port}/")), "{}", refused.text());
    }
    assert_eq!(ask("Host: \r\n").status, 403);
    assert_eq!(ask("").status, 400);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nHost: localhost:{port}\r\n")).status, 400);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")).status, 400);
    assert_eq!(ask(&format!("Host : localhost:{port}\r\n")).status, 400);
    assert_eq!(preview.raw(b"GET / HTTP/1.0\r\n\r\n").status, 400);
    for authority in ["evil.example", "localhost", "127.0.0.1@evil.example", ""] {
        assert_eq!(preview.ask(&format!("GET http://{authority}/"), "").status, 403, "{authority}");
    }
    assert_eq!(preview.ask(&format!("GET http://localhost:{port}/"), "").status, 200);
}

#[test]
fn no_path_climbs() {
    let preview = Preview::start();
    for path in [
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/",
        "/%2e%2e%2f",
        "/../etc/passwd",
        "/echo/../x",
        "/./x",
        "/%00",
        "/echo/%00.html",
        "/..\\..\\etc",
        "/..%5c..%5cetc",
        "/echo/\\x",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/echo//x",
        "/%c0%ae%c0%ae/",
        "/%e0%80%ae/",
        "/%ff",
        "/%",
        "/%4",
        "/%u002e",
        "/echo/%0d%0aSet-Cookie:x",
        "https://localhost/",
        "ftp://localhost/",
        "*",
        "%2f",
        "%2fecho/x",
        "etc/passwd",
        "..",
        "?",
        "/echo/#x",
    ] {
        let refused = preview.get(path);
        assert_eq!((refused.status, refused.header("set-cookie")), (400, None), "{path}");
    }
    let encoded_twice = preview.get("/echo/%252e%252e%252f");
    assert_eq!(encoded_twice.text(), "/echo/%2e%2e%2f||none", "decoded once");
    assert_eq!(preview.raw(b"GET /echo/\xff HTTP/1.1\r\nHost: x\r\n\r\n").status, 400);
    assert_well(&preview);
}

#[test]
fn heads_are_bounded() {
    let preview = Preview::start();
    let start = format!("GET / HTTP/1.1\r\nHost: {}\r\n", preview.address);
    let endless_field = format!("{start}X: {}", "x".repeat(2_000_000));
    assert_eq!(preview.raw(endless_field.as_bytes()).status, 431);
    let endless_path = format!("GET /{}", "a".repeat(200_000));
    assert_eq!(preview.raw(endless_path.as_bytes()).status, 431);
    let many_fields = format!("{start}{}\r\n", "X: y\r\n".repeat(1_000));
    assert_eq!(preview.raw(many_fields.as_bytes()).status, 431);
    let only_lines = "\r\n".repeat(50_000);
    assert_eq!(preview.raw(only_lines.as_bytes()).status, 431);
    assert_eq!(preview.ask("GET /", &"X: y\r\n".repeat(98)).status, 200, "100 fields pass");
    let small = Preview::with(Limits { head_bytes: 1_000, ..Limits::default() });
    let filled = |length: usize| {
        let request = small.request("GET /", "X: \r\n");
        small.ask("GET /", &format!("X: {}\r\n", "x".repeat(length - request.len()))).status
    };
    assert_eq!((filled(1_000), filled(1_001)), (200, 431));
    assert_well(&preview);
}

#[test]
fn other_versions_and_protocols() {
    let preview = Preview::start();
    assert_eq!(preview.raw(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status, 505);
    assert_eq!(preview.raw(b"GET / HTTP/3.0\r\n\r\n").status, 505);
    assert_eq!(preview.raw(b"\x16\x03\x01\x02\x00\x01\x00").status, 400, "TLS hears of it at once");
    assert_eq!(preview.raw(b"GET /\r\n\r\n").status, 400);
    assert_eq!(preview.raw(b"GET  / HTTP/1.1\r\n\r\n").status, 400);
    assert_well(&preview);
}

#[test]
fn a_panic_is_one_answer_only() {
    let preview = Preview::start();
    for _ in 0..3 {
        let page = preview.get("/panic");
        assert_eq!(page.status, 500);
        assert!(page.text().contains("The terminal says more"));
    }
    assert_eq!(preview.get("/panic-later").status, 200, "the head was sent; then the connection is closed");
    assert_well(&preview);
}

#[test]
fn garbage_harms_nothing() {
    let preview =
        Preview::with(Limits { head_time: std::time::Duration::from_millis(100), ..Limits::default() });
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        "(GET|HEAD|POST| |/|%|\\.\\.|\\\\|HTTP/1.1|HTTP/1.0|Host|:|\r\n|\n|\r|\t|\0|é|[a-z]){0,40}"
            .prop_map(String::into_bytes),
        "[ -~é]{0,40}".prop_map(move |path| format!("GET /{path} HTTP/1.1\r\nHost: a\r\n\r\n").into_bytes()),
        "([A-Za-z-]{1,9}: ?[ -~]{0,20}\r\n){0,9}"
            .prop_map(|fields| format!("GET / HTTP/1.1\r\n{fields}\r\n").into_bytes()),
    ];
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
    let all = bytes.prop_map(|mut bytes| {
        bytes.extend_from_slice(b"\r\n\r\n");
        bytes
    });
    runner
        .run(&all, |bytes| {
            let status = preview.raw(&bytes).status;
            prop_assert!(matches!(status, 400 | 403 | 405 | 408 | 413 | 431 | 505), "{status}");
            Ok(())
        })
        .expect("each gets an answer that says no");
    assert_well(&preview);
}
