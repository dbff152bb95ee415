//! Where the server listens, and which names of hosts it answers to.
//!
//! A page of another site can make its own name point at this machine (DNS
//! rebinding), but then its requests carry that name. So only addresses that
//! nobody else can own are answered: IP addresses, `localhost`, and the name
//! the server was told to listen on.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the preview listens")]

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};

/// The port that is tried first if none is asked for.
pub const DEFAULT_PORT: u16 = 4400;

/// Why the server can't listen.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another program has the port.
    #[error(
        "port {port} of `{host}` is taken by another program; name another port, or none to get a free one"
    )]
    Busy {
        /// The host, as it was given.
        host: String,
        /// The port that was asked for.
        port: u16,
    },
    /// The host is not an address of this machine.
    #[error("`{host}` is no address of this machine ({error}); `127.0.0.1` always is")]
    NoHost {
        /// The host, as it was given.
        host: String,
        /// What the system said.
        error: io::Error,
    },
    /// The system refuses, as it does below port 1024.
    #[error("cannot listen on port {port} of `{host}`: {error}")]
    Refused {
        /// The host, as it was given.
        host: String,
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        error: io::Error,
    },
}

/// An address that is served.
#[derive(Debug, Clone)]
pub(super) struct Address {
    /// Where the socket listens.
    pub socket: SocketAddr,
    /// The host as it was given, if it is a name; in small letters.
    name: Option<String>,
}

impl Address {
    /// Listens on a host. Without a port it takes the default one, or one after it, or any: whether it did is the
    /// last value.
    pub fn bind(host: &str, port: Option<u16>) -> Result<(TcpListener, Self, bool), BindError> {
        let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let ports = match port {
            Some(port) => vec![port],
            None => (DEFAULT_PORT..DEFAULT_PORT + 10).chain([0]).collect(),
        };
        let no_host = |error| BindError::NoHost { host: host.to_owned(), error };
        let sockets: Vec<SocketAddr> = (host, 0).to_socket_addrs().map_err(no_host)?.collect();
        let mut first_error = None;
        for tried in ports {
            match listen(&sockets, tried) {
                Ok((listener, socket)) => {
                    let name = host.parse::<IpAddr>().is_err().then(|| host.to_ascii_lowercase());
                    let took_another = port.is_none() && socket.port() != DEFAULT_PORT;
                    return Ok((listener, Self { socket, name }, took_another));
                }
                Err(error) => first_error = first_error.or(Some((tried, error))),
            }
        }
        let (port, error) = first_error.unwrap_or((0, io::ErrorKind::AddrNotAvailable.into()));
        let host = host.to_owned();
        Err(match error.kind() {
            io::ErrorKind::AddrInUse => BindError::Busy { host, port },
            io::ErrorKind::AddrNotAvailable => BindError::NoHost { host, error },
            _ => BindError::Refused { host, port, error },
        })
    }

    /// Where a browser on this machine finds it, without a slash at the end.
    pub fn url(&self) -> String {
        match &self.name {
            Some(name) => format!("http://{name}:{}", self.socket.port()),
            None => format!("http://{}", self.reachable()),
        }
    }

    /// An address at which this machine reaches the socket, also if it listens on all of them.
    pub fn reachable(&self) -> SocketAddr {
        let ip = match self.socket.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let mut reachable = self.socket;
        reachable.set_ip(ip);
        reachable
    }

    /// Whether a `Host` field, or the authority of a URL, is this address.
    pub fn is(&self, authority: &str) -> bool {
        let Some((host, port)) = split(authority) else { return false };
        if port != self.socket.port() {
            return false;
        }
        let host = host.to_ascii_lowercase();
        if self.name.as_ref() == Some(&host) {
            return true;
        }
        let ip = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
            Some(ip) => ip.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
            None => host.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
        };
        let own = self.socket.ip();
        let is_local = host == "localhost"
            || ip == Some(Ipv4Addr::LOCALHOST.into())
            || ip == Some(Ipv6Addr::LOCALHOST.into());
        match ip {
            Some(ip) if ip == own || own.is_unspecified() => true,
            _ => is_local && (own.is_loopback() || own.is_unspecified()),
        }
    }
}

/// The first of some addresses that can be listened on, with a port.
fn listen(sockets: &[SocketAddr], port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let sockets: Vec<SocketAddr> = sockets.iter().map(|socket| SocketAddr::new(socket.ip(), port)).collect();
    let listener = TcpListener::bind(sockets.as_slice())?;
    let socket = listener.local_addr()?;
    Ok((listener, socket))
}

/// Host and port of an authority; without a port it means HTTP's own.
fn split(authority: &str) -> Option<(&str, u16)> {
    let end = match authority.starts_with('[') {
        true => authority.find(']')? + 1,
        false => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, rest) = authority.split_at(end);
    match rest.strip_prefix(':') {
        None if rest.is_empty() => Some((host, 80)),
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some((host, digits.parse().ok()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(socket: &str, name: Option<&str>) -> Address {
        Address { socket: socket.parse().expect("an address"), name: name.map(str::to_owned) }
    }

    fn check(address: &Address, own: &[&str], foreign: &[&str]) {
        for host in own {
            assert!(address.is(host), "{address:?} is {host}");
        }
        for host in foreign {
            assert!(!address.is(host), "{address:?} is not {host}");
        }
    }

    #[test]
    fn loopback() {
        check(
            &address("127.0.0.1:4400", None),
            &["127.0.0.1:4400", "localhost:4400", "LOCALHOST:4400", "[::1]:4400"],
            &[
                "",
                ":4400",
                "127.0.0.1",
                "localhost",
                "localhost:",
                "localhost:80",
                "localhost:4401",
                "localhost.:4400",
                "evil.example:4400",
                "localhost.evil.example:4400",
                "127.0.0.1.evil.example:4400",
                "127.0.0.1@evil.example:4400",
                "evil.example#127.0.0.1:4400",
                "[::1",
                "[::1]4400",
                "::1:4400",
                "127.1:4400",
                "0177.0.0.1:4400",
                "2130706433:4400",
                "0.0.0.0:4400",
                "192.0.2.1:4400",
                "localhost:+4400",
                "localhost:04400000",
                "localhost:4400:4400",
                "localhost:4400, localhost:4400",
            ],
        );
        check(
            &address("127.0.0.2:80", None),
            &["localhost", "127.0.0.1", "[::1]"],
            &["localhost:", "evil.example"],
        );
        check(&address("127.0.0.2:1", None), &["127.0.0.2:1", "localhost:1"], &["127.0.0.3:1"]);
    }

    #[test]
    fn other_addresses() {
        let named = address("192.0.2.1:4400", Some("desk.example"));
        check(
            &named,
            &["192.0.2.1:4400", "desk.example:4400", "Desk.Example:4400"],
            &["localhost:4400", "127.0.0.1:4400", "192.0.2.2:4400", "a.desk.example:4400"],
        );
        assert_eq!(named.url(), "http://desk.example:4400");
        for all in ["0.0.0.0:4400", "[::]:4400"] {
            check(
                &address(all, None),
                &["192.0.2.1:4400", "[2001:db8::1]:4400", "localhost:4400", "127.0.0.1:4400"],
                &["desk.example:4400", "192.0.2.1", "evil.example:4400"],
            );
        }
        assert_eq!(address("[::]:4400", None).url(), "http://[::1]:4400");
    }
}
