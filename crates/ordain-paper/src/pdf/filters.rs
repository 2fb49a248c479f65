//! How streams are packed.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::lexer::hex_digit;
use crate::budget::Budget;
use crate::{Format, Unreadable};

/// What a stream is packed with, and how its rows were changed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Predictor {
    pub(super) kind: usize,
    pub(super) colors: usize,
    pub(super) bits: usize,
    pub(super) columns: usize,
}

/// Unpacks what one filter packed; none where that is a picture.
pub(super) fn unpack(
    name: &[u8],
    data: &[u8],
    early: bool,
    predictor: Option<Predictor>,
    budget: &Budget,
) -> Result<Option<Vec<u8>>, Unreadable> {
    let out = match name {
        b"FlateDecode" | b"Fl" => unpack_flate(data, budget)?,
        b"LZWDecode" | b"LZW" => unpack_lzw(data, early, budget)?,
        b"ASCII85Decode" | b"A85" => ascii_85(data),
        b"ASCIIHexDecode" | b"AHx" => ascii_hex(data),
        b"RunLengthDecode" | b"RL" => run_length(data, budget)?,
        _ => return Ok(None),
    };
    budget.unpack(out.len())?;
    Ok(Some(match predictor {
        Some(predictor) => undo_predictor(out, predictor).ok_or(Unreadable::Damaged(Format::Pdf))?,
        None => out,
    }))
}

fn unpack_flate(data: &[u8], budget: &Budget) -> Result<Vec<u8>, Unreadable> {
    let most = budget.left_to_unpack();
    let too_much = |out: &Vec<u8>| out.len() as u64 > most;
    let mut out = Vec::new();
    let whole = ZlibDecoder::new(data).take(most + 1).read_to_end(&mut out).is_ok();
    if !whole && !too_much(&out) {
        // Only the sum at its end is wrong, or the two bytes at its beginning are.
        let ok = |from: usize| {
            let mut again = Vec::new();
            let body = data.get(from..).unwrap_or(&[]);
            DeflateDecoder::new(body).take(most + 1).read_to_end(&mut again).is_ok().then_some(again)
        };
        let again = ok(2).filter(|a| a.len() >= out.len()).or_else(|| ok(0).filter(|a| a.len() >= out.len()));
        out = again.ok_or(Unreadable::Damaged(Format::Pdf))?;
    }
    if too_much(&out) {
        budget.unpack(out.len())?;
    }
    Ok(out)
}

fn run_length(data: &[u8], budget: &Budget) -> Result<Vec<u8>, Unreadable> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&length) = data.get(at) {
        match length {
            0..=127 => {
                let end = at + 2 + usize::from(length);
                out.extend_from_slice(data.get(at + 1..end.min(data.len())).unwrap_or(&[]));
                at = end;
            }
            128 => break,
            _ => {
                let Some(&byte) = data.get(at + 1) else { break };
                out.resize(out.len() + 257 - usize::from(length), byte);
                at += 2;
            }
        }
        if out.len() as u64 > budget.left_to_unpack() {
            budget.unpack(out.len())?;
        }
    }
    Ok(out)
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data.iter().take_while(|b| **b != b'>').filter_map(|b| hex_digit(*b)).collect();
    digits.chunks(2).map(|c| c.first().unwrap_or(&0) * 16 + c.get(1).unwrap_or(&0)).collect()
}

fn ascii_85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for &b in data {
        match b {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(u32::from(b - b'!'));
                if group.len() == 5 {
                    out.extend(bytes_of_group(&group));
                    group.clear();
                }
            }
            _ => {}
        }
    }
    if group.len() > 1 {
        let bytes = group.len() - 1;
        group.resize(5, 84);
        out.extend(bytes_of_group(&group).iter().take(bytes));
    }
    out
}

fn bytes_of_group(group: &[u32]) -> [u8; 4] {
    group.iter().fold(0_u32, |n, d| n.wrapping_mul(85).wrapping_add(*d)).to_be_bytes()
}

fn unpack_lzw(data: &[u8], early: bool, budget: &Budget) -> Result<Vec<u8>, Unreadable> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // Each word is in the output already: where it begins, and how long it is.
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    let (mut bits, mut held, mut width) = (0_u32, 0_u32, 9_u32);
    for &byte in data {
        bits = (bits << 8 | u32::from(byte)) & 0x00FF_FFFF;
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held & ((1 << width) - 1)) as usize;
        if code == END {
            break;
        }
        if code == CLEAR {
            words.clear();
            before = None;
            width = 9;
            continue;
        }
        let start = out.len();
        if code < CLEAR {
            out.push((code & 0xFF) as u8);
        } else if let Some(&(from, length)) = words.get(code - 258) {
            for i in from..from + length {
                out.push(out.get(i).copied().unwrap_or(0));
            }
        } else if let Some((from, length)) = before.filter(|_| code - 258 == words.len()) {
            for i in (from..from + length).chain([from]) {
                out.push(out.get(i).copied().unwrap_or(0));
            }
        } else {
            return Err(Unreadable::Damaged(Format::Pdf));
        }
        if let Some((from, length)) = before
            && words.len() < 4096 - 258
        {
            // The word before with the first letter of this one, which follows it in the output.
            words.push((from, length + 1));
        }
        before = Some((start, out.len() - start));
        width = match words.len() + 258 + usize::from(early) {
            n if n >= 2048 => 12,
            n if n >= 1024 => 11,
            n if n >= 512 => 10,
            _ => 9,
        };
        if out.len() as u64 > budget.left_to_unpack() {
            budget.unpack(out.len())?;
        }
    }
    Ok(out)
}

/// Rows as they were before each was written as a difference from the one above.
fn undo_predictor(data: Vec<u8>, p: Predictor) -> Option<Vec<u8>> {
    let step = p.colors.checked_mul(p.bits)?.div_ceil(8).max(1);
    let row = p.columns.checked_mul(p.colors)?.checked_mul(p.bits)?.div_ceil(8);
    if row == 0 || p.kind < 2 {
        return Some(data);
    }
    if p.kind == 2 {
        let mut data = data;
        for line in data.chunks_mut(row).filter(|_| p.bits == 8) {
            for i in step..line.len() {
                let left = line.get(i - step).copied().unwrap_or(0);
                if let Some(b) = line.get_mut(i) {
                    *b = b.wrapping_add(left);
                }
            }
        }
        return Some(data);
    }
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    for line in data.chunks(row.checked_add(1)?) {
        let (&kind, body) = line.split_first()?;
        let mut here = vec![0_u8; row];
        for (i, &b) in body.iter().enumerate() {
            let left = i.checked_sub(step).and_then(|l| here.get(l).copied()).unwrap_or(0);
            let up = above.get(i).copied().unwrap_or(0);
            let corner = i.checked_sub(step).and_then(|l| above.get(l).copied()).unwrap_or(0);
            let guess = match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth_predictor(left, up, corner),
                _ => 0,
            };
            if let Some(slot) = here.get_mut(i) {
                *slot = b.wrapping_add(guess);
            }
        }
        out.extend_from_slice(here.get(..body.len())?);
        above = here;
    }
    Some(out)
}

fn paeth_predictor(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |b: u8| (guess - i16::from(b)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}
