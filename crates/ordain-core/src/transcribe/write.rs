//! The draft as a file of the language.

use ordain_base::words::one_line;
use ordain_base::words::written_day;
use ordain_text::heading::Heading;
use ordain_text::proofread::{Confidence, Finding};

use super::candidate::{Candidate, Declared};
use super::head::declarations_of_parties;
use super::names::Names;
use super::paper::{Entry, Paper};
use super::phrase::in_quotation_marks;
use crate::waiting::opening_line;

/// One paragraph of the draft.
pub(super) struct Item {
    pub(super) label: String,
    /// The order's words, and where they begin and end in the text.
    pub(super) quote: String,
    pub(super) bytes: std::ops::Range<usize>,
    pub(super) page: Option<u32>,
    pub(super) said: Said,
}

pub(super) enum Said {
    Statement(Candidate),
    Comment { why: String, nearest: Option<String> },
}

/// What stands above the paragraphs.
pub(super) struct Top<'a> {
    pub(super) paper: &'a Paper<'a>,
    pub(super) heading: &'a Heading,
    pub(super) court: Option<String>,
    pub(super) names: &'a Names,
    pub(super) summary: String,
}

/// The whole file. `slips` are what proofreading found, with where each begins.
pub(super) fn write(top: &Top<'_>, items: &[Item], slips: &[(usize, &Finding)]) -> String {
    let mut out = String::new();
    let source = one_line(top.paper.name);
    out.push_str(&format!(
        "# A draft that `ordain transcribe` wrote from {source}. Read each paragraph against the order.\n"
    ));
    for line in top.summary.lines() {
        out.push_str(&format!("# {line}\n"));
    }
    if items.iter().any(|i| i.label.starts_with("S-")) {
        out.push_str("# Paragraphs S-1, S-2 … have no number in the order.\n");
    }
    out.push('\n');
    write_matter(&mut out, top);
    let statements: String = items.iter().filter_map(|i| text_of(&i.said)).collect();
    for stranger in &top.names.strangers {
        out.push_str(&format!("# Who is {stranger}? Make it `party …`, a member of one, or `nonparty …`.\n"));
    }
    out.push_str(&declarations_of_parties(top.names, &statements));
    let declared = declarations_needed(items);
    if declared.iter().any(|d| matches!(d, Declared::Verb { .. })) {
        out.push_str("# Verbs of the order that Ordain does not know. Facts report them in the form behind `past`.\n");
    }
    let (verbs, others): (Vec<&Declared>, Vec<&Declared>) =
        declared.into_iter().partition(|d| matches!(d, Declared::Verb { .. }));
    for declared in verbs.into_iter().chain(others) {
        out.push_str(&declared.lines());
    }
    out.push('\n');
    write_order(&mut out, top);
    let inside = |at: usize| items.iter().any(|i| i.bytes.contains(&at));
    for (_, slip) in slips.iter().filter(|(at, _)| !inside(*at)) {
        out.push_str(&slip_line(slip));
    }
    for item in items {
        out.push('\n');
        write_paragraph(&mut out, item);
        for (_, slip) in slips.iter().filter(|(at, _)| item.bytes.contains(at)) {
            out.push_str(&slip_line(slip));
        }
    }
    out
}

fn text_of(said: &Said) -> Option<&str> {
    match said {
        Said::Statement(candidate) => Some(&candidate.text),
        Said::Comment { .. } => None,
    }
}

/// What the statements of the draft need, each once.
fn declarations_needed(items: &[Item]) -> Vec<&Declared> {
    let mut out: Vec<&Declared> = Vec::new();
    for item in items {
        let Said::Statement(candidate) = &item.said else { continue };
        for one in &candidate.declares {
            match out.iter().position(|d| d.name() == one.name()) {
                // A hearing with its day says more than one without.
                Some(at) if matches!(one, Declared::Hearing { on: Some(_), .. }) => out[at] = one,
                Some(_) => {}
                None => out.push(one),
            }
        }
    }
    out
}

fn write_matter(out: &mut String, top: &Top<'_>) {
    match &top.heading.caption {
        Some(caption) => out.push_str(&format!("matter {}\n", in_quotation_marks(caption))),
        None => {
            out.push_str("# The paper shows no caption: write it here.\n");
            out.push_str("matter \"Untitled matter\"\n");
        }
    }
    if let Some(number) = &top.heading.number {
        out.push_str(&format!("  number {}\n", in_quotation_marks(number)));
    }
    match &top.court {
        Some(court) => out.push_str(&format!("  court {court}\n")),
        None => out.push_str(
            "# The paper names no court that Ordain knows: add `court …` under the matter; it decides the holidays.\n",
        ),
    }
    out.push('\n');
    if top.names.parties.is_empty() {
        out.push_str("# The paper names no parties: declare them here.\n");
    }
}

fn write_order(out: &mut String, top: &Top<'_>) {
    let title = top
        .heading
        .title
        .as_deref()
        .map_or_else(|| "Order".to_owned(), |t| t.split_whitespace().collect::<Vec<_>>().join(" "));
    out.push_str(&format!("order Order {}\n", in_quotation_marks(&title)));
    let Entry { number, filed, entered } = top.paper.entry.clone().unwrap_or_default();
    if let Some(number) = number {
        out.push_str(&format!("  Dkt. {number}\n"));
    }
    if let Some(day) = top.heading.signed {
        out.push_str(&format!("  signed {}\n", written_day(day)));
    }
    let entered = entered.or(top.heading.entered);
    match (entered, filed.or(top.heading.filed)) {
        (Some(day), _) => out.push_str(&format!("  entered {}\n", written_day(day))),
        (None, Some(day)) => {
            out.push_str(&format!("  entered {}\n", written_day(day)));
            out.push_str("# The paper has the day of its filing: change this if the docket says that it was entered on another day.\n");
        }
        (None, None) => {
            out.push_str("# When was it entered? Add `entered …`: an order binds, and periods run, from that day.\n")
        }
    }
    if let Some(file) = top.paper.text_file {
        out.push_str(&format!("  text {}\n", in_quotation_marks(file)));
    }
}

fn write_paragraph(out: &mut String, item: &Item) {
    match &item.said {
        Said::Statement(candidate) => {
            out.push_str(&format!("¶ {}  {}\n", item.label, candidate.text));
            let page = item.page.map(|p| format!(" at {p}")).unwrap_or_default();
            out.push_str(&format!("     source Order{page}\n     quote {}\n", in_quotation_marks(&item.quote)));
            if let Some(remark) = &candidate.remark {
                let end = if remark.ends_with('?') { "" } else { "." };
                out.push_str(&format!("# ¶ {}: {}{end}\n", item.label, one_line(remark)));
            }
        }
        Said::Comment { why, nearest } => {
            out.push_str(&opening_line(&item.label, item.page, why));
            out.push_str(&format!("#   The order: {}\n", one_line(&item.quote)));
            if let Some(nearest) = nearest {
                out.push_str(&format!("#   Nearest form: {}\n", one_line(nearest)));
            }
        }
    }
}

fn slip_line(slip: &Finding) -> String {
    let sure = if slip.confidence == Confidence::High { "" } else { "maybe " };
    let help = slip.diagnostic.help.as_ref().map(|h| format!(" ({h})")).unwrap_or_default();
    format!("# {sure}a slip of the order: {}{}\n", one_line(&slip.diagnostic.message), help)
}
