//! Events out of texts that are made to cost time. The bounds are wide, for machines at work: what is
//! quadratic takes hours.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use dateline::extract::{Language, Lexicon, candidates, dates};
use dateline::model::candidate::RawText;
use dateline::model::date::EventDate;
use dateline::model::timeline::Timeline;
use std::time::{Duration, Instant};

#[test]
fn a_megabyte_of_anything_takes_no_longer_than_of_news() {
    let published = EventDate::parse("2025-09-03").ok();
    let lexicon = Lexicon::new(&Timeline::default());
    for unit in [
        "7",
        "last ",
        "(",
        "“",
        "\" ",
        "President ",
        "Norway ",
        "Norway and ",
        "Norway’s ",
        "said that ",
        "signed ",
        "did not ",
        "Norway signed a treaty with Oman on Monday, ",
        "Norway signed a treaty with Oman on Monday. ",
        "U.S. ",
        "... ",
        "a\n",
        "\n\n",
        "é",
        "a\u{301}",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let start = Instant::now();
        let found = dates(&text, published.as_ref(), None, Language::english());
        let raw = RawText { text: &text, published: published.as_ref(), ..RawText::default() };
        candidates(&raw, &found, &lexicon);
        assert!(start.elapsed() < Duration::from_secs(100), "{unit:?}: {:?}", start.elapsed());
        println!("{unit:?}: {:?}", start.elapsed());
    }
}
