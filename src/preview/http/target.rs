//! A request's target -> a path that can be looked up without a second thought.
//!
//! This is the one place where paths are decoded, and it happens once. What is
//! looked up afterwards is never decoded again, and never mended: an address
//! that tries to climb is refused, not made to fit.

use percent_encoding::percent_decode_str;

/// What a request's first line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target<'a> {
    /// The host and port in an absolute form (`http://host:port/path`).
    pub authority: Option<&'a str>,
    /// The clean path: see [`super::Request::path`].
    pub path: String,
    /// What follows the `?`, as it was sent.
    pub query: &'a str,
}

/// Reads a target in origin form or absolute form (RFC 9112, section 3.2). `None`: no page can have such an address.
pub(super) fn read(target: &str) -> Option<Target<'_>> {
    let (authority, rest) = match target.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("http://") => {
            let rest = &target[7..];
            let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
            (Some(authority), rest)
        }
        _ => (None, target),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    // `http://host` and `http://host?query` mean the root.
    let path = if path.is_empty() && authority.is_some() { "/" } else { path };
    Some(Target { authority, path: decode(path)?, query })
}

/// Decodes a path, once, and refuses what is no plain way down from the root.
fn decode(path: &str) -> Option<String> {
    let mut escapes = path.split('%');
    escapes.next();
    let is_escape = |text: &str| text.len() >= 2 && text.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    if !path.starts_with('/') || path.contains('#') || !escapes.all(is_escape) {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let names = path.strip_prefix('/')?;
    if path.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    let folders = names.rsplit_once('/').map_or("", |(folders, _)| folders);
    let climbs = names.split('/').any(|name| name == "." || name == "..");
    let has_gap = names.starts_with('/') || folders.split('/').skip(1).any(str::is_empty);
    (!climbs && !has_gap).then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn path(target: &str) -> Option<String> {
        read(target).map(|target| target.path)
    }

    #[test]
    fn plain_paths_pass() {
        for (target, expected) in [
            ("/", "/"),
            ("/2025/09/", "/2025/09/"),
            ("/a%20b", "/a b"),
            ("/Z%C3%BCrich/", "/Zürich/"),
            ("/Zürich", "/Zürich"),
            ("/a%2Fb", "/a/b"),
            ("/100%25", "/100%"),
            ("/%252e%252e/", "/%2e%2e/"),
            ("/...", "/..."),
            ("/.well-known/x", "/.well-known/x"),
            ("HTTP://localhost/a", "/a"),
            ("http://localhost", "/"),
            ("http://localhost?a=/b", "/"),
        ] {
            assert_eq!(path(target).as_deref(), Some(expected), "{target}");
        }
    }

    #[test]
    fn tricks_do_not() {
        for target in [
            "",
            "*",
            "a",
            "%2f",
            "//",
            "//etc/passwd",
            "/a//b",
            "/a//",
            "/a/%2f",
            "/%2fetc",
            "/..",
            "/../",
            "/a/..",
            "/a/../b",
            "/./",
            "/.",
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/",
            "/%2E./",
            "/%00",
            "/a%0d%0ab",
            "/a%7f",
            "/a\\b",
            "/..%5c",
            "/%",
            "/%4",
            "/%zz",
            "/a%é",
            "/%c0%ae%c0%ae/",
            "/%ff",
            "/%ed%a0%80",
            "/a#b",
            "https://localhost/",
            "http:/a",
            "ftp://localhost/",
        ] {
            assert_eq!(path(target), None, "{target}");
        }
    }

    #[test]
    fn queries_and_authorities_are_kept() {
        let target = read("http://a:1/b?c=%2e?d").expect("a target");
        assert_eq!(target, Target { authority: Some("a:1"), path: "/b".into(), query: "c=%2e?d" });
        assert_eq!(read("http://a@b:1/").expect("a target").authority, Some("a@b:1"));
    }

    proptest! {
        #[test]
        fn whatever_passes_is_clean(target in "(/|%2f|\\.|%2e|%5c|%00|%|[a-z]|é|\\?|#){0,12}") {
            if let Some(path) = path(&format!("/{target}")) {
                prop_assert!(path.starts_with('/') && !path.contains("//"));
                prop_assert!(path.split('/').all(|name| name != "." && name != ".."));
                prop_assert!(!path.contains(['\\', '\0']));
            }
        }
    }
}
