"""What waits takes no time; what tests measures as often as CPython."""
import asyncio
import re
import sys
import unicodedata
import unittest


async def say(what, after):
    await asyncio.sleep(after)
    print(what)
    return what


async def main():
    print(await asyncio.gather(say("later", 1), say("sooner", 0.25)))
    try:
        await asyncio.wait_for(say("never", 5), timeout=0.0105)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())


word = "Jalape\u00f1o"
composed = unicodedata.normalize("NFC", word)
print(composed is word, unicodedata.normalize("NFD", word) == word)
scanner = re.compile("a").scanner("aa")
print(sys.getsizeof(scanner), scanner.match())


class Sums(unittest.TestCase):
    def test_lists(self):
        ones = [1]
        self.assertEqual(ones, [1])

    def test_numbers(self):
        self.assertEqual(sum([1, 2]), 3)


unittest.main()
