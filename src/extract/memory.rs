//! What the next sentence may point back to: "he", "it", "they", "the two".

use super::clause::{Happening, Rank, Sentence, leaves_open};
use super::grammar::Class;
use super::mentions::{How, Mention};
use super::roles::Roles;
use crate::model::event_type::EventType;

/// To whom the words of the next sentence may point back.
#[derive(Default, Clone)]
pub struct Memory {
    /// Whom "he" or "she" means.
    pub person: Option<usize>,
    /// What "it" means.
    pub it: Vec<usize>,
    /// Whom "they" or "the two" mean.
    pub they: Vec<usize>,
    /// The noun of a happening that "it" may mean.
    pub thing: Option<usize>,
    /// Who acts in the first happening of the report: who speaks where the report was written.
    pub lead: Option<String>,
    /// Whether a quotation is open.
    pub in_quotation: bool,
    /// The paragraph that was read last.
    pub paragraph: u32,
}

impl Memory {
    /// What is remembered behind a sentence of which `all` happenings are known.
    pub fn after(&self, sentence: &Sentence<'_>, all: &[Happening], roles: &Roles<'_>) -> Self {
        let mut next = Self {
            in_quotation: leaves_open(sentence),
            person: person_after(sentence, roles),
            ..self.clone()
        };
        next.take_subjects(sentence, all, roles);
        next
    }

    /// Whom "it" and "they" may mean: the subjects of the sentence.
    fn take_subjects(&mut self, sentence: &Sentence<'_>, all: &[Happening], roles: &Roles<'_>) {
        let main = all.iter().find(|happening| {
            happening.rank == Rank::Main && !happening.subject.is_empty() && !happening.attribution
        });
        let Some(main) = main else { return };
        let noun = all.iter().find(|other| other.base.is_none() && other.trigger > main.trigger);
        self.thing = main.object.or(noun.map(|noun| noun.trigger)).or(self.thing);
        let subject = &main.subject.mentions;
        let is_person = |index: &usize| roles.is_person(sentence.cast.mentions[*index].who);
        let mutual = matches!(main.event_type, EventType::Consult | EventType::Agree | EventType::Cooperate);
        if let [one] = subject[..] {
            if !is_person(&one) {
                self.it = vec![one];
            }
            let from = main.group.end;
            let other = sentence.mentions().find(|(_, mention)| {
                mention.words.start >= from && mention.words.start < from + 8 && !mention.how.is_place()
            });
            if let Some((other, _)) = other.filter(|(other, _)| mutual && is_person(other) == is_person(&one))
            {
                self.they = vec![one, other];
            }
        } else {
            self.they.clone_from(subject);
        }
    }
}

/// The first person of a sentence is most often its subject, to whom the next "he" points.
fn person_after(sentence: &Sentence<'_>, roles: &Roles<'_>) -> Option<usize> {
    let is_person = |(_, mention): &(usize, &Mention)| {
        roles.is_person(mention.who) && matches!(mention.how, How::Name | How::Title)
    };
    let first = sentence.mentions().find(is_person).map(|(index, _)| index);
    let from = sentence.range.0;
    let again = (from..from + 4).any(|at| sentence.has(at, Class::PRONOUN));
    if again { sentence.person } else { first.or(sentence.person) }
}
