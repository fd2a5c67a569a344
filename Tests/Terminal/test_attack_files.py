"""Whatever fails while a file is written, the file is either the old or the new one, and complete."""

import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from attack import Attack, sample
from pseudoterminal import Pseudoterminal
from terminal import PROGRAM
from tracing import can_trace

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/example/events.json"
POSTS = ROOT / "docs/example/posts"
HISTORY = "_HiStOrY_V2_\n" + "".join(f"find\\040{number:0100}\n" for number in range(2500))
EVENT = ["--date", "1990", "--title", "A lamp is hung", "--kind", "decision", "--agency", "county", "--post", "a-year-on",
         "--paragraph", "4", "--words", "bridge", "--yes"]

# The calls that make, fill, name and remove files, and how each may fail.
FAULTS = {
    "openat": ("EACCES", "EMFILE", "ENOSPC"), "write": ("ENOSPC", "EIO", "EINTR", "EDQUOT"), "fsync": ("EIO", "ENOSPC"),
    "linkat": ("ENOSPC", "EIO", "EROFS"), "link": ("ENOSPC", "EIO", "EPERM"), "rename": ("EIO", "EACCES", "ENOSPC"),
    "fchmod": ("EPERM",), "flock": ("EINTR", "ENOLCK"), "close": (), "unlink": (), "mkdir": ("EACCES",),
}


class Deed:
    """Something that writes a file.

    - written: the file, in the working folder; old: its previous content, None for no file.
    - lines: what is typed: on text mode's standard input, or for `keys` at a terminal.
    - fails: whether the command as a whole fails if the file cannot be written.
    """

    def __init__(self, name, written, *arguments, old=None, lines=b"", is_typed=False, fails=True):
        self.name, self.written, self.arguments, self.old = name, written, arguments, old
        self.lines, self.is_typed, self.fails = lines, is_typed, fails

    def prepare(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        (folder / self.written).parent.mkdir(parents=True)
        if self.old is not None:
            (folder / self.written).write_bytes(self.old)
        return folder / self.written

    def run(self, folder, *before, **options):
        """Returns the status and the output."""
        arguments = [str(argument).format(folder=folder) for argument in self.arguments]
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8",
                       "XDG_STATE_HOME": str(folder), "SWIFT_BACKTRACE": "enable=no"}
        if self.is_typed:
            with Pseudoterminal(*before, arguments=arguments, environment=environment) as terminal:
                try:
                    terminal.wait_for(b"> ")
                    terminal.send(self.lines)
                    status = terminal.status()
                except AssertionError:
                    status = terminal.process.poll()
                return status, terminal.transcript.decode()
        ended = subprocess.run([*before, PROGRAM, *arguments], input=self.lines, capture_output=True, timeout=60, cwd=folder,
                               env=environment, **options)
        return ended.returncode, (ended.stdout + ended.stderr).decode()


DEEDS = (
    Deed("export", "out.csv", "export", "-o", "{folder}/out.csv", "--file", EXAMPLE),
    Deed("export over", "out.csv", "export", "-o", "{folder}/out.csv", "--force", "--file", EXAMPLE, old=b"mine"),
    Deed("merge", "out.json", "merge", EXAMPLE, ROOT / "data/events.json", "-o", "{folder}/out.json"),
    Deed("merge over", "out.json", "merge", EXAMPLE, EXAMPLE, "-o", "{folder}/out.json", "--force", old=b"mine"),
    Deed("import", "out.json", "import", EXAMPLE, "-o", "{folder}/out.json"),
    Deed("new", "out.json", "new", "{folder}/out.json", "--posts", POSTS),
    Deed("add", "out.json", "add", "{folder}/out.json", "--posts", POSTS, *EVENT, old=EXAMPLE.read_bytes()),
    Deed("export in text mode", "out.md", "--text", EXAMPLE, lines=b"export out.md\n", fails=False),
    Deed("copy", "chronology/copied.txt", "--text", EXAMPLE, lines=b"copy\n", old=b"before\n", fails=False),
    Deed("place", "chronology/places/x", "--text", EXAMPLE, lines=b"next\n", fails=False),
    Deed("history", "chronology/history", "--text", EXAMPLE, lines=b"where\nquit\n", is_typed=True, fails=False),
    Deed("history cut back", "chronology/history", "--text", EXAMPLE, lines=b"quit\n", is_typed=True, fails=False,
         old=HISTORY.encode()),
)


class Fire(Attack):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve() / "here"

    def files(self):
        """Every file with its content."""
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@unittest.skipUnless(can_trace(), "strace cannot be used here")
class Injected(Fire):
    what = "Files written with a call that kills or fails"

    STRACE = ["strace", "-f", "-qq", "-o"]
    UNNAMED = re.compile(r"openat\(.*O_TMPFILE")

    def calls(self, deed, *injections):
        """The calls on files of the folder, each as its name and its number among the calls of that name."""
        trace = self.folder.parent / "trace"
        deed.prepare(self.folder)
        deed.run(self.folder, *self.STRACE, str(trace), "-y", "-e", f"trace={','.join(FAULTS)}", *injections)
        count, found = {}, []
        for line in trace.read_text(errors="replace").splitlines():
            call = re.match(r"\d+ +(\w+)\(", line)
            if not call:
                continue
            name = call[1]
            count[name] = count.get(name, 0) + 1
            # What is written may itself be a sentence that names the file.
            place = line.split(">", 1)[0] if name == "write" else re.sub(r"AT_FDCWD<[^>]*>", "", line)
            if str(self.folder) in place or pathlib.Path(deed.written).name in place:
                found.append((name, count[name], bool(self.UNNAMED.search(line))))
        return found, self.files()

    def points(self):
        """Each deed with each call that can fail, with and without unnamed files."""
        for deed in DEEDS:
            found, new = self.calls(deed)
            self.assertTrue(found, deed.name)
            unnamed = next((number for name, number, is_unnamed in found if is_unnamed), None)
            for name, number, _ in found:
                for fault in ("KILL", *FAULTS[name]):
                    yield deed, new, (), name, number, fault
            if unnamed is not None:
                without = ("-e", f"inject=openat:error=EOPNOTSUPP:when={unnamed}")
                found, new = self.calls(deed, *without)
                for name, number, _ in found:
                    for fault in ("KILL", *FAULTS[name]) if name != "openat" else ():
                        yield deed, new, without, name, number, fault

    def test_it_is_the_old_or_the_new_and_said(self):
        points = list(self.points())
        for deed, new, without, name, number, fault in sample(points, 30):
            with self.attempt(deed=deed.name, call=name, number=number, fault=fault, unnamed=not without):
                target = deed.prepare(self.folder)
                old = self.files()
                how = "signal" if fault == "KILL" else "error"
                status, said = deed.run(self.folder, *self.STRACE, "/dev/null", *without, "-e",
                                        f"inject={name}:{how}={fault}:when={number}")
                self.assert_whole(old, new, fault == "KILL")
                if fault != "KILL" and deed.fails:
                    self.assertIn(status, (0, 1), said)
                    if status == 1:
                        self.assertEqual(self.files(), old, said)
                        self.assertRegex(said, r"(could not be|cannot be|not readable|in the way)")
                # Whatever was left behind does no harm.
                if deed.fails and not (deed.old is None and target.exists()) and self.files() != new:
                    status, said = deed.run(self.folder)
                    self.assertEqual(status, 0, said)

    def assert_whole(self, old, new, is_killed):
        now = self.files()
        for path in set(old) | set(new):
            self.assertIn(now.get(path), (old.get(path), new.get(path), *self.partial(path, old, new)), path)
        for path in set(now) - set(old) - set(new):
            self.assertTrue(is_killed, f"{path} was left behind")
            self.assertRegex(path, r"(^|/)\.chronology-\d+-\d+\.part$")

    @staticmethod
    def partial(path, old, new):
        """A history is appended to line by line, and may then be shortened: either step may fail alone."""
        if not path.endswith("history"):
            return ()
        typed = (b"where\n", b"quit\n")
        found = [b""]
        for whole in old.get(path, b""), new[path]:
            base = b"".join(line for line in whole.splitlines(True) if line not in typed)
            found += [base + b"".join(kept) for count in range(3) for kept in itertools.combinations(typed, count)]
        return found


class Surroundings(Fire):
    what = "Disks that are full, folders and files that are not permitted"

    def assert_refused(self, deed, words, *before, **options):
        old = self.files()
        status, said = deed.run(self.folder, *before, **options)
        self.assertEqual(status, 1, said)
        self.assertRegex(said, words)
        self.assertEqual(self.files(), old)

    @unittest.skipUnless(os.geteuid() == 0, "only root may mount")
    def test_a_disk_that_is_full(self):
        place = self.folder.parent / "disk"
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "none", place], capture_output=True).returncode != 0:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", place])
        self.folder = place / "here"
        for deed in (deed for deed in DEEDS if deed.fails):
            for is_read_only in (False, True):
                with self.attempt(deed=deed.name, is_read_only=is_read_only):
                    (place / "ballast").unlink(missing_ok=True)
                    deed.prepare(self.folder)
                    if is_read_only:
                        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
                    else:
                        with open(place / "ballast", "wb", buffering=0) as ballast:
                            try:
                                while ballast.write(bytes(512)):
                                    pass
                            except OSError:
                                pass
                    try:
                        self.assert_refused(deed, "Read-only" if is_read_only else "No space")
                    finally:
                        subprocess.run(["mount", "-o", "remount,rw", place], check=True)

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv"), "only root may become someone else")
    def test_a_folder_that_belongs_to_someone_else(self):
        self.folder.parent.chmod(0o755)
        other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for deed in (deed for deed in DEEDS if deed.fails):
            with self.attempt(deed=deed.name):
                deed.prepare(self.folder)
                self.folder.chmod(0o755)
                self.assert_refused(deed, "Permission denied|not permitted|may not be", *other)

    def test_files_that_are_none(self):
        self.folder.mkdir()
        loop, dangling, folder = self.folder / "loop", self.folder / "dangling", self.folder / "folder"
        loop.symlink_to(loop)
        dangling.symlink_to("nowhere")
        folder.mkdir()
        empty = self.folder / "empty"
        empty.touch()
        paths = [loop, dangling, folder, empty, "/dev/null", "/proc/self/mem", f"{EXAMPLE}/below", "x" * 5000]
        commands = (["list", "--file", "{}"], ["check", "{}"], ["--text", "{}"], ["diff", "{}", EXAMPLE], ["add", "{}", *EVENT],
                    ["merge", EXAMPLE, "{}", "-o", self.folder / "out.json"],
                    ["export", "--format", "csv", "--file", "{}"])
        glossary = ["export", "--format", "csv", "--file", EXAMPLE, "--glossary", "{}"]
        glossaries = itertools.product([glossary], (loop, dangling, folder, "/dev/null", "/dev/zero"))
        for command, path in sample([*itertools.product(commands, paths), *glossaries], 12):
            with self.attempt(command=command[0], path=str(path)):
                arguments = [str(path) if word == "{}" else str(word) for word in command]
                ended = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=300, input=b"where\n",
                                       env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"})
                said = (ended.stdout + ended.stderr).decode()
                self.assertEqual(ended.returncode, 1, said)
                self.assertIn(str(path)[:40], said)
                self.assertFalse((self.folder / "out.json").exists())

    @unittest.skipUnless(can_trace(), "strace cannot be used here")
    def test_a_glossary_that_cannot_be_read_to_its_end_is_none(self):
        self.folder.mkdir()
        glossary = self.folder / "glossary"
        glossary.write_text("County Council = the council\n" * 5000)
        for number in (1, 2):
            with self.attempt(read=number):
                trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(glossary), "-e", f"inject=read:error=EIO:when={number}"]
                ended = subprocess.run([*trace, PROGRAM, "export", "--format", "csv", "--file", EXAMPLE, "--glossary", glossary],
                                       capture_output=True, text=True)
                self.assertEqual((ended.returncode, ended.stdout), (1, ""))
                self.assertIn("cannot be read", ended.stderr)

    def test_what_is_written_never_goes_into_what_is_no_file(self):
        for name in ("fifo", "folder", "link", "device"):
            with self.attempt(target=name):
                shutil.rmtree(self.folder, ignore_errors=True)
                self.folder.mkdir()
                target = self.folder / "out.json"
                {"fifo": lambda: os.mkfifo(target), "folder": target.mkdir, "link": lambda: target.symlink_to(EXAMPLE),
                 "device": lambda: target.symlink_to("/dev/null")}[name]()
                for force in ([], ["--force"]):
                    ended = subprocess.run([PROGRAM, "export", "-o", target, *force], capture_output=True, text=True, timeout=60)
                    self.assertEqual(ended.returncode, 1)
                    self.assertIn("already", ended.stderr)
                self.assertEqual([path.name for path in self.folder.iterdir()], ["out.json"])

    def test_several_writers_of_one_file_leave_one_whole_file(self):
        self.folder.mkdir()
        target = self.folder / "out.json"
        for force in ([], ["--force"]):
            with self.attempt(force=bool(force)):
                target.unlink(missing_ok=True)
                writers = [subprocess.Popen([PROGRAM, "export", "-o", target, *force], stderr=subprocess.PIPE) for _ in range(4)]
                statuses = []
                for writer in writers:
                    writer.communicate()
                    statuses.append(writer.returncode)
                self.assertEqual(sorted(statuses), [0] * 4 if force else [0, 1, 1, 1])
                self.assertGreater(len(json.loads(target.read_text())["events"]), 10)
                self.assertEqual([path.name for path in self.folder.iterdir()], ["out.json"])


if __name__ == "__main__":
    unittest.main()
