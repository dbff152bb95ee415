//! The drafts that a text has given so far, and what a later sentence says of an earlier one.

use super::clause::{Happening, Sentence};
use super::headline::with_object;
use super::roles::{Roles, is_verbal};
use super::words::Kind;
use crate::model::candidate::Candidate;
use crate::model::date::Precision;
use crate::model::event_type::EventType;

/// A candidate, and what the next sentence may say of its date.
pub struct Draft {
    /// The candidate.
    pub candidate: Candidate,
    /// The noun that tells, and its phrase: "parade", "a parade in Oslo".
    pub noun: Option<(usize, String)>,
    /// Whether it only has the date of the report.
    pub undated: bool,
    /// Its paragraph.
    pub paragraph: u32,
}

/// How many drafts a sentence may point back over.
const MEMORY: usize = 40;

/// "Hosted the event", "attended the parade": the draft of the noun that this points back to.
pub fn told_before(drafts: &[Draft], sentence: &Sentence<'_>, happening: &Happening) -> Option<usize> {
    let object = happening.trigger + 1;
    let takes_part = matches!(
        happening.base,
        Some("host" | "hold" | "attend" | "join" | "open" | "lead" | "chair" | "stage" | "mark")
    );
    if !takes_part || !matches!(sentence.lower(object), "the" | "this") {
        return None;
    }
    let noun = (object + 1..object + 4)
        .find(|at| !sentence.is(at + 1, Kind::Letters) || !sentence.is_modifier(*at))?;
    let word = sentence.lower(noun);
    let any =
        matches!(word, "event" | "ceremony" | "occasion" | "gathering" | "celebration" | "celebrations");
    let from = drafts.len().saturating_sub(MEMORY);
    let told = drafts[from..].iter().rposition(|draft| {
        let Some((told, _)) = &draft.noun else { return false };
        let public = matches!(
            draft.candidate.event_type,
            EventType::Mobilize | EventType::Consult | EventType::Cooperate | EventType::Protest
        );
        draft.candidate.date.is_some() && public && (any || sentence.words.lower(*told) == word)
    });
    told.map(|at| from + at)
}

impl Draft {
    /// Adds who took part to a draft that a noun had given.
    pub fn add(
        &mut self,
        sentence: &Sentence<'_>,
        happening: &Happening,
        roles: &Roles<'_>,
        other: Candidate,
    ) {
        let candidate = &mut self.candidate;
        if let Some((_, phrase)) = self.noun.as_ref().filter(|_| candidate.actors.is_empty()) {
            candidate.headline = with_object(sentence, happening, roles, phrase);
        }
        for actor in other.actors {
            if !candidate.actors.iter().any(|known| known.key() == actor.key()) {
                candidate.actors.push(actor);
            }
        }
        candidate.confidence = (candidate.confidence + 10).min(100);
        candidate.reasons.push("another sentence says who took part".to_owned());
    }
}

/// A lead without a date ("X said …") is of the day that the next sentence gives for what the same
/// actor said.
pub fn date_leads(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, after) = drafts.split_at_mut(at);
        let (Some(lead), Some(next)) = (before.last_mut(), after.first()) else { continue };
        if !lead.undated || next.undated || lead.paragraph != next.paragraph {
            continue;
        }
        let (lead, next) = (&mut lead.candidate, &next.candidate);
        let actor = |draft: &Candidate| draft.actors.first().map(|actor| actor.key().to_owned());
        let day = next.date.as_ref().is_some_and(|date| date.precision() == Precision::Day);
        let said = is_verbal(lead.event_type) && is_verbal(next.event_type);
        if said && day && next.date_span.is_some() && actor(lead).is_some() && actor(lead) == actor(next) {
            lead.date.clone_from(&next.date);
            "no date beside it; the next sentence says when the same actor spoke"
                .clone_into(&mut lead.date_reason);
        }
    }
}
