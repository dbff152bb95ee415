//! Agreements: what headings and overlays say of them -> the life of each.
//!
//! An event is a step of at most one agreement, and its overlay stands over its headings. What an agreement is called
//! and between whom it is, is said once; whoever says it twice, and differently, is told. Stages may go back and forth.

use std::collections::BTreeMap;

use super::choose::{choose, tally};
use super::threads::Known;
use super::unique;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::agreement::{Agreement, Agreements, Due, GivenAgreement, Stage, Step};
use crate::model::article::Article;
use crate::model::entry::{Entry, find};
use crate::model::event::{AccountRef, Event};
use crate::model::source::{SourceFile, Span};

/// What is said at one place of an agreement.
#[derive(Clone, Copy)]
struct Said<'a> {
    given: &'a GivenAgreement,
    file: &'a SourceFile,
    /// None where the overlay says it.
    account: Option<AccountRef>,
}

/// Finds all agreements; what is wrong is noted.
pub fn collect<'a>(
    known: &Known<'a>,
    articles: &'a [Article],
    actors: &'a [Entry],
) -> (Agreements, Vec<Diagnostic>) {
    let mut collector = Collector { known, actors, open: BTreeMap::new(), diagnostics: Vec::new() };
    for (at, event) in (0u32..).zip(known.events) {
        let said = said_of(event, known, articles);
        if !said.is_empty() {
            collector.event(at, &said);
        }
    }
    collector.finish()
}

/// All that is said of an event, the overlay's first.
fn said_of<'a>(event: &Event, known: &Known<'a>, articles: &'a [Article]) -> Vec<Said<'a>> {
    let overlay = event.overlay.map(|at| &known.overlays[at as usize]);
    let of_overlay = overlay.and_then(|overlay| {
        Some(Said { given: overlay.agreement.as_deref()?, file: &overlay.source, account: None })
    });
    let of_account = |at: &AccountRef| {
        let article = &articles[at.article as usize];
        let given = article.accounts[at.account as usize].agreement.as_deref()?;
        Some(Said { given, file: &article.meta.source, account: Some(*at) })
    };
    of_overlay.into_iter().chain(event.accounts.iter().filter_map(of_account)).collect()
}

/// An agreement while its events are collected.
#[derive(Default)]
struct Open<'a> {
    steps: Vec<Step>,
    due: Vec<Due>,
    /// All that is said of it, in order of time; of one event the overlay's first.
    said: Vec<Said<'a>>,
}

struct Collector<'k, 'a> {
    known: &'k Known<'a>,
    actors: &'a [Entry],
    open: BTreeMap<&'a str, Open<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Collector<'_, 'a> {
    fn event(&mut self, at: u32, said: &[Said<'a>]) {
        let Some((id, span, file)) = self.id(said) else { return };
        let Some(step) = step(at, said) else {
            let message = format!("it is not said to which stage this brings the agreement `{id}`");
            let stages = Stage::ALL.map(Stage::id).join(", ");
            let help = format!("write `stage=`, or in an overlay `stage:`; one of: {stages}");
            let diagnostic = Diagnostic::new(Code::MissingKey, message);
            return self.diagnostics.push(diagnostic.at(file, span).help(help));
        };
        // What an overlay says is due stands over what headings say.
        let of_overlay = said.iter().filter(|one| one.account.is_none() && !one.given.due.is_empty());
        let deciding: Vec<Said<'a>> =
            if of_overlay.clone().next().is_some() { of_overlay.copied().collect() } else { said.to_vec() };
        let due: Vec<Due> = deciding.iter().flat_map(|one| self.due(at, one)).collect();
        let open = self.open.entry(id).or_default();
        open.steps.push(step);
        open.due.extend(due);
        open.said.extend(said);
    }

    /// The agreement's id: the overlay's, else that of the earliest report, with which all others have to agree.
    fn id(&mut self, said: &[Said<'a>]) -> Option<(&'a str, Span, &'a SourceFile)> {
        let ids = said.iter().filter_map(|one| {
            let (id, span) = one.given.id.as_ref()?;
            Some((id.as_str(), *span, one.file, one.account))
        });
        let Some((id, span, file, account)) = ids.clone().next() else {
            let first = said.first()?;
            let message = "it is not said of which agreement this is";
            let help = "write `id: …`, an id that all steps of the agreement bear";
            let diagnostic = Diagnostic::new(Code::MissingKey, message).at(first.file, first.given.span);
            self.diagnostics.push(diagnostic.help(help));
            return None;
        };
        for (other, span, file, _) in ids.filter(|one| account.is_some() && one.0 != id) {
            let message = format!("the event is a step of `{id}` by another report, and of `{other}` here");
            let help = "write the same id, or decide in the event's overlay: `agreement: {id: …}`";
            self.diagnostics.push(Diagnostic::new(Code::InvalidValue, message).at(file, span).help(help));
        }
        Some((id, span, file))
    }

    fn due(&mut self, at: u32, said: &Said<'a>) -> Vec<Due> {
        let mut all = Vec::new();
        for given in &said.given.due {
            let met_by = given.met.as_ref().and_then(|(id, span)| {
                let met_by = self.known.find(id);
                if met_by.is_none() && !self.known.hidden.contains(id.as_str()) {
                    let unknown = self.known.unknown(id, "that reports this as done", "that reports it");
                    self.diagnostics.push(unknown.at(said.file, *span));
                }
                met_by.filter(|met_by| self.may_meet(*met_by, at, said.file, *span))
            });
            let by = given.by.iter().filter_map(|(id, _)| find(self.actors, id)).collect();
            all.push(Due { date: given.date.clone(), what: given.what.clone(), by, set_by: at, met_by });
        }
        all
    }

    /// Whether one event may report as done what another set; if not, that is noted.
    fn may_meet(&mut self, met_by: u32, set_by: u32, file: &SourceFile, span: Span) -> bool {
        let [report, set] = [met_by, set_by].map(|at| &self.known.events[at as usize]);
        let may = met_by != set_by && !report.was_surely_before(set);
        if !may {
            let when = if met_by == set_by { "sets it" } else { "was before it was set" };
            let message = format!("`{}` {when}, so it cannot report it as done", report.id);
            let help = "name the later event that reports it, or leave `met` out";
            self.diagnostics.push(Diagnostic::new(Code::InvalidValue, message).at(file, span).help(help));
        }
        may
    }

    fn finish(mut self) -> (Agreements, Vec<Diagnostic>) {
        let open = std::mem::take(&mut self.open);
        let whole: Vec<&str> = open.iter().filter(|(_, open)| has_parties(open)).map(|(id, _)| *id).collect();
        let mut all = Vec::with_capacity(open.len());
        for (id, mut open) in open {
            let title = self.once(&open.said, id, "another name", |given| {
                given.title.as_ref().map(|(title, span)| (vec![title.as_str()], *span))
            });
            let parties = self.once(&open.said, id, "other parties", |given| {
                let ids = given.parties.as_ref().filter(|ids| !ids.is_empty())?;
                let mut sorted: Vec<&str> = ids.iter().map(|(id, _)| id.as_str()).collect();
                sorted.sort_unstable();
                Some((sorted, ids.first().map_or(given.span, |(_, span)| *span)))
            });
            if !has_parties(&open) {
                self.no_parties(id, &open.said, &whole);
            }
            let ids = parties.and_then(|given| given.parties.as_deref()).unwrap_or_default();
            let parties = unique(ids.iter().filter_map(|(id, _)| find(self.actors, id)));
            let title = title.and_then(|given| given.title.as_ref()).map(|(title, _)| title.clone());
            open.due.sort_by_key(|due| (due.date.last(), due.date.first()));
            all.push(Agreement { id: id.to_owned(), title, parties, steps: open.steps, due: open.due });
        }
        (Agreements::new(all), self.diagnostics)
    }

    /// What is said once of an agreement: by the first overlay that does, else by the first report. Another of its kind
    /// that says something else is noted.
    fn once(
        &mut self,
        said: &[Said<'a>],
        id: &str,
        other: &str,
        words: impl Fn(&'a GivenAgreement) -> Option<(Vec<&'a str>, Span)>,
    ) -> Option<&'a GivenAgreement> {
        let all = || said.iter().filter_map(|one| Some((one, words(one.given)?)));
        let (decider, (decided, _)) =
            all().find(|(one, _)| one.account.is_none()).or_else(|| all().next())?;
        let is_of_kind = |one: &Said<'_>| one.account.is_none() == decider.account.is_none();
        for (one, (_, span)) in all().filter(|(one, (words, _))| is_of_kind(one) && *words != decided) {
            let line = decider.file.line(decider.given.span.start as usize);
            let message = format!("`{id}` has {other} in {}:{line}", decider.file.path);
            let help = "say it once, at the first step; an overlay stands over headings";
            self.diagnostics.push(Diagnostic::new(Code::InvalidValue, message).at(one.file, span).help(help));
        }
        Some(decider.given)
    }

    fn no_parties(&mut self, id: &str, said: &[Said<'a>], whole: &[&str]) {
        let Some(first) = said.first() else { return };
        let place = said.iter().find_map(|one| Some((one.file, one.given.id.as_ref()?.1)));
        let (file, span) = place.unwrap_or((first.file, first.given.span));
        let help = match nearest(id, whole.iter().copied()) {
            Some(near) => format!("did you mean `{near}`? Else say once between whom it is: `parties=ID,ID`"),
            None => "say between whom it is, once: `parties=ID,ID`, or in an overlay `parties: [ID, ID]`"
                .to_owned(),
        };
        let help = if self.known.hidden.is_empty() {
            help
        } else {
            format!("{help}; what a draft or a withdrawn event says of it does not count")
        };
        let message = format!("the agreement `{id}` has no parties");
        self.diagnostics.push(Diagnostic::new(Code::NoParties, message).at(file, span).help(help));
    }
}

fn has_parties(open: &Open<'_>) -> bool {
    open.said.iter().any(|one| one.given.parties.as_ref().is_some_and(|ids| !ids.is_empty()))
}

/// The step with the stage that is shown, by the rule for what reports differ on.
fn step(event: u32, said: &[Said<'_>]) -> Option<Step> {
    let groups = tally(said.iter().filter_map(|one| Some((one.given.stage?, one.account?))));
    let decided = said.iter().find(|one| one.account.is_none()).and_then(|one| one.given.stage);
    let stage = decided.or_else(|| choose(&groups, |_| ()).map(|(at, _)| groups[at].0))?;
    let articles = |all: Vec<AccountRef>| unique(all.into_iter().map(|at| at.article));
    let all = groups.into_iter().map(|(stage, all)| (stage, articles(all)));
    let (by, others): (Vec<_>, Vec<_>) = all.partition(|(given, _)| *given == stage);
    Some(Step { event, stage, by: by.into_iter().flat_map(|(_, all)| all).collect(), others })
}
