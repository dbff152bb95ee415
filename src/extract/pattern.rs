//! Patterns over tokens: compiled into one tree, matched without going back over a text twice.
//!
//! The notation: words stand for themselves; `<class>` is any word of a class, `<class:slot>`
//! keeps its value in another slot; `(a b|c)` chooses; `?` makes the last thing optional; `^`
//! before a thing says that no space may stand before it; `{name}` puts in a pattern with a name.
//!
//! A tree has a bounded depth, so the work at a token is bounded whatever the text.

use std::collections::BTreeMap;

use super::slots::Slot;

/// What a token is matched by: the number of a word or of a class.
pub type Label = u16;

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub label: Label,
    pub joined: bool,
    pub slot: Option<Slot>,
}

#[derive(Debug)]
struct Edge {
    step: Step,
    to: u32,
}

#[derive(Debug, Default)]
struct Node {
    edges: Vec<Edge>,
    /// The rules whose patterns end here, in the order of the file.
    rules: Vec<u16>,
}

/// Many patterns as one tree.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl Tree {
    /// Adds a rule's pattern, one of its readings.
    pub fn insert(&mut self, steps: &[Step], rule: u16) {
        let mut at = 0;
        for step in steps {
            let known = self.nodes[at].edges.iter().find(|edge| edge.step == *step).map(|edge| edge.to);
            at = known.map_or_else(
                || {
                    let to = self.nodes.len();
                    self.nodes.push(Node::default());
                    self.nodes[at].edges.push(Edge { step: *step, to: to as u32 });
                    to
                },
                |to| to as usize,
            );
        }
        if !self.nodes[at].rules.contains(&rule) {
            self.nodes[at].rules.push(rule);
        }
    }

    /// Puts the edges in order. To be called once, after the last pattern.
    pub fn finish(&mut self) {
        for node in &mut self.nodes {
            node.edges.sort_by_key(|edge| edge.step.label);
            node.rules.sort_unstable();
        }
    }

    /// Whether a pattern begins with this label.
    pub fn begins(&self, label: Label) -> bool {
        self.nodes[0].edges.binary_search_by_key(&label, |edge| edge.step.label).is_ok()
    }

    /// The steps from a node by a label.
    pub fn next(&self, node: u32, label: Label) -> impl Iterator<Item = (Step, u32)> {
        let edges = &self.nodes[node as usize].edges;
        let from = edges.partition_point(|edge| edge.step.label < label);
        edges[from..].iter().take_while(move |edge| edge.step.label == label).map(|edge| (edge.step, edge.to))
    }

    /// The rules that end at a node.
    pub fn rules(&self, node: u32) -> &[u16] {
        &self.nodes[node as usize].rules
    }

    /// Whether nothing follows a node.
    pub fn is_leaf(&self, node: u32) -> bool {
        self.nodes[node as usize].edges.is_empty()
    }
}

/// A pattern as it is written, before its words have numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// A word, or a class if `class`.
    pub name: String,
    pub class: bool,
    pub joined: bool,
    pub slot: Option<Slot>,
}

/// All readings of a pattern. The message says what is wrong with it.
pub fn readings(pattern: &str, named: &BTreeMap<String, String>) -> Result<Vec<Vec<Piece>>, String> {
    let mut parser = Parser { rest: pattern, named, depth: 0 };
    let found = parser.choice()?;
    if parser.rest.is_empty() { Ok(found) } else { Err(format!("`{}` is too much", parser.rest)) }
}

struct Parser<'a> {
    rest: &'a str,
    named: &'a BTreeMap<String, String>,
    depth: u8,
}

/// More readings than a pattern should have.
const TOO_MANY: usize = 20_000;

impl Parser<'_> {
    fn choice(&mut self) -> Result<Vec<Vec<Piece>>, String> {
        let mut all = self.sequence()?;
        while let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            all.extend(self.sequence()?);
        }
        Ok(all)
    }

    fn sequence(&mut self) -> Result<Vec<Vec<Piece>>, String> {
        let mut all = vec![Vec::new()];
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(all);
            }
            let joined = self.eat('^');
            let mut next = self.thing(joined)?;
            if self.eat('?') {
                next.push(Vec::new());
            }
            all = all
                .iter()
                .flat_map(|start| next.iter().map(move |end| [start.as_slice(), end.as_slice()].concat()))
                .collect();
            if all.len() > TOO_MANY {
                return Err("has too many readings".into());
            }
        }
    }

    fn eat(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn until(&mut self, end: char) -> Result<String, String> {
        let (inside, rest) = self.rest.split_once(end).ok_or(format!("`{end}` is missing"))?;
        self.rest = rest;
        Ok(inside.to_owned())
    }

    fn thing(&mut self, joined: bool) -> Result<Vec<Vec<Piece>>, String> {
        if self.eat('(') {
            let mut inside = self.choice()?;
            for first in inside.iter_mut().filter_map(|reading| reading.first_mut()) {
                first.joined |= joined;
            }
            return if self.eat(')') { Ok(inside) } else { Err("`)` is missing".into()) };
        }
        if self.eat('{') {
            let name = self.until('}')?;
            let pattern = self.named.get(&name).ok_or(format!("no pattern is called `{name}`"))?;
            if self.depth > 8 {
                return Err(format!("`{name}` holds itself"));
            }
            let mut inner = Parser { rest: pattern, named: self.named, depth: self.depth + 1 };
            let found = inner.choice()?;
            return if inner.rest.is_empty() { Ok(found) } else { Err(format!("`{name}` is wrong")) };
        }
        if self.eat('<') {
            let inside = self.until('>')?;
            let (name, slot) = inside.split_once(':').unwrap_or((&inside, &inside));
            let slot = Slot::named(slot);
            return Ok(vec![vec![Piece { name: name.to_owned(), class: true, joined, slot }]]);
        }
        let end = self.rest.find([' ', '|', ')', '(', '?']).unwrap_or(self.rest.len());
        if end == 0 {
            return Err(format!("`{}` cannot be read", self.rest));
        }
        let name = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        Ok(vec![vec![Piece { name, class: false, joined, slot: None }]])
    }
}
