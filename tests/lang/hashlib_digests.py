import base64
import binascii
import colorsys
import hashlib
import unicodedata

for data in (b'', b'a', b'hello world', bytes(range(256)) * 3, b'x' * 55, b'x' * 56, b'x' * 64, b'x' * 111, b'x' * 112, b'x' * 128):
    for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
        h = hashlib.new(name, data)
        print(name, len(data), h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b'ab')
g = h.copy()
h.update(b'c')
print(h.hexdigest() == hashlib.sha256(b'abc').hexdigest(), g.hexdigest() == hashlib.sha256(b'ab').hexdigest())
for bad in (lambda: hashlib.md5('text'), lambda: hashlib.new('nope')):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:30])
for data in (b'', b'f', b'fo', b'foo', b'foob', bytes(range(200, 256))):
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), binascii.hexlify(data), binascii.crc32(data))
    print(base64.b64decode(base64.b64encode(data)) == data, base64.b32decode(base64.b32encode(data)) == data, binascii.unhexlify(binascii.hexlify(data)) == data)
for text in ('Zm9v', 'Zm9', 'Zg', 'Z', 'Zm9v\n', 'Zm!9v', '===='):
    try:
        print(text, base64.b64decode(text))
    except Exception as e:
        print(text, type(e).__name__, e)
for text in ('abc', 'zz', '6162'):
    try:
        print(binascii.unhexlify(text))
    except ValueError as e:
        print(type(e).__name__, e)
print(colorsys.rgb_to_hsv(.2, .4, .6), colorsys.hsv_to_rgb(.5, .5, .5), colorsys.rgb_to_hls(.2, .4, .6), colorsys.hls_to_rgb(.3, .4, .5), colorsys.rgb_to_yiq(.1, .2, .3))
for c in 'aA1 _-\n\u00e9\u00df\u4e2d\u0301\u20ac\u2028\U0001f600\u0663':
    print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.mirrored(c), unicodedata.decimal(c, None))
for text in ('e\u0301', '\u00e9', '\ufb01x', '\u1e9b\u0323', '\uac00', 'q\u0307\u0323', 'plain'):
    print([ascii(unicodedata.normalize(form, text)) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')], [unicodedata.is_normalized(form, text) for form in ('NFC', 'NFD')])
