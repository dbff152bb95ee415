//! `dateline init`: a small, complete, commented site.

use std::path::{Path, PathBuf};

use anyhow::Context;
use include_dir::{Dir, include_dir};

use super::terminal;
use crate::write::{WriteError, create_new};

/// The files of a new site, as they are written.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

#[derive(clap::Args)]
pub struct Args {
    /// The folder; it is made if it is not there
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut written = Vec::new();
    let mut kept = Vec::new();
    write_folder(&STARTER, &args.folder, &mut written, &mut kept)
        .with_context(|| format!("cannot start a site in `{}`", args.folder.display()))?;
    for path in &written {
        terminal::err(&format!("wrote {}\n", path.display()));
    }
    for path in &kept {
        terminal::err(&format!("kept  {} as it was\n", path.display()));
    }
    let folder = args.folder.display();
    terminal::err(&format!(
        "\nNow build it:      dateline build {folder}\nand look at it:    python3 -m http.server --directory {folder}/public\nin the browser at  http://localhost:8000/\n"
    ));
    Ok(0)
}

/// Writes what is not there yet; nothing of the editor's is overwritten.
fn write_folder(
    from: &Dir<'_>,
    to: &Path,
    written: &mut Vec<PathBuf>,
    kept: &mut Vec<PathBuf>,
) -> Result<(), WriteError> {
    let mut files: Vec<_> = from.files().collect();
    files.sort_by_key(|file| file.path());
    for file in files {
        // Cargo would take a dot-file's folder for its own; so it is stored under another name.
        let name = if file.path() == Path::new("gitignore") { Path::new(".gitignore") } else { file.path() };
        let path = to.join(name);
        match create_new(&path, file.contents()) {
            Ok(()) => written.push(path),
            Err(WriteError::Io { error, .. }) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                kept.push(path)
            }
            Err(error) => return Err(error),
        }
    }
    for sub in from.dirs() {
        write_folder(sub, to, written, kept)?;
    }
    Ok(())
}
