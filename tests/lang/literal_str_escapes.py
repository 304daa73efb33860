# Escape sequences in strings.
print("tab\there", "back\\slash", 'quote\'', "dquote\"")
print(repr("\a\b\f\n\r\t\v\0"))
print("\x41\x7a", "\101\60", "\u00e9\u20ac", "\U0001F600")
print("line one\
 goes on")
print(len("\x00\x01"), repr("\x00\x01\x1f\x7f\x80\xa0\xad\xff"))
print(repr("\ud800"), repr("\u200b\u2028\ue000\uffff\U0010ffff"))
