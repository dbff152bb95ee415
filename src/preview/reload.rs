//! Edited paths -> what is shown.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::live::Live;
use super::watch::Watcher;
use super::{Told, shown};
use crate::diagnostics::{Diagnostic, Severity, has_errors, sort};
use crate::model::source::Sources;
use crate::read;
use crate::site::{LoadOptions, Plan, Site};

/// Mistakes are shown only if they last so long: a file that is half written is no mistake.
const GRACE: Duration = Duration::from_millis(150);

/// Keeps what is shown up to date with what is edited.
pub struct Reloader {
    root: PathBuf,
    options: LoadOptions,
    /// As they were last read, good or not.
    sources: Sources,
    /// What reading them found.
    found: Vec<Diagnostic>,
}

/// What became of an edit.
struct Outcome {
    /// It is shown, on so many pages.
    pages: Option<usize>,
    /// What is wrong. An edit with mistakes is shown only where nothing better was.
    mistakes: Vec<Diagnostic>,
}

impl Outcome {
    fn shown(pages: usize) -> Self {
        Self { pages: Some(pages), mistakes: Vec::new() }
    }

    fn mistaken(mistakes: Vec<Diagnostic>) -> Self {
        Self { pages: None, mistakes }
    }
}

impl Reloader {
    /// Loads a site for the first time. It is shown as far as it goes, mistakes or not.
    pub fn load(root: &Path, options: LoadOptions, tell: &mut dyn FnMut(Told<'_>)) -> (Self, Live) {
        let begun = now();
        let (sources, found) = read::read(root);
        let mut site = sources.is_site.then(|| Site::from_sources(sources.clone(), &options, &mut |_| {}));
        let mistakes = all_mistakes(&found, site.as_mut());
        if let Some(site) = &site {
            let (events, pages) = (site.timeline().events.len(), site.pages().len());
            tell(Told::Loaded { events, pages, took: begun.elapsed() });
        }
        if !mistakes.is_empty() {
            tell(Told::Mistaken(&mistakes));
        }
        let live = Live::new(root.to_owned(), site, options.edit_links.clone(), mistakes);
        (Self { root: root.to_owned(), options, sources, found }, live)
    }

    /// Follows an edit.
    pub fn edited(
        &mut self,
        paths: &[PathBuf],
        watcher: &mut Watcher,
        live: &Live,
        tell: &mut dyn FnMut(Told<'_>),
    ) {
        let mut paths = paths.to_vec();
        let mut begun = now();
        let outcome = loop {
            let outcome = self.reload(&paths, live);
            if outcome.mistakes.is_empty() {
                break outcome;
            }
            let more = watcher.next_within(GRACE, tell);
            if more.is_empty() {
                break outcome;
            }
            begun = now();
            paths.extend(more);
        };
        let files = shown(&self.root, &paths);
        let Outcome { pages, mistakes } = outcome;
        if let Some(pages) = pages {
            tell(Told::Rebuilt { files: &files, pages, took: begun.elapsed() });
        }
        if live.mistakes() != mistakes {
            tell(if pages.is_some() && !mistakes.is_empty() {
                Told::Mistaken(&mistakes)
            } else {
                Told::Mistakes(&mistakes)
            });
        }
        live.tell(&loaded(&files, &live.base_path()), mistakes);
    }

    fn reload(&mut self, paths: &[PathBuf], live: &Live) -> Outcome {
        match read::refresh(&self.root, &self.sources, paths) {
            Some(sources) => self.sources = sources,
            None => (self.sources, self.found) = read::read(&self.root),
        }
        if !self.sources.is_site || has_errors(&self.found) {
            let site = self.sources.is_site.then(|| self.fresh_site());
            return Outcome::mistaken(mistakes(&self.found, site.as_ref()));
        }
        let plan = match &*live.site() {
            Some(site) => site.plan(self.sources.clone()),
            None => Plan::Whole(Box::new(self.fresh_site())),
        };
        match plan {
            Plan::Whole(mut site) => {
                let mistakes = all_mistakes(&self.found, Some(&mut site));
                // A site that was shown with mistakes has no better one behind it.
                let none_is_good = live.site().as_ref().is_none_or(Site::has_errors);
                if !mistakes.is_empty() && !none_is_good {
                    return Outcome::mistaken(mistakes);
                }
                let pages = site.pages().len();
                // Taking the old site apart takes time: not while readers wait.
                let old = live.change(|shown| shown.replace(*site));
                drop(old);
                Outcome { pages: Some(pages), mistakes }
            }
            Plan::Change(change) => {
                live.change(|shown| match shown.as_mut().map(|site| site.apply(*change)) {
                    Some(Ok(touched)) => Outcome::shown(touched.pages),
                    Some(Err(failures)) => Outcome::mistaken(failures),
                    None => Outcome::shown(0),
                })
            }
        }
    }

    fn fresh_site(&self) -> Site {
        Site::from_sources(self.sources.clone(), &self.options, &mut |_| {})
    }
}

#[expect(clippy::disallowed_methods, reason = "how long an edit takes is told to the editor")]
fn now() -> Instant {
    Instant::now()
}

/// The errors of reading and of all stages after it, in order.
fn mistakes(found: &[Diagnostic], site: Option<&Site>) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = found.to_vec();
    all.extend(site.iter().flat_map(|site| site.diagnostics()));
    all.retain(|diagnostic| diagnostic.severity() == Severity::Error);
    sort(&mut all);
    all
}

/// The errors of all stages. If there is none, some pages are made, and templates that fail count too.
fn all_mistakes(found: &[Diagnostic], site: Option<&mut Site>) -> Vec<Diagnostic> {
    let of_stages = mistakes(found, site.as_deref());
    match site {
        Some(site) if of_stages.is_empty() => {
            site.note_failing_templates();
            mistakes(found, Some(site))
        }
        _ => of_stages,
    }
}

/// The addresses of the style sheets and scripts among the files: open pages have loaded them.
fn loaded(files: &[String], base_path: &str) -> Vec<String> {
    let is_loaded = |file: &&str| [".css", ".js", ".mjs"].iter().any(|end| file.ends_with(end));
    let files = files.iter().filter_map(|file| file.strip_prefix("static/")).filter(is_loaded);
    files.map(|file| [base_path, file].concat()).collect()
}
