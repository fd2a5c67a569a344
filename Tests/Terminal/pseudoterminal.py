"""The program on a bare pseudoterminal: no shell in control, no screen, and bytes that no real terminal would send."""

import fcntl
import os
import pathlib
import resource
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time

from terminal import PROGRAM


# A shell with one job, which says that it has stopped and in which modes, sets them as shells do, and continues it at
# the next line. No loop: bash leaves one when a job stops.
SHELL = """
set -m
modes=$(stty -g)
follow() {
  status=$?
  [ $status = 147 ] || [ $status = 148 ] || exit $status
  [ "$(stty -g)" = "$modes" ] && printf 'stopped, restored' || printf 'stopped, changed'
  stty "$modes"
  printf ' ready'
  read -r _
  fg > /dev/null
  follow
}
"$@"
follow
"""


class Pseudoterminal:
    """One run of the program as leader of its own session.

    Use it in a `with` statement: leaving it ends the program.

    - command: the words before the program's name; arguments: those after it.
    - environment: additional variables, None to unset one.
    - is_job: whether a shell controls the program, so that it can be stopped.
    - ignored: a signal that the program ignores from the start, as after nohup.
    """

    def __init__(self, *command, arguments=(), columns=80, rows=24, environment=None, is_job=False, ignored=None):
        self._home = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self._home.name)
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        self.modes_before = self.modes()
        self.resize(columns, rows)
        variables = {
            "PATH": os.environ["PATH"], "HOME": self._home.name, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            # Swift's own handler would stop at a crash and ask.
            "SWIFT_BACKTRACE": "enable=no", **(environment or {}),
        }
        variables = {name: value for name, value in variables.items() if value is not None}
        self.output = b""
        # Everything that the program has written.
        self.transcript = b""
        shell = ["bash", "--norc", "-c", SHELL, "bash"] if is_job else []
        self._is_job = is_job

        def begin():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if ignored:
                signal.signal(ignored, signal.SIG_IGN)

        self.process = subprocess.Popen(
            [*shell, *command, PROGRAM, *arguments], stdin=self._slave, stdout=self._slave, stderr=self._slave,
            env=variables, start_new_session=True, preexec_fn=begin)

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

    def program_id(self):
        """The program itself, or strace if strace runs it."""
        if not self._is_job:
            return self.process.pid
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[0])

    def signal(self, number):
        os.kill(self.program_id(), number)

    def processor_time(self):
        """Seconds of processor time that the program has used so far."""
        fields = pathlib.Path(f"/proc/{self.program_id()}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

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
        data = os.read(self._master, 65536)
        self.output += data
        self.transcript += data
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
