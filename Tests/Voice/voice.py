"""Stands in for a voice: Fenrir loads it as its speech driver, and it records what it is told to say.

Each utterance is a line of JSON in the file that CHRONOLOGY_SPEECH names: the time in seconds, and the text.
"""

import json
import os
import time


class driver:  # the name that Fenrir looks for
    def initialize(self, environment):
        self.file = open(os.environ["CHRONOLOGY_SPEECH"], "a", encoding="utf-8", buffering=1)

    def speak(self, text, queueable=True):
        self.file.write(json.dumps([time.monotonic(), text]) + "\n")

    def shutdown(self):
        self.file.close()

    def cancel(self):
        pass

    def ignore(self, value):
        pass

    setLanguage = setVoice = setPitch = setRate = setModule = setVolume = setCallback = ignore
