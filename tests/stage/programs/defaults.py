class Shop:
    def add(self, item, *, basket=[], name="x"):
        basket.append(item)
        return basket


def add(item, basket=[]):
    basket.append(item)
    return basket


add("apple")
add("pear")
add("plum", [])
shop = Shop()
shop.add("fig")
