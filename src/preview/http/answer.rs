//! An [`Answer`] -> the bytes of a response: conditions, ranges, header fields.
//!
//! The head is made by `tiny_http`, the body is written here, so that a large
//! file is never held in memory. Nothing is cached by a browser without asking
//! again: what is looked at is being edited.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tiny_http::{HTTPVersion, Header, Response, StatusCode};

use super::head::{Head, Refusal};
use super::range::{self, Wanted};
use super::{Answer, Request, StreamWriter};

/// What an address in a header field, and in the link of a redirect's page, is written without.
const NOT_IN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

const PLAIN: &str = "text/plain; charset=utf-8";

/// The head of a stream: it has no length, and ends with the connection.
const STREAM_HEAD: &str = "HTTP/1.1 200 OK\r\n\
    Server: dateline\r\n\
    Content-Type: text/event-stream\r\n\
    Cache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Connection: close\r\n\r\n";

/// A strong entity tag (RFC 9110, section 8.8.3), with its quotation marks: the same for the same bytes only.
pub fn etag(bytes: &[u8]) -> String {
    format!("\"{}\"", &blake3::hash(bytes).to_hex()[..32])
}

/// A body that can be sent in part.
enum Body {
    Bytes(Vec<u8>),
    File(File),
}

/// A response but for what every response has.
struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Body,
    /// Which bytes of the body are sent.
    part: Range<u64>,
}

impl Reply {
    fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let part = 0..body.len() as u64;
        let headers = vec![("Content-Type", content_type.to_owned())];
        Self { status, headers, body: Body::Bytes(body), part }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Makes it what the request's conditions and range leave of it (RFC 9110, section 13.2.2).
    fn meet(mut self, etag: String, head: &Head) -> Self {
        let length = self.part.end;
        if is_known(&etag, &head.request) {
            // The length stays: it is that of the body which the client has.
            self.status = 304;
            return self.with("ETag", etag);
        }
        let range = head.request.header("range").filter(|_| !head.without_body);
        let is_same = head.request.header("if-range").is_none_or(|known| known.trim() == etag);
        match range.filter(|_| is_same).map_or(Wanted::Whole, |field| range::wanted(field, length)) {
            Wanted::Whole => {}
            Wanted::Part(part) => {
                self.status = 206;
                let range = format!("bytes {}-{}/{length}", part.start, part.end - 1);
                self = self.with("Content-Range", range);
                self.part = part;
            }
            Wanted::Unsatisfiable => {
                let text = format!("The body has {length} bytes only.");
                return Self::new(416, PLAIN, text).with("Content-Range", format!("bytes */{length}"));
            }
        }
        self.with("ETag", etag).with("Accept-Ranges", "bytes")
    }

    /// Writes it, and flushes.
    fn send(self, out: &mut dyn Write, without_body: bool, keep_alive: bool) -> io::Result<()> {
        let length = self.part.end - self.part.start;
        out.write_all(&printed_head(self.status, self.headers, length, keep_alive)?)?;
        if !without_body && self.status != 304 {
            match self.body {
                Body::Bytes(bytes) => out.write_all(slice(&bytes, &self.part))?,
                Body::File(file) => copy(file, self.part.start, length, out)?,
            }
        }
        out.flush()
    }
}

/// Sends an answer. An error means that the client is gone, or that the connection can't be used any more.
pub(super) fn send(out: &mut dyn Write, head: &Head, answer: Answer) -> io::Result<()> {
    let reply = match answer {
        Answer::Bytes { status: 200, content_type, body } => {
            let etag = etag(&body);
            Reply::new(200, content_type, body).meet(etag, head)
        }
        Answer::Bytes { status, content_type, body } => Reply::new(status, content_type, body),
        Answer::File { file, length, etag, content_type } => {
            let headers = vec![("Content-Type", content_type.to_owned())];
            Reply { status: 200, headers, body: Body::File(file), part: 0..length }.meet(etag, head)
        }
        Answer::Redirect { to } => redirect(&to),
        Answer::Stream(write) => return stream(out, head, write),
    };
    reply.send(out, head.without_body, head.keep_alive)
}

/// Sends the reason why a request is not answered, as the last thing on the connection.
pub(super) fn refuse(out: &mut dyn Write, refusal: Refusal, without_body: bool) -> io::Result<()> {
    let Refusal { status, text } = refusal;
    let mut reply = Reply::new(status, PLAIN, format!("{text}\n"));
    if status == 405 {
        reply = reply.with("Allow", "GET, HEAD");
    }
    reply.send(out, without_body, false)
}

fn redirect(to: &str) -> Reply {
    let to = utf8_percent_encode(to, NOT_IN_ADDRESS).to_string();
    let link = to.replace('&', "&amp;");
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Moved</title>\n\
         <p>This page is at <a href=\"{link}\">{link}</a>.</p></html>\n"
    );
    Reply::new(302, "text/html; charset=utf-8", page).with("Location", to)
}

fn stream(out: &mut dyn Write, head: &Head, write: StreamWriter) -> io::Result<()> {
    out.write_all(STREAM_HEAD.as_bytes())?;
    out.flush()?;
    if !head.without_body {
        write(out)?;
    }
    out.flush()
}

/// Whether the client says that it has these bytes already (`If-None-Match`, RFC 9110, section 13.1.2).
fn is_known(etag: &str, request: &Request) -> bool {
    let mut known = request.headers("if-none-match").flat_map(|value| value.split(',')).map(str::trim);
    known.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == etag)
}

/// The head, with the empty line at its end.
fn printed_head(
    status: u16,
    headers: Vec<(&'static str, String)>,
    length: u64,
    keep_alive: bool,
) -> io::Result<Vec<u8>> {
    let everywhere = [
        ("Server", "dateline"),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    let everywhere = everywhere.map(|(name, value)| (name, value.to_owned()));
    let headers = everywhere.into_iter().chain(headers).filter_map(|(name, value)| {
        // A line break in a value would begin a field, or a body, of its own.
        let is_one_line = !value.bytes().any(|byte| byte.is_ascii_control());
        is_one_line.then(|| Header::from_bytes(name, value).ok()).flatten()
    });
    let length = usize::try_from(length).map_err(io::Error::other)?;
    let response = Response::new(StatusCode(status), headers.collect(), io::empty(), Some(length), None)
        .with_chunked_threshold(usize::MAX);
    let mut head = Vec::with_capacity(512);
    response.raw_print(&mut head, HTTPVersion(1, 1), &[], true, None)?;
    if !keep_alive {
        // `tiny_http` closes without a word, and takes no `Connection` field: it goes before the empty line.
        head.truncate(head.len().saturating_sub(2));
        head.extend_from_slice(b"Connection: close\r\n\r\n");
    }
    Ok(head)
}

fn slice<'a>(bytes: &'a [u8], part: &Range<u64>) -> &'a [u8] {
    let at = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    bytes.get(at(part.start)..at(part.end)).unwrap_or_default()
}

/// Sends exactly the promised bytes of a file; fails if it has become shorter.
fn copy(mut file: File, start: u64, length: u64, out: &mut dyn Write) -> io::Result<()> {
    file.seek(SeekFrom::Start(start))?;
    let sent = io::copy(&mut file.take(length), out)?;
    if sent == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
