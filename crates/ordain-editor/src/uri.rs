//! Addresses of files, and their paths.

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a path as it is (RFC 3986, 2.3 and 3.3).
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path of a `file:` address, with `/`; none for an address of another kind.
#[must_use]
pub fn path_of_uri(uri: &Uri) -> Option<String> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let rest = rest.get(rest.find('/')?..)?;
    let path = percent_decode_str(rest).decode_utf8().ok()?.into_owned();
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
    let path = if drive { path.replace('\\', "/") } else { path.to_owned() };
    let root = if drive { "file:///" } else { "file://" };
    format!("{root}{}", utf8_percent_encode(&path, IN_PATHS)).parse().ok()
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
