#!/usr/bin/env python3
"""Holds changes of the core against the tests: which does no test see?

    tests/tools/mutants/run.py [--count 400] [--into DIR] [--jobs 2] [--quick | --again]

Copies the project into DIR, puts the changes behind switches (see src/main.rs),
builds the tests once, and runs them with each change until one fails. Prints the
changes that no test sees, and writes the whole list to DIR/mutants.tsv.

Each change is held first against what is quick: unit tests and specifications. What
is not seen there is held against the specifications that were written for such
changes (SEEN), against the parts of `it` that take seconds, and then against the
rest of `it`. --quick stops after the first. A second call goes on where the first was
stopped, with the same build. --again copies SEEN anew and holds what was not seen
against it: write a specification, call, and see. docs/mutants.md has the last result.
"""

import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = [
    "crates/ordain-core/src/eval",
    "crates/ordain-core/src/model",
    "crates/ordain-core/src/facts",
    "crates/ordain-time/src",
    "crates/ordain-tables/src/row_engine",
]
SWITCH = '''
/// True where the change of this number is to be tried.
#[doc(hidden)]
pub fn mutant(number: u32) -> bool {
    static CHOSEN: std::sync::OnceLock<Option<u32>> = std::sync::OnceLock::new();
    *CHOSEN.get_or_init(|| std::env::var("ORDAIN_MUTANT").ok().and_then(|n| n.parse().ok())) == Some(number)
}
'''
# Where a test program has no end with a change, the change is seen.
LONGEST = {"spec": 240, "it": 1500}
# Few parts of `it` take most of its time: they come last.
SLOW = ["generated", "growth", "oracle", "proof", "what_if", "laws::unchanged", "sets::duckdb", "third_party", "fix", "work_grows"]
# The seeded mistakes of the second reading hold the second reading itself.
NEVER = ["every_mistake", "work_grows", "architecture"]
STAGES = ["quick", "seen", "it", "slow"]
# What a change is called that none of the tests of a stage and those before it sees.
UNSEEN = ["nothing quick", "nothing specified", "nothing but the slow", "nothing"]
# What was written because a change was not seen; a filter of the specifications each.
SEEN = {"seen/": "tests/spec/seen", "time/edges": "tests/spec/time/edges.md", "cmd/dates": "tests/cmd/dates.trycmd"}
# A change is seen by no unit test of a crate that does not use its own.
UNITS = {"ordain_core": ["ordain_core"], "ordain_time": ["ordain_time", "ordain_core"], "ordain_tables": ["ordain_tables", "ordain_core"]}
CRATES = ["ordain-base", "ordain-core", "ordain-tables", "ordain-text"]
PROFILE = [f"--config=profile.dev.package.{crate}.opt-level=1" for crate in CRATES]
# The specifications end at the first case that does not hold: a change is then seen in a second or two.
HELD = "if problems.is_empty() { Ok(()) } else { Err(Failed::from(problems.join(\"\\n\"))) }"
ENDS = "if problems.is_empty() { Ok(()) } else { println!(\"{}\", problems.join(\"\\n\")); std::process::exit(101) }"


def copy(into):
    into.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = subprocess.Popen(["tar", "-cf", "-", "-T", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=False)
    unpacked = subprocess.Popen(["tar", "-xf", "-", "-C", str(into)], stdin=listed.stdout)
    listed.stdin.write(files.encode())
    listed.stdin.close()
    unpacked.wait()
    library = into / "crates/ordain-base/src/lib.rs"
    library.write_text(library.read_text() + SWITCH)
    harness = into / "tests/spec/main.rs"
    text = harness.read_text()
    assert HELD in text, "tests/spec/main.rs has changed: HELD is no longer in it"
    harness.write_text(text.replace(HELD, ENDS).replace("use libtest_mimic::{Arguments, Failed, Trial};", "use libtest_mimic::{Arguments, Trial};"))


def prepared(into, count, tool):
    """The changes, and the test programs with all of them in."""
    dropped = into.parent / f"{into.name}.dropped"
    dropped.touch()
    for _ in range(12):
        subprocess.run(["rm", "-rf", *(str(into / f) for f in ("crates", "src", "tests"))], check=True)
        copy(into)
        listed = subprocess.run([tool, str(into), str(count), str(dropped), *FOLDERS], capture_output=True, text=True, check=True).stdout
        changes = [line.split("\t") for line in listed.splitlines()]
        # What does not compile is found without machine code.
        check = ["cargo", "check", "--keep-going", "--message-format", "json", *PROFILE, "--lib"]
        build = ["cargo", "test", "--no-run", "--message-format", "json", *PROFILE]
        programs, wrong = [], set()
        for command in (check, [*build, "--test", "spec", "--test", "it"], [*build, "--lib"]):
            run = subprocess.run(command, cwd=into, capture_output=True, text=True)
            for line in run.stdout.splitlines():
                message = json.loads(line)
                if message.get("executable") and message.get("profile", {}).get("test"):
                    programs.append((message["target"]["name"], message["executable"]))
                if message.get("reason") == "compiler-message" and message["message"]["level"] == "error":
                    wrong |= numbers_at(into, message)
            if run.returncode != 0:
                break
        if run.returncode == 0:
            (into / "built.json").write_text(json.dumps([changes, programs]))
            return changes, programs
        if not wrong:
            sys.exit(run.stderr[-4000:])
        print(f"{len(wrong)} changes do not compile: {sorted(wrong)}", flush=True)
        with dropped.open("a") as file:
            file.writelines(f"{n}\n" for n in sorted(wrong))
    sys.exit("changes that do not compile are left after twelve builds")


def numbers_at(into, message):
    """The switch nearest before each place that the compiler underlines."""
    found = set()
    for span in message["message"]["spans"]:
        path = into / span["file_name"]
        if not span["is_primary"] or not path.exists():
            continue
        lines = path.read_text().splitlines()
        for line in range(span["line_end"], 0, -1):
            switches = re.findall(r"mutant\((\d+)u32\)", lines[line - 1])
            if switches:
                found.add(int(switches[-1]))
                break
    return found


def parts_of_it(program, slow):
    """The tests of `it` that are slow, or those that are not."""
    listed = subprocess.run([program, "--list", "--format", "terse"], capture_output=True, text=True, check=True).stdout
    tests = [line.removesuffix(": test") for line in listed.splitlines() if line.endswith(": test")]
    tests = [t for t in tests if not any(n in t for n in NEVER)]
    return [t for t in tests if any(t.startswith(s) or f"::{s}" in t for s in SLOW) == slow]


def steps(programs, stage):
    """What a change is held against in this stage: the name of each part, its program and its arguments."""
    programs = dict(programs)
    fast = ["-Z", "unstable-options", "--fail-fast"]
    if stage == "quick":
        skipped = [word for filter in SEEN for word in ("--skip", filter)]
        units = [(c, programs[c], fast) for c in UNITS]
        return [*units, ("spec", programs["spec"], ["--skip", "cmd/", *skipped]), ("transcripts", programs["spec"], ["cmd/", *skipped])]
    if stage == "seen":
        return [("seen", programs["spec"], [filter]) for filter in SEEN]
    return [("it", programs["it"], [*fast, "--exact", *parts_of_it(programs["it"], stage == "slow")])]


def seen_by(into, parts, change):
    """The part that fails with this change."""
    number, place = change[:2]
    own = place.split("/")[1].replace("-", "_") if "/" in place else None
    environment = os.environ | {"ORDAIN_MUTANT": number, "ORDAIN_ORACLE": "200", "PROPTEST_CASES": "64", "PROPTEST_RNG_SEED": "20240405", "RUSTC_BOOTSTRAP": "1"}
    for name, program, arguments in parts:
        if own and name in UNITS and name not in UNITS[own]:
            continue
        crate = into / "crates" / name.replace("_", "-")
        folder = crate if crate.is_dir() else into
        command = [program, "--quiet", "--test-threads", "1", *arguments]
        try:
            run = subprocess.run(command, cwd=folder, env=environment | {"CARGO_MANIFEST_DIR": str(folder)}, capture_output=True, timeout=LONGEST.get(name, 240))
        except subprocess.TimeoutExpired:
            return f"{name}, which does not end"
        if run.returncode != 0:
            return name
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--into", type=Path, default=ROOT / "target/mutants")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="only what is quick")
    parser.add_argument("--again", action="store_true", help="hold what was not seen against SEEN as it is now")
    options = parser.parse_args()
    into = options.into.resolve()

    if (into / "built.json").exists():
        changes, programs = json.loads((into / "built.json").read_text())
    else:
        here, built = ROOT / "tests/tools/mutants", into.parent / f"{into.name}.tool"
        subprocess.run(["cargo", "build", "--release", "--quiet", "--target-dir", str(built)], cwd=here, check=True)
        changes, programs = prepared(into, options.count, built / "release/mutants")
    results = into / "mutants.tsv"
    lines = [line.split("\t") for line in results.read_text().splitlines()] if results.exists() else []
    known = {line[0]: line[3] for line in lines}

    def hold(left, stage, unseen):
        parts = steps(programs, stage)
        whole = seen_by(into, parts, ("none", ""))
        if whole is not None:
            sys.exit(f"without a change the tests of {whole} fail already")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool, results.open("a") as file:
            waiting = {pool.submit(seen_by, into, parts, c): c for c in left}
            for one in concurrent.futures.as_completed(waiting):
                number = waiting[one][0]
                known[number] = one.result() or unseen or known[number]
                file.write("\t".join([*waiting[one], known[number]]) + "\n")
                file.flush()

    if options.again:
        for path in SEEN.values():
            subprocess.run(["rm", "-rf", str(into / path)], check=True)
            subprocess.run(["cp", "-r", str(ROOT / path), str(into / path)], check=True)
        hold([c for c in changes if known.get(c[0]) in UNSEEN], "seen", None)
    else:
        for at, stage in enumerate(STAGES[:1] if options.quick else STAGES):
            before = UNSEEN[at - 1] if at > 0 else None
            hold([c for c in changes if known.get(c[0]) == before], stage, UNSEEN[at])
    unseen = [c for c in changes if known.get(c[0]) in UNSEEN]
    for change in unseen:
        print("\t".join([*change, known[change[0]]]))
    print(f"{len(known)} of {len(changes)} changes tried, {len(known) - len(unseen)} seen")


if __name__ == "__main__":
    main()
