"""Runs a program on a pseudoterminal and measures what it writes, when, and how much CPU time it takes."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

# What terminals answer to queries, so that no program waits in vain.
ANSWERS = {
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
}


class Screen:
    """One run of a program on a terminal of 50×200 cells. Times are in milliseconds."""

    def __init__(self, command, home, rows=50, columns=200, stdin=None):
        """`stdin`: a file instead of the terminal, as for a program that reads a list and asks /dev/tty for keys."""
        self.master, slave = pty.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        name = os.ttyname(slave)
        actions = [(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        if stdin:
            actions.append((os.POSIX_SPAWN_OPEN, 0, str(stdin), os.O_RDONLY, 0))
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        environment = kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home)}
        self.started = time.monotonic()
        # Not forked from this process, whose pages would count towards the program's memory.
        self.pid = os.posix_spawnp(command[0], [str(part) for part in command], environment, file_actions=actions, setsid=True)
        os.close(slave)
        self.sent = self.started
        self.latest = self.started

    def read(self, quiet=0.3, timeout=60):
        """Returns what the program writes until it has been quiet for this many seconds."""
        output = b""
        end = time.monotonic() + timeout
        while time.monotonic() < end and select.select([self.master], [], [], quiet)[0]:
            try:
                part = os.read(self.master, 65536)
            except OSError:
                break
            if not part:
                break
            self.latest = time.monotonic()
            output += part
            for question, answer in ANSWERS.items():
                for _ in range(part.count(question)):
                    os.write(self.master, answer)
        return output

    def press(self, keys, quiet=0.03):
        """Sends keys and returns CPU time, the time until the last byte of the answer, and the answer."""
        before = self.cpu()
        self.send(keys)
        output = self.read(quiet)
        return self.cpu() - before, self.wall(), output

    def send(self, keys):
        self.sent = self.latest = time.monotonic()
        os.write(self.master, keys.encode())

    def answer(self, keys, timeout=10):
        """Sends keys and returns the time until the first byte of an answer."""
        self.send(keys)
        select.select([self.master], [], [], timeout)
        return (time.monotonic() - self.sent) * 1000

    def wall(self):
        """From the last keys sent, or the start, to the last byte received."""
        return (self.latest - self.sent) * 1000

    def cpu(self):
        """CPU time of the process and all its threads, user and system, since it was started."""
        return time.clock_gettime(~self.pid << 3 | 2) * 1000

    def switches(self):
        """The number of context switches of its main thread."""
        with open(f"/proc/{self.pid}/status") as status:
            return sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)

    def rest(self, timeout=120):
        """Waits until the program is idle."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            before = self.cpu()
            self.read(quiet=0.4)
            if self.cpu() - before < 2:
                return

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
