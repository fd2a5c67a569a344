"""The documents are complete and current: each command and option, and the screens shown."""

import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

from terminal import PROGRAM

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts"))
import manuals


def commands():
    """The names of the subcommands, and every option with two hyphens."""
    dump = subprocess.run([PROGRAM, "--experimental-dump-help"], capture_output=True, check=True, timeout=60).stdout
    root = json.loads(dump)["command"]
    names, options = set(), set()
    for command in root["subcommands"]:
        if not command.get("shouldDisplay", True):
            continue
        names.add(command["commandName"])
        for argument in command.get("arguments", []):
            options |= {name["name"] for name in argument.get("names", []) if name["kind"] == "long"}
    return names, options


class Documents(unittest.TestCase):
    def test_the_manual_page_and_the_readme_name_every_command_and_option(self):
        names, options = commands()
        manual = (ROOT / "docs" / "chronology.1").read_text().replace("\\-", "-")
        readme = (ROOT / "README.md").read_text()
        for name in names:
            with self.subTest(command=name):
                self.assertRegex(manual, rf'(?m)^\.(B|BR|BI|TP) "?{name}\b')
                if name not in ("browse", "help"):
                    self.assertIn(f"`chronology {name}", readme)
        for option in options - {"help", "version"}:
            with self.subTest(option=option):
                self.assertIn(f"--{option}", manual)
                self.assertTrue(f"--{option}" in readme or option in ("verbose", "file"), f"README.md: --{option}")

    def test_the_manual_page_names_no_option_that_is_not_there(self):
        _, options = commands()
        manual = (ROOT / "docs" / "chronology.1").read_text().replace("\\-", "-")
        self.assertLessEqual(set(re.findall(r"--([a-z][a-z-]*)", manual)), options)

    def test_the_manual_pages_of_the_subcommands_are_those_of_the_program(self):
        pages = manuals.pages(PROGRAM)
        for file, text in pages.items():
            with self.subTest(file=file):
                self.assertEqual((ROOT / "docs" / "man" / file).read_text(), text, "make documents")
        self.assertEqual({file.name for file in (ROOT / "docs" / "man").iterdir()}, set(pages))

    def test_the_completions_know_every_subcommand(self):
        names, _ = commands()
        for shell in ("bash", "zsh", "fish"):
            script = subprocess.run(
                [PROGRAM, "--generate-completion-script", shell], capture_output=True, text=True, check=True, timeout=60
            ).stdout
            for name in names:
                with self.subTest(shell=shell, command=name):
                    self.assertRegex(script, rf"\b{name}\b")

    def test_the_data_format_describes_every_field_of_the_schema(self):
        schema = json.loads((ROOT / "data" / "events.schema.json").read_text())
        page = (ROOT / "docs" / "data-format.md").read_text()
        for definition in [schema, *schema["$defs"].values()]:
            for field in definition.get("properties", {}):
                with self.subTest(field=field):
                    self.assertIn(f"`{field}`", page)

    def test_the_example_of_the_data_format_is_sound(self):
        page = (ROOT / "docs" / "data-format.md").read_text()
        example = re.search(r"```json\n(.*?)```", page, re.DOTALL).group(1)
        result = subprocess.run([PROGRAM, "check", "/dev/stdin"], input=example.encode(), capture_output=True, timeout=60)
        self.assertEqual(result.returncode, 0, result.stdout.decode())

    def test_links_within_the_documents_lead_somewhere(self):
        for document in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
            for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text()):
                with self.subTest(document=document.name, link=link):
                    self.assertTrue((document.parent / link).exists())

    def test_the_documents_show_what_the_program_shows(self):
        result = subprocess.run(["Scripts/capture-screens.sh", "--check"], cwd=ROOT, capture_output=True, text=True,
                                timeout=300, env={**os.environ, "CHRONOLOGY": str(PROGRAM)})
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_the_pictures_hold_the_text_that_the_program_shows(self):
        result = subprocess.run(["Scripts/pictures.py", "--check"], cwd=ROOT, capture_output=True, text=True,
                                timeout=300, env={**os.environ, "CHRONOLOGY": str(PROGRAM)})
        self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
