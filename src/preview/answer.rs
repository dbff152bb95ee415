//! Requests -> answers: the site's pages and files, and the preview's own.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use percent_encoding::percent_decode_str;

use super::http::{Answer, Answers, Request, content_type};
use super::inject::{OWN, add_script};
use super::live::{Body, Live, Made, tag_of};
use super::search_index::SearchIndex;
use crate::model::search::FOLDER;

const SCRIPT: &str = include_str!("client/preview.js");
const STYLE: &str = include_str!("client/preview.css");

/// An address at which no site has a page.
const NO_PAGE: &str = "/__dateline/no-page";

/// Answers from what is shown now.
pub struct PageAnswers {
    live: Arc<Live>,
    search: SearchIndex,
}

impl PageAnswers {
    /// For one preview.
    pub fn new(live: Arc<Live>) -> Self {
        Self { live, search: SearchIndex::default() }
    }
}

impl Answers for PageAnswers {
    fn answer(&self, request: &Request) -> Answer {
        if let Some(own) = request.path.strip_prefix(OWN) {
            return self.own(own, &request.query);
        }
        if let Some(answer) = self.of_index(&request.path) {
            return answer;
        }
        let made = self.live.make(&request.path);
        if made.is_page {
            return page(made, &request.path);
        }
        match made.body {
            Body::Elsewhere(to) => Answer::Redirect { to },
            Body::Bytes(body) => {
                Answer::Bytes { status: made.status, content_type: content_type(&request.path), body }
            }
            Body::File(path) => file(self.live.root(), &path).unwrap_or_else(|| self.missing()),
        }
    }
}

impl PageAnswers {
    /// A file of the search index, if the path leads to one.
    fn of_index(&self, path: &str) -> Option<Answer> {
        let base = self.live.base_path();
        let below = path.strip_prefix(&base).filter(|below| below.starts_with(FOLDER))?;
        let bytes = self.search.file(&self.live, below)?;
        Some(Answer::Bytes { status: 200, content_type: content_type(path), body: bytes.to_vec() })
    }

    fn own(&self, name: &str, query: &str) -> Answer {
        let text = |content_type, text: &str| Answer::Bytes { status: 200, content_type, body: text.into() };
        match name {
            "preview.js" => text(content_type(name), SCRIPT),
            "preview.css" => text(content_type(name), STYLE),
            "events" => {
                let (live, path, tag) =
                    (self.live.clone(), parameter(query, "page"), parameter(query, "tag"));
                Answer::Stream(Box::new(move |out| live.stream(&path, &tag, out)))
            }
            _ => self.missing(),
        }
    }

    /// There is something at the address, but it is not to be had. For the script it is no page, so that an open one
    /// does not load itself again and again.
    fn missing(&self) -> Answer {
        page(self.live.make(NO_PAGE), NO_PAGE)
    }
}

fn page(made: Made, path: &str) -> Answer {
    let (tag, partly) = (tag_of(&made), made.partly);
    let Body::Bytes(mut body) = made.body else {
        return Answer::Bytes {
            status: 404,
            content_type: content_type("a.txt"),
            body: b"Not found\n".to_vec(),
        };
    };
    add_script(&mut body, &tag, path, partly);
    Answer::Bytes { status: made.status, content_type: content_type("a.html"), body }
}

/// A static file, if it is an ordinary one within the site's `static` folder, links followed.
#[expect(clippy::disallowed_methods, reason = "static files are read as they are asked for")]
fn file(root: &Path, path: &Path) -> Option<Answer> {
    let folder = std::fs::canonicalize(root.join("static")).ok()?;
    let real = std::fs::canonicalize(path).ok().filter(|real| real.starts_with(&folder))?;
    let file = File::open(&real).ok()?;
    let metadata = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
    let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let etag = format!("\"{:x}-{changed:x}\"", metadata.len());
    let content_type = content_type(&path.to_string_lossy());
    Some(Answer::File { file, length: metadata.len(), etag, content_type })
}

/// The value of a parameter in a query; empty if it is not there.
fn parameter(query: &str, name: &str) -> String {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next().unwrap_or_default();
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}
