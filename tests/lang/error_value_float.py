# float of text that is no number.
float("1.2.3")
