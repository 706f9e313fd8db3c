"""Time expressions of 36 newspaper articles of 2015 to 2022, annotated for this project.

By the TimeML guidelines, by readers who had not seen the program; offsets only, the texts are those
of :mod:`train.sources`. ``read.jsonl`` may be read, ``unread.jsonl`` is for measuring only.
"""
