//! `dateline check`: everything but writing.

use super::terminal::Stopwatch;
use super::{EXIT_MISTAKES, SiteArgs, explain_event, terminal};
use crate::diagnostics::print::Format;
use crate::diagnostics::{has_errors, sort};
use crate::site::Site;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut watch = Stopwatch::start();
    let (site, mut found) =
        Site::load(&args.site.site, &args.site.load_options(), &mut |stage| watch.stage(stage));
    if let (Some(site), Some(id)) = (&site, &args.site.explain) {
        terminal::out(&explain_event::explain(site.timeline(), id));
    }
    if let Some(site) = &site {
        found.extend(site.try_all_pages());
        sort(&mut found);
    }
    let format = Format::from(args.site.format);
    terminal::out(&terminal::diagnostics(&found, format, true));
    let files = site.as_ref().map_or(0, |site| site.timeline().articles.len());
    let articles = if files == 1 { "1 article".to_owned() } else { format!("{files} articles") };
    terminal::err(&format!("Checked {articles} in {}: {}.\n", watch.total(), terminal::tallied(&found)));
    Ok(if has_errors(&found) { EXIT_MISTAKES } else { 0 })
}
