//! One mistake among good files, and all that is promised of every mistake.
#![allow(dead_code, reason = "not every test file uses it")]

use std::path::Path;

use serde_json::Value;

use super::{Bench, Site};

/// A mistake of another kind in another file, which every run has to report too.
const OTHER_FILE: &str = "content/articles/zz-other.md";
const OTHER_CODE: &str = "invalid-value";
const OTHER: &str =
    "---\ntitle: Other\nlanguage: neither one\n---\n\n## 2025-01-01: Something else {#else}\n";

type Prepare = Box<dyn Fn(&Path)>;

/// A mistake and what has to be said of it.
pub struct Mistake {
    files: Vec<(String, Vec<u8>)>,
    prepare: Option<Prepare>,
    code: &'static str,
    file: String,
    /// Line, column and the source line; none where the file as a whole is meant.
    place: Option<(u64, u64, String)>,
    says: Vec<String>,
}

impl Mistake {
    /// A file with a mistake in it. `«` in the text stands where the caret has to be.
    pub fn file(path: &str, marked: &str, code: &'static str) -> Self {
        let at = marked.find('«').expect("a mark in the text");
        let text = marked.replacen('«', "", 1);
        let line = text[..at].matches('\n').count();
        let column = text[..at].rsplit('\n').next().unwrap_or_default().chars().count();
        let source = text.split('\n').nth(line).unwrap_or_default().trim_end_matches('\r').to_owned();
        let place = Some((line as u64 + 1, column as u64 + 1, source));
        Self { place, ..Self::bytes(path, text, code) }
    }

    /// An article with a mistake in it.
    pub fn article(marked: &str, code: &'static str) -> Self {
        Self::file("content/articles/bad.md", marked, code)
    }

    /// An article that is right but for the attributes of its heading.
    pub fn attributes(marked: &str, code: &'static str) -> Self {
        Self::article(&format!("---\ntitle: Bad\n---\n\n## 2025-09-05: Talks go on {{{marked}}}\n"), code)
    }

    /// A file that is wrong as a whole.
    pub fn bytes(path: &str, content: impl Into<Vec<u8>>, code: &'static str) -> Self {
        let files = vec![(path.to_owned(), content.into())];
        Self { files, prepare: None, code, file: path.to_owned(), place: None, says: Vec::new() }
    }

    /// Something that is made otherwise than by writing a file.
    pub fn made(path: &str, code: &'static str, prepare: impl Fn(&Path) + 'static) -> Self {
        Self { files: Vec::new(), prepare: Some(Box::new(prepare)), ..Self::bytes(path, "", code) }
    }

    /// The place of a mistake in a file that is not text.
    pub fn at(mut self, line: u64, column: u64, source: &str) -> Self {
        self.place = Some((line, column, source.to_owned()));
        self
    }

    /// Another file that the mistake needs.
    pub fn beside(mut self, path: &str, content: &str) -> Self {
        self.files.push((path.to_owned(), content.into()));
        self
    }

    /// Words that message or help have to have.
    pub fn says(mut self, words: &str) -> Self {
        self.says.push(words.to_owned());
        self
    }

    /// Asserts all that is promised.
    pub fn holds(self) {
        let bench = Site::new().build();
        bench.built(&[]);
        let before = (bench.files("public"), bench.read("permalinks.lock"));
        self.put_into(&bench);
        let found = bench.diagnostics(&[]);
        let errors: Vec<&Value> = found.iter().filter(|found| found["severity"] == "error").collect();
        let mistake = self.the_one(&errors);
        self.is_placed(mistake);
        assert!(
            errors.iter().any(|found| found["code"] == OTHER_CODE && found["at"]["file"] == OTHER_FILE),
            "the mistake in another file is not reported: {found:#?}"
        );
        assert_eq!(errors.len(), 2, "one mistake, and one in another file, but: {found:#?}");
        self.is_shown_to_people(&bench);
        the_formats_agree(&bench, &found);
        let ran = bench.run(&["build"]);
        assert_eq!(ran.code, Some(1), "{}", ran.stderr);
        assert!(ran.stderr.contains(self.code) && ran.stderr.contains(OTHER_CODE), "{}", ran.stderr);
        assert!(
            (bench.files("public"), bench.read("permalinks.lock")) == before,
            "what was published has changed"
        );
    }

    fn put_into(&self, bench: &Bench) {
        bench.write(OTHER_FILE, OTHER);
        for (path, content) in &self.files {
            bench.write(path, content);
        }
        if let Some(prepare) = &self.prepare {
            prepare(bench.root());
        }
    }

    fn the_one<'a>(&self, errors: &[&'a Value]) -> &'a Value {
        let of_code: Vec<_> = errors.iter().filter(|found| found["code"] == self.code).collect();
        assert_eq!(of_code.len(), 1, "not one `{}` in {errors:#?}", self.code);
        of_code[0]
    }

    fn is_placed(&self, mistake: &Value) {
        let at = &mistake["at"];
        assert_eq!(at["file"], self.file.as_str(), "{mistake:#?}");
        let place = self.place.as_ref().map(|(line, column, _)| (*line, *column));
        assert_eq!(at["line"].as_u64().zip(at["column"].as_u64()), place, "{mistake:#?}");
        let said = format!("{} {}", mistake["message"], mistake["help"]);
        assert!(
            mistake["help"].as_str().is_some_and(|help| !help.is_empty()),
            "it does not say what to do: {mistake:#?}"
        );
        for words in &self.says {
            assert!(said.contains(words.as_str()), "`{words}` is not said: {mistake:#?}");
        }
    }

    /// The source line, a caret below the right character, and what to do.
    fn is_shown_to_people(&self, bench: &Bench) {
        let ran = bench.run(&["check"]);
        assert_eq!(ran.code, Some(1), "{}", ran.stdout);
        let head = format!("error[{}]", self.code);
        let from = ran.stdout.find(&head).unwrap_or_else(|| panic!("no `{head}` in {}", ran.stdout));
        let shown = ran.stdout[from..].split("\n\n").next().unwrap_or_default();
        assert!(shown.contains(&self.file), "the file is not named:\n{shown}");
        assert!(shown.contains("help:"), "no help:\n{shown}");
        let Some((line, column, source)) = &self.place else {
            return;
        };
        assert!(shown.contains(&format!("{}:{line}:{column}", self.file)), "{shown}");
        let mut lines = shown.lines().skip_while(|text| !text.starts_with(&format!("{line} |")));
        let text = lines.next().unwrap_or_else(|| panic!("no line {line}:\n{shown}"));
        assert_eq!(
            text.split_once("| ").map_or("", |(_, text)| text).trim_end(),
            source.trim_end(),
            "{shown}"
        );
        let carets = lines.next().and_then(|text| text.split_once("| ")).map_or("", |(_, text)| text);
        assert_eq!(carets.find('^'), Some(*column as usize - 1), "the caret stands elsewhere:\n{shown}");
    }
}

/// What `--format short` prints is what `--format json` has, in the same order.
fn the_formats_agree(bench: &Bench, found: &[Value]) {
    let short = bench.run(&["check", "--format", "short"]).stdout;
    let lines: Vec<&str> = short.lines().collect();
    assert_eq!(lines.len(), found.len(), "{short}");
    for (line, found) in lines.iter().zip(found) {
        let at = &found["at"];
        let place = match (at["file"].as_str(), at["line"].as_u64()) {
            (None, _) => String::new(),
            (Some(file), None) => format!("{file}: "),
            (Some(file), Some(line)) => format!("{file}:{line}:{}: ", at["column"]),
        };
        let text = |key: &str| found[key].as_str().unwrap_or_default();
        let expected = format!("{place}{}[{}]: {}", text("severity"), text("code"), text("message"));
        assert!(line.starts_with(&expected), "`{line}` is not `{expected}`");
    }
}
