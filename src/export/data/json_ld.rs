//! JSON-LD 1.1 in the terms of schema.org: the data set, its events, and all that they name, each once.
//!
//! A date that is uncertain or approximate has no ISO 8601 form, and schema.org no other: such an
//! event has its EDTF date (`dcterms:date`) and no `startDate`. What is coarser than a day stays so.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::nodes::{Node, data_set, entry, event, report};
use super::{END, json, next, with_events};
use crate::export::cache::Sort;
use crate::export::{Exporter, Input};
use crate::model::data_format::DataFormat;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::sitemap::Export;

/// A timeline as linked data.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Graph")]
pub struct File<N> {
    #[serde(rename = "@context")]
    context: (&'static str, Terms),
    /// The data set first, then its events, then what they name.
    #[serde(rename = "@graph")]
    graph: N,
}

/// What the schema is made of.
pub type FileOfNodes<'a> = File<Vec<Node<'a>>>;

/// A date for which schema.org has no term.
#[derive(Serialize, JsonSchema)]
struct Terms {
    dcterms: &'static str,
    edtf: &'static str,
    #[serde(rename = "dcterms:date")]
    date: Typed,
}

#[derive(Serialize, JsonSchema)]
struct Typed {
    #[serde(rename = "@type")]
    kind: &'static str,
}

pub struct JsonLd;

impl Exporter for JsonLd {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let named = Named::by(input);
        let terms = Terms {
            dcterms: "http://purl.org/dc/terms/",
            edtf: "http://id.loc.gov/datatypes/edtf/",
            date: Typed { kind: "edtf:EDTF" },
        };
        let head = File { context: ("https://schema.org", terms), graph: [data_set(input)] };
        with_events(&head, input, DataFormat::JsonLd, |input, one| json(&event(input, one)), out);
        out.truncate(out.len() - END.len());
        let of = Export::Data(DataFormat::JsonLd);
        for kind in EntryKind::ALL {
            let make = |index| json(&entry(input, EntryRef { kind, index }));
            let all = input.cache.items(of, Sort::Entries(kind), input.timeline, make);
            named
                .entries
                .iter()
                .filter(|at| at.kind == kind)
                .for_each(|at| next(&all[at.index as usize], out));
        }
        let all = input.cache.items(of, Sort::Reports, input.timeline, |at| json(&report(input, at)));
        named.reports.iter().for_each(|at| next(&all[*at as usize], out));
        out.extend_from_slice(END);
    }
}

/// What events name.
#[derive(Default)]
struct Named {
    entries: BTreeSet<EntryRef>,
    reports: BTreeSet<u32>,
}

impl Named {
    fn by(input: &Input<'_>) -> Self {
        let mut named = Self::default();
        for event in input.events() {
            let of = |kind: EntryKind| move |index: u32| EntryRef { kind, index };
            let actors = event.participants.iter().map(|participant| participant.actor);
            named.entries.extend(actors.map(of(EntryKind::Actor)));
            named.entries.extend(event.topics.iter().copied().map(of(EntryKind::Topic)));
            named.entries.extend(event.place.map(of(EntryKind::Place)));
            named.reports.extend(event.accounts.iter().map(|at| at.article));
        }
        named
    }
}
