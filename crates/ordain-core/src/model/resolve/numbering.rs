//! Each obligation of a matter gets a number of its own, whether a paragraph has it
//! or the words that replace a paragraph.

use crate::model::ir::disposition::Disposition;
use crate::model::ir::ids::ObligationId;
use crate::model::ir::model::Model;
use crate::model::ir::paragraph::Body;
use crate::model::ir::provision::Provision;
use crate::model::ir::rewrite::Rewrite;

pub(super) fn number_obligations(model: &mut Model) {
    let mut next = 0;
    for paragraph in &mut model.paragraphs {
        match &mut paragraph.body {
            Body::Provision(provision) => number(provision, &mut next),
            Body::Dispositions(list) => list.iter_mut().for_each(|d| number_rewrite(d, &mut next)),
            Body::Listed(..) | Body::Broken => {}
        }
    }
    model.effects.iter_mut().for_each(|(_, d)| number_rewrite(d, &mut next));
}

fn number_rewrite(disposition: &mut Disposition, next: &mut usize) {
    if let Some(Rewrite::Provision(provision)) = &mut disposition.rewrite {
        number(provision, next);
    }
}

fn number(provision: &mut Provision, next: &mut usize) {
    for obligation in &mut provision.obligations {
        obligation.id = ObligationId::at(*next);
        *next += 1;
    }
}
