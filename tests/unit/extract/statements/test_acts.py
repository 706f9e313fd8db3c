"""What a statement does."""

from collections.abc import Callable

import pytest

from reportedly.extract.statements.acts import acts
from reportedly.extract.statements.blame import names_a_culprit
from reportedly.records import Act, Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Roe said the bridge was open.", "assert"),
        ("Roe warned of a flood.", "warn"),
        ("Roe urged them to leave.", "urge"),
        ("Roe rejected the report.", "deny"),
        ("Roe blamed the army for the fire.", "accuse"),
        ("Roe accused rebels of arson.", "accuse"),
        ("Roe confirmed that it fell.", "confirm"),
        ("Roe predicted a long war.", "predict"),
        ("Roe vowed to return.", "promise"),
        ("Roe believes that it fell.", "assess"),
        ("Roe doubted that it fell.", "doubt"),
        ("Roe does not believe that it fell.", "doubt"),
        # the content decides under a neutral verb
        ("“It must not become a habit,” Roe said.", "urge"),
        ("Roe said the claims were false.", "deny"),
        ("Roe said there was no longer any risk.", "deny"),
        ("Roe said rebels could attack the port.", "warn"),
        ("Roe said prices were likely to fall.", "predict"),
        ("“It appears that they left,” Roe said.", "assess"),
        ("“We will rebuild the school,” Roe said.", "promise"),
        ("Roe said soldiers shot two farmers.", "accuse"),
        ("Roe said gunmen shot two farmers.", "assert"),
        ("Roe said Orland was repatriating families.", "accuse"),
        ("Roe said a captain had been found guilty of arson.", "accuse"),
        ("“Let’s pray for the families,” Roe said.", "urge"),
        ("Roe said at least 20 people were killed.", "estimate"),
        # claims of responsibility
        ("The Red Front claimed responsibility for the blast.", "claim_responsibility"),
        ("The Red Front claimed to have killed nine soldiers.", "claim_responsibility"),
        ("The Red Front claimed the attack.", "claim_responsibility"),
        ("The Red Front said its fighters attacked the base.", "claim_responsibility"),
        ("Red Front spokesman Bo Lind said they hit the base.", "claim_responsibility"),
        ("The blast was claimed by the Red Front.", "claim_responsibility"),
    ],
)  # fmt: skip
def test_act(read: Read, text: str, act: Act) -> None:
    assert read(text)[0].act == act


def test_every_rule_compiles_and_has_a_name() -> None:
    assert all(rule.name and rule.pattern.pattern for rule in acts().rules)


@pytest.mark.parametrize(
    ("content", "blames"),
    [
        ("soldiers shot two farmers", True),
        ("he was abducted by agents of the junta", True),
        ("a bomb in Harbour Town killed nine", False),
        ("armed men killed nine", False),
        ("Ann Roe was killed", False),
    ],
)
def test_a_culprit_is_named(content: str, blames: bool) -> None:
    assert names_a_culprit(content) is blames


def test_the_states_own_forces_are_no_culprits_in_its_mouth() -> None:
    assert not names_a_culprit("soldiers shot two bandits", own_side=True)
