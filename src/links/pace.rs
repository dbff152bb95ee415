//! Manners: how often a host is asked, and how long it is waited for.
#![expect(clippy::disallowed_methods, reason = "this is an edge, and politeness is a matter of time")]

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use url::Url;

use super::locked;

/// How hosts are treated.
#[derive(Debug, Clone)]
pub struct Manners {
    /// The time between two requests to one host.
    pub gap: Duration,
    /// How many hosts are asked at the same time.
    pub hosts_at_once: usize,
    /// How long a host has for one answer.
    pub patience: Duration,
    /// How often one address is asked before it is given up.
    pub attempts: u32,
    /// How long it is waited if a host asks for it; a longer wait is for another day.
    pub longest_wait: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            gap: Duration::from_secs(1),
            hosts_at_once: 8,
            patience: Duration::from_secs(20),
            attempts: 3,
            longest_wait: Duration::from_secs(30),
        }
    }
}

/// The host and port of an address, as one name.
pub fn host_of(url: &Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default())
}

/// When each host may be asked again.
#[derive(Debug, Default)]
pub struct Turns(Mutex<HashMap<String, Instant>>);

impl Turns {
    /// Waits until it is this request's turn, and takes it.
    pub fn wait(&self, host: &str, gap: Duration) {
        let now = Instant::now();
        let turn = {
            let mut next = locked(&self.0);
            let turn = next.get(host).copied().unwrap_or(now).max(now);
            next.insert(host.to_owned(), turn + gap);
            turn
        };
        std::thread::sleep(turn - now);
    }

    /// A host has asked for some rest.
    pub fn rest(&self, host: &str, rest: Duration) {
        let until = Instant::now() + rest;
        let mut next = locked(&self.0);
        let turn = next.entry(host.to_owned()).or_insert(until);
        *turn = (*turn).max(until);
    }
}

/// `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
pub fn retry_after(text: &str) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = chrono::DateTime::parse_from_rfc2822(text.trim()).ok()?;
    (moment.to_utc() - chrono::Utc::now()).to_std().ok().or(Some(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_asked_once_in_a_while_and_others_do_not_wait_for_it() {
        let (turns, gap, begun) = (Turns::default(), Duration::from_millis(60), Instant::now());
        turns.wait("a:80", gap);
        turns.wait("b:80", gap);
        assert!(begun.elapsed() < gap);
        turns.wait("a:80", gap);
        assert!(begun.elapsed() >= gap);
    }

    #[test]
    fn a_host_says_when_to_come_back() {
        assert_eq!(retry_after("120"), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        let far = retry_after("Thu, 06 Nov 2994 08:49:37 GMT").unwrap_or_default();
        assert!(far > Duration::from_secs(3600 * 24 * 365));
        assert_eq!(retry_after("soon"), None);
        assert_eq!(retry_after("-1"), None);
    }
}
