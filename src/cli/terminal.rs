//! What goes to the terminal: text, colour where it is wanted, a progress bar on long work.
#![expect(clippy::disallowed_methods, reason = "this is the edge where time is measured for people")]

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostics::Diagnostic;
use crate::diagnostics::print::{Format, print, tally};

/// How many diagnostics are printed in full; a flood helps nobody.
const MOST: usize = 100;
/// Work longer than this gets a progress bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Writes to standard output; a reader that has gone away is no error.
pub fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes a file to standard output; a reader that has gone away is no error.
///
/// # Errors
/// Not all of it could be written: the disk is full, for instance.
pub fn out_file(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Writes to standard error.
pub fn err(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

fn wants_colour(is_terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    is_terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Diagnostics as text, for standard output or standard error.
pub fn diagnostics(found: &[Diagnostic], format: Format, to_stdout: bool) -> String {
    let is_terminal =
        if to_stdout { std::io::stdout().is_terminal() } else { std::io::stderr().is_terminal() };
    if format != Format::Human || found.len() <= MOST {
        return print(found, format, wants_colour(is_terminal));
    }
    let head = print(&found[..MOST], format, wants_colour(is_terminal));
    format!("{head}… and {} more; `--format short` lists them all\n\n", found.len() - MOST)
}

/// `2 errors and 1 warning`
pub fn tallied(found: &[Diagnostic]) -> String {
    tally(found)
}

/// How long each stage took.
pub struct Stopwatch {
    start: Instant,
    stages: Vec<(&'static str, Instant)>,
}

impl Stopwatch {
    /// Starts it.
    pub fn start() -> Self {
        Self { start: Instant::now(), stages: Vec::new() }
    }

    /// A stage begins, and the one before ends.
    pub fn stage(&mut self, name: &'static str) {
        self.stages.push((name, Instant::now()));
    }

    /// Since it was started.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// `0.42 s`
    pub fn total(&self) -> String {
        seconds(self.elapsed())
    }

    /// `read 0.01 s, parse 0.02 s`
    pub fn stages(&self) -> String {
        let ends = self.stages.iter().skip(1).map(|(_, at)| *at).chain(std::iter::once(Instant::now()));
        let parts =
            self.stages.iter().zip(ends).map(|((name, from), to)| format!("{name} {}", seconds(to - *from)));
        parts.collect::<Vec<_>>().join(", ")
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// A bar that shows itself only when the work takes long, and only on a terminal.
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    shown: AtomicBool,
}

impl Progress {
    /// For so many pages.
    pub fn new(steps: usize) -> Self {
        Self::of("Building", "pages", steps)
    }

    /// For so many steps of another kind.
    pub fn of(doing: &'static str, what: &str, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(&format!("{{msg}} {{bar:30}} {{pos}}/{{len}} {what}"))
        {
            bar.set_style(style);
        }
        bar.set_message(doing);
        Self { bar, start: Instant::now(), shown: AtomicBool::new(!std::io::stderr().is_terminal()) }
    }

    /// There are so many steps.
    pub fn expect(&self, steps: usize) {
        self.bar.set_length(steps as u64);
    }

    /// One step is done.
    pub fn step(&self) {
        self.bar.inc(1);
        if !self.shown.load(Ordering::Relaxed)
            && self.start.elapsed() > PATIENCE
            && !self.shown.swap(true, Ordering::Relaxed)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Writes to standard output, above the bar.
    pub fn print(&self, text: &str) {
        self.bar.suspend(|| out(text));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
