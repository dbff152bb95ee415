//! Which pages show an event: for saying how far an edit reaches.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::model::article::Position;
use crate::model::data_format::{DataFormat, Dataset};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::sitemap::{Export, Page, PageKind, SiteMap, Slice};
use crate::model::timeline::Timeline;
use crate::model::url;

/// The pages and files that show one of the events or articles, by their paths.
pub fn showing(timeline: &Timeline, sitemap: &SiteMap, events: &[u32], articles: &[u32]) -> BTreeSet<String> {
    let mut showing = Showing { timeline, paths: BTreeSet::new() };
    for at in events {
        showing.event(*at);
    }
    for at in articles {
        showing.article(*at);
    }
    let shows = |page: &Page| !matches!(page.kind, PageKind::Redirect { .. });
    showing.paths.retain(|path| sitemap.find(path).is_some_and(shows));
    showing.paths
}

/// Pages that say how many events each entry or type has.
pub const COUNTING: [&str; 5] = ["actors/", "topics/", "places/", "types/", "search/"];

struct Showing<'a> {
    timeline: &'a Timeline,
    /// All that there may be; those of lists that are not split are no addresses.
    paths: BTreeSet<String>,
}

impl Showing<'_> {
    fn event(&mut self, at: u32) {
        let event = self.timeline.event(at);
        let day = event.date.first();
        self.paths.extend([String::new(), url::event(&event.id), url::social_card(&event.id)]);
        self.embed(&url::event(&event.id));
        self.embed("");
        self.paths.extend([url::year(day.year()), url::month(day.year(), day.month()), url::day(day)]);
        self.list(&url::event_type(event.event_type), day);
        self.positions(at);
        self.contacts(at);
        self.agreements(at);
        self.differences(at);
        for other in self.timeline.index.threads.whole(at) {
            self.paths.insert(url::event(&self.timeline.event(other).id));
        }
        self.neighbours(at, 0..u32::try_from(self.timeline.events.len()).unwrap_or(u32::MAX));
        for other in self.timeline.events_between(day, day) {
            self.paths.insert(url::event(&self.timeline.events[other].id));
        }
        for account in &event.accounts {
            self.article(account.article);
        }
        let actors = event.participants.iter().map(|one| (EntryKind::Actor, one.actor));
        let topics = event.topics.iter().map(|index| (EntryKind::Topic, *index));
        let places = event.place.iter().map(|index| (EntryKind::Place, *index));
        for (kind, index) in actors.chain(topics).chain(places) {
            let entry = EntryRef { kind, index };
            let path = url::entry(kind, &self.timeline.entry(entry).id);
            self.feeds(&path);
            self.list(&path, day);
            if kind == EntryKind::Actor {
                self.embed(&path);
                self.paths.extend(DataFormat::ALL.map(|format| path.clone() + format.file()));
                self.neighbours(at, self.timeline.events_of(entry).iter().copied());
            }
        }
        self.feeds("");
        let Some(overlay) = event.overlay.map(|at| &self.timeline.overlays[at as usize]) else { return };
        self.paths.extend(overlay.redirect_from.iter().map(|(old, _)| url::event(old)));
        if !overlay.corrections.is_empty() {
            let feeds = [Export::Corrections, Export::CorrectionsJson];
            self.paths.extend(feeds.map(Export::file).into_iter().chain([url::CORRECTIONS.to_owned()]));
        }
    }

    /// An edit of what is stated shows on the pages of all years from then on, and on those of the actor and the topic.
    fn positions(&mut self, at: u32) {
        let stated: Vec<&Position> = self.timeline.positions([at]).map(|stated| stated.position).collect();
        if stated.is_empty() {
            return;
        }
        for position in stated {
            for (kind, index) in [(EntryKind::Actor, position.actor), (EntryKind::Topic, position.topic)] {
                self.paths.insert(url::entry(kind, &self.timeline.entry(EntryRef { kind, index }).id));
            }
        }
        let years = self.timeline.events.iter().map(|event| event.date.first().year());
        let from = self.timeline.event(at).date.first().year();
        self.paths.extend(years.filter(|year| *year >= from).map(|year| url::positions(Some(year))));
        self.paths.extend([url::positions(None), Export::Dataset(Dataset::Positions).file()]);
    }

    /// A contact shows on the pages of all who were in it, whether the event names them or not.
    fn contacts(&mut self, at: u32) {
        let event = self.timeline.event(at);
        let Some(contact) = &event.contact else { return };
        let year = event.date.first().year();
        self.paths.extend([
            url::contacts(None),
            url::contacts(Some(year)),
            Export::Dataset(Dataset::Contacts).file(),
        ]);
        let actor = |actor: u32| url::entry(EntryKind::Actor, &self.timeline.actors[actor as usize].id);
        self.paths.extend(contact.actors().into_iter().map(actor).collect::<Vec<_>>());
    }

    /// A step, or a report that something was done, shows on the pages of the agreement's parties and other steps. The day as
    /// of which all agreements are told moves with any event.
    fn agreements(&mut self, at: u32) {
        let t = self.timeline;
        let agreements = &t.index.agreements;
        if agreements.all.is_empty() {
            return;
        }
        let of_steps = agreements.steps.get(&at).map(|(agreement, _)| *agreement);
        let of_met = agreements.met.get(&at).into_iter().flatten().map(|(agreement, _)| *agreement);
        let own: BTreeSet<usize> = of_steps.into_iter().chain(of_met).collect();
        let years: BTreeSet<Option<i32>> = agreements.all.iter().map(|one| t.year_of(one)).collect();
        let pages = years.into_iter().chain([None]).map(url::agreements);
        self.paths.extend(pages.chain([Export::Dataset(Dataset::Agreements).file()]));
        for one in own.into_iter().map(|at| &agreements.all[at]) {
            self.paths.extend(one.steps.iter().map(|step| url::event(&t.event(step.event).id)));
            let actor = |actor: &u32| url::entry(EntryKind::Actor, &t.actors[*actor as usize].id);
            self.paths.extend(one.parties.iter().map(actor));
        }
    }

    /// On what sources differ, and how well an event is attested.
    fn differences(&mut self, at: u32) {
        let event = self.timeline.event(at);
        let day = event.date.first();
        if event.disputed().next().is_some() {
            self.list(url::DIFFERENCES, day);
            self.paths.extend([Export::Dataset(Dataset::Differences).file(), url::METHODOLOGY.to_owned()]);
        }
        for class in event.attestation.classes() {
            self.list(&url::attestation(class), day);
        }
    }

    fn embed(&mut self, page: &str) {
        self.paths.extend([url::embed(page), page.to_owned() + &Export::OEmbed.file()]);
    }

    /// The events before and after lead to it.
    fn neighbours(&mut self, at: u32, events: impl IntoIterator<Item = u32>) {
        let mut previous = None;
        let mut events = events.into_iter();
        for event in events.by_ref() {
            if event == at {
                break;
            }
            previous = Some(event);
        }
        for other in previous.into_iter().chain(events.next()) {
            self.paths.insert(url::event(&self.timeline.event(other).id));
        }
    }

    fn list(&mut self, path: &str, day: chrono::NaiveDate) {
        let slices = [Slice::Whole, Slice::Year(day.year()), Slice::Month(day.year(), day.month())];
        self.paths.extend(slices.map(|slice| path.to_owned() + &slice.path()));
    }

    fn feeds(&mut self, path: &str) {
        self.paths.extend(Export::FEEDS.map(|feed| path.to_owned() + &feed.file()));
    }

    fn article(&mut self, at: u32) {
        // They say of what content they are made.
        self.paths.extend(DataFormat::ALL.map(|format| Export::Data(format).file()));
        self.paths.insert("data/".into());
        let meta = &self.timeline.article(at).meta;
        self.paths.insert(url::article(&meta.id));
        let names = meta.publisher.iter().chain(&meta.origin);
        let publishers = names.filter_map(|name| self.timeline.publisher(name));
        self.paths.extend(publishers.map(|publisher| url::publisher(&publisher.id)));
    }
}
