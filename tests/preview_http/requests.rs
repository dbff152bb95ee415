//! What is asked as it should be: conditions, ranges, connections that are kept, streams.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use dateline::preview::http::{BindError, DEFAULT_PORT, Limits, Server, etag};

use super::{LETTERS, Preview, read, read_one, within};

#[test]
fn a_page_and_its_headers() {
    let preview = Preview::start();
    let page = preview.get("/");
    assert_eq!((page.status, page.body.as_slice()), (200, LETTERS));
    for (name, value) in [
        ("content-type", "text/plain; charset=utf-8"),
        ("content-length", "26"),
        ("cache-control", "no-cache"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("accept-ranges", "bytes"),
        ("server", "dateline"),
        ("connection", "close"),
        ("etag", &etag(LETTERS)),
    ] {
        assert_eq!(page.header(name), Some(value), "{name}");
    }
    assert!(page.header("date").is_some_and(|date| date.ends_with(" GMT")));
    let missing = preview.get("/missing");
    assert_eq!((missing.status, missing.text(), missing.header("etag")), (404, "nothing here", None));
    assert_eq!(preview.get("/empty").header("content-length"), Some("0"));
}

#[test]
fn what_is_answered_knows_path_query_and_headers() {
    let preview = Preview::start();
    let page = preview.ask("GET /echo/Z%C3%BCrich%20?q=%2e&a", "accept-LANGUAGE:  de\r\n");
    assert_eq!(page.text(), "/echo/Zürich |q=%2e&a|de");
    let absolute = preview.ask(&format!("GET http://{}/echo/a?b", preview.address), "");
    assert_eq!(absolute.text(), "/echo/a|b|none");
}

#[test]
fn head_is_get_without_a_body() {
    let preview = Preview::start();
    for path in ["/", "/file.svg", "/missing", "/moved", "/empty"] {
        let (head, get) = (preview.ask(&format!("HEAD {path}"), ""), preview.get(path));
        let without_date = |head: &str| {
            head.lines().filter(|line| !line.starts_with("Date")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(without_date(&head.head), without_date(&get.head), "{path}");
        assert_eq!(head.body, b"", "{path}");
    }
    let stream = preview.ask("HEAD /events/endless", "");
    assert_eq!((stream.status, stream.body.len()), (200, 0));
    assert_eq!(preview.ask("HEAD /", "Range: bytes=0-1\r\n").status, 200);
}

#[test]
fn conditions() {
    let preview = Preview::start();
    let (known, other) = (etag(LETTERS), etag(b"other"));
    for path in ["/", "/file.svg"] {
        for fields in [
            format!("If-None-Match: {known}\r\n"),
            format!("If-None-Match: {other}, W/{known}\r\n"),
            format!("If-None-Match: {other}\r\nIf-None-Match: {known}\r\n"),
            format!("If-None-Match: {known}\r\nRange: bytes=0-1\r\n"),
            "If-None-Match: *\r\n".to_owned(),
        ] {
            let page = preview.ask(&format!("GET {path}"), &fields);
            assert_eq!((page.status, page.body.len()), (304, 0), "{fields}");
            assert_eq!(page.header("etag"), Some(known.as_str()));
        }
        let changed = preview.ask(&format!("GET {path}"), &format!("If-None-Match: {other}\r\n"));
        assert_eq!((changed.status, changed.body.as_slice()), (200, LETTERS));
    }
    assert_eq!(preview.ask("GET /missing", "If-None-Match: *\r\n").status, 404);
}

#[test]
fn ranges() {
    let preview = Preview::start();
    for path in ["/", "/file.svg"] {
        let ask = |fields: &str| preview.ask(&format!("GET {path}"), fields);
        for (range, body, shown) in [
            ("0-0", "a", "bytes 0-0/26"),
            ("3-5", "def", "bytes 3-5/26"),
            ("23-", "xyz", "bytes 23-25/26"),
            ("-2", "yz", "bytes 24-25/26"),
            ("24-99", "yz", "bytes 24-25/26"),
        ] {
            let part = ask(&format!("Range: bytes={range}\r\n"));
            assert_eq!((part.status, part.text()), (206, body), "{range}");
            assert_eq!(part.header("content-range"), Some(shown));
            assert_eq!(part.header("content-length"), Some(body.len().to_string().as_str()));
            assert_eq!(part.header("etag"), Some(etag(LETTERS).as_str()));
        }
        for range in ["26-", "-0", "99-100"] {
            let none = ask(&format!("Range: bytes={range}\r\n"));
            assert_eq!((none.status, none.header("content-range")), (416, Some("bytes */26")), "{range}");
        }
        for range in ["bytes=5-3", "bytes=0-1,3-4", "bytes=x", "lines=1-2"] {
            assert_eq!(ask(&format!("Range: {range}\r\n")).body, LETTERS, "{range}");
        }
        let if_range = |tag: &str| ask(&format!("Range: bytes=0-1\r\nIf-Range: {tag}\r\n")).status;
        assert_eq!(if_range(&etag(LETTERS)), 206);
        assert_eq!(if_range(&etag(b"other")), 200);
        assert_eq!(if_range(&format!("W/{}", etag(LETTERS))), 200);
        assert_eq!(if_range("Wed, 03 Sep 2025 10:00:00 GMT"), 200);
    }
}

#[test]
fn a_file_is_sent_from_its_start_and_never_shorter_than_promised() {
    let preview = Preview::start();
    let file = preview.get("/file.svg");
    assert_eq!(
        (file.body.as_slice(), file.header("content-type")),
        (LETTERS, Some("image/svg+xml; charset=utf-8"))
    );
    let mut stream = preview.connect();
    let request = format!("GET /cut HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    stream.write_all(request.as_bytes()).expect("sent");
    let cut = read(&mut stream);
    assert!(cut.body.len() < 10, "the connection is closed, so that the client knows");
}

#[test]
fn redirects() {
    let preview = Preview::start();
    let moved = preview.get("/moved");
    assert_eq!(moved.status, 302);
    let to = "/new%20place/?a=1&b=%22%C3%A9%0D%0ASet-Cookie:%20x";
    assert_eq!((moved.header("location"), moved.header("set-cookie")), (Some(to), None));
    assert!(moved.text().contains(&format!("<a href=\"{}\">", to.replace('&', "&amp;"))));
}

#[test]
fn connections_are_kept_and_requests_may_be_pipelined() {
    let preview = Preview::start();
    let mut stream = preview.connect();
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    for path in ["/", "/missing", "/file.svg"] {
        stream.write_all(get(path).as_bytes()).expect("sent");
        let response = read_one(&mut stream);
        assert_eq!((response.status == 404, response.header("connection")), (path == "/missing", None));
    }
    let many: String = (0..200).map(|number| get(&format!("/echo/{number}"))).collect();
    stream.write_all(many.as_bytes()).expect("sent");
    for number in 0..200 {
        assert_eq!(read_one(&mut stream).text(), format!("/echo/{number}||none"));
    }
    stream.write_all(preview.request("GET /", "").as_bytes()).expect("sent");
    assert_eq!(read(&mut stream).body, LETTERS, "and the connection is closed");
}

#[test]
fn a_head_may_come_in_pieces() {
    let preview = Preview::start();
    let mut stream = preview.connect();
    for byte in
        format!("\r\nGET /echo/a HTTP/1.1\nHost: {}\nConnection: x, Close\n\n", preview.address).bytes()
    {
        stream.write_all(&[byte]).expect("sent");
    }
    assert_eq!(read(&mut stream).text(), "/echo/a||none");
}

#[test]
fn http_1_0_closes() {
    let preview = Preview::start();
    let request = format!("GET / HTTP/1.0\r\nHost: {}\r\nConnection: keep-alive\r\n\r\n", preview.address);
    let page = preview.raw(request.as_bytes());
    assert_eq!((page.body.as_slice(), page.header("connection")), (LETTERS, Some("close")));
}

#[test]
fn streams() {
    let preview = Preview::start();
    let events = preview.get("/events");
    assert_eq!(events.text(), "data: 1\n\ndata: 2\n\ndata: 3\n\n");
    for (name, value) in [
        ("content-type", Some("text/event-stream")),
        ("cache-control", Some("no-store")),
        ("connection", Some("close")),
        ("content-length", None),
        ("transfer-encoding", None),
        ("x-content-type-options", Some("nosniff")),
    ] {
        assert_eq!(events.header(name), value, "{name}");
    }
    let stream = preview.connect();
    (&stream).write_all(preview.request("GET /events/endless", "").as_bytes()).expect("sent");
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    assert_eq!(lines.filter(|line| line == ": still here").take(3).count(), 3, "each is sent at once");
}

#[test]
fn streams_leave_room_for_pages() {
    let preview = Preview::with(Limits { connections: 8, ..Limits::default() });
    let streams: Vec<TcpStream> = (0..6)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(preview.request("GET /events/endless", "").as_bytes()).expect("sent");
            let mut line = String::new();
            BufReader::new(&mut stream).read_line(&mut line).expect("a status line");
            assert_eq!(line, "HTTP/1.1 200 OK\r\n");
            stream
        })
        .collect();
    assert_eq!(preview.get("/events/endless").status, 503);
    assert_eq!(preview.get("/").status, 200);
    drop(streams);
    let again = || {
        preview.get("/events").status == 200 || {
            std::thread::sleep(Duration::from_millis(20));
            false
        }
    };
    assert!((0..100).any(|_| again()), "places are given back");
}

#[test]
fn it_stops_at_once_whatever_is_open() {
    let mut preview = Preview::start();
    let silent = preview.connect();
    let mut stream = preview.connect();
    stream.write_all(preview.request("GET /events/endless", "").as_bytes()).expect("sent");
    let mut big = preview.connect();
    big.write_all(preview.request("GET /big", "").as_bytes()).expect("sent");
    assert_eq!(preview.get("/").status, 200);
    let address = within(Duration::from_secs(3), move || {
        preview.stop();
        preview.address
    });
    assert!(TcpStream::connect(address).is_err(), "nobody listens any more");
    drop((silent, stream, big));
    let server = Server::bind("127.0.0.1", Some(0)).expect("a free port");
    server.stopper().stop();
    within(Duration::from_secs(3), move || server.run(&super::small_site));
}

#[test]
fn ports() {
    let first = Server::bind("127.0.0.1", Some(0)).expect("a free port");
    let port = first.address().port();
    assert_eq!(first.url(), format!("http://127.0.0.1:{port}"));
    assert!(first.is_loopback() && !first.took_another_port());
    let error = Server::bind("127.0.0.1", Some(port)).map(|_| ()).expect_err("the port is taken");
    assert!(matches!(&error, BindError::Busy { port: busy, .. } if *busy == port));
    assert!(error.to_string().contains("name another port"), "{error}");
    // Another test, or another program, may have the default port: then the second server has yet another.
    let servers = [(); 2].map(|()| Server::bind("127.0.0.1", None).expect("a free port"));
    for server in &servers {
        assert_eq!(server.took_another_port(), server.address().port() != DEFAULT_PORT);
    }
    assert_ne!(servers[0].address(), servers[1].address());
    assert!(servers[1].took_another_port());
    let named = Server::bind("localhost", Some(0)).expect("a free port");
    assert_eq!(named.url(), format!("http://localhost:{}", named.address().port()));
    let all = Server::bind("0.0.0.0", Some(0)).expect("a free port");
    assert!(!all.is_loopback() && all.url().starts_with("http://127.0.0.1:"));
    for foreign in ["192.0.2.1", "no-such-host.invalid", ""] {
        let error = Server::bind(foreign, Some(0)).map(|_| ()).expect_err("it is not this machine");
        assert!(matches!(error, BindError::NoHost { .. }), "{foreign}: {error}");
    }
}
