//! The source read as far as its imports: what each file defines, which paths
//! it names, and for which types it has methods.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One crate of the workspace.
pub(crate) struct Crate {
    /// `ordain-core`.
    pub(crate) name: String,
    /// The crates of the workspace that its `Cargo.toml` names, but not for tests.
    pub(crate) uses: Vec<String>,
    /// Modules by their path, `eval::duty`; the root is the empty path. Modules of tests are left out.
    pub(crate) modules: BTreeMap<String, Module>,
}

/// One module, which is a file or a block in one.
#[derive(Default)]
pub(crate) struct Module {
    /// The file, from the root of the repository.
    pub(crate) file: String,
    /// The names that it defines.
    items: Vec<String>,
    /// What `use` brings in, by the name that it has here.
    imports: BTreeMap<String, Vec<String>>,
    /// The modules of each `use …::*`.
    globs: Vec<Vec<String>>,
    /// What `pub use` shows under a name of its own: the name, and the line. It ties two files only where the code says the
    /// name as well.
    shows: Vec<(Vec<String>, String, usize)>,
    /// Every path of two words or more in the code, with its line.
    paths: Vec<(Vec<String>, usize)>,
    /// The single words of the code, for what a glob brings in.
    words: Vec<(String, usize)>,
    /// The types of `impl Type {`, with their lines.
    impls: Vec<(Vec<String>, usize)>,
}

/// One file names something that another defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    pub(crate) from: String,
    pub(crate) to: String,
    /// The file and the line.
    pub(crate) at: String,
}

impl Crate {
    /// Reads the crate in this folder, with the file of its root.
    pub(crate) fn read(repository: &Path, folder: &str, root: &str) -> Self {
        let manifest = fs::read_to_string(repository.join(folder).join("Cargo.toml")).expect("a manifest");
        let mut section = "";
        let (mut name, mut uses) = (String::new(), Vec::new());
        for line in manifest.lines() {
            let key = line.split(['.', '=', ' ']).next().unwrap_or("");
            match section {
                _ if line.starts_with('[') => section = line.trim_matches(['[', ']']),
                "package" if key == "name" => name = line.split('"').nth(1).unwrap_or("").to_owned(),
                "dependencies" if key.starts_with("ordain-") => uses.push(key.to_owned()),
                _ => {}
            }
        }
        let mut read = Self { name, uses, modules: BTreeMap::new() };
        let file = repository.join(folder).join(root);
        read.file(repository, &file, "", &file.with_file_name(""));
        read
    }

    /// Reads a file as the module of this path; its modules lie in `inside`.
    fn file(&mut self, repository: &Path, file: &Path, path: &str, inside: &Path) {
        let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let shown = file.strip_prefix(repository).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let tokens: TokenStream = text.parse().unwrap_or_else(|e| panic!("{shown}: {e}"));
        for (name, from) in self.module(tokens, path, &shown) {
            let own = from.map_or_else(|| inside.to_path_buf(), |block| inside.join(block));
            let (flat, folder) = (own.join(format!("{name}.rs")), own.join(&name).join("mod.rs"));
            let file = if flat.is_file() { flat } else { folder };
            let below = join(path, &name);
            self.file(repository, &file, &below, &own.join(&name));
        }
    }

    /// Reads the tokens of a module; what it declares with `mod name;` is handed back.
    fn module(&mut self, tokens: TokenStream, path: &str, file: &str) -> Vec<(String, Option<PathBuf>)> {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        let mut files = Vec::new();
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut for_tests = false;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(p) if p.as_char() == '#' => {
                    if let Some(TokenTree::Group(group)) = tokens.get(at + 1) {
                        for_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
                        at += 1;
                    }
                }
                TokenTree::Ident(word) if word == "mod" => {
                    let name = tokens.get(at + 1).map(ToString::to_string).unwrap_or_default();
                    match tokens.get(at + 2) {
                        _ if for_tests => at += 2,
                        Some(TokenTree::Group(block)) => {
                            let inner = self.module(block.stream(), &join(path, &name), file);
                            assert!(inner.is_empty(), "{file}: a file is declared in a block: {inner:?}");
                            at += 2;
                        }
                        _ => {
                            files.push((name, None));
                            at += 1;
                        }
                    }
                    for_tests = false;
                }
                _ if for_tests => {
                    // What is for tests ends with its block or its semicolon.
                    let ends = matches!(token, TokenTree::Punct(p) if p.as_char() == ';')
                        || matches!(token, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace);
                    for_tests = !ends;
                }
                TokenTree::Ident(word) => {
                    let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
                    let is_pub = |t: Option<&TokenTree>| matches!(t, Some(TokenTree::Ident(i)) if i == "pub");
                    let in_group = matches!(before(1), Some(TokenTree::Group(_))) && is_pub(before(2));
                    let shown = is_pub(before(1)) || in_group;
                    at += module.item(&word.to_string(), tokens.get(at + 1..).unwrap_or(&[]), shown);
                }
                TokenTree::Group(_) => module.code(std::slice::from_ref(token)),
                _ => {}
            }
            at += 1;
        }
        self.modules.insert(path.to_owned(), module);
        files
    }
}

impl Module {
    /// A word at the level of items; says how many of the tokens after it were read with it.
    fn item(&mut self, word: &str, after: &[TokenTree], shown: bool) -> usize {
        match word {
            "struct" | "enum" | "union" | "trait" | "type" | "fn" | "const" | "static" => {
                let names = after.iter().filter_map(|t| match t {
                    TokenTree::Ident(i) => Some(i.to_string()),
                    _ => None,
                });
                let name = names.into_iter().find(|n| !matches!(n.as_str(), "fn" | "mut" | "unsafe" | "async"));
                self.items.extend(name);
                // A constant's value may name things, and so may the fields and the signature.
                let end = after.iter().position(ends_item).unwrap_or(after.len());
                self.code(after.get(..=end).unwrap_or(after));
                end + 1
            }
            "macro_rules" => {
                self.items.extend(after.get(1).map(ToString::to_string));
                2
            }
            "use" => self.import(after, shown),
            "impl" => {
                let end = after.iter().position(ends_item).unwrap_or(after.len());
                self.implements(after.get(..end).unwrap_or(after));
                self.code(after.get(..=end).unwrap_or(after));
                end + 1
            }
            _ => 0,
        }
    }

    /// `impl<'a> Reader<'a> where …`: the type, unless it is a trait that is implemented.
    fn implements(&mut self, head: &[TokenTree]) {
        let mut depth = 0_usize;
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        for token in head {
            match token {
                TokenTree::Punct(p) if p.as_char() == '<' => depth += 1,
                TokenTree::Punct(p) if p.as_char() == '>' => depth = depth.saturating_sub(1),
                TokenTree::Ident(i) if depth == 0 && i == "for" => return,
                TokenTree::Ident(i) if depth == 0 && i == "where" => break,
                TokenTree::Ident(i) if depth == 0 => {
                    line = i.span().start().line;
                    path.push(i.to_string());
                }
                _ => {}
            }
        }
        if !path.is_empty() {
            self.impls.push((path, line));
        }
    }

    /// `a::{b, c as d, e::*};`
    fn import(&mut self, after: &[TokenTree], shown: bool) -> usize {
        let end = after.iter().position(|t| is(t, ';')).unwrap_or(after.len());
        self.tree(after.get(..end).unwrap_or(after), &[], shown);
        end + 1
    }

    fn tree(&mut self, tokens: &[TokenTree], before: &[String], shown: bool) {
        for part in tokens.split(|t| is(t, ',')) {
            let mut path = before.to_vec();
            let mut name = None;
            let (mut at, mut whole) = (0, true);
            while let Some(token) = part.get(at) {
                match token {
                    TokenTree::Ident(i) if i == "as" => {
                        name = part.get(at + 1).map(ToString::to_string);
                        at += 1;
                    }
                    TokenTree::Ident(i) => path.push(i.to_string()),
                    TokenTree::Punct(p) if p.as_char() == '*' => {
                        self.globs.push(path.clone());
                        whole = false;
                    }
                    TokenTree::Group(g) => {
                        let inner: Vec<TokenTree> = g.stream().into_iter().collect();
                        self.tree(&inner, &path, shown);
                        whole = false;
                    }
                    _ => {}
                }
                at += 1;
            }
            if !whole || path.len() < 2 {
                continue;
            }
            if path.last().is_some_and(|l| l == "self") {
                path.pop();
            }
            let line = part.first().map_or(0, |t| t.span().start().line);
            let own = name.unwrap_or_else(|| path.last().cloned().unwrap_or_default());
            match shown {
                true => self.shows.push((path.clone(), own.clone(), line)),
                false => self.paths.push((path.clone(), line)),
            }
            self.imports.insert(own, path);
        }
    }

    /// The paths and words of any code, also in what a macro is given.
    fn code(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(g) => {
                    let inner: Vec<TokenTree> = g.stream().into_iter().collect();
                    self.code(&inner);
                }
                TokenTree::Ident(i) if i == "use" => at += self.import(tokens.get(at + 1..).unwrap_or(&[]), false),
                TokenTree::Ident(first) => {
                    let line = first.span().start().line;
                    let mut path = vec![first.to_string()];
                    while let (Some(a), Some(b), Some(TokenTree::Ident(next))) =
                        (tokens.get(at + 1), tokens.get(at + 2), tokens.get(at + 3))
                    {
                        if !(is(a, ':') && is(b, ':')) {
                            break;
                        }
                        path.push(next.to_string());
                        at += 3;
                    }
                    if path.len() > 1 {
                        self.paths.push((path, line));
                    } else {
                        self.words.extend(path.pop().map(|w| (w, line)));
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

/// What ends an item: its block, or a semicolon.
fn ends_item(token: &TokenTree) -> bool {
    is(token, ';') || matches!(token, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace)
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(p) if p.as_char() == sign)
}

/// `eval` and `duty` are `eval::duty`.
fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") }
}

/// Names are followed through so many `pub use` at most.
const DEEPEST: usize = 12;

impl Crate {
    /// Every import of one module of this crate by another, and by one file of another.
    pub(crate) fn imports(&self) -> Vec<Import> {
        let mut all = Vec::new();
        for (from, module) in &self.modules {
            let globs: Vec<String> = module.globs.iter().filter_map(|g| self.target(from, g)).collect();
            let globbed = module.words.iter().filter(|(w, _)| !module.items.contains(w)).filter_map(|(word, line)| {
                let found = globs.iter().find_map(|g| self.defines(g, std::slice::from_ref(word), 0));
                Some((found?, *line))
            });
            let named = module.paths.iter().filter_map(|(path, line)| Some((self.resolve(from, path, 0)?, *line)));
            let shown = module.shows.iter().filter(|(_, name, _)| module.words.iter().any(|(w, _)| w == name));
            let shown = shown.filter_map(|(path, _, line)| Some((self.resolve(from, path, 0)?, *line)));
            for (to, line) in named.chain(globbed).chain(shown) {
                if to != *from {
                    all.push(Import { from: from.clone(), to, at: format!("{}:{line}", module.file) });
                }
            }
        }
        all.sort();
        all.dedup_by(|a, b| a.from == b.from && a.to == b.to);
        all
    }

    /// Every `impl` of a type of this crate by another module than the type's: type's module, module of the `impl`, place.
    pub(crate) fn impls(&self) -> Vec<Import> {
        let mut all = Vec::new();
        for (from, module) in &self.modules {
            for (path, line) in &module.impls {
                let own = path.len() == 1 && path.first().is_some_and(|p| module.items.contains(p));
                let of = if own { None } else { self.resolve(from, path, 0) };
                let at = format!("{}:{line}: impl {}", module.file, path.join("::"));
                all.extend(of.filter(|to| to != from).map(|to| Import { from: from.clone(), to, at }));
            }
        }
        all
    }

    /// The module that defines what a path means in `from`, if it is one of this crate.
    fn resolve(&self, from: &str, path: &[String], depth: usize) -> Option<String> {
        let (first, rest) = path.split_first()?;
        let module = self.modules.get(from)?;
        match first.as_str() {
            "crate" => self.defines("", rest, depth),
            "self" => self.defines(from, rest, depth),
            "super" => self.defines(from.rsplit_once("::").map_or("", |(above, _)| above), rest, depth),
            _ if self.modules.contains_key(&join(from, first)) => self.defines(&join(from, first), rest, depth),
            _ if module.items.contains(first) => Some(from.to_owned()),
            _ => {
                let import = module.imports.get(first).filter(|i| i.first() != Some(first) && depth < DEEPEST)?;
                let whole: Vec<String> = import.iter().chain(rest).cloned().collect();
                self.resolve(from, &whole, depth + 1)
            }
        }
    }

    /// The module that defines what a path means below the module `at`.
    fn defines(&self, at: &str, path: &[String], depth: usize) -> Option<String> {
        let module = self.modules.get(at)?;
        let (first, rest) = path.split_first()?;
        if first == "super" {
            return self.defines(at.rsplit_once("::").map_or("", |(above, _)| above), rest, depth);
        }
        if module.items.contains(first) {
            return Some(at.to_owned());
        }
        let below = join(at, first);
        // A function may have the name of the module that it comes from: `pub use run::run`.
        if self.modules.contains_key(&below) && !(rest.is_empty() && module.imports.contains_key(first)) {
            return self.defines(&below, rest, depth);
        }
        if depth >= DEEPEST {
            return None;
        }
        if let Some(import) = module.imports.get(first) {
            let whole: Vec<String> = import.iter().chain(rest).cloned().collect();
            return self.resolve(at, &whole, depth + 1);
        }
        module.globs.iter().find_map(|g| self.defines(&self.target(at, g)?, path, depth + 1))
    }

    /// The module that a glob names.
    fn target(&self, from: &str, path: &[String]) -> Option<String> {
        let mut at = match path.first()?.as_str() {
            "crate" => String::new(),
            "self" => from.to_owned(),
            "super" => from.rsplit_once("::").map_or("", |(above, _)| above).to_owned(),
            first => {
                let below = join(from, first);
                let import = self.modules.get(from)?.imports.get(first);
                match import {
                    _ if self.modules.contains_key(&below) => below,
                    Some(import) if import.first() != path.first() => self.target(from, import)?,
                    _ => return None,
                }
            }
        };
        for word in path.get(1..)? {
            at = match word.as_str() {
                "super" => at.rsplit_once("::").map_or("", |(above, _)| above).to_owned(),
                word => join(&at, word),
            };
        }
        self.modules.contains_key(&at).then_some(at)
    }
}
