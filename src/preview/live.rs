//! What is shown now, shared by the thread that follows the edits and those that answer.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use super::problems;
use crate::diagnostics::Diagnostic;
use crate::model::edit_links::EditLinks;
use crate::site::{Content, Site};

/// How often a stream shows that it is alive, so that a client that has gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(5);
/// How many changes of style sheets and scripts are kept for clients that were away.
const FILES_KEPT: usize = 64;

/// The site that is shown, and what is wrong with the one that is being edited.
pub struct Live {
    shown: RwLock<Option<Site>>,
    /// Counts every change of the site.
    version: AtomicU64,
    /// The folder that static files are served from.
    root: PathBuf,
    base_path: RwLock<String>,
    links: Option<EditLinks>,
    news: Mutex<News>,
    bell: Condvar,
}

/// What open pages are told.
#[derive(Default)]
struct News {
    /// Counts every change of anything.
    version: u64,
    mistakes: Vec<Diagnostic>,
    /// Style sheets and scripts that changed, with the version that has them.
    files: Vec<(u64, String)>,
}

/// What the page at an address is.
pub struct Made {
    /// 200, 404, or 500 for a page whose template fails.
    pub status: u16,
    /// Where a static file is on disk, else the bytes.
    pub body: Body,
    /// Whether it is a page, and no other file.
    pub is_page: bool,
    /// Whether the site has mistakes, and is shown for want of a better one.
    pub partly: bool,
    /// The template's failure, if that is what it is.
    pub failure: Option<Box<Diagnostic>>,
}

/// The bytes of an answer.
pub enum Body {
    /// Made now.
    Bytes(Vec<u8>),
    /// To be read from the disk.
    File(PathBuf),
    /// Stands elsewhere: a path from the host's root.
    Elsewhere(String),
}

impl Live {
    /// Shows a site, or nothing yet where there is none to speak of.
    pub fn new(
        root: PathBuf,
        site: Option<Site>,
        links: Option<EditLinks>,
        mistakes: Vec<Diagnostic>,
    ) -> Self {
        let base_path = site.as_ref().map_or_else(|| "/".to_owned(), base_path_of);
        let news = News { mistakes, ..News::default() };
        Self {
            shown: RwLock::new(site),
            version: AtomicU64::new(0),
            root,
            base_path: RwLock::new(base_path),
            links,
            news: Mutex::new(news),
            bell: Condvar::new(),
        }
    }

    /// The site's own folder.
    pub fn root(&self) -> &std::path::Path {
        &self.root
    }

    /// The path of the home page, such as `/talks/`.
    pub fn base_path(&self) -> String {
        self.base_path.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The site that is shown. Held only while pages are made, never while they are sent.
    pub fn site(&self) -> RwLockReadGuard<'_, Option<Site>> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the site that is shown from those before. It stays the same as long as the site is held.
    pub fn version(&self) -> u64 {
        self.version.load(Ordering::Relaxed)
    }

    /// Changes the site that is shown.
    pub fn change<T>(&self, change: impl FnOnce(&mut Option<Site>) -> T) -> T {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let result = change(&mut shown);
        self.version.fetch_add(1, Ordering::Relaxed);
        let base_path = shown.as_ref().map_or_else(|| "/".to_owned(), base_path_of);
        *self.base_path.write().unwrap_or_else(PoisonError::into_inner) = base_path;
        result
    }

    /// Tells all open pages what is new.
    pub fn tell(&self, files: &[String], mistakes: Vec<Diagnostic>) {
        let mut news = self.news();
        news.version += 1;
        let version = news.version;
        news.mistakes = mistakes;
        news.files.extend(files.iter().map(|path| (version, path.clone())));
        let surplus = news.files.len().saturating_sub(FILES_KEPT);
        news.files.drain(..surplus);
        drop(news);
        self.bell.notify_all();
    }

    /// What is wrong now.
    pub fn mistakes(&self) -> Vec<Diagnostic> {
        self.news().mistakes.clone()
    }

    /// What stands at a path from the host's root.
    pub fn make(&self, path: &str) -> Made {
        let base = self.base_path();
        let shown = self.site();
        let elsewhere = |to: String| Made {
            status: 302,
            body: Body::Elsewhere(to),
            is_page: false,
            partly: false,
            failure: None,
        };
        let Some(site) = &*shown else { return nothing_yet() };
        let Some(below) = path.strip_prefix(&base) else {
            let is_base_itself = [path, "/"].concat() == base;
            return if path == "/" || is_base_itself {
                elsewhere(base)
            } else {
                make_page(site, "404.html", 404)
            };
        };
        match site.find(below) {
            Some(page) => {
                if let crate::model::sitemap::PageKind::Redirect { to } = &page.kind {
                    return elsewhere(base + to);
                }
                make_page(site, &page.path, 200)
            }
            None if site.find(&[below, "/"].concat()).is_some() => elsewhere([path, "/"].concat()),
            None => make_page(site, "404.html", 404),
        }
    }

    /// Tells a page that is open at `path`, whose bytes have that tag, what becomes of it; until it goes away.
    pub fn stream(&self, path: &str, tag: &str, out: &mut dyn Write) -> io::Result<()> {
        let (mut tag, mut said, mut heard) = (tag.to_owned(), String::new(), self.news().version);
        loop {
            let made = self.make(path);
            let new_tag = tag_of(&made);
            let problems = {
                let news = self.news();
                // A template's failure may be known, then with the number of the pages.
                let is_new = |failure: &&Diagnostic| news.mistakes.iter().all(|known| known.at != failure.at);
                let failure = made.failure.as_deref().filter(is_new);
                problems::to_json(news.mistakes.iter().chain(failure), self.links.as_ref())
            };
            if problems != said {
                event(out, "problems", &problems)?;
                said = problems;
            }
            if new_tag != tag {
                event(out, "page", &new_tag)?;
                tag = new_tag;
            }
            out.flush()?;
            let (version, files) = self.wait(heard);
            heard = version;
            let Some(files) = files else {
                out.write_all(b": \n\n")?;
                continue;
            };
            let (styles, scripts): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|path| path.ends_with(".css"));
            for (name, paths) in [("style", styles), ("script", scripts)] {
                if !paths.is_empty() {
                    event(out, name, &serde_json::json!({ "paths": paths }).to_string())?;
                }
            }
        }
    }

    /// Waits for something newer than a version; `None` if nothing came for a while.
    fn wait(&self, heard: u64) -> (u64, Option<Vec<String>>) {
        let news = self.news();
        let (news, _) = self
            .bell
            .wait_timeout_while(news, HEARTBEAT, |news| news.version == heard)
            .unwrap_or_else(PoisonError::into_inner);
        let files = news.files.iter().filter(|(version, _)| *version > heard);
        let files = files.map(|(_, path)| path.clone()).collect();
        (news.version, (news.version != heard).then_some(files))
    }

    fn news(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells a page's bytes: two pages with the same tag are the same to a reader.
pub fn tag_of(made: &Made) -> String {
    match &made.body {
        Body::Bytes(bytes) => format!("{}-{}", made.status, &blake3::hash(bytes).to_hex()[..16]),
        Body::File(_) => "file".to_owned(),
        Body::Elsewhere(to) => format!("to-{}", &blake3::hash(to.as_bytes()).to_hex()[..16]),
    }
}

fn base_path_of(site: &Site) -> String {
    site.timeline().config.base_path().to_owned()
}

fn make_page(site: &Site, path: &str, status: u16) -> Made {
    let mut buffer = Vec::new();
    let Some(page) = site.find(path) else { return nothing_yet() };
    let is_page = page.kind.is_html();
    let (status, body, failure) = match site.content(page, &mut buffer) {
        Ok(Content::File(file)) => (status, Body::File(file.to_owned()), None),
        Ok(Content::Bytes(bytes)) => (status, Body::Bytes(bytes.to_vec()), None),
        Err(failure) => (500, Body::Bytes(plain_page("This page cannot be made")), Some(failure)),
    };
    Made { status, body, is_page, partly: failure.is_some() || site.has_errors(), failure }
}

/// There is no site to be shown: its settings are missing, or it has only begun.
fn nothing_yet() -> Made {
    let body = Body::Bytes(plain_page("There is nothing to show yet"));
    Made { status: 503, body, is_page: true, partly: true, failure: None }
}

/// A page that needs no site.
fn plain_page(title: &str) -> Vec<u8> {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>What is wrong is listed here and in the terminal.</p>\n</main>\n\
         </body>\n</html>\n"
    )
    .into_bytes()
}

fn event(out: &mut dyn Write, name: &str, data: &str) -> io::Result<()> {
    write!(out, "event: {name}\ndata: {data}\n\n")
}
