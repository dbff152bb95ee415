//! Diagnostics as text: for people, one line each, or JSON.
//!
//! Returns text; where it goes, and whether it may have colours, is the
//! caller's business.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use super::{Diagnostic, Location, Severity};

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the source line and a caret.
    Human,
    /// `file:line:column: severity[code]: message`, one line each, as editors and `grep` read it.
    Short,
    /// One JSON array.
    Json,
}

/// All of them in one text, in the order given.
pub fn print(diagnostics: &[Diagnostic], format: Format, colour: bool) -> String {
    match format {
        Format::Human => diagnostics.iter().map(|diagnostic| human(diagnostic, colour) + "\n\n").collect(),
        Format::Short => diagnostics.iter().map(|diagnostic| short(diagnostic) + "\n").collect(),
        Format::Json => {
            let values: Vec<_> = diagnostics.iter().map(to_json).collect();
            serde_json::to_string_pretty(&values).unwrap_or_default() + "\n"
        }
    }
}

/// `2 errors and 1 warning`, or `no errors`.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity() == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (count(severity), severity.id()))
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}{}", if number == 1 { "" } else { "s" }))
        .collect();
    match parts.as_slice() {
        [] => "no errors".into(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

fn human(diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id());
    let mut group = match &diagnostic.at {
        None => Group::with_title(title),
        Some(at) => with_place(title, at),
    };
    for (at, words) in &diagnostic.related {
        group = group.element(Level::NOTE.message(words.as_str())).element(snippet(at));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    match &diagnostic.paste {
        None => text,
        // At the very left, so that what is copied is what belongs into the file.
        Some(lines) => format!("{text}\n\n{}", lines.lines().map(visible).collect::<Vec<_>>().join("\n")),
    }
}

fn with_place<'a>(title: annotate_snippets::Title<'a>, at: &'a Location) -> Group<'a> {
    if at.line == 0 {
        return title.element(Origin::path(at.file.as_str()));
    }
    title.element(snippet(at))
}

fn snippet(at: &Location) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let skip = (at.column.saturating_sub(1)).saturating_sub(at.cut) as usize;
    let byte = |chars: usize| {
        at.source_line.char_indices().nth(chars).map_or(at.source_line.len(), |(position, _)| position)
    };
    let (start, end) = (byte(skip), byte(skip + at.width as usize));
    Snippet::source(at.source_line.as_str())
        .line_start(at.line as usize)
        .path(at.file.as_str())
        .annotation(AnnotationKind::Primary.span(start..end.max(start)))
}

/// Content may hold signs that would steer a terminal or break a line.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

fn short(diagnostic: &Diagnostic) -> String {
    let place = match &diagnostic.at {
        None => String::new(),
        Some(at) if at.line == 0 => format!("{}: ", at.file),
        Some(at) => format!("{}:{}:{}: ", at.file, at.line, at.column),
    };
    let help =
        diagnostic.help.as_ref().map_or(String::new(), |help| format!(" ({})", help.replace('\n', " ")));
    let message = visible(&diagnostic.message);
    format!("{place}{}[{}]: {message}{}", diagnostic.severity().id(), diagnostic.code.id(), visible(&help))
}

fn to_json(diagnostic: &Diagnostic) -> serde_json::Value {
    let place = |at: &Location| {
        json!({
            "file": at.file,
            "line": (at.line > 0).then_some(at.line),
            "column": (at.line > 0).then_some(at.column),
            "width": (at.line > 0).then_some(at.width),
            "source": (at.line > 0).then_some(&at.source_line),
        })
    };
    let mut value = json!({
        "code": diagnostic.code.id(),
        "severity": diagnostic.severity().id(),
        "message": diagnostic.message,
        "at": diagnostic.at.as_ref().map(place),
        "help": diagnostic.help,
        "related": diagnostic.related.iter()
            .map(|(at, words)| json!({ "at": place(at), "message": words }))
            .collect::<Vec<_>>(),
    });
    if let Some(lines) = &diagnostic.paste {
        value["paste"] = lines.as_str().into();
    }
    value
}
