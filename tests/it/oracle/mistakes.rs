//! Mistakes an evaluator of orders could make, each seeded into the second
//! reading by the text of one of its rules.
//!
//! A mistake is found where the two readings part. That is the same on
//! whichever side it sits: without it both give the same verdicts, so an
//! evaluator with the mistake would give those of the mistaken reading, and
//! would part from the sound one on the very same verdicts. Seeded there it
//! needs no door for mistakes in the evaluator itself.

/// What goes wrong, and the rules that stand for others; each of them stands once in the reading.
pub struct Mistake {
    pub name: &'static str,
    pub rules: &'static [(&'static str, &'static str)],
}

pub const ALL: [Mistake; 12] = [
    Mistake {
        name: "what is done on the due day is late",
        rules: &[
            (
                "met(M,P,V) :- surely(M,P,F,D,H), accepted(M,F,V), due(M,P,T), H <= T, not vain(M,P,D).",
                "met(M,P,V) :- surely(M,P,F,D,H), accepted(M,F,V), due(M,P,T), H < T, not vain(M,P,D).",
            ),
            (
                "maybe(M,P,V) :- serves(M,P,F,D,_), accepted(M,F,V), due(M,P,T), D <= T.",
                "maybe(M,P,V) :- serves(M,P,F,D,_), accepted(M,F,V), due(M,P,T), D < T.",
            ),
            (
                "tardy(M,P,V) :- surely(M,P,F,D,_), accepted(M,F,V), due(M,P,T), D > T.",
                "tardy(M,P,V) :- surely(M,P,F,D,_), accepted(M,F,V), due(M,P,T), D >= T.",
            ),
        ],
    },
    Mistake { name: "of several extensions the first holds", rules: &[("S = #max {", "S = #min {")] },
    Mistake {
        name: "a period that ends on a Saturday does not roll",
        rules: &[
            ("rolls(D,D) :- D = 0..110, not weekend(D).", "rolls(D,D) :- D = 0..110."),
            ("rolls(D,R) :- D = 0..110, weekend(D), R = D+1, not weekend(R).", ""),
            ("rolls(D,R) :- D = 0..110, weekend(D), weekend(D+1), R = D+2.", ""),
        ],
    },
    Mistake {
        name: "silence counts without a line that closes the record",
        rules: &[("proved(M,P) :- closed(M,T), due(M,P,D), T >= D.", "proved(M,P) :- due(M,P,_).")],
    },
    Mistake {
        name: "a record once closed is closed for ever",
        rules: &[("proved(M,P) :- closed(M,T), due(M,P,D), T >= D.", "proved(M,P) :- closed(M,_), due(M,P,_).")],
    },
    Mistake {
        name: "a later stay or vacatur erases the breach before it",
        rules: &[(
            "spared(M,P) :- due(M,P,D), off(M,P,D,_), past(M,P).",
            "spared(M,P) :- due(M,P,D), off(M,P,D,_), past(M,P). spared(M,P) :- past(M,P), now(M,P,_).",
        )],
    },
    Mistake {
        name: "a day that came during a stay is still owed",
        rules: &[(
            "spared(M,P) :- due(M,P,D), off(M,P,D,_), past(M,P).",
            "spared(M,P) :- due(M,P,D), off(M,P,D,lifted), past(M,P).",
        )],
    },
    Mistake {
        name: "an order acts before its entry",
        rules: &[(
            "made(M,P,S,E,W) :- ask(M,A,K), change(M,P,S,E,W), E <= A, E <= K.",
            "made(M,P,S,E,W) :- ask(M,A,K), change(M,P,S,E,W), E <= K.",
        )],
    },
    Mistake {
        name: "an order acts that was not known yet",
        rules: &[(
            "made(M,P,S,E,W) :- ask(M,A,K), change(M,P,S,E,W), E <= A, E <= K.",
            "made(M,P,S,E,W) :- ask(M,A,K), change(M,P,S,E,W), E <= A.",
        )],
    },
    Mistake {
        name: "a fact counts that was not known yet",
        rules: &[(
            "on_record(M,F) :- ask(M,A,K), fact(M,F,_,D,_,Known), D <= A, Known <= K.",
            "on_record(M,F) :- ask(M,A,K), fact(M,F,_,D,_,Known), D <= A.",
        )],
    },
    Mistake {
        name: "the Court takes what the other side denies",
        rules: &[
            (
                "accepted(M,F,V) :- on_record(M,F), view(V), not contested(M,F).",
                "accepted(M,F,V) :- on_record(M,F), view(V), not contested(M,F). accepted(M,F,court) :- on_record(M,F).",
            ),
            ("disputed(M,F,court) :- contested(M,F).", ""),
        ],
    },
    Mistake {
        name: "what was done before the order was entered performs it",
        rules: &[
            (
                "serves(M,P,F,D,H) :- in_force(M,P), duty(M,P,X,E), fact(M,F,X,D,H,_), H >= E.",
                "serves(M,P,F,D,H) :- in_force(M,P), duty(M,P,X,_), fact(M,F,X,D,H,_).",
            ),
            (
                "surely(M,P,F,D,H) :- serves(M,P,F,D,H), duty(M,P,_,E), D >= E, ask(M,A,_), H <= A.",
                "surely(M,P,F,D,H) :- serves(M,P,F,D,H), ask(M,A,_), H <= A.",
            ),
        ],
    },
];

impl Mistake {
    /// The reading with this mistake in it.
    pub fn seeded(&self, reading: &str) -> String {
        self.rules.iter().fold(reading.to_owned(), |text, (sound, wrong)| {
            assert_eq!(text.matches(sound).count(), 1, "`{}` seeds a rule that stands once: {sound}", self.name);
            text.replace(sound, wrong)
        })
    }
}
