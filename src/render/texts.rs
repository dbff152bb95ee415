//! The texts of the page's language into which something is put, as templates
//! use them: `text(id="NAME", …)`; and the filters `number` and `bdi`.
//!
//! Texts are plain text and escaped here; what is put into them is
//! escaped unless it is safe HTML already.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use tera::{Error, Kwargs, State, Tera, TeraResult, Value, escape_html};

use crate::model::language::Language;
use crate::model::language::texts::{Arg, Piece, counted};

/// Counts below this are worded once and kept.
const KEPT: usize = 256;

/// Lets templates use texts. To be called before templates are added.
pub fn register(tera: &mut Tera, language: &Arc<Language>) {
    let counted = Counted::new();
    let of_text = language.clone();
    tera.register_function("text", move |args: Kwargs, _: &State<'_>| text(&of_text, &counted, &args));
    let of_number = language.clone();
    tera.register_filter("number", move |count: u64, _: Kwargs, _: &State<'_>| of_number.count(count));
    let of_name = language.clone();
    tera.register_filter("bdi", move |text: &str, _: Kwargs, _: &State<'_>| name(&of_name, text));
}

/// Texts in which there is nothing but a count, for small counts.
struct Counted(HashMap<&'static str, [Vec<OnceLock<Value>>; 2]>);

impl Counted {
    fn new() -> Self {
        let empty = || (0..KEPT).map(|_| OnceLock::new()).collect::<Vec<_>>();
        Self(counted().map(|id| (id, [empty(), empty()])).collect())
    }
}

/// `text(id="events", count=5)`: a text with what is put into it. With `strong=true`, numbers are bold.
fn text(language: &Language, counted: &Counted, args: &Kwargs) -> TeraResult<Value> {
    let id = args.must_get::<&str>("id")?;
    let is_strong = args.get::<bool>("strong")?.unwrap_or_default();
    let make = || html(language, id, is_strong, args);
    let count =
        args.get::<&Value>("count")?.and_then(Value::as_u64).and_then(|count| usize::try_from(count).ok());
    let kept = count.and_then(|count| counted.0.get(id)?[usize::from(is_strong)].get(count));
    match kept {
        Some(kept) => match kept.get() {
            Some(known) => Ok(known.clone()),
            None => make().map(|made| kept.get_or_init(|| made).clone()),
        },
        None => make(),
    }
}

fn html(language: &Language, id: &str, is_strong: bool, args: &Kwargs) -> TeraResult<Value> {
    let given: Vec<(&str, &Value)> = args
        .iter()
        .filter_map(|(key, value)| key.as_str().map(|key| (key, value)))
        .filter(|(key, _)| *key != "id" && *key != "strong")
        .collect();
    let meant: Vec<(&str, Arg<'_>)> = given.iter().map(|(key, value)| (*key, arg(value))).collect();
    let pieces = language.texts().pieces(id, &meant).map_err(Error::message)?;
    let mut html = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => html.push_str(&escaped(&words)),
            Piece::Number(number) if is_strong => {
                html.push_str(&["<b>", &escaped(&language.number(&number)), "</b>"].concat());
            }
            Piece::Number(number) => html.push_str(&escaped(&language.number(&number))),
            Piece::Argument(at) => match given.get(at) {
                Some((_, value)) if value.is_safe() => html.push_str(&value.to_string()),
                Some((_, value)) => html.push_str(&escaped(value.as_str().unwrap_or_default())),
                None => {}
            },
        }
    }
    Ok(Value::safe_string(&html))
}

/// What a value is to a text: a word of small letters chooses among forms, or stands there as it is.
fn arg(value: &Value) -> Arg<'_> {
    let is_word = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    match (value.as_u64(), value.as_str()) {
        (Some(count), _) => Arg::Count(count),
        (None, Some(text)) if is_word(text) => Arg::Choice(text),
        (None, text) => Arg::Text(text.unwrap_or_default()),
    }
}

/// Text as HTML.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut html = Vec::with_capacity(text.len() + 16);
    // Writing into memory does not fail.
    let _ = escape_html(text, &mut html);
    Cow::Owned(String::from_utf8_lossy(&html).into_owned())
}

/// A name as HTML; set apart where it is written in the other direction than the page.
pub fn name(language: &Language, text: &str) -> Value {
    let html = escaped(text);
    if language.runs_against(text) {
        Value::safe_string(&["<bdi>", &html, "</bdi>"].concat())
    } else {
        Value::safe_string(&html)
    }
}
