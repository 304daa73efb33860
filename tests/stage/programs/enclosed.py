class Shelf:
    def __init__(self):
        self.books = []
        self.sizes = {}

    def put(self, book):
        self.books.append(book)
        self.sizes[book] = len(book)
        self.books = sorted(self.books)


def later():
    words = ["a", "b"]
    return [lambda: (word, top) for word in words]


top = 9
shelf = Shelf()
shelf.put("emma")
for f in later():
    print(f())
