//! A site after edits is what a fresh load of its files is: every page, every file, every diagnostic.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use dateline::diagnostics::Diagnostic;
use dateline::model::source::{SourceFile, Sources, StaticFile, StaticOrigin};
use dateline::model::today::Today;
use dateline::read::{assets, theme};
use dateline::site::{Content, LoadOptions, Plan, Site, Touched};
use proptest::prelude::*;
use proptest::sample::select;

/// The files of a site by their paths.
type Files = BTreeMap<String, String>;

const DATES: [&str; 6] =
    ["2025-09-03", "2025-09-04", "2025-09", "2025", "2024-12-31/2025-01-02", "2025-13-01"];
const WORDS: [&str; 8] = [
    "North met South in Geneva.",
    "A truce.",
    "West refused.",
    "More on peace.",
    "",
    "> Words.",
    "[x](javascript:y)",
    "North on peace\n: Now.\n",
];

/// One event as an older Dateline kept it, one that has changed since, and one whose actors have.
const LOCK: &str = "events/event-0
events/event-1 published=2025-01-01 date=2025-09-04 type=consult actors=north,south said=0000000000000000
events/event-2 published=2025-01-01 changed=2025-02-01 date=2025-09 type=consult actors=north said=0000000000000000
";

const CORRECTION: &str = "corrections:\n  - date: 2025-09-30\n    field: actors\n    old: [north, south]\n    new: [west]\n    why: A slip.\n";

/// Day after day is like the other here.
fn options(drafts: bool) -> LoadOptions {
    let today = chrono::NaiveDate::from_ymd_opt(2025, 10, 1).map(Today::Day);
    LoadOptions { drafts, today, ..LoadOptions::default() }
}

fn article(date: &str, id: u8, headline: u8, words: &str, attributes: &str) -> String {
    format!(
        "---\ntitle: Report {id}\npublisher: Gazette\n---\n\n## {date}: North and South talk truce {headline} {{#event-{id}{attributes}}}\n\n{words}\n"
    )
}

/// A site without mistakes.
fn start() -> Files {
    let mut files = Files::new();
    let mut add = |path: &str, text: String| files.insert(path.to_owned(), text);
    add("site.yaml", "title: T\nbase_url: https://t.example/talks/\noptions:\n  longest_list: 10\n".into());
    for actor in ["north", "south", "west"] {
        add(
            &format!("content/actors/{actor}.md"),
            format!("---\nname: {}{}\nkind: state\n---\n", actor[..1].to_uppercase(), &actor[1..]),
        );
    }
    add("content/topics/peace.md", "---\nname: peace\naliases: [truce]\n---\n".into());
    add("content/places/geneva.md", "---\nname: Geneva\n---\n".into());
    for id in 0..12 {
        add(
            &format!("content/articles/report-{id}.md"),
            article(
                DATES[id as usize % 3],
                id,
                id,
                WORDS[id as usize % 4],
                if id < 9 { " .consult" } else { " .reject" },
            ),
        );
    }
    add("content/events/event-1.md", "---\ntitle: As the editors say\n---\nA note.\n".into());
    add("content/pages/about.md", "---\ntitle: About\n---\nWe.\n".into());
    add("permalinks.lock", LOCK.into());
    files
}

fn sources(files: &Files) -> Sources {
    let below = |folder: &str| -> Vec<SourceFile> {
        files
            .iter()
            .filter(|(path, _)| path.starts_with(folder))
            .map(|(path, text)| SourceFile::new(path.as_str(), text.as_str()))
            .collect()
    };
    let one = |name: &str| files.get(name).map(|text| SourceFile::new(name, text.as_str()));
    let mut templates = theme::templates();
    let is_text = |file: &SourceFile| file.path.starts_with(theme::TEXTS);
    let (texts, own): (Vec<_>, Vec<_>) = below("templates/").into_iter().partition(is_text);
    for file in own {
        match templates.iter_mut().find(|known| known.path == file.path) {
            Some(known) => *known = file,
            None => templates.push(file),
        }
    }
    templates.sort_by(|a, b| a.path.cmp(&b.path));
    let mut statics = theme::statics();
    statics.extend(below("static/").into_iter().map(|file| StaticFile {
        path: file.path["static/".len()..].to_owned(),
        origin: StaticOrigin::BuiltIn(b"x"),
        size: None,
    }));
    let assets = assets::gather(one("site.yaml").as_ref(), &templates, &statics);
    Sources {
        is_site: true,
        config: one("site.yaml"),
        articles: below("content/articles/"),
        actors: below("content/actors/"),
        topics: below("content/topics/"),
        places: below("content/places/"),
        publishers: below("content/publishers/"),
        overlays: below("content/events/"),
        pages: below("content/pages/"),
        snapshots: Vec::new(),
        permalinks: one("permalinks.lock"),
        templates,
        texts,
        statics,
        assets,
    }
}

/// Everything that a site is to its readers and its editors.
fn all_of(site: &Site) -> (BTreeMap<String, String>, String) {
    let mut buffer = Vec::new();
    let mut text = |page| match site.content(page, &mut buffer) {
        Ok(Content::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        Ok(Content::File(path)) => path.display().to_string(),
        Err(failure) => format!("{failure:?}"),
    };
    let pages = site.pages().iter().map(|page| (page.path.clone(), text(page))).collect();
    (pages, format!("{:#?}\n{}", site.sorted_diagnostics(), site.permalinks().to_text()))
}

/// Whether an edit is taken as a small change, and how many pages it touches.
fn edit(site: &mut Site, files: &mut Files, path: &str, text: &str) -> (bool, Touched) {
    files.insert(path.to_owned(), text.to_owned());
    let plan = site.plan(sources(files));
    let is_small = matches!(plan, Plan::Change(_));
    (is_small, follow(site, plan).expect("templates do not fail"))
}

fn follow(site: &mut Site, plan: Plan) -> Result<Touched, Vec<Diagnostic>> {
    match plan {
        Plan::Change(change) => site.apply(*change),
        Plan::Whole(whole) => {
            *site = *whole;
            Ok(Touched { pages: site.pages().len() })
        }
    }
}

fn load(files: &Files, options: &LoadOptions) -> Site {
    Site::from_sources(sources(files), options, &mut |_| {})
}

#[test]
fn edits_of_words_overlays_and_templates_are_small_changes() {
    let (mut files, options) = (start(), options(true));
    files.insert("site.yaml".into(), "title: T\nbase_url: https://t.example/talks/\n".into());
    // The page of differences stays, whatever becomes of one of them.
    for id in [2, 3] {
        files.insert(format!("content/events/event-{id}.md"), "---\ntype: agree\n---\n".into());
    }
    let mut site = load(&files, &options);
    assert!(!site.has_errors(), "{:#?}", site.diagnostics());
    for (path, text) in [
        ("content/articles/report-0.md", article("2025-09-03", 0, 7, "Only North spoke.", " .consult")),
        (
            "content/articles/report-0.md",
            article("2025-09-03", 0, 7, "Only West spoke, in Geneva.", " .reject"),
        ),
        ("content/articles/report-0.md", article("2025-09-03", 0, 7, "North and West.", " .consult")),
        ("content/events/event-1.md", "---\ntitle: Another title\nactors: [west]\n---\nMore.\n".to_owned()),
        ("content/events/event-1.md", format!("---\nactors: [west]\n{CORRECTION}---\n")),
        ("templates/footer.html", "<footer>{{ site.title }}</footer>".to_owned()),
    ] {
        let before = all_of(&site).0;
        let (is_small, touched) = edit(&mut site, &mut files, path, &text);
        assert!(is_small, "{path}");
        let (pages, found) = all_of(&site);
        assert_eq!(
            (&pages, &found),
            (&all_of(&load(&files, &options)).0, &all_of(&load(&files, &options)).1),
            "{path}"
        );
        let changed = pages.iter().filter(|(path, text)| before.get(*path) != Some(text)).count();
        assert!(
            changed > 0 && changed <= touched.pages,
            "{path}: {changed} changed, {} touched",
            touched.pages
        );
    }
}

#[test]
fn the_life_of_an_agreement_is_kept_up_with_edits() {
    let (mut files, options) = (start(), options(false));
    files.insert("site.yaml".into(), "title: T\nbase_url: https://t.example/talks/\n".into());
    let attributes = " .agree agreement=pact stage=signed parties=north,south";
    let step = |words: &str, attributes: &str| article("2025-09-03", 0, 7, words, attributes);
    let due = |what: &str| {
        format!(
            "---\nagreement:\n  id: pact\n  stage: lapsed\n  due:\n    - date: 2025-09-20\n      what: {what}\n      met: event-2\n---\n"
        )
    };
    files.insert("content/articles/report-0.md".into(), step("Words.", attributes));
    files.insert("content/events/event-1.md".into(), due("Troops leave"));
    let mut site = load(&files, &options);
    assert!(!site.has_errors(), "{:#?}", site.diagnostics());
    for (path, text, is_small) in [
        ("content/articles/report-0.md", step("Other words, and a line\nmore.", attributes), true),
        ("content/articles/report-2.md", article("2025-09", 2, 8, "Done.", " .consult"), true),
        ("content/articles/report-11.md", article("2025-09", 11, 8, "Elsewhere.", " .reject"), true),
        ("content/articles/report-0.md", step("Words.", &attributes.replace("signed", "agreed")), false),
        ("content/events/event-1.md", due("Troops stay"), false),
        (
            "content/articles/report-3.md",
            article("2025-09-03", 3, 3, "More.", " agreement=pact stage=in-force"),
            false,
        ),
    ] {
        let before = all_of(&site).0;
        let (was_small, touched) = edit(&mut site, &mut files, path, &text);
        assert_eq!(was_small, is_small, "{path}");
        assert_eq!(all_of(&site), all_of(&load(&files, &options)), "{path}");
        let after = all_of(&site).0;
        let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text)).count();
        assert!(changed > 0 && changed <= touched.pages, "{path}: {changed} changed, {touched:?}");
    }
}

#[test]
fn an_edit_touches_all_pages_of_a_long_thread() {
    let (mut files, options) = (start(), options(false));
    let reply = |id: u8, headline: u8| {
        let text = article(&format!("20{}", id + 18), id, headline, "No.", " .reject answers=event-0");
        (format!("content/articles/report-{id}.md"), text)
    };
    files.extend((12..80).map(|id| reply(id, id)));
    let mut site = load(&files, &options);
    assert!(!site.has_errors(), "{:#?}", site.diagnostics());
    let before = all_of(&site).0;
    let (path, text) = reply(20, 99);
    let (is_small, touched) = edit(&mut site, &mut files, &path, &text);
    assert!(is_small);
    let after = all_of(&site).0;
    let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text)).count();
    assert!(changed > 60 && changed <= touched.pages, "{changed} changed, {touched:?}");
}

#[test]
fn edits_that_move_something_are_taken_through_all_stages() {
    let (mut files, options) = (start(), options(false));
    let mut site = load(&files, &options);
    for (path, text) in [
        ("content/articles/report-0.md", article("2025-09-05", 0, 0, "Words.", "")),
        ("content/articles/report-9.md", article("2025-09-05", 9, 0, "Words.", "")),
        ("content/actors/north.md", "---\nname: North\naliases: [Nord]\nkind: state\n---\n".to_owned()),
        ("content/events/event-1.md", "---\nstatus: withdrawn\nreason: It was not so.\n---\n".to_owned()),
        ("content/pages/about.md", "---\ntitle: About us\n---\n".to_owned()),
        ("permalinks.lock", LOCK.replace("event-0", "event-3")),
        ("static/new.txt", "x".to_owned()),
        ("templates/texts/en.ftl", "actors = People\ntype_consult = Talks\n".to_owned()),
    ] {
        let (is_small, _) = edit(&mut site, &mut files, path, &text);
        assert!(!is_small, "{path}");
        assert_eq!(all_of(&site), all_of(&load(&files, &options)), "{path}");
    }
}

/// One edit: a file gets a text, or goes, or gets another name.
#[derive(Debug, Clone)]
enum Edit {
    Write(String, String),
    Remove(usize),
    Rename(usize, String),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let words = select(WORDS.as_slice());
    let attributes = select(
        [
            " .consult",
            " .reject",
            "",
            " status=draft",
            " place=geneva",
            " actors=west",
            " actors=nobody",
            " agreement=pact stage=signed parties=north,south",
            " agreement=pact stage=lapsed",
        ]
        .as_slice(),
    );
    let of_article = (0..12u8, select(DATES.as_slice()), 0..12u8, 0..4u8, words, attributes).prop_map(
        |(file, date, id, headline, words, attributes)| {
            // Most edits leave the date and the event as they are.
            let (date, id) = if headline < 3 { (DATES[file as usize % 3], file) } else { (date, id) };
            Edit::Write(
                format!("content/articles/report-{file}.md"),
                article(date, id, headline, words, attributes),
            )
        },
    );
    let write = |path: &'static str, texts: &'static [&'static str]| {
        select(texts).prop_map(move |text| Edit::Write(path.to_owned(), text.to_owned()))
    };
    prop_oneof![
        8 => of_article,
        2 => write("content/events/event-1.md", &["---\ntitle: A\n---\n", "---\ncorrections:\n  - date: 2025-09-30\n    field: text\n    why: A slip.\n---\n", "---\ntitle: B\ntopics: [peace]\n---\nWords.\n", "---\ndecisions:\n  actors: {value: [west], why: W.}\n---\n", "---\nstatus: withdrawn\nreason: R.\n---\n", "---\ntile: A\n---\n"]),
        1 => write("content/events/event-3.md", &["---\ntype: agree\n---\n", "---\nredirect_from: [old]\n---\n"]),
        1 => write("content/actors/west.md", &["---\nname: West\nkind: state\n---\nA state.\n", "---\nname: West\naliases: [Truce]\nkind: state\n---\n", "---\nname: North\nkind: state\n---\n"]),
        1 => write("content/publishers/gazette.md", &["---\nname: Gazette\ncountry: NO\n---\n", "---\nname: Herald\naliases: [Gazette]\n---\n", "---\nname: Gazette\ncontry: NO\n---\n"]),
        1 => write("content/pages/about.md", &["---\ntitle: About\n---\nOthers.\n", "---\ntitle: Us\n---\n"]),
        2 => write("templates/footer.html", &["<footer>A</footer>", "<footer>{{ site.title }}</footer>", "<footer>{{ t.own }}</footer>", "{% if %}", "{{ nothing.at.all }}"]),
        1 => write("templates/texts/en.ftl", &["draft = not out\n", "own = mine\n", "events = { $count } things\n", "nothing = x\n", "type_consult = {\n"]),
        1 => write("templates/components/event-card.html", &["{% component event_card(event) %}<li>{{ event.title }}</li>{% endcomponent %}{% component event_line(event) %}{{ event.title }}{% endcomponent %}"]),
        1 => write("static/a.txt", &["x"]),
        1 => write("site.yaml", &["title: T\nbase_url: https://t.example/\n", "title: U\n"]),
        2 => (0..20usize).prop_map(Edit::Remove),
        1 => (0..20usize, select(["content/articles/new.md", "content/articles/2025/report-1.md", "content/events/event-2.md"].as_slice()))
            .prop_map(|(at, to)| Edit::Rename(at, to.to_owned())),
    ]
}

fn carry_out(files: &mut Files, edit: &Edit) {
    let nth = |files: &Files, at: usize| {
        files.keys().filter(|path| *path != "site.yaml").nth(at % (files.len() - 1)).cloned()
    };
    match edit {
        Edit::Write(path, text) => drop(files.insert(path.clone(), text.clone())),
        Edit::Remove(at) => drop(nth(files, *at).and_then(|path| files.remove(&path))),
        Edit::Rename(at, to) => {
            let folder = to.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
            let from = nth(files, *at).filter(|path| path.starts_with(folder.trim_end_matches("/2025")));
            if let Some(text) = from.and_then(|path| files.remove(&path)) {
                files.insert(to.clone(), text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_site_after_any_edits_is_what_a_fresh_load_gives(
        edits in prop::collection::vec(prop::collection::vec(any_edit(), 1..3), 1..6),
        drafts in any::<bool>(),
    ) {
        let options = options(drafts);
        let mut files = start();
        let mut site = load(&files, &options);
        for together in edits {
            together.iter().for_each(|edit| carry_out(&mut files, edit));
            if files.len() < 2 {
                break;
            }
            let fresh = load(&files, &options);
            let plan = site.plan(sources(&files));
            prop_assert_eq!(plan.is_good(), !fresh.has_errors());
            if plan.is_good() {
                match follow(&mut site, plan) {
                    Ok(_) => prop_assert_eq!(all_of(&site), all_of(&fresh)),
                    Err(failures) => prop_assert_eq!(failures, fresh.try_some_pages()),
                }
            }
        }
    }
}
