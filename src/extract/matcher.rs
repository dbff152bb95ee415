//! Rules tried at every token, the longest match kept, in two rounds.

use super::forms::forms;
use super::language::{Language, Mean, Round, Rule};
use super::meaning::{Meaning, Sense, meaning};
use super::mode::Mode;
use super::pattern::Label;
use super::sentences::is_small;
use super::slots::{Slot, Slots};
use super::tokens::{CAPITAL, GAP, Shape, Token};

/// An expression in the text, not resolved yet.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Bytes.
    pub start: u32,
    /// Bytes.
    pub end: u32,
    /// Where it stands among the tokens of the text.
    pub first: usize,
    /// After its last token.
    pub last: usize,
    pub meaning: Meaning,
    /// Round and number of its rule.
    pub rule: (u8, u16),
}

/// All expressions of a text, in order.
pub fn find(text: &str, tokens: &[Token], language: &Language, mode: Mode) -> Vec<Found> {
    let mut found = Vec::new();
    let mut current: Vec<Token> = Vec::new();
    let small = is_small(tokens);
    for (number, round) in language.rounds.iter().enumerate() {
        let (trail, best) = (Vec::new(), Vec::new());
        let mut run = Run { text, language, mode, small, number, round, found, trail, best, tokens: &[] };
        let next = if number == 0 { run.over(tokens) } else { run.over(&current) };
        (found, current) = (run.found, next);
    }
    let stays = current.iter().filter(|token| token.shape == Shape::Found);
    let mut stay: Vec<Found> = stays
        .filter_map(|token| found.get(token.value.to_bits() as usize).copied())
        .filter(|found| found.meaning.sense != Sense::Nothing)
        .collect();
    let mut at = 0;
    for found in &mut stay {
        at += tokens[at..].iter().take_while(|token| token.start < found.start).count();
        found.first = at;
        at += tokens[at..].iter().take_while(|token| token.start < found.end).count();
        found.last = at;
    }
    stay
}

struct Run<'a> {
    text: &'a str,
    language: &'a Language,
    mode: Mode,
    /// Nothing in the text has a capital letter, not even "monday".
    small: bool,
    number: usize,
    round: &'a Round,
    tokens: &'a [Token],
    found: Vec<Found>,
    /// What the walk has filled in so far.
    trail: Vec<(Slot, f32, u32)>,
    /// What the best match has filled in.
    best: Vec<(Slot, f32, u32)>,
}

/// The best match at a token so far.
#[derive(Clone, Copy)]
struct Hit {
    end: usize,
    rule: u16,
}

impl<'a> Run<'a> {
    /// The tokens with what was found put in place of what it covers.
    fn over(&mut self, tokens: &'a [Token]) -> Vec<Token> {
        self.tokens = tokens;
        let mut next = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let used = if self.may_begin(token) { self.place(at, &mut next) } else { 0 };
            if used == 0 {
                next.push(*token);
            }
            at += used.max(1);
        }
        next
    }

    fn may_begin(&self, token: &Token) -> bool {
        match token.shape {
            Shape::Mark => {
                token.word != 0 && self.language.entries[usize::from(token.word)].begins[self.number]
            }
            Shape::Word => {
                token.word != 0 && self.language.entries[usize::from(token.word)].begins[self.number]
            }
            Shape::Break => false,
            _ => true,
        }
    }

    /// Tries all rules at a token; how many tokens the best one takes.
    fn place(&mut self, at: usize, next: &mut Vec<Token>) -> usize {
        let mut best = None;
        self.trail.clear();
        self.walk(0, at, at, &mut best);
        let Some(hit) = best else { return 0 };
        let rules = self.round;
        let rule = &rules.rules[usize::from(hit.rule)];
        let mut slots = Slots::EMPTY;
        for (slot, value, token) in &self.best {
            slots.set(*slot, *value, *token);
        }
        for (slot, value) in &rule.set {
            if slots.get(*slot).is_none() {
                slots.set(*slot, *value, u32::MAX);
            }
        }
        let inner = |token: usize| Some(self.found.get(self.number_of(token)?)?.meaning);
        let written = |token: usize| self.tokens[token].text(self.text);
        let Some(meaning) = meaning(rule, &slots, inner, written) else { return 0 };
        let mut from = at;
        if let Some(token) = slots.token(Slot::First) {
            let first = first(meaning, slots.int(Slot::First), slots.int(Slot::Year));
            if rule.mean == Mean::Date {
                self.push(at, token + 1, first, hit.rule, next);
                next.push(self.tokens[token + 1]);
                from = token + 2;
            }
        }
        self.push(from, hit.end, meaning, hit.rule, next);
        hit.end - at
    }

    /// The place of a found token among the expressions.
    fn number_of(&self, token: usize) -> Option<usize> {
        let token = self.tokens.get(token)?;
        (token.shape == Shape::Found).then_some(token.value.to_bits() as usize)
    }

    fn push(&mut self, from: usize, to: usize, meaning: Meaning, rule: u16, next: &mut Vec<Token>) {
        let (Some(first), Some(last)) = (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) else {
            return;
        };
        let number = self.found.len() as u32;
        let word = if to == from + 1 { first.word } else { 0 };
        let token =
            Token { end: last.end, shape: Shape::Found, value: f32::from_bits(number), word, ..*first };
        self.found.push(Found {
            start: first.start,
            end: last.end,
            first: 0,
            last: 0,
            meaning,
            rule: (self.number as u8, rule),
        });
        next.push(token);
    }

    fn walk(&mut self, node: u32, at: usize, start: usize, best: &mut Option<Hit>) {
        if at > start {
            self.accept(node, at, start, best);
        }
        if self.round.tree.is_leaf(node) {
            return;
        }
        let Some(token) = self.tokens.get(at).copied() else { return };
        let mut labels = [(0, 0.0); 16];
        let mut count = 0;
        self.labels(&token, &mut |label, value| {
            if count < labels.len() {
                labels[count] = (label, value);
                count += 1;
            }
        });
        let round = self.round;
        for (label, value) in labels.into_iter().take(count) {
            for (step, to) in round.tree.next(node, label) {
                if step.joined && token.is(GAP) {
                    continue;
                }
                let depth = self.trail.len();
                if let Some(slot) = step.slot {
                    self.trail.push((slot, value, at as u32));
                }
                self.walk(to, at + 1, start, best);
                self.trail.truncate(depth);
            }
        }
    }

    fn accept(&mut self, node: u32, at: usize, start: usize, best: &mut Option<Hit>) {
        let round = self.round;
        for number in round.tree.rules(node) {
            let better =
                best.as_ref().is_none_or(|best| at > best.end || (at == best.end && *number < best.rule));
            if better && self.allows(&round.rules[usize::from(*number)], start, at) {
                self.best.clone_from(&self.trail);
                *best = Some(Hit { end: at, rule: *number });
            }
        }
    }

    /// Whether what stands around a match is as the rule wants it.
    fn allows(&self, rule: &Rule, start: usize, end: usize) -> bool {
        if rule.narrative.is_some_and(|narrative| narrative != (self.mode == Mode::Narrative)) {
            return false;
        }
        if rule.capital && !self.tokens[start].is(CAPITAL) {
            return false;
        }
        let before = start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let after = self.tokens.get(end);
        (rule.before.is_empty() || self.has(before, &rule.before))
            && (rule.not_before.is_empty() || !self.has(before, &rule.not_before))
            && (rule.after.is_empty() || self.has(after, &rule.after))
            && (rule.not_after.is_empty() || !self.has(after, &rule.not_after))
    }

    fn has(&self, token: Option<&Token>, wanted: &[Label]) -> bool {
        let mut has = false;
        if let Some(token) = token {
            self.labels(token, &mut |label, _| has |= wanted.contains(&label));
        }
        has
    }

    /// All labels of a token, each with its value.
    fn labels(&self, token: &Token, give: &mut impl FnMut(Label, f32)) {
        if token.word != 0 {
            give(token.word, 0.0);
            for (label, value, capital) in &self.language.entries[usize::from(token.word)].classes {
                if !capital || token.is(CAPITAL) || self.small {
                    give(*label, *value);
                }
            }
        }
        if token.shape == Shape::Found {
            let number = token.value.to_bits();
            if let Some(found) = self.found.get(number as usize) {
                for label in found.meaning.classes().into_iter().filter(|label| *label != 0) {
                    give(label, f32::from_bits(number));
                }
            }
        } else {
            forms(token, give);
        }
    }
}

/// The meaning of "6" in "6-15 October 1952", of "1939" in "1939-45".
fn first(meaning: Meaning, value: Option<i32>, main_year: Option<i32>) -> Meaning {
    let Sense::When(mut when) = meaning.sense else { return meaning };
    if when.fields.day.is_some() {
        when.fields.day = value.map(|day| day.max(0) as u32);
        when.fields.weekday = None;
    } else if main_year.is_some() || when.fields.year.is_some() {
        when.fields.year = value;
    }
    Meaning { sense: Sense::When(when), ..meaning }
}
