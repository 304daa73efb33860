# A text that grows where it stands, past the room of one block after another, keeps what it held.
def build(parts):
    text = ', '.join(parts)
    for part in parts:
        text += ', fold=1'
        text += part
    return text


for n in range(1, 12):
    print(ascii(build(['2024', '5', '17', '10', '20', '30', '500'][:n] * n)))
grown = 'x' * 3
for i in range(400):
    grown += chr(97 + i % 26)
    if i % 7 == 0:
        grown += 'é€'[i % 2]
print(ascii(grown), len(grown))
