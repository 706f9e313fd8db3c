"""Decisions over HTTP: made, taken back, listed. Each is stored before the answer is given."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, StringConstraints

from reportedly import contract, pipeline, review
from reportedly.errors import DecisionConflict
from reportedly.pipeline import Release
from reportedly.records import Decision
from reportedly.web.deciding import Asked, Spoken, decision, spoken
from reportedly.web.desk import AtDesk, Desk
from reportedly.wording import decided

router = APIRouter(tags=["decisions"])
_NO_NAME = "say who decides first: your name stands under the decision"
IfMatch = Annotated[
    str | None,
    Header(description="The log as you saw it: the ETag of what you read. Needed."),
]


class Back(BaseModel):
    """``id``: of a decision, also of an undo; your last one in force if not given."""

    id: Annotated[str, StringConstraints(max_length=200)] | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)] = ""


def seen(desk: Desk) -> str:
    """The state of the log: what If-Match is compared with."""
    return desk.store.index.last_decision() or review.NOTHING


@router.post("/api/decisions", status_code=201)
def decide(request: Request, desk: AtDesk, asked: Asked, if_match: IfMatch = None) -> Response:
    """Store a decision, unless somebody decided the same thing since you looked (412)."""
    return _stored(desk, if_match, lambda release, who: decision(asked, release, desk.tools, who))


@router.post("/api/statements", status_code=201)
def say(request: Request, desk: AtDesk, asked: Spoken, if_match: IfMatch = None) -> Response:
    """Store what a person makes of a statement, or of words: whose, and what act. As a decision."""
    return _stored(desk, if_match, lambda release, who: spoken(asked, release, desk.tools, who))


def _stored(desk: Desk, if_match: str | None, make: Callable[[Release, str], Decision]) -> Response:
    if desk.reviewer is None:
        return JSONResponse({"error": _NO_NAME}, 401)
    if not if_match:
        return JSONResponse({"error": "say with If-Match which state of the log you saw"}, 428)
    try:
        made = make(desk.release(), desk.reviewer)
        changes = pipeline.put(desk.store, desk.tools, made, log=if_match.strip('"'))
    except DecisionConflict as conflict:
        return JSONResponse({"error": str(conflict)}, 412)
    except ValueError as error:
        return JSONResponse({"error": str(error), "reason": "reason" in str(error)}, 422)
    words = [line for one in changes for line in decided.change(one)]
    return _answer(desk, made, words)


@router.post("/api/undo", status_code=201)
def undo(request: Request, desk: AtDesk, back: Back) -> Response:
    """Take a decision back; undo an undo to have it in force again."""
    if desk.reviewer is None:
        return JSONResponse({"error": _NO_NAME}, 401)
    known = desk.store.decisions()
    target = review.to_undo(known, back.id, desk.reviewer)
    made = review.decide(
        "undo", [target], reviewer=desk.reviewer, codebook=desk.tools.codebook, reason=back.reason
    )
    pipeline.put(desk.store, desk.tools, made)
    undone = next(one for one in known if one.id == target)
    words = decided.words(made, desk.release(), {one.id: one for one in known})
    return _answer(desk, made, [words], _at(desk, undone))


@router.get("/api/log")
def log(desk: AtDesk, after: str | None = None, limit: int = 100) -> Response:
    """Decisions, the oldest first. ``after``: the id that the page before ended with."""
    made = desk.store.decisions()
    start = next((n for n, one in enumerate(made, 1) if one.id == after), 0)
    shown = made[start : start + max(1, min(limit, 500))]
    more = shown[-1].id if start + len(shown) < len(made) else None
    return JSONResponse({"decisions": [contract.decision(one) for one in shown], "next": more})


def _answer(desk: Desk, made: Decision, words: list[str], at: int | None = None) -> Response:
    body = {"decision": contract.decision(made), "changes": words, "at": at}
    return JSONResponse(body, 201, headers={"ETag": f'"{seen(desk)}"'})


def _at(desk: Desk, undone: Decision) -> int | None:
    """The account that a decision was about, where the desk can open it again."""
    ids = [anchor.id for anchor in undone.anchors]
    numbers = desk.store.index.numbers_of(ids)
    return next((numbers[id] for id in ids if id in numbers), None)
