//! The static files: where they are, and how large the images among them are
//! shown. They are copied when they are written, and not read here but for that.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;

use exif::{In, Tag};
use html5gum::{StartTag, Token, Tokenizer};
use rayon::prelude::*;

use super::{files, relative, theme};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::image::Size;
use crate::model::source::{StaticFile, StaticOrigin};

/// Images that browsers show, by the ends of their names.
const IMAGES: [&str; 10] = ["avif", "bmp", "gif", "ico", "jpeg", "jpg", "jxl", "png", "svg", "webp"];

/// How far into a file its notes, or the root element of an SVG, may reach.
const HEAD: u64 = 128 * 1024;

/// The built-in theme's files and, over them, those of the site; by path.
pub fn read(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<StaticFile> {
    let mut paths = files(root, "static", diagnostics);
    paths.retain(|path| {
        let shown = relative(root, path);
        let is_portable = !shown.contains('\\');
        if !is_portable {
            let message = "the file is not published: its name holds a backslash";
            diagnostics.push(Diagnostic::new(Code::IgnoredFile, message).in_file(&shown).help("rename it"));
        }
        is_portable
    });
    let own = paths.into_par_iter().filter_map(|path| {
        let below = relative(root, &path).strip_prefix("static/")?.to_owned();
        Some(file(below, StaticOrigin::Disk(path)))
    });
    let mut statics: Vec<StaticFile> = own.collect();
    statics.sort_by(|a, b| a.path.cmp(&b.path));
    for built_in in theme::statics() {
        if let Err(at) = statics.binary_search_by(|known| known.path.cmp(&built_in.path)) {
            statics.insert(at, built_in);
        }
    }
    statics
}

/// A static file, measured if it is an image.
pub fn file(path: String, origin: StaticOrigin) -> StaticFile {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    let size = if IMAGES.contains(&end.as_str()) { size(&end, &origin) } else { None };
    StaticFile { path, origin, size }
}

#[expect(clippy::disallowed_methods, reason = "the heads of images are read here")]
fn size(end: &str, origin: &StaticOrigin) -> Option<Size> {
    match origin {
        StaticOrigin::Disk(path) => measure(end, BufReader::new(File::open(path).ok()?)),
        StaticOrigin::BuiltIn(bytes) => measure(end, Cursor::new(bytes)),
    }
}

/// The size of an image; only its head is read.
fn measure(end: &str, mut file: impl BufRead + Seek) -> Option<Size> {
    if end == "svg" {
        return svg_size(&String::from_utf8_lossy(&head(file)?));
    }
    let found = imagesize::reader_size(&mut file).ok()?;
    let (width, height) = (u32::try_from(found.width).ok()?, u32::try_from(found.height).ok()?);
    file.rewind().ok()?;
    let is_turned = matches!(end, "jpg" | "jpeg") && lies_on_its_side(head(file)?);
    let size = if is_turned { Size { width: height, height: width } } else { Size { width, height } };
    (width > 0 && height > 0).then_some(size)
}

fn head(file: impl Read) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).ok()?;
    Some(head)
}

/// Whether a photograph lies on its side, as cameras note it: browsers then show it upright.
fn lies_on_its_side(photograph: Vec<u8>) -> bool {
    let notes = exif::Reader::new().read_from_container(&mut Cursor::new(photograph));
    let Ok(notes) = notes else { return false };
    let orientation = notes.get_field(Tag::Orientation, In::PRIMARY);
    orientation.and_then(|field| field.value.get_uint(0)).is_some_and(|value| (5..=8).contains(&value))
}

/// The size that the root element gives, else that of its view box.
fn svg_size(text: &str) -> Option<Size> {
    let is_root = |token| match token {
        Ok(Token::StartTag(tag)) if tag.name.0 == b"svg" => Some(tag),
        _ => None,
    };
    let root: StartTag<()> = Tokenizer::new(text).find_map(is_root)?;
    let attribute = |name: &str| {
        let value = root.attributes.get(name.as_bytes())?;
        std::str::from_utf8(value).ok().map(str::to_owned)
    };
    let pixels = |text: String| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let shown = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    let of_box = || {
        let numbers = attribute("viewbox")?;
        let mut numbers = numbers.split([',', ' ', '\t', '\n']).filter(|number| !number.is_empty()).skip(2);
        numbers.next()?.parse::<f64>().ok().zip(numbers.next()?.parse::<f64>().ok())
    };
    let (width, height) = shown.or_else(of_box)?;
    let whole = |number: f64| (1.0..=1e6).contains(&number.round()).then_some(number.round() as u32);
    Some(Size { width: whole(width)?, height: whole(height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_has_the_size_of_its_root() {
        let size = |text| svg_size(text).map(|size| (size.width, size.height));
        assert_eq!(
            size("<?xml version='1.0'?>\n<svg width='30' height='20px'><rect width='1' height='1'/></svg>"),
            Some((30, 20))
        );
        assert_eq!(size("<!-- <svg width='1' height='1'> --><svg viewBox='0 0 32.4 16'/>"), Some((32, 16)));
        assert_eq!(size("<svg width='100%' height='100%' viewBox='-1,-1, 4,3'/>"), Some((4, 3)));
        for none in ["<svg/>", "<svg width='0' height='5'/>", "<html>", "", "<svg viewBox='0 0 x 3'/>"] {
            assert_eq!(size(none), None, "{none}");
        }
    }
}
