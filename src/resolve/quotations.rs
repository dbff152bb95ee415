//! Quotations: their words, and whether they stand in the article's snapshot.

use pulldown_cmark::{Event, Parser, TagEnd};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::{Article, Evidence};
use crate::model::markdown::OPTIONS;
use crate::model::snapshot::{Searchable, Snapshot};
use crate::model::source::{SourceFile, Span};

/// A block quote, with its words.
pub fn evidence(file: &SourceFile, span: Span) -> Evidence {
    let mut words = String::new();
    for event in Parser::new_ext(span.of(&file.text), OPTIONS) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                words.push(' ')
            }
            _ => {}
        }
    }
    words.truncate(words.trim_end().len());
    Evidence { span, words }
}

/// Notes every quotation that does not stand in the snapshot; the others get the snapshot's own signs.
pub fn check_quotations(article: &mut Article, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let path = &snapshot.text.path;
    if !snapshot.is_as_imported() {
        let message = "the snapshot is not the text that was imported";
        let help = "restore it from version control, or import the report again with `--update`";
        found.push(Diagnostic::new(Code::ChangedSnapshot, message).in_file(path).help(help));
    }
    let file = article.meta.source.clone();
    let mut evidence = article.accounts.iter_mut().flat_map(|account| &mut account.evidence).peekable();
    if evidence.peek().is_none() {
        return found;
    }
    let text = Searchable::new(&snapshot.text.text);
    for quotation in evidence {
        match text.passage(&quotation.words) {
            Ok("") => {}
            Ok(passage) => quotation.words = passage.to_owned(),
            Err(mismatch) => {
                let message = format!("the quotation does not stand in `{path}`");
                let help = if mismatch.agrees.is_empty() {
                    format!("“{}” is not there: quote the report word for word", mismatch.differs)
                } else {
                    let agrees: Vec<&str> = mismatch.agrees.split(' ').collect();
                    let tail = agrees[agrees.len().saturating_sub(6)..].join(" ");
                    format!("after “{tail}” the report has other words than “{}”", mismatch.differs)
                };
                found.push(Diagnostic::new(Code::Misquoted, message).at(&file, quotation.span).help(help));
            }
        }
    }
    found
}
