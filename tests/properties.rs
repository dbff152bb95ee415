//! What holds for any input: the order of events, merging, the finding of names, slugs, and that no
//! text of an editor's makes the program panic.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::cmp::Ordering;
use std::collections::BTreeMap;

use dateline::merge::{Parts, merge};
use dateline::model::article::{Account, Article, TextBlock, TextPart};
use dateline::model::config::Config;
use dateline::model::date::{ClockTime, EventDate, EventOrder};
use dateline::model::difference::DifferingValues;
use dateline::model::entry::{Entry, EntryKind};
use dateline::model::event::{AccountRef, Event};
use dateline::model::source::{SourceFile, Sources, Span};
use dateline::model::timeline::Timeline;
use dateline::model::url::{LONGEST_ID, is_slug, slug};
use dateline::parse;
use dateline::read::theme;
use dateline::resolve::{self, Names};
use dateline::site::{Content, LoadOptions, Site};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const DATES: [&str; 9] = [
    "2025-09-03",
    "2025-09-03~",
    "2025-09",
    "2025",
    "2025-09-02/2025-09-04",
    "2025-08-31",
    "2025-08?",
    "2025-22",
    "202X",
];
const ACTORS: [&str; 3] = ["north", "south", "west"];
const PLACES: [&str; 2] = ["geneva", "vienna"];
const CONFIG: &str = "title: T\nbase_url: https://t.example/talks/\nlanguage: en\ntimezone: Europe/Vienna\n";

fn date() -> impl Strategy<Value = EventDate> {
    select(DATES.as_slice()).prop_map(|text| EventDate::parse(text).expect(text))
}

fn time() -> impl Strategy<Value = Option<ClockTime>> {
    let offset = prop::option::of(-14 * 60..=14 * 60i16);
    prop::option::of((0u16..24 * 60, offset))
        .prop_map(|time| time.map(|(minute_of_day, offset)| ClockTime { minute_of_day, offset }))
}

/// An article's text: accounts of a few events, so that many are of the same one.
fn article() -> impl Strategy<Value = SourceFile> {
    let account = (
        (select(DATES.as_slice()), 0..4u8, 0..3u8),
        prop::option::of(select(["consult", "agree", "reject"].as_slice())),
        prop::option::of(select(PLACES.as_slice())),
        subsequence(ACTORS.as_slice(), 0..=3),
        prop::option::of(select(["09:00", "14:30+02:00", "14:30Z"].as_slice())),
        prop::bool::weighted(0.1),
    )
        .prop_map(|((date, event, headline), kind, place, actors, time, draft)| {
            let kind = kind.map_or(String::new(), |kind| format!(" .{kind}"));
            let place = place.map_or(String::new(), |place| format!(" place={place}"));
            let time = time.map_or(String::new(), |time| format!(" time={time}"));
            let draft = if draft { " status=draft" } else { "" };
            let actors = format!(" actors={}", actors.join(","));
            let actors = if actors.ends_with('=') { "" } else { &actors };
            let attributes = format!("{{#event-{event}{kind}{place}{actors}{time}{draft}}}");
            format!("## {date}: Headline {headline} {attributes}\n\nNorth and South met.\n\n> Words.\n\n")
        });
    let head = (
        prop::option::of(select(DATES.as_slice())),
        prop::option::of(select(["A Gazette", "a  gazette", "Herald"].as_slice())),
    )
        .prop_map(|(published, publisher)| {
            let published = published.map_or(String::new(), |date| format!("published: '{date}'\n"));
            let publisher = publisher.map_or(String::new(), |name| format!("publisher: {name}\n"));
            format!("---\ntitle: A report\n{published}{publisher}---\n\n")
        });
    let path = (select(["", "2025/"].as_slice()), select(["a", "b", "c", "d", "e"].as_slice()));
    (path, head, prop::collection::vec(account, 1..4)).prop_map(|((folder, name), head, accounts)| {
        SourceFile::new(format!("content/articles/{folder}{name}.md"), head + &accounts.concat())
    })
}

/// A few articles, each path once.
fn articles() -> impl Strategy<Value = Vec<SourceFile>> {
    prop::collection::vec(article(), 1..6).prop_map(|mut files| {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        files
    })
}

fn shuffled_articles() -> impl Strategy<Value = (Vec<SourceFile>, Vec<SourceFile>)> {
    articles().prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle()))
}

fn entry_files(folder: &str, ids: &[&str]) -> Vec<SourceFile> {
    let text = |id: &str| format!("---\nname: {}{}\n---\n", id[..1].to_uppercase(), &id[1..]);
    ids.iter().map(|id| SourceFile::new(format!("content/{folder}/{id}.md"), text(id))).collect()
}

fn entries(kind: EntryKind, ids: &[&str]) -> Vec<Entry> {
    let mut files = entry_files(kind.folder(), ids);
    if kind == EntryKind::Actor {
        files = files.iter().map(as_state).collect();
    }
    files.iter().filter_map(|file| parse::entry(kind, file).0).collect()
}

fn as_state(file: &SourceFile) -> SourceFile {
    SourceFile::new(file.path.clone(), file.text.replace("name:", "kind: state\nname:"))
}

/// Parses, resolves and merges, as `Site` does.
fn timeline(files: &[SourceFile]) -> Timeline {
    let (actors, places) = (entries(EntryKind::Actor, &ACTORS), entries(EntryKind::Place, &PLACES));
    let (names, _) = Names::new(&actors, &[], &places);
    let config = Config::default();
    let resolved: Vec<Article> = files
        .iter()
        .filter_map(|file| parse::article(file).0)
        .map(|parsed| resolve::article(parsed, &names, config.timezone).0)
        .collect();
    let articles = parse::unique(resolved).0;
    merge(Parts { config, actors, places, articles, ..Parts::default() }, false).0
}

/// Every address with what stands there, and what there is to say.
fn rendered(articles: Vec<SourceFile>) -> (BTreeMap<String, Vec<u8>>, String) {
    let sources = Sources {
        config: Some(SourceFile::new("site.yaml", CONFIG)),
        articles,
        actors: entry_files("actors", &ACTORS).iter().map(as_state).collect(),
        places: entry_files("places", &PLACES),
        templates: theme::templates(),
        statics: theme::statics(),
        ..Sources::default()
    };
    let site = Site::from_sources(sources, &LoadOptions::default(), &mut |_| {});
    let found = site.sorted_diagnostics();
    let page = |page| match site.content(page, &mut Vec::new()) {
        Ok(Content::Bytes(bytes)) => bytes.to_vec(),
        Ok(Content::File(_)) => Vec::new(),
        Err(failure) => panic!("/{}: {}", page.path, failure.message),
    };
    (site.pages().iter().map(|it| (it.path.clone(), page(it))).collect(), format!("{found:?}"))
}

/// What each account of an event says of one field.
fn said<T>(timeline: &Timeline, event: &Event, get: impl Fn(&Account) -> Option<T>) -> Vec<(AccountRef, T)> {
    event.accounts.iter().filter_map(|at| Some((*at, get(timeline.account(*at))?))).collect()
}

/// Every value that an account gives is either the only one and shown, or among the differences with
/// just that account, the shown one first.
fn kept<T: PartialEq + Clone + std::fmt::Debug>(
    said: &[(AccountRef, T)],
    shown: Option<&T>,
    differing: Option<&Vec<(T, Vec<AccountRef>)>>,
) -> Result<(), TestCaseError> {
    let Some(values) = differing else {
        prop_assert!(said.iter().all(|(_, value)| Some(value) == shown), "{:?} but shown {:?}", said, shown);
        return Ok(());
    };
    prop_assert!(values.len() > 1 && values.first().map(|(value, _)| value) == shown);
    let flat: Vec<(AccountRef, T)> =
        values.iter().flat_map(|(value, by)| by.iter().map(|at| (*at, value.clone()))).collect();
    prop_assert_eq!(flat.len(), said.len());
    prop_assert!(said.iter().all(|one| flat.contains(one)), "{:?} in {:?}", said, flat);
    Ok(())
}

/// A block of text that stands in a file as it is.
fn block(text: &str) -> TextBlock {
    let source = Span::from(0..text.len());
    let parts = vec![TextPart { at: 0, source, depth: 0, linkable: true }];
    TextBlock { text: text.to_owned(), parts }
}

/// Pieces of articles in any order: nearer to real mistakes than letters at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = select(
        [
            "---\n",
            "title: A\n",
            "title: [\n",
            "date: 2025-09-03\n",
            "published: 3 Sept 2025\n",
            "\u{feff}",
            "## 2025-09-03: A {#a .consult}\n",
            "## 3 September 2025 – B {time=25:00 actors=}\n",
            "\n\n",
            "### 2025: C {#a--b place=x}\n",
            "## June",
            "# ",
            "> quote\n",
            "> > deep\n",
            "North on peace\n",
            ": yes\n",
            "[a]: /b\n",
            "[a]",
            "![x](y)",
            "<b>",
            "<!--",
            "-->",
            "&amp;",
            "\\",
            "*",
            "`",
            "```\n",
            "| a |\n| - |\n| b |\n",
            "- item\n",
            "1. ",
            "\t",
            "\r\n",
            "é",
            "Київ",
            "😀",
            "\0",
            "North",
            "…",
            "{",
            "}",
        ]
        .as_slice(),
    );
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        pieces(),
        pieces().prop_map(|text| format!("---\ntitle: T\n---\n{text}")),
        pieces().prop_map(|text| format!("---\ntitle: T\ndate: 2025-09-03\n{text}")),
        "(?s).{0,200}",
    ]
}

proptest! {
    #[test]
    fn the_order_of_events_is_total(
        events in prop::collection::vec((date(), time(), "[a-c]{1,2}"), 3),
    ) {
        let keys: Vec<EventOrder<'_>> =
            events.iter().map(|(date, time, id)| EventOrder::new(date, *time, id)).collect();
        for a in &keys {
            prop_assert_eq!(a.cmp(a), Ordering::Equal);
            for b in &keys {
                prop_assert_eq!(a.cmp(b), b.cmp(a).reverse());
                for c in &keys {
                    prop_assert!(!(a <= b && b <= c) || a <= c);
                }
            }
        }
        let ((a, a_time, a_id), (b, b_time, b_id)) = (&events[0], &events[1]);
        if a.first() != b.first() {
            prop_assert_eq!(keys[0].cmp(&keys[1]), a.first().cmp(&b.first()));
        } else if a_time.is_some() != b_time.is_some() {
            prop_assert_eq!(keys[0] < keys[1], a_time.is_some());
        } else if a_time == b_time && a.days() == b.days() {
            prop_assert_eq!(keys[0].cmp(&keys[1]), a_id.cmp(b_id));
        }
    }

    #[test]
    fn clock_times_are_read_as_they_are_written(time in time()) {
        if let Some(time) = time {
            prop_assert_eq!(ClockTime::parse(&time.iso()), Some(time));
        }
    }

    #[test]
    fn the_order_of_files_changes_nothing((files, shuffled) in shuffled_articles()) {
        prop_assert_eq!(format!("{:?}", timeline(&files)), format!("{:?}", timeline(&shuffled)));
    }

    #[test]
    fn events_are_in_order_and_each_account_is_in_one(files in articles()) {
        let timeline = timeline(&files);
        let keys: Vec<_> =
            timeline.events.iter().map(|it| EventOrder::new(&it.date, it.time, &it.id)).collect();
        prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        let mut merged: Vec<AccountRef> =
            timeline.events.iter().flat_map(|event| event.accounts.clone()).collect();
        merged.sort_unstable();
        let all: Vec<AccountRef> = (0u32..)
            .zip(&timeline.articles)
            .flat_map(|(article, it)| (0u32..).zip(&it.accounts).map(move |(account, _)| AccountRef { article, account }))
            .collect();
        prop_assert_eq!(merged, all);
    }

    #[test]
    fn no_value_of_an_account_is_lost(files in articles()) {
        let timeline = timeline(&files);
        for event in &timeline.events {
            let (mut dates, mut places, mut types) = (None, None, None);
            for difference in &event.differences {
                match &difference.values {
                    DifferingValues::Date(values) => dates = Some(values),
                    DifferingValues::Place(values) => places = Some(values),
                    DifferingValues::Type(values) => types = Some(values),
                    DifferingValues::Participants { .. } => {}
                }
            }
            kept(&said(&timeline, event, |it| Some(it.date.clone())), Some(&event.date), dates)?;
            let place = said(&timeline, event, |it| it.place.map(|place| place.value));
            kept(&place, event.place.as_ref(), places)?;
            kept(&said(&timeline, event, |it| Some(it.event_type.value)), Some(&event.event_type), types)?;
            let actors = said(&timeline, event, |it| Some(it.actors.clone()));
            for actor in actors.iter().flat_map(|(_, actors)| actors) {
                let participant = event.participants.iter().find(|known| known.actor == actor.value);
                prop_assert!(participant.is_some_and(|known| !known.recipient));
            }
        }
    }

    #[test]
    fn a_name_between_boundaries_is_found_and_within_a_word_is_not(
        name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?",
        before in "[a-z0-9 ,.]{0,12}",
        opening in select(["", " ", "(", "“", "-", "’", " l'"].as_slice()),
        closing in select(["", " ", ")", "”", "-", "'s", "’s", ".", ":"].as_slice()),
        after in "[a-z0-9 ,.]{0,12}",
        glue in select(["x", "é", "7", "ї"].as_slice()),
    ) {
        let file = SourceFile::new("content/topics/it.md", format!("---\nname: {name}\n---\n"));
        let topics: Vec<Entry> = parse::entry(EntryKind::Topic, &file).0.into_iter().collect();
        let names = Names::new(&[], &topics, &[]).0;
        let before = if opening.is_empty() { String::new() } else { format!("{before}{opening}") };
        let after = if closing.is_empty() { String::new() } else { format!("{closing}{after}") };
        let mentions = names.find(&block(&format!("{before}{name}{after}")));
        let at = Span::from(before.len()..before.len() + name.len());
        prop_assert_eq!(mentions.iter().map(|it| it.source).collect::<Vec<_>>(), vec![at]);
        for glued in [format!("{before}{name}{glue}{after}"), format!("{before}{glue}{name}{after}")] {
            prop_assert_eq!(names.find(&block(&glued)).len(), 0, "{}", glued);
        }
    }

    #[test]
    fn slugs_are_slugs(text in "(?s).{0,200}") {
        let slug = slug(&text);
        prop_assert!(slug.is_empty() || is_slug(&slug), "{:?}", slug);
        prop_assert!(slug.len() <= LONGEST_ID);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in any_text()) {
        let file = SourceFile::new("content/articles/a.md", text.as_str());
        for kind in EntryKind::ALL {
            parse::entry(kind, &file);
        }
        parse::overlay(&file);
        parse::page(&file);
        parse::config(&file);
        parse::permalinks(&file);
        let Some(parsed) = parse::article(&file).0 else { return Ok(()) };
        let actors = entries(EntryKind::Actor, &ACTORS);
        let names = Names::new(&actors, &[], &[]).0;
        let article = resolve::article(parsed, &names, Config::default().timezone).0;
        for account in &article.accounts {
            prop_assert!(is_slug(&account.event_id), "{:?}", account.event_id);
            let spans = [account.heading, account.body].into_iter().chain(account.evidence.iter().map(|evidence| evidence.span));
            let links = account.links.iter().map(|(span, _)| *span);
            for span in spans.chain(account.cuts.iter().copied()).chain(links) {
                prop_assert!(text.get(span.range()).is_some(), "{:?} in {:?}", span, text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_order_of_files_changes_no_byte_of_the_site((files, shuffled) in shuffled_articles()) {
        prop_assert_eq!(rendered(files), rendered(shuffled));
    }
}
