"""Estimates from samples by other systems: scikit-learn's private functions, which neither scale nor add noise; infomeasure without noise; and what they do not
have by its published formula over SciPy's k-d tree. Writes neighbours.json, samples and all.

Made with scikit-learn 1.9.1, infomeasure 0.6.3, SciPy 1.17.1, NumPy 2.4.6.
"""

import json
from pathlib import Path

import infomeasure
import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma, gammaln
from sklearn.feature_selection._mutual_info import _compute_mi_cc, _compute_mi_cd

P = {"max": np.inf, "euclidean": 2}


def columns(*parts):
    return np.column_stack(parts)


def radii(of, among, k, norm="max"):
    return cKDTree(among).query(of, k, p=P[norm])[0].reshape(len(of), k)[:, -1]


def strip(points, radius, closed=False):
    edge = radius if closed else np.nextafter(radius, 0)
    return np.array([(np.abs(points - p).max(axis=1) <= r).sum() for p, r in zip(points, edge)])


def ksg1(x, y, k):
    r = radii(columns(x, y), columns(x, y), k + 1)
    return digamma(k) + digamma(len(x)) - np.mean(digamma(strip(x, r)) + digamma(strip(y, r)))


def ksg2(x, y, k):
    near = cKDTree(columns(x, y)).query(columns(x, y), k + 1, p=np.inf)[1][:, 1:]
    width = np.abs(x[near] - x[:, None]).max(axis=(1, 2))
    height = np.abs(y[near] - y[:, None]).max(axis=(1, 2))
    counts = strip(x, width, True) - 1, strip(y, height, True) - 1
    return digamma(k) - 1 / k + digamma(len(x)) - np.mean(digamma(counts[0]) + digamma(counts[1]))


def mixed(x, y, k):
    xy = columns(x, y)
    r = radii(xy, xy, k + 1)
    inside = np.where(r == 0, strip(xy, r), k)
    return np.mean(digamma(inside) + np.log(len(x)) - digamma(strip(x, r)) - digamma(strip(y, r)))


def entropy(x, k, norm):
    n, d = x.shape
    volume = d * np.log(2) if norm == "max" else d / 2 * np.log(np.pi) - gammaln(d / 2 + 1)
    return digamma(n) - digamma(k) + volume + d * np.mean(np.log(radii(x, x, k + 1, norm)))


def kl(p, q, k, norm):
    ratio = radii(p, q, k, norm) / radii(p, p, k + 1, norm)
    return p.shape[1] * np.mean(np.log(ratio)) + np.log(len(q) / (len(p) - 1))


def lists(points):
    return [column.tolist() for column in points.T]


def information(name, x, y):
    found = {"name": name, "x": lists(x), "y": lists(y), "of": []}
    for k in (1, 3, 7):
        values = {"ksg1": ksg1(x, y, k), "ksg2": ksg2(x, y, k), "mixed": mixed(x, y, k)}
        if x.shape[1] == y.shape[1] == 1:
            values["scikit-learn"] = _compute_mi_cc(x[:, 0], y[:, 0], k)
            if len(np.unique(x)) == len(x):
                values["infomeasure"] = float(
                    infomeasure.mutual_information(x[:, 0], y[:, 0], approach="ksg", k=k, noise_level=0, base="e")
                )
        if len(np.unique(columns(x, y), axis=0)) < len(x):
            del values["ksg2"]  # which of several equally near points is a neighbour is not defined
        found["of"].append({"k": k, **values})
    return found


def main():
    rng = np.random.default_rng(2026)
    normal = lambda n, d: rng.standard_normal((n, d))
    x, plane, skewed = normal(150, 1), normal(150, 2), np.exp(2 * normal(150, 1))
    rain = np.maximum(0, normal(150, 1))
    pairs = [
        ("normal", x, 0.7 * x + 0.5 * normal(150, 1)),
        ("skewed", skewed, skewed * np.exp(normal(150, 1))),
        ("plane and line", plane, plane.sum(axis=1, keepdims=True) + normal(150, 1)),
        ("plane and space", plane, columns(plane, plane[:, :1]) + normal(150, 3)),
        ("rounded to tenths", np.round(x, 1), np.round(x + normal(150, 1), 1)),
        ("rain and its kind", rain, (rain > 0) + 1.0 * (rain > 1)),
    ]
    labels = np.concatenate([np.repeat([0, 1, 2], 47), [3, 3, 3, 4, 4, 5, 6, 1, 1]])
    # Its distance is the root of a square, whose rounding moves neighbours over the border; multiples of 2^-20 have squares and roots without any.
    labelled = np.round((labels + 0.8 * rng.standard_normal(len(labels))) * 2**20) / 2**20
    p, q = columns(x, 0.5 * x + normal(150, 1)), 0.5 + 1.3 * normal(110, 2)
    a = rng.integers(0, 4, 60)
    b = (a + rng.integers(0, 3, 60)) % 5
    table = np.zeros((4, 5), int)
    np.add.at(table, (a, b), 1)
    written = {
        "information": [information(*pair) for pair in pairs],
        "labelled": {
            "x": labelled.tolist(),
            "labels": labels.tolist(),
            "of": [{"k": k, "value": _compute_mi_cd(labelled, labels, k)} for k in (1, 3, 7)],
        },
        "samples": {"p": lists(p), "q": lists(q)},
        "divergences": [
            {"k": k, "norm": norm, "entropy": entropy(p[:, :d], k, norm), "kl": kl(p[:, :d], q[:, :d], k, norm), "dimension": d}
            for k in (1, 4)
            for norm in P
            for d in (1, 2)
        ],
        "table": {
            "counts": table.ravel().tolist(),
            "plugIn": float(infomeasure.mutual_information(a, b, approach="discrete", base="e")),
        },
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(written, indent=1, default=float) + "\n")


if __name__ == "__main__":
    main()
