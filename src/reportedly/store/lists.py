"""What many records are looked at by: pages of them, sums over them, the words on each side."""

from sqlalchemy import Engine

from reportedly.store.found import Finds
from reportedly.store.grouped import Grouped
from reportedly.store.sides import Sides


class Lists:
    def __init__(self, engine: Engine) -> None:
        self.finds = Finds(engine)
        self.grouped = Grouped(engine)
        self.sides = Sides(engine)
