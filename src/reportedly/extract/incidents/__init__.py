"""What happened: accounts of incidents from an annotated report, by rules. Pure.

triggers      words that tell of an incident, and whether it happened
casualties    which numbers of people are tolls, and of what
agents        who did it, to whom, with what
frames        what one clause tells of one incident
coreference   which frames tell of the same incident
figures       totals, parts and replaced figures
accounts      the frames of one incident as an account with claims
"""

from reportedly.extract.incidents.accounts import accounts

__all__ = ["accounts"]
