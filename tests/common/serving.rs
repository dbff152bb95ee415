//! A preview that runs: the real program, a small HTTP client for it, and the
//! events that an open page hears.
//!
//! Nothing here sleeps for a fixed time: what is to become true is waited for,
//! up to a deadline. That something does *not* happen is shown by an edit
//! after it, whose rebuild has to be the next one.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::{Bench, Ran};

/// How long something may take on a slow, busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Waits for something to become true; `what` says what was waited for.
pub fn eventually<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(Instant::now() < deadline, "{what}: not within {PATIENCE:?}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Runs a preview that is to be refused, and waits for its end.
pub fn refused(bench: &Bench, arguments: &[&str]) -> Ran {
    let mut command = bench.command();
    command.arg("serve").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().expect("it can be asked").is_none() {
        if Instant::now() > deadline {
            child.kill().expect("it runs");
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ran::new(child.wait_with_output().expect("it has ended"))
}

/// `dateline serve` on a site, until it is dropped.
pub struct Preview {
    child: Child,
    said: Arc<Mutex<Vec<String>>>,
    /// Where it listens.
    pub address: SocketAddr,
    /// The path of the home page.
    pub base: String,
}

impl Preview {
    /// Starts it on any free port and waits until it has said where.
    pub fn of(bench: &Bench) -> Self {
        Self::with(bench, &[])
    }

    pub fn with(bench: &Bench, arguments: &[&str]) -> Self {
        Self::start(bench, &[&["--port", "0"], arguments].concat())
    }

    pub fn start(bench: &Bench, arguments: &[&str]) -> Self {
        let mut command = bench.command();
        command.arg("serve").args(arguments);
        Self::run(command)
    }

    /// Runs a command that is a preview.
    pub fn run(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts");
        let said: Arc<Mutex<Vec<String>>> = Arc::default();
        let (lines, heard) = (BufReader::new(child.stderr.take().expect("piped")), said.clone());
        thread::spawn(move || {
            lines.lines().map_while(Result::ok).for_each(|line| heard.lock().expect("heard").push(line));
        });
        let first = eventually("a first line", || said.lock().expect("said").first().cloned());
        let url = first.strip_prefix("Preview: http://").and_then(|rest| rest.split_whitespace().next());
        let url = url.unwrap_or_else(|| panic!("no address in: {first}"));
        let (authority, path) = url.split_at(url.find('/').expect("a path"));
        let address = authority.parse().expect("an address");
        Self { child, said, address, base: path.to_owned() }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What it has said on standard error.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().expect("said").clone()
    }

    /// Waits for a line with these words.
    pub fn says(&self, words: &str) {
        self.says_times(words, 1);
    }

    /// Waits until so many lines have these words, or more.
    pub fn says_times(&self, words: &str, times: usize) {
        eventually(&format!("`{words}` in the terminal, {times} times"), || {
            let found = self.said().iter().filter(|line| line.contains(words)).count();
            (found >= times).then_some(())
        });
    }

    /// The lines that tell of a rebuild: `FILES: 3 pages, 12 ms`.
    pub fn rebuilds(&self) -> Vec<String> {
        let tells_of_one = |line: &String| {
            let Some((_, what)) = line.rsplit_once(": ") else { return false };
            let Some((pages, took)) = what.split_once(", ") else { return false };
            (pages.ends_with(" page") || pages.ends_with(" pages"))
                && (took.ends_with(" ms") || took.ends_with(" s"))
        };
        self.said().into_iter().filter(tells_of_one).collect()
    }

    /// Makes an edit of `about.md`, in one stroke, and waits for its rebuild line.
    pub fn mark(&self, bench: &Bench, words: &str) {
        let before = self.rebuilds().len();
        bench.replace("content/pages/about.md", format!("---\ntitle: About\n---\n\nMark {words}.\n"));
        self.shows("about/", &format!("Mark {words}."));
        eventually("the rebuild line of the mark", || {
            self.rebuilds().iter().skip(before).any(|line| line.contains("about.md")).then_some(())
        });
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        stream.set_write_timeout(Some(PATIENCE)).expect("a time limit");
        stream
    }

    /// Sends bytes as they are, and takes all that comes back.
    pub fn raw(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        // A request that is refused early need not be taken to its end.
        let _ = stream.write_all(bytes);
        Reply::read(stream)
    }

    /// A request; the path is sent as it is.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            text += &format!("Host: {}\r\n", self.address);
        }
        headers.iter().for_each(|(name, value)| text += &format!("{name}: {value}\r\n"));
        self.raw((text + "\r\n").as_bytes())
    }

    /// What stands at a path below the site's base path.
    pub fn get(&self, below: &str) -> Reply {
        self.ask("GET", &format!("{}{below}", self.base), &[])
    }

    /// Waits for words on a page.
    pub fn shows(&self, below: &str, words: &str) {
        eventually(&format!("`{words}` on /{below}"), || {
            self.get(below).text().contains(words).then_some(())
        });
    }

    /// Waits until words are on a page no more.
    pub fn hides(&self, below: &str, words: &str) {
        eventually(&format!("no `{words}` on /{below}"), || {
            (!self.get(below).text().contains(words)).then_some(())
        });
    }

    /// Opens a page as a browser does: gets it, and listens to what becomes of it.
    pub fn open(&self, below: &str) -> OpenPage {
        let page = self.get(below);
        let [path, tag] = ["page", "tag"].map(|name| page.script(name).expect("the page has the script"));
        let mut stream = self.connect();
        let target = format!("/__dateline/events?page={path}&tag={tag}");
        write!(stream, "GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).expect("it is sent");
        let mut lines = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(lines.read_line(&mut head).expect("a line") > 0, "the stream ends in its head: {head}");
        }
        assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("text/event-stream"), "{head}");
        OpenPage { lines }
    }

    /// The program's memory in kilobytes.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("a status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.pid().try_into().expect("a number")).expect("not 0");
        kill_process(pid, signal).expect("it is sent");
    }

    /// Waits for its end.
    pub fn end(&mut self) -> ExitStatus {
        eventually("the end", || self.child.try_wait().expect("it can be asked"))
    }

    /// Insists that it still runs and answers.
    pub fn lives(&mut self) {
        assert!(self.child.try_wait().expect("it can be asked").is_none(), "it has ended: {:?}", self.said());
        assert!(self.get("").status > 0);
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            eprintln!("the preview has said:\n{}", self.said().join("\n"));
        }
    }
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// Reads to the end of the connection; status 0 if nothing came.
    pub fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        // What has come before the connection broke counts.
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let body = bytes.get(end + 4..).unwrap_or_default().to_vec();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let fields = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let headers = fields.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Self { status, headers, body }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What the script says of the page's bytes.
    pub fn tag(&self) -> Option<String> {
        self.script("tag")
    }

    /// What the page says to the script.
    fn script(&self, name: &str) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once(&format!(" data-{name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}

/// A page that is open in a browser.
pub struct OpenPage {
    lines: BufReader<TcpStream>,
}

impl OpenPage {
    /// The next event: its name and data.
    pub fn next(&mut self) -> (String, String) {
        let (mut name, mut data) = (String::new(), String::new());
        let deadline = Instant::now() + PATIENCE;
        loop {
            // What keeps the connection alive is no event.
            assert!(Instant::now() < deadline, "no event within {PATIENCE:?}");
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).expect("an event") > 0, "the stream has ended");
            match line.trim_end().split_once(": ") {
                Some(("event", text)) => text.clone_into(&mut name),
                Some(("data", text)) => text.clone_into(&mut data),
                _ if line == "\n" && !name.is_empty() => return (name, data),
                _ => {}
            }
        }
    }

    /// Waits for an event of this name; returns its data and the names of those before it.
    pub fn until(&mut self, name: &str) -> (String, Vec<String>) {
        let mut before = Vec::new();
        loop {
            let (next, data) = self.next();
            if next == name {
                return (data, before);
            }
            before.push(next);
        }
    }

    /// Waits for a list of so many problems.
    pub fn problems(&mut self, count: usize) -> Vec<serde_json::Value> {
        loop {
            let (data, _) = self.until("problems");
            let list: Vec<serde_json::Value> = serde_json::from_str(&data).expect("a list");
            if list.len() == count {
                return list;
            }
        }
    }
}

/// Ways in which editors write.
impl Bench {
    /// Writes a new file and renames it over the old one.
    pub fn replace(&self, path: &str, content: impl AsRef<[u8]>) {
        let new = self.path(".written-anew");
        fs::write(&new, content).expect("the file is written");
        fs::rename(new, self.path(path)).expect("the file is renamed");
    }

    /// The file's text with some words changed, in one stroke.
    pub fn reword(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{from}` is not in {path}");
        self.replace(path, text.replace(from, to));
    }
}
