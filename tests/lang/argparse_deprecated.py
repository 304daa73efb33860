# Arguments that are out of date are told of since 3.13; before, nobody knows the word.
import argparse
def tell(parser, *lines, how="parse_args"):
    for line in lines:
        try:
            print(line, getattr(parser, how)(line.split()), flush=True)
        except SystemExit as e:
            print(line, "exit", e.code, flush=True)
        except Exception as e:
            print(line, type(e).__name__, e, flush=True)

parser = argparse.ArgumentParser(prog="x")
for names, more in ((("--old", "-o"), {}), (("--flag",), {"action": "store_true"}), (("--many",), {"action": "extend"})):
    try:
        parser.add_argument(*names, deprecated=True, **more)
    except TypeError as e:
        print(e)
subs = parser.add_subparsers(dest="command")
try:
    subs.add_parser("gone", deprecated=True, aliases=["g"])
except TypeError as e:
    print(e)
tell(parser, "--old 1 -o 2 --old 3", "--flag", "gone", "g", "")
