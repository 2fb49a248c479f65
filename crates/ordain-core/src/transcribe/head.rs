//! The parties as a draft declares them.

use super::names::{Names, Party};
use super::phrase::quoted;

/// The lines that declare the parties, and the offices that the statements name.
pub(super) fn head(names: &Names, statements: &str) -> String {
    let mut out: String = names.parties.iter().map(party).collect();
    for stranger in &names.strangers {
        out.push_str(&format!("role {}\n", plain(stranger)));
    }
    // The longest first: `United States Marshal` is not `Marshal`.
    let mut left = statements.to_owned();
    for office in names.offices() {
        if left.contains(office) {
            out.push_str(&format!("nonparty {}\n", plain(office)));
            left = left.replace(office, "");
        }
    }
    out
}

fn party(party: &Party) -> String {
    let mut out = format!("party {}\n", party.name);
    let list = |names: &[String]| names.iter().map(|n| quoted(n)).collect::<Vec<_>>().join(", ");
    if !party.members.is_empty() {
        out.push_str(&format!("  members {}\n", list(&party.members)));
    }
    if !party.aliases.is_empty() {
        out.push_str(&format!("  alias {}\n", list(&party.aliases)));
    }
    out
}

fn plain(name: &str) -> String {
    if name.contains('.') { quoted(name) } else { name.to_owned() }
}
