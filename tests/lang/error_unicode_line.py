# The carets below a line with wide and accented letters: earlier ones count some columns wrong.
größe = {"é": 1}
print("日本語", größe["é"], größe["ñ"])
