//! The flow itself: a folder becomes a loaded site, and a site gives its pages
//! one at a time. After an edit only what it touches is done again (`reload`),
//! with the same result.
//!
//! This is the one module that knows all stages and their order. It decides
//! nothing itself.

mod cards;
mod exports;
mod load;
mod reload;
pub mod search;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, has_errors, sort};
use crate::export;
use crate::history::{self, Before, History};
use crate::merge::{LikelyDuplicates, merge};
use crate::model::asset::{Addresses, Asset};
use crate::model::edit_links::EditLinks;
use crate::model::image::Images;
use crate::model::permalinks::Permalinks;
use crate::model::sitemap::{Page, PageKind};
use crate::model::source::{Sources, StaticOrigin};
use crate::model::timeline::Timeline;
use crate::model::today::Today;
use crate::parse;
use crate::read;
use crate::render::{Renderer, Theme};
use crate::resolve::Names;
use crate::route::{Routes, route};

pub use cards::Cards;
pub use reload::{Change, Plan, Touched};

/// How a site is loaded.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// Show drafts.
    pub drafts: bool,
    /// Refuse to change `permalinks.lock`.
    pub locked: bool,
    /// Publish under another address than `site.yaml` says.
    pub base_url: Option<String>,
    /// When the site is built: the day from which new events and changes count. Without it no such day is noted.
    pub today: Option<Today>,
    /// Leave the full-text search out, whatever `site.yaml` says.
    pub no_search: bool,
    /// Leave the social cards out, whatever `site.yaml` says.
    pub no_social_cards: bool,
    /// Say on pages where their accounts stand: for the preview.
    pub edit_links: Option<EditLinks>,
    /// Give assets no second name: for the preview, whose styles change while pages stay.
    pub plain_assets: bool,
}

/// A site that has been read and merged; its pages can be made.
pub struct Site {
    sources: Sources,
    options: LoadOptions,
    names: Names,
    renderer: Renderer,
    /// `permalinks.lock` as it was read.
    lock: Permalinks,
    /// The same as it has to be.
    permalinks: Permalinks,
    history: History,
    assets: Vec<Asset>,
    duplicates: LikelyDuplicates,
    cache: export::Cache,
    found: Found,
}

/// What the stages after reading found, by what it depends on.
#[derive(Debug, Default)]
struct Found {
    /// In each article and overlay alone, by its path; files in which nothing was found are left out.
    files: BTreeMap<Arc<str>, Vec<Diagnostic>>,
    /// In the templates.
    templates: Vec<Diagnostic>,
    /// In the site's texts, which depends on what templates ask for.
    texts: Vec<Diagnostic>,
    /// In everything else.
    rest: Vec<Diagnostic>,
}

/// What stands at an address.
pub enum Content<'a> {
    /// Bytes that were made.
    Bytes(&'a [u8]),
    /// A file to be copied.
    File(&'a Path),
}

/// How large a buffer for one page is at first, in bytes; it grows with the largest page and is used again.
const BUFFER: usize = 64 * 1024;

/// Called with the name of each stage as it begins.
pub type OnStage<'a> = &'a mut dyn FnMut(&'static str);

impl Site {
    /// Reads a folder and takes it through all stages up to the addresses.
    /// `None` where there is no site to speak of.
    pub fn load(root: &Path, options: &LoadOptions, stage: OnStage<'_>) -> (Option<Self>, Vec<Diagnostic>) {
        stage("read");
        let (sources, mut diagnostics) = read::read(root);
        let site = sources.is_site.then(|| Self::from_sources(sources, options, stage));
        diagnostics.extend(site.iter().flat_map(Self::diagnostics));
        sort(&mut diagnostics);
        (site, diagnostics)
    }

    /// Takes sources through all stages after reading.
    pub fn from_sources(sources: Sources, options: &LoadOptions, stage: OnStage<'_>) -> Self {
        let mut found = Found::default();
        stage("parse");
        let images = Images::new(&sources.statics);
        let (parts, names) = load::parse(&sources, options, &images, &mut found);

        stage("merge");
        let (mut timeline, merged) = merge(parts, options.drafts);
        found.rest.extend(merged);

        stage("history");
        let (lock, parsed) = sources.permalinks.as_ref().map(parse::permalinks).unwrap_or_default();
        found.rest.extend(parsed);
        let today = options.today.map(|today| today.in_zone(timeline.config.timezone));
        let history = history::record(&mut timeline, Before { lock: &lock, today });

        stage("route");
        let known = sources.permalinks.as_ref().map(|file| (&lock, file));
        let assets: &[_] = if options.plain_assets { &[] } else { &sources.assets };
        let ((routes, routed), duplicates) = rayon::join(
            || route(&timeline, &sources.statics, assets, known, &history.records, options.locked),
            || LikelyDuplicates::find(&timeline),
        );
        let Routes { sitemap, permalinks, assets } = routes;
        found.rest.extend(routed);

        let (language, texts) = load::language(&sources, &timeline.config);
        found.texts = texts;
        let language = Arc::new(language);
        let addresses = Addresses::new(&sources.statics, &assets);
        let (theme, templates) = Theme::new(
            &sources.templates,
            &read::theme::templates(),
            &timeline,
            &language,
            addresses,
            &images,
        );
        found.templates = templates;
        let renderer = Renderer::new(timeline, sitemap, theme, images, options.edit_links.clone());
        let (options, cache) = (options.clone(), export::Cache::default());
        Self {
            sources,
            options,
            names,
            renderer,
            lock,
            permalinks,
            history,
            assets,
            duplicates,
            cache,
            found,
        }
    }

    /// What all stages after reading have to say, in no order.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let Found { files, templates, texts, rest } = &self.found;
        let known = files.values().flatten().chain(templates).chain(texts).chain(rest);
        let file = self.sources.permalinks.as_ref();
        let timeline = self.timeline();
        let future = self.options.today.map_or_else(Vec::new, |today| {
            let today = today.in_zone(timeline.config.timezone);
            history::future_days(timeline, &self.lock, file, today)
        });
        let mut found: Vec<Diagnostic> = known.cloned().chain(future).collect();
        // Of a model with a mistake in it, that something has changed follows from the mistake.
        if !has_errors(&found) {
            found.extend(self.history.uncorrected.values().cloned());
            found.extend(history::contradicted(timeline, &self.lock));
        }
        found.extend(self.duplicates.hints(timeline));
        found
    }

    /// The merged model.
    pub fn timeline(&self) -> &Timeline {
        self.renderer.timeline()
    }

    /// Every address.
    pub fn pages(&self) -> &[Page] {
        self.renderer.sitemap().pages()
    }

    /// The page at a path below the site's base path.
    pub fn find(&self, path: &str) -> Option<&Page> {
        self.renderer.sitemap().find(path)
    }

    /// All ids, published before or now.
    pub fn permalinks(&self) -> &Permalinks {
        &self.permalinks
    }

    /// Makes what stands at an address, in a buffer that may be used again.
    ///
    /// # Errors
    /// The template that failed.
    pub fn content<'a>(
        &'a self,
        page: &Page,
        buffer: &'a mut Vec<u8>,
    ) -> Result<Content<'a>, Box<Diagnostic>> {
        buffer.clear();
        match &page.kind {
            PageKind::Static(at) => {
                return Ok(match &self.sources.statics[*at as usize].origin {
                    StaticOrigin::Disk(path) => Content::File(path),
                    StaticOrigin::BuiltIn(bytes) => Content::Bytes(bytes),
                });
            }
            PageKind::Asset(at) => return Ok(Content::Bytes(&self.assets[*at as usize].bytes)),
            PageKind::Export(export, scope) => {
                self.export(*export, *scope, None, buffer)?;
            }
            PageKind::SocialCard(at) => self.renderer.social_card(*at)?.paint(buffer)?,
            _ => self.renderer.page(page, buffer)?,
        }
        Ok(Content::Bytes(buffer))
    }

    /// Makes every page but the social cards, in parallel, and hands each to `take`. Templates that
    /// fail are returned, each once with the number of pages on which it does.
    ///
    /// # Errors
    /// The first error of `take`; the rest is then left.
    pub fn each_page<E: Send>(
        &self,
        take: impl Fn(&Page, Content<'_>) -> Result<(), E> + Sync,
    ) -> Result<Vec<Diagnostic>, E> {
        let make = |buffer: &mut Vec<u8>, page: &Page| match self.content(page, buffer) {
            Ok(content) => take(page, content).map(|()| None),
            Err(diagnostic) => Ok(Some(*diagnostic)),
        };
        let all = |pages: Vec<&Page>| -> Result<Vec<Option<Diagnostic>>, E> {
            pages.into_par_iter().map_init(|| Vec::with_capacity(BUFFER), make).collect()
        };
        let (exports, pages) = self.exports_and_pages();
        let (pages, exports) = rayon::join(
            || all(pages),
            || -> Result<Vec<_>, E> {
                // One kind after the other: the first file makes what all of a kind share, and that goes with the last.
                let mut failures = Vec::new();
                for mut files in exports {
                    let rest = files.split_off(files.len().min(1));
                    failures.extend(all(files)?);
                    failures.extend(all(rest)?);
                    self.cache.forget_items();
                }
                Ok(failures)
            },
        );
        let failures = pages?.into_iter().chain(exports?);
        Ok(once_each(failures.flatten()))
    }

    /// Makes one page of each kind: what templates have to say, nearly always, for a small part of the cost.
    pub fn try_some_pages(&self) -> Vec<Diagnostic> {
        let mut kinds = HashSet::new();
        let is_new = |page: &&Page| page.kind.is_html() && kinds.insert(std::mem::discriminant(&page.kind));
        let mut buffer = Vec::new();
        let failures =
            self.pages().iter().filter(is_new).filter_map(|page| self.content(page, &mut buffer).err());
        once_each(failures.map(|failure| *failure).chain(self.try_a_card()))
    }

    /// Makes one page of each kind, and takes templates that fail for mistakes of the site.
    pub fn note_failing_templates(&mut self) {
        let failures = self.try_some_pages();
        self.found.templates.extend(failures);
    }

    /// Makes every page and drops it: what templates have to say.
    pub fn try_all_pages(&self) -> Vec<Diagnostic> {
        let result: Result<_, std::convert::Infallible> = self.each_page(|_, _| Ok(()));
        match result {
            Ok(mut diagnostics) => {
                diagnostics.extend(self.try_a_card());
                diagnostics
            }
            Err(never) => match never {},
        }
    }
}

/// A mistake in a template fails on many pages; it is one mistake.
fn once_each(failures: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for failure in failures {
        match kept.iter_mut().find(|(known, _)| known.at == failure.at) {
            Some((_, others)) => *others += 1,
            None => kept.push((failure, 0)),
        }
    }
    kept.into_iter()
        .map(|(mut diagnostic, others)| {
            if others > 0 {
                let pages = if others == 1 { "page" } else { "pages" };
                diagnostic.message = format!("{} (and on {others} other {pages})", diagnostic.message);
            }
            diagnostic
        })
        .collect()
}
