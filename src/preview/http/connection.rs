//! One connection, on a thread of its own: head in, answer out, and again.
//!
//! Everything here waits for the client at most as long as [`Limits`] say.
//! What is wrong is answered and the connection closed; nothing is reported,
//! for a browser that goes away is no news.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the preview keeps time limits")]

use std::io::{self, BufWriter, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use super::address::Address;
use super::answer;
use super::connections::{Connection, Connections};
use super::head::{self, Head, Refusal};
use super::{Answer, Answers, Limits};

/// The most bytes that are written at a time: after each the client has shown that it still reads.
const PIECE: usize = 64 * 1024;

/// What all connections share.
pub(super) struct Common<'a> {
    pub address: &'a Address,
    pub limits: &'a Limits,
    pub connections: &'a Connections,
    pub answers: &'a dyn Answers,
}

/// Serves a connection to its end. It does not panic, whatever the answers do.
pub(super) fn serve(connection: &Connection, common: &Common<'_>) {
    let stream = &connection.stream;
    // An answer is written in one go: there is nothing to wait for before it is sent. Without it, it works too.
    let _ = stream.set_nodelay(true);
    if stream.set_write_timeout(Some(common.limits.write_time)).is_err() {
        return;
    }
    let mut out = BufWriter::with_capacity(16 * 1024, Output(connection));
    let mut received = Vec::new();
    loop {
        let sent = match next_head(&mut received, connection, common) {
            Ok(Some(head)) => respond(&head, &mut out, common).map(|()| head.keep_alive),
            Ok(None) => return,
            Err(refusal) => {
                let without_body = received.starts_with(b"HEAD ");
                answer::refuse(&mut out, refusal, without_body).map(|()| false)
            }
        };
        match sent {
            Ok(true) => {}
            Ok(false) => return close(connection, common.limits.head_time),
            // What is still in the buffer must not be tried once more: the client takes nothing.
            Err(_) => return drop(out.into_parts()),
        }
    }
}

/// Waits for the next head, until it is whole or the time is up. `None`: the client has gone, or said nothing.
fn next_head(
    received: &mut Vec<u8>,
    connection: &Connection,
    common: &Common<'_>,
) -> Result<Option<Head>, Refusal> {
    let limits = common.limits;
    let deadline = Instant::now() + limits.head_time;
    connection.waits();
    let mut parsed_to = 0;
    loop {
        // Parsing begins anew each time; a client that sends byte by byte must not make that dear. The first bytes
        // are looked at in any case, so that what is no HTTP hears of it at once.
        if !received.is_empty()
            && (parsed_to == 0 || may_end(&received[parsed_to..]))
            && let Some((length, head)) = head::parse(received, common.address)?
        {
            received.drain(..length);
            connection.works();
            return Ok(Some(head));
        }
        parsed_to = received.len();
        if received.len() >= limits.head_bytes {
            return Err(Refusal::new(
                431,
                format!("The request's head is longer than {} bytes.", limits.head_bytes),
            ));
        }
        match read_more(received, &connection.stream, limits.head_bytes, deadline) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(error) if is_timeout(&error) && !received.is_empty() => {
                return Err(Refusal::new(408, "The request did not arrive in time."));
            }
            Err(_) => return Ok(None),
        }
    }
}

/// Whether new bytes can be the end of a head: the empty line that ends it has a line feed.
fn may_end(new: &[u8]) -> bool {
    new.contains(&b'\n')
}

/// Reads what has come, as far as it fits. The deadline is for the whole head, not for one read.
fn read_more(
    received: &mut Vec<u8>,
    mut stream: &TcpStream,
    most: usize,
    deadline: Instant,
) -> io::Result<usize> {
    let mut piece = [0; 4096];
    let room = most.saturating_sub(received.len()).min(piece.len());
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut piece[..room]) {
            Ok(count) => {
                received.extend_from_slice(&piece[..count]);
                return Ok(count);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}

/// Asks for the answer, and sends it. A panic is kept from everything else.
fn respond(head: &Head, out: &mut dyn Write, common: &Common<'_>) -> io::Result<()> {
    let asked = catch_unwind(AssertUnwindSafe(|| common.answers.answer(&head.request)));
    let Ok(answer) = asked else {
        let text = "This page could not be made: Dateline has a fault. The terminal says more. \
                    The preview goes on; other pages may be well.\n";
        let (body, content_type) = (text.as_bytes().to_vec(), "text/plain; charset=utf-8");
        return answer::send(out, head, Answer::Bytes { status: 500, content_type, body });
    };
    let _place = match &answer {
        Answer::Stream(_) => match common.connections.begin_stream() {
            Some(place) => Some(place),
            None => return answer::refuse(out, too_many(), head.without_body).and(Err(ended())),
        },
        _ => None,
    };
    let is_stream = matches!(answer, Answer::Stream(_));
    match catch_unwind(AssertUnwindSafe(|| answer::send(out, head, answer))) {
        Ok(Ok(())) if is_stream => Err(ended()),
        Ok(sent) => sent,
        Err(_) => Err(ended()),
    }
}

/// Too much at once. It is meant to be tried again.
pub(super) fn too_many() -> Refusal {
    Refusal::new(503, "Too many connections at once: try again in a moment.")
}

/// The connection can't be used any more, though nothing is wrong with it.
fn ended() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

/// Closes so that the client can read the last answer: bytes that were never read would make the system take it back.
fn close(connection: &Connection, most: Duration) {
    let deadline = Instant::now() + most.min(Duration::from_secs(1));
    connection.waits();
    if connection.stream.shutdown(Shutdown::Write).is_err() {
        return;
    }
    let mut rest = Vec::new();
    for _ in 0..64 {
        rest.clear();
        if !matches!(read_more(&mut rest, &connection.stream, PIECE, deadline), Ok(1..)) {
            return;
        }
    }
}

/// Tells a client that is not let in, without waiting for it.
pub(super) fn turn_away(mut stream: &TcpStream) {
    if stream.set_nonblocking(true).is_err() {
        return;
    }
    // What it has sent already is taken, else the system would take our answer back. None of this can fail usefully.
    let _ = stream.read(&mut [0; 4096]);
    let mut text = Vec::new();
    let _ = answer::refuse(&mut text, too_many(), false);
    let _ = stream.write_all(&text);
    let _ = stream.shutdown(Shutdown::Write);
}

/// The way to the client. While it writes, the connection counts as waiting.
struct Output<'a>(&'a Connection);

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.waits();
        let written = (&self.0.stream).write(&bytes[..bytes.len().min(PIECE)]);
        self.0.works();
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
