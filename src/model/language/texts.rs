//! The words of pages in one language: Fluent messages of the built-in theme,
//! and those that a site puts in their stead.
//!
//! Parsing and its mistakes are in `parse`; numbers and escaping are the caller's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

macro_rules! built_in {
    ($($tag:literal)*) => {
        [$(LazyLock::new(|| TextFile::built_in(
            $tag,
            include_str!(concat!("../../../templates/texts/", $tag, ".ftl")),
        ))),*]
    };
}

/// The languages that have built-in texts.
pub const BUILT_IN: [&str; 5] = ["ar", "en", "fr", "ru", "uk"];

/// The texts of each, read when the language is first needed.
static RESOURCES: [LazyLock<TextFile>; BUILT_IN.len()] = built_in!["ar" "en" "fr" "ru" "uk"];

/// A file of texts, parsed.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// The language that it is in: the file's stem.
    pub tag: String,
    /// Its messages; what could not be read is left out.
    pub resource: Arc<FluentResource>,
}

impl TextFile {
    // A test holds that the built-in files have no mistakes.
    fn built_in(tag: &str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        Self { tag: tag.to_owned(), resource: Arc::new(resource) }
    }
}

/// The built-in texts of a language.
fn built_in(tag: &str) -> Option<&'static TextFile> {
    let at = BUILT_IN.iter().position(|known| known.eq_ignore_ascii_case(tag))?;
    Some(&RESOURCES[at])
}

/// The English texts, of which all others are translations.
fn english() -> impl Iterator<Item = (&'static str, &'static ast::Pattern<&'static str>)> {
    built_in("en").into_iter().flat_map(|file| messages(&file.resource))
}

/// What stands in a text for what is put into it. These characters belong to no text (Unicode 23.7).
const NUMBER: char = '\u{FDD0}';
const NUMBER_END: char = '\u{FDD1}';
const FIRST_ARGUMENT: u32 = 0xFDD2;

/// What is put into a text.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A number, which also chooses among plural forms.
    Count(u64),
    /// Text of the site's, put in as it is.
    Text(&'a str),
    /// A word of the program's that chooses among forms.
    Choice(&'a str),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of the text itself.
    Words(String),
    /// A number, in the digits `0` to `9`.
    Number(String),
    /// The argument with this index.
    Argument(usize),
}

/// All texts of a language; English where it has none.
pub struct Texts {
    bundles: Vec<FluentBundle<Arc<FluentResource>>>,
    /// Those into which nothing is put.
    plain: BTreeMap<String, String>,
}

impl Texts {
    /// The texts of a language, the site's over the built-in ones, those of `uk-UA` over those of `uk`.
    pub fn new(tag: &str, of_site: &[TextFile]) -> Self {
        let mut bundles = Vec::new();
        let own = bundle(tag, of_site);
        let is_english = subtag(tag) == "en";
        bundles.extend(own);
        if !is_english {
            bundles.extend(bundle("en", of_site));
        }
        let mut texts = Self { bundles, plain: BTreeMap::new() };
        let all = ids().map(str::to_owned).chain(ids_of(of_site));
        let plain = all.filter_map(|id| {
            let mut errors = Vec::new();
            let text = texts.resolve(&id, &FluentArgs::new(), &mut errors)?;
            errors.is_empty().then_some((id, text))
        });
        let plain: BTreeMap<String, String> = plain.collect();
        texts.plain = plain;
        texts
    }

    /// All texts into which nothing is put, by id.
    pub fn plain(&self) -> impl Iterator<Item = (&str, &str)> {
        self.plain.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// A text into which nothing is put.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// A text in pieces.
    ///
    /// # Errors
    /// What is wrong, in a few words: there is no such text, or something that it needs is not given.
    pub fn pieces(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<Vec<Piece>, String> {
        let mut values = FluentArgs::with_capacity(args.len());
        for (at, (name, arg)) in (0u32..).zip(args) {
            let value = match arg {
                Arg::Count(count) => FluentValue::from(*count),
                Arg::Choice(word) => FluentValue::from(*word),
                Arg::Text(_) => FluentValue::from(mark(at)),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let Some(text) = self.resolve(id, &values, &mut errors) else {
            return Err(format!("there is no text `{id}`"));
        };
        match errors.first() {
            None => Ok(split(&text)),
            Some(error) => Err(format!("the text `{id}` cannot be put together: {error}")),
        }
    }

    fn resolve(
        &self,
        id: &str,
        args: &FluentArgs<'_>,
        errors: &mut Vec<fluent_bundle::FluentError>,
    ) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), errors).into_owned())
        })
    }
}

/// The texts of a language itself; `None` if there are none.
fn bundle(tag: &str, of_site: &[TextFile]) -> Option<FluentBundle<Arc<FluentResource>>> {
    let files = files(tag, of_site);
    if files.is_empty() {
        return None;
    }
    let language: LanguageIdentifier = subtag(tag).parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Names are set apart in HTML, where direction can be said; the marks have no place in attributes and feeds.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(format!("{NUMBER}{}{NUMBER_END}", number.as_string())),
        _ => None,
    }));
    let _ = bundle.add_builtins();
    for file in files {
        bundle.add_resource_overriding(file.resource.clone());
    }
    Some(bundle)
}

/// The files for a language, those that are overridden first.
fn files<'a>(tag: &str, of_site: &'a [TextFile]) -> Vec<&'a TextFile> {
    let mut files = Vec::new();
    for tag in chain(tag).into_iter().rev() {
        let of_tag = |file: &&TextFile| file.tag.eq_ignore_ascii_case(tag);
        files.extend(built_in(tag));
        files.extend(of_site.iter().filter(of_tag));
    }
    files
}

/// Which texts of the built-in theme a language lacks; all of them if there is no file for it.
pub fn missing(tag: &str, of_site: &[TextFile]) -> Vec<&'static str> {
    let known = ids_of(files(tag, of_site));
    ids().filter(|id| !known.contains(*id)).collect()
}

/// Whether what is missing is all that there is.
pub fn is_whole(missing: &[&str]) -> bool {
    missing.len() == ids().count()
}

/// What may be put into a built-in text, in whatever language; `None` if there is no such text.
pub fn variables(id: &str) -> Option<BTreeSet<&'static str>> {
    let patterns =
        RESOURCES.iter().flat_map(|file| messages(&file.resource)).filter(|(known, _)| *known == id);
    let mut found = None;
    for (_, pattern) in patterns {
        found.get_or_insert_with(References::default).pattern(pattern);
    }
    found.map(|found| found.variables)
}

/// Every built-in text.
pub fn ids() -> impl Iterator<Item = &'static str> {
    english().map(|(id, _)| id)
}

/// The built-in texts in which there is nothing but a count.
pub fn counted() -> impl Iterator<Item = &'static str> {
    let is_counted = |pattern| {
        let mut found = References::default();
        found.pattern(pattern);
        found.variables.iter().eq(["count"].iter())
    };
    english().filter(move |(_, pattern)| is_counted(pattern)).map(|(id, _)| id)
}

fn ids_of<'a>(files: impl IntoIterator<Item = &'a TextFile>) -> BTreeSet<String> {
    let ids = files.into_iter().flat_map(|file| messages(&file.resource)).map(|(id, _)| id.to_owned());
    ids.collect()
}

/// The messages of a file that have a text.
pub fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &ast::Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// What a text refers to.
#[derive(Debug, Default)]
pub struct References<'a> {
    /// `$count`
    pub variables: BTreeSet<&'a str>,
    /// Other messages.
    pub messages: BTreeSet<&'a str>,
    /// Terms, without the hyphen that they begin with.
    pub terms: BTreeSet<&'a str>,
    /// Functions, `NUMBER`.
    pub functions: BTreeSet<&'a str>,
}

impl<'a> References<'a> {
    /// Messages and terms, with whether each is a term.
    pub fn names(&self) -> Vec<(&'a str, bool)> {
        let messages = self.messages.iter().map(|name| (*name, false));
        messages.chain(self.terms.iter().map(|name| (*name, true))).collect()
    }

    /// Adds what a text refers to.
    pub fn pattern(&mut self, pattern: &'a ast::Pattern<&'a str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'a ast::Expression<&'a str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a ast::InlineExpression<&'a str>) {
        use ast::InlineExpression as E;
        match inline {
            E::VariableReference { id } => drop(self.variables.insert(id.name)),
            E::MessageReference { id, .. } => drop(self.messages.insert(id.name)),
            E::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name);
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            E::FunctionReference { id, arguments } => {
                self.functions.insert(id.name);
                self.arguments(arguments);
            }
            E::Placeable { expression } => self.expression(expression),
            E::StringLiteral { .. } | E::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &'a ast::CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|inline| self.inline(inline));
        arguments.named.iter().for_each(|named| self.inline(&named.value));
    }
}

/// A tag and what it falls back to: `uk-UA`, `uk`.
pub fn chain(tag: &str) -> Vec<&str> {
    let ends = tag.match_indices('-').map(|(at, _)| &tag[..at]);
    let mut chain: Vec<&str> = ends.chain([tag]).collect();
    chain.reverse();
    chain
}

/// The language alone: `uk` of `uk-UA`.
fn subtag(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
}

/// What stands for the argument with this index.
fn mark(at: u32) -> String {
    char::from_u32(FIRST_ARGUMENT + at).map_or_else(String::new, String::from)
}

/// Takes apart what Fluent has put together.
fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let piece = match (c, u32::from(c).checked_sub(FIRST_ARGUMENT)) {
            (NUMBER, _) => Piece::Number(rest.by_ref().take_while(|c| *c != NUMBER_END).collect()),
            (_, Some(at @ 0..30)) => Piece::Argument(at as usize),
            _ => {
                words.push(c);
                continue;
            }
        };
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        pieces.push(piece);
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}
