//! What the next sentence may point back to: "he", "it", "they", "the two".

use std::collections::HashMap;

use super::clause::{Happening, Rank, Sentence, leaves_open};
use super::gazetteer::{TitleUse, title_at};
use super::grammar::Class;
use super::mentions::{How, Mention, Who};
use super::roles::{Roles, is_mutual};
/// To whom the words of the next sentence may point back.
#[derive(Default, Clone)]
pub struct Memory {
    /// Whom "he" or "she" means.
    pub person: Option<usize>,
    /// What "it" means.
    pub it: Vec<usize>,
    /// The state that "the country" means: the one that was named most.
    pub state: Option<usize>,
    /// Whom "they" or "the two" mean.
    pub they: Vec<usize>,
    /// The noun of a happening that "it" may mean.
    pub thing: Option<usize>,
    /// Whether a quotation is open.
    pub in_quotation: bool,
    /// The paragraph that was read last.
    pub paragraph: u32,
}

impl Memory {
    /// What is remembered behind a sentence of which `all` happenings are known; `states` counts how
    /// often each was named.
    pub fn after(
        &self,
        sentence: &Sentence<'_>,
        all: &[Happening],
        roles: &Roles<'_>,
        states: &mut HashMap<Who, u32>,
    ) -> Self {
        let mut next = Self {
            in_quotation: leaves_open(sentence),
            person: person_after(sentence, roles),
            ..self.clone()
        };
        next.count_states(sentence, roles, states);
        next.take_pair(sentence, roles);
        next.take_subjects(sentence, all, roles);
        next
    }

    /// Where no verb is known, the subject is most often who is named first.
    fn take_opening(&mut self, sentence: &Sentence<'_>, all: &[Happening], roles: &Roles<'_>) {
        let opening = sentence.mentions().find(|(_, mention)| mention.acts());
        let near = opening.filter(|(_, mention)| mention.words.start <= sentence.range.0 + 2);
        if let Some((index, _)) = near.filter(|(_, mention)| !roles.is_person(mention.who)) {
            self.it = vec![index];
        }
        let noun = all.iter().find(|happening| happening.base.is_none());
        self.thing = noun.map(|noun| noun.trigger).or(self.thing);
    }

    fn count_states(&mut self, sentence: &Sentence<'_>, roles: &Roles<'_>, states: &mut HashMap<Who, u32>) {
        for (index, mention) in sentence.mentions().filter(|(_, mention)| roles.is_state(mention.who)) {
            let count = states.entry(mention.who).or_default();
            *count += 1;
            let count = *count;
            let most = self.state.map(|known| sentence.cast.mentions[known].who);
            if count >= most.and_then(|who| states.get(&who).copied()).unwrap_or_default() {
                self.state = Some(index);
            }
        }
    }

    /// "Norway and Oman": whom "the two" may mean.
    fn take_pair(&mut self, sentence: &Sentence<'_>, roles: &Roles<'_>) {
        let all: Vec<(usize, &Mention)> = sentence.mentions().filter(|(_, mention)| mention.acts()).collect();
        let pair = all.windows(2).find(|pair| {
            let [(_, a), (_, b)] = pair else { return false };
            let gap = sentence.lower(a.words.end) == "and"
                && b.words.start
                    <= a.words.end + 1 + usize::from(sentence.has(a.words.end + 1, Class::ARTICLE));
            gap && a.who != b.who && roles.is_person(a.who) == roles.is_person(b.who)
        });
        if let Some([(a, _), (b, _)]) = pair {
            self.they = vec![*a, *b];
        }
    }

    /// Whom "it" and "they" may mean: the subjects of the sentence.
    fn take_subjects(&mut self, sentence: &Sentence<'_>, all: &[Happening], roles: &Roles<'_>) {
        let main = all.iter().find(|happening| {
            happening.rank == Rank::Main && !happening.subject.is_empty() && !happening.attribution
        });
        let Some(main) = main else {
            self.take_opening(sentence, all, roles);
            return;
        };
        let noun = all.iter().find(|other| other.base.is_none() && other.trigger > main.trigger);
        self.thing = main.object.or(noun.map(|noun| noun.trigger)).or(self.thing);
        let subject = &main.subject.mentions;
        let is_person = |index: &usize| roles.is_person(sentence.cast.mentions[*index].who);
        let mutual = is_mutual(main);
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
        } else if subject.len() > 1 {
            self.they.clone_from(subject);
        }
    }
}

/// Whether a word is the last of an office that one person holds.
fn is_office(word: &str) -> bool {
    let title = title_at(word, |_| None);
    title.is_some_and(|title| matches!(title.used, TitleUse::Top | TitleUse::Office))
}

/// The first person of a sentence is most often its subject, to whom the next "he" points.
fn person_after(sentence: &Sentence<'_>, roles: &Roles<'_>) -> Option<usize> {
    let is_person = |(_, mention): &(usize, &Mention)| match mention.how {
        How::Name | How::Title => roles.is_person(mention.who),
        // "Norway's foreign minister", who is not named.
        How::Body => is_office(sentence.words.lower(mention.words.end - 1)),
        _ => false,
    };
    let first = sentence.mentions().find(is_person).map(|(index, _)| index);
    let from = sentence.range.0;
    let again = (from..from + 4).any(|at| sentence.has(at, Class::PRONOUN));
    if again { sentence.person } else { first.or(sentence.person) }
}
