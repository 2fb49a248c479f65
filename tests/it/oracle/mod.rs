//! A second opinion: a few thousand generated matters are also read by small
//! answer-set programs, and every verdict must agree. They run where `clingo` is
//! installed (`pip install clingo`) and say so where it is not.
//! `ORDAIN_ORACLE=20000` tries that many matters of each family.
//!
//! | family | what its matters have |
//! |---|---|
//! | [`matter`], `reading.lp` | duties and prohibitions, extensions, stays, vacaturs, denials, views, `known on` |
//! | [`parties`], `parties.lp` | duties of several, orders that reach some of them, stays extended, chains, conditions |
//! | [`courses`], `courses.lp` | duties that recur, papers of limited length, hearings with several settings |

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that runs a program"
)]

mod courses;
mod dice;
mod matter;
mod mistakes;
mod parties;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use dice::day;
use mistakes::Mistake;
use ordain_base::diag::Severity;
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::Kind;

/// A generated matter, written as a lawyer would and as facts of an answer-set program.
trait Drawn: Sized {
    /// The matter of this number: the same on every machine.
    fn generate(number: u64) -> Self;
    fn as_of(&self) -> u64;
    fn known_on(&self) -> u64 {
        self.as_of()
    }
    /// Whose views of the facts are compared.
    const VIEWS: Views = Views::One(View::Court);
    fn orders(&self) -> String;
    fn record(&self) -> String;
    /// The same as atoms of matter `m`.
    fn atoms(&self, m: usize) -> String;
    /// What the report says: the arguments of `verdict` between the matter and the verdict, and the verdict.
    fn verdicts(report: &Report) -> Vec<(String, String)>;
}

/// Matter and what is judged, and the verdict.
type Answers = BTreeMap<(usize, String), String>;

/// Enough for each seeded mistake to show.
const FOR_MISTAKES: usize = 800;

#[test]
fn orders_of_one_party_are_read_the_same() {
    let kinds = [
        Kind::Waiting,
        Kind::Pending,
        Kind::Met,
        Kind::Late,
        Kind::Breached,
        Kind::Undetermined,
        Kind::Stayed,
        Kind::Lifted,
        Kind::Kept,
    ];
    read_the_same::<matter::Matter>("orders", matter::READING, 2500, &kinds);
}

#[test]
fn orders_that_reach_some_parties_are_read_the_same() {
    let kinds = [Kind::Pending, Kind::Met, Kind::Late, Kind::Breached, Kind::Undetermined, Kind::Stayed, Kind::Lifted];
    read_the_same::<parties::Matter>("parties", parties::READING, 1800, &kinds);
}

#[test]
fn what_comes_in_a_course_of_time_is_read_the_same() {
    let kinds = [Kind::Pending, Kind::Met, Kind::Late, Kind::Breached, Kind::Undetermined, Kind::Used, Kind::Expired];
    read_the_same::<courses::Matter>("courses", courses::READING, 900, &kinds);
}

#[test]
fn every_mistake_about_orders_is_found() {
    are_found::<matter::Matter>("orders", matter::READING, mistakes::OF_ORDERS);
}

#[test]
fn every_mistake_about_parties_is_found() {
    are_found::<parties::Matter>("parties", parties::READING, mistakes::OF_PARTIES);
}

#[test]
fn every_mistake_about_courses_of_time_is_found() {
    are_found::<courses::Matter>("courses", courses::READING, mistakes::OF_COURSES);
}

fn read_the_same<M: Drawn>(name: &str, reading: &str, matters: usize, kinds: &[Kind]) {
    let Some(mut clingo) = clingo() else { return skipped() };
    let count = std::env::var("ORDAIN_ORACLE").ok().and_then(|n| n.parse().ok()).unwrap_or(matters);
    let matters = generated::<M>(count);
    let theirs = second(&mut clingo, &matters, reading, name);
    let ours = first(&matters);
    let differ = describe(&matters, &ours, &theirs);
    let found = tally(&ours);
    let report: Vec<String> = found.iter().map(|(k, n)| format!("{k} {:.1} %", share(*n, ours.len()))).collect();
    eprintln!("{name}: {} verdicts of {count} matters: {}", ours.len(), report.join(", "));
    assert!(differ.is_empty(), "the two readings part:\n{differ}");
    for kind in kinds {
        let n = found.get(kind.name()).copied().unwrap_or(0);
        assert!(share(n, ours.len()) >= 5.0, "the generator makes too few `{}`: {n}", kind.name());
    }
}

fn are_found<M: Drawn>(name: &str, reading: &str, mistakes: &[Mistake]) {
    if clingo().is_none() {
        return skipped();
    }
    let matters = generated::<M>(FOR_MISTAKES);
    let ours = first(&matters);
    for (n, mistake) in mistakes.iter().enumerate() {
        let Some(mut clingo) = clingo() else { return };
        let theirs = second(&mut clingo, &matters, &mistake.seeded(reading), &format!("{name}-mistake{n}"));
        let found = parted(&ours, &theirs).count();
        eprintln!("{found} of {} verdicts part: {}", ours.len(), mistake.name);
        assert!(found > 0, "nothing tells this mistake: {}", mistake.name);
    }
}

fn skipped() {
    eprintln!("the second reading is skipped: clingo is not installed (pip install clingo)");
}

fn generated<M: Drawn>(count: usize) -> Vec<M> {
    (0..count).map(|n| M::generate(n as u64)).collect()
}

/// The verdicts that only one reading gives, or both give differently.
fn parted<'a>(ours: &'a Answers, theirs: &'a Answers) -> impl Iterator<Item = &'a (usize, String)> {
    let only = theirs.keys().filter(|k| !ours.contains_key(*k));
    ours.keys().filter(|k| ours.get(*k) != theirs.get(*k)).chain(only)
}

#[expect(clippy::cast_precision_loss, reason = "a share of a few thousand")]
fn share(n: usize, of: usize) -> f64 {
    100.0 * n as f64 / of.max(1) as f64
}

fn tally(answers: &Answers) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for kind in answers.values() {
        *kinds.entry(kind.as_str()).or_default() += 1;
    }
    kinds
}

/// What Ordain says.
fn first<M: Drawn>(matters: &[M]) -> Answers {
    let mut answers = Answers::new();
    for (m, matter) in matters.iter().enumerate() {
        let (as_of, known_on) = (day(matter.as_of()), day(matter.known_on()));
        let options = Options { as_of: AsOf::On(as_of), known_on: Some(known_on), views: M::VIEWS };
        let file = |path: &str, text: String| Text { path: path.to_owned(), bytes: text.into_bytes() };
        let texts = vec![file("a.order", matter.orders()), file("b.facts", matter.record())];
        let report = check(texts, "oracle", &options);
        let wrong: Vec<_> = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
        assert!(!report.incomplete, "the generator writes what parses:\n{}\n{wrong:#?}", shown(matter));
        answers.extend(M::verdicts(&report).into_iter().map(|(key, kind)| ((m, key), kind)));
    }
    answers
}

/// What the answer-set program says, under these rules.
fn second<M: Drawn>(clingo: &mut Command, matters: &[M], reading: &str, name: &str) -> Answers {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let data = folder.join(format!("oracle-{name}.lp"));
    let rules = folder.join(format!("reading-{name}.lp"));
    fs::write(&rules, reading).expect("a file in the build's own folder");
    let text: String = matters.iter().enumerate().map(|(m, matter)| matter.atoms(m)).collect();
    fs::write(&data, text).expect("a file in the build's own folder");
    let output = clingo.arg(&rules).args(["--outf=0", "-V0", "-Wnone"]).arg(&data).output().expect("clingo runs");
    let text = String::from_utf8(output.stdout).expect("text");
    let mut answers = Answers::new();
    for atom in text.split_whitespace().filter_map(|w| w.strip_prefix("verdict(")) {
        let arguments: Vec<&str> = atom.trim_end_matches(')').split(',').collect();
        let [m, of @ .., kind] = arguments.as_slice() else { panic!("an atom of three parts: {atom}") };
        let key = (m.parse().expect("a number"), of.join(","));
        // A sound reading gives one verdict; a mistaken one may give two, which no report does.
        let said = |before: &String| format!("both {before} and {kind}");
        let said = answers.get(&key).map_or_else(|| (*kind).to_owned(), said);
        answers.insert(key, said);
    }
    assert!(!answers.is_empty(), "clingo said nothing: {}", String::from_utf8_lossy(&output.stderr));
    answers
}

/// The program, or the module of Python that is the same.
fn clingo() -> Option<Command> {
    let works = |c: &mut Command| c.arg("--version").output().is_ok_and(|o| o.status.success());
    if works(&mut Command::new("clingo")) {
        return Some(Command::new("clingo"));
    }
    let python = || {
        let mut c = Command::new("python3");
        c.args(["-m", "clingo"]);
        c
    };
    works(&mut python()).then(python)
}

/// How the readings part: of each pair of verdicts how often, and the shortest matter.
fn describe<M: Drawn>(matters: &[M], ours: &Answers, theirs: &Answers) -> String {
    let said = |answers: &Answers, key| answers.get(key).cloned().unwrap_or_else(|| "nothing".to_owned());
    let mut pairs: BTreeMap<String, Vec<&(usize, String)>> = BTreeMap::new();
    for key in parted(ours, theirs) {
        let pair = format!("Ordain says {}, the second reading {}", said(ours, key), said(theirs, key));
        pairs.entry(pair).or_default().push(key);
    }
    let mut found = String::new();
    for (pair, keys) in pairs {
        let Some((m, of)) = keys.iter().min_by_key(|(m, _)| shown(&matters[*m]).len()) else { continue };
        let (count, matter) = (keys.len(), shown(&matters[*m]));
        found.push_str(&format!("{count} times {pair}; ¶ {of} of matter {m}:\n{matter}\n\n"));
    }
    found
}

fn shown<M: Drawn>(matter: &M) -> String {
    let (as_of, known_on) = (day(matter.as_of()), day(matter.known_on()));
    format!("{}---\n{}--- as of {as_of}, known on {known_on}", matter.orders(), matter.record())
}
