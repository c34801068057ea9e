"""Studentised bootstrap intervals (Davison & Hinkley 1997, §2.4) by NumPy: of n units n − 1 are drawn, which makes the spread of a mean s²/n.

    python3 reference/studentised.py       writes reference/studentised.json (NumPy 1.26)
"""

import json
from pathlib import Path

import numpy as np

BATCHES, RESAMPLES = 40, 20_000


def studentised(sums, sizes, rng):
    """Between which values Σ sums/Σ sizes of units lies, at 95 %, and the standard errors of these ends, which are those of Monte Carlo alone."""
    mean = sums.sum() / sizes.sum()
    excess = sums - mean * sizes
    n, k = len(sums), len(sums) - 1
    whole = np.sqrt((excess**2).mean() / k) / sizes.mean()
    ends = []
    for _ in range(BATCHES):
        drawn = rng.integers(n, size=(RESAMPLES, k))
        size = sizes[drawn].sum(1)
        error = excess[drawn].std(1, ddof=1) * np.sqrt(k) / size
        off = (sums[drawn].sum(1) / size - mean) / error
        high, low = np.quantile(off, [0.025, 0.975])
        ends.append([mean - whole * low, mean - whole * high])
    ends = np.array(ends)
    return ends.mean(0).tolist(), (ends.std(0, ddof=1) / np.sqrt(BATCHES)).tolist()


def case(name, values, of, rng):
    values = np.round(values, 6)
    parts = np.unique(of)
    sums = np.array([values[of == part].sum() for part in parts])
    sizes = np.array([(of == part).sum() for part in parts], float)
    ends, errors = studentised(sums, sizes, rng)
    return {"name": name, "values": values.tolist(), "of": of.tolist(), "ends": ends, "errors": errors}


if __name__ == "__main__":
    rng = np.random.default_rng(5)
    alone = np.exp(1.2 * rng.standard_normal(60))
    of = np.repeat(np.arange(24), rng.integers(1, 8, 24))
    shared = np.exp(rng.standard_normal(24))[of] * rng.exponential(size=len(of))
    found = [case("single observations", alone, np.arange(60), rng), case("clusters of unequal size", shared, of, rng)]
    Path(__file__).with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n")
