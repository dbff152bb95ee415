//! Any bytes as a raw article: nothing panics, and the draft is an article that the program reads without a mistake.
#![no_main]

use dateline::diagnostics::has_errors;
use dateline::import::{self, Known};
use dateline::model::source::SourceFile;
use dateline::parse::{self, written_date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in [None, Some("a.html"), Some("a.md")] {
        let known = Known { name: name.map(str::to_owned), ..Known::default() };
        let Ok(raw) = import::article(bytes, &known, &|text| written_date::parse(text).ok()) else {
            continue;
        };
        let mut end = 0;
        for block in &raw.blocks {
            assert!(block.range.start >= end && raw.text.get(block.range.clone()).is_some(), "{block:?}");
            end = block.range.end;
        }
        let draft = import::draft(&raw, &[], &|_| false);
        let (_, found) =
            parse::article(&SourceFile::new("content/articles/draft.md", draft.markdown.as_str()));
        assert!(!has_errors(&found), "{found:?}\n{}", draft.markdown);
        let again = import::compare(&draft.markdown, Some(&draft.record), &draft);
        assert!(again.changes.is_empty(), "{:?}", again.changes);
    }
});
