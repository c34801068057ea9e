"""Entropies, KL divergences and best normal fits of densities on the line, with 50 digits (mpmath). Writes continuous.json.

Integrals are Gauss-Legendre sums on pieces that are halved until two of them agree with their whole to 32 digits. Densities are
specified by doubles, taken exactly. Matrices: closed forms in 50 digits.
"""

import json
import random
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 50
INF = mp.inf


def gauss_legendre(n):
    """Nodes and weights on [-1, 1], by Newton's method on the Legendre polynomial."""
    out = []
    for k in range(1, n + 1):
        x = mp.cos(mp.pi * (k - mpf(1) / 4) / (n + mpf(1) / 2))
        for _ in range(100):
            a, b = mpf(1), x
            for j in range(2, n + 1):
                a, b = b, ((2 * j - 1) * x * b - (j - 1) * a) / j
            derivative = n * (x * b - a) / (x * x - 1)
            step = b / derivative
            x -= step
            if abs(step) < mpf(10) ** -48:
                break
        out.append((x, 2 / ((1 - x * x) * derivative**2)))
    return out


RULE = gauss_legendre(30)


def piece(f, a, b):
    c, h = (a + b) / 2, (b - a) / 2
    total = None
    for x, w in RULE:
        values = f(c + h * x)
        total = [w * v for v in values] if total is None else [t + w * v for t, v in zip(total, values)]
    return [h * t for t in total]


def integral(f, points):
    """Integrals of the components of f, over the pieces between points."""
    todo = [(a, b, piece(f, a, b)) for a, b in zip(points, points[1:])]
    size = [sum(abs(t[2][i]) for t in todo) for i in range(len(todo[0][2]))]
    total = [mpf(0)] * len(size)
    while todo:
        a, b, whole = todo.pop()
        middle = (a + b) / 2
        left, right = piece(f, a, middle), piece(f, middle, b)
        both = [x + y for x, y in zip(left, right)]
        if all(abs(x - y) <= mpf(10) ** -32 * s for x, y, s in zip(both, whole, size)):
            total = [t + x for t, x in zip(total, both)]
        else:
            todo += [(a, middle, left), (middle, b, right)]
    return total


class Density:
    def __init__(self, spec):
        family = spec["family"]
        self.spec = spec
        if family in ("normal", "gaussianMixture"):
            parts = [dict(spec, weight=1.0)] if family == "normal" else spec["components"]
            parts = [(mpf(c["weight"]), mpf(c["mean"]), mpf(c["sd"])) for c in parts]
            total = sum(w for w, _, _ in parts)
            self.parts = [(w / total, m, s) for w, m, s in parts]
            consts = [(w / (s * mp.sqrt(2 * mp.pi)), m, s) for w, m, s in self.parts]
            self.log = lambda x: self.log_mixture(x, consts)
            self.support = (-INF, INF)
            self.marks = [m + z * s for _, m, s in parts for z in (-18, -12, -8, -5, -2, 0, 2, 5, 8, 12, 18)]
        elif family == "uniform":
            a, b = mpf(spec["from"]), mpf(spec["to"])
            self.log = lambda x: -mp.log(b - a)
            self.support, self.marks = (a, b), [a, b]
        elif family == "exponential":
            r = mpf(spec["rate"])
            self.log = lambda x: mp.log(r) - r * x
            self.support, self.marks = (mpf(0), INF), [z / r for z in (0, 4, 10, 20, 40, 80, 160)]
        else:
            m, b = mpf(spec["location"]), mpf(spec["scale"])
            self.log = lambda x: -mp.log(2 * b) - abs(x - m) / b
            self.support = (-INF, INF)
            self.marks = [m + s * z * b for z in (0, 4, 10, 20, 40, 80, 160) for s in (-1, 1)]

    @staticmethod
    def log_mixture(x, consts):
        logs = [mp.log(c) - ((x - m) / s) ** 2 / 2 for c, m, s in consts]
        top = max(logs)
        return top + mp.log(sum(mp.exp(l - top) for l in logs))


def points_of(*densities):
    """Breakpoints inside the support of the first, with whatever the others change on."""
    lo, hi = densities[0].support
    own = densities[0].marks
    lo, hi = max(lo, min(own)), min(hi, max(own))
    return sorted({x for d in densities for x in d.marks if lo <= x <= hi} | {lo, hi})


def kl(p, q):
    if q.support[0] > p.support[0] or q.support[1] < p.support[1]:
        return INF

    def f(x):
        a = p.log(x)
        return [mp.exp(a) * (a - q.log(x))]

    return integral(f, points_of(p, q))[0]


def entropy(p):
    def f(x):
        a = p.log(x)
        return [-mp.exp(a) * a]

    return integral(f, points_of(p))[0]


def digits(x):
    return "Infinity" if x == INF else mp.nstr(x, 25)


def best_reverse(p, mean, sd):
    """Newton's method on the gradient of D(Q||P) in (mean, ln sd), by moments of Hermite polynomials."""
    m, s = mpf(mean), mpf(sd)
    for _ in range(40):
        q = Density({"family": "normal", "mean": m, "sd": s})

        def f(x):
            z = (x - m) / s
            log_q = q.log(x)
            u = (log_q - p.log(x)) * mp.exp(log_q)
            h2 = z * z - 1
            return [u, u * z, u * h2, u * (z**3 - 3 * z), u * (z**4 - 6 * z * z + 3)]

        d, g1, g2, t, fourth = integral(f, points_of(q, p))
        a, b, c = g2 + 1, t, 2 * (g2 + 1) + fourth
        det = a * c - b * b
        step = (-(c * g1 - b * g2) / det, -(a * g2 - b * g1) / det)
        m, s = m + step[0] * s, s * mp.exp(step[1])
        if abs(g1) + abs(g2) < mpf(10) ** -22:
            return {"mean": digits(m), "sd": digits(s), "value": digits(d)}
    raise ValueError("no convergence")


def mixture(*parts):
    return {"family": "gaussianMixture", "components": [dict(zip(("weight", "mean", "sd"), c)) for c in parts]}


def normal(mean, sd):
    return {"family": "normal", "mean": mean, "sd": sd}


def laplace(location, scale):
    return {"family": "laplace", "location": location, "scale": scale}


def random_mixture(rng):
    k = rng.randint(1, 4)
    eighths = sorted(rng.sample(range(1, 8), k - 1))
    weights = [(b - a) / 8 for a, b in zip([0] + eighths, eighths + [8])]
    scale = 10 ** rng.uniform(-3, 3)
    reach = rng.choice([0.5, 3, 20])
    return mixture(*[(w, scale * rng.gauss(0, reach), scale * 10 ** rng.uniform(-1, 1)) for w in weights])


def random_density(rng):
    kind = rng.random()
    if kind < 0.6:
        return random_mixture(rng)
    if kind < 0.75:
        return laplace(rng.gauss(0, 2), 10 ** rng.uniform(-1, 1))
    if kind < 0.9:
        return {"family": "exponential", "rate": 10 ** rng.uniform(-1, 1)}
    a = rng.gauss(0, 2)
    return {"family": "uniform", "from": a, "to": a + 10 ** rng.uniform(-1, 1)}


BUMPS = mixture((0.5, -2.2, 0.7), (0.5, 2.2, 0.7))


def pairs():
    named = [
        (BUMPS, normal(0, 1.5)),
        (BUMPS, normal(0, 5.33**0.5)),
        (BUMPS, normal(2.2, 0.7)),
        (BUMPS, normal(2.1933, 0.7104)),
        (BUMPS, normal(0, 2.6)),
        (normal(0, 1), normal(1e-9, 1)),
        (normal(0, 1), normal(0, 1.0000001)),
        (normal(0, 1), normal(1e4, 1e-3)),
        (normal(1e6, 1e-3), normal(1e6 + 1e-3, 2e-3)),
        (normal(0, 1e-3), normal(0, 1e3)),
        (mixture((0.5, -1000, 1e-3), (0.5, 1000, 1e-3)), normal(0, 1000)),
        (mixture((0.5, 0, 1e-3), (0.5, 0, 1)), mixture((0.5, 0, 2e-3), (0.5, 0, 1))),
        (mixture((0.999999, 0, 1), (1 - 0.999999, 50, 0.1)), normal(0, 1)),
        (laplace(0, 1), normal(0, 1e-3)),
        (laplace(0, 1), laplace(0.5, 2)),
        (laplace(0, 1), laplace(1e-6, 1)),
        ({"family": "exponential", "rate": 1}, normal(0, 1)),
        ({"family": "exponential", "rate": 1}, {"family": "exponential", "rate": 1.5}),
        ({"family": "uniform", "from": 0, "to": 1}, {"family": "uniform", "from": -1, "to": 2}),
        ({"family": "uniform", "from": 1, "to": 2}, {"family": "exponential", "rate": 3}),
        ({"family": "uniform", "from": 0, "to": 1}, BUMPS),
        (laplace(0, 1), BUMPS),
        # Kinks and boundary layers of a narrow model far inside a wide truth.
        (normal(0.67, 0.34), mixture((0.5, -0.0083, 0.00185), (0.5, 0.0051, 0.00173))),
        (laplace(1.27, 393), mixture((0.375, -0.0005, 0.716), (0.625, -0.0001, 0.679))),
        (laplace(3.4, 375), mixture((0.5, -292, 0.229), (0.125, -241, 3.38), (0.375, 54.9, 0.103))),
        (laplace(-2.9, 371), mixture((0.25, 8.1, 0.046), (0.125, 12.5, 0.0034), (0.25, 1.2, 0.81), (0.375, 3.8, 0.93))),
    ]
    rng = random.Random(20)
    return named + [(random_density(rng), random_density(rng)) for _ in range(60)]


def covariance(rng, k):
    a = [[rng.gauss(0, 1) for _ in range(k)] for _ in range(k)]
    c = [[sum(a[i][l] * a[j][l] for l in range(k)) + (0.1 if i == j else 0) for j in range(k)] for i in range(k)]
    return [[c[max(i, j)][min(i, j)] for j in range(k)] for i in range(k)]


def multivariate(p_mean, p_cov, q_mean, q_cov):
    P, Q = mp.matrix(p_cov), mp.matrix(q_cov)
    k = len(p_mean)
    d = mp.matrix([mpf(b) - mpf(a) for a, b in zip(p_mean, q_mean)])
    inverse = Q**-1
    m = inverse * P
    trace = sum(m[i, i] for i in range(k))
    value = (trace - k + (d.T * inverse * d)[0] + mp.log(mp.det(Q) / mp.det(P))) / 2
    h = (k * mp.log(2 * mp.pi * mp.e) + mp.log(mp.det(P))) / 2
    spec = lambda mean, cov: {"mean": mean, "covariance": cov}
    return {"p": spec(p_mean, p_cov), "q": spec(q_mean, q_cov), "value": digits(value), "entropy": digits(h)}


def matrices():
    rng = random.Random(3)
    out = []
    for k in (1, 2, 3, 5, 8):
        p, q = covariance(rng, k), covariance(rng, k)
        mean = [rng.gauss(0, 1) for _ in range(k)]
        out.append(multivariate(mean, p, [rng.gauss(0, 1) for _ in range(k)], q))
        near = [[x * (1 + 1e-8 * (i + 1) * (j + 1)) for j, x in enumerate(row)] for i, row in enumerate(p)]
        out.append(multivariate(mean, p, [x + 1e-9 for x in mean], near))
    return out


def univariate():
    cases = [(0, 1, 1, 2), (0, 1, 1e-9, 1), (0, 1, 0, 1 + 1e-9), (0, 1e-150, 0, 1e150), (0, 1e100, 0, 1), (3, 2, 3, 2)]
    cases += [(0, 0.7, 0.1, 1), (5, 1, 5, 1.5), (1e8, 1, 1e8 + 1, 1.0001)]
    out = []
    for a, s, b, t in cases:
        a2, s2, b2, t2 = map(mpf, (a, s, b, t))
        with mp.workdps(700):
            value = mp.log(t2 / s2) + (s2**2 + (a2 - b2) ** 2) / (2 * t2**2) - mpf(1) / 2
        out.append({"p": [a, s], "q": [b, t], "value": digits(value)})
    return out


if __name__ == "__main__":
    measured = []
    for p, q in pairs():
        P, Q = Density(p), Density(q)
        values = {"forward": kl(P, Q), "reverse": kl(Q, P), "entropy": entropy(P)}
        measured.append({"p": p, "q": q, **{name: digits(value) for name, value in values.items()}})
    three = mixture((0.5, -3, 0.5), (0.3, 1, 1), (0.2, 6, 0.25))
    starts = [(BUMPS, 2.2, 0.7), (BUMPS, 0, 2), (three, -3, 0.5), (three, 1, 1), (three, 6, 0.25)]
    fits = [dict(p=p, **best_reverse(Density(p), *at)) for p, *at in starts]
    everything = {"pairs": measured, "normals": univariate(), "multivariate": matrices(), "reverseFits": fits}
    Path(__file__).with_suffix(".json").write_text(json.dumps(everything, indent=1) + "\n")
