//! Outgoing links: whether what the pages link to still answers.
//!
//! This is the one module that asks other hosts anything, and only when
//! `check --links` wants it to. It is polite: one request a second a host, what
//! `robots.txt` forbids is not asked for, and answers are kept for some days.
//! It reads no page: an address answers or it does not.
//!
//! Absent on purpose: links in raw HTML, anchors within pages, the site's own
//! addresses, and any change of a file.

mod ask;
mod cache;
mod collect;
mod net;
mod pace;
mod tell;
mod verdict;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;

use chrono::NaiveDate;
use url::Url;

use crate::diagnostics::Diagnostic;
use crate::model::timeline::Timeline;

use ask::Asker;
use cache::Cache;
use verdict::Verdict;

pub use pace::Manners;

/// How links are checked.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site's folder: answers are kept in `.dateline/links.json` in it.
    pub site: PathBuf,
    /// The day on which answers are given.
    pub today: NaiveDate,
    /// Ask again what was answered before.
    pub fresh: bool,
    /// How hosts are treated.
    pub manners: Manners,
    /// An HTTP proxy; the environment's if none is given.
    pub proxy: Option<String>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Report {
    /// Links that are gone, cannot be checked, or have moved.
    pub diagnostics: Vec<Diagnostic>,
    /// How many different addresses there are.
    pub links: usize,
    /// How many of them were asked now, and not remembered.
    pub asked: usize,
    /// On how many hosts.
    pub hosts: usize,
    /// How many answer.
    pub alive: usize,
    /// How many reports are gone, of which a copy is kept.
    pub kept: usize,
    /// How many reports name no copy.
    pub without_copy: usize,
    /// Why the answers could not be kept, if so.
    pub not_kept: Option<String>,
}

/// Asks all outgoing links. `begin` is told how many have to be asked, `step` of each that has answered.
pub fn check(
    timeline: &Timeline,
    options: &Options,
    begin: &mut dyn FnMut(usize),
    step: &(dyn Fn() + Sync),
) -> Report {
    let links = collect::links(timeline);
    let mut cache = Cache::read(&options.site);
    cache.retain(options.today, |address| links.contains_key(address));
    let is_known = |address: &str| !options.fresh && cache.verdict(address).is_some();
    let to_ask: Vec<Url> =
        links.iter().filter(|(address, _)| !is_known(address)).map(|(_, link)| link.url.clone()).collect();
    begin(to_ask.len());
    let mut report = Report { links: links.len(), asked: to_ask.len(), ..Report::default() };
    let agent =
        format!("Dateline/{} (link check of {})", env!("CARGO_PKG_VERSION"), timeline.config.base_url);
    let by_host = by_host(to_ask);
    report.hosts = by_host.len();
    if !by_host.is_empty() {
        let asker = Asker::new(&agent, options);
        let answers = ask_all(&asker, by_host, options.manners.hosts_at_once, step);
        let offline = !asker.has_heard_anything();
        for (address, verdict) in answers {
            // Where no host at all was found, it is the network that is missing.
            cache.note(&address, verdict.unless(offline), options.today);
        }
        report.not_kept = cache.write(&options.site).err().map(|error| error.to_string());
    }
    tell::tell(timeline, &links, |address| cache.verdict(address), &mut report);
    report
}

/// The addresses of each host, in order.
fn by_host(urls: Vec<Url>) -> Vec<Vec<Url>> {
    let mut hosts: BTreeMap<String, Vec<Url>> = BTreeMap::new();
    for url in urls {
        hosts.entry(pace::host_of(&url)).or_default().push(url);
    }
    let mut hosts: Vec<Vec<Url>> = hosts.into_values().collect();
    // Taken from the end: the host that takes longest is begun first.
    hosts.sort_by_key(Vec::len);
    hosts
}

/// Several hosts at a time, and of each one address after the other.
fn ask_all(
    asker: &Asker,
    by_host: Vec<Vec<Url>>,
    at_once: usize,
    step: &(dyn Fn() + Sync),
) -> BTreeMap<String, Verdict> {
    let workers = at_once.clamp(1, by_host.len().max(1));
    let (queue, answers) = (Mutex::new(by_host), Mutex::new(BTreeMap::new()));
    // By itself: in the head of the loop, the queue would stay locked to its end.
    let next = || locked(&queue).pop();
    let work = || {
        while let Some(urls) = next() {
            for url in urls {
                let verdict = asker.ask(&url);
                locked(&answers).insert(url.to_string(), verdict);
                step();
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
