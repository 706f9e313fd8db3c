"""The trained reader: a small encoder with heads proposes, rules decide and explain.

labels      what it can say
wordpiece   text → pieces of words
windows     pieces → overlapping windows
network     runs the encoder (onnxruntime); the model's files
heads       what the heads make of its states (numpy)
spans       tag probabilities → spans
proposals   all spans of a text, and which belong together
sayings     cues → who said what
events      incidents and doers where the rules find none; their doers that it doubts; how far two
            clauses tell of one incident
statements  what somebody said that the rules missed or misheard
reader      the extractor
"""
