//! Which event answers which: a denial an accusation, a reply a proposal.
//!
//! Editors say it by ids; here they become indices, in both directions. An event
//! that is a draft or withdrawn is in no list, and so in no thread.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::article::Article;
use crate::model::event::{Event, Overlay};
use crate::model::source::{SourceFile, Span};
use crate::model::timeline::Threads;

/// What ids are looked up in.
pub struct Known<'a> {
    /// Events that are shown.
    pub events: &'a [Event],
    /// Ids of events that are not shown.
    pub hidden: HashSet<&'a str>,
    /// Overlays, whose old ids lead to their events.
    pub overlays: &'a [Overlay],
    /// Made when first needed: most sites have no such links. An id that was split leads to several.
    by_id: OnceCell<HashMap<&'a str, Vec<u32>>>,
}

impl<'a> Known<'a> {
    pub fn new(events: &'a [Event], hidden: HashSet<&'a str>, overlays: &'a [Overlay]) -> Self {
        Self { events, hidden, overlays, by_id: OnceCell::new() }
    }

    /// The event that bears an id, or bore it before.
    pub fn find(&self, id: &str) -> Option<u32> {
        match self.all(id) {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// All events that an id leads to.
    fn all(&self, id: &str) -> &[u32] {
        let by_id = self.by_id.get_or_init(|| {
            let mut by_id: HashMap<&'a str, Vec<u32>> =
                (0u32..).zip(self.events).map(|(at, event)| (event.id.as_str(), vec![at])).collect();
            for overlay in self.overlays {
                if let Some([at]) = by_id.get(overlay.id.as_str()).map(Vec::as_slice) {
                    let at = *at;
                    for (old, _) in overlay.redirect_from.iter().filter(|(old, _)| *old != overlay.id) {
                        by_id.entry(old).or_default().push(at);
                    }
                }
            }
            by_id
        });
        by_id.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The diagnostic for an id that leads to no event, or to several. `what` goes on after the id, `which` after "the event".
    pub fn unknown(&self, id: &str, what: &str, which: &str) -> Diagnostic {
        if let [one, other, ..] = self.all(id) {
            let [one, other] = [one, other].map(|at| &self.events[*at as usize].id);
            return Diagnostic::new(Code::UnknownEvent, format!("`{id}` leads to more than one event"))
                .help(format!("write the id of the one {which}: `{one}` or `{other}`"));
        }
        let ids = self.events.iter().map(|event| event.id.as_str());
        let help = nearest(id, ids).map_or_else(
            || format!("write the id of the event {which}: the last part of its address"),
            |near| format!("did you mean `{near}`?"),
        );
        Diagnostic::new(Code::UnknownEvent, format!("there is no event `{id}` {what}")).help(help)
    }
}

/// Links all events; an id that no event bears is noted.
pub fn link(known: &Known<'_>, articles: &[Article]) -> (Threads, Vec<Diagnostic>) {
    let mut links = Links { known, threads: Threads::default(), diagnostics: Vec::new() };
    for article in articles {
        for account in &article.accounts {
            for answered in &account.answers {
                links.add(&account.event_id, answered, &article.meta.source);
            }
        }
    }
    for overlay in known.overlays {
        for answered in &overlay.answers {
            links.add(&overlay.id, answered, &overlay.source);
        }
    }
    (links.threads, links.diagnostics)
}

struct Links<'k, 'a> {
    known: &'k Known<'a>,
    threads: Threads,
    diagnostics: Vec<Diagnostic>,
}

impl Links<'_, '_> {
    fn add(&mut self, from: &str, (to, span): &(String, Span), file: &SourceFile) {
        if from == to || self.known.find(from).is_some_and(|at| self.known.find(to) == Some(at)) {
            let diagnostic = Diagnostic::new(Code::InvalidValue, format!("`{to}` cannot answer itself"));
            let help = "name the event that it answers";
            return self.diagnostics.push(diagnostic.at(file, *span).help(help));
        }
        let Some(answered) = self.known.find(to) else {
            if !self.known.hidden.contains(to.as_str()) {
                let unknown = self.known.unknown(to, "to be answered", "that it answers");
                self.diagnostics.push(unknown.at(file, *span));
            }
            return;
        };
        if let Some(answer) = self.known.find(from) {
            let [reply, before] = [answer, answered].map(|at| &self.known.events[at as usize]);
            if reply.was_surely_before(before) {
                let message = format!("`{from}` was before `{to}`, so it cannot answer it");
                let help = format!("say it the other way round, at `{to}`: `answers={from}`");
                return self
                    .diagnostics
                    .push(Diagnostic::new(Code::InvalidValue, message).at(file, *span).help(help));
            }
            insert(&mut self.threads.answers, answer, answered);
            insert(&mut self.threads.answered_by, answered, answer);
        }
    }
}

fn insert(lists: &mut BTreeMap<u32, Vec<u32>>, at: u32, other: u32) {
    let list = lists.entry(at).or_default();
    if let Err(position) = list.binary_search(&other) {
        list.insert(position, other);
    }
}
