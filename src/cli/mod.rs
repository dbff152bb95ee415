//! The command line: one file a command.
//!
//! Commands ask the library and print; they decide nothing about content.
//!
//! Exit codes: 0 done; 1 the site has mistakes (nothing was published); 2 the
//! command line is wrong; 3 something outside the site failed (disk, permissions).

mod build;
mod check;
mod explain;
mod explain_event;
mod export;
mod extract;
mod import;
mod init;
mod new;
mod search;
mod serve;
mod terminal;
mod today;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::diagnostics::print::Format;

/// The site has mistakes.
const EXIT_MISTAKES: u8 = 1;
/// Something outside the site failed.
const EXIT_OUTSIDE: u8 = 3;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the site has mistakes; nothing was published
  2  the command line is wrong
  3  something outside the site failed: disk, permissions";

/// News articles in, a published timeline out.
#[derive(Parser)]
#[command(name = "dateline", version, about, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a new site: a small, complete one to change
    Init(init::Args),
    /// Write a new file to fill in: an article, actor, topic, place or event
    New(new::Args),
    /// Make drafts of raw articles: saved pages, plain text, Markdown
    #[command(after_help = import::AFTER_HELP)]
    Import(import::Args),
    /// Build the site
    #[command(after_help = EXIT_CODES)]
    Build(build::Args),
    /// Show the site while you edit it
    #[command(visible_alias = "preview")]
    Serve(serve::Args),
    /// Check everything without writing anything
    #[command(after_help = EXIT_CODES)]
    Check(check::Args),
    /// Write the events as data to standard output
    #[command(after_help = EXIT_CODES)]
    Export(export::Args),
    /// Say what a diagnostic's code means
    Explain(explain::Args),
    /// Find dates and events in texts: JSON lines in, JSON lines out
    #[command(after_help = extract::AFTER_HELP)]
    Extract(extract::Args),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// How diagnostics are printed.
#[derive(Clone, Copy, ValueEnum)]
enum FormatArg {
    /// With the source line and a caret
    Human,
    /// One line each, as editors and grep read it
    Short,
    /// A JSON array
    Json,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => Self::Human,
            FormatArg::Short => Self::Short,
            FormatArg::Json => Self::Json,
        }
    }
}

/// What `build` and `check` have in common.
#[derive(clap::Args)]
struct SiteArgs {
    /// The site's folder
    #[arg(default_value = ".")]
    site: PathBuf,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Refuse to change permalinks.lock: for CI
    #[arg(long)]
    locked: bool,
    /// Publish under this address instead of site.yaml's
    #[arg(long, value_name = "URL", value_parser = crate::parse::check_base_url)]
    base_url: Option<String>,
    /// Count as this day, 2025-09-03; today if not given, or SOURCE_DATE_EPOCH
    #[arg(long, value_name = "DAY", value_parser = today::parse)]
    today: Option<chrono::NaiveDate>,
    /// Print for one event which words gave which actor, topic, place and type
    #[arg(long, value_name = "ID")]
    explain: Option<String>,
    /// How mistakes are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: FormatArg,
}

impl SiteArgs {
    fn load_options(&self) -> anyhow::Result<crate::site::LoadOptions> {
        let (drafts, locked, base_url) = (self.drafts, self.locked, self.base_url.clone());
        let today = Some(today::today(self.today)?);
        Ok(crate::site::LoadOptions { drafts, locked, base_url, today, ..Default::default() })
    }
}

/// Runs the command that the program's arguments name.
pub fn run() -> ExitCode {
    let code = match Cli::parse().command {
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "dateline", &mut script);
            terminal::out(&String::from_utf8_lossy(&script));
            Ok(0)
        }
    };
    match code {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            terminal::err(&format!("error: {error:#}\n"));
            ExitCode::from(EXIT_OUTSIDE)
        }
    }
}
