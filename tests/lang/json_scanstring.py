# Where the string ends: what scanstring returns with it.
from json.decoder import scanstring
from json import JSONDecoder, JSONDecodeError

for text, start in ('"abc" tail', 1), (r'"a\u00e9\n\ud834\udd1e"', 1), ('x: "y"', 4), ('""', 1), (r'"\"q\""rest', 1):
    print(ascii(scanstring(text, start, True)))
for text in '"open', '"a\nb"', r'"\x"':
    try:
        print(scanstring(text, 1, True))
    except JSONDecodeError as error:
        print(error)
print(scanstring('"a\nb"', 1, False), JSONDecoder().raw_decode('{"a": "b"} rest'))
