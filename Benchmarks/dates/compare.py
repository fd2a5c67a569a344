#!/usr/bin/env python3
"""The yardstick for `chronology date -`: one regular expression for EDTF in CPython.

    compare.py make N FILE    writes N mixed strings, valid and not, one a line (always the same ones)
    compare.py match          reads such lines on standard input and prints a JSON line for each

The expression checks the form of all three levels and no more: not the length of a month, not the bounds, no words.
`chronology date -` does all that for the same lines. To compare, on Linux:

    compare.py make 100000 /tmp/dates.txt
    time python3 compare.py match < /tmp/dates.txt > /dev/null
    time chronology date - < /tmp/dates.txt > /dev/null
"""

import random
import re
import sys
from json.encoder import encode_basestring_ascii as quote

QUALIFIER = r"[?~%]?"
YEAR = r"-?[0-9X]{4}(?:S[1-9])?"
MONTH = r"(?:0[1-9X]|1[012X]|X[0-9X]|2[1-9]|3[0-9]|4[01])"
DAY = r"(?:0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])"
DATE = (
    rf"(?:{QUALIFIER}{YEAR}{QUALIFIER}(?:-{QUALIFIER}{MONTH}{QUALIFIER}(?:-{QUALIFIER}{DAY}{QUALIFIER})?)?"
    rf"|Y-?[1-9][0-9]*(?:E[0-9]+)?(?:S[0-9]+)?{QUALIFIER})"
)
TIME = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
MEMBER = rf"(?:\.\.)?{DATE}(?:\.\.(?:{DATE})?)?"
EDTF = re.compile(
    rf"(?:{DATE}(?:{TIME})?|(?:{DATE}|\.\.)?/(?:{DATE}|\.\.)?"
    rf"|\[{MEMBER}(?:,{MEMBER})*\]|\{{{MEMBER}(?:,{MEMBER})*\}})"
)


def made(count):
    """Mixed strings: mostly plain dates, a fifth of levels 1 and 2, a tenth wrong."""
    choose = random.Random(2019)
    number = choose.randint

    def plain():
        year = f"{number(1900, 2020)}"
        month = f"-{number(1, 12):02}"
        return choose.choice([year, year + month, year + month + f"-{number(1, 28):02}"])

    makers = [
        (50, plain),
        (10, lambda: plain() + choose.choice("?~%")),
        (6, lambda: f"{number(1000, 1400)}/{number(1500, 2000)}"),
        (3, lambda: f"{number(1900, 2020)}-{number(1, 12):02}-{number(1, 28):02}T10:20:30Z"),
        (3, lambda: choose.choice(["../", "/"]) + plain()),
        (3, lambda: plain() + choose.choice(["/..", "/"])),
        (5, lambda: f"{number(19, 20)}{choose.choice(['XX', '0X', '1X'])}"),
        (4, lambda: f"{number(1900, 2020)}-{number(21, 41)}"),
        (2, lambda: f"Y{number(10000, 999999999)}"),
        (2, lambda: f"Y{number(10, 99)}E{number(3, 9)}S2"),
        (2, lambda: f"[{number(1600, 1650)},{number(1651, 1700)}..{number(1701, 1800)}]"),
        (2, lambda: f"?{number(1900, 2020)}-{number(1, 12):02}-~{number(1, 28):02}"),
        (2, lambda: f"{number(1900, 2020)}-{number(13, 20)}"),
        (2, lambda: f"{number(1900, 2020)}-{number(1, 12)}-{number(1, 9)}"),
        (2, lambda: choose.choice(["spring", "12 March 2009", "about 1900", "", "no date", "19th century"])),
        (2, lambda: "".join(chr(number(32, 126)) for _ in range(number(1, 20)))),
    ]
    weights = [weight for weight, _ in makers]
    for _ in range(count):
        yield choose.choices(makers, weights)[0][1]()


def match():
    write = sys.stdout.write
    fullmatch = EDTF.fullmatch
    for line in sys.stdin:
        text = line.rstrip("\n")
        write('{"input":%s,"valid":%s}\n' % (quote(text), "true" if fullmatch(text) else "false"))


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            file.writelines(text + "\n" for text in made(int(sys.argv[2])))
    elif sys.argv[1:] == ["match"]:
        match()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
