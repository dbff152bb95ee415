//! `dateline serve`: the editor's working loop.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;

use super::{terminal, today};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::print::Format;
use crate::model::edit_links::EditLinks;
use crate::preview::http::Server;
use crate::preview::{Preview, Told};
use crate::site::LoadOptions;

/// How many files an edit names before it counts them.
const FILES_NAMED: usize = 3;

#[derive(clap::Args)]
pub struct Args {
    /// The site's folder
    #[arg(default_value = ".")]
    site: PathBuf,
    /// Port to listen on; if not given, 4400 or, where that is taken, any free one
    #[arg(long, short, value_name = "PORT")]
    port: Option<u16>,
    /// Address to listen on; any but a loopback address lets others in
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Leave drafts out
    #[arg(long)]
    no_drafts: bool,
    /// Make links to the source open an editor: an address with {path} and {line} in it
    #[arg(long, value_name = "URL", value_parser = editor_url)]
    editor_url: Option<String>,
}

fn editor_url(address: &str) -> Result<String, String> {
    if !address.contains("{path}") {
        return Err("it needs `{path}` where the file's path belongs: `vscode://file/{path}:{line}`".into());
    }
    let is_scheme = |scheme: &String| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    match crate::model::url::scheme(address).filter(is_scheme).as_deref() {
        None => Err("it needs a scheme: `vscode://file/{path}:{line}`".into()),
        Some("javascript" | "data" | "vbscript") => Err("it cannot be a script".into()),
        Some(_) => Ok(address.to_owned()),
    }
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let root =
        args.site.canonicalize().with_context(|| format!("there is no folder `{}`", args.site.display()))?;
    let server = Server::bind(&args.host, args.port)?;
    ctrlc::set_handler(|| {
        terminal::err("\nThe preview has ended.\n");
        // Nothing is written, so nothing is left behind.
        std::process::exit(0);
    })
    .context("Ctrl-C cannot be heard")?;
    let root_text = root.to_string_lossy().replace('\\', "/");
    let edit_links = Some(EditLinks { root: root_text, address: args.editor_url.clone() });
    let today = Some(today::today(None)?);
    let drafts = !args.no_drafts;
    let options = LoadOptions { drafts, today, edit_links, plain_assets: true, ..LoadOptions::default() };
    let mut news = Vec::new();
    let preview = Preview::start(&root, options, &mut |told| news.push(say(&told)))
        .with_context(|| format!("`{}` cannot be watched", root.display()))?;
    let address = format!("{}{}", server.url(), preview.base_path());
    terminal::err(&opening(args, &server, &address));
    news.iter().for_each(|news| terminal::err(news));
    if args.open
        && let Err(error) = open::that_detached(&address)
    {
        terminal::err(&format!("The browser cannot be opened: {error}\n"));
    }
    let answers = preview.answers();
    std::thread::spawn(move || server.run(&answers));
    preview.follow(&mut |told| terminal::err(&say(&told)));
    Ok(0)
}

/// The address first of all.
fn opening(args: &Args, server: &Server, address: &str) -> String {
    let mut text = format!("Preview: {address}  (Ctrl-C ends it)\n");
    if server.took_another_port() {
        text += &format!("The port {} is taken; this is another one.\n", crate::preview::http::DEFAULT_PORT);
    }
    if !server.is_loopback() {
        text += &format!(
            "warning: on `{}` everybody who can reach this machine sees the site, its drafts and its paths.\n",
            args.host
        );
    }
    text
}

fn say(told: &Told<'_>) -> String {
    match told {
        Told::Loaded { events, pages, took } => {
            format!(
                "Loaded {} on {} in {}.\n",
                counted(*events, "event"),
                counted(*pages, "page"),
                seconds(*took)
            )
        }
        Told::Rebuilt { files, pages, took } => {
            let files = match files {
                many if many.len() > FILES_NAMED => format!("{} files", many.len()),
                few => few.join(", "),
            };
            format!("{files}: {}, {}\n", counted(*pages, "page"), seconds(*took))
        }
        Told::Mistakes([]) => "All mistakes are mended.\n".to_owned(),
        Told::Mistaken(mistakes) => listed(mistakes, "the site is shown as far as it goes"),
        Told::Mistakes(mistakes) => listed(mistakes, "the last good version stays on screen"),
        Told::Unwatched(why) => format!("warning: {why}\n"),
    }
}

fn listed(mistakes: &[Diagnostic], then: &str) -> String {
    let list = terminal::diagnostics(mistakes, Format::Human, false);
    format!("{list}{}; {then}.\n", counted(mistakes.len(), "mistake"))
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn seconds(duration: Duration) -> String {
    match duration.as_millis() {
        0 => "under 1 ms".to_owned(),
        millis @ 1..1000 => format!("{millis} ms"),
        _ => format!("{:.1} s", duration.as_secs_f64()),
    }
}
