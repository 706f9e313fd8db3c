"""Bytes to reports: files, folders, addresses and standard input, one reader a format.

Start at :func:`reportedly.read.sources.read_sources`. A reader of a third party is an entry point
in the group ``reportedly.readers``, named after the file ending that it reads.
"""

READERS = {
    "text": "reportedly.read.text:TextReader",
    "html": "reportedly.read.html:HtmlReader",
    "pdf": "reportedly.read.pdf:PdfReader",
    "jsonl": "reportedly.read.jsonl:JsonlReader",
    "csv": "reportedly.read.csv:CsvReader",
    "feed": "reportedly.read.feed:FeedReader",
}
