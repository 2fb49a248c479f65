"""dat.py MATTER SCAN ORDAIN ROWS : holds the counts against what was planted, then times, in turn."""
import csv, os, shlex, statistics as st, subprocess, sys, time

matter, scan, ordain, rows = sys.argv[1:5]
file = os.path.join(matter, "VOL001.dat")
check = f"{ordain} check {matter} --as-of 2024-04-05 --no-config --threads 2"
report = subprocess.run(shlex.split(f"{check} --findings {matter}/findings.csv"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
if report.returncode not in (0, 1):
    sys.exit(f"ordain stopped with {report.returncode}: {report.stderr.decode(errors='replace')[:500]}")
missing, late = (int(n) for n in open(file + ".truth").read().split())
states = [row["state"] for row in csv.DictReader(open(f"{matter}/findings.csv", encoding="utf-8"))]
same = (states.count("missing"), states.count("late")) == (missing, late)
print(f"{rows} rows, {os.path.getsize(file) / 1e6:.0f} MB; answers: {'the same' if same else 'DIFFERENT'}, {missing} missing, {late} late")
if not same:
    print("found:", states.count("missing"), "missing,", states.count("late"), "late")
    sys.exit(1)
commands = {"sha256sum": f"sha256sum {file}", "scan for separators, 1 thread": f"{scan} {file}", "ordain": check}
wall, cpu, peak = ({c: [] for c in commands} for _ in range(3))
for turn in range(6):
    for name, command in commands.items():
        start = time.perf_counter()
        p = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(p.pid, 0)
        if turn:
            wall[name].append(time.perf_counter() - start)
            cpu[name].append(used.ru_utime + used.ru_stime)
            peak[name].append(used.ru_maxrss / 1024)
base = sum(st.median(wall[c]) for c in list(commands)[:2])
print(f"{'':32} {'seconds':>9} {'of both':>9} {'CPU':>9} {'MB':>7}")
for name in commands:
    w, c = st.median(wall[name]), st.median(cpu[name])
    print(f"{name:32} {w:9.4f} {w / base:8.2f}x {c:9.4f} {max(peak[name]):7.0f}")
