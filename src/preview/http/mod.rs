//! HTTP/1.1 (RFC 9110, RFC 9112) for one reader and a hostile neighbourhood.
//!
//! A [`Server`] listens, checks every request, and asks an [`Answers`] for what
//! to send. It knows nothing of the site: paths come out of it decoded and
//! clean, bytes, files and streams go in. Nothing a client does may end it,
//! fill the memory, or keep others from being served (see [`Limits`]).
//!
//! Absent on purpose: methods other than GET and HEAD, bodies of requests, TLS,
//! HTTP/2, compression, several ranges in one answer, `Last-Modified` (an
//! entity tag says more, and needs no clock).

mod address;
mod answer;
mod connection;
mod connections;
mod content_type;
mod head;
mod range;
mod server;
mod target;

use std::fs::File;
use std::io::{self, Write};
use std::time::Duration;

pub use address::{BindError, DEFAULT_PORT};
pub use answer::etag;
pub use content_type::content_type;
pub use server::{Server, Stopper};

/// What a client may cost. The default is meant for the preview; tests use less.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The longest head (request line and header fields) in bytes.
    pub head_bytes: usize,
    /// How long a head may take to arrive, from the connection's start or the last answer's end.
    pub head_time: Duration,
    /// How long a client may take nothing of what it is sent.
    pub write_time: Duration,
    /// How many connections may be open at once. Three quarters of them may be streams.
    pub connections: usize,
    /// The stack of a connection's thread, in bytes. [`Answers::answer`] runs on it.
    pub stack_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_bytes: 16 * 1024,
            head_time: Duration::from_secs(10),
            write_time: Duration::from_secs(30),
            connections: 1_000,
            stack_bytes: 1024 * 1024,
        }
    }
}

/// What is asked for. The client has been checked: it named the address that is served, and means to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The path, percent-decoded once. It begins with `/`; no part of it is `.`, `..` or empty (but for the last, of
    /// an address that ends in `/`); it holds no control character and no backslash.
    pub path: String,
    /// What follows the `?`, as it was sent; empty if there is none.
    pub query: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// A request for a path and nothing else, as a test may want it.
    pub fn get(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// The first value of a header field; the case of its name does not matter.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// All values of a header field, in their order.
    fn headers(&self, name: &'static str) -> impl Iterator<Item = &str> {
        let has_name = move |(known, _): &&(String, String)| known.eq_ignore_ascii_case(name);
        self.headers.iter().filter(has_name).map(|(_, value)| value.as_str())
    }
}

/// Writes a stream until the client goes away, which is an error of the writer.
///
/// It has to write something every few seconds (a comment, in server-sent
/// events): only then does it learn that the client is gone or the server was
/// stopped.
pub type StreamWriter = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send>;

/// What is sent. `HEAD`, conditions and ranges are seen to here, not by those who answer.
pub enum Answer {
    /// Bytes in memory. With status 200 they get an entity tag, and can be asked for in part.
    Bytes {
        /// The status, such as 200 or 404.
        status: u16,
        /// See [`content_type()`].
        content_type: &'static str,
        /// All of it.
        body: Vec<u8>,
    },
    /// A file, read as it is sent.
    File {
        /// Opened for reading. Where it stands does not matter.
        file: File,
        /// Its length in bytes. If it turns out shorter, the connection is closed.
        length: u64,
        /// A strong entity tag with its quotation marks, such as [`etag`] makes: other bytes need another one.
        etag: String,
        /// See [`content_type()`].
        content_type: &'static str,
    },
    /// 302 to another address. What an address can't hold is percent-encoded.
    Redirect {
        /// A path, or a whole URL.
        to: String,
    },
    /// Server-sent events. What is written is held back until it is flushed.
    Stream(StreamWriter),
}

/// What answers requests. It is asked from many threads at once.
pub trait Answers: Sync {
    /// Answers one request. A panic becomes an answer of its own, with status 500.
    fn answer(&self, request: &Request) -> Answer;
}

impl<F: Fn(&Request) -> Answer + Sync> Answers for F {
    fn answer(&self, request: &Request) -> Answer {
        self(request)
    }
}
