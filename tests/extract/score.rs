//! How well candidates fit passages that were marked by hand: which events were found, with which
//! date, and how many of the candidates an editor would keep.

use dateline::extract::{Language, Lexicon, candidates, dates};
use dateline::model::candidate::{Candidate, RawText};
use dateline::model::date::EventDate;
use serde::Deserialize;

/// A text with the events that an editor would take from it.
#[derive(Deserialize)]
pub struct Passage {
    pub name: String,
    /// What kind of text it is, for the reader of the file.
    pub style: String,
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub dateline: Option<String>,
    pub text: String,
    pub events: Vec<Expected>,
}

/// An event as it is marked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Words of the passage that tell of it.
    at: OneOrMore,
    #[serde(default)]
    date: Option<OneOrMore>,
    /// A span in which its date has to lie.
    #[serde(default)]
    within: Option<String>,
    #[serde(rename = "type")]
    kinds: String,
    #[serde(default)]
    actors: Vec<String>,
    #[serde(default)]
    maybe: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn list(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::More(list) => list,
        }
    }
}

/// What was counted.
#[derive(Default, Clone)]
pub struct Score {
    /// Events that an editor would take.
    pub expected: usize,
    /// Of these, those found with the right date.
    pub found: usize,
    /// Of these, those that bear the right type, too.
    pub typed: usize,
    /// Of these, those that name the right actors, too.
    pub acted: usize,
    /// Candidates proposed.
    pub proposed: usize,
    /// Of these, those that an editor would keep.
    pub kept: usize,
    /// What is wrong, a line each.
    pub faults: Vec<String>,
}

impl Score {
    pub fn recall(&self) -> f64 {
        100.0 * self.found as f64 / self.expected.max(1) as f64
    }

    pub fn precision(&self) -> f64 {
        100.0 * self.kept as f64 / self.proposed.max(1) as f64
    }

    fn add(&mut self, other: Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.typed += other.typed;
        self.acted += other.acted;
        self.proposed += other.proposed;
        self.kept += other.kept;
        self.faults.extend(other.faults);
    }
}

/// The score of all passages of a file.
pub fn score(yaml: &str, lexicon: &Lexicon) -> Score {
    let passages: Vec<Passage> = serde_yaml::from_str(yaml).expect("a list of passages");
    let mut total = Score::default();
    for passage in &passages {
        assert!(!passage.style.is_empty());
        total.add(score_one(passage, &read(passage, lexicon)));
    }
    total
}

pub fn read(passage: &Passage, lexicon: &Lexicon) -> Vec<Candidate> {
    let published = passage.published.as_ref().map(|date| EventDate::parse(date).expect("a date"));
    let found = dates(&passage.text, published.as_ref(), None, Language::english());
    let raw = RawText {
        text: &passage.text,
        title: None,
        published: published.as_ref(),
        dateline: passage.dateline.as_deref(),
    };
    candidates(&raw, &found, lexicon)
}

fn score_one(passage: &Passage, found: &[Candidate]) -> Score {
    let mut score = Score { proposed: found.len(), ..Score::default() };
    let matches = assign(passage, found);
    for (expected, at) in passage.events.iter().zip(&matches) {
        let candidate = at.map(|at| &found[at]);
        score.kept += usize::from(candidate.is_some());
        if expected.maybe {
            continue;
        }
        score.expected += 1;
        let name = format!("{}: {:?}", passage.name, expected.at.list()[0]);
        let Some(candidate) = candidate else {
            score.faults.push(format!("missing {name}"));
            continue;
        };
        if !expected.has_date(candidate) {
            score
                .faults
                .push(format!("date    {name}: {:?}", candidate.date.as_ref().map(EventDate::as_str)));
            continue;
        }
        score.found += 1;
        if expected.is_of_type(candidate) {
            score.typed += 1;
        } else {
            score.faults.push(format!("type    {name}: {}", candidate.event_type.id()));
        }
        let acts = |actor: &String| candidate.actors.iter().any(|named| named.name == *actor);
        if expected.actors.iter().all(acts) {
            score.acted += 1;
        } else {
            let actors: Vec<&str> = candidate.actors.iter().map(|named| named.name.as_str()).collect();
            score.faults.push(format!("actors  {name}: {actors:?}"));
        }
    }
    for (index, candidate) in found.iter().enumerate().filter(|(index, _)| !matches.contains(&Some(*index))) {
        score.faults.push(format!("extra   {}: {index} {}", passage.name, candidate.headline));
    }
    score
}

/// Whether a candidate tells of an event.
type Fits<'a> = &'a dyn Fn(&Expected, &Candidate) -> bool;

/// Which candidate tells of which event: first those whose telling word is marked, then those
/// whose evidence holds the marked words.
fn assign(passage: &Passage, found: &[Candidate]) -> Vec<Option<usize>> {
    let mut matches: Vec<Option<usize>> = vec![None; passage.events.len()];
    let rounds: [Fits<'_>; 2] = [
        &|expected, candidate| {
            let word = candidate.type_span.map(|span| span.range()).unwrap_or_default();
            expected.spans(&passage.text).any(|span| span.start <= word.start && word.end <= span.end)
        },
        &|expected, candidate| {
            let evidence = candidate.evidence.range();
            expected.is_of_type(candidate)
                && expected
                    .spans(&passage.text)
                    .any(|span| evidence.start <= span.start && span.end <= evidence.end)
        },
    ];
    for fits in rounds {
        for (at, expected) in passage.events.iter().enumerate() {
            if matches[at].is_none() {
                matches[at] =
                    (0..found.len()).find(|n| !matches.contains(&Some(*n)) && fits(expected, &found[*n]));
            }
        }
    }
    matches
}

impl Expected {
    fn spans(&self, text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
        let spans = self.at.list().iter().map(|words| {
            let start = text.find(words.as_str()).unwrap_or_else(|| panic!("{words:?} is in no passage"));
            start..start + words.len()
        });
        spans.collect::<Vec<_>>().into_iter()
    }

    fn has_date(&self, candidate: &Candidate) -> bool {
        let Some(date) = &candidate.date else { return self.date.is_none() };
        let plain = |text: &str| text.replace(['?', '~', '%'], "");
        let one_of = |list: &OneOrMore| list.list().iter().any(|one| plain(one) == plain(date.as_str()));
        let inside = |span: &String| {
            let span = EventDate::parse(span).expect("a span");
            span.first() <= date.first() && date.last() <= span.last()
        };
        self.date.as_ref().is_none_or(one_of) && self.within.as_ref().is_none_or(inside)
    }

    fn is_of_type(&self, candidate: &Candidate) -> bool {
        let is = |kind| kind == "any" || kind == candidate.event_type.id();
        self.kinds.split('|').any(is)
    }
}
