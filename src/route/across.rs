//! Pages that are made across all events: positions, contacts, agreements, differences, attestation. There is none where the
//! site has nothing to show on it.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::Router;
use super::lists::slices;
use crate::model::attestation::Attested;
use crate::model::data_format::Dataset;
use crate::model::sitemap::{Export, PageKind, Scope};
use crate::model::timeline::Timeline;
use crate::model::url;

impl Router<'_> {
    /// The latest positions, those at the end of each year in which something was stated, and the data.
    pub(super) fn positions(&mut self) {
        let years = years_of_positions(self.timeline);
        if years.is_empty() {
            return;
        }
        self.add(url::positions(None), PageKind::Positions(None));
        for year in years {
            self.add(url::positions(Some(year)), PageKind::Positions(Some(year)));
        }
        self.dataset(Dataset::Positions);
    }

    /// Who met whom, the contacts of each year that has some, and the data.
    pub(super) fn contacts(&mut self) {
        let timeline = self.timeline;
        let years: BTreeSet<i32> =
            timeline.contacts().map(|(at, _)| timeline.event(at).date.first().year()).collect();
        if years.is_empty() {
            return;
        }
        self.add(url::contacts(None), PageKind::Contacts(None));
        for year in years {
            self.add(url::contacts(Some(year)), PageKind::Contacts(Some(year)));
        }
        self.dataset(Dataset::Contacts);
    }

    /// All agreements, those of each year where they are too many for a page, and the data.
    pub(super) fn agreements(&mut self) {
        let timeline = self.timeline;
        let all = &timeline.index.agreements.all;
        if all.is_empty() {
            return;
        }
        self.add(url::agreements(None), PageKind::Agreements(None));
        let years: BTreeSet<i32> = all.iter().filter_map(|one| timeline.year_of(one)).collect();
        for year in years {
            self.add(url::agreements(Some(year)), PageKind::Agreements(Some(year)));
        }
        self.dataset(Dataset::Agreements);
    }

    /// On what sources differ; a long list is split by time.
    pub(super) fn differences(&mut self) {
        let timeline = self.timeline;
        if !timeline.has(Dataset::Differences) {
            return;
        }
        for slice in slices(timeline, &timeline.index.differing) {
            self.add(url::DIFFERENCES.to_owned() + &slice.path(), PageKind::Differences(slice));
        }
        self.dataset(Dataset::Differences);
    }

    /// The events of each class of attestation, likewise.
    pub(super) fn attestation(&mut self) {
        let timeline = self.timeline;
        for class in Attested::ALL.into_iter().filter(|class| !timeline.events_attested(*class).is_empty()) {
            for slice in slices(timeline, timeline.events_attested(class)) {
                self.add(url::attestation(class) + &slice.path(), PageKind::Attestation(class, slice));
            }
        }
    }

    fn dataset(&mut self, set: Dataset) {
        for file in [Export::Dataset(set), Export::DatasetSchema(set)] {
            self.add(file.file(), PageKind::Export(file, Scope::Site));
        }
    }
}

fn years_of_positions(t: &Timeline) -> BTreeSet<i32> {
    t.positions(t.all_events()).map(|stated| t.event(stated.event).date.first().year()).collect()
}
