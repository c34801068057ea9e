"""Two models' scores of one text, and what follows from the whole distributions, by NumPy 2.4 and SciPy 1.17.

    python3 reference/scorePairs.py        writes reference/scorePairs/

base.jsonl and near.jsonl list the five likeliest of 60 outcomes at each token; pieces.jsonl scores the same texts in other tokens; far.jsonl another text.
"""

import json
from pathlib import Path

import numpy as np
from scipy.special import entr, log_softmax, rel_entr

FOLDER = Path(__file__).with_suffix("")
FOLDER.mkdir(exist_ok=True)
rng = np.random.default_rng(11)
VOCABULARY, LISTED, TEXTS, LENGTH = 60, 5, 24, 12
words = [f" w{i}" if i % 3 else f" ñ{i}" for i in range(VOCABULARY)]


def lists(logs, came):
    """A line of the plain form; the first token of a text has no score."""
    tokens = []
    for i, (row, token) in enumerate(zip(logs, came)):
        top = np.argsort(-row)[:LISTED]
        scored = {"text": words[token], "logprob": float(row[token])}
        listed = [{"text": words[v], "logprob": float(row[v])} for v in top]
        tokens.append({**scored, "logprob": None} if i == 0 else {**scored, "top": listed})
    return {"tokens": tokens}


def write(name, lines):
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (FOLDER / name).write_text(text, encoding="utf-8")


logits = rng.normal(0, 3, (TEXTS, LENGTH, VOCABULARY)) * rng.uniform(0.5, 1.5, (TEXTS, 1, 1))
p = log_softmax(logits, axis=2)
q = log_softmax(logits + rng.normal(0, 0.5, logits.shape), axis=2)
came = np.array([[rng.choice(VOCABULARY, p=np.exp(row)) for row in text] for text in p])
write("base.jsonl", [lists(*one) for one in zip(p, came)])
write("near.jsonl", [lists(*one) for one in zip(q, came)])
write("far.jsonl", [lists(*one) for one in zip(q, came[::-1])])

# The same bytes in other tokens: the blank on its own where the word's number is even.
pieces, spans = [], []
for text, (rows, tokens) in enumerate(zip(p, came)):
    line, at = [], 0
    for i, token in enumerate(tokens):
        parts = [" ", words[token][1:]] if token % 2 == 0 else [words[token]]
        scores = [None if i == 0 and k == 0 else float(-x) for k, x in enumerate(rng.exponential(1.5, len(parts)))]
        line += [{"text": part, "logprob": score} for part, score in zip(parts, scores)]
        if i > 0:
            spans.append((len(words[token].encode()), -rows[i, token], -sum(scores)))
    pieces.append({"tokens": line})
write("pieces.jsonl", pieces)



def ends(row, token):
    """What the entropy is at least and at most by what is listed: the tail as uneven as it may be, and even. Whatever came may be listed though others are likelier."""
    top = np.argsort(-row)[:LISTED]
    listed = row[np.union1d(top, token)]
    cap = row[top[top != token]].min()
    tail = 1 - listed.sum()
    full = np.floor(tail / cap)
    known = entr(listed).sum()
    return known + full * entr(cap) + entr(tail - full * cap), known + tail * np.log((VOCABULARY - len(listed)) / tail)


def entropies(rows, tokens):
    least, most = np.array([ends(*one) for one in zip(rows.reshape(-1, VOCABULARY), tokens.ravel())]).mean(axis=0)
    return {"whole": float(entr(rows).sum(axis=2).mean()), "least": float(least), "most": float(most)}


P, Q = np.exp(p[:, 1:]), np.exp(q[:, 1:])
M = (P + Q) / 2
index = np.arange(TEXTS)[:, None], np.arange(1, LENGTH)[None, :], came[:, 1:]
ofP, ofQ = -p[index], -q[index]
lengths, ofBase, ofPieces = np.array(spans).T
expected = {
    "tokens": TEXTS * LENGTH,
    "scored": int(ofP.size),
    "basePerplexity": float(np.exp(ofP.mean())),
    "candidatePerplexity": float(np.exp(ofQ.mean())),
    "logPerplexityRatio": float((ofQ - ofP).mean()),
    "top1Agreement": float((P.argmax(axis=2) == Q.argmax(axis=2)).mean()),
    "whole": {
        "forwardKl": float(rel_entr(P, Q).sum(axis=2).mean()),
        "reverseKl": float(rel_entr(Q, P).sum(axis=2).mean()),
        "jensenShannon": float((rel_entr(P, M) + rel_entr(Q, M)).sum(axis=2).mean() / 2),
        "totalVariation": float(abs(P - Q).sum(axis=2).mean() / 2),
        "hellinger": float(np.sqrt(((np.sqrt(P) - np.sqrt(Q)) ** 2).sum(axis=2) / 2).mean()),
    },
    "outcomes": VOCABULARY,
    "entropy": {"base.jsonl": entropies(P, came[:, 1:]), "near.jsonl": entropies(Q, came[:, 1:])},
    "least": float(min(P.min(), Q.min())),
    "byBytes": {
        "spans": len(spans),
        "bytes": int(lengths.sum()),
        "base": float(ofBase.sum() / lengths.sum()),
        "candidate": float(ofPieces.sum() / lengths.sum()),
    },
}
(FOLDER / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")
