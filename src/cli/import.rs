//! `dateline import`: raw articles -> drafts in `content/articles/`, snapshots in `sources/`.

mod library;
mod report;

use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use self::library::{Library, Outcome};
use super::EXIT_MISTAKES;
use super::terminal::{self, Progress};
use crate::extract::{self, Language};
use crate::import::{self, Draft, Known, Metadata, RawArticle, Record, Value, Whence};
use crate::model::candidate::Candidate;
use crate::model::date::EventDate;
use crate::parse::written_date;
use crate::read::raw;

/// What stands below the options.
pub const AFTER_HELP: &str = "\
Nothing is overwritten: an article that was imported before is compared, and only --update changes
what no editor has touched.

Exit codes:
  0  done
  1  some of the files were not imported
  2  the command line is wrong
  3  something outside the site failed: disk, permissions";

/// So many dates of a text in another language are listed.
const MOST_PLAIN_DATES: usize = 20;

#[derive(clap::Args)]
pub struct Args {
    /// Saved pages, plain text or Markdown; folders of them; or `-` for standard input
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    paths: Vec<PathBuf>,
    /// The site's folder
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    site: PathBuf,
    /// Where the article is, whatever the file says; so with all like this
    #[arg(long, value_parser = web_address)]
    url: Option<String>,
    /// When it was published: 2025-09-03, or 3 September 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<EventDate>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Its headline
    #[arg(long)]
    title: Option<String>,
    /// Who wrote it
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Its language: `en`, `uk`
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
    /// Change an article that was imported before, but for what an editor has touched
    #[arg(long)]
    update: bool,
    /// Print the draft, and write nothing
    #[arg(long)]
    print: bool,
    /// List what was left out as no part of the text
    #[arg(long)]
    left_out: bool,
}

fn date(text: &str) -> Result<EventDate, String> {
    written_date::parse(text)
        .map_err(|error| format!("{error}; write it as 2025-09-03, 2025-09 or 3 September 2025"))
}

fn web_address(text: &str) -> Result<String, String> {
    let is_web = matches!(crate::model::url::scheme(text).as_deref(), Some("http" | "https"));
    if is_web && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err("write an address that begins with `https://`".to_owned())
    }
}

fn language(text: &str) -> Result<String, String> {
    if crate::parse::is_language_tag(text) {
        Ok(text.to_owned())
    } else {
        Err("write a BCP 47 tag such as `en` or `uk`".to_owned())
    }
}

/// A raw article, from a file or from standard input.
enum Input {
    File(PathBuf),
    Stdin,
    Unreadable(String, String),
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "standard input".to_owned(),
            Self::Unreadable(name, _) => name.clone(),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        match self {
            Self::File(path) => raw::bytes(path).map_err(|error| format!("it cannot be read: {error}")),
            Self::Stdin => raw::stdin().map_err(|error| format!("it cannot be read: {error}")),
            Self::Unreadable(_, why) => Err(why.clone()),
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    if !args.site.join("site.yaml").exists() {
        let folder = args.site.display();
        terminal::err(&format!(
            "error: there is no site.yaml in `{folder}`\nhelp: change into the site's folder, name it with `--site`, or start one with `dateline init`\n"
        ));
        return Ok(2);
    }
    let inputs = match inputs(&args.paths) {
        Ok(inputs) => inputs,
        Err(message) => {
            terminal::err(&format!("error: {message}\n"));
            return Ok(2);
        }
    };
    let alone = args.url.is_some() || args.title.is_some();
    if inputs.len() > 1 && alone {
        terminal::err(
            "error: `--url` and `--title` are for one article, and here are several\nhelp: import it alone\n",
        );
        return Ok(2);
    }
    let mut library = Library::open(&args.site);
    let progress = Progress::of("Importing", "files", inputs.len());
    let mut summary = report::Summary::default();
    for input in &inputs {
        let imported = one(args, input, &mut library)?;
        progress.print(&report::one(&input.name(), &imported, inputs.len() > 1, args.left_out));
        summary.count(&input.name(), &imported);
        progress.step();
    }
    progress.finish();
    terminal::err(&summary.to_text(inputs.len()));
    Ok(if summary.has_refused() { EXIT_MISTAKES } else { 0 })
}

fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, String> {
    let mut inputs = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Stdin);
            continue;
        }
        let files =
            raw::files(path).map_err(|error| format!("`{}` cannot be read: {error}", path.display()))?;
        let known = |file: Result<PathBuf, std::io::Error>| match file {
            Ok(file) => Input::File(file),
            Err(error) => Input::Unreadable(path.display().to_string(), error.to_string()),
        };
        inputs.extend(files.into_iter().map(known));
    }
    if inputs.is_empty() { Err("there are no files to import".to_owned()) } else { Ok(inputs) }
}

/// What became of one input.
pub enum Imported {
    /// It is no article, or it cannot be read.
    Refused(String),
    /// It was read.
    Read(Box<Reading>),
}

/// An article that was read, and what became of it.
pub struct Reading {
    article: RawArticle,
    candidates: usize,
    undated: usize,
    outcome: Outcome,
}

fn one(args: &Args, input: &Input, library: &mut Library) -> anyhow::Result<Imported> {
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(why) => return Ok(Imported::Refused(why)),
    };
    let name = if let Input::File(path) = input {
        path.file_name().map(|name| name.to_string_lossy().into_owned())
    } else {
        None
    };
    let known = Known { given: given(args), name };
    let mut article = match import::article(&bytes, &known, &|text| written_date::parse(text).ok()) {
        Ok(article) => article,
        Err(error) => return Ok(Imported::Refused(error.to_string())),
    };
    let doubt = article.metadata.published.as_ref().and_then(|published| doubt(&published.value, today()));
    article.notes.extend(doubt);
    article.notes.extend(plain_dates(&article));
    let candidates = candidates(&article, library);
    let drafted = |library: &Library, same: Option<&str>, record: Option<&Record>| -> Draft {
        let mut candidates = candidates.clone();
        candidates
            .iter_mut()
            .for_each(|candidate| record.into_iter().for_each(|record| record.settle(candidate)));
        import::draft(&article, &candidates, &|id| library.is_taken(id, same))
    };
    let outcome = library.take(&article, known.name.as_deref(), &drafted, args.update, args.print)?;
    let undated = candidates.iter().filter(|candidate| candidate.date.is_none()).count();
    Ok(Imported::Read(Box::new(Reading { candidates: candidates.len(), undated, article, outcome })))
}

/// The events that the article may tell of. They are looked for in English only.
fn candidates(article: &RawArticle, library: &Library) -> Vec<Candidate> {
    if article.is_foreign() {
        return Vec::new();
    }
    let published = article.metadata.published.as_ref().map(|published| &published.value);
    let dates = extract::dates(&article.text, published, None, Language::english());
    extract::candidates(&article.for_extraction(), &dates, library.lexicon())
}

/// The dates that a text in another language names, as far as they say all themselves.
fn plain_dates(article: &RawArticle) -> Option<String> {
    if !article.is_foreign() {
        return None;
    }
    let dates = extract::dates(&article.text, None, None, Language::undetermined());
    let mut named: Vec<String> = Vec::new();
    for date in dates.iter().filter_map(|date| date.edtf.as_ref()).map(ToString::to_string) {
        if !named.contains(&date) && named.len() < MOST_PLAIN_DATES {
            named.push(date);
        }
    }
    (!named.is_empty()).then(|| format!("the text names these dates: {}", named.join(", ")))
}

fn given(args: &Args) -> Metadata {
    let text = |value: &Option<String>| {
        let value = value.as_ref().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        value.map(|value| Value { value, whence: Whence::Given })
    };
    Metadata {
        title: text(&args.title),
        publisher: text(&args.publisher),
        author: text(&args.author),
        url: text(&args.url),
        published: args.published.clone().map(|value| Value { value, whence: Whence::Given }),
        language: text(&args.language),
        ..Metadata::default()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a date of publication in the future is said; nothing is written of it"
)]
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// What is odd about a date of publication.
fn doubt(published: &EventDate, today: NaiveDate) -> Option<String> {
    // One day of grace: it is tomorrow already in the east.
    let tomorrow = today.succ_opt().unwrap_or(today);
    if published.first() > tomorrow {
        Some(format!("the date of publication, {published}, lies in the future"))
    } else if published.last().year() < 1900 {
        Some(format!("the date of publication, {published}, lies before 1900"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_dates_are_said() {
        let today = NaiveDate::from_ymd_opt(2025, 9, 3).expect("a day");
        for (date, odd) in [
            ("2025-09-03", false),
            ("2025-09-04", false),
            ("2025-09-05", true),
            ("2025", false),
            ("1899", true),
            ("1900-01-01", false),
        ] {
            let date = EventDate::parse(date).expect("a date");
            assert_eq!(doubt(&date, today).is_some(), odd, "{date}");
        }
    }
}
