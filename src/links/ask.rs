//! One address -> what became of it: robots, turns, redirects, and another try.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use texting_robots::Robot;
use url::Url;

use super::net::{Answer, Failure, Method, Net, status_words};
use super::pace::{Manners, Turns, host_of, retry_after};
use super::verdict::{Judged, Verdict, judge};
use super::{Options, locked};

/// The name by which `robots.txt` may speak to us.
const ROBOT: &str = "dateline";
/// How many redirects are followed.
const HOPS: usize = 8;
/// A longer `Crawl-delay` than this is for crawlers of whole hosts.
const LONGEST_DELAY: f32 = 10.0;

/// Asks addresses, from several threads.
pub struct Asker {
    net: Net,
    manners: Manners,
    turns: Turns,
    rules: Mutex<HashMap<String, Arc<OnceLock<Rules>>>>,
    heard: AtomicBool,
}

/// What a host's `robots.txt` says to us.
enum Rules {
    /// As it says; and the time between requests.
    These(Box<Robot>, Duration),
    /// Everything may be asked.
    All,
    /// It cannot be read, so nothing may be (RFC 9309, section 2.3.1.4).
    None(String),
    /// There is no such host, or it is private.
    Unknown(Failure),
}

/// What one step on the way to a page came to.
enum Step {
    Arrived,
    Elsewhere { to: Url, for_good: bool },
    Ended(Verdict),
}

impl Asker {
    pub fn new(user_agent: &str, options: &Options) -> Self {
        let manners = options.manners.clone();
        Self {
            net: Net::new(user_agent, manners.patience, options.proxy.as_deref()),
            manners,
            turns: Turns::default(),
            rules: Mutex::default(),
            heard: AtomicBool::new(false),
        }
    }

    /// Whether any host has answered anything.
    pub fn has_heard_anything(&self) -> bool {
        self.heard.load(Ordering::Relaxed)
    }

    /// Follows an address to its end.
    pub fn ask(&self, url: &Url) -> Verdict {
        let (mut here, mut all_for_good) = (url.clone(), true);
        for _ in 0..HOPS {
            match self.step(&here) {
                Step::Ended(Verdict::Private) if here != *url => {
                    return Verdict::blocked("it leads into a private network");
                }
                Step::Ended(verdict) => return verdict,
                Step::Arrived if here == *url || !all_for_good => return Verdict::Alive,
                Step::Arrived => return Verdict::Moved { to: here.to_string() },
                Step::Elsewhere { to, for_good } => {
                    all_for_good &= for_good;
                    here = to;
                }
            }
        }
        Verdict::blocked("it redirects without end")
    }

    fn step(&self, url: &Url) -> Step {
        let host = host_of(url);
        let rules = self.rules_of(&host, url);
        let gap = match rules.get_or_init(|| Rules::All) {
            Rules::Unknown(Failure::NoHost) => return Step::Ended(Verdict::NoHost),
            Rules::Unknown(_) => return Step::Ended(Verdict::Private),
            Rules::None(why) => return Step::Ended(Verdict::blocked(why)),
            Rules::These(robot, _) if !robot.allowed(url.as_str()) => {
                return Step::Ended(Verdict::blocked("its robots.txt wants no programs there"));
            }
            Rules::These(_, delay) => (*delay).max(self.manners.gap),
            Rules::All => self.manners.gap,
        };
        let mut method = Method::Head;
        let mut attempts = 0;
        loop {
            attempts += 1;
            let is_last = attempts >= self.manners.attempts;
            match self.send(method, url, &host, gap, false) {
                // Many hosts answer this question badly: the other one counts.
                Ok(answer) if method == Method::Head && answer.status >= 400 && answer.status != 429 => {
                    (method, attempts) = (Method::Get, 0);
                }
                Ok(answer) => match judge(answer.status) {
                    Judged::Later if !is_last => {
                        let wait = self.wait_for(&answer, attempts);
                        if wait > self.manners.longest_wait {
                            return Step::Ended(too_long(answer.status, wait));
                        }
                        self.turns.rest(&host, wait);
                    }
                    judged => return ended(judged, &answer, url),
                },
                Err(Failure::Passing(_)) if !is_last => {
                    method = Method::Get;
                    self.turns.rest(&host, self.manners.gap * attempts);
                }
                Err(Failure::NoHost) => return Step::Ended(Verdict::NoHost),
                Err(Failure::Private) => return Step::Ended(Verdict::Private),
                Err(Failure::Passing(why) | Failure::Lasting(why)) => {
                    return Step::Ended(Verdict::blocked(why));
                }
            }
        }
    }

    /// In its turn.
    fn send(
        &self,
        method: Method,
        url: &Url,
        host: &str,
        gap: Duration,
        robots: bool,
    ) -> Result<Answer, Failure> {
        self.turns.wait(host, gap);
        let answer = self.net.send(method, url, robots);
        if answer.is_ok() {
            self.heard.store(true, Ordering::Relaxed);
        }
        answer
    }

    /// How long to wait before the next try: as long as the host says, else longer each time.
    fn wait_for(&self, answer: &Answer, attempts: u32) -> Duration {
        let said = answer.retry_after.as_deref().and_then(retry_after);
        said.unwrap_or(self.manners.gap * 2 * attempts)
    }

    /// What the host's `robots.txt` says; it is asked for once.
    fn rules_of(&self, host: &str, url: &Url) -> Arc<OnceLock<Rules>> {
        let rules = locked(&self.rules).entry(host.to_owned()).or_default().clone();
        rules.get_or_init(|| self.read_rules(host, url));
        rules
    }

    fn read_rules(&self, host: &str, url: &Url) -> Rules {
        let Ok(mut here) = url.join("/robots.txt") else { return Rules::All };
        let mut has_failed = false;
        for _ in 0..HOPS {
            match self.send(Method::Get, &here, host, self.manners.gap, true) {
                Ok(answer) => match (judge(answer.status), answer.location) {
                    (Judged::Alive, _) => return rules(&answer.body),
                    (Judged::Elsewhere { .. }, Some(to)) => match here.join(&to) {
                        Ok(to) if matches!(to.scheme(), "http" | "https") => here = to,
                        _ => return Rules::All,
                    },
                    (Judged::Later, _) if answer.status != 429 => {
                        let why = format!("its robots.txt cannot be read: {}", status_words(answer.status));
                        return Rules::None(why);
                    }
                    _ => return Rules::All,
                },
                Err(Failure::Passing(_)) if !has_failed => has_failed = true,
                Err(Failure::Passing(why) | Failure::Lasting(why)) => return Rules::None(why),
                Err(failure) if host_of(&here) == host => return Rules::Unknown(failure),
                // It is the rules that cannot be found, and not the host.
                Err(_) => return Rules::None("its robots.txt leads to no public host".to_owned()),
            }
        }
        Rules::All
    }
}

fn rules(text: &[u8]) -> Rules {
    // A file that makes no sense says nothing.
    let Ok(robot) = Robot::new(ROBOT, text) else { return Rules::All };
    let delay = robot.delay.filter(|delay| *delay > 0.0).unwrap_or(0.0).min(LONGEST_DELAY);
    Rules::These(Box::new(robot), Duration::from_secs_f32(delay))
}

fn too_long(status: u16, wait: Duration) -> Verdict {
    let words = status_words(status);
    Verdict::blocked(format!("{words}; it asks to come back in {} s", wait.as_secs()))
}

fn ended(judged: Judged, answer: &Answer, url: &Url) -> Step {
    let words = || status_words(answer.status);
    match judged {
        Judged::Alive => Step::Arrived,
        Judged::Gone => Step::Ended(Verdict::gone(words())),
        Judged::Later | Judged::Blocked => Step::Ended(Verdict::blocked(words())),
        Judged::Elsewhere { for_good } => {
            let to = answer.location.as_deref().and_then(|to| url.join(to).ok());
            match to.filter(|to| matches!(to.scheme(), "http" | "https")) {
                Some(mut to) => {
                    to.set_fragment(None);
                    Step::Elsewhere { to, for_good }
                }
                None => Step::Ended(Verdict::blocked(format!("{}, and not where to", words()))),
            }
        }
    }
}
