//! Mistakes as the script in the browser gets them.

use serde_json::json;

use crate::diagnostics::{Diagnostic, Severity};
use crate::model::edit_links::EditLinks;

/// The errors among the diagnostics, as a JSON array on one line.
pub fn to_json<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>, links: Option<&EditLinks>) -> String {
    let errors = diagnostics.filter(|diagnostic| diagnostic.severity() == Severity::Error);
    let values: Vec<_> = errors.map(|diagnostic| value(diagnostic, links)).collect();
    serde_json::Value::from(values).to_string()
}

fn value(diagnostic: &Diagnostic, links: Option<&EditLinks>) -> serde_json::Value {
    let at = diagnostic.at.as_ref();
    let line = at.filter(|at| at.line > 0);
    json!({
        "level": diagnostic.severity().id(),
        "code": diagnostic.code.id(),
        "message": diagnostic.message,
        "file": at.map(|at| &at.file),
        "line": line.map(|at| at.line),
        "column": line.map(|at| at.column),
        "source": line.map(|at| &at.source_line),
        "underline": line.map(|at| [at.column.saturating_sub(1).saturating_sub(at.cut), at.width]),
        "help": diagnostic.help,
        "url": at.and_then(|at| links?.link(&at.file, at.line.max(1))),
        "related": diagnostic.related.iter()
            .map(|(at, words)| json!({ "message": words, "file": at.file, "line": at.line }))
            .collect::<Vec<_>>(),
    })
}
