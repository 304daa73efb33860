# The usage of exclusive groups: across kinds, hidden members, wrapped.
import argparse
def tell(parser, *lines, how="parse_args"):
    for line in lines:
        try:
            print(line, getattr(parser, how)(line.split()), flush=True)
        except SystemExit as e:
            print(line, "exit", e.code, flush=True)
        except Exception as e:
            print(line, type(e).__name__, e, flush=True)

for required in False, True:
    for hidden in (), ("--b",), ("--a", "--c"), ("--a", "--b", "--c"):
        for prog in "x", "y" * 60:
            parser = argparse.ArgumentParser(prog=prog)
            group = parser.add_mutually_exclusive_group(required=required)
            for name in "--a", "--b", "--c":
                group.add_argument(name, help=argparse.SUPPRESS if name in hidden else None)
            parser.add_argument("--other", metavar="ONE")
            parser.add_argument("rest", nargs="*")
            try:
                parser.print_usage()
            except AssertionError as e:  # up to 3.12, where it would be wrapped at brackets that are not there
                print(repr(e))
mixed = argparse.ArgumentParser(prog="mixed")
group = mixed.add_mutually_exclusive_group()
group.add_argument("--option")
group.add_argument("rest", nargs="*", default="none")
mixed.add_argument("-e", metavar="")
mixed.add_argument("--set", metavar="[x]")
mixed.add_argument("--pair", metavar="(x)|y")
mixed.print_usage()
tell(mixed, "--option 1 a", "--option 1", "a b")
try:
    argparse.ArgumentParser(prog="e").add_mutually_exclusive_group()._container.print_usage()
except Exception as e:
    print(type(e).__name__, str(e)[:12])
