//! `dateline extract`: JSON lines in, JSON lines out; the dates and candidate events of each text.
//!
//! One line in, one line out, whatever is on it, so that the command can stand in any pipe.
//! Nothing is kept from one line to the next. What dates and events are is `extract`'s business; what
//! the fields of a line are stands in `record` and `answer`.

mod answer;
mod points;
mod record;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use self::answer::{Answer, Failure, Line, Tagged};
use self::record::Record;
use super::{EXIT_MISTAKES, terminal};
use crate::extract::{self, Language, Lexicon, Mode};
use crate::model::timeline::Timeline;
use crate::site::{LoadOptions, Site};

/// A longer line is refused: it is no article.
const LONGEST_LINE: u64 = 64 << 20;

/// What stands below the options.
pub const AFTER_HELP: &str = "\
A line that is read: {\"id\": …, \"text\": \"…\", \"published\": \"2025-09-03\"}; `html` in place of `text`
is a page as it was saved. `title` and `dateline` help. A line that is written: `--schema` describes it.

Exit codes:
  0  done
  1  some of the lines could not be read; their answers say why
  2  the command line is wrong
  3  something outside the site failed";

#[derive(clap::Args)]
pub struct Args {
    /// How the answers are written
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: FormatArg,
    /// How a text tells time; read off the text if not given
    #[arg(long, value_name = "MODE")]
    mode: Option<ModeArg>,
    /// Find no events: several times as fast
    #[arg(long)]
    dates_only: bool,
    /// A site whose actors, topics, places and events are known
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Print the JSON Schema of an answer, and read nothing
    #[arg(long)]
    schema: bool,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum FormatArg {
    /// Lists of dates and events with their offsets
    Json,
    /// The text with TIMEX3 tags in it
    Timex3,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum ModeArg {
    /// From the publication date: "yesterday", "on Wednesday"
    News,
    /// From date to date, as histories do
    Narrative,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    if args.schema {
        serde_json::to_writer_pretty(&mut output, &answer::schema())?;
        output.write_all(b"\n")?;
        output.flush()?;
        return Ok(0);
    }
    let reader = match Reader::new(args) {
        Ok(reader) => reader,
        Err(message) => {
            terminal::err(&message);
            return Ok(2);
        }
    };
    let mut input = BufReader::new(std::io::stdin().lock());
    let mut line = Vec::new();
    let mut bad = 0_u64;
    for number in 1_u64.. {
        line.clear();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let answer = if line.len() as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
            skip_line(&mut input)?;
            Err(record::Wrong::new(format!("the line is longer than {} MB", LONGEST_LINE >> 20)))
        } else {
            reader.answer(&line)
        };
        let answer = answer.unwrap_or_else(|wrong| {
            bad += 1;
            Line::Failure(Failure { id: wrong.id, line: number, error: wrong.error })
        });
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
        if input.buffer().is_empty() {
            // Whoever waits for the answer to this line has it before more is read.
            output.flush()?;
        }
    }
    output.flush()?;
    if bad > 0 {
        let lines = if bad == 1 { "1 line".to_owned() } else { format!("{bad} lines") };
        terminal::err(&format!("error: {lines} could not be read; the answers say why\n"));
    }
    Ok(if bad > 0 { EXIT_MISTAKES } else { 0 })
}

/// What answers lines: nothing in it changes from one to the next.
struct Reader {
    format: FormatArg,
    mode: Option<Mode>,
    /// Names to find events by; none where only dates are looked for.
    lexicon: Option<Lexicon>,
}

impl Reader {
    fn new(args: &Args) -> Result<Self, String> {
        let mode = args.mode.map(|mode| match mode {
            ModeArg::News => Mode::News,
            ModeArg::Narrative => Mode::Narrative,
        });
        let lexicon = if args.dates_only || args.format == FormatArg::Timex3 {
            None
        } else {
            Some(lexicon(args.site.as_deref())?)
        };
        Ok(Self { format: args.format, mode, lexicon })
    }

    fn answer(&self, line: &[u8]) -> Result<Line, record::Wrong> {
        let record = Record::parse(line)?;
        let text = record.text();
        let foreign = record.foreign();
        let language = if foreign.is_none() { Language::english() } else { Language::undetermined() };
        let dates = extract::dates(text, record.published(), self.mode, language);
        if self.format == FormatArg::Timex3 {
            return Ok(Line::Tagged(Tagged { timex3: answer::tagged(text, &dates), id: record.id }));
        }
        let candidates = match &self.lexicon {
            Some(lexicon) if foreign.is_none() => extract::candidates(&record.raw(), &dates, lexicon),
            _ => Vec::new(),
        };
        Ok(Line::Answer(Answer::new(&record, &dates, &candidates)))
    }
}

/// The names of a site, or those that are built in.
fn lexicon(site: Option<&Path>) -> Result<Lexicon, String> {
    let Some(root) = site else { return Ok(Lexicon::new(&Timeline::default())) };
    let options = LoadOptions { drafts: true, ..LoadOptions::default() };
    let (site, _) = Site::load(root, &options, &mut |_| {});
    let site = site.filter(|_| root.join("site.yaml").exists());
    site.map(|site| Lexicon::new(site.timeline())).ok_or_else(|| {
        format!("error: there is no site in `{}`\nhelp: name the folder of its site.yaml\n", root.display())
    })
}

/// Reads on to the end of a line, keeping nothing.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(used);
        if ended {
            return Ok(());
        }
    }
}
