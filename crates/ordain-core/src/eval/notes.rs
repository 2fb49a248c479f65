//! What an evaluation notes on its way: the facts that it used, and what it noticed about due times.
//! It is only added to while verdicts are found, and read when all of them are.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::eval::remark::Remark;
use crate::model::ParagraphId;

#[derive(Debug, Default)]
pub(in crate::eval) struct Notes {
    used: RefCell<BTreeSet<usize>>,
    remarks: RefCell<Vec<(ParagraphId, Remark)>>,
}

impl Notes {
    /// A verdict rests on this fact, or shows it.
    pub(in crate::eval) fn use_fact(&self, index: usize) {
        self.used.borrow_mut().insert(index);
    }

    pub(in crate::eval) fn use_facts(&self, indexes: impl IntoIterator<Item = usize>) {
        self.used.borrow_mut().extend(indexes);
    }

    pub(in crate::eval) fn remark(&self, paragraph: ParagraphId, remark: Remark) {
        self.remarks.borrow_mut().push((paragraph, remark));
    }

    /// The facts that were used, and each remark once, in the order of the paragraphs.
    pub(in crate::eval) fn into_parts(self) -> (BTreeSet<usize>, Vec<(ParagraphId, Remark)>) {
        let mut remarks = self.remarks.into_inner();
        remarks.sort_by_key(|(paragraph, _)| *paragraph);
        remarks.dedup();
        (self.used.into_inner(), remarks)
    }
}
