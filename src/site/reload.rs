//! A loaded site after an edit: what the edit touches is done again, and the
//! rest is kept. The result is exactly what loading everything anew gives.
//!
//! There are two ways. An edit of words, and of templates, is a small change of
//! the site as it is. Any other edit, and any with a mistake in it, takes the
//! sources through all stages again. Planning leaves the site alone, so that a
//! site with mistakes never has to be shown.

use std::sync::Arc;

use super::{Found, Site, load};
use crate::diagnostics::{Diagnostic, has_errors, sort};
use crate::export;
use crate::history::{self, Before};
use crate::merge::{LikelyDuplicates, Patch, patch};
use crate::model::asset::Addresses;
use crate::model::sitemap::PageKind;
use crate::model::source::{SourceFile, Sources};
use crate::model::url;
use crate::read;
use crate::render::Theme;
use crate::route::{COUNTING, showing};

/// What a site becomes with new sources.
pub enum Plan {
    /// The site as it is, with a small change.
    Change(Box<Change>),
    /// Another site.
    Whole(Box<Site>),
}

/// A small change of a site.
pub struct Change {
    sources: Sources,
    patch: Patch,
    /// What was found in the edited files.
    found: Vec<(Arc<str>, Vec<Diagnostic>)>,
    theme: Option<(Theme, Vec<Diagnostic>)>,
}

/// What a change has touched.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    /// How many pages and files show something of it.
    pub pages: usize,
}

impl Plan {
    /// Whether nothing stops publishing.
    pub fn is_good(&self) -> bool {
        match self {
            // A mistake in an edited file makes the plan a whole one.
            Self::Change(_) => true,
            Self::Whole(site) => !site.has_errors(),
        }
    }
}

impl Site {
    /// Plans what new sources make of the site.
    pub fn plan(&self, sources: Sources) -> Plan {
        match self.small_change(&sources) {
            Some(change) => Plan::Change(Box::new(Change { sources, ..change })),
            None => Plan::Whole(Box::new(Self::from_sources(sources, &self.options, &mut |_| {}))),
        }
    }

    /// Makes a small change, planned for this site as it is.
    ///
    /// # Errors
    /// Templates that are new and fail on a page; the site is then as it was.
    pub fn apply(&mut self, change: Change) -> Result<Touched, Vec<Diagnostic>> {
        let Change { sources, patch, found, theme } = change;
        let mut touched = Touched::default();
        if let Some((theme, found)) = theme {
            let before = self.renderer.set_theme(theme);
            let failures = self.try_some_pages();
            if !failures.is_empty() {
                self.renderer.set_theme(before);
                return Err(failures);
            }
            self.found.templates = found;
            touched.pages = self.pages().iter().filter(|page| page.kind.is_html()).count();
        }
        let by_words = self.apply_patch(patch);
        touched.pages = touched.pages.max(by_words);
        for (path, of_file) in found {
            self.found.note(&path, of_file);
        }
        self.cache = export::Cache::default();
        self.sources = sources;
        Ok(touched)
    }

    /// What all stages after reading have to say, in the order of diagnostics.
    pub fn sorted_diagnostics(&self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics();
        sort(&mut diagnostics);
        diagnostics
    }

    /// Whether something stops publishing.
    pub fn has_errors(&self) -> bool {
        let Found { files, templates, texts, rest } = &self.found;
        let rest = [templates, texts, rest];
        files.values().any(|found| has_errors(found)) || rest.into_iter().any(|found| has_errors(found))
    }

    fn small_change(&self, sources: &Sources) -> Option<Change> {
        // With a lock that must not change, what an edit changes in it is a mistake.
        if self.has_errors() || self.options.locked {
            return None;
        }
        let old = &self.sources;
        let is_same =
            |a: &[SourceFile], b: &[SourceFile]| edited(a, b).is_some_and(|edited| edited.is_empty());
        let is_same_file =
            |a: &Option<SourceFile>, b: &Option<SourceFile>| is_same(a.as_slice(), b.as_slice());
        let rest_is_same = is_same_file(&old.config, &sources.config)
            && is_same_file(&old.permalinks, &sources.permalinks)
            && is_same(&old.actors, &sources.actors)
            && is_same(&old.topics, &sources.topics)
            && is_same(&old.places, &sources.places)
            && is_same(&old.publishers, &sources.publishers)
            && is_same(&old.pages, &sources.pages)
            && old.snapshots == sources.snapshots
            && is_same(&old.texts, &sources.texts)
            && old.statics == sources.statics
            && (self.options.plain_assets || old.assets == sources.assets);
        if !rest_is_same {
            return None;
        }
        let (patch, found) = self
            .patch(&edited(&old.articles, &sources.articles)?, &edited(&old.overlays, &sources.overlays)?)?;
        let theme = (!is_same(&old.templates, &sources.templates)).then(|| {
            let (timeline, language) = (self.timeline(), self.renderer.language());
            let addresses = Addresses::new(&sources.statics, &self.assets);
            let images = self.renderer.images();
            Theme::new(&sources.templates, &read::theme::templates(), timeline, language, addresses, images)
        });
        if theme.as_ref().is_some_and(|(_, found)| has_errors(found)) {
            return None;
        }
        let may_miss_texts = theme.is_some() && !sources.texts.is_empty();
        if may_miss_texts && load::language(sources, &self.timeline().config).1 != self.found.texts {
            return None;
        }
        Some(Change { sources: Sources::default(), patch, found, theme })
    }

    /// The patch that edited articles and overlays make, and what was found in them.
    #[expect(clippy::type_complexity, reason = "used once, and named by the words above")]
    fn patch(
        &self,
        articles: &[&SourceFile],
        overlays: &[&SourceFile],
    ) -> Option<(Patch, Vec<(Arc<str>, Vec<Diagnostic>)>)> {
        let mut found = Vec::new();
        let mut note = |file: &SourceFile, of_file: Vec<Diagnostic>| {
            let is_good = !has_errors(&of_file);
            found.push((file.path.clone(), of_file));
            is_good
        };
        // Static files are the same as before: else the change would be no small one.
        let images = self.renderer.images();
        let mut new_articles = Vec::with_capacity(articles.len());
        for file in articles {
            let snapshot = self.sources.snapshot(file.stem());
            let (article, of_file) =
                load::article(file, snapshot, &self.names, &self.timeline().config, images);
            new_articles.push(article.filter(|_| note(file, of_file))?);
        }
        let mut new_overlays = Vec::with_capacity(overlays.len());
        for file in overlays {
            let (overlay, of_file) = load::overlay(file, &self.names, images);
            new_overlays.push(overlay.filter(|_| note(file, of_file))?);
        }
        let event_at = |id: &str| match self.find(&url::event(id))?.kind {
            PageKind::Event(at) => Some(at),
            _ => None,
        };
        let patch = patch(self.timeline(), event_at, new_articles, new_overlays, self.options.drafts)?;
        Some((patch, found))
    }

    /// Changes the timeline; returns how many pages show something of it.
    fn apply_patch(&mut self, patch: Patch) -> usize {
        let (events, articles) = (patch.events(), patch.articles());
        let shown = |site: &Self| showing(site.timeline(), site.renderer.sitemap(), &events, &articles);
        let shown_before = shown(self);
        let timeline = self.renderer.timeline_mut(&events);
        let other_actors = patch.apply(timeline);
        let today = self.options.today.map(|today| today.in_zone(timeline.config.timezone));
        let before = Before { lock: &self.lock, today };
        history::record_again(timeline, &events, before, &mut self.history);
        for at in &events {
            let id = &timeline.event(*at).id;
            let record = self.history.records.get(id).cloned();
            self.permalinks.records.extend(record.map(|record| (id.clone(), record)));
        }
        if other_actors {
            self.duplicates = LikelyDuplicates::find(self.renderer.timeline());
        } else {
            self.duplicates.look_again(self.renderer.timeline(), &events);
        }
        let after = shown(self);
        let counting = if shown_before == after { 0 } else { COUNTING.len() };
        shown_before.union(&after).count() + counting
    }
}

/// The files that differ, of two lists sorted by path; `None` if they are not lists of the same files.
fn edited<'a>(old: &[SourceFile], new: &'a [SourceFile]) -> Option<Vec<&'a SourceFile>> {
    let is_same_text = |a: &SourceFile, b: &SourceFile| Arc::ptr_eq(&a.text, &b.text) || a.text == b.text;
    if old.len() != new.len() || old.iter().zip(new).any(|(a, b)| a.path != b.path) {
        return None;
    }
    Some(old.iter().zip(new).filter(|(a, b)| !is_same_text(a, b)).map(|(_, new)| new).collect())
}
