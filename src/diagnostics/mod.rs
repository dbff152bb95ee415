//! What is wrong, where, and what to do: one type for all stages, one table of
//! codes, three ways to print.
//!
//! A stage returns its value together with diagnostics and goes on. Nothing
//! here stops a build; the caller asks [`has_errors`].

pub mod codes;
pub mod print;

use crate::model::source::{SourceFile, Span};
pub use codes::Code;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops publishing.
    Error,
    /// Probably a mistake; publishing goes on.
    Warning,
    /// A suggestion.
    Hint,
}

impl Severity {
    /// In output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which entry of the table.
    pub code: Code,
    /// What is wrong, one line, without a full stop.
    pub message: String,
    /// Where, if it has a place.
    pub at: Option<Location>,
    /// What to do, one line or a few.
    pub help: Option<String>,
    /// Lines that can be pasted as they are, where the help says.
    pub paste: Option<String>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Location, String)>,
}

/// A place in a file, with the line that is there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Path below the site's folder.
    pub file: String,
    /// From 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// How many characters are meant, at least 1.
    pub width: u32,
    /// The line's text, long ones cut around the place.
    pub source_line: String,
    /// How many characters were cut off before `source_line`.
    pub cut: u32,
}

/// How much of a long line is kept on each side of the place, in characters.
const CONTEXT: usize = 80;

impl Location {
    /// The place of a span.
    pub fn new(file: &SourceFile, span: Span) -> Self {
        let text = &file.text;
        let floor = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (start, end) = (floor(span.start as usize), floor((span.end as usize).max(span.start as usize)));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let column = text[line_start..start].chars().count();
        let width = text[start..end.clamp(start, line_end)].trim_end_matches('\r').chars().count().max(1);
        let cut = if line.chars().count() > 3 * CONTEXT { column.saturating_sub(CONTEXT) } else { 0 };
        let keep = if cut == 0 && line.chars().count() <= 3 * CONTEXT { usize::MAX } else { 2 * CONTEXT };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            file: file.path.to_string(),
            line: file.line(start),
            column: count(column + 1),
            width: count(width.min(CONTEXT)),
            source_line: line.chars().skip(cut).take(keep).collect(),
            cut: count(cut),
        }
    }

    /// A file as a whole.
    pub fn file(path: &str) -> Self {
        Self { file: path.to_owned(), line: 0, column: 0, width: 1, source_line: String::new(), cut: 0 }
    }
}

impl Diagnostic {
    /// Something wrong at no place in particular.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), at: None, help: None, paste: None, related: Vec::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, file: &SourceFile, span: impl Into<Span>) -> Self {
        self.at = Some(Location::new(file, span.into()));
        self
    }

    /// Says in which file, where no line is to blame.
    #[must_use]
    pub fn in_file(mut self, path: &str) -> Self {
        self.at = Some(Location::file(path));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Gives lines to paste.
    #[must_use]
    pub fn paste(mut self, lines: Option<String>) -> Self {
        self.paste = lines;
        self
    }

    /// Names another place that belongs to it.
    #[must_use]
    pub fn related(mut self, file: &SourceFile, span: impl Into<Span>, words: impl Into<String>) -> Self {
        self.related.push((Location::new(file, span.into()), words.into()));
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Whether any of them stops publishing.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// Orders them by file, line and column; those without a place come first.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (&a.at, a.code, &a.message).cmp(&(&b.at, b.code, &b.message)).then_with(|| a.help.cmp(&b.help))
    });
    diagnostics.dedup();
}

/// The known word nearest to a wrong one, if it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = word.to_lowercase();
    let (mut best, mut best_score) = (None, 0.0);
    for candidate in known {
        let right = candidate.to_lowercase();
        let mut score = strsim::jaro_winkler(&wrong, &right);
        let part_of =
            right.split('-').any(|part| part == wrong) || wrong.split('-').any(|part| part == right);
        if part_of {
            score = score.max(0.86);
        }
        if score > best_score {
            (best, best_score) = (Some(candidate), score);
        }
    }
    best.filter(|_| best_score >= 0.8)
}

/// `did you mean …?`, or the whole list if it is short, or nothing.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    (!known.is_empty() && known.len() <= 32).then(|| format!("known here: {}", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_counts_characters_and_keeps_the_line() {
        let file = SourceFile::new("a.md", "one\r\nzwölf Zeilen\r\nthree");
        let at = file.text.find("Zeilen").unwrap_or_default();
        let location = Location::new(&file, Span::from(at..at + 6));
        assert_eq!((location.line, location.column, location.width), (2, 7, 6));
        assert_eq!(location.source_line, "zwölf Zeilen");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let file = SourceFile::new("a.md", "x".repeat(5000) + "HERE" + &"y".repeat(5000));
        let location = Location::new(&file, Span::from(5000..5004));
        assert_eq!((location.column, location.cut, location.source_line.len()), (5001, 4920, 160));
        assert_eq!(&location.source_line[80..84], "HERE");
    }

    #[test]
    fn the_nearest_word_is_near() {
        let known = ["publisher", "published", "title"];
        assert_eq!(nearest("publsher", known), Some("publisher"));
        assert_eq!(nearest("putin", ["vladimir-putin", "zelenskyy"]), Some("vladimir-putin"));
        assert_eq!(nearest("zzz", known), None);
    }
}
