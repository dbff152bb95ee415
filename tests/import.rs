//! Raw articles to drafts: invented reports as snapshots, bad input, and what holds for any bytes.

use dateline::diagnostics::has_errors;
use dateline::import::{self, BlockKind, Draft, Known, RawArticle};
use dateline::model::candidate::{Candidate, Named};
use dateline::model::date::EventDate;
use dateline::model::event_type::EventType;
use dateline::model::source::{SourceFile, Span};
use dateline::parse::{self, written_date};
use proptest::prelude::*;

const JSON_LD: &str = include_str!("import/json-ld.html");
const OPEN_GRAPH: &str = include_str!("import/open-graph.html");
const CYRILLIC: &str = include_str!("import/cyrillic.html");
const WIRE: &str = include_str!("import/wire.txt");
const FURNITURE: &str = include_str!("import/furniture.txt");

fn read(bytes: &[u8]) -> RawArticle {
    try_to_read(bytes).expect("an article")
}

fn try_to_read(bytes: &[u8]) -> Result<RawArticle, import::NotAnArticle> {
    import::article(bytes, &Known::default(), &|text| written_date::parse(text).ok())
}

fn drafted(raw: &RawArticle, candidates: &[Candidate]) -> Draft {
    import::draft(raw, candidates, &|_| false)
}

/// A candidate that quotes some words of the article.
fn candidate(raw: &RawArticle, date: Option<&str>, headline: &str, evidence: &str) -> Candidate {
    let start = raw.text.find(evidence).expect("the evidence stands in the text");
    Candidate {
        date: date.map(|date| EventDate::parse(date).expect("a date")),
        date_reason: "“on Wednesday”, by the day of publication".to_owned(),
        date_span: None,
        headline: headline.to_owned(),
        text: raw.text[start..start + evidence.len()].to_owned(),
        evidence: Span::from(start..start + evidence.len()),
        actors: vec![Named {
            entry: None,
            name: "Northern Republic".to_owned(),
            span: None,
            reason: String::new(),
        }],
        recipients: Vec::new(),
        topics: Vec::new(),
        place: None,
        event_type: EventType::Propose,
        type_span: None,
        confidence: 80,
        reasons: vec!["a date in the same sentence".to_owned()],
        existing_event: None,
    }
}

/// The draft is an article that the program itself reads without a mistake, and its quotations hold.
fn is_sound(raw: &RawArticle, draft: &Draft, accounts: usize) {
    let file = SourceFile::new("content/articles/draft.md", draft.markdown.as_str());
    let (article, found) = parse::article(&file);
    assert!(!has_errors(&found), "{found:#?}\n{}", draft.markdown);
    let article = article.expect("an article");
    assert_eq!(article.accounts.len(), accounts, "{}", draft.markdown);
    assert!(article.accounts.iter().all(|account| account.draft));
    assert!(draft.snapshot.contains(&raw.text));
    for block in &raw.blocks {
        assert!(raw.text.get(block.range.clone()).is_some_and(|text| !text.is_empty()), "{block:?}");
    }
}

fn shown(raw: &RawArticle, draft: &Draft) -> String {
    let left: Vec<String> = raw.left_out.iter().map(|left| format!("{}: {}", left.why, left.text)).collect();
    let kinds: String = raw
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Heading => 'h',
            BlockKind::Paragraph => 'p',
            BlockKind::Item => 'i',
            BlockKind::Quote => 'q',
        })
        .collect();
    format!(
        "{}\n=== snapshot ({kinds})\n{}\n=== left out\n{}\n",
        draft.markdown,
        draft.snapshot,
        left.join("\n")
    )
}

#[test]
fn invented_reports_become_drafts() {
    let cyrillic = encoding_rs::WINDOWS_1251.encode(CYRILLIC).0.into_owned();
    type Case<'a> = (&'a str, &'a [u8], Option<(&'a str, &'a str)>);
    let cases: [Case<'_>; 5] = [
        (
            "json-ld",
            JSON_LD.as_bytes(),
            Some((
                "2025-09-03",
                "The Northern Republic said on Wednesday that it was ready for direct talks",
            )),
        ),
        ("open-graph", OPEN_GRAPH.as_bytes(), None),
        (
            "wire",
            WIRE.as_bytes(),
            Some(("2025-06-09", "The Southern Republic released 40 prisoners on Monday.")),
        ),
        ("furniture", FURNITURE.as_bytes(), None),
        ("cyrillic", &cyrillic, None),
    ];
    for (name, bytes, event) in cases {
        let raw = read(bytes);
        let candidates: Vec<Candidate> =
            event.into_iter().map(|(date, words)| candidate(&raw, Some(date), words, words)).collect();
        let draft = drafted(&raw, &candidates);
        is_sound(&raw, &draft, candidates.len());
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("import-{name}"), shown(&raw, &draft));
        });
    }
}

#[test]
fn an_event_without_a_date_asks_for_one() {
    let raw = read(WIRE.as_bytes());
    let undated = candidate(&raw, None, "The South -- released *40* prisoners {at} last -->", "The mediator");
    let dated = candidate(&raw, Some("2025-06~"), "Talks: day [two] <b>", "terms");
    let draft = drafted(&raw, &[undated, dated]);
    is_sound(&raw, &draft, 1);
    assert!(draft.markdown.contains("<!-- When was this?"), "{}", draft.markdown);
    assert_eq!(draft.record.accounts.len(), 2);
    // As the question says: a date in place of DATE, and the comment's first and last line away.
    let lines: Vec<&str> =
        draft.markdown.lines().filter(|line| !line.starts_with("<!-- When") && *line != "-->").collect();
    let answered = lines.join("\n").replace("DATE:", "9 June 2025:");
    let (article, found) = parse::article(&SourceFile::new("content/articles/draft.md", answered.as_str()));
    assert!(!has_errors(&found), "{found:#?}\n{answered}");
    assert_eq!(article.map(|article| article.accounts.len()), Some(2), "{answered}");
}

#[test]
fn what_is_no_article_is_refused_by_name() {
    for (bytes, says) in [
        (b"%PDF-1.7\n1 0 obj".as_slice(), "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"<html><head><title>A page</title></head><body></body></html>", "no text"),
        (b"<html><head><title>A page</title></head></html>", "no text"),
        (b"<html><body><script>var a = 1;</script></body></html>", "no text"),
    ] {
        let error = try_to_read(bytes).map(|raw| raw.text).expect_err("it is refused").to_string();
        assert!(error.contains(says), "{error}");
    }
}

/// The bounds here are wide, for machines at work; what is quadratic takes hours.
#[test]
fn pages_that_are_too_deep_or_too_large_are_read_all_the_same() {
    let sentence =
        "<p>The Northern Republic said on Wednesday that it was ready for direct talks with the South.</p>";
    let deep = format!(
        "<html><body>{}{sentence}{}</body></html>",
        "<div><span>".repeat(10_000),
        "</span></div>".repeat(10_000)
    );
    let unclosed = format!("<html><body>{}{sentence}", "<b><i><table>".repeat(10_000));
    let data = format!(
        "<html><body><img src=\"data:{}\"><script>{}</script>{sentence}</body></html>",
        "A".repeat(10 << 20),
        "x<y;".repeat(2 << 20)
    );
    let words = format!("<html><body>{}</body></html>", sentence.repeat((20 << 20) / sentence.len()));
    for (name, html) in [("deep", deep), ("unclosed", unclosed), ("data", data), ("words", words)] {
        let start = std::time::Instant::now();
        let raw = read(html.as_bytes());
        assert!(raw.text.contains("ready for direct talks"), "{name}");
        assert!(start.elapsed().as_secs() < 300, "{name} took {:?}", start.elapsed());
    }
}

#[test]
fn long_nonsense_takes_no_time() {
    for text in [
        "7".repeat(1 << 20),
        "last ".repeat(1 << 18),
        "By ".repeat(1 << 18),
        "a > ".repeat(1 << 18),
        "The talks went on. ".repeat(1 << 16),
        "\n• a".repeat(1 << 18),
        "[".repeat(1 << 20),
        "https://a.example ".repeat(1 << 16),
        "- ".repeat(1 << 19),
    ] {
        let start = std::time::Instant::now();
        let _ = try_to_read(text.as_bytes());
        let _ = try_to_read(format!("# A\n\n{text}").as_bytes());
        assert!(start.elapsed().as_secs() < 200, "{:?} took {:?}", &text[..10], start.elapsed());
    }
}

#[test]
fn what_no_page_can_show_is_not_drafted() {
    let odd = "\u{ffff}The two sides\u{fdd0}met\u{85}in Geneva\u{1}on Monday, and agreed to meet again soon.";
    let page = "<html><head><title>A&#xFFFF;day</title></head><body><h1>A&#xFFFF;day</h1><p>The two sides &#1;met in \
                Geneva&#xFFFE;on Monday, and agreed to meet again soon.</p></body></html>";
    let utf_16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(odd.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [odd.as_bytes(), page.as_bytes(), &utf_16] {
        let raw = read(bytes);
        assert!(raw.text.contains("The two sides met in Geneva on Monday"), "{}", raw.text);
        is_sound(&raw, &drafted(&raw, &[candidate(&raw, Some("2025-09-03"), "Meeting", "met in Geneva")]), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(raw) = try_to_read(&bytes) {
            is_sound(&raw, &drafted(&raw, &[]), 0);
        }
    }

    #[test]
    fn no_markup_stops_it(parts in proptest::collection::vec(prop_oneof![
        "[a-zA-Z .:—–\"“”>|•*_#\\[\\]{}\n-]{0,40}",
        Just("<p>".to_owned()), Just("</div>".to_owned()), Just("<br><br>".to_owned()), Just("<article>".to_owned()),
        Just("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A\\u0000--> {b\"}</script>".to_owned()),
        Just("\u{ffff}".to_owned()), Just("&#xFFFE;".to_owned()), Just("&#1;".to_owned()),
        Just("<blockquote>".to_owned()), Just("Sources:\n• A\n".to_owned()), Just("By The desk\n".to_owned()),
        Just("GENEVA (Example Wire) - ".to_owned()), Just("The two sides met in Geneva, and agreed to meet again soon. ".to_owned()),
    ], 0..12)) {
        let text = parts.concat();
        for text in [text.clone(), format!("<html>{text}"), format!("# {text}")] {
            if let Ok(raw) = try_to_read(text.as_bytes()) {
                let words = raw.text.clone();
                let end = words.char_indices().nth(30).map_or(words.len(), |(at, _)| at);
                let found = candidate(&raw, Some("2025-09-03"), &words[..end], &words[..end]);
                is_sound(&raw, &drafted(&raw, &[found]), 1);
            }
        }
    }
}
