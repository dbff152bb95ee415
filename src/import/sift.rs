//! Text told from what stands around it: each piece by its rule (`furniture`), and by what it stands among.
//!
//! A doubtful line in the midst of the text stays: to lose a sentence is worse than to keep a line. At the
//! edges, where furniture is the rule, doubtful short lines go. Everything left out is listed, with its rule.

use super::article::{BlockKind, LeftOut};
use super::blocks::{Piece, ends_sentence, is_prose, words};
use super::furniture::{TO_READER, Zone, goes_on, verdict};
use super::{byline, phrases};

/// The text without what stands around it.
#[derive(Debug, Default)]
pub struct Sifted {
    /// The text.
    pub kept: Vec<Piece>,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Sources that a list names.
    pub sources: Vec<String>,
    /// A publisher that the furniture names.
    pub publisher: Option<String>,
}

/// Tells text from what stands around it.
pub fn sift(pieces: Vec<Piece>, title: &str) -> Sifted {
    let mut sifted = Sifted::default();
    let mut verdicts = alone(&pieces, title);
    runs(&pieces, &mut verdicts, &mut sifted.sources);
    below(&pieces, &mut verdicts);
    for (piece, verdict) in pieces.into_iter().zip(verdicts) {
        match verdict {
            Some(why) => {
                sifted.publisher = sifted.publisher.or_else(|| publisher(&piece.text));
                sifted.left_out.push(LeftOut { text: piece.text, why });
            }
            None => sifted.kept.push(piece),
        }
    }
    headings(&mut sifted);
    sifted
}

/// What each piece is by itself.
fn alone(pieces: &[Piece], title: &str) -> Vec<Option<&'static str>> {
    let last = pieces.iter().rposition(|piece| is_prose(&piece.text) && verdict(piece, Zone::Edge).is_none());
    let mut verdicts: Vec<Option<&'static str>> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let zone = if last.is_some_and(|last| at > last) { Zone::Edge } else { Zone::Middle };
        let repeats = !title.is_empty() && byline::same(title, &piece.text)
            || at > 0 && words(&piece.text) > 3 && byline::same(&pieces[at - 1].text, &piece.text);
        let after_words = at > 0 && verdicts[at - 1] == Some(TO_READER) && goes_on(&piece.text);
        verdicts.push(match (repeats, after_words) {
            (true, _) => Some("a line that stands there twice"),
            (_, true) => Some(TO_READER),
            _ => verdict(piece, zone),
        });
    }
    verdicts
}

/// Headings that govern the short pieces below them: sources, related links.
fn runs(pieces: &[Piece], verdicts: &mut [Option<&'static str>], sources: &mut Vec<String>) {
    let mut at = 0;
    while at < pieces.len() {
        let folded = phrases::folded(&pieces[at].text);
        let is_sources = phrases::is("sources", &folded) && words(&folded) < 5;
        let is_related = phrases::is("related", &folded);
        let label =
            ["sources:", "source:"].iter().find_map(|label| folded.starts_with(label).then_some(label.len()));
        let short =
            |piece: &&Piece| !is_prose(&piece.text) && words(&piece.text) <= if is_sources { 8 } else { 25 };
        if let Some(label) = label.filter(|label| folded.len() > *label && words(&folded) <= 14) {
            verdicts[at] = Some("a list of sources");
            let names = pieces[at].text.get(label..).unwrap_or("");
            names.split([',', ';']).for_each(|name| add_source(sources, name));
        } else if is_sources || is_related {
            let goes_on = |piece: &&Piece| short(piece) && verdict(piece, Zone::Edge) != Some(TO_READER);
            let run = pieces[at + 1..].iter().take_while(goes_on).count();
            let why = if is_sources { "a list of sources" } else { "related links" };
            let ends = at + 1 + run == pieces.len() || run > 0;
            if ends {
                verdicts[at..=at + run].fill(Some(why));
                let named = pieces[at + 1..=at + run].iter().filter(|_| is_sources);
                named
                    .filter(|piece| verdict(piece, Zone::Edge).is_none())
                    .for_each(|piece| add_source(sources, &piece.text));
                at += run;
            }
        }
        at += 1;
    }
}

fn add_source(sources: &mut Vec<String>, name: &str) {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '-' | '*' | '.'));
    if !name.is_empty() && !name.contains("://") && !sources.iter().any(|known| byline::same(known, name)) {
        sources.push(name.to_owned());
    }
}

/// Below the last paragraph short lines are furniture, whatever they say, unless a colon announces them.
fn below(pieces: &[Piece], verdicts: &mut [Option<&'static str>]) {
    let announces = |at: usize| {
        let text = &pieces[at].text;
        let has_list = pieces.get(at + 1).is_some_and(|next| next.kind == BlockKind::Item);
        has_list
            && text.ends_with(':')
            && words(text) > 3
            && phrases::beginning("related", &phrases::folded(text)).is_none()
    };
    let is_text = |at: &usize| verdicts[*at].is_none() && (is_prose(&pieces[*at].text) || announces(*at));
    let Some(last) = (0..pieces.len()).rev().find(is_text) else { return };
    let announced = pieces[last].text.ends_with(':');
    for at in last + 1..pieces.len() {
        let piece = &pieces[at];
        let is_list = announced && piece.kind == BlockKind::Item || piece.kind == BlockKind::Quote;
        let trails =
            pieces[..at].iter().enumerate().skip(last + 1).all(|(before, _)| verdicts[before].is_none());
        let keeps = is_list && trails || ends_sentence(&piece.text) && words(&piece.text) > 2 && trails;
        if verdicts[at].is_none() && !keeps {
            verdicts[at] = Some("a line that stands alone below the text");
        }
    }
}

/// A publisher that furniture names: `© 2025 Example Gazette`, `Comments posted here are not from Example Gazette`.
fn publisher(text: &str) -> Option<String> {
    let folded = phrases::folded(text);
    let (at, phrase) =
        phrases::part("publisher").iter().filter_map(|phrase| Some((folded.find(phrase)?, *phrase))).min()?;
    // Folding keeps the number of characters, but for spaces.
    let skip = folded[..at + phrase.len()].chars().count();
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest: String = plain.chars().skip(skip).collect();
    let rest = rest.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '©' | '-' | '–' | ',' | ':' | '.' | '(')
    });
    let name = rest.split(['.', ',', '|', ';', '(']).next().unwrap_or("").trim();
    let name = name.strip_prefix("by ").unwrap_or(name);
    let is_name = words(name) > 0 && words(name) < 7 && name.starts_with(char::is_uppercase);
    (is_name && phrases::count("reader", &phrases::folded(name)) == 0).then(|| name.to_owned())
}

/// Short lines between paragraphs are headings; one with nothing below it heads nothing.
fn headings(sifted: &mut Sifted) {
    let count = sifted.kept.len();
    for at in 0..count {
        let next_is_text = sifted.kept.get(at + 1).is_some_and(|next| next.kind != BlockKind::Heading);
        let piece = &mut sifted.kept[at];
        let is_line = words(&piece.text) <= 16
            && (!ends_sentence(&piece.text) || piece.text.ends_with('?'))
            && !piece.text.ends_with([':', ',', ';']);
        let quoted = piece.text.starts_with(['"', '“', '«', '„']);
        if piece.kind == BlockKind::Paragraph && is_line && next_is_text && !quoted {
            piece.kind = BlockKind::Heading;
        }
    }
    while sifted.kept.len() > 1 && sifted.kept.last().is_some_and(|last| last.kind == BlockKind::Heading) {
        let why = "a heading with nothing below it";
        sifted.left_out.extend(sifted.kept.pop().map(|piece| LeftOut { text: piece.text, why }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The two sides met in Geneva on Wednesday, for the first time in a year.";

    fn pieces(texts: &[&str]) -> Vec<Piece> {
        let kind = |text: &str| if text.starts_with("• ") { BlockKind::Item } else { BlockKind::Paragraph };
        texts.iter().map(|text| Piece::new(kind(text), text.trim_start_matches("• "))).collect()
    }

    fn kept(texts: &[&str]) -> Vec<String> {
        sift(pieces(texts), "The headline of the day").kept.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn what_stands_below_a_text_is_none_of_it() {
        for below in [
            vec!["Did you find an error or inaccuracy?", "We will look into it as soon as we can."],
            vec!["Follow the Example channel on WhatsApp:", "https://whatsapp.example/channel/1"],
            vec![
                "The comments posted here are not from Example Gazette. Kindly refrain from obscene words in your comments.",
            ],
            vec!["Sign up for our newsletter, and never miss a story."],
            vec!["Related articles", "Who is who at the talks", "Ten things to know"],
            vec!["Share", "Tweet", "Print"],
            vec!["Tags: talks, Geneva"],
            vec!["© 2025 Example Gazette. All rights reserved."],
            vec!["* * *", "Download our app, and get news alerts.", "Who is who at the talks"],
            vec!["Підписуйтесь на наш Телеграм-канал, читайте нас у Facebook."],
            vec!["The views expressed here are those of the author, and do not necessarily reflect ours."],
        ] {
            let all: Vec<&str> = [TEXT].into_iter().chain(below.iter().copied()).collect();
            assert_eq!(kept(&all), [TEXT], "{below:?}");
        }
    }

    #[test]
    fn what_stands_amid_a_text_is_left_out_where_it_is_sure() {
        for amid in [
            "ADVERTISEMENT",
            "Also read: Who is who at the talks",
            "Read more: Ten things",
            "image",
            "Share on Facebook",
            "The headline of the day",
            "https://gazette.example/more",
            "The ministers in Geneva. Photo: Example Pictures",
            "5 min read",
            "— — —",
        ] {
            assert_eq!(kept(&[TEXT, amid, TEXT]).len(), 2, "{amid}");
        }
    }

    #[test]
    fn text_is_text() {
        for text in [
            "“Follow us, and you will see your country rise,” the president told his followers on Telegram.",
            "We will not sign this treaty, and you know why.",
            "Support for our army will not end, the minister wrote on Facebook.",
            "The minister subscribed to the view that the talks had failed.",
            "Share of the vote: 40 per cent, the commission said on Wednesday in a statement.",
            "What remains open",
            "The ministry shared the photo on X, and later deleted it without a word.",
            "Read in full, the treaty says nothing of the kind.",
        ] {
            assert!(kept(&[TEXT, text, TEXT]).contains(&text.to_owned()), "{text}");
        }
        let list = ["The terms are:", "• A ceasefire", "• An exchange of prisoners"];
        assert_eq!(
            kept(&[
                TEXT,
                "The terms, as the mediator read them out to reporters, are these:",
                list[1],
                list[2]
            ])
            .len(),
            4
        );
    }

    #[test]
    fn sources_are_named() {
        let sifted = sift(
            pieces(&[
                TEXT,
                "Sources",
                "• Example Wire",
                "• Example Herald",
                "• Example Wire",
                "Did you find an error?",
            ]),
            "",
        );
        assert_eq!(sifted.sources, ["Example Wire", "Example Herald"]);
        assert_eq!(sifted.kept.len(), 1);
        assert_eq!(sift(pieces(&[TEXT, "Source: Example Wire"]), "").sources, ["Example Wire"]);
    }

    #[test]
    fn furniture_may_name_the_publisher() {
        for (line, name) in [
            ("© 2025 Example Gazette. All rights reserved.", Some("Example Gazette")),
            ("Copyright 2025 Example Herald", Some("Example Herald")),
            (
                "The comments posted here are not from Example Gazette. Refrain from insults.",
                Some("Example Gazette"),
            ),
            ("Sign up for our newsletter", None),
        ] {
            assert_eq!(publisher(line).as_deref(), name, "{line}");
        }
    }

    #[test]
    fn short_lines_before_a_text_are_headings() {
        let sifted = sift(pieces(&[TEXT, "What remains open", TEXT, "A last line"]), "");
        let kinds: Vec<BlockKind> = sifted.kept.iter().map(|piece| piece.kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Heading, BlockKind::Paragraph]);
    }
}
