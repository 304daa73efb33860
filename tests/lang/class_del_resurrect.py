# An object can bring itself back, once.
class C:
    def __del__(self):
        print("del")
        saved.append(self)


saved = []
C()
print(len(saved), type(saved[0]).__name__)
saved.clear()
print("end", len(saved))
