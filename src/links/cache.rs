//! Answers that are remembered: `.dateline/links.json` in the site's folder.
//!
//! Nobody's work is in it: what cannot be read is forgotten. The folder keeps
//! itself out of git.
#![expect(clippy::disallowed_methods, reason = "this is an edge, and the file is its own")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::verdict::Verdict;

const FOLDER: &str = ".dateline";

/// What is remembered, by address.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Cache(BTreeMap<String, Known>);

#[derive(Debug, Serialize, Deserialize)]
struct Known {
    /// The day of the answer.
    on: NaiveDate,
    #[serde(flatten)]
    verdict: Verdict,
}

impl Cache {
    /// Reads what is remembered; nothing if there is nothing to be read.
    pub fn read(site: &Path) -> Self {
        let text = fs::read(site.join(FOLDER).join("links.json")).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Forgets what is too old, and what nobody asks for any more.
    pub fn retain(&mut self, today: NaiveDate, is_asked: impl Fn(&str) -> bool) {
        self.0.retain(|address, known| {
            let age = (today - known.on).num_days();
            (0..known.verdict.days()).contains(&age) && is_asked(address)
        });
    }

    pub fn verdict(&self, address: &str) -> Option<&Verdict> {
        self.0.get(address).map(|known| &known.verdict)
    }

    pub fn note(&mut self, address: &str, verdict: Verdict, today: NaiveDate) {
        self.0.insert(address.to_owned(), Known { on: today, verdict });
    }

    /// Writes it, whole or not at all.
    pub fn write(&self, site: &Path) -> io::Result<()> {
        let folder = own_folder(site)?;
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.persist(folder.join("links.json"))?;
        Ok(())
    }
}

/// The folder, made if it is not there. One that leads elsewhere is not followed.
fn own_folder(site: &Path) -> io::Result<PathBuf> {
    let folder = site.join(FOLDER);
    match fs::create_dir(&folder) {
        Ok(()) => fs::write(folder.join(".gitignore"), "*\n")?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    if !fs::symlink_metadata(&folder)?.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, "`.dateline` is no folder"));
    }
    Ok(folder)
}
