//! `scan FILE`: how many separators (0x14) and line ends a file has, by one thread.

use std::fs::File;
use std::io::Read;

fn main() -> std::io::Result<()> {
    let path = std::env::args_os().nth(1).ok_or_else(|| std::io::Error::other("usage: scan FILE"))?;
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    let (mut separators, mut lines) = (0_u64, 0_u64);
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        for at in memchr::memchr2_iter(0x14, b'\n', &buffer[..n]) {
            if buffer[at] == b'\n' { lines += 1 } else { separators += 1 }
        }
    }
    println!("{separators} separators, {lines} lines");
    Ok(())
}
