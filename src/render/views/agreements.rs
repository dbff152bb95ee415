//! Agreements: the life of each, what is due, and what pages of events and actors say of them.

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use super::event::article_link;
use super::life::{self, LifeView};
use super::years::{self, YearLink};
use super::{DateView, Head, LinkView};
use crate::model::agreement::{Agreement, Due, Stage, Step};
use crate::model::language::texts::Arg;
use crate::model::sitemap::PageKind;
use crate::model::url;
use crate::render::PageMaker;

/// How many reports of a step are named.
const SOURCES: usize = 4;
/// How many agreements an actor's page names: those with the latest steps.
const OF_ACTOR: usize = 24;

#[derive(Serialize)]
pub struct AgreementsView {
    /// In which these began; missing on the page of all.
    year: Option<i32>,
    /// The page of all, and of each year where they are too many for one; the one shown is marked.
    whole: String,
    years: Vec<YearLink>,
    /// Those whose life is shown, the latest to begin first.
    agreements: Vec<AgreementView>,
    /// Where they are too many: all of them, each leading to the page of its year.
    listed: Vec<LinkView>,
    /// The stages that occur.
    stages: Vec<StageView>,
    /// As of when something is due or not, if anything is.
    as_of: Option<String>,
}

#[derive(Serialize, Clone)]
struct StageView {
    id: &'static str,
    label: String,
    meaning: String,
    /// Whether it is only what somebody says of another.
    is_claim: bool,
}

#[derive(Serialize)]
pub struct AgreementView {
    id: String,
    link: LinkView,
    parties: Vec<Value>,
    /// The last step but for claims.
    current: Option<StepView>,
    /// Where it is reported as breached.
    claims: Vec<StepView>,
    life: LifeView,
    steps: Vec<StepView>,
    due: Vec<DueView>,
    /// Of each of them.
    due_anchors: Vec<String>,
}

#[derive(Serialize)]
struct StepView {
    stage: StageView,
    date: DateView,
    event: LinkView,
    /// Whether no report gives the stage, but the editors.
    is_editors: bool,
    /// The first reports that give the stage, else those of the event that give no other; and how many more there are.
    sources: Vec<LinkView>,
    more_sources: usize,
    others: Vec<OtherView>,
}

/// Another stage that reports of the same event give.
#[derive(Serialize)]
struct OtherView {
    stage: StageView,
    sources: Vec<LinkView>,
}

#[derive(Serialize)]
pub struct DueView {
    /// Of which agreement.
    agreement: LinkView,
    date: DateView,
    what: Value,
    by: Vec<Value>,
    /// The event that set it.
    set_by: LinkView,
    /// The event that reports that it was done, and when that was.
    met_by: Option<LinkView>,
    met_on: Option<DateView>,
    /// `reported`, `reported-late`, `not-reported`, `not-yet-due` or `unknown`.
    state: &'static str,
}

pub fn view(r: &PageMaker<'_>, year: Option<i32>) -> (Head, AgreementsView) {
    let t = &r.renderer.timeline;
    let mut all: Vec<&Agreement> = t.index.agreements.all.iter().collect();
    all.sort_by_key(|one| (std::cmp::Reverse(one.opening()), one.id.as_str()));
    let (shown, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| t.year_of(one) == year);
    let day = t.as_of().filter(|_| shown.iter().any(|one| !one.due.is_empty()));
    let occurs = |stage: &Stage| {
        let said = |step: &Step| step.stage == *stage || step.others.iter().any(|(other, _)| other == stage);
        shown.iter().any(|one| one.steps.iter().any(said))
    };
    let view = AgreementsView {
        year,
        whole: r.link(&url::agreements(None)),
        years: years::links(r, year, url::agreements, |kind| match kind {
            PageKind::Agreements(year) => *year,
            _ => None,
        }),
        listed: if year.is_none() {
            elsewhere.into_iter().map(|one| link(r, one)).collect()
        } else {
            Vec::new()
        },
        stages: Stage::ALL.into_iter().filter(occurs).map(|stage| stage_view(r, stage)).collect(),
        as_of: day.map(|day| r.language().day(day)),
        agreements: shown.into_iter().map(|one| agreement(r, one, day)).collect(),
    };
    (head(r, year), view)
}

fn head(r: &PageMaker<'_>, year: Option<i32>) -> Head {
    let language = r.language();
    let title = match year {
        Some(year) => language.say("agreements_of", &[("year", Arg::Text(&language.year(year)))]),
        None => language.text("agreements").to_owned(),
    };
    let description =
        language.say("description_agreements", &[("site", Arg::Text(&r.timeline.config.title))]);
    Head { title, description, feeds: None }
}

/// An agreement under its name.
fn link(r: &PageMaker<'_>, agreement: &Agreement) -> LinkView {
    let t = &r.renderer.timeline;
    let name = t.title_of(agreement).to_owned();
    r.named(&agreement.id, name, &url::agreement(t.year_of(agreement), &agreement.id))
}

fn event_link(r: &PageMaker<'_>, at: u32) -> LinkView {
    let event = r.timeline.event(at);
    r.named(&event.id, event.headline.clone(), &url::event(&event.id))
}

fn stage_view(r: &PageMaker<'_>, stage: Stage) -> StageView {
    StageView {
        id: stage.id(),
        label: r.language().text(stage.label()).to_owned(),
        meaning: r.language().text(stage.meaning()).to_owned(),
        is_claim: stage.is_claim(),
    }
}

fn agreement(r: &PageMaker<'_>, agreement: &Agreement, as_of: Option<NaiveDate>) -> AgreementView {
    AgreementView {
        id: agreement.id.clone(),
        link: link(r, agreement),
        parties: agreement.parties.iter().map(|party| r.actor(*party)).collect(),
        current: agreement.current().map(|one| step(r, one)),
        claims: agreement.claims().map(|one| step(r, one)).collect(),
        life: life::view(r, agreement),
        steps: agreement.steps.iter().map(|one| step(r, one)).collect(),
        due: agreement.due.iter().map(|one| due(r, agreement, one, as_of)).collect(),
        due_anchors: agreement.due_anchors(),
    }
}

fn step(r: &PageMaker<'_>, step: &Step) -> StepView {
    let event = r.timeline.event(step.event);
    let mut articles: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    articles.dedup();
    articles.retain(|article| step.others.iter().all(|(_, others)| !others.contains(article)));
    if !step.by.is_empty() {
        articles.clone_from(&step.by);
    }
    let other = |(stage, articles): &(Stage, Vec<u32>)| OtherView {
        stage: stage_view(r, *stage),
        sources: articles.iter().map(|at| article_link(r, *at)).collect(),
    };
    StepView {
        stage: stage_view(r, step.stage),
        date: r.date(&event.date, None),
        event: event_link(r, step.event),
        is_editors: step.by.is_empty(),
        sources: articles.iter().take(SOURCES).map(|at| article_link(r, *at)).collect(),
        more_sources: articles.len().saturating_sub(SOURCES),
        others: step.others.iter().map(other).collect(),
    }
}

fn due(r: &PageMaker<'_>, agreement: &Agreement, due: &Due, as_of: Option<NaiveDate>) -> DueView {
    DueView {
        agreement: link(r, agreement),
        date: r.date(&due.date, None),
        what: r.isolated(&due.what),
        by: due.by.iter().map(|actor| r.actor(*actor)).collect(),
        set_by: event_link(r, due.set_by),
        met_by: due.met_by.map(|at| event_link(r, at)),
        met_on: due.met_by.map(|at| r.date(&r.timeline.event(at).date, None)),
        state: due.state(&r.timeline, as_of).id(),
    }
}

/// The step that an event is, for its page.
#[derive(Serialize)]
pub struct StepOf {
    agreement: LinkView,
    stage: StageView,
}

/// The step that an event is, if it is one.
pub fn step_of(r: &PageMaker<'_>, at: u32) -> Option<StepOf> {
    let (agreement, step) = r.timeline.index.agreements.step(at)?;
    Some(StepOf { agreement: link(r, agreement), stage: stage_view(r, step.stage) })
}

/// What an event sets a date for, and what it reports as done. As of which day is not said here, nor what follows from it.
pub fn due_of(r: &PageMaker<'_>, at: u32) -> (Vec<DueView>, Vec<DueView>) {
    let agreements = &r.timeline.index.agreements;
    let own = agreements.step(at).into_iter();
    let set = own.flat_map(|(agreement, _)| {
        let all = agreement.due.iter().filter(|one| one.set_by == at);
        all.map(|one| due(r, agreement, one, None)).collect::<Vec<_>>()
    });
    let met = agreements.met.get(&at).into_iter().flatten().map(|(agreement, nth)| {
        let agreement = &agreements.all[*agreement];
        due(r, agreement, &agreement.due[*nth], None)
    });
    (set.collect(), met.collect())
}

/// An agreement on the page of a party.
#[derive(Serialize)]
pub struct AgreementOf {
    agreement: LinkView,
    /// The other parties.
    with: Vec<Value>,
    current: Option<StepView>,
    claims: usize,
}

/// The agreements of an actor, those with the latest steps first; and how many are left out.
pub fn of_actor(r: &PageMaker<'_>, actor: u32) -> (Vec<AgreementOf>, usize) {
    let agreements = &r.timeline.index.agreements;
    let own = agreements.parties.get(&actor).map(Vec::as_slice).unwrap_or_default();
    let mut all: Vec<&Agreement> = own.iter().map(|at| &agreements.all[*at]).collect();
    all.sort_by_key(|one| (std::cmp::Reverse(one.steps.last().map(|step| step.event)), one.id.as_str()));
    let more = all.len().saturating_sub(OF_ACTOR);
    let view = |one: &Agreement| AgreementOf {
        agreement: link(r, one),
        with: one.parties.iter().filter(|party| **party != actor).map(|party| r.actor(*party)).collect(),
        current: one.current().map(|current| step(r, current)),
        claims: one.claims().count(),
    };
    (all.into_iter().take(OF_ACTOR).map(view).collect(), more)
}
