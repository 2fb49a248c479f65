//! Mistakes an evaluator of orders could make, each seeded into the second
//! reading by the text of one of its rules.
//!
//! A mistake is found where the two readings part. That is the same on
//! whichever side it sits: without it both give the same verdicts, so an
//! evaluator with the mistake would give those of the mistaken reading, and
//! would part from the sound one on the very same verdicts. Seeded there it
//! needs no door for mistakes in the evaluator itself.

/// What goes wrong, and the rules that mean others; each of them stands once in the reading.
pub struct Mistake {
    pub name: &'static str,
    pub rules: &'static [(&'static str, &'static str)],
}

pub const OF_ORDERS: &[Mistake] = &[
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

pub const OF_PARTIES: &[Mistake] = &[
    Mistake {
        name: "an order for one party reaches all",
        rules: &[(
            "touches(M,W,S,P,B) :- acts(M,W,S,_), reach(M,S,B), owes(M,P,B).",
            "touches(M,W,S,P,B) :- acts(M,W,S,_), owes(M,P,B).",
        )],
    },
    Mistake {
        name: "what is superseded still acts",
        rules: &[("ends(M,W,T,E) :- acts(M,W,S,E), change(M,S,_,supersede(T)).", "")],
    },
    Mistake {
        name: "what is vacated still acts",
        rules: &[("ends(M,W,T,E) :- acts(M,W,S,E), change(M,S,_,undo(T)).", "")],
    },
    Mistake {
        name: "an order that is superseded gives back what it had superseded",
        rules: &[(
            "ends(M,W,T,E) :- acts(M,W,S,E), change(M,S,_,supersede(T)).",
            "ends(M,W,T,E) :- acts(M,W,S,E), change(M,S,_,supersede(T)), not again(M,W,S). \
             again(M,W,S) :- acts(M,W,R,_), change(M,R,_,supersede(S)).",
        )],
    },
    Mistake {
        name: "a vacatur that is vacated gives nothing back",
        rules: &[("revived(M,W,S,U) :- acts(M,W,T,U), change(M,T,_,undo(S)).", "")],
    },
    Mistake {
        name: "a condition on which the record is silent does not hold",
        rules: &[("acts(M,1,S,E) :- change(M,S,E,_), ask(M,A), E <= A, hangs(M,S,silent).", "")],
    },
    Mistake {
        name: "a condition on which the record is silent holds",
        rules: &[(
            "acts(M,1,S,E) :- change(M,S,E,_), ask(M,A), E <= A, hangs(M,S,silent).",
            "acts(M,W,S,E) :- change(M,S,E,_), ask(M,A), E <= A, hangs(M,S,silent), world(W).",
        )],
    },
    Mistake {
        name: "a stay that is extended ends on its first day",
        rules: &[(
            "holds(M,W,T,P,B,E,U) :- touches(M,W,S,P,B), change(M,S,_,stay(P,_)), acts(M,W,T,E), \
             change(M,T,_,prolong(S,U)).",
            "",
        )],
    },
    Mistake {
        name: "a stay lifted for one party is lifted for all",
        rules: &[(
            "touches(M,W,T,P,B), change(M,T,_,lift(P)), acts(M,W,T,E), T > S.",
            "touches(M,W,T,P,_), change(M,T,_,lift(P)), acts(M,W,T,E), T > S.",
        )],
    },
    Mistake {
        name: "who relied on an extension that was taken back is in breach",
        rules: &[("missed(M,W,P,B) :- open(M,W,P,B), not relied(M,W,P,B).", "missed(M,W,P,B) :- open(M,W,P,B).")],
    },
    Mistake {
        name: "a stay through a day ends before it",
        rules: &[("E <= D, D <= U, D < R", "E <= D, D < U, D < R")],
    },
    Mistake {
        name: "of several extensions the first holds",
        rules: &[("moves(M,W,T,P,B,_), alive(M,W,T), T > S.", "moves(M,W,T,P,B,_), alive(M,W,T), T < S.")],
    },
    Mistake {
        name: "a stay erases the miss before it",
        rules: &[(
            "spared(M,W,P,B) :- due(M,W,P,B,D), off(M,W,P,B,D,_), past(M,W,P,B).",
            "spared(M,W,P,B) :- due(M,W,P,B,D), off(M,W,P,B,D,_), past(M,W,P,B). \
             spared(M,W,P,B) :- past(M,W,P,B), now(M,W,P,B,stayed).",
        )],
    },
    Mistake {
        name: "what was done while a prohibition was stayed breaks it",
        rules: &[("free(M,W,P,B,D) :- off(M,W,P,B,D,_).", "free(M,W,P,B,D) :- off(M,W,P,B,D,lifted).")],
    },
    Mistake {
        name: "a duty changed on an open condition is always undetermined",
        rules: &[(
            "verdict(M,P,B,K) :- in_world(M,0,P,B,K), in_world(M,1,P,B,K).",
            "open_condition(M,P,B) :- hangs(M,S,silent), reach(M,S,B), change(M,S,_,to(P,_)). \
             verdict(M,P,B,K) :- in_world(M,0,P,B,K), in_world(M,1,P,B,K), not open_condition(M,P,B). \
             verdict(M,P,B,undetermined) :- in_world(M,0,P,B,K), open_condition(M,P,B).",
        )],
    },
];

pub const OF_COURSES: &[Mistake] = &[
    Mistake {
        name: "a report that comes late pays for the next day",
        rules: &[("behind(M,K,D) :- within(M,K,D),", "behind(M,K,D) :- D < 0, within(M,K,D),")],
    },
    Mistake {
        name: "a report of the due day belongs to the next",
        rules: &[("instance(M,K,U), O < D, D <= U.", "instance(M,K,U), O <= D, D < U.")],
    },
    Mistake {
        name: "what comes after the last day pays for nothing",
        rules: &[(
            "verdict(M,report,K,late) :- listed(M,K), late_at_last(M,K).",
            "verdict(M,report,K,breached) :- listed(M,K), late_at_last(M,K).",
        )],
    },
    Mistake {
        name: "the allowed number of pages is one too many",
        rules: &[("D <= U, N != silent, N > L.", "D <= U, N != silent, N >= L.")],
    },
    Mistake {
        name: "a paper in time is in order, however long",
        rules: &[(
            "excess(M) :- must(M,L,_), letter_known(M,_,N), N != silent, N > L.",
            "excess(M) :- must(M,L,_), letter_known(M,_,N), N != silent, N > L, L < 0.",
        )],
    },
    Mistake {
        name: "a limit goes on after the permission ended",
        rules: &[
            (
                "too_long(M) :- may(M,L,U), brief_known(M,D,N), D <= U,",
                "too_long(M) :- may(M,L,U), brief_known(M,D,N),",
            ),
            ("verdict(M,brief,0,breached) :- too_long(M), used(M).", "verdict(M,brief,0,breached) :- too_long(M)."),
        ],
    },
    Mistake {
        name: "a hearing that was moved stands on its first day",
        rules: &[(
            "later(M,H,E) :- moved(M,H,E,_), moved(M,H,F,_), F > E.",
            "later(M,H,E) :- moved(M,H,E,_), moved(M,H,F,_), F < E.",
        )],
    },
    Mistake {
        name: "a hearing that is set anew must be attended again",
        rules: &[(
            "moved(M,H,E,D) :- reset(M,H,E,D), ask(M,A), E <= A.",
            "moved(M,H,E,D) :- reset(M,H,E,D), ask(M,A), E <= A. moved(M,H,E,D) :- set(M,H,E,D), ask(M,A), E <= A.",
        )],
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
