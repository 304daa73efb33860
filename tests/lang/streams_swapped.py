# sys.stdout and sys.stderr in each other's place: what prints goes where the name leads.
import sys
import warnings

sys.stdout = sys.stderr
print("to stderr, by name of stdout")
sys.stdout.write("written\n")
sys.stdout = sys.__stdout__
print("to stdout again")
sys.stderr = sys.stdout
print("to stdout", file=sys.stderr)
sys.excepthook(ValueError, ValueError("said on stdout"), None)
warnings.warn("heard on stdout")


class Raises:
    def __call__(self):
        raise ValueError("at the end")

    def __repr__(self):
        return "<raises>"


class Bad:
    __del__ = Raises()


Bad()
raise SystemExit("goodbye")
