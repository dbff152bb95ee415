//! The picture that others show beside a link to an event: 1200×630, PNG.
//!
//! The template `social-card.svg` makes an SVG of a view, and `paint` a picture
//! of that. The same SVG gives the same bytes, so a picture bears the mark of
//! its SVG, and one that was painted before can be told without painting it
//! again. No IO here: who keeps pictures is no business of this module.

mod fonts;
mod lines;
mod paint;

use serde::Serialize;
use tera::{Context, Value};

use super::{Renderer, templates};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::event::Event;
use crate::model::language::capitalised;
use crate::model::url;

/// What every whole picture ends with: PNG's last part.
pub const END: &[u8] = b"\0\0\0\0IEND\xaeB`\x82";
/// The template, by its name.
const TEMPLATE: &str = "social-card.svg";
/// How many actors a card names.
const ACTORS: usize = 4;

/// What the template sees, as `card`.
#[derive(Serialize)]
struct CardView {
    width: u32,
    height: u32,
    /// In lines that fit, each with its baseline.
    headline: Vec<lines::Line>,
    /// Of the headline.
    font_size: u32,
    date: Option<String>,
    /// In one line that fits.
    actors: Option<String>,
    /// The type, and the place if there is one; in a line that leaves room for the mark before it.
    facts: Option<String>,
    #[serde(rename = "type")]
    kind: Value,
    site: Option<String>,
    /// `start`, or `end` where the headline is written from right to left.
    anchor: &'static str,
    /// Where lines begin.
    x: u32,
}

/// A card that has not been painted yet.
pub struct SocialCard {
    svg: String,
}

impl SocialCard {
    /// Tells the picture from all others; the picture holds it near its head.
    pub fn mark(&self) -> String {
        // Another version may draw the same otherwise.
        let version = env!("CARGO_PKG_VERSION");
        blake3::hash([version, &self.svg].concat().as_bytes()).to_hex()[..32].to_owned()
    }

    /// Appends the picture.
    ///
    /// # Errors
    /// What is wrong with the SVG.
    pub fn paint(&self, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        paint::png(&self.svg, &self.mark(), out).map_err(|why| Box::new(no_picture(&why)))
    }

    /// Whether it can be painted.
    ///
    /// # Errors
    /// What is wrong with the SVG.
    pub fn check(&self) -> Result<(), Box<Diagnostic>> {
        paint::read(&self.svg).map(drop).map_err(|why| Box::new(no_picture(&why)))
    }
}

fn no_picture(why: &str) -> Diagnostic {
    Diagnostic::new(Code::TemplateFailed, format!("the template makes no picture: {why}"))
        .in_file("templates/social-card.svg")
        .help("the built-in theme's file of that name shows a form that works")
}

impl Renderer {
    /// The card of an event.
    ///
    /// # Errors
    /// The template's failure.
    pub fn social_card(&self, at: u32) -> Result<SocialCard, Box<Diagnostic>> {
        let event = self.timeline.event(at);
        let mut context = Context::new();
        context.insert("card", &self.card_view(event));
        let theme = &self.theme;
        let svg = theme.tera.render(TEMPLATE, &context).map_err(|error| {
            let path = url::social_card(&event.id);
            Box::new(templates::render_error(&error, TEMPLATE, &path, &theme.templates))
        })?;
        Ok(SocialCard { svg })
    }

    /// The path of an event's card with a mark of what it shows, so that whoever has kept an old one asks for the
    /// new one; none where there are no cards.
    pub(super) fn social_card_path(&self, at: u32) -> Option<String> {
        if !self.timeline.config.options.social_cards {
            return None;
        }
        let event = self.timeline.event(at);
        let mut shown = blake3::Hasher::new();
        let names = event.participants.iter().take(ACTORS);
        let names = names.map(|one| self.timeline.actors[one.actor as usize].name.as_str());
        let place = event.place.map(|place| self.timeline.places[place as usize].name.as_str());
        let config = &self.timeline.config;
        let facts = [
            config.title.as_str(),
            &config.language,
            &event.headline,
            event.date.as_str(),
            event.event_type.id(),
        ];
        for text in facts.into_iter().chain(names).chain(place) {
            shown.update(text.as_bytes()).update(&[0]);
        }
        let mark = shown.finalize().to_hex();
        Some([&url::social_card(&event.id), "?v=", &mark[..8]].concat())
    }

    fn card_view(&self, event: &Event) -> CardView {
        let t = &self.timeline;
        let headline = fonts::writable(&event.headline).unwrap_or_default();
        let (font_size, headline) = lines::headline(&headline);
        let from_right = headline.first().is_some_and(|line| lines::is_from_right(&line.text));
        let names: Vec<&str> =
            event.participants.iter().map(|one| t.actors[one.actor as usize].name.as_str()).collect();
        let language = self.language();
        let words = language.date(&event.date);
        let date = language.moment(&words, event.time).unwrap_or(words);
        let in_line = |text: &str| fonts::writable(text).map(|text| lines::one(&text, 0));
        let place = event.place.map(|place| t.places[place as usize].name.as_str());
        let label = language.event_type(event.event_type);
        let facts = place.map_or_else(|| label.to_owned(), |place| [label, " · ", place].concat());
        CardView {
            width: paint::WIDTH,
            height: paint::HEIGHT,
            headline,
            font_size,
            date: in_line(&capitalised(&date)),
            actors: in_line(&lines::names(language, &names, ACTORS)).filter(|names| !names.is_empty()),
            facts: fonts::writable(&facts).map(|facts| lines::one(&facts, lines::MARK)),
            kind: self.types[event.event_type as usize].clone(),
            site: fonts::writable(&t.config.title).map(|title| lines::name(&title)),
            anchor: if from_right { "end" } else { "start" },
            x: if from_right { paint::WIDTH - lines::MARGIN } else { lines::MARGIN },
        }
    }
}

#[cfg(test)]
mod tests;
