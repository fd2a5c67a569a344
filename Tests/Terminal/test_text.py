"""Text mode at a terminal: a prompt that can be edited, and plain words; and the same through pipes."""

import re
import signal
import subprocess
import unittest

from terminal import PROGRAM, Terminal


# How much of a list or a page an answer contains, and how to hear more.
SAID_OF_LENGTH = set("Events to of before type first then list more lines line it Type or a number open one".split())


def prompted(*arguments, **options):
    """A terminal with text mode waiting for a line in it."""
    terminal = Terminal(**options)
    try:
        terminal.start("--text", *arguments, before="SWIFT_BACKTRACE=enable=no")
        terminal.wait_until(lambda: terminal.screen()[terminal.cursor()[0]] == ">", "there is a prompt")
    except BaseException:
        terminal.__exit__()
        raise
    return terminal


def piped(data, *arguments, locale="C.UTF-8"):
    return subprocess.run([PROGRAM, "--text", *arguments], input=data, capture_output=True, timeout=60,
                          env={"LC_ALL": locale, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"})


class AtThePrompt(unittest.TestCase):
    def lines_asked(self, terminal):
        return [line[2:] for line in terminal.screen() if line.startswith("> ")]

    def test_lines_are_edited_recalled_and_kept(self):
        with prompted() as terminal:
            terminal.type("wheer")
            terminal.keys("BSpace", "BSpace", "r", "e", "Enter")
            terminal.wait_until(lambda: self.lines_asked(terminal) == ["where"], "the line is mended")
            terminal.wait_until_quiet()
            terminal.keys("Up", "Enter")
            terminal.wait_until(lambda: self.lines_asked(terminal) == ["where", "where"], "the line is recalled")
            terminal.wait_until_quiet()
            terminal.keys("C-d")
            self.assertEqual(terminal.status(), 0)
            history = terminal.folder / ".local/state/chronology/history"
            self.assertIn("where", history.read_text())
            self.assertEqual(history.stat().st_mode & 0o777, 0o600)

    def test_tab_completes_a_word(self):
        with prompted() as terminal:
            terminal.type("repe")
            terminal.wait_for("> repe")
            terminal.keys("Tab")
            terminal.wait_for("> repeat")

    def test_control_c_abandons_a_line_and_then_leaves(self):
        with prompted() as terminal:
            terminal.type("never")
            terminal.wait_for("> never")
            terminal.wait_until_quiet()
            terminal.keys("C-c")
            terminal.wait_until(lambda: terminal.cursor() == (terminal.cursor()[0], 2), "there is a new prompt")
            terminal.keys("C-c")
            self.assertEqual(terminal.status(), 130)
            self.assertEqual(terminal.modes_before(), terminal.modes_after())

    def test_the_terminal_is_restored_however_it_ends(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGSEGV):
            with self.subTest(number.name), prompted() as terminal:
                terminal.type("half")
                terminal.wait_for("> half")
                terminal.signal(number)
                self.assertEqual(terminal.status(), 128 + number)
                self.assertEqual(terminal.modes_before(), terminal.modes_after())

    def test_a_stopped_line_goes_on(self):
        with prompted() as terminal:
            terminal.type("whe")
            terminal.wait_for("> whe")
            terminal.wait_until_quiet()
            terminal.keys("C-z")
            self.assertEqual(terminal.status(), 128 + signal.SIGTSTP)
            self.assertEqual(terminal.modes_before(), terminal.modes_after())
            terminal.continue_program()
            terminal.wait_until_quiet()
            terminal.type("re")
            terminal.wait_until(lambda: terminal.cursor_line() == "" and "> where" in terminal.text(), "the line is whole")
            terminal.keys("Enter")
            terminal.wait_until_quiet()
            terminal.keys("C-d")
            self.assertEqual(terminal.status(), 0)

    def test_a_resized_terminal_keeps_the_line_that_is_typed(self):
        for typed, (columns, rows), then in (216, (80, 2), (80, 24)), (72, (60, 24), (80, 24)), (30, (10, 5), (132, 50)):
            with self.subTest(typed=typed, columns=columns, rows=rows), prompted() as terminal:
                terminal.type("find " + "a" * (typed - 6) + "z")
                terminal.wait_until_quiet()
                terminal.resize(columns, rows)
                terminal.wait_until_quiet()
                terminal.type("xy")
                terminal.wait_until_quiet()
                terminal.resize(*then)
                terminal.wait_until_quiet()
                # The cursor is where it was, so typing continues from there.
                terminal.keys("BSpace", "Left")
                terminal.type("w")
                terminal.wait_until_quiet()
                terminal.keys("Enter")
                terminal.wait_for("No event has")
                self.assertIn("a" * (typed - 6) + "zwx", "".join(terminal.screen()))

    def test_keys_that_libedit_could_not_bear_do_nothing(self):
        with prompted() as terminal:
            for keys in ("M-x", "C-r", "C-s", "M-p", "M-n"):
                terminal.keys(keys)
                terminal.wait_until_quiet()
                terminal.type("'")
                terminal.wait_until_quiet()
                terminal.keys("C-u")
            terminal.keys("C-r")
            terminal.type("where " * 400)
            terminal.wait_until_quiet()
            terminal.keys("C-u")
            terminal.type("where")
            terminal.keys("Enter")
            terminal.wait_for("Event 1 of")

    def test_two_at_once_lose_none_of_each_others_lines(self):
        with prompted() as terminal:
            history = terminal.folder / ".local/state/chronology/history"
            with prompted(environment={"HOME": str(terminal.folder)}) as other:
                for one, line in (terminal, "where"), (other, "help find"), (terminal, "find \\ letter"), (other, "next"):
                    one.shell(line)
                    one.wait_until_quiet()
            lines = history.read_text().splitlines()
            self.assertEqual(lines[1:], ["where", "help\\040find", "find\\040\\134\\040letter", "next"])
            terminal.keys("C-d")
            terminal.status()
            terminal.start("--text")
            terminal.wait_until(lambda: terminal.cursor_line() == "" and terminal.cursor()[1] == 2, "there is a prompt")
            terminal.keys("Up", "Up")
            terminal.wait_for("> find \\ letter")

    def test_a_file_that_is_no_history_is_left_alone(self):
        with Terminal() as terminal:
            history = terminal.folder / ".local/state/chronology/history"
            history.parent.mkdir(parents=True)
            for content in "shopping\n- milk\n", "{}":
                history.write_text(content)
                terminal.start("--text")
                terminal.wait_until(lambda: terminal.cursor_line() == "" and terminal.cursor()[1] == 2, "there is a prompt")
                terminal.shell("where")
                terminal.wait_for("Event 1 of")
                terminal.keys("C-d")
                terminal.status()
                self.assertEqual(history.read_text(), content)

    def test_a_long_history_is_cut_back_to_its_last_lines(self):
        with Terminal() as terminal:
            history = terminal.folder / ".local/state/chronology/history"
            history.parent.mkdir(parents=True)
            history.write_text("_HiStOrY_V2_\n" + "".join(f"find\\040{number:0100}\n" for number in range(5000)))
            terminal.start("--text")
            terminal.wait_until(lambda: terminal.cursor_line() == "" and terminal.cursor()[1] == 2, "there is a prompt")
            lines = history.read_text().splitlines()
            self.assertEqual(len(lines), 501)
            self.assertTrue(lines[-1].endswith("4999"))

    def test_answers_are_wrapped_at_words_and_keep_their_heading_in_sight(self):
        for columns, rows in (40, 14), (80, 24), (132, 43):
            with self.subTest(columns=columns), prompted(columns=columns, rows=rows) as terminal:
                for line in "sources", "help", "go feb 2007", "open", "1", "known august 2007", "lanes", "list":
                    whole = piped(f"pages 999\n{line}\n".encode() if line != "1" else b"go feb 2007\nopen\npages 999\n1\n")
                    said = set(re.findall(r"\w+", whole.stdout.decode()))
                    terminal.shell(line)
                    terminal.wait_until_quiet()
                    screen = terminal.screen()
                    asked = max(number for number, row in enumerate(screen) if row == f"> {line}")
                    self.assertEqual(screen[max(number for number, row in enumerate(screen) if row)], ">")
                    if line not in ("go feb 2007", "open"):
                        for word in re.findall(r"\w+", "\n".join(screen[asked + 1:])):
                            self.assertIn(word, said | SAID_OF_LENGTH | set(map(str, range(999))))

    def test_repeat_says_the_last_answer_again(self):
        with prompted() as terminal:
            for line in "where", "list", "open", "lanes", "later", "brief", "nonsense", "find nobodysaidthis", "clear":
                terminal.shell(line)
                terminal.wait_until_quiet()
                answer = self.last_answer(terminal)
                terminal.shell("repeat")
                terminal.wait_until_quiet()
                self.assertEqual(self.last_answer(terminal), answer, line)

    def last_answer(self, terminal):
        screen = [line for line in terminal.screen() if line]
        asked = max(number for number, line in enumerate(screen) if line.startswith("> "))
        return screen[asked + 1:-1]

    def test_a_dumb_terminal_gets_a_plain_prompt(self):
        for term in ("dumb", "unknown-to-all"):
            with self.subTest(term), prompted(term=term) as terminal:
                terminal.shell("where")
                terminal.wait_until(lambda: len(self.lines_asked(terminal)) >= 1 and terminal.cursor_line() == ""
                                    and terminal.cursor()[1] == 2, "there is an answer and a prompt")
                terminal.keys("C-c")
                terminal.wait_until_quiet()
                terminal.keys("C-c")
                self.assertEqual(terminal.status(), 130)


class ThroughPipes(unittest.TestCase):
    def assert_harmless(self, output):
        for byte in output:
            self.assertTrue(byte == 0x0A or byte >= 0x20 and byte != 0x7F, output)
        for character in output.decode("utf-8"):
            self.assertFalse(0x80 <= ord(character) < 0xA0, output)

    def test_there_is_no_prompt_and_the_end_of_input_ends_it(self):
        result = piped(b"where\n")
        self.assertEqual(result.returncode, 0)
        self.assertNotIn(b"\n> ", b"\n" + result.stdout)
        self.assert_harmless(result.stdout)

    def test_a_session_has_the_same_transcript_every_time(self):
        session = b"next\nnext\nwhere\nback\nsources\n"
        self.assertEqual(piped(session).stdout, piped(session).stdout)

    def test_bad_input_is_harmless(self):
        for data in (b"\xff\xfe\x80\n", b"\x1b[2J\x1b]0;title\x07\n", b"a\0b\n", b"\x9b2J\n", "\u009b2J\n".encode(),
                     b"\r\r\r\n", b"\t\tq\b\b\n", b"x" * 1_000_000 + b"\n", b"x" * 3_000_000, b"no end"):
            with self.subTest(data[:20]):
                result = piped(data)
                self.assertEqual(result.returncode, 0)
                self.assert_harmless(result.stdout)
                self.assert_harmless(result.stderr)

    def test_ascii_alone_in_the_c_locale(self):
        result = piped(b"where\nnext\nsources\nhelp\n", locale="C")
        self.assertTrue(result.stdout.isascii(), result.stdout)

    def test_a_reader_that_goes_away_is_no_error(self):
        process = subprocess.Popen([PROGRAM, "--text"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env={"LC_ALL": "C.UTF-8"})
        process.stdout.close()
        _, errors = process.communicate(b"where\n" * 100, timeout=60)
        self.assertEqual(errors, b"")
        self.assertIn(process.returncode, (0, -signal.SIGPIPE, 141))


if __name__ == "__main__":
    unittest.main()
