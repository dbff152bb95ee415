//! The models between the stages, as snapshots: what is parsed, resolved, merged and routed of the
//! fixture site in `tests/snapshots/fixture/`.
//!
//! `INSTA_UPDATE=always cargo test --test models` writes them anew.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write;
use std::path::Path;

use dateline::diagnostics::print::{Format, print};
use dateline::model::article::{Account, Article, Given, ParsedAccount, ParsedArticle, Reason, Reasoned};
use dateline::model::difference::DifferingValues;
use dateline::model::entry::{Entry, EntryKind};
use dateline::model::event::{AccountRef, Event, Participant};
use dateline::model::sitemap::PageKind;
use dateline::model::source::{SourceFile, Sources, Span};
use dateline::model::timeline::Timeline;
use dateline::parse;
use dateline::read::read;
use dateline::resolve::{self, Names};
use dateline::site::{LoadOptions, Site};

fn fixture() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/fixture"))
}

fn sources() -> Sources {
    read(fixture()).0
}

fn site() -> (Site, String) {
    let (site, diagnostics) = Site::load(fixture(), &LoadOptions::default(), &mut |_| {});
    (site.expect("the fixture has a site.yaml"), print(&diagnostics, Format::Human, false))
}

/// Adds lines with a name each; what is `None` or empty is left out.
struct Lines(String);

impl Lines {
    fn head(&mut self, text: impl AsRef<str>) {
        let _ = writeln!(self.0, "{}", text.as_ref());
    }

    fn line(&mut self, name: &str, value: impl Into<Option<String>>) {
        if let Some(value) = value.into().filter(|value| !value.is_empty()) {
            let _ = writeln!(self.0, "  {name:<12} {value}");
        }
    }
}

/// The line and the words of a part of a file.
fn part(file: &SourceFile, span: Span) -> String {
    format!("{}: {:?}", file.line(span.start as usize), span.of(&file.text))
}

fn parts(file: &SourceFile, spans: &[Span]) -> String {
    spans.iter().map(|span| part(file, *span)).collect::<Vec<_>>().join(" | ")
}

fn given(file: &SourceFile, value: &Given<String>) -> Option<String> {
    value.as_ref().map(|(value, span)| format!("{value} <- {}", part(file, *span)))
}

fn list(file: &SourceFile, values: Option<&[(String, Span)]>) -> Option<String> {
    let one = |(value, span): &(String, Span)| format!("{value} <- {}", part(file, *span));
    Some(values?.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn parsed_article(article: &ParsedArticle) -> String {
    let (meta, file) = (&article.meta, &article.meta.source);
    let mut out = Lines(String::new());
    out.head(format!("article {}: {}", meta.id, meta.title));
    out.line("publisher", meta.publisher.clone());
    out.line("author", meta.author.clone());
    out.line("origin", meta.origin.clone());
    out.line("url", meta.url.clone());
    out.line("archive", meta.archive_url.clone());
    out.line("published", meta.published.as_ref().map(ToString::to_string));
    out.line("modified", meta.modified.as_ref().map(ToString::to_string));
    out.line("dateline", meta.dateline.clone());
    out.line("language", meta.language.clone());
    out.line("before", list(file, Some(&meta.redirect_from)));
    out.line("introduction", parts(file, &meta.introduction));
    for reference in &meta.references {
        out.line("reference", format!("{reference:?}"));
    }
    for account in &article.accounts {
        parsed_account(file, account, &mut out);
    }
    out.0
}

fn parsed_account(file: &SourceFile, account: &ParsedAccount, out: &mut Lines) {
    out.head(format!("\naccount of {}: {}", account.date, account.headline.text));
    out.line("heading", part(file, account.heading));
    out.line("id", given(file, &account.id));
    out.line("type", given(file, &account.event_type));
    out.line("place", given(file, &account.place));
    out.line("actors", list(file, account.actors.as_deref()));
    out.line("recipients", list(file, account.recipients.as_deref()));
    out.line("topics", list(file, account.topics.as_deref()));
    out.line("time", account.time.map(|time| time.iso()));
    out.line("draft", account.draft.then(|| "yes".to_owned()));
    out.line("body", part(file, account.body));
    for block in &account.prose {
        out.line("prose", format!("{:?}", block.text));
    }
    out.line("evidence", parts(file, &account.evidence));
    out.line("cuts", parts(file, &account.cuts));
    for position in &account.positions {
        out.line("position", format!("{:?} = {}", position.term, part(file, position.text)));
    }
}

/// The names of entries by kind, as `resolve` numbers them.
struct Entries([Vec<Entry>; 3]);

impl Entries {
    fn read(sources: &Sources) -> Self {
        let lists = [&sources.actors, &sources.topics, &sources.places];
        let mut kinds = EntryKind::ALL.into_iter();
        Self(lists.map(|files| {
            let kind = kinds.next().expect("three kinds");
            parse::unique(files.iter().filter_map(|file| parse::entry(kind, file).0).collect()).0
        }))
    }

    fn names(&self) -> Names {
        Names::new(&self.0[0], &self.0[1], &self.0[2]).0
    }

    fn id(&self, kind: EntryKind, index: u32) -> &str {
        &self.0[kind as usize][index as usize].id
    }

    fn reasoned(&self, kind: EntryKind, file: &SourceFile, values: &[Reasoned<u32>]) -> String {
        let one = |it: &Reasoned<u32>| format!("{} <- {}", self.id(kind, it.value), reason(file, it.reason));
        values.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

fn reason(file: &SourceFile, reason: Reason) -> String {
    match reason {
        Reason::Given(span) => format!("given {}", part(file, span)),
        Reason::Words(span) => format!("words {}", part(file, span)),
        Reason::PlaceWords(span) => format!("place words {}", part(file, span)),
        Reason::Position(span) => format!("position {}", part(file, span)),
        Reason::Dateline => "dateline".into(),
        Reason::Default => "default".into(),
    }
}

fn resolved_article(article: &Article, entries: &Entries) -> String {
    let mut out = Lines(String::new());
    let dateline = article.dateline_place.map_or("none", |place| entries.id(EntryKind::Place, place));
    out.head(format!("article {}, dateline {dateline}", article.meta.id));
    for account in &article.accounts {
        resolved_account(&article.meta.source, account, entries, &mut out);
    }
    out.0
}

fn resolved_account(file: &SourceFile, account: &Account, entries: &Entries, out: &mut Lines) {
    let given = if account.id_given { "given" } else { "made" };
    out.head(format!("\n{} ({given}), {}: {}", account.event_id, account.date, account.headline));
    out.line("time", account.time.map(|time| time.iso()));
    let kind = account.event_type;
    out.line("type", format!("{} <- {}", kind.value.id(), reason(file, kind.reason)));
    out.line("place", entries.reasoned(EntryKind::Place, file, account.place.as_slice()));
    out.line("actors", entries.reasoned(EntryKind::Actor, file, &account.actors));
    out.line("recipients", entries.reasoned(EntryKind::Actor, file, &account.recipients));
    out.line("topics", entries.reasoned(EntryKind::Topic, file, &account.topics));
    for position in &account.positions {
        let (actor, topic) =
            (entries.id(EntryKind::Actor, position.actor), entries.id(EntryKind::Topic, position.topic));
        out.line("position", format!("{actor} on {topic}: {}", part(file, position.text)));
    }
    for (span, entry) in &account.links {
        out.line("link", format!("{} -> {}", part(file, *span), entries.id(entry.kind, entry.index)));
    }
    out.line("draft", account.draft.then(|| "yes".to_owned()));
}

fn accounts(timeline: &Timeline, refs: &[AccountRef]) -> String {
    let one = |at: &AccountRef| format!("{}#{}", timeline.article(at.article).meta.id, at.account);
    refs.iter().map(one).collect::<Vec<_>>().join(" + ")
}

fn merged_event(timeline: &Timeline, event: &Event) -> String {
    let mut out = Lines(String::new());
    out.head(format!("{} {}: {}", event.date, event.id, event.headline));
    out.line("status", event.status.id().to_owned());
    out.line("time", event.time.map(|time| time.iso()));
    out.line("type", event.event_type.id().to_owned());
    out.line("place", event.place.map(|place| timeline.places[place as usize].id.clone()));
    for participant in &event.participants {
        let name = if participant.recipient { "recipient" } else { "actor" };
        out.line(name, timeline.actors[participant.actor as usize].id.clone());
    }
    for topic in &event.topics {
        out.line("topic", timeline.topics[*topic as usize].id.clone());
    }
    out.line("accounts", accounts(timeline, &event.accounts));
    for difference in &event.differences {
        let values: Vec<(String, &Vec<AccountRef>)> = match &difference.values {
            DifferingValues::Date(values) => values.iter().map(|(it, by)| (it.to_string(), by)).collect(),
            DifferingValues::Place(values) => {
                values.iter().map(|(it, by)| (timeline.places[*it as usize].id.clone(), by)).collect()
            }
            DifferingValues::Type(values) => values.iter().map(|(it, by)| (it.id().into(), by)).collect(),
            DifferingValues::Participants { given, .. } => {
                let name = |one: &Participant| timeline.actors[one.actor as usize].id.clone();
                given
                    .iter()
                    .map(|(who, by)| (who.iter().map(name).collect::<Vec<_>>().join("+"), by))
                    .collect()
            }
        };
        let values: Vec<String> =
            values.iter().map(|(value, by)| format!("{value} ({})", accounts(timeline, by))).collect();
        out.line("difference", format!("{:?}: {}", difference.rule, values.join(", ")));
    }
    out.line("overlay", event.overlay.map(|at| timeline.overlays[at as usize].id.clone()));
    out.0
}

#[test]
fn parsed_articles() {
    for file in &sources().articles {
        let (article, diagnostics) = parse::article(file);
        let article = article.expect("the fixture's articles can be read");
        let text = parsed_article(&article) + "\n" + &print(&diagnostics, Format::Short, false);
        insta::assert_snapshot!(format!("parsed-{}", file.stem()), text);
    }
}

#[test]
fn resolved_accounts() {
    let sources = sources();
    let entries = Entries::read(&sources);
    let (config, _) = parse::config(sources.config.as_ref().expect("the fixture has a site.yaml"));
    for file in &sources.articles {
        let parsed = parse::article(file).0.expect("the fixture's articles can be read");
        let (article, diagnostics) = resolve::article(parsed, &entries.names(), config.timezone);
        let text = resolved_article(&article, &entries) + "\n" + &print(&diagnostics, Format::Short, false);
        insta::assert_snapshot!(format!("resolved-{}", file.stem()), text);
    }
}

#[test]
fn merged_events() {
    let (site, _) = site();
    let timeline = site.timeline();
    let events = timeline.events.iter().chain(&timeline.withdrawn);
    let text: Vec<String> = events.map(|event| merged_event(timeline, event)).collect();
    insta::assert_snapshot!("merged-events", text.join("\n"));
}

#[test]
fn routes_and_what_stands_there() {
    let (site, diagnostics) = site();
    // The names of assets change with every edit of the theme; tests/assets.rs is about them.
    let pages = site.pages().iter().filter(|page| !matches!(page.kind, PageKind::Asset(_)));
    let text: String = pages.map(|page| format!("/{}  {:?}\n", page.path, page.kind)).collect();
    insta::assert_snapshot!("routes", text);
    insta::assert_snapshot!("permalinks", site.permalinks().to_text());
    insta::assert_snapshot!("diagnostics", diagnostics);
}
