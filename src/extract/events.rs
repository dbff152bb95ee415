//! Candidates: what an article tells of, as drafts for an editor.
//!
//! Each sentence is read alone, with the people and the date that the text has reached. What has
//! a date or the time of the report, and somebody who did it, becomes a candidate; opinion,
//! background, plans and headings don't. Types after PLOVER.

use std::collections::HashMap;
use std::ops::Range;

use super::beside::{Link, links};
use super::clause::{Happening, Rank, Sentence, Status, happenings};
use super::drafts::{Draft, date_leads, told_before};
use super::evidence::{evidence, passage_text};
use super::grammar::Class;
use super::headline::{headline, phrase_of, tells};
use super::join;
use super::judge::{is_kept, judge};
use super::lexicon::Lexicon;
use super::memory::Memory;
use super::mentions::{self, Cast, How, Who};
use super::passages::{self, Passage};
use super::roles::{Parts, Roles, clause_end, is_verbal};
use super::story::{Dated, Story, When};
use super::words::{Kind, Words};
use crate::model::candidate::{Candidate, Named, RawText};
use crate::model::event_type::EventType;
use crate::model::timex::{Anchor, Timex, TimexKind};

/// Below this confidence nothing is proposed.
const LEAST: u8 = 45;

/// What an article tells of, in the order of its text.
///
/// `dates` are those of [`super::dates`] for the same text. The spans of the candidates point into
/// `article.text`.
pub fn candidates(article: &RawText<'_>, dates: &[Timex], lexicon: &Lexicon) -> Vec<Candidate> {
    let words = Words::new(article.text);
    let cast = mentions::find(&words, &lexicon.gazetteer);
    let mut reader = Reader {
        words: &words,
        cast: &cast,
        dates,
        lexicon,
        story: Story::new(article, dates),
        dateline: article.dateline.map(str::to_owned),
        memory: Memory::default(),
        states: HashMap::new(),
        lead: None,
        drafts: Vec::new(),
        next: (0, 0),
    };
    let passages = passages::split(&words);
    for (at, passage) in passages.iter().enumerate() {
        let signed = passages[at..].iter().take(8).take_while(|next| next.paragraph == passage.paragraph);
        let signature =
            signed.filter(|next| is_signature(&words, next)).map(|next| next.words.clone()).next();
        reader.read(passage, signature);
    }
    date_leads(&mut reader.drafts);
    let mut joined = join::join(reader.drafts.into_iter().map(|draft| draft.candidate).collect());
    for candidate in &mut joined {
        candidate.existing_event = join::existing(candidate, lexicon);
    }
    joined
}

/// "~ N. N." behind a quotation: who is quoted.
fn is_signature(words: &Words<'_>, passage: &Passage) -> bool {
    let mark = matches!(words.written(passage.words.start), "~" | "—" | "–" | "-");
    mark && passage.words.len() < 16
}

struct Reader<'a> {
    words: &'a Words<'a>,
    cast: &'a Cast,
    dates: &'a [Timex],
    lexicon: &'a Lexicon,
    story: Story<'a>,
    dateline: Option<String>,
    memory: Memory,
    /// How often each state was named.
    states: HashMap<Who, u32>,
    /// Who acts in the first happening of the report: who speaks where the report was written.
    lead: Option<String>,
    drafts: Vec<Draft>,
    /// The first mention and the first date that no sentence has passed.
    next: (usize, usize),
}

impl Reader<'_> {
    fn read(&mut self, passage: &Passage, signature: Option<Range<usize>>) {
        let mut range = passage.words.clone();
        range.start = self.after_dateline(&range, passage.paragraph);
        let mentions = self.mentions(&range);
        let dates = self.dates(&range);
        let spans: Vec<Range<usize>> = self.dates[dates.clone()]
            .iter()
            .filter(|timex| matches!(timex.kind, TimexKind::Date | TimexKind::Time))
            .filter(|timex| timex.edtf.is_some() || timex.anchor == Anchor::Missing)
            .map(|timex| self.words.within(&timex.span))
            .collect();
        if passage.paragraph != self.memory.paragraph {
            self.memory.in_quotation = false;
            self.memory.paragraph = passage.paragraph;
        }
        let speaker = signature.and_then(|words| self.first_mention(&words));
        let memory = std::mem::take(&mut self.memory);
        let sentence = Sentence {
            words: self.words,
            range: (range.start, range.end),
            cast: self.cast,
            mentions: (mentions.start, mentions.end),
            dates: &spans,
            person: memory.person,
            it: &memory.it,
            state: memory.state,
            they: &memory.they,
            thing: memory.thing,
            in_quotation: memory.in_quotation,
            speaker,
        };
        let mut all = Vec::new();
        if passage.whole && !is_question(&sentence) {
            all = happenings(&sentence);
            self.draft(&sentence, &all, &self.dates[dates], passage.paragraph);
        }
        let roles = Roles { gazetteer: &self.lexicon.gazetteer, cast: self.cast };
        self.memory = memory.after(&sentence, &all, &roles, &mut self.states);
    }

    fn roles(&self) -> Roles<'_> {
        Roles { gazetteer: &self.lexicon.gazetteer, cast: self.cast }
    }

    fn first_mention(&self, words: &Range<usize>) -> Option<usize> {
        let list = &self.cast.mentions;
        let at = list.partition_point(|mention| mention.words.start < words.start);
        list.get(at).filter(|mention| mention.words.end <= words.end).map(|_| at)
    }

    /// The mentions within some words; asked for in the order of the text.
    fn mentions(&mut self, range: &Range<usize>) -> Range<usize> {
        let list = &self.cast.mentions;
        let from =
            self.next.0 + list[self.next.0..].partition_point(|mention| mention.words.start < range.start);
        let to = from + list[from..].iter().take_while(|mention| mention.words.end <= range.end).count();
        self.next.0 = to;
        from..to
    }

    fn dates(&mut self, range: &Range<usize>) -> Range<usize> {
        let bytes = self.words.bytes(range);
        let from =
            self.next.1 + self.dates[self.next.1..].partition_point(|timex| timex.span.start < bytes.start);
        let to = from + self.dates[from..].iter().take_while(|timex| timex.span.end <= bytes.end).count();
        self.next.1 = to;
        from..to
    }

    /// Behind "OSLO (Agency) -" at the head of the text; the place is kept.
    fn after_dateline(&mut self, range: &Range<usize>, paragraph: u32) -> usize {
        if paragraph > 6 || !self.words.capital(range.start) {
            return range.start;
        }
        let mark = (range.start + 1..range.end.min(range.start + 12))
            .find(|at| matches!(self.words.written(*at), "—" | "–" | "-" | ":"));
        let Some(mark) = mark else { return range.start };
        let before = self.words.bytes(&(range.start..mark));
        let head = self.words.text[before].split(['(', ',']).next().unwrap_or_default().trim();
        if self.lexicon.gazetteer.place_by_name(head).is_none() {
            return range.start;
        }
        self.dateline.get_or_insert_with(|| head.to_owned());
        mark + 1
    }

    /// Makes drafts of what a sentence tells.
    fn draft(&mut self, sentence: &Sentence<'_>, all: &[Happening], timexes: &[Timex], paragraph: u32) {
        let links = links(sentence, all, timexes, self.story.report());
        let mut dated: Vec<Option<Dated>> = vec![None; all.len()];
        for (at, happening) in all.iter().enumerate() {
            let kept = |at: usize| {
                let before = all[..at].iter().rev().find(|other| other.base.is_some());
                let repeats = before.is_some_and(|other| is_verbal(other.event_type));
                is_kept(sentence, &all[at], links[at], repeats)
            };
            if !kept(at) || !tells(happening) {
                continue;
            }
            let own = match links[at] {
                Link::Own(timex) => Some(self.words.within(&timexes[timex].span)),
                _ => None,
            };
            let end = clause_end(sentence, happening, all, own.as_ref());
            let parts = self.roles().parts(sentence, happening, end);
            self.date(at, all, &links, timexes, &mut dated, &parts);
            let Some(time) = dated[at].clone() else { continue };
            let undated = !time.own && happening.status == Status::Past;
            let (headline, matter) = headline(sentence, happening, end, &self.roles());
            let told = |noun: usize| {
                let at = all.iter().position(|other| other.trigger == noun && other.base.is_none());
                at.is_some_and(kept)
            };
            if matter.is_some_and(told) {
                // The noun tells it better.
                continue;
            }
            let spoke_before = self.drafts.last().is_some_and(|draft| {
                let actor = |list: &[Named]| list.first().map(|named| named.key().to_owned());
                draft.paragraph == paragraph && actor(&draft.candidate.actors) == actor(&parts.actors)
            });
            if headline.contains("a statement") && happening.attribution && spoke_before {
                continue;
            }
            let candidate = self.candidate(sentence, happening, parts, time, headline, own.as_ref());
            if candidate.confidence < LEAST || candidate.headline.is_empty() {
                continue;
            }
            if let Some(told) = told_before(&self.drafts, sentence, happening) {
                let roles = Roles { gazetteer: &self.lexicon.gazetteer, cast: self.cast };
                self.drafts[told].add(sentence, happening, &roles, candidate);
                continue;
            }
            let noun = happening
                .base
                .is_none()
                .then(|| (happening.trigger, phrase_of(sentence, happening, end, &self.roles())));
            if self.lead.is_none() {
                self.lead = candidate.actors.first().map(|actor| actor.key().to_owned());
            }
            self.drafts.push(Draft { candidate, noun, undated, paragraph });
        }
    }

    /// Dates a happening, and before it the one that its date hangs on.
    fn date(
        &mut self,
        at: usize,
        all: &[Happening],
        links: &[Link],
        timexes: &[Timex],
        dated: &mut [Option<Dated>],
        parts: &Parts,
    ) {
        let other = match links[at] {
            Link::With(other) | Link::Near(other) | Link::Counted { from: other, .. } => Some(other),
            _ => None,
        };
        let actor = parts.actors.first().map(|named| named.key().to_owned());
        if let Some(other) = other.filter(|other| dated[*other].is_none()) {
            let when = match links[other] {
                Link::Own(timex) => When::Beside(&timexes[timex]),
                _ => When::Open,
            };
            let same = all[other].subject.mentions == all[at].subject.mentions;
            let actor = actor.as_deref().filter(|_| same);
            dated[other] = Some(self.story.date(&all[other], &when, actor));
        }
        let known = other.and_then(|other| dated[other].clone());
        let when = match (links[at], &known) {
            (Link::Own(timex), _) => When::Beside(&timexes[timex]),
            (Link::With(_), Some(known)) => When::With(known),
            (Link::Near(_), Some(known)) => When::Near(known),
            (Link::Counted { period, later, .. }, Some(from)) => {
                When::Counted { period: &timexes[period], from, later }
            }
            (Link::FromStory { period, later }, _) => When::FromStory { period: &timexes[period], later },
            _ => When::Open,
        };
        dated[at] = Some(self.story.date(&all[at], &when, actor.as_deref()));
    }

    fn candidate(
        &self,
        sentence: &Sentence<'_>,
        happening: &Happening,
        parts: Parts,
        dated: Dated,
        headline: String,
        date_words: Option<&Range<usize>>,
    ) -> Candidate {
        let range = sentence.range.0..sentence.range.1;
        let bytes = self.words.bytes(&range);
        let (confidence, mut reasons) = judge(happening, &parts, &dated);
        let trigger = self.words.bytes(&(happening.trigger..happening.trigger + 1));
        let word = &self.words.text[trigger.clone()];
        let actor = parts.actors.first().map(|actor| actor.key().to_owned());
        reasons.insert(0, format!("the word “{word}” points to the type {}", happening.event_type.id()));
        Candidate {
            date: dated.date,
            date_reason: dated.reason,
            date_span: dated.span,
            headline,
            text: passage_text(&self.words.text[bytes]),
            evidence: evidence(sentence, happening.trigger, date_words).into(),
            place: parts.place.or_else(|| self.dateline_place(sentence, happening, actor.as_deref())),
            actors: parts.actors,
            recipients: parts.recipients,
            topics: parts.topics,
            event_type: happening.event_type,
            type_span: Some(trigger.into()),
            confidence,
            reasons,
            existing_event: None,
        }
    }

    /// The place of the report, for what was said there, or agreed, by those of whom it tells first.
    fn dateline_place(
        &self,
        sentence: &Sentence<'_>,
        happening: &Happening,
        actor: Option<&str>,
    ) -> Option<Named> {
        use EventType as T;
        let talks = is_verbal(happening.event_type)
            || matches!(happening.event_type, T::Consult | T::Agree | T::Vote | T::Mediate);
        let lead = self.lead.as_deref();
        let by_lead = actor.is_some() && lead.is_none_or(|lead| Some(lead) == actor);
        // "At the White House": the sentence names another place, if not as one.
        let elsewhere = sentence.mentions().any(|(_, mention)| {
            let from = mention.words.start;
            let before = from.saturating_sub(1 + usize::from(sentence.follows(from, Class::ARTICLE)));
            mention.how == How::Place || matches!(sentence.lower(before), "at" | "in")
        });
        let here = matches!(happening.rank, Rank::Main | Rank::Joined)
            && happening.status == Status::Past
            && talks
            && by_lead
            && !elsewhere;
        let name = self.dateline.as_deref().filter(|_| here)?;
        let gazetteer = &self.lexicon.gazetteer;
        let known = gazetteer.place_by_name(name).map(|at| gazetteer.entity(at));
        Some(Named {
            entry: known.and_then(|place| place.entry.clone()),
            name: known.map_or_else(|| name.to_owned(), |place| place.name.clone()),
            span: None,
            reason: "the report's dateline".to_owned(),
        })
    }
}

fn is_question(sentence: &Sentence<'_>) -> bool {
    let mut last = sentence.range.1;
    while let Some(before) = last.checked_sub(1).filter(|at| sentence.is(*at, Kind::Quote)) {
        last = before;
    }
    last.checked_sub(1).is_some_and(|last| sentence.lower(last) == "?")
}
