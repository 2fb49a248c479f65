"""run.py DATA MATTER CAREFUL ORDAIN : compares the findings with DATA/expected.txt, then times, in turn."""
import csv, os, shlex, statistics as st, subprocess, sys, time

data, matter, careful, ordain = sys.argv[1:]
check = f"{ordain} check {matter} --as-of 2024-04-05"
out = os.path.join(matter, "..", "findings.csv")
subprocess.run(shlex.split(f"{check} --findings {out}"), stdout=subprocess.DEVNULL)
found = set()
for row in csv.DictReader(open(out, encoding="utf-8")):
    duty = {"MTC ¶ 1": "O1", "MTC ¶ 2": "O2"}[row["duty"]]
    found.add((duty, row["name"], row["state"]))
expected = {(o, i, k) for o, i, _, k in (l.split(",") for l in open(f"{data}/expected.txt").read().split() if l[0] == "O")}
print("answers:", "the same," if found == expected else "DIFFERENT,", len(expected), "findings")
if found != expected:
    print("more:", sorted(found - expected)[:3], "fewer:", sorted(expected - found)[:3])
    sys.exit(1)

commands = {
    "careful, 2 threads, duplicates": f"{careful} {data} 2 dup",
    "sha256sum": f"sha256sum {data}/docs.csv {data}/privlog.csv",
    "ordain": f"{check} --threads 2",
    "ordain --memory 200M": f"{check} --threads 2 --memory 200M",
}
wall, cpu, peak = ({c: [] for c in commands} for _ in range(3))
for turn in range(6):
    for name, command in commands.items():
        start = time.perf_counter()
        p = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(p.pid, 0)
        if turn:  # the first warms the files
            wall[name].append(time.perf_counter() - start)
            cpu[name].append(used.ru_utime + used.ru_stime)
            peak[name].append(used.ru_maxrss / 1024)
base_wall = sum(st.median(wall[c]) for c in list(commands)[:2])
base_cpu = sum(st.median(cpu[c]) for c in list(commands)[:2])
for name in commands:
    w, c = st.median(wall[name]), st.median(cpu[name])
    print(f"{name:32} {w:8.4f} s {w / base_wall:6.2f}x   cpu {c:8.4f} s {c / base_cpu:6.2f}x   {max(peak[name]):6.0f} MB")
