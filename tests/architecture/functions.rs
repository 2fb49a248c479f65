//! Functions and their lengths, read from the tokens of a file: braces in strings, characters and comments are none.

use proc_macro2::{Delimiter, LexError, TokenStream, TokenTree};

/// How many lines a function may have.
pub(crate) const MOST: usize = 80;

/// A function with a body.
pub(crate) struct Function {
    pub(crate) name: String,
    /// The line of its `fn`.
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// The functions of a file, also those in `impl` blocks, in modules and in other functions.
pub(crate) fn of(text: &str) -> Result<Vec<Function>, LexError> {
    let mut found = Vec::new();
    collect(text.parse()?, &mut found);
    Ok(found)
}

fn collect(tokens: TokenStream, found: &mut Vec<Function>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Ident(word) = token
            && word == "fn"
            && let Some(TokenTree::Ident(name)) = tokens.get(at + 1)
        {
            // The body is the first block after the name; a declaration without one ends with a semicolon.
            let ends = |t: &&TokenTree| match t {
                TokenTree::Punct(p) => p.as_char() == ';',
                TokenTree::Group(g) => g.delimiter() == Delimiter::Brace,
                _ => false,
            };
            if let Some(TokenTree::Group(body)) = tokens.iter().skip(at + 2).find(ends) {
                let (first, last) = (word.span().start().line, body.span_close().end().line);
                found.push(Function { name: name.to_string(), line: first, lines: last - first + 1 });
            }
        }
        if let TokenTree::Group(group) = token {
            collect(group.stream(), found);
        }
    }
}

#[test]
fn braces_in_text_are_none_and_inner_functions_are_found() {
    let text = "fn a() {\n    let b = \"}\";\n    // }\n    fn inner() { '}'; }\n}\ntrait T {\n    fn none();\n}\n";
    let found: Vec<(String, usize, usize)> =
        of(text).expect("it is read").into_iter().map(|f| (f.name, f.line, f.lines)).collect();
    assert_eq!(found, [("a".to_owned(), 1, 5), ("inner".to_owned(), 4, 1)]);
}
