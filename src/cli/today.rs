//! Which day it is: as the command line says, as `SOURCE_DATE_EPOCH` says, or
//! as the clock does.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};

use crate::model::today::Today;

/// Reads `2025-09-03`.
pub fn parse(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write a day as `2025-09-03`".to_owned())
}

/// The moment that counts as now. <https://reproducible-builds.org/specs/source-date-epoch/>
#[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
pub fn today(given: Option<NaiveDate>) -> anyhow::Result<Today> {
    if let Some(day) = given {
        return Ok(Today::Day(day));
    }
    let Some(seconds) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(Today::Moment(Utc::now())) };
    let moment = seconds.to_str().and_then(|seconds| seconds.parse().ok()).and_then(from_seconds);
    moment.map(Today::Moment).context("SOURCE_DATE_EPOCH is no number of seconds since 1970")
}

fn from_seconds(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
}
