"""Which reports of an incident are copies, noted while the incidents of one step are made."""

from collections.abc import Iterable, Iterator, Mapping

from reportedly.pipeline.adding_up import AddedUp, Group
from reportedly.pipeline.verdicts import Verdicts
from reportedly.records import Incident
from reportedly.review import UNSURE
from reportedly.store.queueing import Doubts


class Copied:
    """``groups``: the accounts of the incidents that are made anew, by name."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._groups = groups
        self._copies: dict[int, str | None] = {}

    def noted(self, made: Iterable[AddedUp]) -> Iterator[Incident]:
        """The incidents, as they pass by."""
        for incident, copies in made:
            group = self._groups[incident.id]
            self._copies |= {head.number: copies.get(head.report) for head in group}
            yield incident

    def doubts(self, verdicts: Verdicts) -> Doubts:
        """Once all incidents have passed."""
        return Doubts(
            copies=self._copies,
            settled=verdicts.settled(),
            apart=verdicts.splits,
            sure=UNSURE,
        )
