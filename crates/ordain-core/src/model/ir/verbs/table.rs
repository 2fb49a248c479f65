//! The closed table of verbs: which do the same work, which are near one
//! another, which undo one another.

use crate::model::ir::ids::VerbId;

/// Verbs of one family do the same work: to submit is to file. Each is called
/// by the first of its verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbFamily {
    File,
    Produce,
    Serve,
    Complete,
    Certify,
    Withhold,
    Redact,
    Log,
    Respond,
    Reply,
    Oppose,
    Move,
    Request,
    Notify,
    Report,
    State,
    Confer,
    Appear,
    Preserve,
    Destroy,
    Pay,
    Post,
    Use,
    Copy,
    Distribute,
    Send,
    Place,
    Exchange,
    Review,
    Search,
    Return,
    Register,
    Include,
    Join,
    Remove,
    Dismiss,
    Reopen,
    Unseal,
    Seal,
    Depose,
    Inspect,
    Suspend,
    Take,
    Comply,
    Cooperate,
    Elect,
    Offer,
    Approve,
    Decline,
    Agree,
    Negotiate,
    Begin,
    ShowCause,
    Sign,
    Enter,
    Grant,
    Deny,
    Rule,
    Quash,
    Appeal,
    Affirm,
    Reverse,
    Remand,
    Hold,
    Open,
    Transfer,
    Facilitate,
    Ensure,
    Implement,
    Enforce,
    Exclude,
    Enroll,
    Resolve,
    Sever,
    Call,
    Receive,
    Permit,
    Continue,
    Contend,
    BePrepared,
    Make,
    Raise,
    Prepare,
    Substitute,
    Travel,
    Proceed,
    Participate,
    Engage,
    Obtain,
    Schedule,
    Select,
    Present,
    Correct,
    Testify,
    Surrender,
    Vacate,
    Refrain,
    Reside,
    Pursue,
    Release,
    Verify,
    Acknowledge,
    Waive,
    Calculate,
    Supplement,
    Translate,
    Interview,
    Mediate,
    Hear,
    Bring,
    Give,
    Repair,
    Install,
    Monitor,
    Train,
    Sell,
    Mark,
    Consider,
    Separate,
    /// A verb of the matter's own is a family by itself.
    Own(VerbId),
}

impl VerbFamily {
    /// Acts of it are shown by records: that somebody was prepared no record shows, nor that nobody was.
    #[must_use]
    pub const fn leaves_a_record(self) -> bool {
        !matches!(self, Self::BePrepared)
    }

    /// Something goes to somebody: `give Acme notice`, `serve Acme with report`.
    pub const fn gives(self) -> bool {
        matches!(
            self,
            Self::File
                | Self::Give
                | Self::Offer
                | Self::Pay
                | Self::Present
                | Self::Produce
                | Self::Return
                | Self::Send
                | Self::Serve
                | Self::Surrender
        )
    }

    /// An act that is done to nothing: parties confer, appear, cooperate.
    #[must_use]
    pub const fn is_whole_without_a_thing(self) -> bool {
        matches!(
            self,
            Self::Confer
                | Self::Appear
                | Self::Cooperate
                | Self::Comply
                | Self::Negotiate
                | Self::Mediate
                | Self::Participate
                | Self::Proceed
                | Self::Reside
                | Self::Testify
                | Self::Travel
        )
    }

    /// What it asks lasts: `preserve records until D` ends on D, and `file answer until D` is done by D.
    #[must_use]
    pub const fn lasts(self) -> bool {
        matches!(
            self,
            Self::Preserve
                | Self::Withhold
                | Self::Use
                | Self::Post
                | Self::Place
                | Self::Confer
                | Self::Appear
                | Self::Report
                | Self::Include
                | Self::Exclude
                | Self::Suspend
                | Self::Seal
                | Self::Comply
                | Self::Cooperate
                | Self::Negotiate
                | Self::Mediate
                | Self::Hold
                | Self::Open
                | Self::Facilitate
                | Self::Ensure
                | Self::Implement
                | Self::Enforce
                | Self::Enroll
                | Self::Permit
                | Self::Continue
                | Self::BePrepared
                | Self::Travel
                | Self::Proceed
                | Self::Participate
                | Self::Engage
                | Self::Refrain
                | Self::Reside
                | Self::Pursue
                | Self::Monitor
                | Self::Train
                | Self::Separate
                | Self::Own(_)
        )
    }
}

/// A verb as the table has it: lemma, past (empty: by rule), participle (empty: as the past), noun.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Each row is a family; a family of one is most rows.
pub(crate) const TABLE: &[(VerbFamily, &[Row])] = &[
    (
        VerbFamily::File,
        &[("file", "", "", "filing"), ("submit", "submitted", "", "submission"), ("lodge", "", "", "lodging")],
    ),
    (
        VerbFamily::Produce,
        &[
            ("produce", "", "", "production"),
            ("provide", "", "", "provision"),
            ("disclose", "", "", "disclosure"),
            ("make available", "made available", "", ""),
            ("turn over", "turned over", "", ""),
            ("furnish", "", "", ""),
            ("supply", "supplied", "", ""),
        ],
    ),
    (
        VerbFamily::Serve,
        &[
            ("serve", "", "", "service"),
            ("deliver", "", "", "delivery"),
            ("cause to be served", "caused to be served", "", ""),
        ],
    ),
    (
        VerbFamily::Complete,
        &[
            ("complete", "", "", "completion"),
            ("finish", "", "", ""),
            ("finalize", "", "", ""),
            ("conclude", "", "", ""),
        ],
    ),
    (VerbFamily::Certify, &[("certify", "certified", "", "certification")]),
    (VerbFamily::Withhold, &[("withhold", "withheld", "", "withholding")]),
    (VerbFamily::Redact, &[("redact", "", "", "redaction")]),
    (VerbFamily::Log, &[("log", "logged", "", "logging"), ("list", "", "", "listing")]),
    (VerbFamily::Respond, &[("respond", "", "", "response"), ("answer", "", "", ""), ("plead", "", "", "")]),
    (VerbFamily::Reply, &[("reply", "replied", "", "")]),
    (VerbFamily::Oppose, &[("oppose", "", "", "opposition"), ("object", "", "", "objection")]),
    (VerbFamily::Move, &[("move", "", "", "motion")]),
    (
        VerbFamily::Request,
        &[
            ("request", "", "", "request"),
            ("ask", "", "", ""),
            ("apply", "applied", "", "application"),
            ("seek", "sought", "", ""),
        ],
    ),
    (
        VerbFamily::Notify,
        &[
            ("notify", "notified", "", "notification"),
            ("inform", "", "", ""),
            ("advise", "", "", ""),
            ("tell", "told", "", ""),
        ],
    ),
    (VerbFamily::Report, &[("report", "", "", "reporting"), ("update", "", "", "")]),
    (
        VerbFamily::State,
        &[
            ("state", "", "", ""),
            ("explain", "", "", ""),
            ("identify", "identified", "", "identification"),
            ("describe", "", "", ""),
        ],
    ),
    (
        VerbFamily::Confer,
        &[
            ("confer", "conferred", "", "conference"),
            ("meet and confer", "met and conferred", "", ""),
            ("meet", "met", "", "meeting"),
            ("consult", "", "", "consultation"),
        ],
    ),
    (VerbFamily::Appear, &[("appear", "", "", "appearance"), ("attend", "", "", "attendance")]),
    (
        VerbFamily::Preserve,
        &[("preserve", "", "", "preservation"), ("retain", "", "", "retention"), ("maintain", "", "", "")],
    ),
    (
        VerbFamily::Destroy,
        &[("destroy", "", "", "destruction"), ("delete", "", "", "deletion"), ("shred", "shredded", "", "")],
    ),
    (
        VerbFamily::Pay,
        &[
            ("pay", "paid", "", "payment"),
            ("deposit", "", "", ""),
            ("remit", "remitted", "", ""),
            ("reimburse", "", "", "reimbursement"),
            ("refund", "", "", ""),
        ],
    ),
    (VerbFamily::Post, &[("post", "", "", "posting"), ("upload", "", "", "uploading")]),
    (VerbFamily::Use, &[("use", "", "", "use"), ("attempt to use", "attempted to use", "", "")]),
    (VerbFamily::Copy, &[("copy", "copied", "", "copying"), ("duplicate", "", "", "duplication")]),
    (
        VerbFamily::Distribute,
        &[
            ("distribute", "", "", "distribution"),
            ("disseminate", "", "", ""),
            ("circulate", "", "", "circulation"),
            ("publish", "", "", "publication"),
        ],
    ),
    (
        VerbFamily::Send,
        &[
            ("send", "sent", "", ""),
            ("transmit", "transmitted", "", "transmission"),
            ("forward", "", "", ""),
            ("mail", "", "", "mailing"),
            ("email", "emailed", "", ""),
            ("fax", "faxed", "", ""),
        ],
    ),
    (VerbFamily::Place, &[("place", "", "", "placement")]),
    (VerbFamily::Exchange, &[("exchange", "", "", "exchange")]),
    (VerbFamily::Review, &[("review", "", "", "review")]),
    (VerbFamily::Search, &[("search", "", "", "search"), ("collect", "", "", "collection")]),
    (VerbFamily::Return, &[("return", "", "", "")]),
    (VerbFamily::Register, &[("register", "", "", "registration")]),
    (VerbFamily::Include, &[("include", "", "", ""), ("attach", "", "", "")]),
    (VerbFamily::Join, &[("join", "", "", "joinder"), ("add", "", "", ""), ("amend", "", "", "amendment")]),
    (VerbFamily::Remove, &[("remove", "", "", "removal"), ("withdraw", "withdrew", "withdrawn", "withdrawal")]),
    (
        VerbFamily::Dismiss,
        &[("dismiss", "", "", "dismissal"), ("terminate", "", "", "termination"), ("close", "", "", "")],
    ),
    (VerbFamily::Reopen, &[("reopen", "", "", "reopening"), ("restore", "", "", "restoration")]),
    (VerbFamily::Unseal, &[("unseal", "", "", "unsealing")]),
    (VerbFamily::Seal, &[("seal", "", "", "")]),
    (VerbFamily::Depose, &[("depose", "", "", "deposition"), ("examine", "", "", "examination")]),
    (VerbFamily::Inspect, &[("inspect", "", "", "inspection")]),
    (VerbFamily::Suspend, &[("suspend", "", "", "suspension"), ("stop", "stopped", "", ""), ("cease", "", "", "")]),
    (VerbFamily::Take, &[("take", "took", "taken", "")]),
    (
        VerbFamily::Comply,
        &[("comply", "complied", "", "compliance"), ("abide", "", "", ""), ("adhere", "", "", "adherence")],
    ),
    (VerbFamily::Cooperate, &[("cooperate", "", "", ""), ("coordinate", "", "", "coordination")]),
    (VerbFamily::Elect, &[("elect", "", "", "election"), ("choose", "chose", "chosen", "")]),
    (VerbFamily::Offer, &[("offer", "", "", "offer"), ("propose", "", "", "proposal")]),
    (VerbFamily::Approve, &[("approve", "", "", "approval")]),
    (VerbFamily::Decline, &[("decline", "", "", ""), ("refuse", "", "", "refusal"), ("reject", "", "", "")]),
    (VerbFamily::Agree, &[("agree", "", "", "agreement"), ("stipulate", "", "", "")]),
    (VerbFamily::Negotiate, &[("negotiate", "", "", "negotiation"), ("discuss", "", "", "")]),
    (
        VerbFamily::Begin,
        &[
            ("begin", "began", "begun", ""),
            ("initiate", "", "", ""),
            ("start", "", "", ""),
            ("commence", "", "", "commencement"),
        ],
    ),
    (VerbFamily::ShowCause, &[("show cause", "showed cause", "shown cause", "")]),
    (VerbFamily::Sign, &[("sign", "", "", "signature"), ("execute", "", "", "")]),
    (VerbFamily::Enter, &[("enter", "", "", "entry"), ("issue", "", "", "issuance")]),
    (VerbFamily::Grant, &[("grant", "", "", "")]),
    (VerbFamily::Deny, &[("deny", "denied", "", "denial")]),
    (VerbFamily::Rule, &[("rule", "", "", "ruling"), ("decide", "", "", "decision")]),
    (VerbFamily::Quash, &[("quash", "", "", "")]),
    (VerbFamily::Appeal, &[("appeal", "", "", "appeal")]),
    (VerbFamily::Affirm, &[("affirm", "", "", "affirmance"), ("uphold", "upheld", "", "")]),
    (VerbFamily::Reverse, &[("reverse", "", "", "reversal")]),
    (VerbFamily::Remand, &[("remand", "", "", "remand")]),
    (VerbFamily::Hold, &[("hold", "held", "", "hearing"), ("conduct", "", "", "")]),
    (VerbFamily::Open, &[("open", "", "", "")]),
    (VerbFamily::Transfer, &[("transfer", "transferred", "", "transfer")]),
    (VerbFamily::Facilitate, &[("facilitate", "", "", ""), ("encourage", "", "", "")]),
    (VerbFamily::Ensure, &[("ensure", "", "", "")]),
    (VerbFamily::Implement, &[("implement", "", "", "implementation")]),
    (VerbFamily::Enforce, &[("enforce", "", "", "enforcement"), ("compel", "compelled", "", "")]),
    (VerbFamily::Exclude, &[("exclude", "", "", "exclusion")]),
    (VerbFamily::Enroll, &[("enroll", "enrolled", "", "enrollment")]),
    (VerbFamily::Resolve, &[("resolve", "", "", "resolution"), ("settle", "", "", "settlement")]),
    (VerbFamily::Sever, &[("sever", "severed", "", "")]),
    (
        VerbFamily::Call,
        &[
            ("call", "", "", ""),
            ("contact", "", "", ""),
            ("communicate", "", "", ""),
            ("speak", "spoke", "spoken", ""),
            ("write", "wrote", "written", ""),
        ],
    ),
    (VerbFamily::Receive, &[("receive", "", "", "receipt"), ("discover", "", "", "discovery")]),
    (VerbFamily::Permit, &[("permit", "permitted", "", ""), ("allow", "", "", "")]),
    (
        VerbFamily::Continue,
        &[("continue", "", "", ""), ("extend", "", "", "extension"), ("modify", "modified", "", "modification")],
    ),
    (VerbFamily::Contend, &[("contend", "", "", "")]),
    (
        VerbFamily::BePrepared,
        &[
            ("be prepared to", "prepared to", "", ""),
            ("be ready to", "ready to", "", ""),
            ("be available to", "available to", "", ""),
        ],
    ),
    (VerbFamily::Make, &[("make", "made", "", "")]),
    (VerbFamily::Raise, &[("raise", "", "", ""), ("assert", "", "", "")]),
    (VerbFamily::Prepare, &[("prepare", "", "", "preparation"), ("draft", "", "", "")]),
    (VerbFamily::Substitute, &[("substitute", "", "", "substitution"), ("replace", "", "", "replacement")]),
    (VerbFamily::Travel, &[("travel", "", "", "")]),
    (VerbFamily::Proceed, &[("proceed", "", "", "")]),
    (
        VerbFamily::Participate,
        &[
            ("participate", "", "", "participation"),
            ("take part", "took part", "taken part", ""),
            ("engage in", "engaged in", "", ""),
        ],
    ),
    (VerbFamily::Engage, &[("engage", "", "", "engagement"), ("hire", "", "", "")]),
    (
        VerbFamily::Obtain,
        &[
            ("obtain", "", "", ""),
            ("secure", "", "", ""),
            ("procure", "", "", "procurement"),
            ("acquire", "", "", "acquisition"),
        ],
    ),
    (VerbFamily::Schedule, &[("schedule", "", "", "scheduling"), ("arrange", "", "", "arrangement")]),
    (
        VerbFamily::Select,
        &[
            ("select", "", "", "selection"),
            ("designate", "", "", "designation"),
            ("nominate", "", "", "nomination"),
            ("appoint", "", "", "appointment"),
            ("name", "", "", ""),
        ],
    ),
    (VerbFamily::Present, &[("present", "", "", "presentation"), ("tender", "", "", "")]),
    (
        VerbFamily::Correct,
        &[
            ("correct", "", "", "correction"),
            ("cure", "", "", ""),
            ("remedy", "remedied", "", ""),
            ("revise", "", "", "revision"),
        ],
    ),
    (VerbFamily::Testify, &[("testify", "testified", "", "testimony")]),
    (VerbFamily::Surrender, &[("surrender", "", "", ""), ("hand over", "handed over", "", "")]),
    (VerbFamily::Vacate, &[("vacate", "", "", ""), ("leave", "left", "", "")]),
    (VerbFamily::Refrain, &[("refrain", "", "", "")]),
    (VerbFamily::Reside, &[("reside", "", "", "residence"), ("live", "", "", "")]),
    (VerbFamily::Pursue, &[("pursue", "", "", "pursuit")]),
    (VerbFamily::Release, &[("release", "", "", "")]),
    (VerbFamily::Verify, &[("verify", "verified", "", "verification"), ("confirm", "", "", "confirmation")]),
    (VerbFamily::Acknowledge, &[("acknowledge", "", "", "acknowledgment")]),
    (VerbFamily::Waive, &[("waive", "", "", "waiver")]),
    (VerbFamily::Calculate, &[("calculate", "", "", ""), ("compute", "", "", "computation")]),
    (VerbFamily::Supplement, &[("supplement", "", "", "supplementation")]),
    (VerbFamily::Translate, &[("translate", "", "", "translation")]),
    (VerbFamily::Interview, &[("interview", "", "", "")]),
    (VerbFamily::Mediate, &[("mediate", "", "", "")]),
    (VerbFamily::Hear, &[("hear", "heard", "", "")]),
    (VerbFamily::Bring, &[("bring", "brought", "", "")]),
    (VerbFamily::Give, &[("give", "gave", "given", "")]),
    (VerbFamily::Repair, &[("repair", "", "", "")]),
    (VerbFamily::Install, &[("install", "", "", "installation")]),
    (VerbFamily::Monitor, &[("monitor", "", "", "monitoring")]),
    (VerbFamily::Train, &[("train", "", "", "training")]),
    (VerbFamily::Sell, &[("sell", "sold", "", "sale")]),
    (VerbFamily::Mark, &[("mark", "", "", ""), ("label", "", "", "")]),
    (VerbFamily::Consider, &[("consider", "", "", "consideration")]),
    (VerbFamily::Separate, &[("segregate", "", "", "segregation"), ("sequester", "", "", "sequestration")]),
];

/// Families whose acts are near one another: an act of one does not perform a
/// duty of the other, but a person should look.
pub(crate) const NEAR: &[(VerbFamily, VerbFamily)] = &[
    (VerbFamily::File, VerbFamily::Serve),
    (VerbFamily::File, VerbFamily::Produce),
    (VerbFamily::Produce, VerbFamily::Serve),
    (VerbFamily::Produce, VerbFamily::Send),
    (VerbFamily::Serve, VerbFamily::Send),
    (VerbFamily::File, VerbFamily::Send),
    (VerbFamily::Complete, VerbFamily::Certify),
    (VerbFamily::Notify, VerbFamily::Report),
    (VerbFamily::Notify, VerbFamily::State),
    (VerbFamily::Notify, VerbFamily::File),
    (VerbFamily::Report, VerbFamily::File),
    (VerbFamily::Respond, VerbFamily::File),
    (VerbFamily::Reply, VerbFamily::File),
    (VerbFamily::Oppose, VerbFamily::File),
    (VerbFamily::Move, VerbFamily::File),
    (VerbFamily::Request, VerbFamily::Move),
    (VerbFamily::Log, VerbFamily::Produce),
    (VerbFamily::Grant, VerbFamily::Rule),
    (VerbFamily::Deny, VerbFamily::Rule),
    (VerbFamily::Make, VerbFamily::File),
    (VerbFamily::Make, VerbFamily::Serve),
    (VerbFamily::Make, VerbFamily::Produce),
    (VerbFamily::Make, VerbFamily::Send),
    (VerbFamily::Prepare, VerbFamily::File),
    (VerbFamily::Prepare, VerbFamily::Serve),
    (VerbFamily::Raise, VerbFamily::File),
    (VerbFamily::Raise, VerbFamily::Notify),
    (VerbFamily::Give, VerbFamily::Serve),
    (VerbFamily::Give, VerbFamily::Send),
    (VerbFamily::Give, VerbFamily::Produce),
    (VerbFamily::Select, VerbFamily::Notify),
    (VerbFamily::Correct, VerbFamily::File),
    (VerbFamily::Supplement, VerbFamily::Serve),
    (VerbFamily::Supplement, VerbFamily::Produce),
    (VerbFamily::Supplement, VerbFamily::File),
    (VerbFamily::Participate, VerbFamily::Appear),
    (VerbFamily::Mediate, VerbFamily::Hold),
    (VerbFamily::Substitute, VerbFamily::Join),
    (VerbFamily::Vacate, VerbFamily::Surrender),
    (VerbFamily::Return, VerbFamily::Send),
    (VerbFamily::Return, VerbFamily::Serve),
    (VerbFamily::Return, VerbFamily::Produce),
    (VerbFamily::Return, VerbFamily::Surrender),
    (VerbFamily::Surrender, VerbFamily::Send),
    (VerbFamily::Surrender, VerbFamily::Serve),
    (VerbFamily::Surrender, VerbFamily::Produce),
    (VerbFamily::Pay, VerbFamily::Send),
    (VerbFamily::Pay, VerbFamily::Give),
    (VerbFamily::Pay, VerbFamily::Present),
    (VerbFamily::Post, VerbFamily::Pay),
    (VerbFamily::Post, VerbFamily::File),
    (VerbFamily::Exchange, VerbFamily::Serve),
    (VerbFamily::Exchange, VerbFamily::Produce),
    (VerbFamily::Exchange, VerbFamily::Send),
    (VerbFamily::Select, VerbFamily::Produce),
    (VerbFamily::Select, VerbFamily::Serve),
    (VerbFamily::State, VerbFamily::Produce),
    (VerbFamily::Engage, VerbFamily::Preserve),
    (VerbFamily::Engage, VerbFamily::Obtain),
    (VerbFamily::Obtain, VerbFamily::Preserve),
    (VerbFamily::Depose, VerbFamily::Interview),
    (VerbFamily::Inspect, VerbFamily::Review),
    (VerbFamily::Confer, VerbFamily::Call),
    (VerbFamily::Confer, VerbFamily::Negotiate),
    (VerbFamily::Notify, VerbFamily::Call),
    (VerbFamily::Call, VerbFamily::Send),
    (VerbFamily::Produce, VerbFamily::Distribute),
    (VerbFamily::Distribute, VerbFamily::Send),
    (VerbFamily::Transfer, VerbFamily::Sell),
    (VerbFamily::Transfer, VerbFamily::Give),
    (VerbFamily::Sell, VerbFamily::Give),
    (VerbFamily::Notify, VerbFamily::Send),
    (VerbFamily::Appeal, VerbFamily::File),
];

/// What undoes what a continuing duty asks: who destroys has not preserved.
pub(crate) const CONTRARY: &[(VerbFamily, VerbFamily)] = &[(VerbFamily::Preserve, VerbFamily::Destroy)];

/// Of the verbs by which somebody pays, those by which what was spent is paid back.
pub(super) const REPAYING: &[&str] = &["reimburse", "refund"];
