//! What was read before, with a few files read again.
//!
//! Only for edits of files that were there before and are ordinary files still;
//! for anything else the whole folder is read anew.

use std::fs;
use std::path::Path;

use super::theme::TEXTS;
use super::{assets, own_file, relative, statics, text_file};
use crate::model::source::{SourceFile, Sources, StaticOrigin};

/// The sources with these files read again; `None` if that does not do: a file
/// is new, gone or unreadable, or it is a folder or a link.
pub fn refresh(root: &Path, old: &Sources, paths: &[impl AsRef<Path>]) -> Option<Sources> {
    let mut sources = old.clone();
    let mut is_asset_new = false;
    for path in paths {
        let path = path.as_ref();
        if !fs::symlink_metadata(path).ok()?.is_file() {
            return None;
        }
        let shown = relative(root, path);
        if let Some(below) = shown.strip_prefix("static/") {
            // Most are read only when they are asked for.
            let at = sources.statics.binary_search_by(|file| file.path.as_str().cmp(below)).ok()?;
            if matches!(sources.statics[at].origin, StaticOrigin::BuiltIn(_)) {
                return None;
            }
            sources.statics[at] = statics::file(below.to_owned(), StaticOrigin::Disk(path.to_owned()));
            is_asset_new = true;
            continue;
        }
        is_asset_new |= shown.starts_with("templates/") || shown == "site.yaml";
        let known = find(&mut sources, &shown)?;
        *known = if shown.contains('/') { text_file(root, path) } else { own_file(root, path) }.ok()?;
    }
    if is_asset_new {
        sources.assets = assets::gather(sources.config.as_ref(), &sources.templates, &sources.statics);
    }
    Some(sources)
}

fn find<'a>(sources: &'a mut Sources, path: &str) -> Option<&'a mut SourceFile> {
    let lists = [
        ("content/articles/", &mut sources.articles),
        ("content/actors/", &mut sources.actors),
        ("content/topics/", &mut sources.topics),
        ("content/places/", &mut sources.places),
        ("content/publishers/", &mut sources.publishers),
        ("content/events/", &mut sources.overlays),
        ("content/pages/", &mut sources.pages),
        (TEXTS, &mut sources.texts),
        ("templates/", &mut sources.templates),
    ];
    let ours = lists.into_iter().find(|(folder, _)| path.starts_with(folder));
    let own = [&mut sources.config, &mut sources.permalinks].into_iter().flatten();
    match ours {
        Some((_, files)) => files.iter_mut().find(|file| &*file.path == path),
        None => own.into_iter().find(|file| &*file.path == path),
    }
}
