import warnings
def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return 1
old()
for i in range(3):
    warnings.warn("in a loop")
warnings.warn(UserWarning("an object"))
class Mine(UserWarning):
    pass
def f():
    warnings.warn("mine", Mine)
f()
f()
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    f()
    f()
    old()
    print(len(log), [str(w.message) for w in log], log[0].category, log[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        f()
    except Mine as e:
        print("raised", repr(e))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    f()
warnings.filterwarnings("ignore", message="quiet.*")
warnings.warn("quiet please")
warnings.warn("loud please")
warnings.warn("pending", PendingDeprecationWarning)
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "  code()  "))
for bad in (lambda: warnings.warn("x", int), lambda: warnings.warn("x", "y")):
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown:", message, category.__name__, lineno)
warnings.warn("custom")
