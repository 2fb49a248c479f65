//! Matters that once took more than their share: of each kind one of any size. The test `growth` counts the steps, and
//! the bench `growth` times them.

/// One kind of matter.
pub struct Curve {
    pub name: &'static str,
    /// The size to begin with.
    pub n: usize,
    /// The order and the facts of a size.
    pub build: fn(usize) -> (String, String),
}

const HEAD: &str =
    "matter \"Hale v. Birch\"\n  court N.D. Cal.\nparty Tenants\n  members Hale\nparty Owners\n  members Birch\n";
const ORDER: &str = "order Case \"Case order\", entered October 19, 2023\n";
const COMPLETE: &str = "the record is complete through April 5, 2024 for filings by Owners\n";

fn each(n: usize, line: impl Fn(usize) -> String) -> String {
    (1..=n).map(line).collect()
}

pub const CURVES: &[Curve] = &[
    Curve {
        name: "payments",
        n: 60,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must pay $500 to Tenants by December 1, 2023\n"));
            let paid = each(n, |k| format!("on November 1, 2023 Owners paid $5 to Tenants\n  source Dkt. {k}\n"));
            (format!("{HEAD}{ORDER}{duties}"), COMPLETE.to_owned() + &paid)
        },
    },
    Curve {
        name: "prohibitions and acts",
        n: 360,
        build: |n| {
            let duties =
                each(n, |k| format!("¶ {k}  Owners must not publish \"list {}\" until further order\n", k % 7));
            let acts =
                each(n, |k| format!("on November 1, 2023 Owners published \"list {}\"\n  source Dkt. {k}\n", k % 7));
            (format!("{HEAD}{ORDER}{duties}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "prohibitions, each broken by one act",
        n: 520,
        build: |n| {
            let duties = each(n, |k| {
                format!("¶ {k}  Owners must not publish \"list of house {}\" until further order\n", word(k))
            });
            let acts = each(n, |k| {
                format!("on November 1, 2023 Owners published \"list of house {}\"\n  source Dkt. {k}\n", word(k))
            });
            (format!("{HEAD}{ORDER}{duties}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "answers, each to a paper of its own",
        n: 360,
        build: |n| {
            let papers = each(n, |k| format!("document Ledger{k}\n"));
            let duties = each(n, |k| format!("¶ {k}  Owners must file opposition to Ledger{k} by December 1, 2023\n"));
            let acts =
                each(n, |k| format!("on November 1, 2023 Owners filed opposition to Ledger{k}\n  source Dkt. {k}\n"));
            (format!("{HEAD}{papers}{ORDER}{duties}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "last days of a later order, each of a duty of its own",
        n: 360,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must file \"lease {}\" by December 1, 2023\n", word(k)));
            let later = each(n, |k| format!("¶ {k}  any \"lease {}\" is due by December 8, 2023\n", word(k)));
            let second = "order Second, entered November 20, 2023\n";
            (format!("{HEAD}{ORDER}{duties}{second}{later}"), COMPLETE.to_owned())
        },
    },
    Curve {
        name: "papers filed before the order that asks for them",
        n: 520,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must file \"lease {}\" by December 1, 2023\n", word(k)));
            let later = each(n, |k| format!("¶ {k}  Owners must file \"roll {}\" by December 8, 2023\n", word(k)));
            let acts =
                each(n, |k| format!("on November 1, 2023 Owners filed \"roll {}\"\n  source Dkt. {k}\n", word(k)));
            let second = "order Second, entered November 20, 2023\n";
            (format!("{HEAD}{ORDER}{duties}{second}{later}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "unknown names",
        n: 520,
        build: |n| {
            let declared = each(n, |k| format!("document Deed{k}\n"));
            let duties = each(n, |k| format!("¶ {k}  Owners must file Deedx{k} by December 1, 2023\n"));
            (format!("{HEAD}{declared}{ORDER}{duties}"), String::new())
        },
    },
    Curve {
        name: "paragraphs",
        n: 120,
        build: |n| {
            (format!("{HEAD}{ORDER}{}", each(n, |k| format!("¶ {}  Owners may file reply\n", 9990 + k))), String::new())
        },
    },
    Curve {
        name: "a chain of breaches",
        n: 60,
        build: |n| {
            let chain = each(n, |k| {
                format!("¶ {}  Owners must file \"paper {k}\" by December 1, 2023 if ¶ {k} is breached\n", k + 1)
            });
            let first = "¶ 1  Owners must file answer by December 1, 2023\n";
            (format!("{HEAD}{ORDER}{first}{chain}"), COMPLETE.to_owned())
        },
    },
    Curve {
        name: "ligatures",
        n: 1000,
        build: |n| {
            let one = format!("¶ 1  Owners must file {} by December 1, 2023\n", "\u{FB01}".repeat(n));
            (format!("{HEAD}{ORDER}{one}"), String::new())
        },
    },
    Curve {
        name: "orders that extend all deadlines",
        n: 40,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must file \"paper {k}\" by December 1, 2023\n"));
            let orders =
                each(60, |k| format!("order More{k}, entered October 20, 2023\n¶ 1  extends all deadlines by 1 day\n"));
            (format!("{HEAD}{ORDER}{duties}{orders}"), COMPLETE.to_owned())
        },
    },
    Curve {
        name: "distinct papers in quotation marks",
        n: 520,
        build: |n| {
            let duties =
                each(n, |k| format!("¶ {k}  Owners must file \"lease of house {}\" by December 1, 2023\n", word(k)));
            let acts = each(n, |k| {
                format!("on November 1, 2023 Owners filed \"rent of house {}\"\n  source Dkt. {k}\n", word(k))
            });
            (format!("{HEAD}{ORDER}{duties}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "acts that perform one duty",
        n: 200,
        build: |n| {
            let acts = each(n, |k| {
                format!("on November {}, 2023 Owners filed \"rent roll\"\n  source Dkt. {k}\n", k % 28 + 1)
            });
            let duty = "¶ 1  Owners must file \"rent roll\" by December 1, 2023\n";
            (format!("{HEAD}{ORDER}{duty}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "orders that extend one paragraph",
        n: 100,
        build: |n| {
            let orders = each(n, |k| {
                let (day, month) = (k % 28 + 1, ["October", "November"][k / 28 % 2]);
                format!("order More{k}, entered {month} {day}, 2023\n¶ 1  extends Case ¶ 1 by 1 day\n")
            });
            let duty = "¶ 1  Owners must file answer by December 1, 2023\n";
            (format!("{HEAD}{ORDER}{duty}{orders}"), COMPLETE.to_owned())
        },
    },
    Curve {
        name: "orders, each with a duty that is performed",
        n: 520,
        build: |n| {
            let orders = each(n, |k| {
                format!(
                    "document Ledger{k}\norder Sheet{k}, entered October 20, 2023\n\
                     ¶ 1  Owners must file Ledger{k} by December 1, 2023\n"
                )
            });
            let acts = each(n, |k| format!("on November 1, 2023 Owners filed Ledger{k}\n  source Dkt. {k}\n"));
            (format!("{HEAD}{orders}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "bearers, each with an act of its own",
        n: 60,
        build: |n| {
            let parties = each(n, |k| format!("party Lessee{k}\n  members Lee{k}\n"));
            let duties = each(n, |k| format!("¶ {k}  Lessee{k} must file answer by December 1, 2023\n"));
            let acts = each(n, |k| format!("on November 1, 2023 Lessee{k} filed answer\n  source Dkt. {k}\n"));
            (format!("{HEAD}{parties}{ORDER}{duties}"), COMPLETE.to_owned() + &acts)
        },
    },
    Curve {
        name: "stays, each of one paragraph",
        n: 60,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must file \"paper {k}\" by December 1, 2023\n"));
            let stays = each(n, |k| format!("order Stay{k}, entered October 20, 2023\n¶ 1  stays Case ¶ {k}\n"));
            (format!("{HEAD}{ORDER}{duties}{stays}"), COMPLETE.to_owned())
        },
    },
    Curve {
        name: "excuses, each for one paragraph",
        n: 60,
        build: |n| {
            let duties = each(n, |k| format!("¶ {k}  Owners must file \"paper {k}\" by December 1, 2023\n"));
            let excuses = each(n, |k| {
                format!("Owners argued \"short of staff {k}\" as an excuse for ¶ {k}\n  source Dkt. {k}\n")
            });
            (format!("{HEAD}{ORDER}{duties}"), COMPLETE.to_owned() + &excuses)
        },
    },
    Curve {
        name: "members of a side",
        n: 100,
        build: |n| {
            let members = (1..=n).map(|k| format!("Tenant{k}")).collect::<Vec<_>>().join(", ");
            let head = format!("{HEAD}party Lessees\n  members {members}\n{ORDER}");
            (format!("{head}¶ 1  each of {members} must file answer by December 1, 2023\n"), COMPLETE.to_owned())
        },
    },
];

/// A word without figures: what differs by its numbers alone is never compared.
fn word(mut n: usize) -> String {
    let mut out = String::new();
    while n > 0 {
        out.insert(0, char::from(b'a' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
    }
    out
}
