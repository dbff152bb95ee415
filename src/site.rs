//! The flow itself: a folder becomes a loaded site, and a site gives its pages
//! one at a time.
//!
//! This is the one module that knows all stages and their order. It decides
//! nothing itself.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, sort};
use crate::export;
use crate::merge::{Parts, merge};
use crate::model::article::Article;
use crate::model::config::Config;
use crate::model::entry::{Entry, EntryKind};
use crate::model::permalinks::Permalinks;
use crate::model::sitemap::{Page, PageKind, SiteMap};
use crate::model::source::{SourceFile, Sources, StaticFile, StaticOrigin};
use crate::model::timeline::Timeline;
use crate::parse;
use crate::read;
use crate::render::Renderer;
use crate::resolve::{self, Names};
use crate::route::{Routes, route};

/// How a site is loaded.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// Show drafts.
    pub drafts: bool,
    /// Refuse to change `permalinks.lock`.
    pub locked: bool,
    /// Publish under another address than `site.yaml` says.
    pub base_url: Option<String>,
}

/// A site that has been read and merged; its pages can be made.
pub struct Site {
    timeline: Arc<Timeline>,
    sitemap: Arc<SiteMap>,
    permalinks: Permalinks,
    statics: Vec<StaticFile>,
    renderer: Renderer,
    cache: export::Cache,
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
        let site = sources.is_site.then(|| Self::from_sources(sources, options, &mut diagnostics, stage));
        sort(&mut diagnostics);
        (site, diagnostics)
    }

    /// Takes sources through all stages after reading.
    pub fn from_sources(
        sources: Sources,
        options: &LoadOptions,
        diagnostics: &mut Vec<Diagnostic>,
        stage: OnStage<'_>,
    ) -> Self {
        let Sources {
            is_site: _,
            config,
            articles,
            actors,
            topics,
            places,
            overlays,
            pages,
            permalinks,
            templates,
            statics,
        } = sources;
        stage("parse");
        let no_articles = articles.is_empty();
        let config = settings(config.as_ref(), options, diagnostics);
        let [actors, topics, places] =
            [(EntryKind::Actor, actors), (EntryKind::Topic, topics), (EntryKind::Place, places)]
                .map(|(kind, files)| entries(kind, &files, diagnostics));
        let (names, found) = Names::new(&actors, &topics, &places);
        diagnostics.extend(found);
        diagnostics.extend(resolve::check_roles(&actors, &names));
        let articles = accounts(&articles, &names, &config, diagnostics);
        let overlays = keep(&overlays, parse::overlay, diagnostics);
        diagnostics.extend(overlays.iter().flat_map(|overlay| resolve::check_overlay(overlay, &names)));
        let pages = keep(&pages, parse::page, diagnostics);

        stage("merge");
        let parts = Parts { config, actors, topics, places, articles, overlays, pages };
        let (timeline, found) = merge(parts, options.drafts);
        diagnostics.extend(found);
        if no_articles {
            let help = "write a first one: `dateline new article \"Talks in Geneva\"`";
            diagnostics.push(Diagnostic::new(Code::NoArticles, "the site has no articles yet").help(help));
        }

        stage("route");
        let lock = permalinks.map(|file| {
            let (ids, found) = parse::permalinks(&file);
            diagnostics.extend(found);
            (ids, file)
        });
        let lock = lock.as_ref().map(|(ids, file)| (ids, file));
        let (Routes { sitemap, permalinks }, found) = route(&timeline, &statics, lock, options.locked);
        diagnostics.extend(found);

        let (timeline, sitemap) = (Arc::new(timeline), Arc::new(sitemap));
        let (renderer, found) =
            Renderer::new(timeline.clone(), sitemap.clone(), &templates, &read::theme::templates());
        diagnostics.extend(found);
        Self { timeline, sitemap, permalinks, statics, renderer, cache: export::Cache::default() }
    }

    /// The merged model.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Every address.
    pub fn pages(&self) -> &[Page] {
        self.sitemap.pages()
    }

    /// The page at a path below the site's base path.
    pub fn find(&self, path: &str) -> Option<&Page> {
        self.sitemap.find(path)
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
                return Ok(match &self.statics[*at as usize].origin {
                    StaticOrigin::Disk(path) => Content::File(path),
                    StaticOrigin::BuiltIn(bytes) => Content::Bytes(bytes),
                });
            }
            PageKind::Export(export, scope) => {
                let (timeline, sitemap, cache) = (&*self.timeline, &*self.sitemap, &self.cache);
                let input = export::Input { timeline, sitemap, scope: *scope, cache };
                export::file(*export, &input, buffer);
            }
            _ => self.renderer.page(page, buffer)?,
        }
        Ok(Content::Bytes(buffer))
    }

    /// Makes every page, in parallel, and hands each to `take`. Templates that
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
        // The largest files are exports. Begun first, none is left to one thread at the end.
        let is_export = |page: &&Page| matches!(page.kind, PageKind::Export(..));
        let (exports, pages) = self.pages().iter().partition(is_export);
        let (pages, exports) = rayon::join(|| all(pages), || all(exports));
        let failures = pages?.into_iter().chain(exports?);
        Ok(once_each(failures.flatten()))
    }

    /// Makes every page and drops it: what templates have to say.
    pub fn try_all_pages(&self) -> Vec<Diagnostic> {
        let result: Result<_, std::convert::Infallible> = self.each_page(|_, _| Ok(()));
        match result {
            Ok(diagnostics) => diagnostics,
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

fn settings(file: Option<&SourceFile>, options: &LoadOptions, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let (mut config, found) = file.map(parse::config).unwrap_or_default();
    diagnostics.extend(found);
    if let Some(base_url) = &options.base_url {
        config.base_url.clone_from(base_url);
    }
    config
}

fn entries(kind: EntryKind, files: &[SourceFile], diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    keep(files, |file| parse::entry(kind, file), diagnostics)
}

/// Parses files and keeps one for each id, sorted.
fn keep<T: parse::Identified>(
    files: &[SourceFile],
    parse: impl Fn(&SourceFile) -> (Option<T>, Vec<Diagnostic>),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut values = Vec::with_capacity(files.len());
    for file in files {
        let (value, found) = parse(file);
        diagnostics.extend(found);
        values.extend(value);
    }
    let (values, found) = parse::unique(values);
    diagnostics.extend(found);
    values
}

/// Parses and resolves the articles, in parallel: the parsed form of each is dropped at once.
fn accounts(
    files: &[SourceFile],
    names: &Names,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Article> {
    let results: Vec<(Option<Article>, Vec<Diagnostic>)> = files
        .par_iter()
        .map(|file| {
            let (parsed, mut found) = parse::article(file);
            let article = parsed.map(|parsed| {
                let (article, more) = resolve::article(parsed, names, config.timezone);
                found.extend(more);
                article
            });
            (article, found)
        })
        .collect();
    let mut articles = Vec::with_capacity(results.len());
    for (article, found) in results {
        diagnostics.extend(found);
        articles.extend(article);
    }
    let (articles, found) = parse::unique(articles);
    diagnostics.extend(found);
    articles
}
