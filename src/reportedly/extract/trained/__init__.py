"""The trained reader: a small encoder with heads proposes, rules decide and explain.

labels      what it can say
windows     text → tokens → overlapping windows
network     runs the encoder (onnxruntime); the model's files
heads       what the heads make of its states (numpy)
spans       tag probabilities → spans
proposals   all spans of a text, and which belong together
sayings     cues → who said what
weighing    what the rules found, in the light of the proposals
statements  what somebody said that the rules missed
reader      the extractor
"""
