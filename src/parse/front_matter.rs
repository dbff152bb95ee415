//! Splits a file into its front matter and its body.

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::source::SourceFile;

/// Byte ranges of a file's parts.
pub struct Parts {
    /// Between the two fences.
    pub yaml: Range<usize>,
    /// After the second fence.
    pub body: Range<usize>,
}

/// Finds the fences: `---` alone on the first line, and on a later one.
pub fn split(file: &SourceFile) -> Result<Parts, Box<Diagnostic>> {
    let text = &*file.text;
    if text.trim().is_empty() {
        return Err(Box::new(
            Diagnostic::new(Code::EmptyFile, "the file is empty")
                .in_file(&file.path)
                .help("write its front matter, or delete the file"),
        ));
    }
    let mut lines = lines_of(text);
    let first = lines.next().unwrap_or(0..0);
    if text[first.clone()].trim_end() != "---" {
        return Err(Box::new(
            Diagnostic::new(Code::FrontMatterMissing, "the file has no front matter")
                .at(file, first.start..first.start + text[first].trim_end().len())
                .help("begin the file with a line `---`, keys such as `title: …`, and another line `---`"),
        ));
    }
    let yaml_start = first.end;
    for line in lines {
        if text[line.clone()].trim_end() == "---" {
            return Ok(Parts { yaml: yaml_start..line.start, body: line.end..text.len() });
        }
    }
    Err(Box::new(
        Diagnostic::new(Code::FrontMatterUnclosed, "the front matter that begins here has no end")
            .at(file, 0..3)
            .help("add a line `---` after the last key"),
    ))
}

fn lines_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end;
        range
    })
}
