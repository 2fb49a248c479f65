//! What is around the body of every page.

use crate::markup::text;

/// How the page looks, on a screen and in print.
const STYLE: &str = include_str!("page.css");

/// A whole page around its body.
pub(super) fn page(title: &str, body: &str) -> String {
    page_with_style(title, "", body)
}

/// The same, with rules for what only this page has.
pub(crate) fn page_with_style(title: &str, more: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{}</title>\n<style>\n{STYLE}{more}</style>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        text(title)
    )
}
