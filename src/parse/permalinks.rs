//! `permalinks.lock` -> ids.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::permalinks::Permalinks;
use crate::model::source::SourceFile;

/// Reads the lock file.
pub fn permalinks(file: &SourceFile) -> (Permalinks, Vec<Diagnostic>) {
    let mut permalinks = Permalinks::default();
    let mut diagnostics = Vec::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        match Permalinks::parse_line(line) {
            Some(id) => permalinks.ids.extend(id),
            None => diagnostics.push(
                Diagnostic::new(Code::InvalidLock, "this line is not `kind/id`")
                    .at(file, start..start + line.trim_end().len())
                    .help("restore `permalinks.lock` from version control, or mend the line"),
            ),
        }
        start += line.len();
    }
    (permalinks, diagnostics)
}
