//! Two folders change places.

use std::io;
use std::path::Path;

/// Exchanges two folders: in one step on Linux, else (other systems, and file
/// systems without it) by two renames with a moment between them.
pub fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            Err(error) if unsupported(error) => {}
            Err(error) => return Err(error.into()),
        }
    }
    two_renames(new, old)
}

#[cfg(target_os = "linux")]
fn unsupported(error: rustix::io::Errno) -> bool {
    use rustix::io::Errno;
    [Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP].contains(&error)
}

/// Old aside, new in its place, old to where the new was. If the second rename
/// fails, the first is taken back.
#[expect(clippy::disallowed_methods, reason = "this is the edge where files are written")]
fn two_renames(new: &Path, old: &Path) -> io::Result<()> {
    let mut aside = new.as_os_str().to_owned();
    aside.push("-old");
    let aside = Path::new(&aside);
    std::fs::rename(old, aside)?;
    if let Err(error) = std::fs::rename(new, old) {
        std::fs::rename(aside, old)?;
        return Err(error);
    }
    std::fs::rename(aside, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test of the edge")]
    fn both_ways_change_the_places() -> io::Result<()> {
        for way in [exchange, two_renames] {
            let folder = tempfile::tempdir()?;
            let (new, old) = (folder.path().join("new"), folder.path().join("old"));
            std::fs::create_dir(&new)?;
            std::fs::create_dir(&old)?;
            std::fs::write(new.join("a"), "new")?;
            std::fs::write(old.join("a"), "old")?;
            way(&new, &old)?;
            assert_eq!(std::fs::read_to_string(old.join("a"))?, "new");
            assert_eq!(std::fs::read_to_string(new.join("a"))?, "old");
        }
        Ok(())
    }
}
