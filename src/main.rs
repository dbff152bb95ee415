//! Parses the arguments, runs the command, sets the exit code.

use std::process::ExitCode;

/// A build makes and drops a great many small strings, on all cores at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run()
}
