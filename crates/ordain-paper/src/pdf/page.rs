//! The pages of a file, in their order.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::file::File;
use super::matrix::{Matrix, Rectangle};
use super::object::{Dict, Object};
use crate::{Format, Unreadable};

/// One page.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) dict: Rc<Dict>,
    pub(super) resources: Rc<Dict>,
    /// What of its plane is shown.
    shown: Rectangle,
    /// By how many quarters it is turned, clockwise.
    turns: usize,
}

/// What a page has from the branches above it.
#[derive(Debug, Clone)]
struct Inherited {
    resources: Object,
    media: Object,
    crop: Object,
    turned: Object,
}

const DEEPEST: usize = 64;
const LETTER: Rectangle = Rectangle { left: 0.0, bottom: 0.0, right: 612.0, top: 792.0 };

impl Page {
    /// Its width and height as it is shown.
    pub(super) fn size(&self) -> (f64, f64) {
        let (width, height) = (self.shown.width(), self.shown.height());
        if self.turns.is_multiple_of(2) { (width, height) } else { (height, width) }
    }

    /// From its plane to what is shown, with the lower left corner at nothing.
    pub(super) fn to_shown(&self) -> Matrix {
        let Rectangle { left, bottom, right, top } = self.shown;
        match self.turns {
            1 => Matrix { a: 0.0, b: -1.0, c: 1.0, d: 0.0, e: -bottom, f: right },
            2 => Matrix { a: -1.0, b: 0.0, c: 0.0, d: -1.0, e: right, f: top },
            3 => Matrix { a: 0.0, b: 1.0, c: -1.0, d: 0.0, e: top, f: -left },
            _ => Matrix::moved(-left, -bottom),
        }
    }
}

/// All pages. One that cannot be found makes the file damaged: what is on it would be missing.
pub(super) fn all(file: &File<'_>) -> Result<Vec<Page>, Unreadable> {
    let damaged = || Unreadable::Damaged(Format::Pdf);
    let root = file.root().ok_or_else(damaged)?;
    let nothing = Inherited { resources: Object::Null, media: Object::Null, crop: Object::Null, turned: Object::Null };
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let mut wanted = vec![(root.raw(b"Pages").clone(), nothing, 0)];
    while let Some((node, above, depth)) = wanted.pop() {
        file.budget.object()?;
        // A branch that holds itself has no end.
        if let Object::Ref(id) = node
            && !seen.insert(id)
        {
            return Err(damaged());
        }
        let node = file.resolved(&node)?;
        let dict = node.dict().filter(|_| depth < DEEPEST).ok_or_else(damaged)?;
        let own = |name: &[u8], above: &Object| match dict.raw(name) {
            Object::Null => above.clone(),
            own => own.clone(),
        };
        let here = Inherited {
            resources: own(b"Resources", &above.resources),
            media: own(b"MediaBox", &above.media),
            crop: own(b"CropBox", &above.crop),
            turned: own(b"Rotate", &above.turned),
        };
        match file.get(dict, b"Kids")? {
            Object::List(kids) => {
                wanted.extend(kids.iter().rev().map(|kid| (kid.clone(), here.clone(), depth + 1)));
            }
            // A branch whose pages are lost.
            _ if dict.raw(b"Type").name() == Some(b"Pages") => return Err(damaged()),
            _ => pages.push(read_page(file, dict, &here)?),
        }
        if pages.len() > file.budget.limits.pages {
            return Err(file.budget.too_large("it has more pages than are read"));
        }
    }
    if pages.is_empty() { Err(damaged()) } else { Ok(pages) }
}

fn read_page(file: &File<'_>, dict: &Rc<Dict>, inherited: &Inherited) -> Result<Page, Unreadable> {
    let rectangle = |object: &Object| -> Result<Option<Rectangle>, Unreadable> {
        let object = file.resolved(object)?;
        let numbers = object.list().unwrap_or(&[]).iter().map(|n| file.resolved(n)).collect::<Result<Vec<_>, _>>()?;
        Ok(Rectangle::of(&numbers).filter(|r| r.width() > 1.0 && r.height() > 1.0))
    };
    let media = rectangle(&inherited.media)?.unwrap_or(LETTER);
    let crop = rectangle(&inherited.crop)?.unwrap_or(media);
    let degrees = file.resolved(&inherited.turned)?.number().unwrap_or(0.0);
    let turns = (degrees / 90.0).round().rem_euclid(4.0) as usize;
    let resources = file.resolved(&inherited.resources)?.dict().cloned().unwrap_or_default();
    Ok(Page { dict: Rc::clone(dict), resources, shown: crop.within(media), turns })
}
