//! Why something is ordered, before what is ordered: `For the foregoing reasons,`, `After considering the papers, the Court`.

use super::phrase::Phrase;
use ordain_base::words::side_named;

/// `After considering the papers, the Court GRANTS`: a recital before what the Court does.
fn length_of_recital(p: &Phrase<'_, '_>) -> usize {
    const OPENS: &[&str] = &[
        "after",
        "having",
        "upon",
        "for",
        "in",
        "on",
        "based",
        "because",
        "as",
        "pursuant",
        "considering",
        "with",
        "given",
        "finding",
        "at",
        "it",
    ];
    if !OPENS.contains(&p.word(0)) {
        return 0;
    }
    let limit = p.len().min(70);
    let commas = (1..limit).filter(|i| p.top(*i) && p.word(*i) == ",");
    let acts = |i: usize| {
        let court = p.at(i + 1, &["the", "court"]) || p.at(i + 1, &["this", "court"]);
        let verb = (i + 3..i + 6).find(|v| p.word(*v) != "hereby" && p.word(*v) != "therefore");
        court
            && verb.is_some_and(|v| {
                matches!(
                    p.word(v),
                    "grants"
                        | "denies"
                        | "orders"
                        | "directs"
                        | "vacates"
                        | "dismisses"
                        | "stays"
                        | "strikes"
                        | "adopts"
                        | "approves"
                        | "overrules"
                        | "sustains"
                )
            })
    };
    let Some(comma) = commas.into_iter().find(|i| acts(*i)) else { return 0 };
    let lead = p.slice(0..comma);
    if lead.has(&["if", "unless", "within", "until", "shall", "must", "provided"]) { 0 } else { comma + 1 }
}

/// Words by which what is ordered begins, behind the comma of a reason.
const SUBJECTS: &[&str] = &[
    "the", "this", "that", "it", "counsel", "parties", "all", "any", "each", "no", "both", "such", "its", "their",
    "his", "her", "we",
];

/// `For the foregoing reasons,`, `Good cause appearing,`: up to the comma.
pub(super) fn length_of_reasons(p: &Phrase<'_, '_>) -> usize {
    let recited = length_of_recital(p);
    if recited > 0 {
        return recited;
    }
    // `…, all of which are incorporated by reference, the motion is DENIED`: what is said of the reasons.
    if p.at(0, &["all", "of", "which"]) || p.at(0, &["which", "are"]) {
        return p.find(2, &[","]).filter(|c| *c < 24).map_or(0, |comma| comma + 1);
    }
    let explained = length_of_explained(p);
    if explained > 0 {
        return explained;
    }
    // `Considering the consent, and the letters, the motion is granted`: up to the last comma before what is ordered.
    const WEIGHS: &[&str] = &["considering", "upon", "on", "having", "given", "after"];
    const VERBS: &[&str] = &["is", "are", "shall", "must", "will", "may", "grants", "denies", "orders"];
    let speaks = |i: &usize| p.top(*i) && VERBS.contains(&p.word(*i)) && p.date(*i).is_none();
    let in_date = |i: usize| p.word(i) == "may" && p.is_number(i + 1);
    let verb = (1..p.len()).find(|i| speaks(i) && !in_date(*i)).unwrap_or(0);
    let opens = |i: usize| {
        matches!(p.word(i), "the" | "this" | "it" | "said") || p.word(i).ends_with("'s") || p.word(i + 1) == "'"
    };
    let last = (0..verb).rev().find(|i| p.top(*i) && p.word(*i) == "," && opens(i + 1));
    if let Some(comma) = last.filter(|c| *c < 70 && WEIGHS.contains(&p.word(0))) {
        let lead = p.slice(0..comma);
        let weighs = lead.has(&["considering", "consideration", "considered", "reviewed", "review", "reading"]);
        let sets = lead.has(&["if", "unless", "within", "until", "shall", "must", "days"]);
        if weighs && !sets {
            return comma + 1;
        }
    }
    // `Because this order, in some respects, modifies the rule, counsel shall read it`: the comma before what is ordered.
    let begins = |i: usize| {
        SUBJECTS.contains(&p.word(i)) || side_named(p.word(i)).is_some() || p.capital(i) || p.word(i).ends_with("'s")
    };
    let ends = |c: &usize| p.top(*c) && p.word(*c) == "," && (p.word(0) != "because" || begins(c + 1));
    let Some(comma) = (0..p.len().min(24)).find(|c| ends(c)) else { return 0 };
    // Without a verb it is no reason yet.
    if p.word(0) == "because" && comma < 4 {
        return 0;
    }
    let lead = p.slice(0..comma);
    let named = lead.has(&["reasons", "reason", "cause", "consideration", "foregoing"]);
    let opens = matches!(p.word(0), "for" | "based" | "good" | "upon" | "after" | "having" | "in" | "with" | "on");
    // `In the interest of justice,`, `To ensure that discovery proceeds,`: why, which binds nobody.
    const WHY: &[&[&str]] = &[
        &["in", "the", "interest"],
        &["in", "the", "interests"],
        &["in", "light", "of"],
        &["in", "view", "of"],
        &["in", "order", "to"],
        &["to", "ensure"],
        &["to", "facilitate"],
        &["to", "assist"],
        &["to", "avoid"],
        &["to", "allow"],
        &["to", "promote"],
        &["to", "expedite"],
        &["given"],
        &["because"],
        &["based", "on"],
        &["based", "upon"],
        &["having"],
        &["in", "its", "discretion"],
        &["under", "the", "circumstances"],
        &["under", "these", "circumstances"],
        &["on", "this", "record"],
        &["as", "stated"],
        &["as", "discussed"],
        &["as", "explained"],
        &["as", "agreed"],
    ];
    let why = WHY.iter().any(|w| p.at(0, w));
    let times =
        lead.dates().is_empty() && !lead.has(&["days", "if", "unless", "within", "by", "shall", "must", "until"]);
    if (named && opens || why) && times { comma + 1 } else { 0 }
}

fn length_of_explained(p: &Phrase<'_, '_>) -> usize {
    // `For reasons that will be explained at a conference on May 6, the motion is DENIED`
    if p.at(0, &["for", "reasons"]) || p.at(0, &["for", "the", "reasons"]) {
        let ruled = (4..p.len().min(60))
            .find(|i| matches!(p.word(*i), "granted" | "denied" | "shall" | "must" | "vacated" | "dismissed"));
        let opens = |i: usize| matches!(p.word(i), "the" | "this") || p.word(i).ends_with("'s") || p.word(i + 1) == "'";
        let comma = ruled.and_then(|r| (3..r).rev().find(|i| p.top(*i) && p.word(*i) == "," && opens(i + 1)));
        if let Some(comma) = comma.filter(|c| !p.slice(0..*c).has(&["if", "unless", "within"])) {
            return comma + 1;
        }
    }
    0
}
