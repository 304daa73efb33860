# Pickles that are none: what the reader says of letters, numbers and lengths that it does not understand.
import pickle

for data in (b"'", b"\\", b"\xff.", b"(lp\n.", b"I\n.", b"L\n.", b"gx\n.", b"Npx\n.", b"L12x4L\n.", b"L12\xf04L\n.",
             b"Np\xb8\n.", b"]q\x00(e", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xff]", b"\x80\x63N.", b"h\x05.",
             b"K", b"(.", b"0.", b"\x85.", b"}(NNs", b"x.", b"b.", b"R.", b"F1x\n.", b"S1\n.", b"Vx\\u12\n.", b"Vx\\u12g4y\n.", b"V\\\\u0041\\u0041\\\n.",
             b"V\\U00110000\n.", b"V\\U0001f600\xe9\n."):
    try:
        print(data, pickle.loads(data))
    except Exception as e:
        print(data, type(e).__name__, e)
