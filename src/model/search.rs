//! What the search index is made of, and what it is.

/// The folder of the index, below the site's own.
pub const FOLDER: &str = "pagefind/";

/// All that can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// BCP 47 tag of the site's language, in small letters: it decides how words are stemmed.
    pub language: String,
    /// One record an event, in order of time.
    pub records: Vec<Record>,
}

/// An event as it is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Path of its page below the site's.
    pub path: String,
    /// The text in which words are found and shown.
    pub text: String,
    /// Further texts in which words are found: the headline, names, the date. By name.
    pub fields: Vec<(&'static str, String)>,
    /// By what it can be filtered; also what its list item shows.
    pub facets: Vec<(&'static str, Vec<String>)>,
}

impl Records {
    /// Tells all of it: indices of records with the same hash are the same.
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        // Every text goes in with its length, so that none can run into the next.
        let mut add = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        };
        add(&self.language);
        for Record { path, text, fields, facets } in &self.records {
            add(path);
            add(text);
            add(&fields.len().to_string());
            for (name, text) in fields {
                add(name);
                add(text);
            }
            add(&facets.len().to_string());
            for (name, values) in facets {
                add(name);
                add(&values.len().to_string());
                values.iter().for_each(|value| add(value));
            }
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path below the site's, within [`FOLDER`].
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
