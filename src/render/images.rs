//! The images in safe HTML get their size, so that nothing moves while they
//! load, and load only when they come into view.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::model::image::{Images, Size};

/// The same HTML with sized images. Sizes that an author gave stay; of one alone the other follows.
pub fn sized(html: String, base: &str, images: Option<&Images>) -> String {
    if !html.contains("<img") {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut done = 0;
    for token in Tokenizer::new_with_emitter(&html, DefaultEmitter::<usize>::new_with_span()).flatten() {
        let Token::StartTag(tag) = token else { continue };
        if tag.name.0 != b"img" {
            continue;
        }
        let end_of_name = tag.span.start + "<img".len();
        out.push_str(&html[done..end_of_name]);
        out.push_str(" loading=\"lazy\"");
        let find = || images?.find(&["/", value(&tag, "src")?.strip_prefix(base)?].concat())?;
        if let Some(size) = find() {
            add_size(&tag, size, &mut out);
        }
        done = end_of_name;
    }
    out.push_str(&html[done..]);
    out
}

/// Adds what the tag does not say itself.
fn add_size(tag: &StartTag<usize>, Size { width, height }: Size, out: &mut String) {
    let given = |name| value(tag, name).map(|text| text.parse::<u32>().ok());
    // A number of pixels is never 0 here, and a whole one.
    let scaled =
        |side: u32, to: u32, of: u32| (u64::from(side) * u64::from(to) / u64::from(of.max(1))).max(1);
    let add = |out: &mut String, name: &str, value: u64| out.push_str(&format!(" {name}=\"{value}\""));
    match (given("width"), given("height")) {
        (None, None) => {
            add(out, "width", u64::from(width));
            add(out, "height", u64::from(height));
        }
        (Some(Some(given)), None) => add(out, "height", scaled(height, given, width)),
        (None, Some(Some(given))) => add(out, "width", scaled(width, given, height)),
        _ => {}
    }
}

fn value<'a>(tag: &'a StartTag<usize>, name: &str) -> Option<&'a str> {
    std::str::from_utf8(tag.attributes.get(name.as_bytes())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{StaticFile, StaticOrigin};

    #[test]
    fn images_get_their_size_and_load_late() {
        let file =
            |path: &str, size| StaticFile { path: path.into(), origin: StaticOrigin::BuiltIn(b""), size };
        let size = Some(Size { width: 400, height: 300 });
        let images = Images::new(&[file("a b.jpg", size), file("none.jpg", None)]);
        let sized = |html: &str| sized(html.to_owned(), "/talks/", Some(&images));
        for (html, expected) in [
            (
                r#"<img src="/talks/a%20b.jpg" alt="a > b">"#,
                r#"<img loading="lazy" width="400" height="300" src="/talks/a%20b.jpg" alt="a > b">"#,
            ),
            (
                r#"<img src="/talks/a%20b.jpg?x#y" width="200">"#,
                r#"<img loading="lazy" height="150" src="/talks/a%20b.jpg?x#y" width="200">"#,
            ),
            (
                r#"<img src="/talks/a%20b.jpg" height="30" />"#,
                r#"<img loading="lazy" width="40" src="/talks/a%20b.jpg" height="30" />"#,
            ),
            (
                r#"<img src="/talks/a%20b.jpg" height="3" width="4" />"#,
                r#"<img loading="lazy" src="/talks/a%20b.jpg" height="3" width="4" />"#,
            ),
            (r#"<p title="<img src='x'>"></p>"#, r#"<p title="<img src='x'>"></p>"#),
            (
                r#"<b>é–</b><img src="/talks/none.jpg">"#,
                r#"<b>é–</b><img loading="lazy" src="/talks/none.jpg">"#,
            ),
            (r#"<img src="/a%20b.jpg"><b>"#, r#"<img loading="lazy" src="/a%20b.jpg"><b>"#),
        ] {
            assert_eq!(sized(html), expected);
        }
    }
}
