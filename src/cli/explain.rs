//! `dateline explain CODE`

use super::terminal;
use crate::diagnostics::{Code, suggest};

#[derive(clap::Args)]
pub struct Args {
    /// The code, as it stands in brackets in a message; all codes if not given
    code: Option<String>,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let Some(wanted) = &args.code else {
        let widest = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or(0);
        for code in Code::ALL {
            terminal::out(&format!("{:widest$}  {:7}  {}\n", code.id(), code.severity().id(), code.title()));
        }
        return Ok(0);
    };
    match Code::from_id(wanted) {
        Some(code) => {
            terminal::out(&format!(
                "{}[{}]: {}\n\n{}\n",
                code.severity().id(),
                code.id(),
                code.title(),
                code.explanation()
            ));
            Ok(0)
        }
        None => {
            let help = suggest(wanted, Code::ALL.iter().map(|code| code.id()))
                .unwrap_or_else(|| "`dateline explain` without a code lists them all".into());
            terminal::err(&format!("error: there is no code `{wanted}`\nhelp: {help}\n"));
            Ok(2)
        }
    }
}
