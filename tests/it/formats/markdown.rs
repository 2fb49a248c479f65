//! Markdown that no file can break out of.

use super::{reports, written};

#[test]
fn nothing_of_a_file_becomes_mark_up() {
    let text = written("markdown", &reports::hostile());
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let ticks: String = line.chars().take_while(|c| *c == '`').collect();
        match &fence {
            Some(open) if ticks.len() >= open.len() && line.len() == ticks.len() => fence = None,
            Some(_) => {}
            None if ticks.len() >= 3 => fence = Some(ticks),
            None => {
                let code = line.split('`').count() > 1;
                assert!(!line.contains("<script"), "HTML: {line}");
                assert!(!line.replace("\\]", "").contains("]("), "a link: {line}");
                assert!(!line.contains("@all"), "a mention: {line}");
                assert!(code || !line.contains(" #1"), "a reference: {line}");
            }
        }
    }
    assert_eq!(fence, None, "a block is left open");
}

#[test]
fn a_table_has_as_many_cells_as_its_head() {
    for (which, report) in reports::all() {
        let text = written("markdown", &report);
        let mut head = None;
        for line in text.lines() {
            if !line.starts_with('|') {
                head = None;
                continue;
            }
            let cells = line.replace("\\|", "").matches('|').count();
            assert_eq!(cells, *head.get_or_insert(cells), "{which}: {line}");
        }
    }
}
