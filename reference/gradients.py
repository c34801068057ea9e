"""Values and gradients of training objectives, from their literal formulas by complex steps at 1000 digits.

    python3 reference/gradients.py        writes reference/gradients.json (mpmath 1.3; seconds)

f′(x) is Im f(x + ih) / h with h = 10⁻⁴⁵⁰: no difference is taken, so no digit is lost, and the error is of the order h². Inputs are exact doubles.
Probabilities sum to 1, so that every form of a divergence is the same number.
"""

import json
from pathlib import Path

from mpmath import exp, inf, log, mp, mpc, mpf

mp.dps = 1000
STEP = mpf(10) ** -450


def re(x):
    return x.real if isinstance(x, mpc) else x


def kl(p, q):
    return sum(x * log(x / y) for x, y in zip(p, q))


def mix(weight, p, q):
    return [weight * x + (1 - weight) * y for x, y in zip(p, q)]


def js(beta, p, q):
    m = mix(beta, p, q)
    return beta * kl(p, m) + (1 - beta) * kl(q, m)


def power_sum(alpha, p, q):
    return sum(exp(alpha * log(x) + (1 - alpha) * log(y)) for x, y in zip(p, q))


def entropy(_, q):
    return -sum(y * log(y) for y in q)


def alpha_divergence(alpha, p, q):
    if alpha in (0, 1):
        return kl(p, q) if alpha == 1 else kl(q, p)
    return (power_sum(alpha, p, q) - 1) / (alpha * (alpha - 1))


def renyi(order, p, q):
    if order == 1:
        return kl(p, q)
    if order == inf:
        return log(max((x / y for x, y in zip(p, q)), key=re))
    return log(power_sum(order, p, q)) / (order - 1)


def focal(gamma, p, q):
    return -sum(x * (1 - y) ** gamma * log(y) for x, y in zip(p, q))


def total_variation(p, q):
    return sum((x - y) * (1 if re(x) > re(y) else -1) for x, y in zip(p, q)) / 2


def number(x):
    """The exact value of the double that JSON writes as x."""
    return inf if x == "Infinity" else mpf(float(x))


def js_continuous(beta, p, q):
    if beta in (0, 1):
        return kl(p, q) if beta == 0 else kl(q, p)
    return js(beta, p, q) / (beta * (1 - beta))


def generalized_js(beta, p, q):
    return js_continuous(beta, p, q) if beta in (0, 1) else js(beta, p, q)


def objectives():
    """The objective as the library writes it its formula and its formula."""
    yield {"kind": "kl"}, kl
    yield {"kind": "kl", "direction": "reverse"}, lambda p, q: kl(q, p)
    yield {"kind": "crossEntropy"}, lambda p, q: -sum(x * log(y) for x, y in zip(p, q))
    yield (
        {"kind": "crossEntropy", "direction": "reverse"},
        lambda p, q: -sum(y * log(x) for x, y in zip(p, q)),
    )
    for gamma in [0.5, 2]:
        yield {"kind": "focalCrossEntropy", "gamma": gamma}, lambda p, q, g=number(gamma): focal(g, p, q)
    for beta in [0, 0.01, 0.5, 0.9, 1]:
        b = number(beta)
        yield {"kind": "generalizedJensenShannon", "beta": beta}, lambda p, q, b=b: generalized_js(b, p, q)
        yield (
            {"kind": "generalizedJensenShannon", "beta": beta, "continuous": True},
            lambda p, q, b=b: js_continuous(b, p, q),
        )
    for lam in [0.1, 0.9]:
        x = number(lam)
        yield {"kind": "skewedKl", "lambda": lam}, lambda p, q, x=x: kl(p, mix(x, p, q))
        yield (
            {"kind": "skewedKl", "lambda": lam, "direction": "reverse"},
            lambda p, q, x=x: kl(q, mix(x, q, p)),
        )
    for alpha in [-1, 0, 1e-9, 0.3, 0.5, 0.8, 1, 1 + 1e-9, 2]:
        yield {"kind": "alpha", "alpha": alpha}, lambda p, q, a=number(alpha): alpha_divergence(a, p, q)
    for order in [0.3, 0.5, 1, 2, "Infinity"]:
        yield {"kind": "renyi", "order": order}, lambda p, q, a=number(order): renyi(a, p, q)
    yield {"kind": "totalVariation"}, total_variation
    yield {"kind": "entropy"}, entropy


def softmax(z, temperature):
    largest = max(re(x) for x in z)
    weights = [exp((x - largest) / temperature) for x in z]
    total = sum(weights)
    return [w / total for w in weights]


def gradient(f, x):
    return [f([mpc(v, STEP) if j == i else v for j, v in enumerate(x)]).imag / STEP for i in range(len(x))]


def as_json(x):
    return float(x) if abs(x) < mpf(10) ** 300 else ("Infinity" if x > 0 else "-Infinity")


LOGITS = {
    "ordinary": ([0.3, -1, 2, 0], [1, 0, -0.5, 0.7], 1),
    "at temperature 2.5": ([0.3, -1, 2, 0], [1, 0, -0.5, 0.7], 2.5),
    "sharp, at temperature 0.001": ([0.01, 0.02, -0.03], [0.02, 0.01, 0], 0.001),
    "flat, at temperature 1000": ([3, -3, 1, 0, 2], [0, 5, -5, 1, 1], 1000),
    "far apart, ±700": ([700, -700, 0, 3], [0, 10, -690, 1], 1),
    "nearly the same": ([1, 0, -2], [1 + 2**-30, -(2**-31), -2], 1),
    "sure of different outcomes": ([40, 0, 0], [0, 0, 40], 1),
}

PROBABILITIES = {
    "ordinary": ([0.5, 0.25, 0.125, 0.125], [0.0625, 0.4375, 0.25, 0.25]),
    "tiny": ([0.5, 0.5 - 2**-40, 2**-40], [2**-900, 0.5, 0.5]),
    "nearly the same": ([0.5, 0.25, 0.25], [0.5 + 2**-35, 0.25 - 2**-36 - 2**-40, 0.25 - 2**-36 + 2**-40]),
}

byLogits = []
for name, (teacher, student, temperature) in LOGITS.items():
    t = mpf(temperature)
    p = softmax([mpf(x) for x in teacher], t)
    z = [mpf(x) for x in student]
    answers = []
    for objective, formula in objectives():
        value = formula(p, softmax(z, t))
        if abs(value) > mpf(10) ** 300:
            continue
        slopes = gradient(lambda x, f=formula: f(p, softmax(x, t)), z)
        answers.append({"objective": objective, "value": as_json(value), "gradient": [as_json(x) for x in slopes]})
    byLogits.append({"name": name, "teacher": teacher, "student": student, "temperature": temperature, "answers": answers})

byProbabilities = []
for name, (teacher, student) in PROBABILITIES.items():
    p, q = ([mpf(x) for x in v] for v in (teacher, student))
    assert max(abs(sum(v) - 1) for v in (p, q)) < mpf(2) ** -800
    answers = []
    for objective, formula in objectives():
        value = formula(p, q)
        if abs(value) > mpf(10) ** 300:
            continue
        slopes = gradient(lambda x, f=formula: f(p, x), q)
        answers.append({"objective": objective, "value": as_json(value), "gradient": [as_json(x) for x in slopes]})
    byProbabilities.append({"name": name, "teacher": teacher, "student": student, "answers": answers})

target = Path(__file__).with_suffix(".json")
target.write_text(json.dumps({"byLogits": byLogits, "byProbabilities": byProbabilities}, indent=1) + "\n")
