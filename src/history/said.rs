//! A hash of what an event's page says beside its facts.
//!
//! Names of entries and what is known of articles are left out: they change
//! without the event. So is everything that does not change the words.

use crate::model::correction::{CorrectedValue, Correction};
use crate::model::event::{Event, Status};
use crate::model::timeline::Timeline;

/// How many hexadecimal digits of the hash are kept: enough to see a change.
const DIGITS: usize = 16;

/// The hash of an event's headline, time, accounts and editor's note.
pub fn hash(timeline: &Timeline, event: &Event) -> String {
    let mut said = Said(blake3::Hasher::new());
    said.part(&event.headline);
    said.part(&event.time.map(|time| time.iso()).unwrap_or_default());
    let mut accounts: Vec<[u8; 32]> = event
        .accounts
        .iter()
        .map(|at| {
            let account = timeline.account(*at);
            let mut said = Said(blake3::Hasher::new());
            said.part(&account.headline);
            said.part(account.date.as_str());
            said.part(&account.time.map(|time| time.iso()).unwrap_or_default());
            said.text(account.body.of(&timeline.article(at.article).meta.source.text));
            account.agreement.iter().flat_map(|agreement| agreement.words()).for_each(|word| said.part(word));
            *said.0.finalize().as_bytes()
        })
        .collect();
    // Their order depends on the names of files.
    accounts.sort_unstable();
    for account in accounts {
        said.0.update(&account);
    }
    if let Some(overlay) = event.overlay.map(|at| &timeline.overlays[at as usize]) {
        said.text(overlay.body.of(&overlay.source.text));
        overlay.agreement.iter().flat_map(|agreement| agreement.words()).for_each(|word| said.part(word));
        overlay.corrections.iter().for_each(|one| said.correction(one));
        if event.status == Status::Withdrawn {
            said.part("withdrawn");
            said.part(overlay.reason.as_deref().unwrap_or_default());
        }
    }
    said.0.finalize().to_hex()[..DIGITS].to_owned()
}

struct Said(blake3::Hasher);

impl Said {
    /// With its length, so that no two parts run into each other. An empty part is none.
    fn part(&mut self, part: &str) {
        if !part.is_empty() {
            self.0.update(&(part.len() as u64).to_le_bytes());
            self.0.update(part.as_bytes());
        }
    }

    /// Markdown; line ends and space at the end of lines say nothing.
    fn text(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        self.part(lines.join("\n").trim());
    }

    fn correction(&mut self, one: &Correction) {
        self.part(&one.date.to_string());
        self.part(one.field.id());
        for value in [&one.old, &one.new] {
            match value {
                None => self.part("-"),
                Some(CorrectedValue::Text(text)) => self.part(text),
                Some(CorrectedValue::Date(date)) => self.part(date.as_str()),
                Some(CorrectedValue::Type(kind)) => self.part(kind.id()),
                Some(CorrectedValue::Ids(ids)) => self.part(&ids.join(",")),
            }
        }
        self.part(&one.why);
    }
}
