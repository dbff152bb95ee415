//! Folding: one form for all spellings of a name that differ only in case,
//! diacritics, quotation marks, dashes or kinds of space. No lists of names here.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text, and where each of its bytes comes from.
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of it and for its end, the byte of the original; `None` where they are the same.
    offsets: Option<Vec<u32>>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Self {
        if original.is_ascii() {
            return Self { text: original.to_ascii_lowercase(), offsets: None };
        }
        let mut text = String::with_capacity(original.len());
        let mut offsets = Vec::with_capacity(original.len() + 1);
        for (at, c) in original.char_indices() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            if c.is_ascii() {
                text.push(c.to_ascii_lowercase());
                offsets.push(at);
                continue;
            }
            for part in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                for lower in plain(part).chars().flat_map(char::to_lowercase) {
                    text.push(lower);
                    offsets.extend(std::iter::repeat_n(at, lower.len_utf8()));
                }
            }
        }
        offsets.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        Self { text, offsets: Some(offsets) }
    }

    /// The byte of the original from which a byte of the folded text comes.
    pub fn original(&self, at: usize) -> usize {
        self.offsets.as_ref().map_or(at, |offsets| offsets[at.min(offsets.len() - 1)] as usize)
    }
}

/// Folds a name.
pub fn fold(text: &str) -> String {
    Folded::new(text.trim()).text
}

/// Letters and signs that Unicode does not decompose, as ASCII.
fn plain(c: char) -> Plain {
    Plain::Text(match c {
        '’' | '‘' | 'ʼ' | '′' => "'",
        '“' | '”' => "\"",
        '–' | '—' | '‑' | '‐' => "-",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        c => return Plain::Char(c),
    })
}

enum Plain {
    Text(&'static str),
    Char(char),
}

impl Plain {
    fn chars(self) -> impl Iterator<Item = char> {
        let (text, one) = match self {
            Self::Text(text) => (text, None),
            Self::Char(c) => ("", Some(c)),
        };
        text.chars().chain(one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_to_one() {
        for (a, b) in [
            ("Erdoğan", "ERDOGAN"),
            ("Zelens’kyj", "zelens'kyj"),
            ("Łukasz", "lukasz"),
            ("Kyiv\u{a0}City", "kyiv city"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("Київ"), fold("КИЇВ"));
    }

    #[test]
    fn offsets_lead_back() {
        let original = "Präsident Erdoğan’s";
        let folded = Folded::new(original);
        let at = folded.text.find("erdogan").unwrap_or_default();
        let range = folded.original(at)..folded.original(at + "erdogan".len());
        assert_eq!(&original[range], "Erdoğan");
    }
}
