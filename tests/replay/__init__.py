"""Incidents follow from what a store holds, whatever way it came there: on random stories."""
