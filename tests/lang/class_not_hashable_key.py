# test: stderr=last
class C:
    __hash__ = None


{C(): 1}
