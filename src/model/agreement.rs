//! Agreements: what was proposed, signed or put into force between parties, step by step, and what is due by when.
//!
//! Plain data. What headings and overlays say becomes agreements in `merge/agreements.rs`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::article::Given;
use super::date::EventDate;
use super::source::Span;
use super::timeline::Timeline;

/// Where an agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// On the table.
    Proposed,
    /// Settled in words or in a text.
    Agreed,
    /// Signed.
    Signed,
    /// Confirmed by each party's own procedure.
    Ratified,
    /// Binding.
    InForce,
    /// Not applied for a time.
    Suspended,
    /// Ended, by its term or otherwise.
    Lapsed,
    /// Somebody says that a party broke it.
    Breached,
}

/// How strips draw an agreement from a stage on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Nobody is bound yet.
    Thin,
    /// The parties have put their names to it.
    Strong,
    /// It binds.
    Full,
    /// It does not bind for a time.
    Broken,
    /// It is over.
    None,
}

struct Row {
    stage: Stage,
    id: &'static str,
    /// Texts of the pages: the stage's name, and what counts as it.
    label: &'static str,
    meaning: &'static str,
    /// None where the line goes on as it was.
    line: Option<Line>,
}

/// All that there is to know of stages; the README shows the same, and a test holds it to this.
const TABLE: [Row; 8] = {
    use Line::{Broken, Full, None as Nothing, Strong, Thin};
    const fn row(
        stage: Stage,
        id: &'static str,
        label: &'static str,
        meaning: &'static str,
        line: Option<Line>,
    ) -> Row {
        Row { stage, id, label, meaning, line }
    }
    [
        row(Stage::Proposed, "proposed", "stage_proposed", "stage_proposed_meaning", Some(Thin)),
        row(Stage::Agreed, "agreed", "stage_agreed", "stage_agreed_meaning", Some(Thin)),
        row(Stage::Signed, "signed", "stage_signed", "stage_signed_meaning", Some(Strong)),
        row(Stage::Ratified, "ratified", "stage_ratified", "stage_ratified_meaning", Some(Strong)),
        row(Stage::InForce, "in-force", "stage_in_force", "stage_in_force_meaning", Some(Full)),
        row(Stage::Suspended, "suspended", "stage_suspended", "stage_suspended_meaning", Some(Broken)),
        row(Stage::Lapsed, "lapsed", "stage_lapsed", "stage_lapsed_meaning", Some(Nothing)),
        row(Stage::Breached, "breached", "stage_breached", "stage_breached_meaning", None),
    ]
};

impl Stage {
    /// All of them, in the order of the table.
    pub const ALL: [Stage; TABLE.len()] = {
        let mut all = [Stage::Proposed; TABLE.len()];
        let mut at = 0;
        while at < TABLE.len() {
            all[at] = TABLE[at].stage;
            at += 1;
        }
        all
    };

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// As attributes, keys and data name it.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Id of the text that names it.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// Id of the text that says what counts as it.
    pub fn meaning(self) -> &'static str {
        self.row().meaning
    }

    /// How strips are drawn from it on; none where they go on as they were.
    pub fn line(self) -> Option<Line> {
        self.row().line
    }

    /// Whether it is what somebody says of another, and no step of all parties: it never is where an agreement stands.
    pub fn is_claim(self) -> bool {
        self == Self::Breached
    }

    /// The stage with this id; `in force` is `in-force`.
    pub fn from_text(text: &str) -> Option<Self> {
        let id = text.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }
}

/// What a heading, the front matter or an overlay says of an agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenAgreement {
    /// Where it says so.
    pub span: Span,
    /// The agreement's id.
    pub id: Given<String>,
    /// What it is called.
    pub title: Given<String>,
    /// Actors' ids.
    pub parties: Option<Vec<(String, Span)>>,
    /// To which stage the event brings it.
    pub stage: Option<Stage>,
    /// What is due by when.
    pub due: Vec<GivenDue>,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenDue {
    /// By when.
    pub date: EventDate,
    /// What, in words.
    pub what: String,
    /// Ids of the actors who owe it.
    pub by: Vec<(String, Span)>,
    /// Id of the event that reports that it was done.
    pub met: Given<String>,
}

impl GivenAgreement {
    /// All actors' ids in it.
    pub fn actors(&self) -> impl Iterator<Item = &(String, Span)> {
        self.parties.iter().flatten().chain(self.due.iter().flat_map(|due| &due.by))
    }

    /// All that it says, wherever that stands in the file.
    pub fn words(&self) -> Vec<&str> {
        fn text(given: &Given<String>) -> &str {
            given.as_ref().map_or("", |(text, _)| text)
        }
        let mut words = vec![text(&self.id), text(&self.title), self.stage.map_or("", Stage::id)];
        words.extend(self.parties.iter().flatten().map(|(id, _)| id.as_str()));
        for due in &self.due {
            words.extend(["due", due.date.as_str(), &due.what]);
            words.extend(due.by.iter().map(|(id, _)| id.as_str()));
            words.extend(due.met.iter().flat_map(|(id, _)| ["met", id]));
        }
        words
    }
}

/// An agreement, and its life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its id for ever.
    pub id: String,
    /// What the editors call it; else it goes by the headline of its first event.
    pub title: Option<String>,
    /// Indices into the actors.
    pub parties: Vec<u32>,
    /// In order of time; never empty.
    pub steps: Vec<Step>,
    /// By the last day on which each is due.
    pub due: Vec<Due>,
}

/// An event in the life of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The event.
    pub event: u32,
    /// The stage that is shown.
    pub stage: Stage,
    /// The articles that give it; empty where only the overlay does.
    pub by: Vec<u32>,
    /// Other stages that reports of the event give, with their articles.
    pub others: Vec<(Stage, Vec<u32>)>,
}

/// What is due by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// By when.
    pub date: EventDate,
    /// What, in words.
    pub what: String,
    /// Who owes it; indices into the actors.
    pub by: Vec<u32>,
    /// The event that set it.
    pub set_by: u32,
    /// The event that reports that it was done.
    pub met_by: Option<u32>,
}

/// What is known of something that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueState {
    /// It is reported to be done.
    Reported {
        /// After the date, for certain.
        late: bool,
    },
    /// The date has passed, and no event reports it.
    NotReported,
    /// The date has not passed.
    NotYet,
    /// Nobody knows which day it is.
    Unknown,
}

impl DueState {
    /// As data and templates name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Reported { late: false } => "reported",
            Self::Reported { late: true } => "reported-late",
            Self::NotReported => "not-reported",
            Self::NotYet => "not-yet-due",
            Self::Unknown => "unknown",
        }
    }
}

impl Due {
    /// What is known of it as of a day.
    pub fn state(&self, timeline: &Timeline, as_of: Option<NaiveDate>) -> DueState {
        if let Some(met) = self.met_by {
            let is_sure = !self.date.is_uncertain() && !self.date.is_approximate();
            let late = is_sure && timeline.event(met).date.first() > self.date.last();
            return DueState::Reported { late };
        }
        match as_of {
            None => DueState::Unknown,
            Some(day) if self.date.last() < day => DueState::NotReported,
            Some(_) => DueState::NotYet,
        }
    }
}

impl Agreement {
    /// The latest step to a stage; claims are none.
    pub fn current(&self) -> Option<&Step> {
        self.steps.iter().rev().find(|step| !step.stage.is_claim())
    }

    /// The steps that are claims: where it is reported as breached.
    pub fn claims(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.stage.is_claim())
    }

    /// The anchor of each thing that is due: by its day, so that what is added later changes no other.
    pub fn due_anchors(&self) -> Vec<String> {
        let mut of_day: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        let anchor = |due: &Due| {
            let day = due.date.last();
            let count = of_day.entry(day).or_default();
            *count += 1;
            let base = format!("due-{}-{day}", self.id);
            if *count == 1 { base } else { format!("{base}-{count}") }
        };
        self.due.iter().map(anchor).collect()
    }

    /// The event with which it begins here.
    pub fn opening(&self) -> u32 {
        self.steps.first().map_or(0, |step| step.event)
    }
}

/// All agreements, and where they are found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreements {
    /// By id.
    pub all: Vec<Agreement>,
    /// Of each event that is a step: the index of the agreement, and of the step in it.
    pub steps: BTreeMap<u32, (usize, usize)>,
    /// Of each party: the indices of its agreements.
    pub parties: BTreeMap<u32, Vec<usize>>,
    /// Of each event that reports something as done: the index of the agreement, and of what was due in it.
    pub met: BTreeMap<u32, Vec<(usize, usize)>>,
}

impl Agreements {
    /// Those in order, with indices by what they have in common.
    pub fn new(all: Vec<Agreement>) -> Self {
        let mut found = Self::default();
        for (at, agreement) in all.iter().enumerate() {
            found.steps.extend(agreement.steps.iter().enumerate().map(|(nth, step)| (step.event, (at, nth))));
            for party in &agreement.parties {
                found.parties.entry(*party).or_default().push(at);
            }
            for (nth, due) in agreement.due.iter().enumerate() {
                if let Some(event) = due.met_by {
                    found.met.entry(event).or_default().push((at, nth));
                }
            }
        }
        Self { all, ..found }
    }

    /// The agreement of which an event is a step, and that step.
    pub fn step(&self, event: u32) -> Option<(&Agreement, &Step)> {
        let (at, nth) = *self.steps.get(&event)?;
        let agreement = &self.all[at];
        Some((agreement, &agreement.steps[nth]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_stands_at_its_place_in_the_table() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(row.stage as usize, at);
            assert_eq!(Stage::from_text(row.id), Some(row.stage));
        }
        assert_eq!(Stage::from_text(" In force "), Some(Stage::InForce));
        assert_eq!(Stage::from_text("signd"), None);
    }
}
