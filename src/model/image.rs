//! Images in `static/`, as content and settings name them.

use std::borrow::Cow;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::source::StaticFile;
use super::url::is_absolute;

/// Width and height in pixels, as a browser shows the image: turned as its metadata asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// All static files that an image's address may name, with their sizes.
#[derive(Debug, Clone, Default)]
pub struct Images(HashMap<Box<str>, Option<Size>>);

impl Images {
    /// Among the static files.
    pub fn new(statics: &[StaticFile]) -> Self {
        Self(statics.iter().map(|file| (file.path.as_str().into(), file.size)).collect())
    }

    /// The image at an address as content writes it, from the site's root (`/images/x.jpg`): `None`
    /// if there is no such file, `Some(None)` if its size is not known.
    pub fn find(&self, address: &str) -> Option<Option<Size>> {
        self.0.get(&*path(address)?).copied()
    }
}

/// The path below `static/` that an address means; none for one that does not begin at the site's root.
pub fn path(address: &str) -> Option<Cow<'_, str>> {
    let path = address.strip_prefix('/').filter(|_| !is_absolute(address))?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    percent_decode_str(path).decode_utf8().ok()
}

/// Path below `static/` of the mark of a site that names none.
pub const MARK: &str = "favicon.svg";

/// The media type of an image that all browsers show in tabs, by the end of its name; none of another.
pub fn mark_type(path: &str) -> Option<&'static str> {
    match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        _ => None,
    }
}
