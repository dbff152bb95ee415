//! Snapshots of raw articles, `sources/ID.txt`, and whether a quotation stands in one.
//!
//! Quotation marks, dashes and spaces differ from page to page; nothing else may. No Markdown here.

use super::source::SourceFile;

/// The text of an article as it was imported, and what the import noted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// `sources/ID.txt`.
    pub text: SourceFile,
    /// The hash that `sources/ID.yaml` holds, where there is one.
    pub hash: Option<String>,
}

impl Snapshot {
    /// Whether the text is the one that was imported; also where nobody noted which that was.
    pub fn is_as_imported(&self) -> bool {
        self.hash.as_ref().is_none_or(|noted| *noted == hash(&self.text.text))
    }
}

/// The hash of a text, whatever its line ends and the empty lines around it.
pub fn hash(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    format!("blake3:{}", blake3::hash(plain.trim().as_bytes()).to_hex())
}

/// Where a quotation stops being word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The first words, as far as they stand in the text; may be empty.
    pub agrees: String,
    /// The words that do not stand there after them.
    pub differs: String,
}

/// A text made ready for many quotations.
pub struct Searchable<'a> {
    text: &'a str,
    plain: String,
    /// For each byte of `plain` where it comes from.
    origins: Vec<u32>,
}

impl<'a> Searchable<'a> {
    /// Makes a text ready.
    pub fn new(text: &'a str) -> Self {
        let (plain, origins) = normal(text);
        Self { text, plain, origins }
    }

    /// The passage that a quotation gives, in the text's own signs. `…` and words in square brackets stand for
    /// anything.
    ///
    /// # Errors
    /// Where it differs.
    pub fn passage(&self, quotation: &str) -> Result<&'a str, Mismatch> {
        let quotation = unquoted(quotation);
        let mut from = 0;
        let mut found: Option<(usize, usize)> = None;
        for piece in pieces(quotation) {
            let (plain, _) = normal(piece);
            if plain.is_empty() {
                continue;
            }
            let Some(at) = self.find(&plain, from) else { return Err(self.mismatch(&plain, from)) };
            from = at + plain.len();
            found = Some((found.map_or(at, |(start, _)| start), from));
        }
        let Some((start, end)) = found else { return Ok("") };
        let origin = |at: usize| self.origins.get(at).map_or(self.text.len(), |at| *at as usize);
        Ok(self.text.get(origin(start)..origin(end)).unwrap_or("").trim())
    }

    /// Finds whole words.
    fn find(&self, plain: &str, from: usize) -> Option<usize> {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let rest = self.plain.get(from..)?;
        rest.match_indices(plain).map(|(at, _)| from + at).find(|at| {
            let before = self.plain[..*at].chars().next_back();
            let after = self.plain[at + plain.len()..].chars().next();
            !(is_word(before) && is_word(plain.chars().next())
                || is_word(after) && is_word(plain.chars().next_back()))
        })
    }

    fn mismatch(&self, plain: &str, from: usize) -> Mismatch {
        let ends: Vec<usize> = plain.match_indices(' ').map(|(at, _)| at).collect();
        let agrees = ends.partition_point(|end| self.find(&plain[..*end], from).is_some());
        let cut = agrees.checked_sub(1).map_or(0, |last| ends[last]);
        let differs: String = plain[cut..].split_whitespace().take(5).collect::<Vec<_>>().join(" ");
        Mismatch { agrees: plain[..cut].to_owned(), differs }
    }
}

/// The quotation without quotation marks around all of it.
fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '“', '”', '„', '«', '»', '\'', '‘', '’', '‚', ' '])
}

/// The parts between omissions: `…`, `...`, `[…]`, and words in square brackets.
fn pieces(quotation: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, c) in quotation.char_indices() {
        match c {
            '[' => {
                if depth == 0 {
                    pieces.push(&quotation[start..at]);
                }
                depth += 1;
            }
            ']' if depth > 0 => {
                depth -= 1;
                start = at + 1;
            }
            '…' if depth == 0 => {
                pieces.push(&quotation[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if depth == 0 {
        pieces.push(&quotation[start..]);
    }
    let omission = |piece: &&str| piece.trim_matches(['(', ')', '.', ' ']).is_empty();
    pieces
        .into_iter()
        .flat_map(|piece| piece.split("..."))
        .map(|piece| piece.trim_matches([' ', '(', ')']))
        .filter(|piece| !omission(piece))
        .collect()
}

/// The text with one kind of quotation mark, dash and space, and where each byte comes from.
fn normal(text: &str) -> (String, Vec<u32>) {
    let mut plain = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    let mut put = |c: char, at: usize, plain: &mut String| {
        plain.push(c);
        origins.resize(plain.len(), u32::try_from(at).unwrap_or(u32::MAX));
    };
    let mut space = None;
    for (at, c) in text.char_indices() {
        let c = match c {
            '“' | '”' | '„' | '‟' | '«' | '»' | '"' | '‘' | '’' | '‚' | '‛' | 'ʼ' | '`' | '´' | '‹' | '›' => {
                '\''
            }
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
            c if c.is_whitespace() => {
                space.get_or_insert(at);
                continue;
            }
            c => c,
        };
        // Dashes are set with and without spaces.
        if let Some(space) = space.take().filter(|_| c != '-' && !plain.is_empty() && !plain.ends_with('-')) {
            put(' ', space, &mut plain);
        }
        if c == '…' {
            (0..3).for_each(|_| put('.', at, &mut plain));
        } else {
            put(c, at, &mut plain);
        }
    }
    (plain, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "The minister said: “There can be no talks — none at all —\nunder fire, and it’s time”.\n\nHe left.";

    #[test]
    fn quotations_stand_word_for_word() {
        let text = Searchable::new(TEXT);
        for (quotation, passage) in [
            ("There can be no talks", "There can be no talks"),
            (
                "\"There can be no talks - none at all - under fire, and it's time\"",
                "There can be no talks — none at all —\nunder fire, and it’s time",
            ),
            ("no talks—none at all", "no talks — none at all"),
            (
                "The minister […] under fire",
                "The minister said: “There can be no talks — none at all —\nunder fire",
            ),
            (
                "The minister … left.",
                "The minister said: “There can be no talks — none at all —\nunder fire, and it’s time”.\n\nHe left.",
            ),
            ("[The minister] said: “There can", "said: “There can"),
            ("…", ""),
        ] {
            assert_eq!(text.passage(quotation), Ok(passage), "{quotation}");
        }
    }

    #[test]
    fn other_words_are_other_words() {
        let text = Searchable::new(TEXT);
        for (quotation, agrees, differs) in [
            ("There can be no talk", "There can be no", "talk"),
            ("there can be no talks", "", "there can be no talks"),
            ("He left. The minister", "He left.", "The minister"),
            ("under fire … no talks", "", "no talks"),
            ("ere can be", "", "ere can be"),
        ] {
            let mismatch = Mismatch { agrees: agrees.to_owned(), differs: differs.to_owned() };
            assert_eq!(text.passage(quotation), Err(mismatch), "{quotation}");
        }
    }
}
