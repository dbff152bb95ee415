//! The tense of the clause around an expression, read lightly: the nearest verb or marker counts.

use super::language::Language;
use super::tokens::{CAPITAL, PAST, SENTENCE, Shape, Token, UPPER};

/// The time of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
    Unknown,
}

/// How far a verb is looked for, in tokens.
const REACH: usize = 18;

/// Reads tenses with a language's lists of verbs.
pub struct Reader<'a> {
    language: &'a Language,
    tokens: &'a [Token],
    past: u16,
    present: u16,
    future: u16,
    modal: u16,
    be: u16,
    is: u16,
    have: u16,
    intent: u16,
    until: u16,
    determiner: u16,
    within: u16,
    delivery: u16,
    month: u16,
    plain: u16,
    not_plain: u16,
    to: u16,
    clause: u16,
    report: u16,
}

impl<'a> Reader<'a> {
    /// A reader of these tokens.
    pub fn new(tokens: &'a [Token], language: &'a Language) -> Self {
        let class = |name| language.class_label(name);
        Self {
            language,
            tokens,
            past: class("past"),
            present: class("present"),
            future: class("future"),
            modal: class("modal"),
            be: class("be"),
            is: class("is"),
            have: class("have"),
            intent: class("intent"),
            until: class("until"),
            determiner: class("determiner"),
            within: class("when"),
            delivery: class("delivery"),
            month: class("month"),
            plain: class("plain"),
            not_plain: class("notplain"),
            to: language.particle("infinitive"),
            clause: class("clause"),
            report: class("report"),
        }
    }

    /// Whether a verb of a report stands right before: "police said Friday", "said on Friday".
    pub fn is_reported(&self, at: usize) -> bool {
        let at = at.min(self.tokens.len());
        self.tokens[at.saturating_sub(2)..at].iter().any(|token| self.has(token, self.report))
    }

    /// "The 1990 law": what is named is the law, and the year says which one.
    pub fn is_attribute(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at - 1).is_some_and(|token| self.has(token, self.determiner))
    }

    /// Whether a preposition before says when: "in October", "by May", "until June".
    pub fn is_in(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at - 1).is_some_and(|token| self.has(token, self.within))
    }

    /// Whether a token is among the first of its sentence.
    pub fn opens(&self, at: usize) -> bool {
        let at = at.min(self.tokens.len().saturating_sub(1));
        self.tokens.get(at.saturating_sub(2)..=at).unwrap_or_default().iter().any(|token| token.is(SENTENCE))
    }

    fn has(&self, token: &Token, class: u16) -> bool {
        let classes = &self.language.entries[usize::from(token.word)].classes;
        token.word != 0 && classes.iter().any(|(label, ..)| *label == class)
    }

    /// "Will be announced", "to be held": a participle that a modal verb governs.
    fn governed(&self, at: usize) -> bool {
        let group = &self.tokens[at.saturating_sub(4)..at];
        let ahead = |(place, token): (usize, &Token)| {
            let to_be = self.has(token, self.be) && place > 0 && group[place - 1].word == self.to;
            self.has(token, self.modal) || to_be
        };
        let from = group.iter().rposition(|token| token.is(SENTENCE)).unwrap_or(0);
        group.iter().enumerate().skip(from).any(ahead)
    }

    fn of(&self, token: &Token) -> Option<Tense> {
        let has = |class: u16| self.has(token, class);
        if token.shape != Shape::Word || (token.is(CAPITAL) && has(self.month)) {
            None
        } else if has(self.future) {
            Some(Tense::Future)
        } else if has(self.past) || (token.is(PAST) && (!token.is(CAPITAL) || token.is(UPPER))) {
            Some(Tense::Past)
        } else {
            has(self.present).then_some(Tense::Present)
        }
    }

    /// "December delivery", "had until Monday": what stands beside the expression points ahead.
    fn points_ahead(&self, first: usize, last: usize) -> bool {
        let at = |at: usize| self.tokens.get(at);
        let until = first > 1 && at(first - 1).is_some_and(|token| self.has(token, self.until));
        let had = until && at(first - 2).is_some_and(|token| self.has(token, self.have));
        had || at(last).is_some_and(|token| self.has(token, self.delivery))
    }

    /// "Agreed to meet", "is to meet", "to be aired", "polls open": what is still to come.
    fn comes(&self, at: usize, infinitive: bool) -> bool {
        let (token, before) = (&self.tokens[at], at.checked_sub(1).map(|at| &self.tokens[at]));
        let is_to = |token: &Token| self.to != 0 && token.word == self.to;
        let after = |class: u16| before.is_some_and(|before| self.has(before, class));
        let plain = self.has(token, self.plain) && !token.is(CAPITAL) && !after(self.not_plain);
        (infinitive && self.has(token, self.intent))
            || (is_to(token) && after(self.is))
            || (self.has(token, self.be) && before.is_some_and(is_to))
            || (plain && before.is_some())
    }

    /// The tense around the tokens from `first` to before `last`.
    pub fn at(&self, first: usize, last: usize) -> Tense {
        if self.points_ahead(first, last) {
            return Tense::Future;
        }
        let (mut present, mut infinitive) = (false, false);
        let mut at = first.min(self.tokens.len());
        for _ in 0..REACH {
            if self.tokens.get(at).is_some_and(|token| token.is(SENTENCE)) {
                break;
            }
            let Some(before) = at.checked_sub(1) else { break };
            at = before;
            if self.has(&self.tokens[at], self.clause) {
                break;
            }
            let token = &self.tokens[at];
            if self.comes(at, infinitive) {
                return Tense::Future;
            }
            infinitive |= self.to != 0 && token.word == self.to;
            match self.of(token) {
                Some(Tense::Present) => present = true,
                Some(Tense::Past) if self.governed(at) => return Tense::Future,
                Some(tense) => return tense,
                None => {}
            }
        }
        if present {
            return Tense::Present;
        }
        let rest = self.tokens.get(last..).unwrap_or_default();
        let sentence = rest.iter().take_while(|token| !token.is(SENTENCE) && token.shape != Shape::Break);
        sentence.take(REACH).find_map(|token| self.of(token)).unwrap_or(Tense::Unknown)
    }
}
