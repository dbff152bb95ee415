//! A link lives for ever: over random histories of edits, each published, every id that was ever
//! published answers on the built site with a page, or with a redirect that ends at one; and what
//! would break that is not built.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use common::{Bench, Site};
use dateline::model::date::EventDate;
use dateline::model::event_type::EventType;
use dateline::model::permalinks::{Facts, LockKind, Permalinks, Record};
use dateline::model::source::SourceFile;
use proptest::prelude::*;
use proptest::sample::select;

/// An event as the editor has it.
#[derive(Debug, Clone)]
struct Event {
    day: u32,
    kind: &'static str,
    /// Ids that lead here.
    from: BTreeSet<String>,
    withdrawn: bool,
}

/// What an editor does; the numbers pick among the events that there are.
#[derive(Debug, Clone)]
enum Edit {
    Add,
    Redate(usize, u32),
    Retype(usize, usize),
    Rename(usize),
    Merge(usize, usize),
    Split(usize),
    Withdraw(usize),
    /// The event goes, and nothing says where.
    Forget(usize),
    /// As `Rename`, but the ids that led to the old one are left behind.
    RenameCarelessly(usize),
}

const TYPES: [&str; 4] = ["consult", "agree", "reject", "propose"];

fn any_edit() -> impl Strategy<Value = Edit> {
    let at = 0..8usize;
    prop_oneof![
        3 => Just(Edit::Add),
        1 => (at.clone(), 1..28u32).prop_map(|(at, day)| Edit::Redate(at, day)),
        1 => (at.clone(), 0..TYPES.len()).prop_map(|(at, kind)| Edit::Retype(at, kind)),
        2 => at.clone().prop_map(Edit::Rename),
        2 => (at.clone(), at.clone()).prop_map(|(from, to)| Edit::Merge(from, to)),
        2 => at.clone().prop_map(Edit::Split),
        1 => at.clone().prop_map(Edit::Withdraw),
        1 => at.clone().prop_map(Edit::Forget),
        1 => at.prop_map(Edit::RenameCarelessly),
    ]
}

/// All events by id, and how many ids there ever were.
#[derive(Debug, Clone, Default)]
struct Editor {
    events: BTreeMap<String, Event>,
    ids: usize,
}

impl Editor {
    fn new_id(&mut self) -> String {
        self.ids += 1;
        format!("event-{}", self.ids)
    }

    fn pick(&self, at: usize, withdrawn: bool) -> Option<String> {
        let of = self.events.iter().filter(|(_, event)| withdrawn || !event.withdrawn);
        let ids: Vec<&String> = of.map(|(id, _)| id).collect();
        (!ids.is_empty()).then(|| ids[at % ids.len()].clone())
    }

    /// Does it; `None` if there is no such event.
    fn carry_out(&mut self, edit: &Edit) -> Option<()> {
        match edit {
            Edit::Add => {
                let id = self.new_id();
                let day = u32::try_from(self.ids % 28 + 1).ok()?;
                self.events
                    .insert(id, Event { day, kind: TYPES[0], from: BTreeSet::new(), withdrawn: false });
            }
            Edit::Redate(at, day) => self.events.get_mut(&self.pick(*at, false)?)?.day = *day,
            Edit::Retype(at, kind) => self.events.get_mut(&self.pick(*at, false)?)?.kind = TYPES[*kind],
            Edit::Rename(at) | Edit::RenameCarelessly(at) => {
                let old = self.pick(*at, false)?;
                let mut event = self.events.remove(&old)?;
                if matches!(edit, Edit::RenameCarelessly(_)) {
                    event.from.clear();
                }
                event.from.insert(old);
                let id = self.new_id();
                self.events.insert(id, event);
            }
            Edit::Merge(from, to) => {
                let (from, to) = (self.pick(*from, false)?, self.pick(*to, true)?);
                let loser = (from != to).then(|| self.events.remove(&from))??;
                let kept = self.events.get_mut(&to)?;
                kept.from.extend(loser.from);
                kept.from.insert(from);
            }
            Edit::Split(at) => {
                let old = self.pick(*at, false)?;
                let mut event = self.events.remove(&old)?;
                event.from.insert(old);
                for _ in 0..2 {
                    let id = self.new_id();
                    self.events.insert(id, event.clone());
                }
            }
            Edit::Withdraw(at) => self.events.get_mut(&self.pick(*at, false)?)?.withdrawn = true,
            Edit::Forget(at) => drop(self.events.remove(&self.pick(*at, true)?)),
        }
        Some(())
    }

    /// Writes the files as they have to be.
    fn save(&self, bench: &Bench) {
        for folder in ["content/articles", "content/events"] {
            let path = bench.path(folder);
            if path.exists() {
                std::fs::remove_dir_all(path).expect("the folder can be removed");
            }
        }
        let mut article = "---\ntitle: Report\n---\n".to_owned();
        for (id, event) in self.events.iter().filter(|(_, event)| !event.withdrawn) {
            article +=
                &format!("\n## 2025-09-{:02}: Talks {id} {{#{id} .{}}}\n\nText.\n", event.day, event.kind);
        }
        bench.write("content/articles/report.md", article);
        for (id, event) in &self.events {
            let mut keys = String::new();
            if event.withdrawn {
                keys += "status: withdrawn\nreason: It was not so.\n";
            }
            if !event.from.is_empty() {
                let ids: Vec<&str> = event.from.iter().map(String::as_str).collect();
                keys += &format!("redirect_from: [{}]\n", ids.join(", "));
            }
            if !keys.is_empty() {
                bench.write(&format!("content/events/{id}.md"), format!("---\n{keys}---\n"));
            }
        }
    }
}

/// The event ids in the lock: all that were ever published.
fn ever_published(bench: &Bench) -> BTreeSet<String> {
    let lock = bench.read("permalinks.lock");
    let ids = lock.lines().filter_map(|line| line.strip_prefix("events/"));
    ids.map(|rest| rest.split(' ').next().unwrap_or_default().to_owned()).collect()
}

/// Follows an address as a browser does, to the page where it ends.
fn end_of(bench: &Bench, path: &str) -> Result<String, String> {
    let mut path = path.to_owned();
    for _ in 0..3 {
        let file = format!("public{path}index.html");
        if !bench.exists(&file) {
            return Err(format!("there is nothing at {path}"));
        }
        let html = bench.read(&file);
        match html.split_once("http-equiv=\"refresh\" content=\"0; url=") {
            Some((_, rest)) => rest.split('"').next().unwrap_or_default().clone_into(&mut path),
            None => return Ok(html),
        }
    }
    Err(format!("redirects without an end at {path}"))
}

/// Twelve histories, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(12)
}

/// Whether all ids that were published have a home among the events, or lead to one.
fn loses_nothing(editor: &Editor, published: &BTreeSet<String>) -> bool {
    let homes = editor.events.iter().flat_map(|(id, event)| event.from.iter().chain([id]));
    let homes: BTreeSet<&String> = homes.collect();
    published.iter().all(|id| homes.contains(id))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_id_that_was_ever_published_answers(edits in prop::collection::vec(any_edit(), 4..12)) {
        let bench = Site::empty().file("site.yaml", common::SITE_YAML).build();
        let mut editor = Editor::default();
        // By the editor's own word, not by that of the lock.
        let mut published = BTreeSet::new();
        for edit in [Edit::Add, Edit::Add].iter().chain(&edits) {
            let mut edited = editor.clone();
            if edited.carry_out(edit).is_none() {
                continue;
            }
            edited.save(&bench);
            let is_good = loses_nothing(&edited, &published);
            let before = bench.exists("public").then(|| bench.files("public"));
            let built = bench.run(&["build"]).code;
            prop_assert_eq!(built, Some(i32::from(!is_good)), "{:?}", edit);
            if !is_good {
                prop_assert_eq!(bench.run(&["build", "--locked"]).code, Some(1), "{:?}", edit);
                prop_assert_eq!(bench.exists("public").then(|| bench.files("public")), before);
                editor.save(&bench);
                continue;
            }
            editor = edited;
            prop_assert_eq!(bench.run(&["build", "--locked"]).code, Some(0), "{:?}", edit);
            published.extend(editor.events.keys().cloned());
            prop_assert_eq!(&ever_published(&bench), &published);
            for id in &published {
                let page = end_of(&bench, &format!("/events/{id}/"));
                prop_assert!(page.is_ok(), "after {:?}, {}: {:?}", edit, id, page);
                let page = page.unwrap_or_default();
                let homes = editor.events.iter().filter(|(home, event)| *home == id || event.from.contains(id));
                let homes: Vec<&String> = homes.map(|(home, _)| home).collect();
                prop_assert_eq!(page.contains("on several pages now"), homes.len() > 1, "{}", id);
                for home in &homes {
                    // The page itself, or one that leads to each.
                    let is_there = page.contains(&format!("talks.example/events/{home}/\">"))
                        || page.contains(&format!("href=\"/events/{home}/\""));
                    prop_assert!(is_there, "{} does not lead to {}", id, home);
                }
                let withdrawn = editor.events.get(id).is_some_and(|event| event.withdrawn);
                prop_assert!(!withdrawn || page.contains("It was not so."), "{}", id);
            }
        }
    }
}

fn any_record() -> impl Strategy<Value = Record> {
    let day = (2000..2100i32, 1..366u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day));
    let ids = prop::collection::vec("[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", 0..4);
    let date = select(&["2025-09-03", "2025-09-03/2025-09-05", "2025-09~", "201X", "2022%", "2022-21"][..]);
    let facts = (date, select(EventType::ALL), prop::option::of("[a-z]{1,9}"), ids.clone(), ids);
    let facts = facts.prop_map(|(date, event_type, place, actors, recipients)| {
        let date = EventDate::parse(date).expect("a date");
        Facts { date, event_type, place, actors, recipients }
    });
    let said = prop::option::of("[0-9a-f]{16}");
    (day.clone(), day, prop::option::of(facts), said).prop_map(|(one, other, facts, said)| Record {
        // Nothing changes before it is published.
        published: one.min(other),
        changed: one.max(other),
        facts,
        said,
    })
}

proptest! {
    /// What is written into the lock is read from it again, and in the order of its lines.
    #[test]
    fn the_lock_reads_as_it_was_written(
        records in prop::collection::btree_map("[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", any_record(), 0..12),
    ) {
        let mut lock = Permalinks::default();
        for (id, record) in records {
            lock.ids.extend(LockKind::ALL.map(|kind| (kind, id.clone())));
            if record != Record::default() {
                lock.records.insert(id, record);
            }
        }
        let text = lock.to_text();
        let (read, found) = dateline::parse::permalinks(&SourceFile::new("permalinks.lock", text.as_str()));
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&read, &lock);
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        prop_assert!(lines.is_sorted(), "{:#?}", lines);
    }
}
