//! Do two texts say the same, wherever their words are?

use crate::ast::{SlashOrder, Statement};
use crate::layout;
use crate::scan::View;
use crate::{Options, parse};

/// The tree of a statement, printed, without the places of its words.
pub(super) fn without_places(statement: &Statement) -> String {
    let printed = format!("{:?} {:?}", statement.kind, statement.zoned);
    let mut out = String::with_capacity(printed.len());
    let mut rest = printed.as_str();
    while let Some((before, place)) = rest.split_once("Span {") {
        out.push_str(before);
        rest = place.split_once('}').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// True if both have the same statements and the same comments, in the same order.
pub(super) fn says_the_same(before: &str, after: &str, dates: Option<SlashOrder>) -> bool {
    let options = Options { slash_dates: dates, at_court: &[] };
    let trees = |text| parse(text, 0, options).statements.iter().map(without_places).collect::<Vec<_>>();
    trees(before) == trees(after) && comments_of(before) == comments_of(after)
}

/// All letters that are no part of a statement.
fn comments_of(text: &str) -> String {
    let blocks = layout::cut_into_blocks(text, 0, &mut Vec::new());
    let mut out = String::new();
    let mut at = 0;
    for block in &blocks {
        out.push_str(text.get(at..block.start).unwrap_or(""));
        let words = text.get(block.start..block.end).unwrap_or("");
        let view = View::new(words, 0, &mut Vec::new());
        if view.text.len() == words.len() {
            let blanked = words.char_indices().filter(|(i, _)| view.text.as_bytes().get(*i) == Some(&b' '));
            out.extend(blanked.map(|(_, c)| c));
        }
        at = block.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out.retain(|c| !crate::characters::is_space(c) && c != '\n' && c != '\r');
    out
}
