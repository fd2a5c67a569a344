"""Another try for what a busy machine may have spoilt: half a frame that was read, two frames read as one.

What the program does wrong it does every time, and fails all the same.
"""

import functools

ATTEMPTS = 3


def attempted(test):
    """A test that passes if one of its tries does; why the others did not is printed."""
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
