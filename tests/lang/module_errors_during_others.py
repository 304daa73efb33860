"""Errors of the library that come while another is handled, and say so."""
import argparse
import base64
import csv
import shutil
import statistics
import unittest.mock

parser = argparse.ArgumentParser(prog="p", exit_on_error=False)
parser.add_argument("x", type=int)
positive = argparse.ArgumentParser(prog="p", exit_on_error=False)


def natural(text):
    if not text.isdigit():
        raise argparse.ArgumentTypeError("not natural")
    return int(text)


positive.add_argument("x", type=natural)


class Wrong(csv.Dialect):
    delimiter = "ab"


for function in (lambda: parser.parse_args(["q"]), lambda: positive.parse_args(["q"]),
                 lambda: parser.add_argument("--pair", nargs=2, metavar=("a",)), Wrong,
                 lambda: statistics.correlation([1, 1, 1], [1, 2, 3]), lambda: statistics.linear_regression([1, 1], [1, 2]),
                 lambda: base64.b64decode("é"), lambda: statistics.mean(["a"]),
                 lambda: unittest.mock.patch("nodots"), lambda: unittest.mock.patch(3)):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error, error.__suppress_context__, type(error.__context__).__name__)
