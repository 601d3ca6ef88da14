"""The library: openly licensed art for nouns that no rig draws, found by meaning in a committed table.

`pieces.txt` says by hand which drawing each piece is, how tall, and which nouns it draws; `build` makes `art.zip` (the
drawings) and `nouns.tsv` (some ten thousand nouns, by what they mean) from it. Nothing is looked up but in these two files.
"""
