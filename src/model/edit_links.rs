//! Links from a previewed page to the line of the file that it was made of.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path in an address may not hold (RFC 3986, 3.3).
const NO_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b':')
    .remove(b'@');

/// How editors get from an account on a page to its line in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditLinks {
    /// The site's folder, absolute, with `/` between its parts.
    pub root: String,
    /// An address with `{path}` and `{line}` in it, as editors register it: `vscode://file/{path}:{line}`.
    pub address: Option<String>,
}

impl EditLinks {
    /// The address that opens a line of a file; `file` is below the site's folder.
    pub fn link(&self, file: &str, line: u32) -> Option<String> {
        let address = self.address.as_ref()?;
        let path = [&self.root, "/", file].concat();
        let path = utf8_percent_encode(&path, NO_PATH).to_string();
        // The slash between the host and the path is most often in the address already.
        let path = if address.contains("/{path}") { path.trim_start_matches('/') } else { &path };
        Some(address.replace("{path}", path).replace("{line}", &line.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_path_and_line() {
        let links = |address: &str| EditLinks { root: "/sites/a b".into(), address: Some(address.into()) };
        let link = |address| links(address).link("content/é.md", 7);
        assert_eq!(
            link("vscode://file/{path}:{line}").as_deref(),
            Some("vscode://file/sites/a%20b/content/%C3%A9.md:7")
        );
        assert_eq!(
            link("editor://open?file={path}&line={line}").as_deref(),
            Some("editor://open?file=/sites/a%20b/content/%C3%A9.md&line=7")
        );
        assert_eq!(EditLinks::default().link("a", 1), None);
    }
}
