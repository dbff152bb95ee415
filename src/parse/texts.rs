//! `templates/texts/TAG.ftl` -> texts that a site puts over the built-in ones,
//! and the language of its pages.
//!
//! A text with a mistake is noted and left out, so that the built-in one stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Message, Pattern, Resource};
use fluent_syntax::parser::{ErrorKind, ParserError};
use fluent_syntax::{parser, serializer};

use super::config::is_language_tag;
use super::places::find_key;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::country;
use crate::model::language::Language;
use crate::model::language::texts::{BUILT_IN, References, TextFile, ids, is_whole, missing, variables};
use crate::model::source::{SourceFile, Span};

/// How many of the texts that a language lacks are named.
const NAMED: usize = 5;

const GUIDE: &str = "write `name = words`; what is put in stands in braces, `{ $count }`. \
                     See https://projectfluent.org/fluent/guide/";

/// Reads one file of texts. `is_used` says whether a template asks for a text that is not built in.
pub fn texts(file: &SourceFile, is_used: impl Fn(&str) -> bool) -> (TextFile, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let (resource, errors) = match parser::parse(&*file.text) {
        Ok(resource) => (resource, Vec::new()),
        Err(result) => result,
    };
    found.extend(errors.iter().map(|error| unreadable(file, error)));
    if !is_language_tag(file.stem()) {
        let message = format!("the texts are not used: `{}` is no language tag", file.stem());
        let help = "name the file after its language, as in `uk.ftl`";
        found.push(Diagnostic::new(Code::IgnoredFile, message).in_file(&file.path).help(help));
    }
    let mut reader = Reader { file, resource: &resource, seen: BTreeSet::new(), found };
    let good = resource.body.iter().filter(|entry| match entry {
        Entry::Message(message) => reader.is_good(message, &is_used),
        Entry::Term(_) => true,
        _ => false,
    });
    let good = Resource { body: good.cloned().collect() };
    let text = serializer::serialize(&good);
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    (TextFile { tag: file.stem().to_owned(), resource: Arc::new(resource) }, reader.found)
}

struct Reader<'a> {
    file: &'a SourceFile,
    resource: &'a Resource<&'a str>,
    seen: BTreeSet<&'a str>,
    found: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Whether a text can be used; what is wrong with it is noted.
    fn is_good(&mut self, message: &'a Message<&'a str>, is_used: impl Fn(&str) -> bool) -> bool {
        let id = message.id.name;
        let count = self.found.len();
        if !self.seen.insert(id) {
            self.note(
                Code::TextSyntax,
                format!("the text `{id}` stands here twice"),
                id,
                "leave the one that is to stay",
            );
        }
        if !message.attributes.is_empty() {
            let help = "give each its own line: `name = words`";
            self.note(
                Code::TextSyntax,
                format!("the text `{id}` has attributes, which no page shows"),
                id,
                help,
            );
        }
        let known = variables(id);
        let names_country =
            id.strip_prefix("country_").is_some_and(|code| country::name(code, "en").is_some());
        if known.is_none() && !names_country && !is_used(id) {
            let near = nearest(id, ids());
            let help = near
                .map_or("`docs/templates.md` says where the texts are listed".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
            self.note(Code::UnknownText, format!("no page has a text `{id}`"), id, help);
        }
        let mut references = References::default();
        message.value.iter().for_each(|pattern| references.pattern(pattern));
        if let Some(known) = known {
            for variable in references.variables.iter().filter(|variable| !known.contains(*variable)) {
                let given = known.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
                let help = if given.is_empty() {
                    "write it without: nothing is put into this text".to_owned()
                } else {
                    format!("what is put into it: {given}")
                };
                self.note(Code::TextSyntax, format!("the text `{id}` has no `${variable}`"), variable, help);
            }
        }
        self.references(id, &references);
        self.found.len() == count
    }

    /// What a text refers to has to be in the same file, and may not lead back to it.
    fn references(&mut self, id: &str, references: &References<'a>) {
        for function in references.functions.iter().filter(|name| **name != "NUMBER") {
            let message = format!("there is no function `{function}`");
            self.note(
                Code::TextSyntax,
                message,
                function,
                "write the text without it; only `NUMBER` is known",
            );
        }
        let (mut names, mut seen) = (references.names(), BTreeSet::new());
        while let Some((name, is_term)) = names.pop() {
            let Some(pattern) = self.pattern(name, is_term) else {
                let hyphen = if is_term { "-" } else { "" };
                let help = "a text can refer to others in the same file only";
                self.note(Code::TextSyntax, format!("there is no `{hyphen}{name}` in this file"), name, help);
                continue;
            };
            if name == id && !is_term {
                let message = format!("the text `{id}` refers to itself");
                self.note(Code::TextSyntax, message, id, "write the words instead");
                break;
            }
            if seen.insert((name, is_term)) {
                let mut further = References::default();
                further.pattern(pattern);
                names.extend(further.names());
            }
        }
    }

    /// The words of a message or a term.
    fn pattern(&self, name: &str, is_term: bool) -> Option<&'a Pattern<&'a str>> {
        self.resource.body.iter().find_map(|entry| match entry {
            Entry::Message(message) if !is_term && message.id.name == name => message.value.as_ref(),
            Entry::Term(term) if is_term && term.id.name == name => Some(&term.value),
            _ => None,
        })
    }

    /// Notes a mistake at a name, which is a part of the file's text.
    fn note(&mut self, code: Code, message: String, name: &str, help: impl Into<String>) {
        let start = (name.as_ptr() as usize).wrapping_sub(self.file.text.as_ptr() as usize);
        let span = Span::from(start..start.saturating_add(name.len()));
        self.found.push(Diagnostic::new(code, message).at(self.file, span).help(help));
    }
}

fn unreadable(file: &SourceFile, error: &ParserError) -> Diagnostic {
    let help = match &error.kind {
        ErrorKind::MissingDefaultVariant => {
            "mark one of the forms with a star, `*[other]`: it stands where no other fits"
        }
        ErrorKind::MultipleDefaultVariants => "leave the star, as in `*[other]`, to one of the forms",
        ErrorKind::UnbalancedClosingBrace => "to write a brace itself, write `{\"}\"}`",
        ErrorKind::UnterminatedStringLiteral => {
            "end the words in quotation marks on the line on which they begin"
        }
        _ => GUIDE,
    };
    let mut what = error.kind.to_string();
    if let Some(first) = what.get(..1).map(str::to_ascii_lowercase) {
        what.replace_range(..1, &first);
    }
    // What is never closed ends with the file: its beginning says more.
    let is_at_end = error.pos.start >= file.text.trim_end().len();
    let place = error
        .slice
        .clone()
        .filter(|_| is_at_end)
        .map_or_else(|| error.pos.clone(), |slice| slice.start..slice.start + 1);
    Diagnostic::new(Code::TextSyntax, format!("the text cannot be read: {what}")).at(file, place).help(help)
}

/// The language of the pages, and what pages in it do without.
pub fn language(tag: &str, config: Option<&SourceFile>, of_site: &[TextFile]) -> (Language, Vec<Diagnostic>) {
    let language = Language::new(tag, of_site);
    let missing = missing(tag, of_site);
    let built_in: Vec<String> = BUILT_IN.iter().map(|tag| format!("`{tag}`")).collect();
    let file = format!("templates/texts/{}.ftl", tag.split('-').next().unwrap_or(tag));
    let dates = if language.has_dates() { "" } else { ", and dates are in English too" };
    let (message, help) = match missing.as_slice() {
        [] if language.has_dates() => return (language, Vec::new()),
        [] => (
            format!("how `{tag}` writes dates is not known: they are in English"),
            "check the tag".to_owned(),
        ),
        all if is_whole(all) => (
            format!("there are no texts in `{tag}`: the words of the pages are English{dates}"),
            format!("write them in `{file}`; built in are {}", built_in.join(", ")),
        ),
        some => {
            let named: Vec<String> = some.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
            let more = some.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let count = some.len();
            (
                format!("{count} texts have no `{tag}` and are English: {}{more}", named.join(", ")),
                format!("write them in `{file}`"),
            )
        }
    };
    let diagnostic = Diagnostic::new(Code::LanguageIncomplete, message).help(help);
    let place = config.and_then(|config| {
        let value = find_key(&config.text, 0..config.text.len(), "language")?.value;
        let line = config.text.get(value.clone())?;
        let start = value.start + line.find(tag)?;
        Some((config, start..start + tag.len()))
    });
    let diagnostic = match place {
        Some((config, span)) => diagnostic.at(config, span),
        None => diagnostic,
    };
    (language, vec![diagnostic])
}
