# Options anywhere between positional arguments.
# test: to=3.13.0
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
parser.add_argument("--foo")
parser.add_argument("command")
parser.add_argument("rest", nargs="*", type=int)
tell(parser, "do 1 --foo bar 2 3")
tell(parser, "do 1 --foo bar 2 3", "--foo a do 1", "do", "", "do x", "do --zz", "-h", how="parse_intermixed_args")
tell(parser, "do 1 --foo bar 2 --zz 3", how="parse_known_intermixed_args")
rest = argparse.ArgumentParser(prog="y")
rest.add_argument("rest", nargs=argparse.REMAINDER)
tell(rest, "a -b", how="parse_intermixed_args")
group = argparse.ArgumentParser(prog="z").add_mutually_exclusive_group()
group.add_argument("p", nargs="?")
tell(group._container, "a", how="parse_intermixed_args")
