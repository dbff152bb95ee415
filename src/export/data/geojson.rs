//! GeoJSON (RFC 7946): the events whose place has coordinates, as points.

use serde::Serialize;

use super::row::{Row, row};
use super::{About, json, with_events};
use crate::export::input::coordinates;
use crate::export::{Exporter, Input};
use crate::model::data_format::DataFormat;
use crate::model::event::Event;

/// A timeline's events whose place has coordinates.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(rename = "FeatureCollection")]
pub struct Collection<'a, F> {
    #[serde(rename = "type")]
    #[schemars(extend("const" = "FeatureCollection"))]
    kind: &'static str,
    #[serde(flatten)]
    about: About<'a>,
    /// How many events are left out, as their place or its coordinates are not known.
    without_coordinates: usize,
    /// In order of time.
    features: F,
}

/// What the schema is made of.
pub type FileOfFeatures<'a> = Collection<'a, Vec<Feature<'a>>>;

/// An event at its place.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Feature<'a> {
    #[serde(rename = "type")]
    #[schemars(extend("const" = "Feature"))]
    kind: &'static str,
    /// The event's id.
    id: &'a str,
    geometry: Point,
    properties: Row<'a>,
}

#[derive(Serialize, schemars::JsonSchema)]
struct Point {
    #[serde(rename = "type")]
    #[schemars(extend("const" = "Point"))]
    kind: &'static str,
    /// Longitude and latitude in degrees, WGS 84, as exact as the place's file has them.
    coordinates: [f64; 2],
}

pub struct GeoJson;

impl Exporter for GeoJson {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let head = Collection {
            kind: "FeatureCollection",
            about: About::new(input, DataFormat::GeoJson),
            without_coordinates: input.events().filter(|event| point(input, event).is_none()).count(),
            features: [(); 0],
        };
        with_events(&head, input, DataFormat::GeoJson, item, out);
    }
}

fn point(input: &Input<'_>, event: &Event) -> Option<Point> {
    let (latitude, longitude) = coordinates(&input.timeline.places[event.place? as usize])?;
    Some(Point { kind: "Point", coordinates: [longitude, latitude] })
}

/// Empty if it is nowhere.
fn item(input: &Input<'_>, event: &Event) -> String {
    let feature =
        |geometry| Feature { kind: "Feature", id: &event.id, geometry, properties: row(input, event) };
    point(input, event).map(|geometry| json(&feature(geometry))).unwrap_or_default()
}
