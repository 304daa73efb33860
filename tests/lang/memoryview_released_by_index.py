# An index that releases the view while it is asked for its value.
def releasing(view, value=0):
    class I:
        def __index__(self):
            try:
                view.release()
            except BufferError as error:
                print("not released:", error)
            return value
    return I()
def attempt(name, f):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)
m = memoryview(bytes(8)); attempt("item", lambda: m[releasing(m)])
m = memoryview(bytes(8)); attempt("beyond", lambda: m[releasing(m, 99)])
m = memoryview(bytes(8)); attempt("slice", lambda: bytes(m[releasing(m):]))
m = memoryview(bytearray(8))
def store(k, v): m[k] = v
attempt("store", lambda: store(releasing(m), 1))
m = memoryview(bytearray(8)); attempt("store value", lambda: store(0, releasing(m)))
m = memoryview(bytearray(8)); attempt("store slice", lambda: store(slice(releasing(m), 1), b"a"))
m = memoryview(bytearray(8)); attempt("store at beyond", lambda: store(releasing(m, 77), 1))
m = memoryview(bytes(8)); attempt("indices", lambda: m[(releasing(m),)])
