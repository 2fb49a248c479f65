//! Circles of arrows: the strongly connected components of more than one node.

use std::collections::{BTreeMap, BTreeSet};

/// The circles among these arrows, each as the set of its nodes.
pub(crate) fn of(arrows: &[(String, String)]) -> Vec<BTreeSet<String>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().insert(to);
        next.entry(to).or_default();
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|node| (*node, reach(&next, node))).collect();
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for (node, far) in &reached {
        let seen = circles.iter().any(|c| c.contains(*node));
        if far.contains(node) && !seen {
            let both = far.iter().filter(|other| reached[*other].contains(node));
            circles.push(both.map(|n| (*n).to_owned()).collect());
        }
    }
    circles
}

/// Every node that can be reached from one.
fn reach<'a>(next: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = next[from].iter().copied().collect();
    while let Some(node) = open.pop() {
        if found.insert(node) {
            open.extend(&next[node]);
        }
    }
    found
}
