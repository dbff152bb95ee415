//! The built-in theme: this repository's own `templates/` and `static/`, kept in the program.

use include_dir::{Dir, include_dir};

use super::statics;
use crate::model::source::{SourceFile, StaticFile, StaticOrigin};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATICS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// Where texts lie among the templates. The built-in ones belong to the language, not to the theme.
pub const TEXTS: &str = "templates/texts/";

/// The templates, by path (`templates/…`).
pub fn templates() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&TEMPLATES, &mut |path, bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            files.push(SourceFile::new(format!("templates/{path}"), text));
        }
    });
    files.retain(|file| !file.path.starts_with(TEXTS));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The static files, by path below `static/`.
pub fn statics() -> Vec<StaticFile> {
    let mut files = Vec::new();
    collect(&STATICS, &mut |path, bytes| {
        files.push(statics::file(path.to_owned(), StaticOrigin::BuiltIn(bytes)));
    });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(folder: &'static Dir<'static>, add: &mut impl FnMut(&str, &'static [u8])) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            add(&path.replace('\\', "/"), file.contents());
        }
    }
    for sub in folder.dirs() {
        collect(sub, add);
    }
}
