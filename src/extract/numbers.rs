//! Numbers written in words, and ordinals: several tokens become one.

use super::language::Language;
use super::tokens::{GAP, SPELLED, Shape, Token};

/// Joins "two hundred and fifty", "twenty-first", "two and a half", `21st`.
pub fn join(tokens: &mut Vec<Token>, language: &Language) {
    let joiner = Joiner {
        language,
        numbers: language.class_label("number"),
        ordinals: language.class_label("ordinal"),
        suffixes: language.class_label("suffix"),
        and: language.particle("and"),
        half: language.particle("half"),
        hyphen: language.word(b"-"),
        a: language.particle("article"),
        oh: language.particle("zero"),
    };
    let (mut from, mut to) = (0, 0);
    while from < tokens.len() {
        let (token, used) = joiner.at(&tokens[from..]);
        tokens[to] = token;
        to += 1;
        from += used.max(1);
    }
    tokens.truncate(to);
}

struct Joiner<'a> {
    language: &'a Language,
    numbers: u16,
    ordinals: u16,
    suffixes: u16,
    and: u16,
    half: u16,
    hyphen: u16,
    a: u16,
    oh: u16,
}

impl Joiner<'_> {
    fn value(&self, token: &Token, class: u16) -> Option<f32> {
        if token.word == 0 {
            return None;
        }
        let entry = &self.language.entries[usize::from(token.word)];
        entry.classes.iter().find(|(label, ..)| *label == class).map(|(_, value, _)| *value)
    }

    /// The token at the start of `rest`, joined with what belongs to it, and how many that takes.
    fn at(&self, rest: &[Token]) -> (Token, usize) {
        let mut token = rest[0];
        match token.shape {
            Shape::Number => {
                if let Some(next) = rest.get(1)
                    && !next.is(GAP)
                    && self.value(next, self.suffixes).is_some()
                {
                    (token.shape, token.end) = (Shape::Ordinal, next.end);
                    return (token, 2);
                }
                if let Some(value) = fraction(rest) {
                    (token.value, token.end, token.shape) =
                        (token.value + value, rest[3].end, Shape::Decimal);
                    return (token, 4);
                }
                if let Some(times) = self.multiple(rest) {
                    (token.value, token.end, token.flags) =
                        (token.value * times, rest[1].end, token.flags | SPELLED);
                    return (token, 2);
                }
                let (value, used) = self.half(rest, 1, token.value);
                if used > 1 {
                    (token.value, token.end, token.shape) = (value, rest[used - 1].end, Shape::Decimal);
                }
                (token, used)
            }
            Shape::Decimal => {
                let Some(times) = self.multiple(rest) else { return (token, 1) };
                (token.value, token.end, token.flags) =
                    (token.value * times, rest[1].end, token.flags | SPELLED);
                (token, 2)
            }
            Shape::Word if token.word != 0 => self.spelled(rest).unwrap_or_else(|| {
                if let Some(value) = self.value(&token, self.ordinals) {
                    (token.shape, token.value) = (Shape::Ordinal, value);
                }
                (token, 1)
            }),
            _ => (token, 1),
        }
    }

    /// "Million" after a number in digits.
    fn multiple(&self, rest: &[Token]) -> Option<f32> {
        let next = rest.get(1).filter(|next| next.is(GAP))?;
        self.value(next, self.numbers).filter(|value| *value >= 100.0)
    }

    /// "and a half" after a number.
    fn half(&self, rest: &[Token], used: usize, value: f32) -> (f32, usize) {
        let word = |at: usize| rest.get(used + at).map_or(0, |token| token.word);
        let hyphens = [0, 2, 4].map(word) == [self.hyphen; 3] && self.hyphen != 0;
        if self.half != 0 && hyphens && [1, 3, 5].map(word) == [self.and, self.a, self.half] {
            return (value + 0.5, used + 6);
        }
        if self.half != 0 && word(0) == self.and && word(1) == self.a && word(2) == self.half {
            return (value + 0.5, used + 3);
        }
        if self.half != 0 && word(0) == self.and && word(1) == self.half {
            return (value + 0.5, used + 2);
        }
        (value, used)
    }

    /// "Nineteen ninety-eight", "nineteen oh five", "twenty thirteen".
    fn year(&self, rest: &[Token]) -> Option<(Token, usize)> {
        let number = |at: usize| rest.get(at).and_then(|token| self.value(token, self.numbers));
        let skip = |at: usize| usize::from(rest.get(at).is_some_and(|token| token.word == self.hyphen));
        let century = number(0).filter(|century| (15.0..=20.0).contains(century))?;
        let at = 1 + skip(1);
        let zero = rest.get(at).is_some_and(|token| token.word != 0 && token.word == self.oh);
        let (mut year, mut used) = match number(at) {
            Some(tens) if (10.0..100.0).contains(&tens) => (tens, at + 1),
            _ if zero => (0.0, at + 1),
            _ => return None,
        };
        let last = used + skip(used);
        if let Some(ones) = number(last).filter(|ones| (1.0..10.0).contains(ones) && (year >= 20.0 || zero)) {
            (year, used) = (year + ones, last + 1);
        } else if zero {
            return None;
        }
        let token = Token {
            end: rest[used - 1].end,
            word: 0,
            shape: Shape::Year,
            value: century * 100.0 + year,
            ..rest[0]
        };
        (token.value < 2100.0).then_some((token, used))
    }

    fn spelled(&self, rest: &[Token]) -> Option<(Token, usize)> {
        if let Some(year) = self.year(rest) {
            return Some(year);
        }
        let mut total = 0.0;
        let mut current = self.value(&rest[0], self.numbers)?;
        let mut used = 1;
        let mut ordinal = false;
        let mut last = current;
        while used < 12 {
            let Some(next) = rest.get(used) else { break };
            let skip = usize::from(
                next.word != 0 && (next.word == self.hyphen || (next.word == self.and && last >= 100.0)),
            );
            let Some(piece) = rest.get(used + skip) else { break };
            if let Some(value) = self.value(piece, self.numbers).filter(|value| *value > 0.0) {
                if value >= 1000.0 {
                    total += current.max(1.0) * value;
                    current = 0.0;
                } else if value == 100.0 && current < 100.0 {
                    current *= 100.0;
                } else if ((20.0..100.0).contains(&last) && value < 10.0) || (last >= 100.0 && value < 100.0)
                {
                    current += value;
                } else {
                    break;
                }
                last = value;
            } else if let Some(value) = self.value(piece, self.ordinals)
                && ((20.0..100.0).contains(&last) && value < 10.0 || last >= 100.0)
            {
                current += value;
                ordinal = true;
                used += skip + 1;
                break;
            } else {
                break;
            }
            used += skip + 1;
        }
        let (value, used) =
            if ordinal { (total + current, used) } else { self.half(rest, used, total + current) };
        let mut token = rest[0];
        token.shape = if ordinal { Shape::Ordinal } else { Shape::Number };
        token.value = value;
        token.flags |= SPELLED;
        token.end = rest[used - 1].end;
        if used > 1 {
            token.word = 0;
        }
        Some((token, used))
    }
}

/// "1/2" after a whole number and a space.
fn fraction(rest: &[Token]) -> Option<f32> {
    let [_, above, between, below, ..] = rest else { return None };
    let whole = |token: &Token| token.shape == Shape::Number && token.end - token.start == 1;
    let slash = between.shape == Shape::Mark && between.end - between.start == 1 && !between.is(GAP);
    let proper = whole(above) && whole(below) && above.value < below.value && below.value <= 8.0;
    (above.is(GAP) && slash && !below.is(GAP) && proper).then(|| above.value / below.value)
}
