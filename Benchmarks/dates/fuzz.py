#!/usr/bin/env python3
"""Feeds a million arbitrary lines to `chronology date -` and checks that each gets an answer.

    fuzz.py PROGRAM [N]       PROGRAM is the path of chronology

The lines are random bytes, random letters of EDTF, and valid dates with a byte changed, added or left out. Each
answer must be one line of JSON with the keys in their order, and the program must end well; with and without --typed.
"""

import json
import random
import subprocess
import sys
import tempfile

LETTERS = b"0123456789012345678901234567890123456789---XXYSET:Z?~%./[]{},+ '"
SEEDS = """1985-04-12 1985-04 1985-04-12T23:20:30+04:30 1964/2008 2004-02-01/2005 Y-170000002 2001-21 2004-06-11%
201X 1985-XX-XX 1985-04-12/.. /1985 -1985 Y-17E7 1950S2 Y3388E2S3 2001-34 [1667,1668,1670..1672] [..1760-12-03]
{1960,1961-12} 2004-06~-11 ?2004-06-~11 156X-12-25 XXXX-12-XX 2004-06-XX/2004-07-03 Y1E400
12th_March_2009 aug_'07 winter_2007/08 between_feb_and_aug_2007 before_2004 Q3_2008""".split()
VALID = ["input", "valid", "level", "earliest", "latest", "uncertain", "approximate", "text"]
REFUSED = ["input", "valid", "error"]


def lines(count):
    choose = random.Random(8601)
    seeds = [seed.replace("_", " ").encode() for seed in SEEDS]
    for index in range(count):
        kind = index % 4
        if kind == 0:
            line = choose.randbytes(choose.randrange(30))
        elif kind == 1:
            line = bytes(choose.choices(LETTERS, k=choose.randrange(24)))
        else:
            line = bytearray(choose.choice(seeds))
            for _ in range(choose.randrange(1, 3)):
                place = choose.randrange(len(line))
                line[place : place + choose.randrange(2)] = bytes(choose.choices(LETTERS, k=choose.randrange(3)))
        yield bytes(line).replace(b"\n", b"").replace(b"\r", b"")


def check(program, file, count, options):
    file.seek(0)
    run = subprocess.run([program, "date", *options, "-"], stdin=file, stdout=subprocess.PIPE, check=True)
    answers = run.stdout.split(b"\n")
    assert len(answers) == count + 1 and answers[-1] == b"", f"{len(answers) - 1} answers to {count} lines"
    file.seek(0)
    valid = 0
    for line, answer in zip(file, answers):
        found = json.loads(answer)
        expected = VALID + (["edtf"] if options else []) if found["valid"] else REFUSED
        assert list(found) == expected, answer
        assert found["input"] == line[:-1].decode("utf-8", "replace"), (line, answer)
        valid += found["valid"]
    print(f"{' '.join(options) or 'EDTF'}: {count} lines, {valid} of them dates")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryFile() as file:
        file.writelines(line + b"\n" for line in lines(count))
        check(sys.argv[1], file, count, [])
        check(sys.argv[1], file, count, ["--typed"])


if __name__ == "__main__":
    main()
