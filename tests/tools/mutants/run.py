#!/usr/bin/env python3
"""Holds changes of the core against the tests: which does no test see?

    tests/tools/mutants/run.py [--count 400] [--into DIR] [--jobs 2]

Copies the project into DIR, puts the changes behind switches (see src/main.rs),
builds the tests once, and runs them with each change until one fails. Prints the
changes that no test sees, and writes the whole list to DIR/mutants.tsv. A second
call goes on where the first was stopped. docs/mutants.md has the last result.
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
        build = ["cargo", "test", "--no-run", "--message-format", "json", "--config", "profile.dev.opt-level=1", "--test", "spec", "--test", "it", "--lib", "--workspace"]
        run = subprocess.run(build, cwd=into, capture_output=True, text=True)
        programs, wrong = [], set()
        for line in run.stdout.splitlines():
            message = json.loads(line)
            if message.get("executable") and message.get("profile", {}).get("test"):
                programs.append((message["target"]["name"], message["executable"]))
            if message.get("reason") == "compiler-message" and message["message"]["level"] == "error":
                wrong |= numbers_at(into, message)
        if run.returncode == 0:
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


def seen_by(into, programs, number, stop):
    """The test program that fails with this change."""
    environment = os.environ | {"ORDAIN_MUTANT": number, "ORDAIN_ORACLE": "200", "PROPTEST_CASES": "64", "RUSTC_BOOTSTRAP": "1", "CARGO_MANIFEST_DIR": str(into)}
    for name, program in programs:
        crate = into / "crates" / name.replace("_", "-")
        folder = crate if crate.is_dir() else into
        command = [program, "--quiet", "--test-threads", "1"]
        if name == "it":
            # The seeded mistakes of the second reading hold the second reading itself.
            command += ["-Z", "unstable-options", "--fail-fast", "--skip", "every_mistake", "--skip", "work_grows", "--skip", "architecture"]
        try:
            run = subprocess.run(command, cwd=folder, env=environment | {"CARGO_MANIFEST_DIR": str(folder)}, capture_output=True, timeout=LONGEST.get(name, 240))
        except subprocess.TimeoutExpired:
            return name
        if run.returncode != 0:
            return name
    return "nothing"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--into", type=Path, default=ROOT / "target/mutants")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    into = options.into.resolve()

    here = ROOT / "tests/tools/mutants"
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=here, check=True)
    changes, programs = prepared(into, options.count, here / "target/release/mutants")
    # Quick programs first.
    order = {"spec": 1, "it": 2}
    programs.sort(key=lambda p: order.get(p[0], 0))

    results = into / "mutants.tsv"
    done = {line.split("\t")[0] for line in results.read_text().splitlines()} if results.exists() else set()
    whole = seen_by(into, programs, "none", None)
    if whole != "nothing":
        sys.exit(f"without a change the tests of {whole} fail already")
    left = [c for c in changes if c[0] not in done]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool, results.open("a") as file:
        waiting = {pool.submit(seen_by, into, programs, c[0], None): c for c in left}
        for one in concurrent.futures.as_completed(waiting):
            file.write("\t".join([*waiting[one], one.result()]) + "\n")
            file.flush()
    lines = [line.split("\t") for line in results.read_text().splitlines()]
    unseen = [line for line in lines if line[3] == "nothing"]
    for line in sorted(unseen, key=lambda line: int(line[0])):
        print("\t".join(line[:3]))
    print(f"{len(lines)} changes tried, {len(lines) - len(unseen)} seen")


if __name__ == "__main__":
    main()
