//! The preview's HTTP layer over real sockets, with a small site of its own.
//!
//! `requests` holds what is asked and answered, `refused` what is not, and
//! `hostile` what clients may do to the server and to each other. The real
//! site is not here.

mod hostile;
mod refused;
mod requests;

use std::io::{Read, Seek, SeekFrom, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use dateline::preview::http::{Answer, Answers, Limits, Request, Server, Stopper, content_type, etag};

const TEXT: &str = "text/plain; charset=utf-8";
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const BIG: usize = 32 * 1024 * 1024;

/// A server in its own thread; it ends with the test.
struct Preview {
    address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Preview {
    fn start() -> Self {
        Self::with(Limits::default())
    }

    fn with(limits: Limits) -> Self {
        Self::serve(limits, small_site)
    }

    fn serve(limits: Limits, site: impl Answers + Send + 'static) -> Self {
        let server = Server::bind("127.0.0.1", Some(0)).expect("a free port").with_limits(limits);
        let (address, stopper) = (server.address(), server.stopper());
        let thread = Some(thread::spawn(move || server.run(&site)));
        Self { address, stopper, thread }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        stream
    }

    /// A request that ends the connection, with further fields; each ends in CRLF.
    fn request(&self, first: &str, fields: &str) -> String {
        format!("{first} HTTP/1.1\r\nHost: {}\r\n{fields}Connection: close\r\n\r\n", self.address)
    }

    /// Sends bytes as they are, and reads to the end.
    fn raw(&self, bytes: &[u8]) -> Response {
        let mut stream = self.connect();
        // A server that has heard enough may close before all is sent.
        let _ = stream.write_all(bytes);
        read(&mut stream)
    }

    fn ask(&self, first: &str, fields: &str) -> Response {
        self.raw(self.request(first, fields).as_bytes())
    }

    fn get(&self, path: &str) -> Response {
        self.ask(&format!("GET {path}"), "")
    }

    fn stop(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server does not panic");
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.stop();
        }
    }
}

/// What a client got.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Response {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

/// Reads until the server closes. A connection that was reset counts as closed.
fn read(stream: &mut TcpStream) -> Response {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    parse(&bytes)
}

/// Status 0: there was no answer.
fn parse(bytes: &[u8]) -> Response {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Response { status: 0, head: String::from_utf8_lossy(bytes).into_owned(), body: Vec::new() };
    };
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head in ASCII");
    let status = head.get(9..12).and_then(|digits| digits.parse().ok()).expect("a status");
    Response { status, head, body: bytes[end + 4..].to_vec() }
}

/// Reads one response with a `Content-Length` from a connection that stays open.
fn read_one(stream: &mut TcpStream) -> Response {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).expect("a head");
        bytes.push(byte[0]);
    }
    let mut response = parse(&bytes);
    let length = response.header("content-length").expect("a length").parse().expect("a number");
    response.body = vec![0; length];
    stream.read_exact(&mut response.body).expect("a body");
    response
}

fn small_site(request: &Request) -> Answer {
    let bytes = |status, body: &[u8]| Answer::Bytes { status, content_type: TEXT, body: body.to_vec() };
    match request.path.as_str() {
        "/" => bytes(200, LETTERS),
        "/empty" => bytes(200, b""),
        "/big" => bytes(200, &vec![b'x'; BIG]),
        "/file.svg" => {
            let mut file = tempfile::tempfile().expect("a file");
            file.write_all(LETTERS).expect("written");
            file.seek(SeekFrom::Start(7)).expect("a place in the file");
            let etag = etag(LETTERS);
            Answer::File {
                file,
                length: LETTERS.len() as u64,
                etag,
                content_type: content_type(&request.path),
            }
        }
        "/cut" => Answer::File {
            file: tempfile::tempfile().expect("a file"),
            length: 10,
            etag: etag(b""),
            content_type: TEXT,
        },
        "/moved" => Answer::Redirect { to: "/new place/?a=1&b=\"é\r\nSet-Cookie: x".into() },
        "/panic" => panic!("a fault, on purpose"),
        "/panic-later" => Answer::Stream(Box::new(|_| panic!("a fault, on purpose"))),
        "/events" => Answer::Stream(Box::new(|out| {
            for number in 1..=3 {
                write!(out, "data: {number}\n\n")?;
                out.flush()?;
            }
            Ok(())
        })),
        "/events/endless" => Answer::Stream(Box::new(|out| {
            loop {
                out.write_all(b": still here\n\n")?;
                out.flush()?;
                thread::sleep(Duration::from_millis(20));
            }
        })),
        path if path.starts_with("/echo/") => {
            let language = request.header("accept-language").unwrap_or("none");
            bytes(200, format!("{path}|{}|{language}", request.query).as_bytes())
        }
        _ => bytes(404, b"nothing here"),
    }
}

/// Runs something on another thread, and fails if it takes longer than that.
fn within<T: Send + 'static>(time: Duration, what: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(what()));
    receiver.recv_timeout(time).expect("in time")
}
