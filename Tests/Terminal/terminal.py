"""A real terminal for the tests: tmux, with a server and a shell of its own, driven by keys and read as a screen."""

import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import tempfile
import time

# nohup, and a shell that runs the tests in the background, have these ignored, and a program heeds what it inherits. A
# handler is not inherited.
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, lambda *_: None)

PROGRAM = pathlib.Path(os.environ.get("CHRONOLOGY", ".build/debug/chronology")).resolve()


class Terminal:
    """An interactive shell in a terminal of a given size, in which programs are started.

    Use it in a `with` statement: leaving it ends the shell and everything started from it.
    """

    _count = 0

    def __init__(self, columns=80, rows=24, term="tmux-256color", locale="C.UTF-8", environment=None):
        Terminal._count += 1
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chronology-terminal-"))
        self._socket = f"chronology-{os.getpid()}-{Terminal._count}"
        variables = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": locale, "TERM": term, "PS1": "$ ",
            # Before each prompt, however the previous program ended.
            "PROMPT_COMMAND": f"status=$?; stty -g > {self.folder}/after; echo $status > {self.folder}/status",
            **(environment or {}),
        }
        shell = ["env", "-i", *(f"{name}={value}" for name, value in variables.items()),
                 "bash", "--norc", "--noprofile", "-i"]
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), shlex.join(shell),
                   ";", "set", "-g", "status", "off", ";", "resize-window", "-x", str(columns), "-y", str(rows))
        self.wait_for("$")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._tmux("kill-server", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    # What a person does.

    def start(self, *arguments, program=PROGRAM, before=""):
        """Starts the program; `status()` and `modes_after()` tell how it ended. `before` precedes its name."""
        shutil.copy(self.folder / "after", self.folder / "before")
        self._forget()
        self.shell(f"clear; {before} {shlex.join([str(program), *arguments])}")

    def shell(self, line):
        """Types a line at the shell."""
        self.type(line)
        self.keys("Enter")

    def continue_program(self):
        """Resumes the program after it was stopped with Ctrl-Z."""
        self._forget()
        self.shell("fg")

    def keys(self, *names):
        """Presses keys, named as tmux names them: `Down`, `C-z`, `Enter`, `q`."""
        self._tmux("send-keys", *names)

    def type(self, text):
        self._tmux("send-keys", "-l", "--", text)

    def send_bytes(self, data):
        """Sends bytes as if a key had sent them."""
        self._tmux("send-keys", "-H", *(f"{byte:02x}" for byte in data))

    def paste(self, text):
        self._tmux("set-buffer", "--", text)
        self._tmux("paste-buffer", "-p")

    def resize(self, columns, rows):
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def signal(self, number):
        """Sends a signal to the program, as `kill` does."""
        os.kill(self.program_id(), number)

    # What a person sees.

    def screen(self):
        """The lines of the screen, without trailing spaces."""
        return self._tmux("capture-pane", "-p").split("\n")[:self._number("pane_height")]

    def text(self):
        return "\n".join(self.screen())

    def styled(self):
        """The lines with their attributes as escape sequences, and with trailing blanks, which may be reversed."""
        return self._tmux("capture-pane", "-p", "-e", "-N").split("\n")

    def cursor(self):
        """Row and column of the cursor, from 0."""
        return self._number("cursor_y"), self._number("cursor_x")

    def cursor_line(self):
        """The text from the cursor to the end of its row."""
        row, column = self.cursor()
        return self.screen()[row][column:]

    def size(self):
        """Columns and rows."""
        return self._number("pane_width"), self._number("pane_height")

    def is_alternate(self):
        """Whether the alternate screen is active."""
        return self._number("alternate_on") == 1

    def is_cursor_visible(self):
        return self._number("cursor_flag") == 1

    # How the program ended.

    def status(self):
        """The exit status as the shell sees it, after waiting for the program's end: 128 and the signal's number."""
        file = self.folder / "status"
        self._until(lambda: file.exists() and file.read_text(), "the program ends")
        return int(file.read_text())

    def modes_before(self):
        return (self.folder / "before").read_text()

    def modes_after(self):
        self.status()
        return (self.folder / "after").read_text()

    def program_id(self):
        """The process that the shell has started."""
        shell = self._number("pane_pid")
        return int(subprocess.run(["pgrep", "-n", "-P", str(shell)], check=True, capture_output=True).stdout)

    def server_id(self):
        """The process of the terminal itself."""
        return self._number("pid")

    # Waiting.

    def wait_for(self, text, seconds=10):
        """Waits until a text is on the screen; on failure reports the screen."""
        self._until(lambda: text in self.text(), f"{text!r} is on the screen", seconds)

    def wait_until(self, condition, what, seconds=10):
        self._until(condition, what, seconds)

    def wait_until_quiet(self, seconds=0.2):
        """Waits until nothing has changed for a while."""
        last, since = None, time.monotonic()
        while time.monotonic() - since < seconds:
            now = (self.screen(), self.cursor())
            if now != last:
                last, since = now, time.monotonic()
            time.sleep(0.02)

    def _until(self, condition, what, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"After {seconds} seconds it is still not so that {what}:\n{self.text()}")
            time.sleep(0.02)

    def _forget(self):
        (self.folder / "status").unlink()

    def _number(self, name):
        return int(self._tmux("display-message", "-p", f"#{{{name}}}"))

    def _tmux(self, *arguments, check=True):
        command = ["tmux", "-L", self._socket, "-f", "/dev/null", *arguments]
        result = subprocess.run(command, check=check, capture_output=True, text=True, errors="replace",
                                env={**os.environ, "LC_ALL": "C.UTF-8"})
        return result.stdout

