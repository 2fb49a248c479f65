//! The page: the order as a tree, each paragraph with its parts, and the matter as a timeline.

use super::palette::look;
use super::{sentence, timeline};
use crate::clean::Cleaner;
use crate::date::Months;
use crate::html::page_with_style;
use crate::markup::text;
use ordain_core::anatomy::{Anatomy, Aspect, OrderAnatomy, ParagraphAnatomy};
use ordain_core::outline::OutlineKind;

const STYLE: &str = include_str!("page.css");

/// One page that needs nothing else.
#[must_use]
pub fn html(anatomy: &Anatomy) -> String {
    let anatomy = &cleaned(anatomy);
    let mut body = format!("<header>\n<h1>{}</h1>\n", text(&anatomy.matter));
    body.push_str("<p>The parts of each paragraph, on its own words.</p>\n");
    if anatomy.incomplete {
        body.push_str("<p class=\"alert\">Some lines could not be read: <code>ordain check</code> says which.</p>\n");
    }
    body.push_str("</header>\n<main>\n");
    body.push_str(&legend());
    body.push_str(&tree(anatomy));
    for order in anatomy.orders.iter().filter(|o| !o.paragraphs.is_empty()) {
        body.push_str(&order_section(order));
    }
    body.push_str(&timeline::section(anatomy));
    body.push_str("</main>\n");
    page_with_style(&anatomy.matter, &format!("{}{STYLE}", colors()), &body)
}

/// Nothing of a file may steer what shows it.
pub(super) fn cleaned(anatomy: &Anatomy) -> Anatomy {
    let cleaner = Cleaner::for_people(true);
    let mut all = anatomy.clone();
    all.matter = cleaner.line(&all.matter);
    for (_, words) in &mut all.facts {
        *words = cleaner.line(words);
    }
    for change in &mut all.changes {
        for words in [&mut change.from, &mut change.to, &mut change.what] {
            *words = cleaner.line(words);
        }
        change.words = cleaner.sentence(&change.words);
    }
    for order in &mut all.orders {
        order.name = cleaner.line(&order.name);
        order.title = cleaner.line(&order.title);
        for paragraph in &mut order.paragraphs {
            paragraph.id = cleaner.line(&paragraph.id);
            for words in paragraph.duties.iter_mut().chain(paragraph.beneath.iter_mut().map(|(_, w)| w)) {
                *words = cleaner.sentence(words);
            }
        }
    }
    all
}

/// The colors of the parts, light and dark.
fn colors() -> String {
    let all = |dark: bool| -> String {
        let one = |a: Aspect| format!("--{}: {}; ", a.name(), if dark { look(a).dark } else { look(a).light });
        Aspect::ALL.map(one).concat()
    };
    let lines: String = Aspect::ALL
        .map(|a| format!(".part.{n} {{ --part: var(--{n}); border-bottom-style: {}; }}\n", look(a).line, n = a.name()))
        .concat();
    format!(
        ":root {{ {}}}\n@media (prefers-color-scheme: dark) {{ :root {{ {}}} }}\n@media print {{ :root {{ {}}} }}\n{lines}",
        all(false),
        all(true),
        all(false)
    )
}

fn legend() -> String {
    let row = |a: Aspect| {
        format!(
            "<li><span class=\"part {n}\"><span class=\"name\">{n}</span></span> {}</li>\n",
            text(a.question()),
            n = a.name()
        )
    };
    format!(
        "<section>\n<h2>The parts</h2>\n<ul class=\"legend\">\n{}</ul>\n</section>\n",
        Aspect::ALL.map(row).concat()
    )
}

/// Caption, orders, paragraphs, duties.
fn tree(anatomy: &Anatomy) -> String {
    let mut out =
        format!("<section>\n<h2>The matter as a tree</h2>\n<ul class=\"tree\">\n<li>{}\n<ul>\n", text(&anatomy.matter));
    for order in &anatomy.orders {
        let day = order.day.map_or_else(String::new, |d| format!(", {}", Months::Short.day(d)));
        out.push_str(&format!("<li><b>{}</b>{}\n", text(&order.name), text(&day)));
        if !order.title.is_empty() && order.title != order.name {
            out.push_str(&format!("<br/><span class=\"title\">{}</span>\n", text(&order.title)));
        }
        if !order.paragraphs.is_empty() {
            out.push_str("<ul>\n");
            for paragraph in &order.paragraphs {
                let link = anchor(&paragraph.id);
                let short = paragraph.id.strip_prefix(&order.name).unwrap_or(&paragraph.id);
                out.push_str(&format!("<li><a href=\"#{link}\">{}</a>", text(short.trim())));
                match paragraph.duties.as_slice() {
                    [] => {}
                    [only] => out.push_str(&format!(" {}", text(only))),
                    several => {
                        let items: String = several.iter().map(|d| format!("<li>{}</li>\n", text(d))).collect();
                        out.push_str(&format!("\n<ul>\n{items}</ul>\n"));
                    }
                }
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</li>\n");
    }
    out + "</ul>\n</li>\n</ul>\n</section>\n"
}

/// `MTC ¶ 1` as the name of a place in the page: letters, digits and hyphens.
fn anchor(id: &str) -> String {
    let safe =
        id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("-{:x}", u32::from(c)) });
    format!("p-{}", safe.collect::<String>())
}

fn order_section(order: &OrderAnatomy) -> String {
    let day = order.day.map_or_else(String::new, |d| format!(", {}", Months::Short.day(d)));
    let mut out = format!("<section>\n<h2>{}{}</h2>\n", text(&order.name), text(&day));
    for paragraph in &order.paragraphs {
        out.push_str(&paragraph_section(paragraph));
    }
    out + "</section>\n"
}

fn paragraph_section(paragraph: &ParagraphAnatomy) -> String {
    let mut out =
        format!("<article class=\"paragraph\" id=\"{}\">\n<h3>{}</h3>\n", anchor(&paragraph.id), text(&paragraph.id));
    match paragraph.kind {
        OutlineKind::NotRead => out.push_str("<p class=\"alert\">Some word of it was not read.</p>\n"),
        OutlineKind::Listed => {
            out.push_str("<p class=\"who-says\">Listed without a verdict: a person applies it.</p>\n")
        }
        OutlineKind::Dispositions | OutlineKind::Provision => {}
    }
    for one in &paragraph.sentences {
        out.push_str(&sentence::html(one));
    }
    if !paragraph.beneath.is_empty() {
        out.push_str("<dl class=\"beneath\">\n");
        for (heading, words) in &paragraph.beneath {
            out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", text(heading), text(words)));
        }
        out.push_str("</dl>\n");
    }
    out + "</article>\n"
}
