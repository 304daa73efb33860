# Exception classes with attributes.
class ShopError(Exception):
    """Something about the shop."""


class OutOfStock(ShopError):
    def __init__(self, item, left=0):
        super().__init__(f"no {item} left")
        self.item, self.left = item, left


e = OutOfStock("tea")
print(e, repr(e), e.args, e.item, e.left, isinstance(e, Exception), OutOfStock.__mro__)
raise e
