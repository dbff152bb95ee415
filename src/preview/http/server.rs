//! The loop that takes connections in, and the handle that ends it.
//!
//! Nothing in the loop waits for a client, and no error ends it: when the
//! system has no descriptor or thread left, somebody slow is dropped instead.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::address::{Address, BindError};
use super::connection::{self, Common};
use super::connections::Connections;
use super::{Answers, Limits};

/// How many open files are asked for besides connections: sources, watches, what is being sent.
const OTHER_FILES: usize = 1_500;

/// A server that listens. Clients that connect before [`Server::run`] wait for it.
pub struct Server {
    listener: TcpListener,
    address: Address,
    limits: Limits,
    is_stopped: Arc<AtomicBool>,
    took_another_port: bool,
}

impl Server {
    /// Listens on a host (a name or an IP address of this machine). Without a port it takes
    /// [`super::DEFAULT_PORT`], or another if that is busy.
    ///
    /// # Errors
    /// If the port that was asked for is taken, or the host is not this machine. The error says what to do.
    pub fn bind(host: &str, port: Option<u16>) -> Result<Self, BindError> {
        let (listener, address, took_another_port) = Address::bind(host, port)?;
        let (limits, is_stopped) = Default::default();
        let server = Self { listener, address, limits, is_stopped, took_another_port };
        Ok(server.with_limits(Limits::default()))
    }

    /// Sets other limits than the default ones. Where the system allows few open files, half of them may be
    /// connections.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        let files = allow_files(limits.connections + OTHER_FILES);
        self.limits = Limits { connections: limits.connections.min(files / 2), ..limits };
        self
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address.socket
    }

    /// The URL for a browser on this machine, without a slash at its end: `http://127.0.0.1:4400`.
    pub fn url(&self) -> String {
        self.address.url()
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        self.address.socket.ip().is_loopback()
    }

    /// Whether no port was asked for, and the default one was taken by another program.
    pub fn took_another_port(&self) -> bool {
        self.took_another_port
    }

    /// What ends [`Server::run`] from another thread.
    pub fn stopper(&self) -> Stopper {
        Stopper { is_stopped: Arc::clone(&self.is_stopped), address: self.address.reachable() }
    }

    /// Serves until it is stopped. Then all connections are closed, and it returns when the last answer has ended:
    /// at once, but for an answer that is still being made and for streams, which end when they next write.
    pub fn run(&self, answers: &dyn Answers) {
        let Self { address, limits, .. } = self;
        let connections = Connections::new(limits.connections);
        let common = Common { address, limits, connections: &connections, answers };
        thread::scope(|scope| {
            while !self.is_stopped() {
                match self.listener.accept() {
                    Ok((stream, _)) if !self.is_stopped() => take(stream, scope, &common),
                    Ok(_) => {}
                    Err(error) => recover(&error, &connections),
                }
            }
            connections.close();
        });
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::SeqCst)
    }
}

/// Gives a connection a thread of its own, or turns it away.
fn take<'scope>(stream: TcpStream, scope: &'scope thread::Scope<'scope, '_>, common: &'scope Common<'_>) {
    let admitted = match common.connections.admit(stream) {
        Ok(admitted) => admitted,
        Err(stream) => return connection::turn_away(&stream),
    };
    let connection = Arc::clone(&admitted.connection);
    let serve = move || connection::serve(&admitted.connection, common);
    let thread = thread::Builder::new().name("preview".to_owned()).stack_size(common.limits.stack_bytes);
    if thread.spawn_scoped(scope, serve).is_err() {
        connection::turn_away(&connection.stream);
        common.connections.make_room();
    }
}

/// After an error of `accept`. Some are of one connection only; the others last until something is closed.
fn recover(error: &io::Error, connections: &Connections) {
    if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted) {
        return;
    }
    connections.make_room();
    thread::sleep(Duration::from_millis(20));
}

/// Asks the system for more open files, if it allows fewer by default than it could; says how many there may be.
fn allow_files(wanted: usize) -> usize {
    let limit = getrlimit(Resource::Nofile);
    let most = limit.maximum.unwrap_or(u64::MAX).min(wanted as u64);
    if limit.current.is_some_and(|current| current < most) {
        // If it refuses, there are as many as before.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(most), maximum: limit.maximum });
    }
    let current = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    usize::try_from(current).unwrap_or(usize::MAX)
}

/// Ends a server, from any thread.
#[derive(Debug, Clone)]
pub struct Stopper {
    is_stopped: Arc<AtomicBool>,
    address: SocketAddr,
}

impl Stopper {
    /// Lets [`Server::run`] return, now or as soon as it is called.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::SeqCst);
        // The loop waits for a connection, so it gets one. If it does not wait, it does not need this.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}
