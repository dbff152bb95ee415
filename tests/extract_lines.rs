//! `dateline extract`, the real binary: one line in, one line out, as its schema says.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Runs the command on these lines: its exit code, and its answers.
fn extract(arguments: &[&str], lines: &[u8]) -> (i32, Vec<Value>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("extract")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || {
        // A command that reads nothing closes its end.
        let _ = input.write_all(&lines);
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("all was written");
    let answers = String::from_utf8(output.stdout).expect("UTF-8");
    let answers = answers.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    (output.status.code().expect("a code"), answers)
}

fn one(arguments: &[&str], record: &Value) -> Value {
    let (code, mut answers) = extract(arguments, format!("{record}\n").as_bytes());
    assert_eq!((code, answers.len()), (0, 1));
    answers.remove(0)
}

const TEXT: &str = "Прага: Norway’s foreign minister met his Omani counterpart in Muscat on Wednesday. Talks go on tomorrow.";

#[test]
fn a_text_is_answered_with_dates_and_events() {
    let record = json!({ "id": 7, "text": TEXT, "published": "2031-05-16T08:00:00Z", "other": [] });
    insta::assert_snapshot!(serde_json::to_string_pretty(&one(&[], &record)).expect("JSON"));
}

#[test]
fn offsets_count_code_points() {
    let answer = one(&["--dates-only"], &json!({ "text": TEXT, "published": "2031-05-16" }));
    let date = &answer["dates"][0];
    let place = |key: &str| usize::try_from(date[key].as_u64().expect("a number")).expect("a place");
    let (begin, end) = (place("begin"), place("end"));
    let words: String = TEXT.chars().skip(begin).take(end - begin).collect();
    assert_eq!((words.as_str(), &date["text"]), ("Wednesday", &json!("Wednesday")));
    assert_eq!(answer["candidates"], json!([]));
}

#[test]
fn a_page_is_answered_with_its_text() {
    let html = "<!doctype html><html lang=en><head><title>Ministers meet in Oslo</title>\
        <meta property='article:published_time' content='2031-05-16'></head><body><nav>Home News</nav><article>\
        <h1>Ministers meet in Oslo</h1><p>Norway and Oman signed a treaty on fishing in the northern seas on \
        Wednesday, after two years of talks between their governments in several places.</p><p>The treaty ends a long \
        dispute between the two countries, said the Norwegian foreign minister in the afternoon.</p></article></body>";
    let answer = one(&[], &json!({ "id": "a", "html": html }));
    assert_eq!(answer["page"]["title"], "Ministers meet in Oslo");
    assert_eq!(answer["page"]["published"], "2031-05-16");
    let text = answer["page"]["text"].as_str().expect("a text");
    assert!(text.starts_with("Norway and Oman"), "{text}");
    assert_eq!(answer["dates"][0]["edtf"], "2031-05-14");
    assert_eq!(answer["candidates"][0]["date"], "2031-05-14");
    assert_eq!(answer["candidates"][0]["type"], "agree");
}

#[test]
fn another_language_is_said_and_only_full_dates_are_taken() {
    let text = "Der Außenminister sagte am Mittwoch in Berlin, die Gespräche mit der anderen Seite hätten am \
        14. Mai 2031 begonnen und würden in den nächsten Wochen fortgesetzt, falls alle Beteiligten zustimmen. Im Mai war \
        es still.";
    let answer = one(&[], &json!({ "text": text, "published": "2031-05-16" }));
    assert_eq!(answer["language"], "de");
    let dates = answer["dates"].as_array().expect("a list");
    assert_eq!(dates.iter().map(|date| &date["edtf"]).collect::<Vec<_>>(), ["2031-05-14"]);
    assert_eq!(answer["candidates"], json!([]));
}

#[test]
fn tags_stand_in_the_text() {
    let record = json!({ "id": null, "text": "He & she <met> on 3 May 2031.", "published": "2031-05-16" });
    let answer = one(&["--format", "timex3"], &record);
    let tagged =
        r#"He &amp; she &lt;met&gt; on <TIMEX3 tid="t1" type="DATE" value="2031-05-03">3 May 2031</TIMEX3>."#;
    assert_eq!(answer, json!({ "id": null, "timex3": tagged }));
}

#[test]
fn bad_lines_are_answered_too() {
    let lines = [
        r#"{"id": 1, "text": "On 3 May 2031."}"#,
        "nonsense",
        "[]",
        "",
        r#"{"id": 5}"#,
        r#"{"id": 6, "text": 1}"#,
        r#"{"id": 7, "text": "a", "html": "b"}"#,
        r#"{"id": 8, "text": "a", "published": "soon"}"#,
        r#"{"id": 9, "html": "%PDF-1.7"}"#,
        r#"{"id": 10, "text": ""}"#,
    ];
    let (code, answers) = extract(&[], (lines.join("\n") + "\n").as_bytes());
    assert_eq!(code, 1);
    let errors: Vec<String> = answers
        .iter()
        .map(|answer| format!("{} {}", answer["id"], answer["error"].as_str().unwrap_or("-")))
        .collect();
    insta::assert_snapshot!(errors.join("\n"));
    let schema = schema();
    for answer in &answers {
        assert!(schema.is_valid(answer), "{answer}");
    }
}

/// Not only at the end: a pipe may wait for the answer before it sends the next line.
#[test]
fn every_line_is_answered_before_the_next_is_awaited() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "--dates-only"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in 0..3 {
        writeln!(input, "{}", json!({ "id": id, "text": "On 3 May 2031." })).expect("it reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("it answers");
        let answer: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

fn schema() -> jsonschema::Validator {
    let (code, printed) = {
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["extract", "--schema"])
            .output()
            .expect("it runs");
        (output.status.code(), output.stdout)
    };
    assert_eq!(code, Some(0));
    jsonschema::validator_for(&serde_json::from_slice(&printed).expect("JSON")).expect("a JSON Schema")
}

#[test]
fn answers_are_as_the_schema_says() {
    let schema = schema();
    let record = json!({ "id": 7, "text": TEXT, "published": "2031-05-16" });
    let answer = one(&[], &record);
    assert!(schema.is_valid(&answer), "{answer}");
    assert!(schema.is_valid(&one(&["--format", "timex3"], &record)));
    for (at, wrong) in
        [("/dates/0/begin", json!("3")), ("/candidates/0/confidence", json!(101)), ("/extra", json!(1))]
    {
        let mut changed = answer.clone();
        match changed.pointer_mut(at) {
            Some(place) => *place = wrong,
            None => changed[&at[1..]] = wrong,
        }
        assert!(!schema.is_valid(&changed), "{at}");
    }
}

#[test]
fn the_schema_in_the_docs_is_the_programs() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_dateline")).args(["extract", "--schema"]).output().expect("it runs");
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/extract.schema.json");
    let kept = std::fs::read_to_string(kept).expect("it is there");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(kept == printed, "run `dateline extract --schema > docs/extract.schema.json`");
}
