# Triple-quoted strings hold line breaks and quotes.
text = """first
  second "quoted" and 'single'
third\
 joined"""
print(text)
print(repr(text))
print(repr('''a''b'''), len("""""" ""))
