//! Templates -> a Tera instance; Tera's errors -> diagnostics.

use std::ops::Range;
use std::sync::Arc;

use tera::{Error, ErrorKind, Function, Kwargs, ReportError, State, Tera, TeraResult};

use super::inline::Inlined;
use super::texts;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::asset::Addresses;
use crate::model::language::Language;
use crate::model::source::{SourceFile, Span};
use crate::model::url;

/// A template as it was read, and as Tera reads it.
pub struct Template {
    file: SourceFile,
    inlined: Inlined,
}

impl Template {
    fn new(file: &SourceFile, language: &Language) -> (Self, Vec<Diagnostic>) {
        let (inlined, found) = Inlined::new(file, language);
        (Self { file: file.clone(), inlined }, found)
    }
}

/// Loads the templates, each named by its path below `templates/`. One that
/// cannot be read is noted and replaced by the built-in theme's, or by nothing,
/// so that the next mistake is found too.
pub fn load(
    templates: &[SourceFile],
    fallback: &[SourceFile],
    language: &Arc<Language>,
    asset: impl Function<TeraResult<String>> + Clone,
) -> (Tera, Vec<Template>, Vec<Diagnostic>) {
    let new = || {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".svg"]);
        texts::register(&mut tera, language);
        tera.register_function("asset", asset.clone());
        tera
    };
    let mut diagnostics = Vec::new();
    let mut take = |file| {
        let (template, found) = Template::new(file, language);
        diagnostics.extend(found);
        template
    };
    let mut sources: Vec<Template> = templates.iter().map(&mut take).collect();
    let built_in: Vec<Template> = fallback.iter().map(|file| Template::new(file, language).0).collect();
    for _ in 0..=templates.len() {
        let mut tera = new();
        let Err(error) = tera.add_raw_templates(texts_of(&sources)) else {
            return (tera, sources, diagnostics);
        };
        diagnostics.push(syntax_error(&error, &sources));
        let Some(blamed) = blamed_template(&error) else { break };
        let Some(at) = sources.iter().position(|source| name(&source.file) == blamed) else { break };
        let is_other = |file: &&SourceFile| name(file) == blamed && file.text != sources[at].file.text;
        match fallback.iter().find(is_other) {
            Some(built_in) => sources[at] = Template::new(built_in, language).0,
            None => drop(sources.remove(at)),
        }
    }
    let mut tera = new();
    if let Err(error) = tera.add_raw_templates(texts_of(&built_in)) {
        diagnostics.push(syntax_error(&error, &built_in));
    }
    (tera, built_in, diagnostics)
}

fn texts_of(templates: &[Template]) -> impl Iterator<Item = (&str, &str)> {
    templates.iter().map(|template| (name(&template.file), template.inlined.text.as_str()))
}

/// The function `asset(path="style.css")`: the address of a static file, from the host's root.
pub fn asset(addresses: Addresses, base: &str) -> impl Function<TeraResult<String>> + Clone {
    let (addresses, base) = (Arc::new(addresses), base.to_owned());
    move |arguments: Kwargs, _: &State<'_>| {
        let path = arguments.must_get::<String>("path")?;
        let address = addresses
            .get(&path)
            .ok_or_else(|| Error::message(format!("there is no file `static/{path}`")))?;
        Ok([base.as_str(), &url::encoded(address)].concat())
    }
}

/// The name under which templates call each other.
pub fn name(file: &SourceFile) -> &str {
    file.path.strip_prefix("templates/").unwrap_or(&file.path)
}

/// The diagnostic for a template that fails on a page.
pub fn render_error(error: &Error, template: &str, path: &str, files: &[Template]) -> Diagnostic {
    let what = report(error).map_or_else(|| error.to_string(), |report| report.message().to_owned());
    let message = format!("on the page `/{path}`: {}", one_line(&what));
    let diagnostic = Diagnostic::new(Code::TemplateFailed, message)
        .help("`docs/templates.md` lists what each kind of page has; test with `{% if … is defined %}`");
    place(diagnostic, error, Some(template), files)
}

fn syntax_error(error: &Error, files: &[Template]) -> Diagnostic {
    let text = error.to_string();
    let what = match (report(error), framed(&text)) {
        (Some(report), _) => report.message().to_owned(),
        (None, Some(framed)) => framed.message.to_owned(),
        (None, None) => text.clone(),
    };
    let diagnostic =
        Diagnostic::new(Code::TemplateSyntax, format!("the template cannot be read: {}", one_line(&what)))
            .help("the built-in theme's file of that name shows a form that works");
    place(diagnostic, error, None, files)
}

/// A report that Tera has drawn as text already: for an unknown filter, component or template.
struct Framed<'a> {
    message: &'a str,
    template: &'a str,
    line: usize,
    column: usize,
}

/// The first report in a text: `error: MESSAGE`, then ` --> TEMPLATE:LINE:COLUMN`.
fn framed(text: &str) -> Option<Framed<'_>> {
    let (before, after) = text.split_once("--> ")?;
    let message = before.trim().lines().last()?.trim();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let mut place = after.lines().next()?.trim().trim_end_matches(']').rsplitn(3, ':');
    let (column, line) = (place.next()?.trim().parse().ok()?, place.next()?.parse().ok()?);
    let template = place.next()?.trim_start_matches('[');
    Some(Framed { message, template, line, column })
}

fn report(error: &Error) -> Option<&ReportError> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    }
}

fn blamed_template(error: &Error) -> Option<String> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            Some(report.filename().to_owned())
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            Some(inheritance_chain.last().unwrap_or(tpl).clone())
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            Some(include_chain.last().unwrap_or(tpl).clone())
        }
        ErrorKind::MissingParent { current, .. } => Some(current.clone()),
        ErrorKind::Msg(text) => framed(text).map(|framed| framed.template.to_owned()),
        _ => None,
    }
}

fn place(diagnostic: Diagnostic, error: &Error, template: Option<&str>, files: &[Template]) -> Diagnostic {
    let blamed = blamed_template(error).or_else(|| template.map(str::to_owned));
    let Some(blamed) = blamed else { return diagnostic };
    let Some(template) = files.iter().find(|template| name(&template.file) == blamed) else {
        return diagnostic.in_file(&format!("templates/{blamed}"));
    };
    let (file, inlined) = (&template.file, &template.inlined);
    let in_file = |range: Range<usize>| {
        let start = inlined.original(range.start);
        Span::from(start..inlined.original(range.end).max(start + 1))
    };
    let text = error.to_string();
    if let (None, Some(framed)) = (report(error), framed(&text)) {
        let lines = inlined.text.split_inclusive('\n').take(framed.line.saturating_sub(1));
        let start = lines.map(str::len).sum::<usize>() + framed.column.saturating_sub(1);
        return diagnostic.at(file, in_file(start..start + 1));
    }
    let Some(report) = report(error) else { return diagnostic.in_file(&file.path) };
    diagnostic.at(file, in_file(report.span().range.clone()))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
