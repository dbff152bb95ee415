//! The temporal tagger against passages marked by hand, against every rule of the grammar, and
//! against texts that nobody would write.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "how long hostile texts take is tested")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use dateline::extract::{Language, Mode, dates, is_english};
use dateline::model::date::EventDate;
use dateline::model::timex::{Anchor, Timex};
use proptest::prelude::*;
use serde::Deserialize;

/// A text with its expressions marked: `{words|VALUE}`.
#[derive(Deserialize)]
struct Passage {
    published: Option<String>,
    #[serde(default)]
    mode: Option<String>,
    text: String,
}

/// An expression as it is marked: bytes, words, value.
type Marked = (usize, String, String);

impl Passage {
    fn published(&self) -> Option<EventDate> {
        self.published.as_ref().map(|date| EventDate::parse(date).expect("a date"))
    }

    fn mode(&self) -> Option<Mode> {
        self.mode.as_ref().map(|mode| if mode == "news" { Mode::News } else { Mode::Narrative })
    }

    fn read(&self) -> (String, Vec<Marked>) {
        let (mut text, mut marked) = (String::new(), Vec::new());
        for piece in self.text.split('{') {
            let Some((mark, rest)) = piece.split_once('}') else {
                text += piece;
                continue;
            };
            let (words, value) = mark.split_once('|').expect("{words|VALUE}");
            marked.push((text.len(), words.to_owned(), value.to_owned()));
            text = text + words + rest;
        }
        (text, marked)
    }
}

fn passages(file: &str) -> Vec<Passage> {
    serde_yaml::from_str(file).expect("a list of passages")
}

fn find(text: &str, published: Option<&EventDate>, mode: Option<Mode>) -> Vec<Timex> {
    dates(text, published, mode, Language::english())
}

fn shown(text: &str, found: &[Timex]) -> Vec<Marked> {
    let words = |timex: &Timex| text[timex.span.clone()].to_owned();
    found.iter().map(|timex| (timex.span.start, words(timex), timex.value.clone())).collect()
}

#[test]
fn the_language_files_are_whole() {
    for (name, file) in [
        ("en", include_str!("../src/extract/languages/en.yaml")),
        ("und", include_str!("../src/extract/languages/und.yaml")),
    ] {
        assert_eq!(Language::read(file).map(|language| language.name), Ok(name.to_owned()));
    }
}

/// Every date of a text in another language says all itself; the text tells that it is not English.
#[test]
fn texts_in_other_languages_give_only_explicit_dates() {
    for (name, text, expected) in FOREIGN {
        assert_eq!(is_english(text), Some(false), "{name}");
        let published = EventDate::parse("2024-05-20").ok();
        let found = dates(text, published.as_ref(), None, Language::of(text));
        let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
        assert_eq!(values, *expected, "{name}");
        assert!(found.iter().all(|timex| timex.anchor == Anchor::Itself), "{name}");
    }
}

const FOREIGN: &[(&str, &str, &[&str])] = &[
    (
        "German",
        "Der Rat der Stadt hat am 12. Mai 2024 beschlossen, die alte Brücke über den Fluss zu sperren. Sie war lange \
         nicht erneuert worden. Im Jahr 2019 hatten Fachleute gewarnt, dass der Beton nicht mehr trägt. Die Arbeiten \
         sollen am 03.06.2024 beginnen und bis Ende Oktober dauern. Gestern sagte der Bürgermeister nichts.",
        &["2024-05-12", "2019", "2024-06-03"],
    ),
    (
        "French",
        "Le conseil municipal a décidé le 12 mai 2024 de fermer le vieux pont sur la rivière. En avril 2019, des \
         experts avaient averti que le béton ne tiendrait plus longtemps. Les travaux doivent commencer le 1er juin \
         2024 et durer jusqu'à la fin du mois d'octobre. Le maire a dit hier qu'il n'y avait pas d'autre solution.",
        &["2024-05-12", "2019-04", "2024-06-01"],
    ),
    (
        "Ukrainian",
        "Міська рада 12 травня 2024 року вирішила закрити старий міст через річку. Востаннє його ремонтували у 1998 \
         році. У квітні 2019 року фахівці попереджали, що бетон довго не витримає. Роботи мають початися 03.06.2024 і \
         тривати до кінця жовтня. Міський голова сказав учора, що іншого виходу немає.",
        &["2024-05-12", "1998", "2019-04", "2024-06-03"],
    ),
    (
        "Russian",
        "Городской совет 12 мая 2024 года решил закрыть старый мост через реку. В апреле 2019 года специалисты \
         предупреждали, что бетон долго не выдержит. Работы должны начаться 3-го июня 2024 г. и продлиться до конца \
         октября. Мэр сказал вчера, что другого выхода нет, движение по мосту опасно.",
        &["2024-05-12", "2019-04", "2024-06-03"],
    ),
];

#[test]
fn english_is_told_by_its_commonest_words() {
    for file in [include_str!("extract/tuning.yaml"), include_str!("extract/styles_tuning.yaml")] {
        for passage in passages(file) {
            let (text, _) = passage.read();
            assert_ne!(is_english(&text), Some(false), "{text}");
        }
    }
    assert_eq!(is_english("Geneva, 4 May"), None);
}

/// Each example shows one rule, or one way to resolve.
#[test]
fn every_example_is_read_as_it_is_marked() {
    let mut wrong = Vec::new();
    for passage in passages(include_str!("extract/rules.yaml")) {
        let (text, marked) = passage.read();
        let found = shown(&text, &find(&text, passage.published().as_ref(), passage.mode()));
        if found != marked {
            let only =
                |a: &[Marked], b: &[Marked]| a.iter().filter(|x| !b.contains(x)).cloned().collect::<Vec<_>>();
            wrong.push(format!(
                "{text}\n  marked {:?}\n  found {:?}",
                only(&marked, &found),
                only(&found, &marked)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_an_example() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for passage in passages(include_str!("extract/rules.yaml")) {
        let (text, _) = passage.read();
        for timex in find(&text, passage.published().as_ref(), passage.mode()) {
            *seen.entry(timex.rule.to_string()).or_default() += 1;
        }
    }
    let language: serde_yaml::Value =
        serde_yaml::from_str(include_str!("../src/extract/languages/en.yaml")).expect("YAML");
    let rules = ["first", "second"].into_iter().filter_map(|round| language.get(round)?.as_sequence());
    let missing: Vec<&str> = rules
        .flatten()
        .filter(|rule| rule.get("mean").and_then(|mean| mean.as_str()) != Some("nothing"))
        .filter_map(|rule| rule.get("name")?.as_str())
        .filter(|name| !seen.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "add examples to tests/extract/rules.yaml: {missing:?}");
}

/// F1 of found words and of found words with their values.
fn measure(file: &str) -> (f64, f64) {
    let (mut gold, mut system, mut strict, mut right) = (0, 0, 0, 0);
    for passage in passages(file) {
        let (text, marked) = passage.read();
        let found = shown(&text, &find(&text, passage.published().as_ref(), passage.mode()));
        gold += marked.len();
        system += found.len();
        let same = |a: &&Marked| found.iter().any(|b| (a.0, &a.1) == (b.0, &b.1));
        strict += marked.iter().filter(same).count();
        right += marked.iter().filter(|mark| found.contains(mark)).count();
    }
    let f1 = |matched: usize| 200.0 * matched as f64 / (gold + system) as f64;
    (f1(strict), f1(right))
}

#[test]
fn passages_are_read_as_well_as_before() {
    for (name, file, least) in [
        ("tuning", include_str!("extract/tuning.yaml"), (99.0, 99.0)),
        ("held", include_str!("extract/held.yaml"), (95.0, 92.0)),
        ("styles_tuning", include_str!("extract/styles_tuning.yaml"), (98.0, 96.0)),
        ("styles_held", include_str!("extract/styles_held.yaml"), (93.0, 89.0)),
    ] {
        let (strict, value) = measure(file);
        println!("{name}: strict {strict:.1}, strict and value {value:.1}");
        assert!(strict >= least.0 && value >= least.1, "{name}: {strict:.1}, {value:.1}");
    }
}

#[test]
fn each_value_says_what_it_was_resolved_from() {
    let day = EventDate::parse("2013-03-22").ok();
    let text = "On May 2, 2011 the fair opened. Two days later it rained. It closed yesterday.";
    let found = find(text, day.as_ref(), Some(Mode::News));
    let anchors: Vec<Anchor> = found.iter().map(|timex| timex.anchor).collect();
    assert_eq!(anchors, [Anchor::Itself, Anchor::Story { start: 3, end: 14 }, Anchor::Published]);
}

#[test]
fn without_a_publication_date_nothing_is_made_up() {
    let found = find("They met yesterday, and will meet on Monday.", None, None);
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["XXXX-XX-XX", "XXXX-WXX-1"]);
    assert!(found.iter().all(|timex| timex.anchor == Anchor::Missing && timex.edtf.is_none()));
}

#[test]
fn hostile_texts_take_no_longer_than_others() {
    let published = EventDate::parse("2013-03-22").ok();
    for unit in [
        "1",
        "last ",
        "(",
        "the ",
        "March ",
        "1 ",
        "1-",
        "two hundred and ",
        "a ",
        "'",
        "1990s ",
        "\n",
        "é",
        "12:30 ",
        "e\u{301}",
        "a\u{301}\u{302}\u{303}",
        "in the spring of the year of the end of the week of ",
        "555-",
        "1.1.",
        "nineteen ",
        "The mayor said on Monday that the bridge would be shut until May. ",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let start = Instant::now();
        find(&text, published.as_ref(), None);
        assert!(start.elapsed() < Duration::from_secs(10), "{unit:?}: {:?}", start.elapsed());
    }
}

fn check(text: &str, published: Option<&EventDate>, mode: Option<Mode>) {
    check_in(Language::english(), text, published, mode);
}

fn check_in(language: &Language, text: &str, published: Option<&EventDate>, mode: Option<Mode>) {
    let mut at = 0;
    for timex in dates(text, published, mode, language) {
        assert!(timex.span.start >= at && timex.span.start < timex.span.end, "{timex} in {text:?}");
        assert!(text.get(timex.span.clone()).is_some(), "{timex} in {text:?}");
        assert!(!timex.value.is_empty(), "{timex} in {text:?}");
        let same = timex.edtf.as_ref().map(|date| EventDate::parse(date.as_str()).expect("EDTF"));
        assert_eq!(same, timex.edtf);
        at = timex.span.end;
    }
}

/// Words that rules are made of, so that many of them meet.
fn words() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "last",
        "next",
        "early",
        "of",
        "March",
        "May",
        "Monday",
        "2",
        "31",
        "1990",
        "29",
        "February",
        "week",
        "years",
        "two",
        "ago",
        "later",
        "morning",
        "at",
        "10:30",
        "p.m.",
        "-",
        ",",
        ".",
        "\n\n",
        "BC",
        "quarter",
        "third",
        "fiscal",
        "'s",
        "half",
        "and",
        "a",
        "hundred",
        "century",
        "Easter",
        "weekend",
        "1/2/99",
        "0000-00-00",
        "9999",
        "decade",
        "99999999999",
        "summer",
        "same",
        "day",
        "é",
        "\u{2019}",
        "nineteen",
        "oh",
        "this",
        "past",
        "ended",
        "every",
        "quarter-hour",
        "hours",
        "2013-03-22T10:00:00+01:00",
        "2013-02-31",
        "31.02.2013",
        "0830",
        "GMT",
        "tonight",
        "9/11",
        "000,000",
        "million",
        "-",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..30).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn spans_are_in_order_and_values_are_edtf(text in words(), year in 0_i32..=9999, news: bool) {
        let published = EventDate::parse(&format!("{year:04}-02-28")).ok();
        check(&text, published.as_ref(), Some(if news { Mode::News } else { Mode::Narrative }));
        check(&text, None, None);
        check_in(Language::undetermined(), &text, published.as_ref(), None);
    }

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        check(&text, None, None);
        check_in(Language::undetermined(), &text, None, None);
        is_english(&text);
    }
}
