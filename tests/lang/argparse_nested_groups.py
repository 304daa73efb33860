# Groups in groups still work, and are warned of.
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
outer = parser.add_argument_group("outer", "of the outer")
outer.add_argument_group("inner").add_argument("--a")
tell(parser, "--a 1", "-h")
either = parser.add_mutually_exclusive_group()
either.add_argument("--b")
inner = either.add_mutually_exclusive_group(required=True)
inner.add_argument("--c")
inner.add_argument("--d")
either.add_argument("--e")
tell(parser, "--b 1", "--b 1 --c 2", "--c 1 --d 2", "-h")
