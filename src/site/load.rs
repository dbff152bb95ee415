//! Sources -> what is merged: every file parsed, and its names resolved.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Found, LoadOptions};
use crate::diagnostics::{Code, Diagnostic};
use crate::merge::Parts;
use crate::model::article::Article;
use crate::model::config::Config;
use crate::model::entry::{Entry, EntryKind};
use crate::model::event::Overlay;
use crate::model::image::Images;
use crate::model::language::Language;
use crate::model::snapshot::Snapshot;
use crate::model::source::{SourceFile, Sources};
use crate::parse;
use crate::resolve::{self, Names};

/// Parses all files of the content.
pub fn parse(sources: &Sources, options: &LoadOptions, images: &Images, found: &mut Found) -> (Parts, Names) {
    let config = settings(sources.config.as_ref(), options, images, &mut found.rest);
    let mut entries = |kind, files: &[SourceFile]| -> Vec<Entry> {
        keep(files, |file| entry(kind, file, images), &mut found.rest)
    };
    let actors = entries(EntryKind::Actor, &sources.actors);
    let topics = entries(EntryKind::Topic, &sources.topics);
    let places = entries(EntryKind::Place, &sources.places);
    let (names, clashes) = Names::new(&actors, &topics, &places);
    found.rest.extend(clashes);
    found.rest.extend(resolve::check_roles(&actors, &names));
    let publishers =
        keep(&sources.publishers, |file| with_images(parse::publisher(file), file, images), &mut found.rest);
    found.rest.extend(resolve::check_publishers(&publishers));
    let articles = articles(sources, &names, &config, images, found);
    if sources.articles.is_empty() {
        let help = "write a first one: `dateline new article \"Talks in Geneva\"`";
        found.rest.push(Diagnostic::new(Code::NoArticles, "the site has no articles yet").help(help));
    }
    let overlays = overlays(&sources.overlays, &names, images, found);
    let pages = keep(&sources.pages, |file| with_images(parse::page(file), file, images), &mut found.rest);
    (Parts { config, actors, topics, places, publishers, articles, overlays, pages }, names)
}

/// The language of the pages, with the site's own texts.
pub fn language(sources: &Sources, config: &Config) -> (Language, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let is_used = |id: &str| {
        let forms = [format!("t.{id}"), format!("\"{id}\""), format!("'{id}'")];
        sources.templates.iter().any(|file| forms.iter().any(|form| file.text.contains(form)))
    };
    let texts = sources.texts.iter().map(|file| {
        let (texts, of_file) = parse::texts(file, is_used);
        found.extend(of_file);
        texts
    });
    let texts: Vec<_> = texts.collect();
    let (language, incomplete) = parse::language(&config.language, sources.config.as_ref(), &texts);
    found.extend(incomplete);
    (language, found)
}

/// What a file gives, with what is wrong with its images.
fn with_images<T>(
    (value, mut found): (T, Vec<Diagnostic>),
    file: &SourceFile,
    images: &Images,
) -> (T, Vec<Diagnostic>) {
    found.extend(parse::images(file, images));
    (value, found)
}

/// One entry, its images looked at.
fn entry(kind: EntryKind, file: &SourceFile, images: &Images) -> (Option<Entry>, Vec<Diagnostic>) {
    let (mut entry, mut found) = with_images(parse::entry(kind, file), file, images);
    found.extend(entry.iter_mut().flat_map(|entry| parse::portrait(entry, images)));
    (entry, found)
}

/// One article, parsed and resolved: the parsed form is dropped at once.
pub fn article(
    file: &SourceFile,
    snapshot: Option<&Snapshot>,
    names: &Names,
    config: &Config,
    images: &Images,
) -> (Option<Article>, Vec<Diagnostic>) {
    let (parsed, mut found) = with_images(parse::article(file), file, images);
    let article = parsed.map(|parsed| {
        let (mut article, more) = resolve::article(parsed, names, config.timezone);
        found.extend(more);
        found.extend(
            snapshot.into_iter().flat_map(|snapshot| resolve::check_quotations(&mut article, snapshot)),
        );
        article
    });
    (article, found)
}

/// One overlay, its names checked.
pub fn overlay(file: &SourceFile, names: &Names, images: &Images) -> (Option<Overlay>, Vec<Diagnostic>) {
    let (overlay, mut found) = with_images(parse::overlay(file), file, images);
    found.extend(overlay.iter().flat_map(|overlay| resolve::check_overlay(overlay, names)));
    (overlay, found)
}

fn articles(
    sources: &Sources,
    names: &Names,
    config: &Config,
    images: &Images,
    found: &mut Found,
) -> Vec<Article> {
    let files = &sources.articles;
    let one = |file: &SourceFile| article(file, sources.snapshot(file.stem()), names, config, images);
    unique(files, files.par_iter().map(one).collect(), found)
}

fn overlays(files: &[SourceFile], names: &Names, images: &Images, found: &mut Found) -> Vec<Overlay> {
    unique(files, files.iter().map(|file| overlay(file, names, images)).collect(), found)
}

/// Keeps one value for each id, sorted; what was found in a file is noted under its path.
fn unique<T: parse::Identified>(
    files: &[SourceFile],
    results: Vec<(Option<T>, Vec<Diagnostic>)>,
    found: &mut Found,
) -> Vec<T> {
    let mut values = Vec::with_capacity(results.len());
    for (file, (value, of_file)) in files.iter().zip(results) {
        found.note(&file.path, of_file);
        values.extend(value);
    }
    let (values, clashes) = parse::unique(values);
    found.rest.extend(clashes);
    values
}

impl Found {
    /// Takes down what was found in a file, in place of what was found there before.
    pub(super) fn note(&mut self, path: &Arc<str>, of_file: Vec<Diagnostic>) {
        if of_file.is_empty() {
            self.files.remove(path);
        } else {
            self.files.insert(path.clone(), of_file);
        }
    }
}

fn settings(
    file: Option<&SourceFile>,
    options: &LoadOptions,
    images: &Images,
    diagnostics: &mut Vec<Diagnostic>,
) -> Config {
    let (mut config, found) = file.map(parse::config).unwrap_or_default();
    diagnostics.extend(found);
    if let Some(file) = file {
        let (mark, found) = parse::mark(file, config.mark.take(), images);
        config.mark = mark;
        diagnostics.extend(found);
    }
    if let Some(base_url) = &options.base_url {
        config.base_url.clone_from(base_url);
    }
    config.options.social_cards &= !options.no_social_cards;
    config.options.search &= !options.no_search;
    config
}

/// Parses files and keeps one for each id, sorted.
fn keep<T: parse::Identified>(
    files: &[SourceFile],
    parse: impl Fn(&SourceFile) -> (Option<T>, Vec<Diagnostic>),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut values = Vec::with_capacity(files.len());
    for file in files {
        let (value, found) = parse(file);
        diagnostics.extend(found);
        values.extend(value);
    }
    let (values, found) = parse::unique(values);
    diagnostics.extend(found);
    values
}
