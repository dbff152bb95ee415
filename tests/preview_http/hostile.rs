//! What clients may do to the server and to each other: say nothing, say it slowly, take nothing, come by hundreds.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use dateline::preview::http::{Answer, Limits, Request};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::{BIG, LETTERS, Preview, TEXT, read, small_site};

/// A client that behaves is served, and without waiting for the others.
fn assert_prompt(preview: &Preview) {
    let start = Instant::now();
    assert_eq!(preview.get("/").body, LETTERS);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(2), "{took:?}");
}

fn quick() -> Limits {
    Limits {
        head_time: Duration::from_millis(300),
        write_time: Duration::from_millis(300),
        ..Limits::default()
    }
}

#[test]
fn silent_clients_are_closed_in_time() {
    let preview = Preview::with(quick());
    let start = Instant::now();
    let mut silent = preview.connect();
    let mut half = preview.connect();
    half.write_all(b"GET / HTT").expect("sent");
    let mut kept = preview.connect();
    kept.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).as_bytes()).expect("sent");
    assert_prompt(&preview);
    assert_eq!(read(&mut silent).status, 0, "closed without a word");
    assert_eq!(read(&mut half).status, 408);
    assert_eq!(read(&mut kept).body, LETTERS);
    let took = start.elapsed();
    assert!((Duration::from_millis(250)..Duration::from_secs(5)).contains(&took), "{took:?}");
}

#[test]
fn the_deadline_is_for_the_whole_head() {
    let preview = Preview::with(quick());
    let start = Instant::now();
    let mut slow = preview.connect();
    let drip = slow.try_clone().expect("a second handle");
    thread::spawn(move || {
        while (&drip).write_all(b"G").is_ok() {
            thread::sleep(Duration::from_millis(30));
        }
    });
    assert_prompt(&preview);
    assert_eq!(read(&mut slow).status, 408);
    let took = start.elapsed();
    assert!((Duration::from_millis(250)..Duration::from_secs(5)).contains(&took), "{took:?}");
}

#[test]
fn who_takes_nothing_is_closed() {
    let preview = Preview::with(quick());
    let mut lazy = preview.connect();
    // More answers than all buffers between the two hold, however the system sizes them.
    let answers = 16;
    let request = format!("GET /big HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    lazy.write_all(request.repeat(answers).as_bytes()).expect("sent");
    lazy.read_exact(&mut [0]).expect("the first byte");
    assert_prompt(&preview);
    // Many times the limit: on a busy machine the server's thread may begin to wait late.
    thread::sleep(quick().write_time * 10);
    let mut rest = Vec::new();
    let _ = lazy.read_to_end(&mut rest);
    assert!(rest.len() < answers * BIG, "{} bytes of {answers} times {BIG}", rest.len());
    assert_prompt(&preview);
}

#[test]
fn who_reads_slowly_gets_it_all() {
    let write_time = Duration::from_secs(1);
    let preview = Preview::with(Limits { write_time, ..Limits::default() });
    let mut slow = preview.connect();
    slow.write_all(preview.request("GET /big", "").as_bytes()).expect("sent");
    let (start, mut piece) = (Instant::now(), vec![0; BIG / 8]);
    for _ in 0..8 {
        slow.read_exact(&mut piece).expect("the next piece");
        thread::sleep(Duration::from_millis(150));
    }
    assert!(start.elapsed() > write_time, "the limit is for a stall, not for the whole");
    let mut rest = Vec::new();
    slow.read_to_end(&mut rest).expect("the rest");
    assert!(rest.ends_with(b"x"), "the head's length is still to come");
}

#[test]
fn five_hundred_at_once() {
    static ANSWERING: AtomicUsize = AtomicUsize::new(0);
    let together = Arc::new(Barrier::new(501));
    let gate = Arc::clone(&together);
    let preview = Preview::serve(Limits::default(), move |request: &Request| {
        if request.path == "/held" {
            ANSWERING.fetch_add(1, Ordering::SeqCst);
            gate.wait();
            return Answer::Bytes { status: 200, content_type: TEXT, body: b"held".to_vec() };
        }
        small_site(request)
    });
    let mut clients: Vec<TcpStream> = (0..500).map(|_| preview.connect()).collect();
    let request = preview.request("GET /held", "");
    for client in &mut clients {
        client.write_all(request.as_bytes()).expect("sent");
    }
    let start = Instant::now();
    while ANSWERING.load(Ordering::SeqCst) < 500 {
        assert!(start.elapsed() < Duration::from_secs(10), "all are being answered at the same time");
        thread::sleep(Duration::from_millis(5));
    }
    assert_prompt(&preview);
    together.wait();
    for client in &mut clients {
        assert_eq!(read(client).body, b"held");
    }
    assert_prompt(&preview);
}

#[test]
fn five_hundred_silent_ones() {
    let preview = Preview::start();
    let silent: Vec<TcpStream> = (0..500).map(|_| preview.connect()).collect();
    assert_prompt(&preview);
    drop(silent);
    assert_prompt(&preview);
}

#[test]
fn silent_clients_give_way_when_all_places_are_taken() {
    let preview = Preview::with(Limits { connections: 20, ..Limits::default() });
    let mut silent: Vec<TcpStream> = (0..100).map(|_| preview.connect()).collect();
    assert_prompt(&preview);
    for client in &mut silent[..80] {
        assert_eq!(read(client).status, 0, "the first to come are the first to go");
    }
    let mut last = silent.pop().expect("the last one");
    last.write_all(preview.request("GET /", "").as_bytes()).expect("sent");
    assert_eq!(read(&mut last).body, LETTERS, "who came late is still let speak");
}

#[test]
fn who_takes_nothing_gives_way_too() {
    let preview = Preview::with(Limits { connections: 4, ..Limits::default() });
    let lazy: Vec<TcpStream> = (0..4)
        .map(|_| {
            let mut client = preview.connect();
            client.write_all(preview.request("GET /big", "").as_bytes()).expect("sent");
            // Its first byte has come, so it is being answered.
            client.read_exact(&mut [0]).expect("a byte");
            client
        })
        .collect();
    thread::sleep(Duration::from_millis(200));
    assert_prompt(&preview);
    drop(lazy);
}

#[test]
fn when_all_are_being_answered_the_next_hears_so() {
    let together = Arc::new(Barrier::new(4));
    let gate = Arc::clone(&together);
    let limits = Limits { connections: 3, ..Limits::default() };
    let preview = Preview::serve(limits, move |request: &Request| {
        gate.wait();
        gate.wait();
        small_site(request)
    });
    let mut clients: Vec<TcpStream> = (0..3).map(|_| preview.connect()).collect();
    for client in &mut clients {
        client.write_all(preview.request("GET /", "").as_bytes()).expect("sent");
    }
    together.wait();
    let start = Instant::now();
    let refused = preview.get("/");
    assert_eq!(refused.status, 503);
    assert!(start.elapsed() < Duration::from_secs(2));
    together.wait();
    for client in &mut clients {
        assert_eq!(read(client).body, LETTERS);
    }
}

/// It takes away the descriptors of its whole process, so it gets one of its own.
#[test]
fn running_out_of_descriptors_ends_nothing() {
    let program = std::env::current_exe().expect("this program");
    let test = "hostile::without_descriptors";
    let status = Command::new(program).args(["--exact", "--ignored", test]).output().expect("it runs");
    let printed = String::from_utf8_lossy(&status.stdout);
    assert!(status.status.success() && printed.contains("1 passed"), "{printed}");
}

#[test]
#[ignore = "run by `running_out_of_descriptors_ends_nothing`"]
fn without_descriptors() {
    let preview = Preview::start();
    let maximum = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: Some(64), maximum }).expect("a lower limit");
    let mut clients = Vec::new();
    let full = loop {
        match TcpStream::connect(preview.address) {
            Ok(client) => clients.push(client),
            Err(error) => break error,
        }
    };
    assert_eq!(full.raw_os_error(), Some(rustix::io::Errno::MFILE.raw_os_error()), "{full}");
    // The server's `accept` has failed by now, or does so while this thread sleeps.
    thread::sleep(Duration::from_millis(200));
    clients.truncate(clients.len() / 2);
    thread::sleep(Duration::from_millis(100));
    assert_prompt(&preview);
    drop(clients);
    assert_prompt(&preview);
}

#[test]
fn the_limit_of_descriptors_is_raised() {
    let _preview = Preview::start();
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(u64::MAX).min(2_000);
    assert!(limit.current.is_none_or(|current| current >= wanted), "{limit:?}");
}
