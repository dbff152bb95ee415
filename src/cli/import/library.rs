//! The site that articles are imported into: which it has, and how new ones are written. Nothing is overwritten
//! here but by an update of what nobody has touched.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::extract::Lexicon;
use crate::import::{Change, Comparison, Draft, RawArticle, Record, compare, hash};
use crate::model::timeline::Timeline;
use crate::model::url::{is_slug, slug};
use crate::read::raw;
use crate::site::{LoadOptions, Site};
use crate::write::{Pending, WriteError, create_new};

/// A site, and what it has.
pub struct Library {
    root: PathBuf,
    /// Its names and events.
    lexicon: Lexicon,
    /// Paths of articles, by their id.
    articles: HashMap<String, String>,
    /// Ids of articles, by their address.
    by_url: HashMap<String, String>,
    /// Ids of articles, by the hash of their snapshot.
    by_snapshot: HashMap<String, String>,
    /// Ids of events, with the articles of each; those that are only drafted, too.
    events: HashMap<String, Vec<String>>,
}

/// What became of an article.
pub enum Outcome {
    /// A new draft was written: its path.
    Written(String),
    /// A draft that was only printed.
    Printed(String),
    /// The site has it, and importing it again changes nothing.
    Same(String),
    /// The site has it; these changes were made, or would be.
    Differs {
        /// The article's path.
        path: String,
        /// What differs.
        changes: Vec<Change>,
        /// Whether it was changed.
        updated: bool,
    },
}

/// A draft, given the id and the record of the article that it is of, if the site has that.
pub type MakeDraft<'a> = &'a dyn Fn(&Library, Option<&str>, Option<&Record>) -> Draft;

impl Library {
    /// Reads the site. One with mistakes is read as far as it goes.
    pub fn open(root: &Path) -> Self {
        let options = LoadOptions { drafts: true, ..LoadOptions::default() };
        let (site, _) = Site::load(root, &options, &mut |_| {});
        let mut library = Self {
            root: root.to_owned(),
            lexicon: site
                .as_ref()
                .map_or_else(|| Lexicon::new(&Timeline::default()), |site| Lexicon::new(site.timeline())),
            articles: HashMap::new(),
            by_url: HashMap::new(),
            by_snapshot: HashMap::new(),
            events: HashMap::new(),
        };
        for article in site.iter().flat_map(|site| &site.timeline().articles) {
            let id = article.meta.id.clone();
            library.articles.insert(id.clone(), article.meta.source.path.to_string());
            library.by_url.extend(article.meta.url.iter().map(|url| (bare_url(url), id.clone())));
            library.bears(&id, article.accounts.iter().map(|account| &account.event_id));
        }
        for file in raw::records(root) {
            let id = file.stem();
            if let Some(record) = Record::parse(&file.text).filter(|_| library.articles.contains_key(id)) {
                library.bears(id, record.accounts.keys());
                library.by_snapshot.insert(record.snapshot, id.to_owned());
            }
        }
        library
    }

    /// Whether an event of another article bears the id.
    pub fn is_taken(&self, id: &str, same: Option<&str>) -> bool {
        let articles = self.events.get(id);
        articles.is_some_and(|articles| !articles.iter().any(|article| Some(article.as_str()) == same))
    }

    /// Notes that an article bears these events.
    fn bears<'a>(&mut self, article: &str, events: impl Iterator<Item = &'a String>) {
        for event in events {
            let articles = self.events.entry(event.clone()).or_default();
            if !articles.iter().any(|known| known == article) {
                articles.push(article.to_owned());
            }
        }
    }

    /// The names and events that the site has.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Takes an article in: writes a new draft, or compares it with the one that is there.
    pub fn take(
        &mut self,
        article: &RawArticle,
        name: Option<&str>,
        draft: MakeDraft<'_>,
        update: bool,
        print: bool,
    ) -> anyhow::Result<Outcome> {
        let url = article.metadata.url.as_ref().map(|url| bare_url(&url.value));
        let by_url = url.as_ref().and_then(|url| self.by_url.get(url));
        let same = by_url.or_else(|| self.by_snapshot.get(&hash(&article.snapshot()))).cloned();
        let record = same.as_deref().and_then(|id| self.record(id));
        let draft = draft(self, same.as_deref(), record.as_ref());
        if print {
            return Ok(Outcome::Printed(draft.markdown));
        }
        match same {
            Some(id) => self.again(&id, record.as_ref(), &draft, update),
            None => self.write(article, name, &draft),
        }
    }

    fn write(&mut self, article: &RawArticle, name: Option<&str>, draft: &Draft) -> anyhow::Result<Outcome> {
        let id = self.free_id(article, name);
        let path = format!("content/articles/{id}.md");
        create_new(&self.root.join(&path), draft.markdown.as_bytes())?;
        create_new(&self.source(&id, "txt"), draft.snapshot.as_bytes())?;
        create_new(&self.source(&id, "yaml"), draft.record.to_yaml().as_bytes())?;
        self.by_url.extend(article.metadata.url.iter().map(|url| (bare_url(&url.value), id.clone())));
        self.note(&id, &path, draft);
        Ok(Outcome::Written(path))
    }

    fn note(&mut self, id: &str, path: &str, draft: &Draft) {
        self.articles.insert(id.to_owned(), path.to_owned());
        self.by_snapshot.insert(draft.record.snapshot.clone(), id.to_owned());
        self.bears(id, draft.record.accounts.keys());
    }

    /// What the last import of an article noted.
    fn record(&self, id: &str) -> Option<Record> {
        raw::text(&self.root, &format!("sources/{id}.yaml")).and_then(|yaml| Record::parse(&yaml))
    }

    fn again(
        &mut self,
        id: &str,
        record: Option<&Record>,
        draft: &Draft,
        update: bool,
    ) -> anyhow::Result<Outcome> {
        let path = self.articles.get(id).cloned().unwrap_or_else(|| format!("content/articles/{id}.md"));
        let markdown = raw::text(&self.root, &path).unwrap_or_default();
        let Comparison { changes, updated } = compare(&markdown, record, draft);
        if changes.is_empty() {
            return Ok(Outcome::Same(path));
        }
        let updated_now = update && changes.iter().any(Change::is_made);
        if updated_now {
            // All are ready before the first takes its place.
            let ready = [
                Pending::prepare(&self.root.join(&path), updated.markdown.as_bytes())?,
                self.pending_source(id, "txt", &updated.snapshot)?,
                self.pending_source(id, "yaml", &updated.record.to_yaml())?,
            ];
            ready.into_iter().try_for_each(Pending::commit)?;
            self.note(id, &path, &updated);
        }
        Ok(Outcome::Differs { path, changes, updated: updated_now })
    }

    fn pending_source(&self, id: &str, ending: &str, text: &str) -> Result<Pending, WriteError> {
        let path = self.source(id, ending);
        match create_new(&path, text.as_bytes()) {
            Err(WriteError::Io { error, .. }) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            done => done?,
        }
        Pending::prepare(&path, text.as_bytes())
    }

    fn source(&self, id: &str, ending: &str) -> PathBuf {
        self.root.join("sources").join(format!("{id}.{ending}"))
    }

    /// An id that no article and no file in `sources/` bears.
    fn free_id(&self, article: &RawArticle, name: Option<&str>) -> String {
        let title = article.metadata.title.as_ref().map(|title| slug(&title.value)).unwrap_or_default();
        let stem =
            name.and_then(|name| name.rsplit_once('.').map(|(stem, _)| slug(stem))).unwrap_or_default();
        let base = [title, stem].into_iter().find(|id| is_slug(id)).unwrap_or_else(|| "article".to_owned());
        let base: String = base.chars().take(crate::model::url::LONGEST_ID - 6).collect();
        let base = base.trim_end_matches('-').to_owned();
        let is_free = |id: &String| {
            !self.articles.contains_key(id)
                && !self.root.join(format!("content/articles/{id}.md")).exists()
                && ["txt", "yaml"].iter().all(|ending| !self.source(id, ending).exists())
        };
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
    }
}

/// An address without what does not tell articles apart: scheme, `www.`, the fragment, tracking, a slash at the end.
fn bare_url(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_ascii_lowercase();
    let tracks = |part: &&str| {
        ["utm_", "fbclid=", "gclid=", "ref=", "at_", "cmpid="].iter().any(|mark| part.starts_with(mark))
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !tracks(part)).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    format!(
        "{}/{}{mark}{}",
        host.strip_prefix("www.").unwrap_or(&host),
        path.trim_end_matches('/'),
        kept.join("&")
    )
}

#[cfg(test)]
mod tests {
    use super::bare_url;

    #[test]
    fn one_article_has_one_address() {
        let same = "gazette.example/a?id=1";
        for url in ["https://gazette.example/a?id=1", "http://www.Gazette.example/a/?utm_source=x&id=1#top"] {
            assert_eq!(bare_url(url), same, "{url}");
        }
        assert_ne!(bare_url("https://gazette.example/a?id=2"), same);
        assert_ne!(bare_url("https://gazette.example/A?id=1"), same);
    }
}
