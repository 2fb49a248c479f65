//! The pages of a text: where each begins, and the number that is printed on it.

/// One page, from 1, and the number that is printed on it where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    pub count: u32,
    pub printed: Option<u32>,
}

impl Page {
    /// The number that is printed on it, or its count.
    #[must_use]
    pub fn number(self) -> u32 {
        self.printed.unwrap_or(self.count)
    }
}

/// All pages; none where nothing separates them.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    starts: Vec<usize>,
    printed: Vec<Option<u32>>,
}

impl Pages {
    /// Form feeds end pages, as `pdftotext` writes them.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, b)| *b == 0x0C).map(|(i, _)| i + 1));
        // The last page is closed by a form feed as well.
        if starts.last().is_some_and(|&s| s > 0 && text.get(s..).unwrap_or("").trim().is_empty()) {
            starts.pop();
        }
        if starts.len() < 2 {
            return Self::default();
        }
        let end = |i: usize| starts.get(i + 1).map_or(text.len(), |s| s - 1);
        let printed =
            (0..starts.len()).map(|i| printed_page_number(text.get(starts[i]..end(i)).unwrap_or(""))).collect();
        Self { starts, printed: rising_page_numbers(printed) }
    }

    /// The page of a byte of the text; none where nothing separates the pages.
    #[must_use]
    pub fn at(&self, byte: usize) -> Option<Page> {
        let i = self.starts.partition_point(|&s| s <= byte).checked_sub(1)?;
        Some(Page { count: u32::try_from(i + 1).ok()?, printed: self.printed.get(i).copied().flatten() })
    }

    /// Where a page begins after `from` and before `to`: the first of them.
    #[must_use]
    pub fn break_between(&self, from: usize, to: usize) -> Option<usize> {
        let i = self.starts.partition_point(|&s| s <= from);
        self.starts.get(i).copied().filter(|s| *s < to)
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// The number on a page: in the stamp of the filing system, or alone at its foot or head.
fn printed_page_number(page: &str) -> Option<u32> {
    let lines: Vec<&str> = page.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let alone = |line: &&&str| -> Option<u32> {
        let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' '));
        let bare = bare.strip_prefix("Page ").map_or(bare, |rest| rest.split(" of ").next().unwrap_or(rest).trim());
        (bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit())).then(|| bare.parse().ok()).flatten()
    };
    let stamp = lines.iter().take(3).find_map(|line| {
        let (_, rest) = line.split_once(" Page ").filter(|_| line.contains("Document") || line.contains("Filed"))?;
        let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let foot = || lines.iter().rev().take(2).find_map(|l| alone(&l));
    let lead = || lines.iter().take(2).find_map(|l| alone(&l));
    stamp.or_else(foot).or_else(lead)
}

/// Printed numbers count only where they go up from page to page.
fn rising_page_numbers(printed: Vec<Option<u32>>) -> Vec<Option<u32>> {
    let reported: Vec<(usize, u32)> = printed.iter().enumerate().filter_map(|(i, n)| Some((i, (*n)?))).collect();
    let step = |w: &[(usize, u32)]| w[1].1.checked_sub(w[0].1) == u32::try_from(w[1].0 - w[0].0).ok();
    let rising = reported.windows(2).all(step);
    if rising && reported.len() * 2 >= printed.len() { printed } else { vec![None; printed.len()] }
}
