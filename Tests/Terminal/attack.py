"""How much of each attack to run, and its result."""

import contextlib
import os
import random
import sys
import unittest

# 0 for the sample that every test run has; `make attack` sets it, and 1000 is an hour.
STRENGTH = int(os.environ.get("ATTACK", "0"))
SEED = os.environ.get("ATTACK_SEED", "1")


def sample(cells, count):
    """Every cell of a matrix in `make attack`; otherwise a few, the same in each run."""
    cells = list(cells)
    return cells if STRENGTH or len(cells) <= count else random.Random(SEED).sample(cells, count)


def times(few, many=None):
    """How often to try something random."""
    return (many or STRENGTH) if STRENGTH else few


class Attack(unittest.TestCase):
    """Counts the attempts, and at the end of `make attack` prints their number and that of the faults."""

    what = ""
    tried = faults = 0

    @classmethod
    def setUpClass(cls):
        cls.tried = cls.faults = 0

    @classmethod
    def tearDownClass(cls):
        if STRENGTH:
            print(f"\n{cls.what}: {cls.tried} tried, {cls.faults} faults", file=sys.stderr)

    @contextlib.contextmanager
    def attempt(self, **what):
        type(self).tried += 1
        with self.subTest(**what):
            try:
                yield
            except BaseException:
                type(self).faults += 1
                raise
