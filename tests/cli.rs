//! The command line and the documentation: what they show is what happens.
//!
//! `tests/cli/*.trycmd` and the `console` blocks of the README are run as they
//! stand. Files that the documentation shows after a line `<!-- file: PATH -->`
//! are built; its tables of keys, dates and types are held against the program.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dateline::model::event_type::EventType;
use dateline::parse::written_date;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const README: &str = include_str!("../README.md");
const TEMPLATES: &str = include_str!("../docs/templates.md");

/// An empty folder for one test.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn dateline(arguments: &[&str], folder: &Path) -> Result<Output> {
    let program = env!("CARGO_BIN_EXE_dateline");
    Ok(Command::new(program).args(arguments).current_dir(folder).env("NO_COLOR", "1").output()?)
}

fn write(folder: &Path, path: &str, text: &str) -> Result {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    Ok(fs::write(path, text)?)
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Files that a document shows, in its order: path and text.
fn shown_files(document: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for part in document.split("<!-- file: ").skip(1) {
        let Some((path, rest)) = part.split_once(" -->\n```") else { continue };
        let text = rest.split_once('\n').and_then(|(_, rest)| rest.split_once("\n```\n"));
        files.extend(text.map(|(text, _)| (path.to_owned(), format!("{text}\n"))));
    }
    files
}

/// The rows of the table that follows a line `<!-- NAME -->`: the code spans of each cell.
fn table(document: &str, name: &str) -> Vec<Vec<Vec<String>>> {
    let table = document.split_once(&format!("<!-- {name} -->\n")).map_or("", |(_, rest)| rest);
    let rows = table.lines().take_while(|line| line.starts_with('|')).skip(2);
    let spans = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.map(|row| row.trim_matches('|').split(" | ").map(spans).collect()).collect()
}

#[test]
fn commands_do_what_their_pages_say() -> Result {
    // The README's commands run in a folder of their own, beside a copy of it.
    let folder = folder("commands")?;
    fs::write(folder.join("README.md"), README)?;
    copy(Path::new("tests/cli/readme.in"), &folder.join("README.in"))?;
    write(&folder, "README.out/.keep", "")?;
    let cases = trycmd::TestCases::new();
    cases.env("COLUMNS", "100").env("NO_COLOR", "1");
    cases.case("tests/cli/*.trycmd").case(folder.join("README.md"));
    Ok(())
}

#[test]
fn the_site_of_the_guide_builds_without_a_word() -> Result {
    let folder = folder("guide")?;
    let files = shown_files(README);
    assert!(files.len() > 10, "{} files found in the README", files.len());
    for (path, text) in &files {
        write(&folder, path, text)?;
    }
    let output = dateline(&["build", "--drafts"], &folder)?;
    let errors = String::from_utf8(output.stderr)?;
    assert!(output.status.success() && errors.starts_with("Built "), "{errors}");
    Ok(())
}

#[test]
fn the_example_of_the_templates_page_works() -> Result {
    let folder = folder("templates")?;
    assert!(dateline(&["init", "."], &folder)?.status.success());
    let files = shown_files(TEMPLATES);
    assert!(!files.is_empty());
    for (path, text) in &files {
        write(&folder, path, text)?;
    }
    let output = dateline(&["build"], &folder)?;
    let errors = String::from_utf8(output.stderr)?;
    assert!(output.status.success() && errors.starts_with("Built "), "{errors}");
    let event = fs::read_to_string(folder.join("public/events/vienna-agreement/index.html"))?;
    assert!(event.contains("Corrections to the diplomatic desk"), "{event}");
    Ok(())
}

/// All keys that a kind of file takes, as the program names them when it meets one that it does not know.
fn keys_known(folder: &Path, path: &str, text: &str) -> Result<BTreeSet<String>> {
    write(folder, "site.yaml", "title: Keys\nbase_url: https://keys.example/\n")?;
    write(folder, path, text)?;
    let output = dateline(&["check", "--format", "short"], folder)?;
    fs::remove_file(folder.join(path))?;
    let lines = String::from_utf8(output.stdout)?;
    let list = lines.split_once("(known here: ").and_then(|(_, rest)| rest.split_once(')'));
    let (list, _) = list.ok_or_else(|| format!("no list of keys for {path}: {lines}"))?;
    Ok(list.split(", ").map(str::to_owned).collect())
}

#[test]
fn the_guide_names_every_key() -> Result {
    let folder = folder("keys")?;
    let page = |keys: &str| format!("---\n{keys}\n---\n");
    let heading = "---\ntitle: T\n---\n\n## 2025: Headline {zzzzzz=1}\n";
    let cases = [
        ("article", "", "content/articles/a.md", page("zzzzzz: 1")),
        ("heading", "", "content/articles/a.md", heading.to_owned()),
        ("actor", "", "content/actors/a.md", page("zzzzzz: 1")),
        (
            "actor",
            "roles.",
            "content/actors/a.md",
            page("name: A\nkind: state\nroles:\n  - title: T\n    zzzzzz: 1"),
        ),
        (
            "actor",
            "portrait.",
            "content/actors/a.md",
            page("name: A\nkind: state\nportrait:\n  alt: A\n  zzzzzz: 1"),
        ),
        ("topic", "", "content/topics/a.md", page("zzzzzz: 1")),
        ("place", "", "content/places/a.md", page("zzzzzz: 1")),
        ("event", "", "content/events/a.md", page("zzzzzz: 1")),
        (
            "event",
            "corrections.",
            "content/events/a.md",
            page("corrections:\n  - date: 2025-09-12\n    zzzzzz: 1"),
        ),
        ("event", "decisions.", "content/events/a.md", page("decisions:\n  zzzzzz: 1")),
        ("publisher", "", "content/publishers/a.md", page("zzzzzz: 1")),
        ("page", "", "content/pages/a.md", page("zzzzzz: 1")),
        ("site", "", "site.yaml", "zzzzzz: 1\n".to_owned()),
        ("site", "editor.", "site.yaml", "editor:\n  zzzzzz: 1\n".to_owned()),
        ("site", "publisher.", "site.yaml", "publisher:\n  zzzzzz: 1\n".to_owned()),
        ("site", "licence.", "site.yaml", "licence:\n  zzzzzz: 1\n".to_owned()),
        ("site", "options.", "site.yaml", "options:\n  zzzzzz: 1\n".to_owned()),
    ];
    for (name, within, path, text) in cases {
        let mut documented: BTreeSet<String> = BTreeSet::new();
        for row in table(README, &format!("keys: {name}")) {
            let key = row[0][0].trim_start_matches(['#', '.']).to_owned();
            let is_attribute = name == "heading" && row[0][0].starts_with(['#', '.']);
            documented.extend(
                key.strip_prefix(within).filter(|key| !is_attribute && !key.contains('.')).map(str::to_owned),
            );
        }
        assert_eq!(documented, keys_known(&folder, path, &text)?, "keys of {name} {within}");
    }
    Ok(())
}

#[test]
fn the_guide_s_dates_are_read_as_it_says() {
    let rows = table(README, "dates");
    assert!(rows.len() > 15);
    for row in rows {
        for (at, written) in row[0].iter().enumerate() {
            let edtf = row[1].get(at).unwrap_or(&row[1][0]);
            assert_eq!(
                written_date::parse(written).map(|date| date.to_string()).as_ref(),
                Ok(edtf),
                "{written}"
            );
        }
    }
}

#[test]
fn the_guide_lists_every_type() {
    let row = |kind: &EventType| {
        format!("| `.{}` | {} | {} | {} |", kind.id(), kind.label(), kind.class().label(), kind.definition())
    };
    let expected: Vec<String> = EventType::ALL.iter().map(row).collect();
    let (_, rest) = README.split_once("<!-- types -->\n").unwrap_or_default();
    let rows: Vec<&str> = rest.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows, expected);
}

#[test]
fn every_template_is_documented() -> Result {
    for folder in ["templates", "templates/components"] {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
                let name = path.trim_start_matches("templates/");
                assert!(TEMPLATES.contains(&format!("`{name}`")), "docs/templates.md does not name `{name}`");
            }
        }
    }
    Ok(())
}

/// The fields of all structures in a file that are serialised for templates.
fn fields(source: &str) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    for part in source.split("#[derive(Serialize").skip(1) {
        let Some((_, rest)) = part.split_once(" {\n").filter(|(head, _)| !head.contains('}')) else {
            continue;
        };
        let mut renamed = None;
        for line in rest.lines().take_while(|line| *line != "}").map(str::trim) {
            if let Some(name) = line.strip_prefix("#[serde(rename = \"") {
                renamed = name.split('"').next().map(str::to_owned);
            } else if let Some((name, _)) = line.split_once(": ").filter(|_| !line.starts_with("//")) {
                fields.insert(renamed.take().unwrap_or_else(|| name.trim_start_matches("pub ").to_owned()));
            }
        }
    }
    fields
}

#[test]
fn every_field_of_the_views_is_documented() -> Result {
    for entry in fs::read_dir("src/render/views")? {
        let path = entry?.path();
        // What is below are no views: `json_ld/` says pages in words of schema.org, which templates only print.
        if path.is_dir() {
            continue;
        }
        for field in fields(&fs::read_to_string(&path)?) {
            let known =
                TEMPLATES.contains(&format!("`{field}`")) || TEMPLATES.contains(&format!(".{field}`"));
            assert!(known, "docs/templates.md does not name `{field}` of {}", path.display());
        }
    }
    Ok(())
}

#[test]
fn links_within_the_documentation_lead_somewhere() -> Result {
    let mut documents = vec![PathBuf::from("README.md"), "CONTRIBUTING.md".into(), "CHANGELOG.md".into()];
    for folder in ["docs", "docs/decisions"] {
        for entry in fs::read_dir(folder)? {
            documents.push(entry?.path());
        }
    }
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    for path in documents {
        let text = fs::read_to_string(&path)?;
        let anchors: BTreeSet<String> =
            text.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
        for target in
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
        {
            let shown = path.display();
            if let Some(wanted) = target.strip_prefix('#') {
                assert!(anchors.contains(wanted), "{shown}: no heading `#{wanted}`");
            } else if target.rsplit('.').next() == Some("md") && !target.contains("://") {
                let file = path.parent().unwrap_or(Path::new("")).join(target);
                assert!(file.exists(), "{shown}: no file `{target}`");
            }
        }
    }
    Ok(())
}

/// The anchor that forges make of a heading.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}
