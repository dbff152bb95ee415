//! Byte offsets to code points: what other languages count in. Nothing of dates or events.

/// One count is kept for so many bytes.
const STEP: usize = 256;

/// Counts the code points before any byte of a text, at the same cost wherever it stands.
pub struct Points<'a> {
    text: &'a str,
    /// Code points before every [`STEP`]th byte.
    before: Vec<usize>,
}

impl<'a> Points<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut count = 0;
        let step = |bytes: &[u8]| {
            let before = count;
            count += starts(bytes);
            before
        };
        let before = text.as_bytes().chunks(STEP).map(step).collect();
        Self { text, before }
    }

    /// The code points before a byte; the byte may stand after the last one.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let step = (byte / STEP).min(self.before.len().saturating_sub(1));
        self.before.get(step).map_or(0, |before| before + starts(&self.text.as_bytes()[step * STEP..byte]))
    }
}

/// The code points that start in these bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_counted_one_by_one(text in "(\\PC|\n){0,700}") {
            let points = Points::new(&text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(at), count);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count());
        }
    }
}
