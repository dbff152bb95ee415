//! What bytes are: an article's text, or something else, which is then called by its name.
//!
//! No decoding here, and no understanding of the text.

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A saved page.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

/// Why something is no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnArticle {
    /// It is something else, whose name is known.
    #[error("this is {0}, not text")]
    OtherKind(&'static str),
    /// Text, but of no article.
    #[error("this is {0}, not an article")]
    OtherText(&'static str),
    /// Nothing at all.
    #[error("the file is empty")]
    Empty,
    /// A page without words.
    #[error("no text of an article was found in it")]
    NoText,
}

/// The first bytes of what is no text: offset, bytes, name.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a sound recording (WAV)"),
    (8, b"AVI ", "a video (AVI)"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyphei", "a HEIC image"),
    (4, b"ftyp", "a video or sound recording (MP4)"),
    (0, b"\x1aE\xdf\xa3", "a video (Matroska or WebM)"),
    (0, b"ID3", "a sound recording (MP3)"),
    (0, b"OggS", "a sound recording (Ogg)"),
    (0, b"fLaC", "a sound recording (FLAC)"),
    (0, b"\x1f\x8b", "a compressed file (gzip)"),
    (0, b"BZh", "a compressed file (bzip2)"),
    (0, b"\xfd7zXZ\0", "a compressed file (xz)"),
    (0, b"\x28\xb5\x2f\xfd", "a compressed file (Zstandard)"),
    (0, b"7z\xbc\xaf\x27\x1c", "an archive (7-Zip)"),
    (0, b"Rar!\x1a\x07", "an archive (RAR)"),
    (257, b"ustar", "an archive (tar)"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (0, b"{\\rtf", "a Rich Text document (RTF)"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"bplist00", "a Safari web archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"BM", "a BMP image"),
];

/// What a ZIP archive is, by a name that stands in its first bytes.
const ZIPPED: &[(&[u8], &str)] = &[
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Microsoft Word document (docx)"),
    (b"xl/", "a Microsoft Excel workbook (xlsx)"),
    (b"ppt/", "a Microsoft PowerPoint presentation (pptx)"),
    (b"[Content_Types].xml", "a Microsoft Office document"),
];

/// How far the head of a file is looked at.
const HEAD: usize = 4096;

/// Refuses what is no text.
///
/// # Errors
/// What it is.
pub fn check(bytes: &[u8], name: Option<&str>) -> Result<(), NotAnArticle> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotAnArticle::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.starts_with(b"PK\x03\x04") {
        let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
        let known = ZIPPED.iter().find(|(needle, _)| holds(needle));
        return Err(NotAnArticle::OtherKind(known.map_or("a ZIP archive", |(_, name)| name)));
    }
    let at =
        |offset: usize, signature: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(signature));
    let binary = is_binary(head);
    for (offset, signature, name) in SIGNATURES {
        // Two letters may begin a text as well as a picture.
        let decides = signature.len() > 3 || !signature.is_ascii() || binary;
        if at(*offset, signature) && decides {
            return Err(NotAnArticle::OtherKind(name));
        }
    }
    if binary {
        return Err(NotAnArticle::OtherKind("a file of binary data"));
    }
    let is_archive = at(0, b"From: <Saved by ")
        || (at(0, b"MIME-Version:") || at(0, b"From: ")) && ends(name, &["mht", "mhtml"]);
    if is_archive {
        Err(NotAnArticle::OtherText("a web archive (MHTML); save the page as HTML"))
    } else {
        Ok(())
    }
}

/// Whether no text in any encoding begins like that: zero bytes without the pattern of UTF-16, or many controls.
fn is_binary(head: &[u8]) -> bool {
    if super::encoding::is_utf16(head) {
        return false;
    }
    let controls = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    head.contains(&0) || controls * 20 > head.len()
}

fn ends(name: Option<&str>, endings: &[&str]) -> bool {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// What kind of text it is.
///
/// # Errors
/// A feed, or data.
pub fn of_text(text: &str, name: Option<&str>) -> Result<Kind, NotAnArticle> {
    let start = text.trim_start();
    let head: String = start.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let begins = |with: &[&str]| with.iter().any(|with| head.starts_with(with));
    if begins(&["<?xml", "<rss", "<feed"])
        && ["<rss", "<feed", "<rdf:rdf"].iter().any(|tag| head.contains(tag))
    {
        return Err(NotAnArticle::OtherText("a feed (RSS or Atom)"));
    }
    if begins(&["<?xml"]) && head.contains("<svg") || begins(&["<svg"]) {
        return Err(NotAnArticle::OtherKind("an SVG image"));
    }
    if begins(&["{\"", "{\n", "{\r\n", "[{"]) && (ends(name, &["json", "jsonl"]) || head.contains("\":")) {
        return Err(NotAnArticle::OtherText("JSON data"));
    }
    let tags = ["<p>", "<p ", "<body", "<div", "<article", "<head", "<html", "<main", "<br", "<h1", "<title"];
    if begins(&["<!doctype html", "<html", "<head", "<body"])
        || ends(name, &["html", "htm", "xhtml"])
        || (head.starts_with('<') && tags.iter().any(|tag| head.contains(tag)))
    {
        return Ok(Kind::Html);
    }
    let is_marked = ends(name, &["md", "markdown"]) || begins(&["---\n", "---\r\n", "# "]);
    Ok(if is_marked { Kind::Markdown } else { Kind::Text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8], name: Option<&str>) -> String {
        let checked =
            check(bytes, name).and_then(|()| of_text(&String::from_utf8_lossy(bytes), name).map(|_| ()));
        checked.expect_err("it is refused").to_string()
    }

    #[test]
    fn what_is_no_article_is_called_by_its_name() {
        let mut tar = vec![b'a'; 257];
        tar.extend(b"ustar\0");
        let cases: [(&[u8], &str); 18] = [
            (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
            (b"GIF89a\x01\0", "a GIF image"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image"),
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", "Word document"),
            (b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip", "e-book"),
            (b"PK\x03\x04\x14\0\0\0\0\0photo.bin", "a ZIP archive"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
            (b"{\\rtf1\\ansi A text.}", "Rich Text"),
            (b"BM\x36\0\x0c\0\0\0\0\0", "a BMP image"),
            (b"\x1f\x8b\x08\0", "gzip"),
            (b"\x01\x02\x03\x04\x05\x06\0\0", "binary data"),
            (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x", "web archive"),
            (b"<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>", "a feed"),
            (b"{\"title\": \"A report\"}", "JSON"),
            (b" \r\n\t ", "the file is empty"),
            (&tar, "an archive (tar)"),
        ];
        for (bytes, name) in cases {
            let said = refused(bytes, None);
            assert!(said.contains(name), "{name}: {said}");
        }
    }

    #[test]
    fn text_is_told_by_its_head_or_by_its_name() {
        for (text, name, kind) in [
            ("<!DOCTYPE html><title>A</title>", None, Kind::Html),
            ("<?xml version=\"1.0\"?><html xmlns=\"x\"><body>", None, Kind::Html),
            ("\n<div><p>A</p></div>", None, Kind::Html),
            ("Some words", Some("saved.htm"), Kind::Html),
            ("# A title\n\nText", None, Kind::Markdown),
            ("---\ntitle: A\n---\nText", None, Kind::Markdown),
            ("Text", Some("a.md"), Kind::Markdown),
            ("BMW was not at the talks.", None, Kind::Text),
            ("ID3 is a word too, and MM a unit.", None, Kind::Text),
            ("A < B and B > C", Some("a.txt"), Kind::Text),
        ] {
            assert_eq!(check(text.as_bytes(), name), Ok(()), "{text}");
            assert_eq!(of_text(text, name), Ok(kind), "{text}");
        }
    }
}
