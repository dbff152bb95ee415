//! Candidate events out of invented passages: every rule, whole articles as snapshots, and what
//! holds for any text.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "extract/score.rs"]
mod score;

use dateline::extract::{Language, Lexicon, candidates, dates};
use dateline::model::candidate::{Candidate, EVIDENCE_WORDS, RawText};
use dateline::model::date::EventDate;
use dateline::model::timeline::Timeline;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&Timeline::default()));

fn read(text: &str, published: Option<&str>) -> Vec<Candidate> {
    let published = published.map(|date| EventDate::parse(date).expect("a date"));
    let found = dates(text, published.as_ref(), None, Language::english());
    candidates(&RawText { text, published: published.as_ref(), ..RawText::default() }, &found, &LEXICON)
}

fn names(list: &[dateline::model::candidate::Named]) -> String {
    list.iter().map(|named| named.key().to_owned()).collect::<Vec<_>>().join(", ")
}

/// One line a candidate: date, type, who to whom, where, headline.
fn lines(text: &str, published: Option<&str>) -> Vec<String> {
    let line = |candidate: &Candidate| {
        let mut line = candidate.date.as_ref().map_or("?".to_owned(), ToString::to_string);
        let _ = write!(line, " {} {}", candidate.event_type.id(), names(&candidate.actors));
        if !candidate.recipients.is_empty() {
            let _ = write!(line, " > {}", names(&candidate.recipients));
        }
        if let Some(place) = &candidate.place {
            let _ = write!(line, " @ {}", place.key());
        }
        line
    };
    read(text, published).iter().map(line).collect()
}

fn headlines(text: &str) -> Vec<String> {
    read(text, Some("2031-05-14")).into_iter().map(|candidate| candidate.headline).collect()
}

#[test]
fn what_happened_becomes_a_candidate() {
    for (text, expected) in [
        // A person who is brought in by country and title.
        (
            "Norwegian Foreign Minister Ola Testmann condemned Oman on Monday.",
            "2031-05-12 accuse Ola Testmann > Oman",
        ),
        // A title points back.
        (
            "Chilean envoy Rita Prova arrived in Oslo on 3 May. The envoy praised Norway.",
            "2031-05-03 consult Rita Prova @ Oslo",
        ),
        // A capital for its government, and as a place.
        ("Oslo rejected the offer on Tuesday.", "2031-05-13 reject Norway"),
        (
            "Norway and Oman signed a treaty in Muscat on 2 May 2031.",
            "2031-05-02 agree Norway, Oman @ Muscat",
        ),
        // A light verb takes the type of its object.
        (
            "Norway and Chile held talks in Santiago on 5 May 2031.",
            "2031-05-05 consult Norway, Chile @ Santiago",
        ),
        ("Norway imposed sanctions on Oman on 6 May 2031.", "2031-05-06 sanction Norway > Oman"),
        // Those who act for a state.
        ("Norwegian troops withdrew from Oman on 7 May 2031.", "2031-05-07 retreat Norway > Oman"),
        // A thing of theirs.
        ("A Norwegian submarine docked in Chile on 8 May 2031.", "2031-05-08 mobilize Norway @ Chile"),
        // Passive.
        ("Oman was attacked by Chile on 9 May 2031.", "2031-05-09 assault Chile > Oman"),
        // A noun with its date.
        ("The text recalls Chile's 2019 annexation of two Norwegian islands.", "2019 coerce Chile > Norway"),
        // Without a date: the report's.
        ("Norway rejected the plan.", "2031-05-14 reject Norway"),
        ("Norway has rejected the plan.", "2031-05~ reject Norway"),
    ] {
        let found = lines(text, Some("2031-05-14"));
        assert_eq!(found.first().map(String::as_str), Some(expected), "{text}\n{found:?}");
    }
}

#[test]
fn what_did_not_happen_is_left_out() {
    for text in [
        "Norway did not sign the treaty on Monday.",
        "Norway would attack Oman.",
        "Norway could sign a treaty with Oman on Friday.",
        "If Norway signed the treaty, Oman would follow.",
        "Whether Norway rejected the plan is open.",
        "Norway has often condemned Oman.",
        "Analysts rejected the plan.",
        "The text suggests a shift in Europe.",
        "Did Norway sign the treaty?",
        "Norway wants peace.",
        "Follow Norway on our channel",
        "Norwegian oil is condemned in Oman.",
        "Any meeting between Norway and Oman would be hard.",
    ] {
        assert_eq!(lines(text, Some("2031-05-14")), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn speech_and_plans_are_statements() {
    for (text, expected) in [
        ("Norway said on Monday that Oman would attack.", "2031-05-12 statement Norway"),
        ("Norway is set to host Oman in Bergen.", "2031-05~ statement Norway"),
        ("Norway has never ruled out a treaty.", "2031-05~ statement Norway"),
        ("Norway refused to meet Oman on Monday.", "2031-05-12 reject Norway > Oman"),
    ] {
        let found = lines(text, Some("2031-05-14"));
        assert_eq!(found.len(), 1, "{text}\n{found:?}");
        assert!(found[0].starts_with(expected), "{text}\n{found:?}");
    }
}

#[test]
fn headlines_say_who_did_what() {
    for (text, expected) in [
        ("Norway declared on Monday that the border is open.", "Norway declares that the border is open"),
        (
            "Norwegian Foreign Minister Ola Testmann condemned Oman on Monday, noting its debts.",
            "Ola Testmann condemns Oman",
        ),
        ("Norway and Oman signed a treaty on 2 May 2031.", "Norway and Oman sign a treaty"),
        ("A Norwegian submarine docked in Chile on 8 May 2031.", "A Norwegian submarine docks in Chile"),
    ] {
        assert_eq!(headlines(text).first().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn without_any_date_the_question_stays() {
    let found = read("Norway rejected the plan.", None);
    assert_eq!(found.first().map(|candidate| candidate.date.clone()), Some(None));
    assert!(found[0].date_reason.contains("ask"));
}

#[test]
fn one_happening_told_twice_is_one_candidate() {
    let text = "Norway and Oman signed a border treaty in Muscat on 2 May 2031. \
                The border treaty between Norway and Oman was signed in Muscat on 2 May 2031.";
    assert_eq!(lines(text, Some("2031-05-14")).len(), 1);
}

#[test]
fn a_whole_report() {
    let text = "Norway and Oman end a quarrel over fish\n\n\
        MUSCAT — Norwegian Foreign Minister Ola Testmann met his Omani counterpart in Muscat on Wednesday and said that \
        the quarrel over fishing rights was over.\n\n\
        Oman's government quickly welcomed the offer. The two states signed a fishing treaty in June 2029, which Chile \
        had mediated.\n\n\
        Analysts doubt that the peace will last. It could end if prices fall.\n\n\
        Chile, meanwhile, has proposed a conference in Santiago. Testmann also warned Iceland against sending ships.\n\n\
        Share this article\n";
    let mut shown = String::new();
    for candidate in read(text, Some("2031-05-14")) {
        let _ = writeln!(
            shown,
            "{} | {} | {} | {} > {} | {} | {}\n  {}\n  {}",
            candidate.date.as_ref().map_or("?".to_owned(), ToString::to_string),
            candidate.headline,
            candidate.event_type.id(),
            names(&candidate.actors),
            names(&candidate.recipients),
            candidate.place.as_ref().map_or("-", |place| place.key()),
            candidate.confidence,
            candidate.date_reason,
            candidate.reasons.join("; "),
        );
    }
    insta::assert_snapshot!(shown);
}

/// Passages with the events marked by hand. Of those held out, only the scores were ever looked at.
#[test]
fn passages_give_the_events_that_an_editor_would_take() {
    for (name, file, least) in [
        ("tuning", include_str!("extract/events_tuning.yaml"), (98.0, 97.0)),
        ("held", include_str!("extract/events_held.yaml"), (90.0, 90.0)),
    ] {
        let score = score::score(file, &LEXICON);
        let (recall, precision) = (score.recall(), score.precision());
        println!(
            "{name}: {} of {} events found with the right date ({recall:.1} %), {} of these with the right type, {} \
             with the right actors; {} of {} drafts kept ({precision:.1} %)",
            score.found, score.expected, score.typed, score.acted, score.kept, score.proposed,
        );
        let faults = if name == "held" { String::new() } else { score.faults.join("\n") };
        assert!(recall >= least.0 && precision >= least.1, "{name}: {recall:.1} {precision:.1}\n{faults}");
        assert!(
            score.typed * 100 >= score.found * 95 && score.acted * 100 >= score.found * 95,
            "{name}\n{faults}"
        );
    }
}

/// Pieces of news prose and of anything else.
fn any_prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Norway ".to_owned()),
        Just("Foreign Minister Ola Testmann ".to_owned()),
        Just("signed ".to_owned()),
        Just("said that ".to_owned()),
        Just("the treaty’s ".to_owned()),
        Just("“never” ".to_owned()),
        Just("on 3 May 2031, ".to_owned()),
        Just("and ".to_owned()),
        Just("who ".to_owned()),
        Just(". ".to_owned()),
        Just("\n".to_owned()),
        Just("U.S. ".to_owned()),
        any::<String>(),
        "[ a-zA-Z.,’'“”é—-]{0,12}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_fit_any_text(text in any_prose()) {
        for candidate in read(&text, Some("2031-05-14")) {
            let evidence = text.get(candidate.evidence.range()).expect("evidence stands in the text");
            prop_assert!(!evidence.is_empty());
            prop_assert!(evidence.split_whitespace().count() <= EVIDENCE_WORDS);
            prop_assert!(candidate.headline.chars().count() <= 120);
            prop_assert!(candidate.confidence <= 100);
            let spans = candidate.actors.iter().chain(&candidate.recipients).chain(&candidate.place);
            for span in spans.filter_map(|named| named.span).chain(candidate.type_span).chain(candidate.date_span) {
                prop_assert!(text.get(span.range()).is_some());
            }
        }
    }
}
