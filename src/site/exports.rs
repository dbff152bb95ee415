//! Files made of the model: exports of a loaded site, for an address or for the command line.
//!
//! It lends the exporters what `render` alone can make: an event as HTML.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::Site;
use crate::diagnostics::Diagnostic;
use crate::export;
use crate::model::sitemap::{Export, Page, PageKind, Scope};

impl Site {
    /// Files made by exporters, by their kinds, and all other pages but the social cards. The largest files are exports: begun
    /// first, none is left to one thread at the end. What belongs to one event is small, and stays beside it.
    pub(super) fn exports_and_pages(&self) -> (Vec<Vec<&Page>>, Vec<&Page>) {
        let mut exports: BTreeMap<Export, Vec<&Page>> = BTreeMap::new();
        let mut pages = Vec::with_capacity(self.pages().len());
        for page in self.pages() {
            match page.kind {
                PageKind::Export(export, Scope::Site | Scope::Entry(_)) => {
                    exports.entry(export.shares_with()).or_default().push(page);
                }
                PageKind::SocialCard(_) => {}
                _ => pages.push(page),
            }
        }
        (exports.into_values().collect(), pages)
    }

    /// Appends an exported file; with `only`, of these events of the scope alone.
    ///
    /// # Errors
    /// The template of feeds, if it fails.
    pub fn export(
        &self,
        export: Export,
        scope: Scope,
        only: Option<&[u32]>,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let failure = Mutex::new(None);
        let html = |at: u32| {
            self.renderer.feed_entry(at).unwrap_or_else(|failed| {
                let mut failure = failure.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                failure.get_or_insert(failed);
                String::new()
            })
        };
        let (timeline, sitemap, language) =
            (self.timeline(), self.renderer.sitemap(), self.renderer.language());
        let cache = &self.cache;
        let input = export::Input { timeline, sitemap, language, scope, only, cache, html: &html };
        export::file(export, &input, out);
        failure.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).map_or(Ok(()), Err)
    }
}
