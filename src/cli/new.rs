//! `dateline new`: a file to fill in.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::terminal;
use crate::model::entry::ActorKind;
use crate::model::publisher::PublisherKind;
use crate::model::url::{is_slug, slug};
use crate::parse::written_date;
use crate::write::{WriteError, create_new};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
    /// The site's folder
    #[arg(long, global = true, value_name = "FOLDER", default_value = ".")]
    site: PathBuf,
}

#[derive(Subcommand)]
enum What {
    /// A report: content/articles/
    Article {
        /// The report's headline
        title: String,
        /// Who published it
        #[arg(long)]
        publisher: Option<String>,
        /// Where it is
        #[arg(long)]
        url: Option<String>,
        /// When it was published: 2025-09-03, or 3 September 2025
        #[arg(long, value_parser = date)]
        published: Option<String>,
    },
    /// A person, state, organisation or group: content/actors/
    Actor {
        /// The name that pages show
        name: String,
        /// person, state, organisation or group
        #[arg(long, default_value = "person", value_parser = ActorKind::ALL.map(ActorKind::id))]
        kind: String,
    },
    /// What is at issue: content/topics/
    Topic {
        /// The name that pages show
        name: String,
    },
    /// Where things happen: content/places/
    Place {
        /// The name that pages show
        name: String,
    },
    /// Who publishes reports, or has them first: content/publishers/
    Publisher {
        /// The name that pages show
        name: String,
    },
    /// What you decide about an event over its accounts: content/events/
    Event {
        /// The event's id
        id: String,
    },
}

fn date(text: &str) -> Result<String, String> {
    written_date::parse(text)
        .map(|date| date.to_string())
        .map_err(|error| format!("{error}; write it as 2025-09-03, 2025-09 or 3 September 2025"))
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    if !args.site.join("site.yaml").exists() {
        let folder = args.site.display();
        terminal::err(&format!(
            "error: there is no site.yaml in `{folder}`\nhelp: change into the site's folder, name it with `--site`, or start one with `dateline init`\n"
        ));
        return Ok(2);
    }
    let (folder, name, text) = match &args.what {
        What::Article { title, publisher, url, published } => {
            ("articles", title, article(title, publisher.as_deref(), url.as_deref(), published.as_deref()))
        }
        What::Actor { name, kind } => ("actors", name, actor(name, kind)),
        What::Topic { name } => ("topics", name, topic(name)),
        What::Place { name } => ("places", name, place(name)),
        What::Publisher { name } => ("publishers", name, publisher(name)),
        What::Event { id } => ("events", id, EVENT.to_owned()),
    };
    let id = if is_slug(name) { name.clone() } else { slug(name) };
    if id.is_empty() || (folder == "events" && !is_slug(name)) {
        let help =
            if id.is_empty() { "use letters or digits".to_owned() } else { format!("did you mean `{id}`?") };
        terminal::err(&format!("error: `{name}` is no id\nhelp: {help}\n"));
        return Ok(2);
    }
    let path = args.site.join("content").join(folder).join(format!("{id}.md"));
    match create_new(&path, text.as_bytes()) {
        Ok(()) => {
            terminal::out(&format!("{}\n", shown(&path)));
            Ok(0)
        }
        Err(WriteError::Io { error, .. }) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            terminal::err(&format!("error: `{}` is there already; nothing was changed\n", shown(&path)));
            Ok(2)
        }
        Err(error) => Err(error.into()),
    }
}

fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// A value as YAML, with quotation marks where it needs them.
fn yaml(text: &str) -> String {
    serde_yaml::to_string(text).map_or_else(|_| format!("{text:?}"), |yaml| yaml.trim_end().to_owned())
}

fn line(key: &str, value: Option<&str>, comment: &str) -> String {
    match value {
        Some(value) => format!("{key}: {}\n", yaml(value)),
        None => format!("# {key}: {comment}\n"),
    }
}

fn article(title: &str, publisher: Option<&str>, url: Option<&str>, published: Option<&str>) -> String {
    let publisher = line("publisher", publisher, "who published it");
    let url = line("url", url, "https://…");
    let published =
        line("published", published, "2025-09-03; a month, or a date with `?`, if no more is known");
    format!(
        "---\ntitle: {}\n{publisher}{url}{published}# dateline: the place that the report names as its own\n# origin: who first reported it, if another\n---\n\n\
         A sentence or two on the report as a whole.\n\n\
         <!-- One section an event: a date, a colon, the headline; then what this report says of it.\n\n\
         ## 3 September 2025: Who did what {{#short-id .statement}}\n\n\
         In your own words: who said or did what, by this report.\n\n\
         > a short quotation, word for word\n\n\
         Actor on topic\n: what the actor demands, offers or refuses\n\n-->\n",
        yaml(title),
    )
}

fn actor(name: &str, kind: &str) -> String {
    format!(
        "---\nname: {}\nkind: {kind}\n# aliases: [other names, and other spellings]\n# wikidata: Q…\n# country: two capital letters, as in UA\n\
         # roles:\n#   - title: the office\n#     for: id of the actor for whom it is held\n#     from: 2019-05-20\n#     to: 2024\n---\n\n\
         Who this is, in a sentence.\n",
        yaml(name),
    )
}

fn topic(name: &str) -> String {
    format!(
        "---\nname: {}\n# aliases: [other words for it]\n---\n\nWhat is at issue, in a sentence.\n",
        yaml(name)
    )
}

fn place(name: &str) -> String {
    format!(
        "---\nname: {}\n# aliases: [other names, and other spellings]\n# country: two capital letters, as in UA\n# latitude: 50.45\n# longitude: 30.52\n---\n",
        yaml(name),
    )
}

fn publisher(name: &str) -> String {
    format!(
        "---\nname: {}\n# aliases: [other names by which articles call it]\n# country: two capital letters, as in UA\n# kind: {}\n# url: https://…\n---\n\nWho this is, in a sentence.\n",
        yaml(name),
        PublisherKind::ALL.map(PublisherKind::id).join(", "),
    )
}

const EVENT: &str = "---
# What stands here comes before what the accounts say. Take away the `#` of what you need.
# title: another headline
# date: 2025-09-03
# type: consult
# place: id-of-the-place
# actors: [ids, in, order]
# topics: [ids]
# decisions:
#   date: {value: 2025-09-03, why: what makes you believe it}
# redirect_from: [old-id]
# status: withdrawn
# reason: why it was withdrawn
---

<!-- Your own words on the event; they stand before the accounts. -->
";
