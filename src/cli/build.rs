//! `dateline build`

use std::path::PathBuf;

use anyhow::Context;

use super::search::Search;
use super::terminal::{Progress, Stopwatch};
use super::{EXIT_MISTAKES, SiteArgs, explain_event, search, terminal};
use crate::diagnostics::print::Format;
use crate::diagnostics::{Diagnostic, has_errors, sort};
use crate::site::{Cards, Content, LoadOptions, Site};
use crate::write::{Pending, Report, Stage, WriteError};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Where the site is written; `public` in the site's folder if not given
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Leave the social cards out, for a quick look
    #[arg(long)]
    no_social_cards: bool,
    /// Leave the full-text search out: a smaller site, and a faster build
    #[arg(long)]
    no_search: bool,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut watch = Stopwatch::start();
    let root = &args.site.site;
    let options = LoadOptions {
        no_social_cards: args.no_social_cards,
        no_search: args.no_search,
        ..args.site.load_options()?
    };
    let (site, mut found) = Site::load(root, &options, &mut |stage| watch.stage(stage));
    let Some(site) = site else { return Ok(mistakes(args, &found)) };
    if let Some(id) = &args.site.explain {
        terminal::out(&explain_event::explain(site.timeline(), id));
    }
    if has_errors(&found) {
        // Nothing will be written; but what templates have to say belongs on the list too.
        found.extend(site.try_all_pages());
        sort(&mut found);
        return Ok(mistakes(args, &found));
    }
    let output = args.output.clone().unwrap_or_else(|| root.join("public"));
    watch.stage("render and write");
    let stage = Stage::open(&output, root).map_err(explain_refusal)?;
    let (failed, search) = std::thread::scope(|scope| {
        let search = scope.spawn(|| search::write(&site, &stage));
        (write_pages(&site, &stage), search.join())
    });
    let mut failed = failed?;
    watch.stage("social cards");
    let (cards, failed_cards) = write_cards(&site, &stage)?;
    failed.extend(failed_cards);
    if has_errors(&failed) {
        found.extend(failed);
        sort(&mut found);
        return Ok(mistakes(args, &found));
    }
    let search = search.map_err(|_| anyhow::anyhow!("the search index cannot be made"))??;
    watch.stage("publish");
    let lock = root.join("permalinks.lock");
    // The lock is ready before the site is published, and takes its place after: it never names what was not.
    // One that must not change holds all there is, if not in the very same bytes.
    let text = (!args.site.locked).then(|| site.permalinks().to_text());
    let lock = text.map(|text| Pending::prepare(&lock, text.as_bytes())).transpose()?;
    let report = stage.publish()?;
    lock.map_or(Ok(()), Pending::commit)
        .context("the site is published, but permalinks.lock is not up to date: build again")?;
    print_found(args, &found);
    let written = Written { report: &report, cards, search: &search };
    terminal::err(&summary(&site, &written, &output.display().to_string(), &watch));
    // The program ends here: taking a large site apart piece by piece would only cost time.
    std::mem::forget(site);
    Ok(0)
}

/// Renders all pages into the stage. Templates that fail are returned; a disk that fails is an error.
fn write_pages(site: &Site, stage: &Stage) -> anyhow::Result<Vec<Diagnostic>> {
    let progress = Progress::new(site.pages().len());
    let result = site.each_page(|page, content| {
        let path = crate::model::url::file(&page.path);
        match content {
            Content::Bytes(bytes) => stage.put(&path, bytes)?,
            Content::File(from) => stage.copy(&path, from)?,
        }
        progress.step();
        Ok::<(), WriteError>(())
    });
    progress.finish();
    result.context("the site was not published; what was there before is as it was")
}

/// Takes over the social cards that are there already, and paints the others into the stage.
fn write_cards(site: &Site, stage: &Stage) -> anyhow::Result<(Cards, Vec<Diagnostic>)> {
    let progress = Progress::new(site.cards());
    let result = site.each_card(
        |page, mark| {
            progress.step();
            stage.keep_file(&page.path, mark, crate::render::PICTURE_END)
        },
        |page, bytes| stage.put(&page.path, bytes),
    );
    progress.finish();
    result.context("the site was not published; what was there before is as it was")
}

fn explain_refusal(error: WriteError) -> anyhow::Error {
    let help = match &error {
        WriteError::Foreign(_) => "name another folder with `--output`, or empty this one",
        WriteError::Repository(_) => "name another folder with `--output`, and copy the site from there",
        WriteError::HoldsSite(_) => {
            "name another folder with `--output`: this one would be replaced as a whole"
        }
        WriteError::Busy(_) => "wait for it to end",
        WriteError::DanglingLink(_) => {
            "make the folder that it points to, or name another one with `--output`"
        }
        WriteError::NoFolder(_) => "name another folder with `--output`",
        WriteError::Io { .. } => "mend its permissions, or name another folder with `--output`",
    };
    anyhow::anyhow!("{error}\nhelp: {help}")
}

/// For people on standard error, beside the summary; for programs on standard output, alone.
fn print_found(args: &Args, found: &[Diagnostic]) {
    match Format::from(args.site.format) {
        Format::Human => terminal::err(&terminal::diagnostics(found, Format::Human, false)),
        format => terminal::out(&terminal::diagnostics(found, format, true)),
    }
}

fn mistakes(args: &Args, found: &[Diagnostic]) -> u8 {
    print_found(args, found);
    terminal::err(&format!(
        "Not built: {}. What was published before is as it was.\n",
        terminal::tallied(found)
    ));
    EXIT_MISTAKES
}

/// What a build has made.
struct Written<'a> {
    report: &'a Report,
    cards: Cards,
    search: &'a Search,
}

fn summary(site: &Site, written: &Written<'_>, output: &str, watch: &Stopwatch) -> String {
    let Written { report, cards, search } = written;
    let timeline = site.timeline();
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    #[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
    let megabytes = report.bytes as f64 / 1e6;
    format!(
        "Built {} from {} of {} and {}, with {} and {}.\n\
         {} in {output} ({megabytes:.1} MB): {} new or changed, {} unchanged, {} removed.\n\
         {}\
         {}\
         Took {}: {}.\n",
        count(timeline.events.len(), "event", "events"),
        count(timeline.events.iter().map(|event| event.accounts.len()).sum(), "account", "accounts"),
        count(timeline.articles.len(), "article", "articles"),
        count(timeline.publishers.len(), "publisher", "publishers"),
        count(timeline.actors.len(), "actor", "actors"),
        count(timeline.topics.len(), "topic", "topics"),
        count(report.written + report.unchanged, "file", "files"),
        report.written,
        report.unchanged,
        report.removed,
        cards_line(*cards),
        search.summary(),
        watch.total(),
        watch.stages(),
    )
}

/// What became of the social cards; nothing where there are none.
fn cards_line(cards: Cards) -> String {
    match cards {
        Cards { painted: 0, kept: 0 } => String::new(),
        Cards { painted, kept } => format!("Social cards: {painted} painted, {kept} kept.\n"),
    }
}
