//! The rules of `rules/productions/`, inside the binary so that it stands alone. A
//! matter takes one in by `incorporates`; one that it declares itself under the same
//! name is in its place.

use sha2::{Digest, Sha256};

use crate::model::{dispositions_of_statement, phrase::text_of};
use crate::report::Input;
use ordain_base::diag::codes::names as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::{SourceMap, Span};
use ordain_syntax::Parsed;
use ordain_syntax::ast::{self, DispositionVerb, Statement, StatementKind, Token, TokenKind};

macro_rules! files {
    ($($name:literal)*) => {
        &[$((concat!("rules/productions/", $name, ".order"), include_str!(concat!("../../rules/", $name, ".order")))),*]
    };
}

/// Name and text.
pub const FILES: &[(&str, &str)] = files! {
    "administrative-record"
    "bates-integrity"
    "categories"
    "confidentiality"
    "denominator"
    "families"
    "log-and-production"
    "log-entries"
    "on-time"
    "page-counts"
};

/// Reads beside the matter's files those standard rules that some order incorporates. A slip in the name of one is reported.
pub(super) fn adopt(sources: &mut SourceMap, parsed: &mut Vec<Parsed>, inputs: &mut Vec<Input>) -> Vec<Diagnostic> {
    let incorporates =
        |s: &Statement| dispositions_of_statement(s).iter().any(|d| d.verb.value == DispositionVerb::Incorporates);
    if !parsed.iter().flat_map(|p| &p.statements).any(incorporates) {
        return Vec::new();
    }
    let own: Vec<String> = parsed.iter().flat_map(|p| &p.statements).filter_map(rule_name).collect();
    let mut standard: Vec<String> = Vec::new();
    for (path, text) in FILES {
        let Some(name) =
            ordain_syntax::parse(text, 0, ordain_syntax::Options::default()).statements.iter().find_map(rule_name)
        else {
            continue;
        };
        // All are looked at: each that names the file has the rule's name put in its place.
        let all = parsed.iter_mut().flat_map(|p| &mut p.statements);
        let named = all.filter_map(|s| incorporates_rule(s, &name, path).then_some(())).count() > 0;
        standard.push(name.clone());
        if !named || own.iter().any(|o| o.eq_ignore_ascii_case(&name)) {
            continue;
        }
        let Some(id) = sources.add((*path).to_owned(), (*text).to_owned()) else { continue };
        let base = sources.get(id).map_or(0, |f| f.base);
        parsed.push(ordain_syntax::parse(text, base, ordain_syntax::Options::default()));
        let sha256 = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        inputs.push(Input { path: (*path).to_owned(), sha256 });
    }
    let known: Vec<&str> = own.iter().chain(&standard).map(String::as_str).collect();
    parsed.iter_mut().flat_map(|p| &mut p.statements).flat_map(|s| fix_rule_names(s, &known)).collect()
}

/// Names of rules that are none, where one is near; a file of `rules/productions/` that is not there. Each is then only shown.
fn fix_rule_names(statement: &mut Statement, known: &[&str]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for d in incorporations_of(statement) {
        let Some(object) = &mut d.object else { continue };
        let at = object.tokens.windows(2).position(|w| matches!(w, [a, b] if a.text == "as" && b.text == "to"));
        let n = at.unwrap_or(object.tokens.len());
        let Some((first, last)) = object.tokens.first().zip(object.tokens.get(n.saturating_sub(1))) else { continue };
        let span = first.span.to(last.span);
        let words: Vec<&str> = object.tokens.iter().take(n).map(|t| t.text.as_str()).collect();
        let name = words.join(" ");
        let file = first.kind == TokenKind::Quoted && first.text.starts_with("rules/productions/");
        let plain = object.tokens.iter().take(n).all(|t| t.kind == TokenKind::Word);
        if !file && (!plain || known.contains(&name.as_str())) {
            continue;
        }
        let stem = name.rsplit('/').next().unwrap_or(&name).trim_end_matches(".order").replace('-', " ");
        let same = known.iter().find(|k| k.eq_ignore_ascii_case(&stem)).copied();
        let near = same.or_else(|| closest(&stem, known.iter().copied()));
        if near.is_none() && !file {
            continue;
        }
        out.push(codes::unknown_order(&name, span, near));
        object.tokens.splice(..n, [Token { kind: TokenKind::Quoted, text: name, span }]);
    }
    out
}

/// What the statement incorporates.
fn incorporations_of(statement: &mut Statement) -> impl Iterator<Item = &mut ast::Disposition> {
    let all: &mut [ast::Disposition] = match &mut statement.kind {
        StatementKind::Paragraph(p) => match &mut p.body {
            ast::Body::Dispositions(list) => list,
            _ => &mut [],
        },
        StatementKind::Order(o) => &mut o.effects,
        _ => &mut [],
    };
    all.iter_mut().filter(|d| d.verb.value == DispositionVerb::Incorporates)
}

fn rule_name(statement: &Statement) -> Option<String> {
    match &statement.kind {
        StatementKind::Order(o) => Some(text_of(&o.name)),
        _ => None,
    }
}

/// True where the statement incorporates the rule, by its name or by its file; a file's name becomes the rule's.
fn incorporates_rule(statement: &mut Statement, name: &str, path: &str) -> bool {
    let stem = path.trim_end_matches(".order");
    let file = stem.rsplit('/').next().unwrap_or(stem);
    let mut found = false;
    for d in incorporations_of(statement) {
        let Some(object) = &mut d.object else { continue };
        let by_file = |t: &Token| {
            t.kind == TokenKind::Quoted && [path, stem, file, name].iter().any(|n| n.eq_ignore_ascii_case(&t.text))
        };
        if object.tokens.iter().any(by_file) {
            let words = |span: Span| {
                name.split(' ')
                    .map(move |w| Token { kind: TokenKind::Word, text: w.to_owned(), span })
                    .collect::<Vec<_>>()
            };
            let tokens = std::mem::take(&mut object.tokens);
            object.tokens =
                tokens.into_iter().flat_map(|t| if by_file(&t) { words(t.span) } else { vec![t] }).collect();
            found = true;
        }
        let wanted: Vec<&str> = name.split(' ').collect();
        found |= object
            .tokens
            .windows(wanted.len())
            .any(|w| w.iter().zip(&wanted).all(|(t, n)| t.kind == TokenKind::Word && t.text == *n));
    }
    found
}
