//! Records -> the files of the index, by Pagefind.
//!
//! Pagefind offers what its command line writes; only what the search page
//! loads is kept: its script, the search in WebAssembly, and the index itself.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

use crate::model::search::{FOLDER, IndexFile, Record, Records};

/// What makes the index, and how; another maker may make other files of the same records.
pub const MAKER: &str = "pagefind 1.6.0, 1";

/// The most files for the texts of events. With more events, several stand in one file, neighbours in time
/// together: a reader loads one for each event in a list of results.
const TEXT_FILES: u32 = 2000;

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
#[error("the search index cannot be made: {0}")]
pub struct IndexError(String);

/// Makes the index: all files, sorted by path.
///
/// # Errors
/// What Pagefind says.
pub fn index(records: &Records) -> Result<Vec<IndexFile>, IndexError> {
    let failed = |error: &dyn std::fmt::Display| IndexError(error.to_string());
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| failed(&error))?;
    let made = catch_unwind(AssertUnwindSafe(|| runtime.block_on(make(records))));
    let made = made.map_err(|_| failed(&"Pagefind has stopped"))?;
    let mut files = made.map_err(|error| failed(&error))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

async fn make(records: &Records) -> anyhow::Result<Vec<IndexFile>> {
    let config = PagefindServiceConfig::builder()
        .force_language(records.language.clone())
        .max_fragments(TEXT_FILES)
        .build();
    let mut index = PagefindIndex::new(Some(config))?;
    for (position, record) in records.records.iter().enumerate() {
        let Record { path, text, fields, facets } = record.clone();
        let fields = fields.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        let facets = facets.into_iter().map(|(name, values)| (name.to_owned(), values)).collect();
        let order = BTreeMap::from([("date".to_owned(), position.to_string())]);
        let language = records.language.clone();
        index.add_custom_record(path, text, language, Some(fields), Some(facets), Some(order)).await?;
    }
    index.build_indexes().await?;
    let files = index.get_files().await?;
    let path = |file: &SyntheticFile| file.filename.to_string_lossy().replace('\\', "/");
    let stemmed = format!("wasm.{}.pagefind", records.language);
    let is_stemmed = files.iter().any(|file| path(file) == stemmed);
    let needed = files.into_iter().filter(|file| is_needed(&path(file), is_stemmed));
    Ok(needed.map(|file| IndexFile { path: [FOLDER, &path(&file)].concat(), bytes: file.contents }).collect())
}

/// Whether the search page loads a file. It has no use for Pagefind's own pages and styles, nor for the search
/// without stemming where the language has one with it.
fn is_needed(path: &str, is_stemmed: bool) -> bool {
    match path {
        "pagefind.js" | "pagefind-worker.js" | "pagefind-entry.json" => true,
        "wasm.unknown.pagefind" => !is_stemmed,
        path => [".pagefind", ".pf_meta", ".pf_fragment", ".pf_index", ".pf_filter"]
            .iter()
            .any(|end| path.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(language: &str, events: u32) -> Vec<String> {
        let record =
            |at| Record { path: format!("events/{at}/"), text: format!("word {at}"), ..Record::default() };
        let records = Records { language: language.to_owned(), records: (0..events).map(record).collect() };
        index(&records).expect("an index").into_iter().map(|file| file.path).collect()
    }

    #[test]
    fn a_language_has_its_own_search_or_the_plain_one() {
        for (language, wasm) in
            [("en", "en"), ("en-gb", "en-gb"), ("ar", "ar"), ("uk", "unknown"), ("tlh", "unknown")]
        {
            let paths = paths(language, 1);
            let found: Vec<&String> = paths.iter().filter(|path| path.contains("/wasm.")).collect();
            assert_eq!(found, [&format!("pagefind/wasm.{wasm}.pagefind")], "{language}");
        }
    }

    #[test]
    fn many_texts_share_files_and_few_do_not() {
        let texts = |events| paths("en", events).iter().filter(|path| path.contains("/fragment/")).count();
        assert_eq!(texts(10), 10);
        assert_eq!(texts(TEXT_FILES), TEXT_FILES as usize);
        assert_eq!(texts(TEXT_FILES + 2), TEXT_FILES as usize / 2 + 1);
    }

    #[test]
    fn nothing_to_be_found_is_no_mistake() {
        assert!(paths("en", 0).contains(&"pagefind/pagefind-entry.json".to_owned()));
    }
}
