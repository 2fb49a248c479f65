//! Where the comments of a file are: what an editor colors and folds.

use std::ops::Range;

use super::characters::{is_space, opens_comment};
use super::layout::{cut_into_blocks, lines_with_indentation};
use super::scan::View;

/// The bytes of each comment, a line each, without the spaces around it, in the order of the file.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for line in lines_with_indentation(text) {
        let body = line.body();
        if opens_comment(body, true) {
            let start = line.start + line.indent;
            found.push(start..start + trim_end(body).len());
        }
    }
    for block in cut_into_blocks(text, 0, &mut Vec::new()) {
        let Some(statement) = text.get(block.start..block.end) else { continue };
        comments_behind_words(statement, block.start, &mut found);
    }
    found.sort_unstable_by_key(|r| (r.start, r.end));
    found.dedup();
    found
}

/// Comments that stand behind words on a line: what the grammar does not see of it.
fn comments_behind_words(statement: &str, base: usize, found: &mut Vec<Range<usize>>) {
    let view = View::new(statement, 0, &mut Vec::new());
    // Where letters are read as others, places are not the same on both sides.
    if view.text.len() != statement.len() {
        return;
    }
    let mut start = 0;
    for seen in view.text.split('\n') {
        let (Some(line), words) = (statement.get(start..start + seen.len()), seen.trim_end().len()) else { return };
        let rest = line.get(words..).unwrap_or("");
        let comment = trim_end(rest.trim_start_matches(|c| is_space(c) || c == '\r'));
        if words > 0 && opens_comment(comment, false) {
            let from = base + start + line.len() - rest.trim_start_matches(|c| is_space(c) || c == '\r').len();
            found.push(from..from + comment.len());
        }
        start += seen.len() + 1;
    }
}

fn trim_end(text: &str) -> &str {
    text.trim_end_matches(|c| is_space(c) || c == '\r')
}

#[cfg(test)]
mod tests {
    use super::comments;

    #[test]
    fn comments_are_found_wherever_they_stand() {
        let text =
            "-- head\norder Plan  -- behind\n  title \"a -- b\" # two\r\n  # inside\n\n¶ 1  Wren must file answer #2\n";
        let found: Vec<&str> = comments(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["-- head", "-- behind", "# two", "# inside"]);
    }
}
