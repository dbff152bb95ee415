//! Assets: the static files that templates ask for by name. Each stands at a
//! second address that tells its content, so that a browser may keep it for
//! ever; under its plain name it stays as it is.
//!
//! Which files are assets is found out in `read`, their names in `route`.

use std::collections::HashMap;
use std::sync::Arc;

use super::source::{Span, StaticFile};

/// A static file that templates ask for, or that such a file refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetSource {
    /// Path below `static/`.
    pub path: String,
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Where it names other assets, in order: the place, and the path below `static/` that is meant.
    pub references: Vec<(Span, String)>,
}

/// An asset under its second name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path below `static/`.
    pub plain: String,
    /// The same with the content's hash in it: `style.3fa9c1d2.css`.
    pub named: String,
    /// The file; where it refers to other assets, it does so by their second names.
    pub bytes: Vec<u8>,
}

/// Where templates find the static files: path below `static/` -> path below the site's base path.
#[derive(Debug, Clone, Default)]
pub struct Addresses(HashMap<Box<str>, Box<str>>);

impl Addresses {
    /// Of all static files. Assets have their second name.
    pub fn new(statics: &[StaticFile], assets: &[Asset]) -> Self {
        let plain = statics.iter().map(|file| (file.path.as_str().into(), file.path.as_str().into()));
        let named = assets.iter().map(|asset| (asset.plain.as_str().into(), asset.named.as_str().into()));
        Self(plain.chain(named).collect())
    }

    /// Of a file; `None` if there is none.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|address| &**address)
    }
}
