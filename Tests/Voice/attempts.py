"""Retries what a busy machine may have spoilt: half a frame that was read, two frames read as one.

A fault in the program occurs every time, and still fails the test.
"""

import functools

ATTEMPTS = 3


def attempted(test):
    """A test that passes if one of its attempts does; it prints why the others failed."""
    @functools.wraps(test)
    def run(*arguments):
        for number in range(1, ATTEMPTS + 1):
            try:
                return test(*arguments)
            except AssertionError as fault:
                if number == ATTEMPTS:
                    raise
                print(f"\n{test.__name__}, try {number} of {ATTEMPTS}: {fault}", flush=True)
    return run
