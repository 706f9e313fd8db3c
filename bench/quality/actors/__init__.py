"""Which actor a mention means: 451 mentions in public reports, and how many we read right.

``read.jsonl`` (300) may be read; ``unread.jsonl`` (151), drawn later, is for measuring only. Both
were drawn blindly (known names in any case, bodies of states, capitals, unnamed doers, branches; so
they are full of words that are no actor) and labelled by readers who had not seen the resolver, the
first before it was worked on; ``second`` is the label of another of them. A row has offsets into a
text of :mod:`train.sources`. ``answer`` is

* an id of the registry;
* ``ML:military``, ``ML:police``, ``ML:security-forces`` or ``ML:government``: a body of a state;
* ``unlisted:NAME``: named, but not in the registry; ``unnamed``: meant, but nobody says who;
* ``open:ID|ID``: nothing in the report decides between these; ``none``: no actor at all.
"""
