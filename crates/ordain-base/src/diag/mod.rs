//! A diagnostic is data: what is wrong, where, how to fix it. Renderers are
//! elsewhere. Every diagnostic is built by a function of [`codes`], beside the
//! code it carries, so that all wording is in one catalogue.

mod code;
// Each function words one message; its page says what it means.
#[doc(hidden)]
pub mod codes;
mod diagnostic;
mod kept;
mod page;

pub use crate::words::{closest, day, plural, quoted_all, quoted_list};
pub use code::{Code, Family, PAGES, Severity};
pub use diagnostic::{Applicability, Diagnostic, Edit, Fix, Ground, InShort, Label};
pub use kept::{Kept, MOST_OF_A_CODE};
pub use page::{Block, Example, Page};
