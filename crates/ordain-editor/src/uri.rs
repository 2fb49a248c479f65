//! Addresses of files, and their paths.

use std::fmt::Write as _;

use lsp_types::Uri;

/// The path of a `file:` address, with `/`; none for an address of another kind.
#[must_use]
pub fn path_of_uri(uri: &Uri) -> Option<String> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let rest = rest.get(rest.find('/')?..)?;
    let mut bytes = Vec::with_capacity(rest.len());
    let mut left = rest.as_bytes();
    while let Some((&byte, after)) = left.split_first() {
        let code = after.get(..2).filter(|_| byte == b'%').and_then(|c| std::str::from_utf8(c).ok());
        match code.and_then(|c| u8::from_str_radix(c, 16).ok()) {
            Some(code) => {
                bytes.push(code);
                left = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                left = after;
            }
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    // `/c:/matters` of Windows.
    let drive = path.get(1..3).is_some_and(|d| d.ends_with(':') && d.starts_with(|c: char| c.is_ascii_alphabetic()));
    Some(if drive { path.get(1..).unwrap_or_default().to_owned() } else { path })
}

/// The `file:` address of an absolute path; none of another path.
#[must_use]
pub fn uri_of_path(path: &str) -> Option<Uri> {
    let drive = path.get(1..2) == Some(":");
    if !path.starts_with('/') && !drive {
        return None;
    }
    let mut out = String::from(if drive { "file:///" } else { "file://" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b'\\' => out.push('/'),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back() {
        for path in ["/m/a.order", "/m/Doe v. Roe/§ 1 #2%.order", "c:/m/a.order"] {
            assert_eq!(path_of_uri(&uri_of_path(path).unwrap()).as_deref(), Some(path));
        }
        assert!(uri_of_path("rules/a.order").is_none());
        let of = |uri: &str| path_of_uri(&uri.parse().unwrap());
        assert_eq!(of("file:///c%3A/m/a.order").as_deref(), Some("c:/m/a.order"));
        assert_eq!(of("untitled:Untitled-1"), None);
        assert_eq!(of("file:///m/%E2%82%AC.facts").as_deref(), Some("/m/€.facts"));
    }
}
