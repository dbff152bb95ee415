//! Source files -> parsed articles, entries, overlays, pages, texts and settings.
//!
//! One function a kind of file, from the file to a value and its diagnostics;
//! each goes on past what is wrong. Names in prose stay words here: `resolve`
//! knows the entries. No IO.

mod agreement;
mod article;
mod body;
mod config;
mod contact;
mod corrections;
mod date_tokens;
mod decisions;
mod entry;
mod fields;
mod front_matter;
mod heading;
mod images;
mod keyed;
mod overlay;
mod page;
mod permalinks;
mod places;
mod publisher;
mod texts;
mod unique;
pub mod written_date;

pub use article::article;
pub use config::check_base_url;
pub use config::{config, is_language_tag};
pub use entry::entry;
pub use images::{images, mark, portrait};
pub use overlay::overlay;
pub use page::page;
pub use permalinks::permalinks;
pub use publisher::publisher;
pub use texts::{language, texts};
pub use unique::{Identified, unique};

use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::date::DateError;
use crate::model::source::{SourceFile, Span};
use crate::model::url::is_slug;

/// The id that a file's name gives, checked.
fn id_of(file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> String {
    let id = file.stem();
    if !is_slug(id) {
        let diagnostic = Diagnostic::new(Code::InvalidId, format!("the file's name `{id}` is no id"))
            .in_file(&file.path)
            .help(slug_help(id, ".md"));
        diagnostics.push(diagnostic);
    }
    id.to_owned()
}

fn slug_help(wrong: &str, suffix: &str) -> String {
    match crate::model::url::slug(wrong) {
        slug if slug.is_empty() => "use small letters a-z, digits and single hyphens".to_owned(),
        slug => format!("use small letters, digits and single hyphens: `{slug}{suffix}`"),
    }
}

/// The diagnostic for an address that tells everybody a name or a password.
fn password(file: &SourceFile, span: impl Into<Span>) -> Diagnostic {
    Diagnostic::new(
        Code::UnsafeLink,
        "the address has a user's name or password in it, and all pages are public",
    )
    .at(file, span)
    .help("take out what stands before the `@`")
}

/// What to do about an unknown key of a mapping. A comma ends a value between braces, so the rest of a text is one there.
fn unknown_key_help(key: &str, known: &[&str], mapping: &str) -> String {
    if key.contains(' ') && mapping.trim_start().starts_with('{') {
        return "put a text that holds a comma into quotation marks: `why: \"…, …\"`".to_owned();
    }
    suggest(key, known.iter().copied()).unwrap_or_else(|| "remove it".to_owned())
}

/// The diagnostic for a date that is wrong.
fn wrong_date(text: &str, error: DateError, file: &SourceFile, span: Span) -> Diagnostic {
    let (code, help) = match error {
        DateError::Impossible => (Code::ImpossibleDate, "check the day and the month against a calendar"),
        DateError::Reversed => (Code::ReversedRange, "swap the two dates"),
        DateError::Unsupported(_) => {
            (Code::UnreadableDate, "write a day, a month, a year, or a range of them with both its ends")
        }
        DateError::Unreadable => (
            Code::UnreadableDate,
            "write it as `2025-09-03`, `2025-09`, `2025-09-03/2025-09-05`, `3 September 2025` or `June 2024`",
        ),
    };
    let message = match error {
        DateError::Unreadable => format!("`{text}` cannot be read as a date"),
        error => format!("`{text}`: {error}"),
    };
    Diagnostic::new(code, message).at(file, span).help(help)
}
