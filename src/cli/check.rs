//! `dateline check`: everything but writing; with `--links` also what the pages link to.

use super::terminal::{Progress, Stopwatch};
use super::{EXIT_MISTAKES, SiteArgs, explain_event, terminal};
use crate::diagnostics::print::Format;
use crate::diagnostics::{Diagnostic, has_errors, sort};
use crate::links;
use crate::model::today::Today;
use crate::site::Site;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Ask over the network whether the outgoing links still answer; answers are kept for some days
    #[arg(long)]
    links: bool,
    /// Ask again what was answered before
    #[arg(long, requires = "links")]
    fresh: bool,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut watch = Stopwatch::start();
    let options = args.site.load_options()?;
    let (site, mut found) = Site::load(&args.site.site, &options, &mut |stage| watch.stage(stage));
    if let (Some(site), Some(id)) = (&site, &args.site.explain) {
        terminal::out(&explain_event::explain(site.timeline(), id));
    }
    let mut of_links = None;
    if let Some(site) = &site {
        found.extend(site.try_all_pages());
        if args.links {
            let mut report = check_links(args, site, options.today);
            found.append(&mut report.diagnostics);
            of_links = Some(summary(&report));
        }
        sort(&mut found);
    }
    terminal::out(&printed(args, &found));
    terminal::err(&of_links.unwrap_or_default());
    let files = site.as_ref().map_or(0, |site| site.timeline().articles.len());
    let articles = if files == 1 { "1 article".to_owned() } else { format!("{files} articles") };
    terminal::err(&format!("Checked {articles} in {}: {}.\n", watch.total(), terminal::tallied(&found)));
    Ok(if has_errors(&found) { EXIT_MISTAKES } else { 0 })
}

fn printed(args: &Args, found: &[Diagnostic]) -> String {
    terminal::diagnostics(found, Format::from(args.site.format), true)
}

fn check_links(args: &Args, site: &Site, today: Option<Today>) -> links::Report {
    let zone = site.timeline().config.timezone;
    let options = links::Options {
        site: args.site.site.clone(),
        today: today.map(|today| today.in_zone(zone)).unwrap_or_default(),
        fresh: args.fresh,
        manners: links::Manners::default(),
        proxy: None,
    };
    let progress = Progress::of("Asking", "links", 0);
    let begin = &mut |count| progress.expect(count);
    let report = links::check(site.timeline(), &options, begin, &|| progress.step());
    progress.finish();
    report
}

fn summary(report: &links::Report) -> String {
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let mut parts = vec![
        format!("{} asked now on {}", report.asked, count(report.hosts, "host", "hosts")),
        format!("{} remembered", report.links - report.asked),
        format!("{} answer", report.alive),
    ];
    if report.kept > 0 {
        parts.push(format!("{} gone with a copy that answers", report.kept));
    }
    if report.without_copy > 0 {
        parts.push(count(report.without_copy, "report names no copy", "reports name no copy"));
    }
    let mut text = format!("{}: {}.\n", count(report.links, "link", "links"), parts.join(", "));
    if let Some(why) = &report.not_kept {
        text += &format!("warning: the answers could not be kept for the next time: {why}\n");
    }
    text
}
