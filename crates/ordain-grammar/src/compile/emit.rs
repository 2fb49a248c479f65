//! The functions of a reader, as Rust text.
//!
//! Each expression becomes an expression of Rust: from `p`, the matcher, and `at`, a place, to the place behind what
//! was matched, or `None`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pest_meta::ast::{Expr, Rule, RuleType};

use super::class::Class;
use super::first::Firsts;
use super::grammar::Grammar;
use super::symbols::Symbols;

/// The text of the whole reader.
pub(crate) fn reader(grammar: &Grammar) -> Result<String, String> {
    let mut emitter = Emitter { grammar, firsts: Firsts::new(grammar), parts: Vec::new(), labels: 0 };
    let mut functions = Vec::new();
    for name in &grammar.order {
        if let Some(rule) = grammar.rule(name) {
            functions.push(emitter.function(rule)?);
        }
    }
    let names = grammar.order.iter().map(String::as_str).chain(["EOI"]);
    let variants: String = names.clone().map(|n| format!("    {n},\n")).collect();
    let readers: String = names.map(|n| format!("        Rule::{n} => {},\n", function_name(n))).collect();
    Ok(format!(
        "use ordain_grammar::{{Matcher, Mode, Tree, unicode}};\n\n\
         #[expect(dead_code, reason = \"a rule that leaves no node is named nowhere else\")]\n\
         #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = \"they are named as in the grammar\")]\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub(crate) enum Rule {{\n{variants}}}\n\n\
         /// Reads `text` by a rule, from its beginning; what the rule leaves is not looked at.\n\
         pub(crate) fn read(rule: Rule, text: &str) -> Option<Tree<'_, Rule>> {{\n    \
         let reader: fn(&mut Matcher<'_, Rule>, usize) -> Option<usize> = match rule {{\n{readers}    }};\n    \
         let mut p = Matcher::new(text)?;\n    reader(&mut p, 0)?;\n    Some(p.tree())\n}}\n\n{EOI}\n{}\n{}",
        functions.join("\n"),
        emitter.parts.join("\n"),
    ))
}

/// The end of the text, which leaves a node.
const EOI: &str = "fn end_of_text(p: &mut Matcher<'_, Rule>, at: usize) -> Option<usize> {
    let open = p.open(Rule::EOI, at);
    let end = (p.next(at) == ordain_grammar::END).then_some(at);
    p.close(open, end)
}
";

struct Emitter<'g> {
    grammar: &'g Grammar,
    firsts: Firsts<'g>,
    /// Functions for parts of rules that are wanted at more than one place.
    parts: Vec<String>,
    labels: usize,
}

impl Emitter<'_> {
    fn function(&mut self, rule: &Rule) -> Result<String, String> {
        let (name, body) = (&rule.name, self.expr(&rule.expr)?);
        let sets = |mode: &str, body: &str| {
            format!("let mode = p.set_unless_ahead(Mode::{mode});\n    let end = {body};\n    p.set(mode);")
        };
        let body = match rule.ty {
            RuleType::Silent => return Ok(function_text(&format!("read_{name}"), &body)),
            RuleType::Atomic if self.grammar.has_nodes(&rule.expr) => {
                format!("let open = p.open(Rule::{name}, at);\n    {}\n    p.close(open, end)", sets("Word", &body))
            }
            RuleType::CompoundAtomic => {
                let inner = format!(
                    "{{\n    let open = p.open(Rule::{name}, at);\n    let end = {body};\n    p.close(open, end)\n    }}"
                );
                format!("{}\n    end", sets("Whole", &inner))
            }
            _ => format!("let open = p.open(Rule::{name}, at);\n    let end = {body};\n    p.close(open, end)"),
        };
        Ok(function_text(&format!("read_{name}"), &body))
    }

    fn expr(&mut self, expr: &Expr) -> Result<String, String> {
        if let Some(class) = Class::of(self.grammar, expr) {
            return Ok(format!("p.one(at, {})", tests_of(&class)));
        }
        Ok(match expr {
            Expr::Str(text) => format!("p.words(at, {text:?})"),
            Expr::Insens(text) => format!("p.in_any_case(at, {text:?})"),
            Expr::Ident(name) => self.call(name)?,
            Expr::Seq(..) => self.sequence(expr)?,
            Expr::Choice(..) => self.choice(expr)?,
            Expr::Opt(e) => format!("{{ let found = {}; Some(found.unwrap_or(at)) }}", self.guarded(e)?),
            Expr::PosPred(e) => format!("{{ let found = {}; found.map(|_| at) }}", self.ahead(e)?),
            Expr::NegPred(e) => {
                format!("{{ let found = {}; if found.is_some() {{ None }} else {{ Some(at) }} }}", self.ahead(e)?)
            }
            Expr::Rep(e) => match Class::of(self.grammar, e) {
                Some(class) => format!("Some(p.all(at, {}))", tests_of(&class)),
                None => self.repeated(e, 0, None)?,
            },
            Expr::RepOnce(e) => self.repeated(e, 1, None)?,
            Expr::RepExact(e, n) => self.repeated(e, *n, Some(*n))?,
            Expr::RepMin(e, n) => self.repeated(e, *n, None)?,
            Expr::RepMax(e, n) => self.repeated(e, 0, Some(*n))?,
            Expr::RepMinMax(e, least, most) => self.repeated(e, *least, Some(*most))?,
            other => return Err(format!("not supported: {other:?}")),
        })
    }

    fn call(&self, name: &str) -> Result<String, String> {
        match (self.grammar.rule(name), name) {
            (Some(_), _) | (None, "EOI") => Ok(format!("{}(p, at)", function_name(name))),
            (None, "SOI") => Ok("(at == 0).then_some(at)".to_owned()),
            (None, "NEWLINE") => {
                Ok("p.words(at, \"\\n\").or_else(|| p.words(at, \"\\r\\n\")).or_else(|| p.words(at, \"\\r\"))"
                    .to_owned())
            }
            (None, _) => Err(format!("`{name}` is not supported")),
        }
    }

    /// Tried only if the next symbol can begin it.
    fn guarded(&mut self, expr: &Expr) -> Result<String, String> {
        let text = self.expr(expr)?;
        let possible = self.firsts.of(expr).possible();
        // These look at once.
        let looks = Class::of(self.grammar, expr).is_some() || matches!(expr, Expr::Str(_) | Expr::Choice(..));
        Ok(match looks || possible == Symbols::all() {
            true => text,
            false => format!("match p.next(at) {{ {} => {text}, _ => None }}", possible.pattern()),
        })
    }

    /// Of what is only looked at no node is kept.
    fn ahead(&mut self, expr: &Expr) -> Result<String, String> {
        let text = self.guarded(expr)?;
        Ok(match self.grammar.has_nodes(expr) {
            true => format!("{{ let mode = p.set(Mode::Ahead); let found = {text}; p.set(mode); found }}"),
            false => text,
        })
    }

    fn label(&mut self) -> String {
        self.labels += 1;
        format!("'l{}", self.labels)
    }

    /// The parts of an expression that `split` splits in two, and again; a class of characters stays one.
    fn gather<'e>(
        &self,
        expr: &'e Expr,
        split: &impl Fn(&'e Expr) -> Option<(&'e Expr, &'e Expr)>,
        out: &mut Vec<&'e Expr>,
    ) {
        match split(expr).filter(|_| Class::of(self.grammar, expr).is_none()) {
            Some((a, b)) => [a, b].into_iter().for_each(|e| self.gather(e, split, out)),
            None => out.push(expr),
        }
    }

    /// One after another. Nodes of the first are dropped if a later one does not match.
    fn sequence(&mut self, expr: &Expr) -> Result<String, String> {
        let mut all = Vec::new();
        self.gather(expr, &|e| if let Expr::Seq(a, b) = e { Some((a, b)) } else { None }, &mut all);
        let [items @ .., rest] = all.as_slice() else { return Ok("Some(at)".to_owned()) };
        let label = self.label();
        let leaves = items.iter().any(|e| self.grammar.has_nodes(e));
        let (mark, rewind) = match leaves {
            true => ("let mark = p.mark();\n", "p.rewind(mark); "),
            false => ("", ""),
        };
        let mut text = format!("{label}: {{\n{mark}");
        for (n, item) in items.iter().enumerate() {
            let item = if n == 0 { self.expr(item)? } else { self.guarded(item)? };
            let _ = writeln!(text, "let found = {item};\nlet Some(at) = found else {{ {rewind}break {label} None }};");
        }
        let last = self.guarded(rest)?;
        match leaves {
            true => {
                let _ = writeln!(text, "let end = {last};\nif end.is_none() {{ p.rewind(mark); }}\nend }}");
            }
            false => {
                let _ = writeln!(text, "{last} }}");
            }
        }
        Ok(text)
    }

    /// The first that matches, of those that the next symbol can begin.
    fn choice(&mut self, expr: &Expr) -> Result<String, String> {
        let mut all = Vec::new();
        self.gather(expr, &|e| if let Expr::Choice(a, b) = e { Some((a, b)) } else { None }, &mut all);
        let mut firsts = Vec::new();
        for expr in &all {
            firsts.push(self.firsts.of(expr).possible());
        }
        // For each symbol the alternatives that it can begin; symbols with the same ones go together.
        let mut arms: BTreeMap<Vec<usize>, Symbols> = BTreeMap::new();
        for symbol in 0..=usize::from(crate::END) {
            let tried: Vec<usize> = (0..all.len()).filter(|n| firsts.get(*n).is_some_and(|f| f.has(symbol))).collect();
            let one = Symbols::where_true(|s| s == symbol);
            if tried.is_empty() {
                continue;
            }
            arms.entry(tried).and_modify(|s| *s = s.or(&one)).or_insert(one);
        }
        let mut texts = Vec::new();
        for (n, expr) in all.iter().enumerate() {
            let wanted = arms.keys().filter(|tried| tried.contains(&n)).count();
            let text = self.expr(expr)?;
            texts.push(if wanted > 1 && !matches!(expr, Expr::Ident(_) | Expr::Str(_)) {
                self.part(text)
            } else {
                text
            });
        }
        let mut shown = Vec::new();
        for (tried, symbols) in &arms {
            let tried = tried.iter().filter_map(|n| texts.get(*n)).map(String::as_str).collect::<Vec<_>>();
            shown.push(format!("{} => {},\n", symbols.pattern(), self.one_after_another(&tried)));
        }
        Ok(format!("match p.next(at) {{\n{}_ => None,\n}}", shown.concat()))
    }

    fn one_after_another(&mut self, texts: &[&str]) -> String {
        let [first @ .., last] = texts else { return "None".to_owned() };
        if first.is_empty() {
            return (*last).to_owned();
        }
        let label = self.label();
        let mut out = format!("{label}: {{\n");
        for text in first {
            let _ = writeln!(out, "let found = {text};\nif found.is_some() {{ break {label} found }}");
        }
        let _ = write!(out, "{last} }}");
        out
    }

    /// A function of its own for a part of a rule.
    fn part(&mut self, text: String) -> String {
        let name = format!("part_{}", self.parts.len());
        self.parts.push(function_text(&name, &text));
        format!("{name}(p, at)")
    }

    fn repeated(&mut self, expr: &Expr, least: u32, most: Option<u32>) -> Result<String, String> {
        if least > 1 && self.grammar.has_nodes(expr) {
            return Err("not supported: nodes that are wanted more than once".to_owned());
        }
        let one = self.guarded(expr)?;
        let next = format!("let found = {one};\nlet Some(next) = found else {{ break }};");
        // What matched nothing once would match nothing for ever.
        if (least, most) == (0, None) {
            return Ok(format!(
                "{{ let mut at = at;\nloop {{\n{next}\nif next == at {{ break }}\nat = next;\n}}\nSome(at) }}"
            ));
        }
        let stop = most.map_or_else(String::new, |most| format!("if count == {most} {{ break }}\n"));
        let (enough, at_once) = match least {
            0 => ("Some(at)".to_owned(), String::new()),
            _ => (format!("(count >= {least}).then_some(at)"), format!("count = count.max({least}); ")),
        };
        Ok(format!(
            "{{ let (mut at, mut count) = (at, 0_u32);\nloop {{\n{stop}{next}\ncount += 1;\n\
             if next == at {{ {at_once}break }}\nat = next;\n}}\n{enough} }}"
        ))
    }
}

fn function_name(rule: &str) -> String {
    if rule == "EOI" { "end_of_text".to_owned() } else { format!("read_{rule}") }
}

fn function_text(name: &str, body: &str) -> String {
    format!("fn {name}(p: &mut Matcher<'_, Rule>, at: usize) -> Option<usize> {{\n    {body}\n}}\n")
}

/// The two tests of a class: of a byte of ASCII, and of another character.
fn tests_of(class: &Class) -> String {
    let ascii = match class.ascii.is_empty() {
        true => "|_| false".to_owned(),
        false => format!("|b| matches!(b, {})", class.ascii.pattern()),
    };
    let beyond = class.beyond.as_str();
    let is_path = |f: &&str| f.chars().all(|c| c.is_alphabetic() || matches!(c, '_' | ':'));
    if let Some(function) = beyond.strip_suffix("(c)").filter(is_path) {
        return format!("{ascii}, {function}");
    }
    let c = if matches!(beyond, "true" | "false") { "_" } else { "c" };
    let beyond = beyond.strip_prefix('(').and_then(|b| b.strip_suffix(')')).unwrap_or(beyond);
    format!("{ascii}, |{c}| {beyond}")
}
