//! Captions of one line, each over a title and words that order: a text that has several holds several papers.

use super::caption::caption_of_line;
use super::title::opens_a_title;

/// How many lines below a caption its title may begin.
const BELOW: usize = 6;

/// How many captions of one line lead an order. The heading that each page of one order repeats leads none: at the top of
/// a page it counts only where the order before it has ended.
pub(super) fn count(text: &str) -> usize {
    let (mut orders, mut led, mut ended) = (0, false, true);
    for (page, of_page) in text.split('\u{0C}').enumerate() {
        let lines: Vec<&str> = of_page.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        for (at, line) in lines.iter().enumerate() {
            let below = lines.iter().skip(at + 1).take(BELOW);
            let heads = line.contains(" v") | line.contains(" V")
                && caption_of_line(line, "").is_some()
                && below.into_iter().any(|l| opens_a_title(l));
            let repeats = page > 0 && at < 3 && !ended;
            if heads && !repeats {
                (led, ended) = (true, false);
            }
            let said = line.to_lowercase();
            if led && ["shall", "must", "ordered", "granted", "denied"].iter().any(|w| said.contains(w)) {
                orders += 1;
                led = false;
            }
            ended |= said.contains("so ordered") || said.starts_with("dated") || said.starts_with("/s/");
        }
    }
    orders
}

#[cfg(test)]
mod tests {
    use super::count;

    const ORDER: &str = "Poe v. Roe, No. 23-cv-123\n\nORDER\n\nDefendant shall file an answer by May 6, 2024.\n\n";

    #[test]
    fn each_caption_over_a_title_leads_an_order() {
        assert_eq!(count(ORDER), 1);
        assert_eq!(count(&ORDER.repeat(2)), 2);
        assert_eq!(count(&format!("{ORDER}SO ORDERED.\n\u{0C}{ORDER}")), 2);
    }

    #[test]
    fn what_each_page_repeats_leads_none() {
        assert_eq!(count(&format!("{ORDER}\u{0C}{ORDER}")), 1);
        assert_eq!(
            count(
                "Poe v. Roe, No. 1\nORDER\nThe motion is granted.\nIn Poe v. Roe, the Court held that he must pay.\n"
            ),
            1
        );
    }
}
