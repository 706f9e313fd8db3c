"""Counts in MUC-4's form: 5, 5- (or more), -5 (up to), ~5, 3-5, PLURAL."""

from typing import Any

from reportedly.records import Count


def number(count: Count) -> dict[str, Any]:
    low, high = count.low, count.high
    if count.bound in ("dozens", "several"):
        return {"raw": "PLURAL", "min": 2, "max": None, "approx": False, "plural": True}
    if count.bound == "approx":
        n = count.figure
        return {"raw": f"~{n}", "min": n, "max": n, "approx": True}
    if count.bound == "at_least" and low is not None:
        return {"raw": f"{low}-", "min": low, "max": None, "approx": False}
    if count.bound == "up_to" and high is not None:
        return {"raw": f"-{high}", "min": None, "max": high, "approx": False}
    if low is not None and high is not None and low != high:
        return {"raw": f"{low}-{high}", "min": low, "max": high, "approx": False}
    n = count.figure
    return {"raw": str(n), "min": n, "max": n, "approx": False}
