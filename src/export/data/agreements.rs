//! Agreements: between whom, through which stages, and what was due by when.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::of_event::OfEvent;
use super::record::Day;
use super::schema::{edtf, stage_or_null, stages};
use super::{About, json};
use crate::export::{Exporter, Input};
use crate::model::agreement::{Agreement, Due, Stage, Step};
use crate::model::data_format::Dataset;
use crate::model::event::Status;
use crate::model::sitemap::Export;
use crate::model::url;

/// The agreements of a timeline.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Agreements")]
pub struct FileOfAgreements<'a> {
    #[serde(flatten)]
    about: About<'a>,
    /// The day on which the timeline last changed; null where it is not known. What is due is judged as of it.
    as_of: Option<Day>,
    /// By id.
    agreements: Vec<AgreementRecord<'a>>,
}

/// An agreement, and its life.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Agreement")]
struct AgreementRecord<'a> {
    /// For ever.
    id: &'a str,
    title: &'a str,
    #[schemars(extend("format" = "uri"))]
    url: String,
    /// Ids of the actors.
    parties: Vec<&'a str>,
    #[schemars(schema_with = "stage_or_null")]
    stage: Option<&'static str>,
    /// Ids of the events in which it is reported as breached.
    reported_breached_in: Vec<&'a str>,
    /// In order of time.
    steps: Vec<StepRecord<'a>>,
    /// By date.
    due: Vec<DueRecord<'a>>,
}

/// An event in the life of an agreement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepRecord<'a> {
    #[serde(flatten)]
    event: OfEvent<'a>,
    #[schemars(schema_with = "stages")]
    stage: &'static str,
    /// Ids of the reports that give the stage; empty where the editors do.
    articles: Vec<&'a str>,
    /// Other stages that reports of the event give.
    other_stages: Vec<OtherStage<'a>>,
}

/// A stage that some reports give, and that is not shown first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OtherStage")]
struct OtherStage<'a> {
    #[schemars(schema_with = "stages")]
    stage: &'static str,
    /// Ids of the reports.
    articles: Vec<&'a str>,
}

/// Something that is due.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Due")]
struct DueRecord<'a> {
    /// By when.
    #[schemars(schema_with = "edtf")]
    date: &'a str,
    first_day: Day,
    last_day: Day,
    what: &'a str,
    /// Ids of the actors who owe it.
    by: Vec<&'a str>,
    /// Id of the event that set it.
    set_by: &'a str,
    /// Id of the event that reports that it was done.
    met_by: Option<&'a str>,
    /// `reported`, `reported-late`, `not-reported`, `not-yet-due`, or `unknown` where `as_of` is null.
    state: &'static str,
}

pub struct Agreements;

impl Exporter for Agreements {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let as_of = input.timeline.as_of();
        let all = &input.timeline.index.agreements.all;
        let agreements = all.iter().filter_map(|one| record(input, one, as_of)).collect();
        let about = About::of(input, Export::DatasetSchema(Dataset::Agreements));
        let file = FileOfAgreements { about, as_of: as_of.map(Day), agreements };
        out.extend_from_slice(json(&file).as_bytes());
    }
}

/// An agreement as far as it is published; steps that are drafts are in no file.
fn record<'a>(
    input: &Input<'a>,
    agreement: &'a Agreement,
    as_of: Option<NaiveDate>,
) -> Option<AgreementRecord<'a>> {
    let t = input.timeline;
    let is_public = |event: u32| t.event(event).status == Status::Published;
    let id = |event: u32| t.event(event).id.as_str();
    let actors = |all: &[u32]| all.iter().map(|at| t.actors[*at as usize].id.as_str()).collect();
    let steps: Vec<&Step> = agreement.steps.iter().filter(|step| is_public(step.event)).collect();
    let stage = steps.iter().rev().find(|step| !step.stage.is_claim()).map(|step| step.stage.id());
    let due = |due: &'a Due| DueRecord {
        date: due.date.as_str(),
        first_day: Day(due.date.first()),
        last_day: Day(due.date.last()),
        what: &due.what,
        by: actors(&due.by),
        set_by: id(due.set_by),
        met_by: due.met_by.filter(|met| is_public(*met)).map(id),
        state: due.state(t, as_of).id(),
    };
    (!steps.is_empty()).then(|| AgreementRecord {
        id: &agreement.id,
        title: t.title_of(agreement),
        url: input.absolute(&url::agreement(t.year_of(agreement), &agreement.id)),
        parties: actors(&agreement.parties),
        stage,
        reported_breached_in: steps
            .iter()
            .filter(|step| step.stage.is_claim())
            .map(|step| id(step.event))
            .collect(),
        due: agreement.due.iter().filter(|one| is_public(one.set_by)).map(due).collect(),
        steps: steps.into_iter().map(|step| step_record(input, step)).collect(),
    })
}

fn step_record<'a>(input: &Input<'a>, step: &'a Step) -> StepRecord<'a> {
    let t = input.timeline;
    let event = t.event(step.event);
    let ids = |articles: &[u32]| articles.iter().map(|at| t.article(*at).meta.id.as_str()).collect();
    let other =
        |(stage, articles): &(Stage, Vec<u32>)| OtherStage { stage: stage.id(), articles: ids(articles) };
    StepRecord {
        event: OfEvent::new(input, event),
        stage: step.stage.id(),
        articles: ids(&step.by),
        other_stages: step.others.iter().map(other).collect(),
    }
}
