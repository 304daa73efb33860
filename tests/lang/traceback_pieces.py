# What traceback prints comes in pieces: a frame, an exception's whole text, what stands between two exceptions.
import traceback
class Pieces:
    def __init__(self):
        self.pieces = []
    def write(self, text):
        self.pieces.append(text)
def show(print_it, *args):
    file = Pieces()
    print_it(*args, file=file)
    print(file.pieces)
def down(n):
    if n:
        down(n - 1)
    raise ValueError("a\nb") from KeyError(1)
class Told(Exception):
    def __str__(self):
        print("asked")
        return "text"
try:
    down(5)
except ValueError as e:
    error = e
    show(traceback.print_exc)
    show(traceback.print_stack)
    show(traceback.print_tb, e.__traceback__)
show(traceback.print_exception, error)
print(traceback.format_exception(error))
show(traceback.print_exception, None)
show(traceback.print_exception, Told())
show(traceback.print_exception, OSError())
try:
    compile("1 +", "f", "exec")
except SyntaxError as e:
    show(traceback.print_exception, e)
try:
    try:
        1 / 0
    finally:
        [][1]
except IndexError as e:
    print(traceback.format_exception(e))
error.add_note("n1")
show(traceback.print_exception, error.__cause__)
