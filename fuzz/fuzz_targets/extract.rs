//! Any text to dates and candidate events: no panic, and every place is one in the text.
#![no_main]

use std::sync::LazyLock;

use dateline::extract::{Language, Lexicon, candidates, dates};
use dateline::model::candidate::{EVIDENCE_WORDS, RawText};
use dateline::model::date::EventDate;
use dateline::model::timeline::Timeline;
use libfuzzer_sys::fuzz_target;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&Timeline::default()));
static PUBLISHED: LazyLock<Option<EventDate>> = LazyLock::new(|| EventDate::parse("2025-09-03").ok());

fuzz_target!(|text: &str| {
    // The first letter says whether there is a date of publication.
    let published = PUBLISHED.as_ref().filter(|_| !text.starts_with('-'));
    let found = dates(text, published, None, Language::english());
    let mut at = 0;
    for date in &found {
        assert!(at <= date.span.start && date.span.start < date.span.end, "{:?}", date.span);
        assert!(text.get(date.span.clone()).is_some());
        at = date.span.end;
    }
    let raw = RawText { text, published, ..RawText::default() };
    for candidate in candidates(&raw, &found, &LEXICON) {
        let evidence = text.get(candidate.evidence.range()).expect("a place in the text");
        assert!(evidence.split_whitespace().count() <= EVIDENCE_WORDS, "{evidence}");
        assert!(!candidate.headline.is_empty() && !candidate.reasons.is_empty());
    }
});
