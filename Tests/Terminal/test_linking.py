"""Name clashes in a static executable, which contains our C functions and those of every library."""

import pathlib
import re
import subprocess
import unittest

from terminal import PROGRAM


def defined(files):
    """The global names defined by object files or archives."""
    listing = subprocess.run(["nm", "--extern-only", "--defined-only", *files], check=True, capture_output=True, text=True)
    return set(re.findall(r"^[0-9a-f]+ [A-Z] (\S+)$", listing.stdout, re.MULTILINE))


class Linking(unittest.TestCase):
    def test_no_function_of_ours_has_the_name_of_a_librarys(self):
        ours = defined(PROGRAM.parent.glob("C*.build/**/*.o"))
        self.assertIn("terminal_take", ours)
        for modules in pathlib.Path("Sources").glob("*/module.modulemap"):
            for name in re.findall(r'link "(\w+)"', modules.read_text()):
                with self.subTest(name):
                    libraries = list(pathlib.Path("/usr/lib").glob(f"*/lib{name}.a"))
                    self.assertTrue(libraries)
                    self.assertEqual(ours & defined(libraries), set())


if __name__ == "__main__":
    unittest.main()
