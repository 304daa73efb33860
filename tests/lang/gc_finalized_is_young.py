# An object whose __del__ runs is young again, and stays so if it comes back to life.
import gc


def where(thing):
    return [number for number in range(3) if any(each is thing for each in gc.get_objects(generation=number))]


class Phoenix:
    def __del__(self):
        print("del", where(self), gc.is_finalized(self))
        kept.append(self)


kept = []
phoenix = Phoenix()
gc.collect()
print(where(phoenix))
del phoenix
print(where(kept[0]), gc.is_finalized(kept[0]))
gc.collect()
print(where(kept[0]))
kept.clear()
print("gone")


def generator():
    try:
        yield
    finally:
        print("closed", where(it))


it = generator()
next(it)
gc.collect()
held = [it]
print(where(it))
it.close()
print(where(it))
