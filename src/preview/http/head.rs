//! The bytes of a request's head -> a request that may be answered, or the reason why not.
//!
//! `httparse` reads; this file decides. Nothing is read from a socket here.
//! After a refusal the connection is closed: where the next request would
//! begin can't be trusted.

use super::Request;
use super::address::Address;
use super::target;

/// The most header fields of a request.
const MOST_FIELDS: usize = 100;

/// A request, and what only this layer has to know of it.
#[derive(Debug)]
pub(super) struct Head {
    /// What was asked for.
    pub request: Request,
    /// `HEAD`: everything but the body is sent.
    pub without_body: bool,
    /// Whether the connection stays open after the answer.
    pub keep_alive: bool,
}

/// Why a request is not answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The status, 4xx or 5xx.
    pub status: u16,
    /// A sentence for whoever reads it.
    pub text: String,
}

impl Refusal {
    pub fn new(status: u16, text: impl Into<String>) -> Self {
        Self { status, text: text.into() }
    }
}

/// Reads the head at the start of some bytes, and says how long it is. `None`: more has to come.
pub(super) fn parse(bytes: &[u8], address: &Address) -> Result<Option<(usize, Head)>, Refusal> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut parsed = httparse::Request::new(&mut fields);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => {
            return Err(Refusal::new(431, format!("The request has more than {MOST_FIELDS} header fields.")));
        }
        Err(httparse::Error::Version) => {
            return Err(Refusal::new(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."));
        }
        Err(error) => return Err(Refusal::new(400, format!("This is no HTTP request: {error}."))),
    };
    let headers = parsed.headers.iter();
    let headers =
        headers.map(|field| (field.name.to_owned(), String::from_utf8_lossy(field.value).into_owned()));
    let mut request = Request { headers: headers.collect(), ..Request::default() };
    check_host(&request, address)?;
    let without_body = match parsed.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(Refusal::new(405, "Only GET and HEAD are answered: a preview is for reading.")),
    };
    check_no_body(&request)?;
    let target = target::read(parsed.path.unwrap_or_default())
        .ok_or_else(|| Refusal::new(400, "No page can have this address."))?;
    if target.authority.is_some_and(|authority| !address.is(authority)) {
        return Err(foreign(address));
    }
    request.path = target.path;
    request.query = target.query.to_owned();
    let keep_alive = parsed.version == Some(1) && !asks_to_close(&request);
    Ok(Some((length, Head { request, without_body, keep_alive })))
}

/// One `Host`, and it is ours. HTTP/1.0 may leave it out by the RFC, but who does is no browser at our address.
fn check_host(request: &Request, address: &Address) -> Result<(), Refusal> {
    let mut hosts = request.headers("host");
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if address.is(host) => Ok(()),
        (Some(_), None) => Err(foreign(address)),
        _ => Err(Refusal::new(400, "A request has to have one Host field.")),
    }
}

fn asks_to_close(request: &Request) -> bool {
    let mut options = request.headers("connection").flat_map(|value| value.split(','));
    options.any(|option| option.trim().eq_ignore_ascii_case("close"))
}

fn foreign(address: &Address) -> Refusal {
    let url = address.url();
    Refusal::new(403, format!("This preview answers to its own address only: open {url}/ in the browser."))
}

/// A body would have to be read to get to the next request, and nothing here wants one.
fn check_no_body(request: &Request) -> Result<(), Refusal> {
    let is_empty = |length: &str| !length.is_empty() && length.bytes().all(|byte| byte == b'0');
    let has_body =
        request.header("transfer-encoding").is_some() || !request.headers("content-length").all(is_empty);
    if has_body { Err(Refusal::new(413, "A request with a body is not answered.")) } else { Ok(()) }
}
