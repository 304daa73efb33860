# -*- coding: utf-8 -*-
# An encoding line that says what is so anyway.
print('é', len('日本'))
