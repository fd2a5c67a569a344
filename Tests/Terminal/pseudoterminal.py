"""The program on a bare pseudoterminal: no shell in control, no screen, and bytes that no real terminal would send."""

import fcntl
import os
import select
import struct
import subprocess
import tempfile
import termios
import time

from terminal import PROGRAM


class Pseudoterminal:
    """One run of the program as leader of its own session.

    Use it in a `with` statement: leaving it ends the program.
    """

    def __init__(self, *command, columns=80, rows=24):
        self._home = tempfile.TemporaryDirectory()
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        self.modes_before = self.modes()
        self.resize(columns, rows)
        environment = {
            "PATH": os.environ["PATH"], "HOME": self._home.name, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            # Swift's own handler would stop at a crash and ask.
            "SWIFT_BACKTRACE": "enable=no",
        }
        self.output = b""
        self.process = subprocess.Popen(
            [*command, PROGRAM], stdin=self._slave, stdout=self._slave, stderr=self._slave, env=environment,
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for end in (self._master, self._slave):
            if end is not None:
                os.close(end)
        self._home.cleanup()

    def modes(self):
        return termios.tcgetattr(self._slave)

    def resize(self, columns, rows):
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hold_output(self):
        """Makes the terminal stop accepting output, as after Ctrl-S."""
        termios.tcflow(self._slave, termios.TCOOFF)

    def hang_up(self):
        """Hangs up the terminal."""
        os.close(self._master)
        self._master = None

    def send(self, data):
        """Sends bytes while reading what the program writes, so that neither end blocks the other."""
        while data and self.process.poll() is None:
            data = data[self.send_unread(data):]
            self.read(0)

    def send_unread(self, data):
        """Sends as many bytes as fit without reading; returns how many."""
        try:
            return os.write(self._master, data[:1024])
        except BlockingIOError:
            return 0

    def read(self, seconds):
        """Waits that long for output; returns whether there was any."""
        if self._master is None or not select.select([self._master], [], [], seconds)[0]:
            return False
        self.output += os.read(self._master, 65536)
        return True

    def wait_for(self, data, seconds=30):
        """Reads until these bytes have appeared in the pending output, and discards it up to and including them."""
        end = time.monotonic() + seconds
        while data not in self.output:
            if time.monotonic() > end or self.process.poll() is not None and not self.read(0):
                raise AssertionError(f"{data!r} has not come: {self.output[-500:]!r}, {self.process.poll()}")
            self.read(0.05)
        self.output = self.output.split(data, 1)[1]

    def wait_until_quiet(self, seconds=0.5):
        while self.read(seconds):
            pass

    def status(self, seconds=30):
        """How the program ended: its exit status, or the negated number of a signal."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"The program does not end: {self.output[-500:]!r}")
            self.read(0.05)
        while self.read(0):
            pass
        return self.process.returncode
