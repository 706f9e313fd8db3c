"""What happened: accounts of incidents from an annotated report, by rules. Pure.

Words     phrases        the words and phrases of the rules, from the .toml files beside them
          triggers       words that tell of an incident, by type
          reality        whether the text says that it happened
People    outcomes       what is done to people, and a number tied to it
          tolls          which numbers are tolls: objects and subjects of an outcome
          measures       "a death toll of 40", "12 dead", "no casualties"
          parts          "including three children"
          nature         who died in a flood beside it
          attackers      "killing himself and three others"
          persons        single persons a sentence tells of; names are not kept
          fates          what became of each of them
          agents         who did it
          targets        against whom or what, with what
Clauses   clauses        where a sentence turns to another incident
          frames         what one clause tells of one incident
          settings       whose words tell of it, and which places are the incident's
          timing         which times are
          headings       the items of a bulletin: the day and place of what follows
          stage          the place and day that a paragraph sets before it tells
          searches       police work in the words of an attack
          retractions    what the report takes back
          aggregates     several incidents told in one breath
          turning        where a clause turns to another incident, by its grammar
          framing        frames read off a report
Incidents threads        the frames of one incident
          agreement      how well a frame agrees with an incident
          coreference    which frames tell of the same incident
Accounts  genre          reports of something else in the words of violence
          telling        one incident as the report tells it
          scene          where and when a report is set
          passages       the sentences that go on with an incident
          onebyone       counts of people told of one by one
          figures        totals, parts and replaced figures
          attribution    claimed, accused, denied
          claims         every claim of an incident, field by field
          accounts       the incidents of a report
"""

from reportedly.extract.incidents.accounts import accounts
from reportedly.extract.incidents.framing import Also

__all__ = ["Also", "accounts"]
