//! `dateline export`: the events as data, all or some, on standard output.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{EXIT_MISTAKES, terminal};
use crate::diagnostics::print::Format;
use crate::diagnostics::{has_errors, nearest};
use crate::model::data_format::DataFormat;
use crate::model::date::EventDate;
use crate::model::entry::{Entry, EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::sitemap::{Export, Scope};
use crate::model::timeline::Timeline;
use crate::parse::written_date;
use crate::site::{LoadOptions, Site};

/// The command line is wrong.
const EXIT_USAGE: u8 = 2;

#[derive(clap::Args)]
pub struct Args {
    /// The format
    #[arg(value_name = "FORMAT")]
    format: FormatArg,
    /// The site's folder
    #[arg(default_value = ".")]
    site: PathBuf,
    /// Only events of this actor, by id or name; given again, of all of them together
    #[arg(long, value_name = "ACTOR")]
    actor: Vec<String>,
    /// Only events that end on this date or later: 2025-09-03, 2025-09, or 3 September 2025
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<EventDate>,
    /// Only events that begin on this date or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<EventDate>,
}

/// What can be written.
#[derive(Clone, Copy, ValueEnum)]
enum FormatArg {
    /// Everything, as one JSON file
    Json,
    /// The same, an event a line
    Jsonl,
    /// A row an event, for spreadsheets
    Csv,
    /// Events whose place has coordinates, for maps
    Geojson,
    /// Linked data, in the terms of schema.org
    Jsonld,
    /// Slides for TimelineJS
    Timelinejs,
    /// A calendar of events whose days are known
    Ics,
}

impl From<FormatArg> for Export {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Json => Self::Data(DataFormat::Json),
            FormatArg::Jsonl => Self::Data(DataFormat::JsonLines),
            FormatArg::Csv => Self::Data(DataFormat::Csv),
            FormatArg::Geojson => Self::Data(DataFormat::GeoJson),
            FormatArg::Jsonld => Self::Data(DataFormat::JsonLd),
            FormatArg::Timelinejs => Self::Data(DataFormat::TimelineJs),
            FormatArg::Ics => Self::Calendar,
        }
    }
}

fn date(text: &str) -> Result<EventDate, String> {
    written_date::parse(text)
        .map_err(|error| format!("{error}; write it as 2025-09-03, 2025-09 or 3 September 2025"))
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    if let (Some(from), Some(to)) = (&args.from, &args.to)
        && to.last() < from.first()
    {
        terminal::err(&format!("error: `--to {to}` is before `--from {from}`\nhelp: exchange the two\n"));
        return Ok(EXIT_USAGE);
    }
    let (site, mut found) = Site::load(&args.site, &LoadOptions::default(), &mut |_| {});
    let site = match site {
        Some(site) if !has_errors(&found) => site,
        _ => {
            found.retain(|one| has_errors(std::slice::from_ref(one)));
            terminal::err(&terminal::diagnostics(&found, Format::Human, false));
            terminal::err(&format!("Nothing exported: {}.\n", terminal::tallied(&found)));
            return Ok(EXIT_MISTAKES);
        }
    };
    let timeline = site.timeline();
    let mut actors = Vec::new();
    for name in &args.actor {
        match actor(timeline, name) {
            Some(actor) => actors.push(actor),
            None => {
                terminal::err(&unknown(timeline, name));
                return Ok(EXIT_USAGE);
            }
        }
    }
    let is_meant = |event: &Event| {
        args.from.as_ref().is_none_or(|from| event.date.last() >= from.first())
            && args.to.as_ref().is_none_or(|to| event.date.first() <= to.last())
            && actors.iter().all(|actor| event.participants.iter().any(|one| one.actor == actor.index))
    };
    let events = (0u32..).zip(&timeline.events).filter(|(_, event)| is_meant(event));
    let only: Vec<u32> = events.map(|(at, _)| at).collect();
    let scope = actors.first().filter(|_| actors.len() == 1).map_or(Scope::Site, |at| Scope::Entry(*at));
    let mut bytes = Vec::new();
    let made = site.export(args.format.into(), scope, Some(&only), &mut bytes);
    made.map_err(|failed| anyhow::anyhow!("{}", failed.message))?;
    terminal::out_file(&bytes)?;
    Ok(0)
}

/// The actor with this id, name or alias; capitals do not count.
fn actor(timeline: &Timeline, name: &str) -> Option<EntryRef> {
    let wanted = name.trim().to_lowercase();
    let is_called =
        |entry: &Entry| entry.id == wanted || entry.names().any(|(name, _)| name.to_lowercase() == wanted);
    let index = timeline.actors.iter().position(is_called)?;
    Some(EntryRef { kind: EntryKind::Actor, index: u32::try_from(index).ok()? })
}

fn unknown(timeline: &Timeline, name: &str) -> String {
    let ids = timeline.actors.iter().map(|entry| entry.id.as_str());
    let names = timeline.actors.iter().flat_map(Entry::names).map(|(name, _)| name);
    let help = match nearest(name, names.chain(ids)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "an actor is a file in content/actors/; name it by its id, its name or an alias".to_owned(),
    };
    format!("error: there is no actor `{name}`\nhelp: {help}\n")
}
