//! The changes: what each operator, guard, statement and function can become.

use std::collections::BTreeMap;

use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, BinOp, Block, Expr, ReturnType, Signature, Stmt, Type, UnOp, parse_quote};

/// One change that was put behind its switch.
pub struct Made {
    pub number: usize,
    pub line: usize,
    pub what: String,
}

/// Walks a file and counts the changes it has; the chosen ones are made.
pub struct Rewriter {
    /// The number of the next change among all of the folder.
    pub next: usize,
    chosen: BTreeMap<usize, usize>,
    pub made: Vec<Made>,
}

impl Rewriter {
    pub fn counting() -> Self {
        Self::applying(0, BTreeMap::new())
    }

    pub fn applying(next: usize, chosen: BTreeMap<usize, usize>) -> Self {
        Self { next, chosen, made: Vec::new() }
    }

    /// The switch of this change, where it is chosen.
    fn switch(&mut self, line: usize, what: &str) -> Option<Expr> {
        let number = self.chosen.get(&self.next).copied();
        self.next += 1;
        let number = number?;
        self.made.push(Made { number, line, what: what.to_owned() });
        let number = u32::try_from(number).ok()?;
        Some(parse_quote!(::ordain_base::mutant(#number)))
    }

    fn body(&mut self, signature: &Signature, block: &mut Block) {
        if signature.constness.is_some() {
            return;
        }
        let ReturnType::Type(_, returned) = &signature.output else { return };
        let Type::Path(path) = &**returned else { return };
        let Some(last) = path.path.segments.last() else { return };
        let values: &[&str] = match last.ident.to_string().as_str() {
            "bool" => &["true", "false"],
            "Option" => &["None"],
            "Vec" => &["Vec::new()"],
            "BTreeMap" | "BTreeSet" | "String" => &["Default::default()"],
            "usize" | "u32" | "u64" | "i64" => &["0"],
            _ => return,
        };
        let line = signature.ident.span().start().line;
        for value in values {
            let what = format!("fn {} gives back {value}", signature.ident);
            let Some(switch) = self.switch(line, &what) else { continue };
            let value: Expr = syn::parse_str(value).expect("a value");
            block.stmts.insert(0, parse_quote!(if #switch { return #value; }));
        }
    }
}

fn other(op: &BinOp) -> Option<(BinOp, &'static str)> {
    Some(match op {
        BinOp::Eq(_) => (parse_quote!(!=), "== made !="),
        BinOp::Ne(_) => (parse_quote!(==), "!= made =="),
        BinOp::Lt(_) => (parse_quote!(<=), "< made <="),
        BinOp::Le(_) => (parse_quote!(<), "<= made <"),
        BinOp::Gt(_) => (parse_quote!(>=), "> made >="),
        BinOp::Ge(_) => (parse_quote!(>), ">= made >"),
        BinOp::And(_) => (parse_quote!(||), "&& made ||"),
        BinOp::Or(_) => (parse_quote!(&&), "|| made &&"),
        BinOp::Add(_) => (parse_quote!(-), "+ made -"),
        BinOp::Sub(_) => (parse_quote!(+), "- made +"),
        _ => return None,
    })
}

/// A chain of `let` cannot be put into another expression.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(b) => has_let(&b.left) || has_let(&b.right),
        Expr::Paren(p) => has_let(&p.expr),
        _ => false,
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    use quote::ToTokens;
    attributes.iter().any(|a| {
        let text = a.to_token_stream().to_string();
        text.contains("test")
    })
}

impl VisitMut for Rewriter {
    fn visit_item_mod_mut(&mut self, item: &mut syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit_mut::visit_item_mod_mut(self, item);
        }
    }

    fn visit_item_const_mut(&mut self, _: &mut syn::ItemConst) {}
    fn visit_item_static_mut(&mut self, _: &mut syn::ItemStatic) {}
    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_pat_mut(&mut self, _: &mut syn::Pat) {}
    fn visit_type_mut(&mut self, _: &mut Type) {}

    fn visit_item_fn_mut(&mut self, item: &mut syn::ItemFn) {
        if item.sig.constness.is_some() || is_test(&item.attrs) {
            return;
        }
        visit_mut::visit_item_fn_mut(self, item);
        self.body(&item.sig, &mut item.block);
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut syn::ImplItemFn) {
        if item.sig.constness.is_some() || is_test(&item.attrs) {
            return;
        }
        visit_mut::visit_impl_item_fn_mut(self, item);
        self.body(&item.sig, &mut item.block);
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        visit_mut::visit_arm_mut(self, arm);
        let Some((_, guard)) = &mut arm.guard else { return };
        if has_let(guard) {
            return;
        }
        let line = guard.span().start().line;
        if let Some(switch) = self.switch(line, "guard always true") {
            let old = guard.clone();
            **guard = parse_quote!(#switch || (#old));
        }
        if let Some(switch) = self.switch(line, "guard never true") {
            let old = guard.clone();
            **guard = parse_quote!(!#switch && (#old));
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        let line = expr.span().start().line;
        match expr {
            Expr::Binary(binary) if !has_let(&binary.left) && !has_let(&binary.right) => {
                let Some((op, what)) = other(&binary.op) else { return };
                let Some(switch) = self.switch(line, what) else { return };
                let mut changed = binary.clone();
                changed.op = op;
                *expr = parse_quote!((if #switch { #changed } else { #binary }));
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let Some(switch) = self.switch(line, "! taken away") else { return };
                let inner = &unary.expr;
                *expr = parse_quote!((if #switch { #inner } else { !#inner }));
            }
            _ => {}
        }
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        for stmt in &mut block.stmts {
            let Stmt::Expr(call @ (Expr::MethodCall(_) | Expr::Call(_)), Some(_)) = stmt else { continue };
            let line = call.span().start().line;
            let Some(switch) = self.switch(line, "statement taken away") else { continue };
            *stmt = parse_quote!(if !#switch { #call; });
        }
    }
}
