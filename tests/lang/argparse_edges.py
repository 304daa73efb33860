# What is required, chosen or clustered, as each version sees it.
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

left = argparse.ArgumentParser(prog="left", exit_on_error=False)
left.add_argument("--foo")
left.add_argument("--fob")
left.add_argument("needed")
tell(left, "--fo 1", "", "a b", "a --foo")
rest = argparse.ArgumentParser(prog="rest")
rest.add_argument("command")
rest.add_argument("words", nargs=argparse.REMAINDER)
tell(rest, "", "run -x --y")
cluster = argparse.ArgumentParser(prog="cluster")
cluster.add_argument("-a", action="store_true")
cluster.add_argument("-b", action="store_true")
cluster.add_argument("-n", type=int)
cluster.add_argument("-name")
tell(cluster, "-abn3", "-abz", "-a1", "-a=1", "-ab=1", "-bn=3", "-na 1", "-na=1")
chosen = argparse.ArgumentParser(prog="chosen")
chosen.add_argument("--letter", choices="abc")
chosen.add_argument("few", nargs="*", choices=["p", "q"])
tell(chosen, "", "p q", "p r", "--letter b p", "--letter z")
pairs = argparse.ArgumentParser(prog="pairs")
pairs.add_argument("words", nargs="*", metavar=("ONE", "MORE"))
tell(pairs, "a", "-h")
flags = argparse.ArgumentParser(prog="flags")
flags.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="colours")
tell(flags, "--no-color", "-h")
