//! Text to tokens: words, numbers, marks, each with its bytes in the text.
//!
//! One pass, no regular expressions. Numbers written in words are joined in `numbers`. What a
//! token means is the language's business.

use super::language::Language;
use super::written::{self, as_number};

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Letters.
    Word,
    /// A whole number.
    Number,
    /// A number with a fraction.
    Decimal,
    /// A year in words: "nineteen ninety-eight".
    Year,
    /// A place in an order: `21st`, "first".
    Ordinal,
    /// `14:30` or `14:30:15`; the value is in seconds.
    Clock,
    /// `2013-03-22`, with or without a clock time.
    Iso,
    /// `03/22/2013`.
    Slashed,
    /// `22.03.2013`.
    Dotted,
    /// Any other mark.
    Mark,
    /// An empty line.
    Break,
    /// What a rule has found; the value is its number.
    Found,
}

/// There is white space before the token.
pub const GAP: u8 = 1;
/// The token begins a line.
pub const LINE: u8 = 2;
/// It begins with a capital letter.
pub const CAPITAL: u8 = 4;
/// It ends as regular verbs in the past do.
pub const PAST: u8 = 8;
/// A number written in words.
pub const SPELLED: u8 = 16;
/// It begins a sentence.
pub const SENTENCE: u8 = 32;
/// All its letters are capital.
pub const UPPER: u8 = 64;
/// A number with commas between the thousands.
pub const GROUPED: u8 = 128;

/// The value of a hyphen between two letters or digits; other marks have 0.
pub const TIGHT: f32 = 1.0;

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// After the last byte.
    pub end: u32,
    /// The number of the word in the lexicon; 0 if it is not in there.
    pub word: u16,
    /// What it looks like.
    pub shape: Shape,
    /// `GAP` and others.
    pub flags: u8,
    /// Of numbers, the number.
    pub value: f32,
}

impl Token {
    /// Whether a flag is set.
    pub fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Its text.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The longest word that is looked up; longer ones are in no lexicon.
const LONGEST: usize = 40;

/// Splits a text. Texts beyond 4 GB are cut there.
pub fn tokens(text: &str, language: &Language) -> Vec<Token> {
    let text = text.get(..u32::MAX as usize).unwrap_or(text);
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: 0,
        language,
        found: Vec::with_capacity(text.len() / 5 + 1),
    };
    reader.run();
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    language: &'a Language,
    found: Vec<Token>,
}

impl Reader<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            let flags = self.space();
            let Some(&byte) = self.bytes.get(self.at) else { break };
            let start = self.at;
            match byte {
                b'0'..=b'9' => self.number(start, flags),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(start, flags),
                128.. => self.beyond_ascii(start, flags),
                b'\'' => self.apostrophe(start, flags, 1),
                _ => {
                    self.at += 1;
                    self.mark(start, flags);
                }
            }
        }
    }

    /// White space; an empty line becomes a token.
    fn space(&mut self) -> u8 {
        let (start, mut lines) = (self.at, 0);
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\n' => lines += 1,
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {}
                0xc2 if self.bytes.get(self.at + 1) == Some(&0xa0) => self.at += 1,
                _ => break,
            }
            self.at += 1;
        }
        if lines > 1 {
            self.push(start, self.at, Shape::Break, GAP, 0, 0.0);
        }
        if self.at == 0 || lines > 0 {
            GAP | LINE
        } else if self.at > start {
            GAP
        } else {
            0
        }
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape, flags: u8, word: u16, value: f32) {
        self.found.push(Token { start: start as u32, end: end as u32, word, shape, flags, value });
    }

    fn mark(&mut self, start: usize, flags: u8) {
        let word = self.language.word(&self.bytes[start..self.at]);
        let tight = self.bytes[start] == b'-'
            && flags & GAP == 0
            && self.bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric);
        self.push(start, self.at, Shape::Mark, flags, word, if tight { TIGHT } else { 0.0 });
    }

    fn beyond_ascii(&mut self, start: usize, flags: u8) {
        let Some(c) = self.text[start..].chars().next() else { return };
        if c == '\u{2019}' {
            return self.apostrophe(start, flags, c.len_utf8());
        }
        if c.is_alphabetic() {
            return self.word(start, flags);
        }
        self.at += c.len_utf8();
        self.mark(start, flags);
    }

    /// `'s` is a word of its own; any other apostrophe is a mark.
    fn apostrophe(&mut self, start: usize, flags: u8, width: usize) {
        let letters = self.bytes[start + width..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        self.at = start + width;
        if flags & GAP != 0 || letters == 0 || letters > 2 {
            return self.mark(start, flags);
        }
        let mut key = [b'\'', 0, 0];
        for (to, from) in key[1..].iter_mut().zip(&self.bytes[self.at..self.at + letters]) {
            *to = from.to_ascii_lowercase();
        }
        self.at += letters;
        let word = self.language.word(&key[..=letters]);
        self.push(start, self.at, Shape::Word, flags, word, 0.0);
    }

    fn word(&mut self, start: usize, mut flags: u8) {
        let mut key = [0_u8; LONGEST];
        let (mut length, mut ascii, mut upper) = (0, true, true);
        while let Some(&byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_alphanumeric() {
                if byte < 128 || !self.letter_beyond_ascii() {
                    break;
                }
                ascii = false;
                continue;
            }
            upper &= !byte.is_ascii_lowercase();
            if length < LONGEST {
                key[length] = byte.to_ascii_lowercase();
            }
            length += 1;
            self.at += 1;
        }
        if self.bytes[start].is_ascii_uppercase() || (!ascii && self.starts_upper(start)) {
            flags |= CAPITAL | if upper { UPPER } else { 0 };
        }
        if length == 1 && self.at == start + 1 && self.initials(start, flags) {
            return;
        }
        if ascii && length > 3 && length <= LONGEST && self.language.ends_past(&key[..length]) {
            flags |= PAST;
        }
        let word = if !ascii {
            self.language.word(self.text[start..self.at].to_lowercase().as_bytes())
        } else if length <= LONGEST {
            self.language.word(&key[..length])
        } else {
            0
        };
        if self.bytes.get(self.at) == Some(&b'.') && self.language.is_abbreviation(word) {
            self.at += 1;
        }
        self.push(start, self.at, Shape::Word, flags, word, 0.0);
    }

    fn letter_beyond_ascii(&mut self) -> bool {
        let Some(c) = self.text[self.at..].chars().next() else { return false };
        if c.is_alphanumeric() {
            self.at += c.len_utf8();
        }
        c.is_alphanumeric()
    }

    fn starts_upper(&self, start: usize) -> bool {
        self.text[start..].chars().next().is_some_and(char::is_uppercase)
    }

    /// `U.S.`, `a.m.`: letters with points between them, with or without the last one.
    fn initials(&mut self, start: usize, flags: u8) -> bool {
        let (mut key, mut length) = ([0_u8; 8], 0);
        let mut at = start;
        while let (Some(letter), Some(b'.')) = (self.bytes.get(at), self.bytes.get(at + 1)) {
            let next_is_short = !self.bytes.get(at + 3).is_some_and(u8::is_ascii_alphanumeric);
            let more = self.bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic) && next_is_short;
            if !letter.is_ascii_alphabetic() || length + 2 > key.len() {
                break;
            }
            (key[length], key[length + 1]) = (letter.to_ascii_lowercase(), b'.');
            (length, at) = (length + 2, at + 2);
            if !more {
                break;
            }
        }
        if length >= 2
            && length + 2 <= key.len()
            && self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
            && !self.bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            key[length] = self.bytes[at].to_ascii_lowercase();
            key[length + 1] = b'.';
            (length, at) = (length + 2, at + 1);
        }
        // A capital letter and a point is an initial: the point ends no sentence.
        if length < 4 && !(length == 2 && flags & CAPITAL != 0) {
            return false;
        }
        self.at = at;
        let word = self.language.word(&key[..length]);
        self.push(start, at, Shape::Word, flags, word, 0.0);
        true
    }

    fn digits(&self, at: usize) -> usize {
        written::digits(self.bytes, at)
    }

    fn number(&mut self, start: usize, flags: u8) {
        let width = self.digits(start);
        if self.bytes.get(start + width) == Some(&b'/') {
            // A name that is written in digits, as 9/11.
            let end = start + width + 1 + self.digits(start + width + 1);
            let word = self.language.word(&self.bytes[start..end]);
            if word != 0 && self.bytes.get(end) != Some(&b'/') {
                self.at = end;
                return self.push(start, end, Shape::Word, flags, word, 0.0);
            }
        }
        if let Some((end, shape, value)) = written::shaped(self.bytes, start, width) {
            self.at = end;
            return self.push(start, end, shape, flags, 0, value);
        }
        let (mut end, mut value) = (start + width, as_number(&self.bytes[start..start + width]));
        let mut shape = if width > 7 { Shape::Mark } else { Shape::Number };
        let mut flags = flags;
        let grouped = width <= 3;
        while grouped && self.bytes.get(end) == Some(&b',') && self.digits(end + 1) == 3 && end - start < 12 {
            value = value * 1000.0 + as_number(&self.bytes[end + 1..end + 4]);
            end += 4;
            flags |= GROUPED;
        }
        let fraction = self.digits(end + 1);
        if self.bytes.get(end) == Some(&b'.') && (1..=6).contains(&fraction) {
            value += as_number(&self.bytes[end + 1..end + 1 + fraction]) / 10_f32.powi(fraction as i32);
            end += 1 + fraction;
            shape = Shape::Decimal;
        }
        self.at = end;
        let word = if shape == Shape::Number && width <= 2 { self.language.numeral(value) } else { 0 };
        self.push(start, end, shape, flags, word, value);
    }
}
