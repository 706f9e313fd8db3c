"""From what the package reads to MUC-4's templates, in its 24 slots or the later five.

``pages`` makes a page of a row, ``incidents`` makes neutral templates (``template``) of a reading,
``slots`` and ``five`` write these in the benchmark's words. What a reader knows ends at
``template``; MUC-4's policies (docs/how-to/measure-quality.md) begin there.
"""
