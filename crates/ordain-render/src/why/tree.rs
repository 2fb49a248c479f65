//! Trees as people read them: drawn with branches, or as a numbered outline.

use crate::Style;
use crate::paint::Ink;
use crate::wrap::{display_width, wrap_text};

/// A sentence, what belongs to it, and the sentences under it.
pub(super) struct Node {
    pub(super) text: String,
    pub(super) notes: Vec<String>,
    pub(super) children: Vec<Node>,
}

impl Node {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), notes: Vec::new(), children: Vec::new() }
    }
}

/// The branches of one character set.
struct Twigs {
    child: &'static str,
    last: &'static str,
    pass: &'static str,
}

/// The tree with its branches, the root in `ink`.
pub(super) fn draw(root: &Node, ink: Ink, style: Style, out: &mut String) {
    let twigs = if style.unicode {
        Twigs { child: "├─ ", last: "╰─ ", pass: "│  " }
    } else {
        Twigs { child: "|- ", last: "`- ", pass: "|  " }
    };
    push_node_lines(root, "", "", Some(ink), &twigs, style, out);
}

/// One node: `lead` before its first line, `rest` before all others.
fn push_node_lines(
    node: &Node,
    lead: &str,
    rest: &str,
    ink: Option<Ink>,
    twigs: &Twigs,
    style: Style,
    out: &mut String,
) {
    let columns = style.columns().saturating_sub(display_width(rest) + 2).max(16);
    let below = if node.children.is_empty() { "  " } else { twigs.pass };
    for (i, text) in wrap_text(&node.text, columns).iter().enumerate() {
        let text = ink.map_or_else(|| text.clone(), |ink| style.paint(ink, text));
        push_line(&if i == 0 { format!("{lead}{text}") } else { format!("{rest}{below}{text}") }, out);
    }
    for note in node.notes.iter().flat_map(|n| wrap_text(n, columns.saturating_sub(2))) {
        push_line(&format!("{rest}{below}{}", style.paint(Ink::Dim, &note)), out);
    }
    for (i, child) in node.children.iter().enumerate() {
        let last = i + 1 == node.children.len();
        let (twig, pass) = if last { (twigs.last, "   ") } else { (twigs.child, twigs.pass) };
        push_node_lines(child, &format!("{rest}{twig}"), &format!("{rest}{pass}"), None, twigs, style, out);
    }
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// The tree as numbered lines: `1.2 text; notes`.
pub(super) fn outline(root: &Node, out: &mut String) {
    push_numbered(root, "", out);
}

fn push_numbered(node: &Node, number: &str, out: &mut String) {
    let space = if number.is_empty() { "" } else { " " };
    let notes: String = node.notes.iter().map(|n| format!("; {n}")).collect();
    out.push_str(&format!("{number}{space}{}{notes}.\n", node.text));
    for (i, child) in node.children.iter().enumerate() {
        let dot = if number.is_empty() { "" } else { "." };
        push_numbered(child, &format!("{number}{dot}{}", i + 1), out);
    }
}
