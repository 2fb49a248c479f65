"""dat_gen.py FILE ROWS COLUMNS : a load file as Concordance writes them, in UTF-8 with its mark: every value between þ,
0x14 between values, CRLF at the end; about one document in fifty was not produced, one in fifty late. The number of
each is written to FILE.truth. The same bytes for the same arguments."""
import random, sys

path, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
names = ["BEGDOC", "ENDDOC", "CAR_CATEGORY", "PRODDATE", "CUSTODIAN", "PGCOUNT", "SUBJECT"]
names += [f"EXTRA{i:02}" for i in range(len(names) + 1, columns + 1)]
names = names[:columns]
chance = random.Random(290)
words = "agreement border communication court data draft email guidance meeting memorandum policy record report review".split()
people = ["Roe, Jane", "Doe, John", "Smith, Ann", "Miller, Karl", "Łukasz, Ewa"]
fill = [" ".join(chance.choice(words) for _ in range(3)) for _ in range(997)]
missing = late = 0
with open(path, "w", encoding="utf-8-sig", newline="") as out:
    line = lambda values: "\x14".join(f"þ{v}þ" for v in values) + "\r\n"
    out.write(line(names))
    lines = []
    for i in range(1, rows + 1):
        n = chance.random()
        if n < 0.02:
            produced, missing = "", missing + 1
        elif n < 0.04:
            produced, late = f"01/{chance.randrange(13, 29)}/2024", late + 1
        else:
            produced = f"11/{chance.randrange(1, 31):02}/2023"
        row = [f"DHS{i * 3:09}", f"DHS{i * 3 + 2:09}", str(1 + i % 5), produced, people[i % 5], str(1 + i % 9), fill[i % 997]]
        row += [fill[(i * 31 + c * 7) % 997] for c in range(len(row), columns)]
        lines.append(line(row[:columns]))
        if len(lines) == 20000:
            out.write("".join(lines))
            lines.clear()
    out.write("".join(lines))
with open(path.replace(".part", ".dat") + ".truth", "w", encoding="utf-8") as out:
    out.write(f"{missing} {late}\n")
