//! The parties as a draft declares them.

use super::names::{Names, Party};
use super::phrase::in_quotation_marks;

/// The lines that declare the parties, and the offices that the statements name.
pub(super) fn declarations_of_parties(names: &Names, statements: &str) -> String {
    let mut out: String = names.parties.iter().map(declaration_of_party).collect();
    for stranger in &names.strangers {
        out.push_str(&format!("role {}\n", name_as_written(stranger)));
    }
    // The longest first: `United States Marshal` is not `Marshal`.
    let mut left = statements.to_owned();
    for office in names.offices() {
        if left.contains(office) {
            out.push_str(&format!("nonparty {}\n", name_as_written(office)));
            left = left.replace(office, "");
        }
    }
    out
}

fn declaration_of_party(party: &Party) -> String {
    let mut out = format!("party {}\n", party.name);
    let list = |names: &[String]| names.iter().map(|n| in_quotation_marks(n)).collect::<Vec<_>>().join(", ");
    if !party.members.is_empty() {
        out.push_str(&format!("  members {}\n", list(&party.members)));
    }
    if !party.aliases.is_empty() {
        out.push_str(&format!("  alias {}\n", list(&party.aliases)));
    }
    out
}

fn name_as_written(name: &str) -> String {
    if name.contains('.') || name.contains(" and ") { in_quotation_marks(name) } else { name.to_owned() }
}
