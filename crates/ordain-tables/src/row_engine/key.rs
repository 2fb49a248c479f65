//! The names of rows, made small: up to fifteen bytes in one number, exactly.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

/// The longest name that fits.
pub const SHORT: usize = 15;

/// A name without the spaces around it.
#[inline]
pub fn trimmed(bytes: &[u8]) -> &[u8] {
    match (bytes.first(), bytes.last()) {
        (Some(a), Some(z)) if *a > b' ' && *z > b' ' => bytes,
        _ => bytes.trim_ascii(),
    }
}

/// The bytes and their number, where they fit: two names are equal where their numbers are.
#[inline]
pub fn short_key(bytes: &[u8]) -> Option<u128> {
    let n = bytes.len();
    let (low, high) = match n {
        0..8 => {
            let mut low = [0; 8];
            low.get_mut(..n)?.copy_from_slice(bytes);
            (u64::from_le_bytes(low), 0)
        }
        8..=SHORT => {
            let low = u64::from_le_bytes(*bytes.first_chunk::<8>()?);
            let last = u64::from_le_bytes(*bytes.last_chunk::<8>()?);
            // Those of the last eight that are not among the first.
            (low, last.checked_shr(8 * u32::try_from(16 - n).ok()?).unwrap_or(0))
        }
        _ => return None,
    };
    Some(u128::from(low) | u128::from(high) << 64 | (n as u128) << 120)
}

/// The bytes of a short name.
pub fn unpack_short_key(short: u128) -> ([u8; 16], usize) {
    let bytes = short.to_le_bytes();
    (bytes, usize::from(bytes[15]))
}

const SEED: FixedState = FixedState::with_seed(0x0D_A1);

/// The hash of a short name.
#[inline]
pub fn hash_short(short: u128) -> u64 {
    let mut hasher = SEED.build_hasher();
    hasher.write_u128(short);
    hasher.finish()
}

/// The hash of any name, the same every time.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    match short_key(bytes) {
        Some(short) => hash_short(short),
        None => {
            let mut hasher = SEED.build_hasher();
            hasher.write(bytes);
            hasher.finish()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_kept_whole() {
        for n in 0..=SHORT {
            let name: Vec<u8> = (0..n).map(|i| b'a' + u8::try_from(i).unwrap()).collect();
            let (bytes, len) = unpack_short_key(short_key(&name).unwrap());
            assert_eq!(&bytes[..len], name.as_slice());
        }
        assert_eq!(short_key(&[b'x'; 16]), None);
        assert_ne!(short_key(b"A"), short_key(b"A\0"));
        assert_eq!(trimmed(b" DHS1\t"), b"DHS1");
    }
}
