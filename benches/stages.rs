//! What the time of a build goes into: each stage, and each kind of page, on
//! one thread. `cargo bench --bench stages -- SITE` prints a table.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use dateline::model::sitemap::{PageKind, Slice};
use dateline::site::{Content, LoadOptions, Site};

fn main() {
    let Some(root) = std::env::args().skip(1).find(|argument| argument != "--bench").map(PathBuf::from)
    else {
        eprintln!("usage: cargo bench --bench stages -- SITE");
        return;
    };
    let mut stages: Vec<(&'static str, Instant)> = Vec::new();
    let (site, _) =
        Site::load(&root, &LoadOptions::default(), &mut |stage| stages.push((stage, Instant::now())));
    let loaded = Instant::now();
    let Some(site) = site else {
        eprintln!("there is no site in {}", root.display());
        return;
    };
    println!("| stage or pages | files | MB | ms |\n| --- | ---: | ---: | ---: |");
    for (index, (stage, from)) in stages.iter().enumerate() {
        let to = stages.get(index + 1).map_or(loaded, |next| next.1);
        println!("| {stage} | | | {:.0} |", (to - *from).as_secs_f64() * 1e3);
    }
    let mut buffer = Vec::new();
    let mut kinds: BTreeMap<String, (usize, usize, Duration)> = BTreeMap::new();
    for page in site.pages() {
        let start = Instant::now();
        let Ok(Content::Bytes(bytes)) = site.content(page, &mut buffer) else { continue };
        let entry = kinds.entry(label(&page.kind)).or_default();
        *entry = (entry.0 + 1, entry.1 + bytes.len(), entry.2 + start.elapsed());
    }
    let start = Instant::now();
    let records = site.records();
    println!("| records | {} | | {:.0} |", records.records.len(), start.elapsed().as_secs_f64() * 1e3);
    let start = Instant::now();
    let hash = records.hash();
    println!("| hash {} | | | {:.0} |", &hash[..8], start.elapsed().as_secs_f64() * 1e3);
    let start = Instant::now();
    let files = dateline::site::search::index(&records).unwrap();
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let ms = start.elapsed().as_secs_f64() * 1e3;
    println!("| index | {} | {:.1} | {ms:.0} |", files.len(), bytes as f64 / 1e6);
    for (kind, (files, bytes, time)) in kinds {
        println!("| {kind} | {files} | {:.1} | {:.0} |", bytes as f64 / 1e6, time.as_secs_f64() * 1e3);
    }
}

fn label(kind: &PageKind) -> String {
    match kind {
        PageKind::Entry(entry, Slice::Whole) => format!("{} pages", entry.kind.noun()),
        PageKind::Entry(entry, _) => format!("parts of {} pages", entry.kind.noun()),
        PageKind::Type(_, Slice::Whole) => "type pages".into(),
        PageKind::Type(..) => "parts of type pages".into(),
        PageKind::Export(export, _) => format!("{export:?}"),
        PageKind::Year(_) => "years".into(),
        PageKind::Month(..) => "months".into(),
        PageKind::Day(_) => "days".into(),
        PageKind::Event(_) => "events".into(),
        PageKind::Article(_) => "articles".into(),
        PageKind::Publisher(_) => "publishers".into(),
        PageKind::Positions(_) => "positions".into(),
        PageKind::Contacts(_) => "contacts".into(),
        PageKind::Differences(_) => "differences".into(),
        PageKind::Attestation(..) => "attestation".into(),
        PageKind::Methodology => "methodology".into(),
        PageKind::Agreements(_) => "agreements".into(),
        _ => "other pages".into(),
    }
}
