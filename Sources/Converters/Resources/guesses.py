"""How many guesses a password withstands, as a power of ten: reads {"password", "words"} and prints a number. See PasswordGuesses.swift."""
import json
import sys

from zxcvbn import zxcvbn

asked = json.load(sys.stdin)
# What comes after so many signs makes it no easier to guess, and longer to look at.
print(round(float(zxcvbn(asked["password"][:64], user_inputs=asked["words"])["guesses_log10"]), 2), end="")
