//! A node of JSON-LD: a few named values in a fixed order, written so that it
//! can stand in a `<script>`.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

/// A thing of schema.org.
#[derive(Debug, Default)]
pub struct Node<'a>(Vec<(&'static str, Term<'a>)>);

/// A value in a node.
#[derive(Debug)]
pub enum Term<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Truth(bool),
    Node(Node<'a>),
    List(Vec<Term<'a>>),
    Nothing,
}

impl<'a> Node<'a> {
    /// A thing of a type.
    pub fn new(kind: &'static str) -> Self {
        Self(Vec::with_capacity(12)).with("@type", kind)
    }

    /// With a value; what is not known, or empty, is left out.
    pub fn with(mut self, key: &'static str, value: impl Into<Term<'a>>) -> Self {
        let term = value.into();
        if !term.is_empty() {
            self.0.push((key, term));
        }
        self
    }

    /// The text between `<script type="application/ld+json">` and its end. No `<` is in it, so nothing ends it early.
    pub fn to_script(&self) -> String {
        // Texts, numbers and lists can always be written.
        let json = serde_json::to_string(self).unwrap_or_default();
        if json.contains('<') { json.replace('<', "\\u003c") } else { json }
    }
}

impl Term<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(terms) => terms.is_empty(),
            Self::Nothing => true,
            Self::Number(_) | Self::Truth(_) | Self::Node(_) => false,
        }
    }
}

impl<'a> From<&'a str> for Term<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Term<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Term<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<f64> for Term<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Term<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl<'a> From<Node<'a>> for Term<'a> {
    fn from(node: Node<'a>) -> Self {
        Self::Node(node)
    }
}

impl<'a, T: Into<Term<'a>>> From<Option<T>> for Term<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl<'a, T: Into<Term<'a>>> From<Vec<T>> for Term<'a> {
    fn from(terms: Vec<T>) -> Self {
        Self::List(terms.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, term) in &self.0 {
            map.serialize_entry(key, term)?;
        }
        map.end()
    }
}

impl Serialize for Term<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Node(node) => node.serialize(serializer),
            Self::Nothing => serializer.serialize_unit(),
            Self::List(terms) => {
                let mut list = serializer.serialize_seq(Some(terms.len()))?;
                for term in terms {
                    list.serialize_element(term)?;
                }
                list.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script() {
        let node = Node::new("Event").with("name", "</script><!-- <script>").with("url", None::<String>);
        assert_eq!(node.to_script(), r#"{"@type":"Event","name":"\u003c/script>\u003c!-- \u003cscript>"}"#);
    }
}
