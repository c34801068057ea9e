"""Reference values of the numeric functions near and far from 0, from exact doubles, at 400 digits.

    python3 reference/numeric.py        writes reference/numeric.json (mpmath 1.3)
"""

import json
from pathlib import Path

from mpmath import exp, log, log1p, loggamma, mp, mpf, psi

mp.dps = 400
SIZES = [10.0**-k for k in (300, 160, 100, 20, 10, 8, 5, 3, 2, 1)] + [0.25, 0.499, 0.5, 0.501, 0.75, 0.999, 1.0, 1.001]
RATIOS = [(1.0, 3.0), (0.3, 0.30000000000000004), (1.0, 1e-310), (5e-324, 1.0), (1e-320, 3e-5), (5e-324, 1e-323)]

POSITIVE = [1e-12, 0.01, 0.5, 1.0, 1.4616321449683622, 2.0, 3.75, 11.999, 12.0, 12.5, 100.0, 12345.5, 1e9, 1e20]
RISING = [(x, n) for x in (1e-9, 0.3, 1.0, 11.5, 40.0, 1e6, 1e25) for n in (0, 1, 7, 9, 30, 12_345, 1_000_000_000)]


def main():
    log1p_minus_x = [x for size in SIZES for x in (size, -size) if x > -1] + [-1 + 2**-53, 1e10, 1e300]
    expm1_minus_x = [x for size in SIZES for x in (size, -size)] + [-1e300, -40.0, 5.0, 700.0]
    sums = [[1e-20, 3e-20], [-1000.0, -1000.0, -1001.5], [700.0, 710.0], [0.0, -40.0], [-745.0, 300.25]]
    table = {
        "log1pMinusX": [[x, float(log1p(mpf(x)) - x)] for x in log1p_minus_x],
        "expm1MinusX": [[x, float(exp(mpf(x)) - 1 - x)] for x in expm1_minus_x],
        "logRatio": [[a, b, float(log(mpf(a) / mpf(b)))] for a, b in RATIOS],
        "digamma": [[x, float(psi(0, mpf(x)))] for x in POSITIVE],
        "trigammaExcess": [[x, float(mpf(x) * psi(1, mpf(x)) - 1)] for x in POSITIVE],
        "logRisingFactorial": [[x, n, float(loggamma(mpf(x) + n) - loggamma(mpf(x)))] for x, n in RISING],
        "logSumExp": [[x, float(log(sum(exp(mpf(v)) for v in x)))] for x in sums],
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(table) + "\n")


if __name__ == "__main__":
    main()
