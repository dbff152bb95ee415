//! A server that plays every host there is: it answers as a proxy does, so that names need not exist.
#![allow(clippy::disallowed_methods, reason = "the test has a server, and looks at the clock")]

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What a host answers at an address; the last of several again and again.
#[derive(Debug, Clone)]
pub struct Reply {
    status: u16,
    head_status: Option<u16>,
    headers: Vec<(String, String)>,
    body: String,
    after: Duration,
    hangs_up: bool,
    then: Option<Box<Reply>>,
}

impl Reply {
    pub fn status(status: u16) -> Self {
        Self {
            status,
            head_status: None,
            headers: Vec::new(),
            body: String::new(),
            after: Duration::ZERO,
            hangs_up: false,
            then: None,
        }
    }

    /// The connection ends without an answer.
    pub fn hang_up() -> Self {
        Self { hangs_up: true, ..Self::status(0) }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn body(mut self, body: &str) -> Self {
        self.body = body.into();
        self
    }

    /// Only after so many milliseconds.
    pub fn after(mut self, milliseconds: u64) -> Self {
        self.after = Duration::from_millis(milliseconds);
        self
    }

    /// Another status where only the head is asked for.
    pub fn but_head(mut self, status: u16) -> Self {
        self.head_status = Some(status);
        self
    }

    /// What is answered the next time; requests for the head alone are not counted.
    pub fn then(mut self, next: Reply) -> Self {
        let last = match self.then.take() {
            Some(then) => then.then(next),
            None => next,
        };
        self.then = Some(Box::new(last));
        self
    }
}

/// A request that has arrived.
#[derive(Debug, Clone)]
pub struct Request {
    pub host: String,
    pub path: String,
    pub agent: String,
    pub at: Instant,
}

#[derive(Default)]
struct State {
    replies: HashMap<(String, String), Reply>,
    log: Vec<Request>,
    now: HashSet<String>,
    most: usize,
}

/// The server; it ends with the test.
pub struct Hosts {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Hosts {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::<Mutex<State>>::default();
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                std::thread::spawn(move || serve(stream, &state));
            }
        });
        Self { port, state }
    }

    /// Its address as that of a proxy.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Says what a host answers; all else is 404.
    pub fn reply(&self, host: &str, path: &str, reply: Reply) {
        self.state.lock().unwrap().replies.insert((host.into(), path.into()), reply);
    }

    /// All requests so far.
    pub fn log(&self) -> Vec<Request> {
        self.state.lock().unwrap().log.clone()
    }

    /// How many hosts were being asked at the same time, at most.
    pub fn most_at_once(&self) -> usize {
        self.state.lock().unwrap().most
    }
}

/// The lines of a request's head; `None` if the client has gone.
fn head(reader: &mut impl BufRead) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            return Some(lines);
        }
        lines.push(line);
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>) -> Option<()> {
    let mut writer = stream.try_clone().ok()?;
    let mut reader = BufReader::new(stream);
    // `CONNECT host:port`; from there on this is that host.
    let connect = head(&mut reader)?;
    let host = connect[0].split(' ').nth(1)?.rsplit_once(':')?.0.to_owned();
    writer.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").ok()?;
    while let Some(lines) = head(&mut reader) {
        let mut words = lines[0].split(' ');
        let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
        let agent = lines.iter().find_map(|line| {
            line.split_once(": ")
                .filter(|(name, _)| name.eq_ignore_ascii_case("user-agent"))
                .map(|(_, value)| value.to_owned())
        });
        let request = Request {
            host: host.clone(),
            path: path.clone(),
            agent: agent.unwrap_or_default(),
            at: Instant::now(),
        };
        let reply = {
            let mut state = state.lock().unwrap();
            state.log.push(request);
            state.now.insert(host.clone());
            state.most = state.most.max(state.now.len());
            let key = (host.clone(), path);
            let reply = state.replies.get(&key).cloned().unwrap_or_else(|| Reply::status(404));
            if let (Some(next), true) = (&reply.then, method != "HEAD" || reply.status == 429) {
                state.replies.insert(key, (**next).clone());
            }
            reply
        };
        std::thread::sleep(reply.after);
        state.lock().unwrap().now.remove(&host);
        if reply.hangs_up {
            return None;
        }
        answer(&mut writer, &reply, method == "HEAD")?;
    }
    None
}

fn answer(writer: &mut impl Write, reply: &Reply, head: bool) -> Option<()> {
    let status = reply.head_status.filter(|_| head).unwrap_or(reply.status);
    let mut text = format!("HTTP/1.1 {status} Status\r\n");
    for (name, value) in &reply.headers {
        text += &format!("{name}: {value}\r\n");
    }
    // An answer of status 204 has no body.
    if status != 204 {
        text += &format!("Content-Length: {}\r\n", reply.body.len());
    }
    text += "\r\n";
    if !head {
        text += &reply.body;
    }
    writer.write_all(text.as_bytes()).ok()
}
