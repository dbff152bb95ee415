//! How fast dates and events are found, on one core: `cargo bench --bench extract` prints MB/s for prose
//! of our own, and for texts that were made to be slow.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::time::Instant;

use dateline::extract::{Language, Lexicon, candidates, dates};
use dateline::model::candidate::RawText;
use dateline::model::date::EventDate;
use dateline::model::timeline::Timeline;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The passages of the tests, without their marks.
const PASSAGES: [&str; 2] =
    [include_str!("../tests/extract/tuning.yaml"), include_str!("../tests/extract/held.yaml")];

/// The reports of the tests of events.
const REPORTS: [&str; 2] =
    [include_str!("../tests/extract/events_tuning.yaml"), include_str!("../tests/extract/events_held.yaml")];

fn main() {
    events();
    let prose: String = PASSAGES.iter().flat_map(|file| file.lines()).filter_map(plain).collect();
    let plain = "The mayor and the council spoke about ferries and bridges, and the price of bread. ";
    let mixed: String =
        prose.split("\n\n").map(|passage| format!("{passage} {}\n\n", plain.repeat(4))).collect();
    measure("articles, a date in some 35 bytes", &prose, 8_000_000 / prose.len());
    measure("articles, a date in some 120 bytes", &mixed, 8_000_000 / mixed.len());
    let size = 1_000_000;
    for (name, unit) in [
        ("words without dates", "The mayor and the council spoke about ferries and bridges. "),
        ("digits", "1"),
        ("\"last \"", "last "),
        ("\"(\"", "("),
        ("\"the \"", "the "),
        ("\"March \"", "March "),
        ("\"1 \"", "1 "),
        ("\"two hundred and \"", "two hundred and "),
    ] {
        measure(&format!("1 MB of {name}"), &unit.repeat(size / unit.len()), 4);
    }
}

/// Dates and events of reports, each read alone.
fn events() {
    let lexicon = Lexicon::new(&Timeline::default());
    let published = EventDate::parse("2031-05-14").ok();
    let reports: Vec<String> = REPORTS.iter().flat_map(|file| texts(file)).collect();
    let bytes: usize = reports.iter().map(String::len).sum();
    let times = 8_000_000 / bytes;
    let start = Instant::now();
    let mut found = 0;
    for report in reports.iter().cycle().take(reports.len() * times) {
        let dates = dates(report, published.as_ref(), None, Language::english());
        let raw = RawText { text: report, published: published.as_ref(), ..RawText::default() };
        found += candidates(&raw, &dates, &lexicon).len();
    }
    let rate = (bytes * times) as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!(
        "reports, dates and events: {rate:.1} MB/s, {} events each",
        found / (reports.len() * times).max(1)
    );
}

/// The blocks below `text: |`.
fn texts(file: &str) -> Vec<String> {
    let blocks = file.split("text: |\n").skip(1);
    let is_in = |line: &&str| line.is_empty() || line.starts_with("    ");
    blocks
        .map(|block| block.lines().take_while(is_in).map(|line| line.trim().to_owned() + "\n").collect())
        .collect()
}

/// The text of a line of the test files, without the marks.
fn plain(line: &str) -> Option<String> {
    let text = line.trim().strip_prefix("text: ")?.trim_matches('"');
    let mut plain = String::new();
    for piece in text.split('{') {
        let (words, rest) = piece
            .split_once('}')
            .map_or(("", piece), |(mark, rest)| (mark.split('|').next().unwrap_or_default(), rest));
        plain = plain + words + rest;
    }
    Some(plain + "\n\n")
}

fn measure(name: &str, text: &str, times: usize) {
    let published = EventDate::parse("2013-03-22").ok();
    let start = Instant::now();
    let found: usize =
        (0..times).map(|_| dates(text, published.as_ref(), None, Language::english()).len()).sum();
    let rate = (text.len() * times) as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("{name}: {rate:.1} MB/s, {} dates each", found / times.max(1));
}
