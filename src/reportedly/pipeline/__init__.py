"""The order of the stages. The only part of the program that knows it."""

from reportedly.pipeline.adding import Added, add, sources
from reportedly.pipeline.explaining import Explanation, Told, explain
from reportedly.pipeline.many import Readers
from reportedly.pipeline.one_report import read_report
from reportedly.pipeline.release import Release, incidents, release
from reportedly.pipeline.times import times
from reportedly.pipeline.tools import Tools

__all__ = [
    "Added",
    "Explanation",
    "Readers",
    "Release",
    "Told",
    "Tools",
    "add",
    "explain",
    "incidents",
    "read_report",
    "release",
    "sources",
    "times",
]
