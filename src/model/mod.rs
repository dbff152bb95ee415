//! Plain data: what passes between the stages, and its order.
//!
//! No IO, no clock, no Markdown, no templates, and no import from any other
//! module of the crate: everything else may depend on this one.

pub mod agreement;
pub mod article;
pub mod asset;
pub mod attestation;
pub mod candidate;
pub mod config;
pub mod contact;
pub mod contact_words;
pub mod content_hash;
pub mod correction;
pub mod country;
pub mod data_format;
pub mod date;
pub mod date_words;
pub mod difference;
pub mod edit_links;
pub mod embed;
pub mod entry;
pub mod event;
pub mod event_type;
pub mod fold;
pub mod happening_words;
pub mod image;
pub mod language;
pub mod markdown;
pub mod permalinks;
pub mod publisher;
pub mod search;
pub mod sitemap;
pub mod snapshot;
pub mod source;
pub mod text;
pub mod timeline;
pub mod timex;
pub mod today;
pub mod url;
pub mod version;
