"""Which actor a mention means: 300 mentions in public reports, and how many we read right.

``gold.jsonl`` was drawn blindly (known names in any case, bodies of states, capitals, unnamed
doers, branches; so it is full of words that are no actor) and labelled before the resolver was
worked on, by readers who had not seen its code; ``second`` is the label of another of them. A row
has offsets into a text of :mod:`train.sources`. ``answer`` is

* an id of the registry;
* ``ML:military``, ``ML:police``, ``ML:security-forces`` or ``ML:government``: a body of a state;
* ``unlisted:NAME``: named, but not in the registry; ``unnamed``: meant, but nobody says who;
* ``open:ID|ID``: nothing in the report decides between these; ``none``: no actor at all.
"""
