# what a teacher may try with exceptions
import sys
class ValidationError(Exception):
    def __init__(self, field, problem):
        super().__init__(f"{field}: {problem}")
        self.field = field
def validate(data):
    errors = []
    for field, kind in (("name", str), ("age", int)):
        try:
            if not isinstance(data[field], kind):
                raise ValidationError(field, f"expected {kind.__name__}")
        except KeyError as e:
            e.add_note("every field is needed")
            errors.append(e)
        except ValidationError as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("invalid data", errors)
    return True
for data in ({"name": "Ada", "age": 36}, {"name": 5}, {"age": "x"}, {}):
    try:
        print(validate(data))
    except* KeyError as eg:
        print("missing:", [e.args[0] for e in eg.exceptions], eg.exceptions[0].__notes__)
    except* ValidationError as eg:
        print("wrong:", *(str(e) for e in eg.exceptions), sep="\n  ")
try:
    try: int("x")
    except ValueError as e: raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__)
def cleanup():
    try:
        return "try"
    finally:
        print("finally runs")
print(cleanup())
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    return i
print(loop())
print(sys.exc_info(), sys.exception() if sys.version_info >= (3, 11) else None)
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t.__name__ if t else None, tb.tb_lineno if tb else None); return t is KeyError
with Ctx(): pass
with Ctx(): {}["k"]
try:
    with Ctx(): 1/0
except ZeroDivisionError: print("out")
async def a():
    raise ExceptionGroup("async", [ValueError(1), ExceptionGroup("n", [TypeError(2)])])
try: a().send(None)
except* TypeError as e: print(e.exceptions)
except* ValueError as e: print(e.exceptions)
validate({})
