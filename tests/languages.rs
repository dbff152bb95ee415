//! The languages of the pages: the built-in texts hold together, numbers and dates are worded as each
//! language words them, and a site's own texts stand over the built-in ones.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "the files are what is tested")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use dateline::model::country;
use dateline::model::date::{ClockTime, EventDate};
use dateline::model::event_type::EventType;
use dateline::model::language::Language;
use dateline::model::language::texts::{Arg, BUILT_IN, References, ids, messages};
use fluent_bundle::FluentResource;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn resource(tag: &str) -> FluentResource {
    let path = format!("{ROOT}/templates/texts/{tag}.ftl");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"))
}

/// What is put into each text. `$precision` only chooses among forms, and `$of_month` is another form of `$month`.
fn variables(resource: &FluentResource) -> BTreeMap<String, BTreeSet<String>> {
    let of = |(id, pattern)| {
        let mut found = References::default();
        References::pattern(&mut found, pattern);
        let names = found.variables.iter().filter(|name| **name != "precision");
        let names = names.map(|name| if *name == "of_month" { "month" } else { name });
        (String::from(id), names.map(str::to_owned).collect())
    };
    messages(resource).map(of).collect()
}

#[test]
fn every_text_is_in_every_language() {
    let english = variables(&resource("en"));
    assert_eq!(english.len(), ids().count(), "an id stands twice, or the program has other texts");
    for tag in BUILT_IN {
        let resource = resource(tag);
        let of_language = variables(&resource);
        let entries: Vec<&str> = messages(&resource).map(|(id, _)| id).collect();
        assert_eq!(entries.len(), of_language.len(), "a text stands twice in `{tag}`");
        let english_entries: Vec<String> =
            messages(&resource_of_english()).map(|(id, _)| id.to_owned()).collect();
        assert_eq!(entries, english_entries, "`{tag}` has other texts, or another order");
        for (id, names) in &english {
            assert_eq!(of_language.get(id), Some(names), "what is put into `{id}` in `{tag}`");
        }
    }
}

fn resource_of_english() -> FluentResource {
    resource("en")
}

#[test]
fn every_text_is_used_and_every_text_that_is_used_exists() {
    let mut used = BTreeSet::new();
    let files =
        ["templates", "src"].into_iter().flat_map(|folder| WalkDir::new(Path::new(ROOT).join(folder)));
    for file in files.filter_map(Result::ok) {
        let name = file.file_name().to_string_lossy();
        let Ok(text) = fs::read_to_string(file.path()) else { continue };
        if name.ends_with(".html") {
            let names = text.match_indices("t.").filter(|(at, _)| !text[..*at].ends_with(is_name));
            used.extend(
                names.map(|(at, _)| text[at + 2..].split(|c| !is_name(c)).next().unwrap_or("").to_owned()),
            );
        }
        if name.ends_with(".html") || name.ends_with(".rs") {
            // In the program and in `text(id="…")`, an id is a string.
            used.extend(
                text.split('"').skip(1).filter(|piece| piece.chars().all(is_name)).map(str::to_owned),
            );
        }
    }
    let of_table = EventType::ALL.iter().flat_map(|kind| {
        let class = kind.class().id().replace('-', "_");
        [format!("type_{}", kind.id()), format!("means_{}", kind.id()), format!("class_{class}")]
    });
    used.extend(of_table);
    let unused: Vec<&str> = ids().filter(|id| !used.contains(*id)).collect();
    assert_eq!(unused, [""; 0], "take these texts out of `templates/texts/`");
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The table of types in the code is what the README and the terminal show.
#[test]
fn english_texts_are_those_of_the_table_of_types() {
    let english = Language::english();
    for kind in EventType::ALL {
        assert_eq!(english.event_type(*kind), kind.label());
        assert_eq!(english.meaning(*kind), kind.definition());
        assert_eq!(english.class(kind.class()), kind.class().label());
    }
}

#[test]
fn counts_have_the_forms_of_each_language() {
    const COUNTS: [u64; 14] = [0, 1, 2, 3, 5, 10, 11, 12, 21, 22, 99, 100, 101, 1234];
    let mut table = String::new();
    for tag in BUILT_IN {
        let language = Language::new(tag, &[]);
        for id in ["events", "reports", "from_reports", "more", "all_actors", "all_topics"] {
            let said = COUNTS.map(|count| language.say(id, &[("count", Arg::Count(count))]));
            table += &format!("{tag} {id}: {}\n", said.join(" | "));
        }
    }
    insta::assert_snapshot!("counts", table);
}

#[test]
fn dates_have_the_forms_of_each_language() {
    const DATES: [&str; 42] = [
        "2025-09-03",
        "2025-09-01",
        "2024-06",
        "2022",
        "0033",
        "2025-08-15~",
        "2025-08~",
        "2025~",
        "2022-21~",
        "2025-08-15?",
        "2025-08?",
        "2025?",
        "2025-08-15%",
        "2025%",
        "2025-06-02/2025-06-04",
        "2025-06-01/2025-06-04",
        "2025-05-30/2025-06-02",
        "2024-12-28/2025-01-03",
        "2025-06/2025-07",
        "2024-12/2025-01",
        "2022/2025",
        "2025-06-02~/2025-06-04~",
        "2025-06-02/2025-06-04?",
        "2025-06/2025-07-04",
        "2025-06-01~/2025-06-10~",
        "2025-06-11~/2025-06-20~",
        "2024-02-21~/2024-02-29~",
        "2025-01~/2025-04~",
        "2025-05~/2025-08~",
        "2025-09~/2025-12~",
        "2022-21",
        "2022-22",
        "2022-23",
        "2022-24",
        "2025-33",
        "2025-37",
        "2025-40",
        "2025-41",
        "2025-09-XX",
        "2025-XX",
        "201X",
        "19XX",
    ];
    let mut table = String::new();
    for edtf in DATES {
        let date = EventDate::parse(edtf).expect(edtf);
        let said = BUILT_IN.map(|tag| Language::new(tag, &[]).date(&date));
        table += &format!("{edtf}: {}\n", said.join(" | "));
    }
    let day = NaiveDate::from_ymd_opt(2025, 9, 3).expect("a day");
    let time = ClockTime { minute_of_day: 870, offset: Some(-210) };
    for tag in BUILT_IN {
        let language = Language::new(tag, &[]);
        let moment = language.moment(&language.day(day), Some(time)).expect("a time");
        let months: Vec<&str> = (1..=12).map(|month| language.month_name(month)).collect();
        table +=
            &format!("{tag}: {moment}, {}, {}\n", language.day_of_month(day), language.years(2022, 2025));
        table += &format!("{tag}: {}\n", months.join(" "));
    }
    insta::assert_snapshot!("dates", table);
}

#[test]
fn a_tag_says_how_dates_and_numbers_are_written() {
    let day = NaiveDate::from_ymd_opt(2025, 9, 3).expect("a day");
    for (tag, date, number, direction) in [
        ("en", "3 September 2025", "12,345", "ltr"),
        ("en-US", "September 3, 2025", "12,345", "ltr"),
        ("EN-gb", "3 September 2025", "12,345", "ltr"),
        ("uk-UA", "3 вересня 2025\u{202f}р.", "12\u{a0}345", "ltr"),
        ("fr-CA", "3 septembre 2025", "12\u{a0}345", "ltr"),
        ("ar", "3 سبتمبر 2025", "12,345", "rtl"),
        ("ar-EG", "٣ سبتمبر ٢٠٢٥", "١٢٬٣٤٥", "rtl"),
        ("ar-u-nu-arab", "٣ سبتمبر ٢٠٢٥", "١٢٬٣٤٥", "rtl"),
        ("ar-IQ", "٣ أيلول ٢٠٢٥", "١٢٬٣٤٥", "rtl"),
        ("de", "3. September 2025", "12.345", "ltr"),
        ("he", "3 בספטמבר 2025", "12,345", "rtl"),
        ("fa", "۳ سپتامبر ۲۰۲۵", "۱۲٬۳۴۵", "rtl"),
        ("ja", "2025年9月3日", "12,345", "ltr"),
        ("tlh", "3 September 2025", "12,345", "ltr"),
        ("de-x-newsroom", "3. September 2025", "12.345", "ltr"),
    ] {
        let language = Language::new(tag, &[]);
        assert_eq!((language.day(day).as_str(), language.count(12345).as_str()), (date, number), "{tag}");
        assert_eq!(language.direction(), direction, "{tag}");
    }
}

#[test]
fn countries_have_names_in_every_language() {
    for code in country::codes() {
        for tag in BUILT_IN {
            let name = country::name(code, tag).unwrap_or_default();
            assert!(!name.is_empty() && name.trim() == name, "{code} in {tag}: {name:?}");
        }
    }
    assert_eq!(Language::new("uk-UA", &[]).country("CH"), Some("Швейцарія"));
    assert_eq!(Language::new("de", &[]).country("CH"), Some("Switzerland"));
}
