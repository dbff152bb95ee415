//! Cards: what is on them, that it fits, and that the pictures are what others ask for.

use super::fonts::{BOLD, REGULAR, width, writable};
use super::lines::{self, MARGIN, headline, is_from_right};
use super::{SocialCard, paint};
use crate::model::language::Language;

const ROOM: f32 = 1040.0;

fn svg(body: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">{body}</svg>")
}

/// Width, height, bits and kind of colour.
fn head(png: &[u8]) -> (u32, u32, u8, u8) {
    let number = |at: usize| png[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    (number(16), number(20), png[24], png[25])
}

fn painted(svg: &str) -> Vec<u8> {
    let mut out = Vec::new();
    SocialCard { svg: svg.to_owned() }.paint(&mut out).expect("the SVG can be painted");
    out
}

#[test]
fn headlines_fit_however_long_their_words_are() {
    let headlines = [
        "Talks end".to_owned(),
        "Putin says he has not ruled out meeting Zelenskyy, if the meeting is well prepared".to_owned(),
        "Переговоры в Стамбуле завершились без договорённости о прекращении огня, сообщил Кремль".to_owned(),
        "انتهاء المحادثات في جنيف دون اتفاق على وقف إطلاق النار بين الجمهوريتين الشمالية والجنوبية".to_owned(),
        "Donaudampfschifffahrtsgesellschaft".repeat(4),
        "word ".repeat(100),
    ];
    for text in headlines {
        let (size, lines) = headline(&text);
        assert!(!lines.is_empty() && lines.len() <= 5, "{text}: {} lines", lines.len());
        for line in &lines {
            let wide = width(&line.text, &BOLD, size);
            assert!(wide <= ROOM, "{}: {wide}", line.text);
            assert!(line.y > 240 && line.y + 40 < 524, "{}: {}", line.text, line.y);
        }
        assert!(lines.windows(2).all(|pair| pair[1].y >= pair[0].y + size), "lines of {text} overlap");
        let shown: String =
            lines.iter().map(|line| line.text.trim_matches(['\u{2067}', '\u{2069}'])).collect();
        let (shown, whole) = (shown.replace(' ', ""), text.replace(' ', ""));
        match shown.strip_suffix('…') {
            Some(shown) => assert!(text.len() > 250 && whole.starts_with(shown), "{text}"),
            None => assert_eq!(shown, whole),
        }
    }
}

#[test]
fn short_headlines_are_larger() {
    let size = |text: &str| headline(text).0;
    assert!(size("Talks end") > size(&"Talks end ".repeat(9)));
    assert_eq!(size("Talks end"), 76);
}

#[test]
fn a_line_that_is_too_long_is_cut() {
    let names = "Ministry of Foreign Affairs, ".repeat(5);
    let line = lines::one(&names, 0);
    assert!(line.ends_with("Affairs…") || line.ends_with('…'), "{line}");
    assert!(width(&line, &REGULAR, 32) <= ROOM);
    assert!(width(&lines::one(&names, 400), &REGULAR, 32) <= ROOM - 400.0);
    assert_eq!(lines::one("Geneva", 0), "Geneva");
    assert_eq!(lines::names(Language::english(), &["A", "B", "C", "D", "E", "F"], 4), "A, B, C, D +2");
    assert_eq!(lines::names(Language::english(), &["A"], 4), "A");
}

#[test]
fn text_from_right_to_left_is_told() {
    for (text, expected) in [
        ("انتهاء المحادثات", true),
        ("«انتهاء» 2025", true),
        ("Talks الآن", false),
        ("2025", false),
        ("שלום", true),
    ] {
        assert_eq!(is_from_right(text), expected, "{text}");
    }
    assert_eq!(headline("انتهاء").1[0].text, "\u{2067}انتهاء\u{2069}");
}

#[test]
fn what_no_font_can_write_is_left_out() {
    for (text, expected) in [
        ("Erdoğan: “No talks” – №5, 10 €", Some("Erdoğan: “No talks” – №5, 10 €")),
        ("Συνομιλίες", Some("Συνομιλίες")),
        ("محادثات ٢٠٢٥", Some("محادثات ٢٠٢٥")),
        ("Talks end 🕊", Some("Talks end ")),
        ("14:30 (UTC−5)", Some("14:30 (UTC-5)")),
        ("2 ∓ 1", None),
        ("会谈", None),
        ("Talks 会谈", None),
    ] {
        assert_eq!(writable(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_picture_has_the_size_and_the_mark() {
    let text = "<text x=\"80\" y=\"300\" font-family=\"Noto Serif\" font-weight=\"700\" font-size=\"64\">Talks end محادثات</text>";
    let card = SocialCard { svg: svg(text) };
    let png = painted(&card.svg);
    assert_eq!(head(&png), (1200, 630, 8, 3), "an indexed picture");
    assert!(png.len() < 200_000);
    let near_head = &png[..1024];
    assert!(near_head.windows(32).any(|bytes| bytes == card.mark().as_bytes()), "the mark is near the head");
    assert_eq!(png, painted(&card.svg), "the same SVG gives the same bytes");
    assert_ne!(card.mark(), SocialCard { svg: svg("") }.mark());
    assert!(png.len() > painted(&svg("")).len() + 500, "letters are painted");
}

#[test]
fn a_picture_of_many_colours_has_no_palette() {
    let gradient = "<linearGradient id=\"g\"><stop stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#00f\"/></linearGradient>\
                    <rect width=\"1200\" height=\"630\" fill=\"url(#g)\"/>\
                    <rect width=\"1200\" height=\"300\" fill=\"#0f0\" opacity=\"0.5\"/>";
    assert_eq!(head(&painted(&svg(gradient))), (1200, 630, 8, 2));
}

#[test]
fn another_size_is_scaled_and_what_is_no_svg_is_refused() {
    let small = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"315\"/>";
    assert_eq!(head(&painted(small)).0, paint::WIDTH);
    for wrong in ["", "<p>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><a></svg>"] {
        let card = SocialCard { svg: wrong.to_owned() };
        let failure = card.check().expect_err(wrong);
        assert_eq!(failure.code.id(), "template-failed", "{wrong}");
        assert!(card.paint(&mut Vec::new()).is_err());
    }
    assert_eq!(MARGIN, 80);
}

#[test]
fn a_picture_shows_no_file() {
    let with = |href: &str| svg(&format!("<image href=\"{href}\" width=\"1200\" height=\"630\"/>"));
    let empty = painted(&svg(""));
    let pixels = |png: &[u8]| png[png.len() - 200..].to_vec();
    for href in [
        "static/favicon.svg",
        "Cargo.toml",
        "https://talks.example/a.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
    ] {
        assert_eq!(pixels(&painted(&with(href))), pixels(&empty), "{href}");
    }
}
