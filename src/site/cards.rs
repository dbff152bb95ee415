//! Social cards: painted only where they are not there yet.
//!
//! To paint one takes many times longer than to write a page, so cards are no
//! part of the pages that every build makes.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{BUFFER, Site, once_each};
use crate::diagnostics::Diagnostic;
use crate::model::sitemap::{Page, PageKind};

/// What became of the cards.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Cards {
    /// How many were painted.
    pub painted: usize,
    /// How many were there already.
    pub kept: usize,
}

/// The event whose card stands at an address, if one does.
fn card_of(page: &Page) -> Option<(&Page, u32)> {
    match page.kind {
        PageKind::SocialCard(at) => Some((page, at)),
        _ => None,
    }
}

impl Site {
    /// How many social cards the site has.
    pub fn cards(&self) -> usize {
        self.pages().iter().filter_map(card_of).count()
    }

    /// Asks for every card, in parallel, whether one with its mark can be kept, and paints it if not. A template that
    /// fails is returned.
    ///
    /// # Errors
    /// The first error of `keep` or `take`; the rest is then left.
    pub fn each_card<E: Send>(
        &self,
        keep: impl Fn(&Page, &str) -> Result<bool, E> + Sync,
        take: impl Fn(&Page, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(Cards, Vec<Diagnostic>), E> {
        let (painted, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let make = |buffer: &mut Vec<u8>, (page, at): (&Page, u32)| -> Result<Option<Diagnostic>, E> {
            let card = match self.renderer.social_card(at) {
                Ok(card) => card,
                Err(failure) => return Ok(Some(*failure)),
            };
            if keep(page, &card.mark())? {
                kept.fetch_add(1, Ordering::Relaxed);
                return Ok(None);
            }
            buffer.clear();
            if let Err(failure) = card.paint(buffer) {
                return Ok(Some(*failure));
            }
            painted.fetch_add(1, Ordering::Relaxed);
            take(page, buffer).map(|()| None)
        };
        let cards = self.pages().par_iter().filter_map(card_of);
        let failures: Result<Vec<Option<Diagnostic>>, E> =
            cards.map_init(|| Vec::with_capacity(BUFFER), make).collect();
        let cards = Cards { painted: painted.into_inner(), kept: kept.into_inner() };
        Ok((cards, once_each(failures?.into_iter().flatten())))
    }

    /// What the template of the cards has to say, on the first of them.
    pub(super) fn try_a_card(&self) -> Option<Diagnostic> {
        let (_, first) = self.pages().iter().find_map(card_of)?;
        self.renderer.social_card(first).and_then(|card| card.check()).err().map(|failure| *failure)
    }
}
