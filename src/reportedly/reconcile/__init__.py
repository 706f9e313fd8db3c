"""A group of accounts in, one incident out: independent voices, named rules, disputes."""

from reportedly.reconcile.case import Case
from reportedly.reconcile.incidents import contradictions, reconcile
from reportedly.reconcile.rules import COUNT_RULES
from reportedly.reconcile.voices import Voice, voices

__all__ = ["COUNT_RULES", "Case", "Voice", "contradictions", "reconcile", "voices"]
