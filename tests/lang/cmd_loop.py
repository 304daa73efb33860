# cmd.Cmd: a loop over lines, with help.
# test: stdin="greet Ada\ngreet\n\nadd 1 2\n?\nhelp greet\nhelp nothing\nhelp colours\n!ls -l\n  spaced   out  \nhelp help\nadd x\nquit\nnever"
import cmd
import io


class Shell(cmd.Cmd):
    intro = "Welcome."
    prompt = "> "

    def do_greet(self, arg):
        """greet [name]
        Says hello."""
        print("hello", arg or "nobody")

    def do_add(self, arg):
        try:
            print(sum(map(int, arg.split())))
        except ValueError as e:
            print("no:", e)

    def do_quit(self, arg):
        "Ends it."
        return True

    def help_colours(self):
        print("red, green")

    def do_shell(self, arg):
        print("shell:", arg)

    def precmd(self, line):
        print("[%s]" % line)
        return line

    def postloop(self):
        print("bye")


Shell().cmdloop()
out = io.StringIO()
other = Shell(stdin=io.StringIO("greet\nquit\n"), stdout=out)
other.use_rawinput = False
other.cmdqueue.append("add 3 4")
other.cmdloop("Hi")
print(repr(out.getvalue()), other.lastcmd)
print(other.parseline("a-b c"), other.parseline("?x"), other.parseline("!x"), other.parseline(""))
print(sorted(other.completenames("g")), sorted(other.complete_help("")))
cmd.Cmd().columnize(["word%d" % i for i in range(23)], 40)
cmd.Cmd().columnize([])
cmd.Cmd().columnize(["x" * 50, "y"], 20)
try:
    cmd.Cmd().columnize(["a", 1])
except TypeError as e:
    print(e)
