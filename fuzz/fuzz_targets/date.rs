//! Any text as a date: reading never panics, and what was read is read again from its EDTF form.
#![no_main]

use dateline::model::date::EventDate;
use dateline::model::date_words::words;
use dateline::parse::written_date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = written_date::looks_like_date(text);
    let Ok(date) = written_date::parse(text) else { return };
    assert!(date.first() <= date.last(), "{text:?}: ends before it begins");
    let again = EventDate::parse(&date.to_string());
    assert_eq!(again.as_ref(), Ok(&date), "{text:?}: the EDTF form is read otherwise");
    assert_eq!(date.days(), (date.last() - date.first()).num_days() + 1, "{text:?}");
    assert!(!words(&date).is_empty(), "{text:?}: no words for it");
});
