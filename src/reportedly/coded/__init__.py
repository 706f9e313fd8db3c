"""What others coded: rows of their files to records, and back.

A row of ACLED, GED, GTD or somebody's spreadsheet has no text that could be quoted. It is therefore
never an account, a claim or a voice of ours: it founds no incident and moves no figure. It is kept
as that coder's word (``records.coded``), every cell as it stood, and shown beside the incident that
it most likely speaks of.

Each format is one module with a class that reads a row and writes it again, and a list of its
columns that says what becomes of each (``layout``): what our records can hold goes through them,
so that a copy shows what we understood and not what we were handed; all else is carried unread.
"""

IMPORTERS = {
    "acled": "reportedly.coded.acled:AcledImporter",
    "ged": "reportedly.coded.ged:GedImporter",
    "gtd": "reportedly.coded.gtd:GtdImporter",
}
