//! What the preview adds to a page: one script. Published pages never have it.

use std::io::Write;

/// Where the preview's own files are: no page of a site can have such an address.
pub const OWN: &str = "/__dateline/";

/// Adds the script to a page. `tag` tells the page's bytes, `path` its address; `partly` says that
/// the site is shown although it has mistakes, for want of a better one.
pub fn add_script(html: &mut Vec<u8>, tag: &str, path: &str, partly: bool) {
    let shown = if partly { " data-shown=\"partly\"" } else { "" };
    let at = last(html, b"</body>").unwrap_or(html.len());
    let rest = html.split_off(at);
    let path = path.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    // Writing to memory cannot fail.
    let _ = writeln!(
        html,
        "<script src=\"{OWN}preview.js\" data-tag=\"{tag}\" data-page=\"{path}\"{shown} defer></script>"
    );
    html.extend(rest);
}

/// Where the last of such a tag begins, whatever the case of its letters.
fn last(html: &[u8], tag: &[u8]) -> Option<usize> {
    html.windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_page() {
        let added = |html: &str| {
            let mut html = html.as_bytes().to_vec();
            add_script(&mut html, "T", "/a\"b/", false);
            String::from_utf8_lossy(&html).into_owned()
        };
        let script = "<script src=\"/__dateline/preview.js\" data-tag=\"T\" data-page=\"/a&quot;b/\" defer></script>\n";
        assert_eq!(added("<body>é</BODY></html>"), format!("<body>é{script}</BODY></html>"));
        assert_eq!(added("no body"), format!("no body{script}"));
    }
}
