//! The wire: one request, one answer. Addresses of this machine and of private
//! networks are never connected to: content is not trusted, and readers could not
//! follow such a link.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Proxy};
use url::{Host, Url};

/// The most of a `robots.txt` that is read, in bytes (RFC 9309 wants at least this much).
const ROBOTS_LIMIT: u64 = 500 * 1024;

/// How an address is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// For the head of an answer alone.
    Head,
    /// For all of it; what is not needed is not read.
    Get,
}

/// What a host answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub retry_after: Option<String>,
    /// Read only if asked for.
    pub body: Vec<u8>,
}

/// Why there was no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// There is no host of that name.
    NoHost,
    /// It is an address of this machine or of a private network.
    Private,
    /// It may work another time; why it did not.
    Passing(String),
    /// It will not work; why not.
    Lasting(String),
}

/// What requests are sent with.
pub struct Net {
    agent: Agent,
}

impl Net {
    pub fn new(user_agent: &str, patience: Duration, proxy: Option<&str>) -> Self {
        let proxy = match proxy {
            Some(address) => Proxy::new(address).ok(),
            None => Proxy::try_from_env(),
        };
        let config = Agent::config_builder()
            .user_agent(user_agent)
            .http_status_as_error(false)
            // Each hop is a request of its own, with its own host's turn and robots.txt.
            .max_redirects(0)
            .timeout_per_call(Some(patience))
            .proxy(proxy)
            .build();
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), PublicOnly::default()) }
    }

    /// Sends a request and waits for the head of its answer, and with `robots` for its body.
    pub fn send(&self, method: Method, url: &Url, robots: bool) -> Result<Answer, Failure> {
        if is_private(url) {
            return Err(Failure::Private);
        }
        let mut sent = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        }
        .map_err(failure)?;
        let header =
            |name: &str| sent.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (status, location) = (sent.status().as_u16(), header("location"));
        let retry_after = header("retry-after");
        let body = if robots {
            use std::io::Read;
            let mut body = Vec::new();
            let reader = sent.body_mut().as_reader().take(ROBOTS_LIMIT);
            { reader }.read_to_end(&mut body).map_err(|error| failure(error.into()))?;
            body
        } else {
            Vec::new()
        };
        Ok(Answer { status, location, retry_after, body })
    }
}

/// `404 Not Found`
pub fn status_words(status: u16) -> String {
    let reason = ureq::http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    reason.map_or_else(|| status.to_string(), |reason| format!("{status} {reason}"))
}

fn failure(error: Error) -> Failure {
    match error {
        Error::HostNotFound => Failure::NoHost,
        Error::Other(error) if error.is::<IsPrivate>() => Failure::Private,
        Error::Timeout(_) => Failure::Passing("no answer in time".into()),
        Error::Io(error) => Failure::Passing(match error.kind() {
            std::io::ErrorKind::ConnectionRefused => "the connection is refused".into(),
            std::io::ErrorKind::ConnectionReset | std::io::ErrorKind::UnexpectedEof => {
                "the connection is broken off".into()
            }
            std::io::ErrorKind::TimedOut => "no answer in time".into(),
            _ => format!("no connection: {error}"),
        }),
        Error::ConnectionFailed => Failure::Passing("no connection".into()),
        Error::ConnectProxyFailed(why) => Failure::Passing(format!("the proxy does not connect: {why}")),
        Error::Rustls(error) => Failure::Lasting(format!("no safe connection: {error}")),
        error => Failure::Lasting(error.to_string()),
    }
}

/// Finds hosts, and refuses those that are not public.
#[derive(Debug, Default)]
struct PublicOnly(DefaultResolver);

#[derive(Debug, thiserror::Error)]
#[error("not a public address")]
struct IsPrivate;

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        if config.proxy().is_some_and(|proxy| proxy.uri() == uri) {
            // The proxy is the editor's own choice, and stands where it stands.
            return self.0.resolve(uri, config, timeout);
        }
        let found = self.0.resolve(uri, config, timeout).map_err(|error| match error {
            // The system's answer has no kind of its own for this (getaddrinfo's EAI_AGAIN).
            Error::Io(error) if !error.to_string().contains("Temporary failure") => Error::HostNotFound,
            other => other,
        })?;
        if found.iter().any(|address| !is_public(address.ip())) {
            return Err(Error::Other(Box::new(IsPrivate)));
        }
        Ok(found)
    }
}

/// Whether the name alone says that the address is not public.
pub fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => !is_public(ip.into()),
        Some(Host::Ipv6(ip)) => !is_public(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let last = name.rsplit('.').next().unwrap_or_default();
            // RFC 6761 and RFC 8375, and names that only a local network can know.
            !name.contains('.') || matches!(last, "localhost" | "local" | "internal" | "lan" | "home")
        }
        None => true,
    }
}

/// Whether the internet can reach an address.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip) && embedded(ip).is_none_or(is_public_v4),
    }
}

/// The address of version 4 to which one of version 6 leads: mapped, translated (RFC 6052), or by 6to4 (RFC 3056).
fn embedded(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let (high, low) = match [a, b, c, d, e, f] {
        [0, 0, 0, 0, 0, 0 | 0xffff] | [0x64, 0xff9b, 0, 0, 0, 0] => (g, h),
        [0x2002, ..] => (b, c),
        _ => return None,
    };
    Some(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)))
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    let is_shared = first == 100 && (64..128).contains(&second);
    let is_special = ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_multicast();
    let is_benchmark = first == 198 && (18..20).contains(&second);
    !(is_special || is_shared || is_benchmark || first == 0 || first >= 240)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let is_special = ip.is_loopback() || ip.is_unspecified() || ip.is_multicast();
    // Site-local addresses (RFC 3879) are the older form of unique local ones.
    let is_site_local = ip.segments()[0] & 0xffc0 == 0xfec0;
    !(is_special || is_site_local || ip.is_unique_local() || ip.is_unicast_link_local())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_told_from_public_ones() {
        let is_private_text = |text: &str| is_private(&Url::parse(text).expect("an address"));
        for private in [
            "http://localhost/",
            "http://localhost:3000/",
            "http://app.localhost/",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.1.2.3/",
            "http://192.168.1.1/",
            "http://172.16.0.1/",
            "http://169.254.169.254/",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::127.0.0.1]/",
            "http://[64:ff9b::10.0.0.1]/",
            "http://[2002:c0a8:101::]/",
            "http://[fec0::1]/",
            "http://198.18.0.1/",
            "http://printer.local/",
            "http://intranet/",
            "http://localhost./",
            "http://db.internal/",
        ] {
            assert!(is_private_text(private), "{private}");
        }
        for public in [
            "https://gazette.example/",
            "http://9.9.9.9/",
            "http://[2620:fe::fe]/",
            "http://[64:ff9b::9.9.9.9]/",
            "https://local.example/",
        ] {
            assert!(!is_private_text(public), "{public}");
        }
    }

    #[test]
    fn a_name_that_leads_to_this_machine_is_refused() {
        let net = Net::new("test", Duration::from_secs(5), None);
        let resolver = PublicOnly::default();
        let timeout = NextTimeout::default();
        let uri: Uri = "http://localhost/".parse().expect("an address");
        let refused = resolver.resolve(&uri, net.agent.config(), timeout);
        assert!(refused.is_err_and(|error| failure(error) == Failure::Private));
    }

    #[test]
    fn failures_are_told_apart() {
        use std::io::{Error as Io, ErrorKind};
        assert_eq!(failure(Error::HostNotFound), Failure::NoHost);
        assert_eq!(
            failure(Error::Timeout(ureq::Timeout::PerCall)),
            Failure::Passing("no answer in time".into())
        );
        let refused = failure(Error::Io(Io::from(ErrorKind::ConnectionRefused)));
        assert_eq!(refused, Failure::Passing("the connection is refused".into()));
        assert!(matches!(failure(Error::BadUri("x".into())), Failure::Lasting(_)));
        assert_eq!(status_words(404), "404 Not Found");
        assert_eq!(status_words(999), "999");
    }
}
