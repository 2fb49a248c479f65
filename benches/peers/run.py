"""run.py DATA MATTER CAREFUL ORDAIN PEERS [--answers] : compares the findings with DATA/expected.txt, then times, in turn."""
import csv, importlib.util, os, shlex, shutil, statistics as st, subprocess, sys, time

data, matter, careful, ordain, peers = sys.argv[1:6]
check = f"{ordain} check {matter} --as-of 2024-04-05 --no-config"
out = os.path.join(matter, "..", "findings.csv")
done = subprocess.run(shlex.split(f"{check} --findings {out}"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
if done.returncode not in (0, 1):
    sys.exit(f"ordain stopped with {done.returncode}: {done.stderr.decode(errors='replace')[:500]}")
found = set()
for row in csv.DictReader(open(out, encoding="utf-8")):
    duty = {"MTC ¶ 1": "O1", "MTC ¶ 2": "O2"}[row["duty"]]
    found.add((duty, row["name"], row["state"]))
expected = {(o, i, k) for o, i, _, k in (l.split(",") for l in open(f"{data}/expected.txt").read().split() if l[0] == "O")}
print("answers:", "the same," if found == expected else "DIFFERENT,", len(expected), "findings")
if found != expected:
    print("more:", sorted(found - expected)[:3], "fewer:", sorted(expected - found)[:3])
    sys.exit(1)
if "--answers" in sys.argv:
    sys.exit(0)

commands = {
    "careful, 2 threads, duplicates": f"{careful} {data} 2 dup",
    "sha256sum of both files": f"sha256sum {data}/docs.csv {data}/privlog.csv",
    "ordain": f"{check} --threads 2",
    "ordain --memory 200M": f"{check} --threads 2 --memory 200M",
}
others = {
    "DuckDB": ("duckdb", f"{sys.executable} {peers}/duckdb_run.py {data}"),
    "Polars": ("polars", f"{sys.executable} {peers}/polars_run.py {data}"),
    "SQLite": (None, f"sh {peers}/sqlite_run.sh {data}"),
}
for name, (module, command) in others.items():
    there = importlib.util.find_spec(module) if module else shutil.which("sqlite3")
    if there and os.path.exists(shlex.split(command)[1]):
        commands[name] = command
    else:
        print(f"{name} is left out: it is not installed")
wall, cpu, peak, failed = ({c: [] for c in commands} for _ in range(4))
for turn in range(6):
    for name, command in commands.items():
        start = time.perf_counter()
        p = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(p.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            failed[name].append(os.waitstatus_to_exitcode(status))
        if turn:  # the first warms the files
            wall[name].append(time.perf_counter() - start)
            cpu[name].append(used.ru_utime + used.ru_stime)
            peak[name].append(used.ru_maxrss / 1024)
alone, summed = (sum(st.median(wall[c]) for c in list(commands)[:n]) for n in (1, 2))
print(f"{'':32} {'seconds':>9} {'careful':>9} {'+ sha256':>9} {'CPU':>9} {'MB':>7}")
for name in commands:
    w, c = st.median(wall[name]), st.median(cpu[name])
    note = f"   FAILED with {failed[name][0]}" if failed[name] else ""
    print(f"{name:32} {w:9.4f} {w / alone:8.2f}x {w / summed:8.2f}x {c:9.4f} {max(peak[name]):7.0f}{note}")
