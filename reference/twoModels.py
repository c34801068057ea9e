"""What two models say of the same tokens, by NumPy 2.4 and SciPy 1.17 in double precision.

    python3 reference/twoModels.py        writes reference/twoModels/

Logits of a base and of two candidates, batch × sequence × vocabulary, as NumPy saves them, with targets and padding; and what follows from them and from the files of reference/modelOutputs.
"""

import json
import struct
from pathlib import Path

import numpy as np
from scipy.special import kl_div, log_softmax, rel_entr
from scipy.stats import rankdata
from studentised import studentised

FOLDER = Path(__file__).with_suffix("")
FOLDER.mkdir(exist_ok=True)
OUTPUTS = Path(__file__).parent / "modelOutputs"
rng = np.random.default_rng(4)
PADDING = 0


def alone(logits, targets, ignore=-100, stored=False):
    """Of rows that are distributions and no padding. Stored log-probabilities of what came are taken as they are."""
    x = logits.astype(np.float64).reshape(-1, logits.shape[-1])
    targets = targets.ravel()
    sound = ~np.isnan(x).any(axis=1) & ~np.isposinf(x).any(axis=1)
    p = log_softmax(x[sound], axis=1)
    weighted = np.where(np.isneginf(p), 0, np.exp(p) * np.where(np.isneginf(p), 0, p))
    scored = targets[sound] != ignore
    came = targets[sound][scored]
    rows = p[scored]
    nll = -(x[sound][scored] if stored else rows)[np.arange(len(came)), came]
    ranks = np.array([rankdata(-row, method="ordinal")[token] for row, token in zip(rows, came)])
    return {
        "tokensScored": int(len(nll)),
        "surprise": float(nll.mean()),
        "perplexity": float(np.exp(nll.mean())),
        "entropy": float(-weighted[scored].sum(axis=1).mean()),
        "medianRank": float(np.median(ranks)),
        "reciprocalRank": float((1 / ranks).mean()),
        "top1": float((ranks <= 1).mean()),
        "top5": float((ranks <= 5).mean()),
    }


def both(base, candidate, targets, ignore):
    p, q = (log_softmax(x.astype(np.float64).reshape(-1, x.shape[-1]), axis=1) for x in (base, candidate))
    P, Q = np.exp(p), np.exp(q)
    M = (P + Q) / 2
    forward = rel_entr(P, Q).sum(axis=1)
    scored = targets.ravel() != ignore
    came = targets.ravel()[scored]
    at = np.arange(len(came))
    ofP, ofQ = -p[scored][at, came], -q[scored][at, came]
    return {
        "forwardKl": float(forward.mean()),
        "forwardKlMedian": float(np.median(forward)),
        "forwardKlMaximum": float(forward.max()),
        "reverseKl": float(rel_entr(Q, P).sum(axis=1).mean()),
        "jensenShannon": float(((rel_entr(P, M) + rel_entr(Q, M)).sum(axis=1) / 2).mean()),
        "totalVariation": float((abs(P - Q).sum(axis=1) / 2).mean()),
        "entropyChange": float(((-Q * q).sum(axis=1) - (-P * p).sum(axis=1)).mean()),
        "byOutcome": {
            "p": P.mean(axis=0).tolist(),
            "q": Q.mean(axis=0).tolist(),
            "forwardTerm": rel_entr(P, Q).mean(axis=0).tolist(),
            "reverseTerm": rel_entr(Q, P).mean(axis=0).tolist(),
            "forwardKl": kl_div(P, Q).mean(axis=0).tolist(),
            "reverseKl": kl_div(Q, P).mean(axis=0).tolist(),
        },
        "top1Agreement": float((p.argmax(axis=1) == q.argmax(axis=1)).mean()),
        "basePerplexity": float(np.exp(ofP.mean())),
        "candidatePerplexity": float(np.exp(ofQ.mean())),
        "logPerplexityRatio": float((ofQ - ofP).mean()),
        "rmsProbabilityChange": float(np.sqrt(((np.exp(-ofQ) - np.exp(-ofP)) ** 2).mean())),
        "correlation": float(np.corrcoef(ofP, ofQ)[0, 1]),
    }


def llama(base, candidate, targets, ignore):
    """The blocks that llama-perplexity --kl-divergence ends with, of the scored rows."""
    scored = targets.ravel() != ignore
    p, q = (log_softmax(x.astype(np.float64).reshape(-1, x.shape[-1]), axis=1)[scored] for x in (base, candidate))
    return llama_blocks(p, q, targets.ravel()[scored], rel_entr(np.exp(p), np.exp(q)).sum(axis=1))


def llama_of_codes(stored, candidate, came):
    """The same where the base is a file of codes: as stored, without what is at −16 or below."""
    p, q = stored.astype(np.float64), log_softmax(candidate.astype(np.float64), axis=1)
    return llama_blocks(p, q, came.ravel(), np.where(p > -16, np.exp(p) * (p - q), 0).sum(axis=1))


def llama_blocks(p, q, came, kl):
    at = np.arange(len(came))
    ofP, ofQ = -p[at, came], -q[at, came]
    change = np.exp(-ofQ) - np.exp(-ofP)
    n = len(came)
    mean = lambda x: (x.mean(), np.sqrt(x.var() / (n - 1)))
    (mP, eP), (mQ, eQ) = mean(ofP), mean(ofQ)
    covariance = ((ofP * ofQ).mean() - mP * mQ) / (n - 1)
    ratio, errorOfRatio = mQ - mP, np.sqrt(eP**2 + eQ**2 - 2 * covariance)
    pplP, pplQ = np.exp(mP), np.exp(mQ)
    errorOfDifference = np.sqrt((pplP * eP) ** 2 + (pplQ * eQ) ** 2 - 2 * pplP * pplQ * covariance)
    rms = np.sqrt((change**2).mean())
    same = (p.argmax(axis=1) == q.argmax(axis=1)).mean()
    quantiles = lambda x, shares: [("Median " if s == 50 else f"{s:4.1f}%  ", np.quantile(x, s / 100)) for s in shares]
    spread = lambda x, shares: [("Maximum", x.max()), *quantiles(x, shares), ("Minimum", x.min())]
    return [
        "====== Perplexity statistics ======",
        f"Mean PPL(Q)                   : {pplQ:10.6f} ± {pplQ * eQ:10.6f}",
        f"Mean PPL(base)                : {pplP:10.6f} ± {pplP * eP:10.6f}",
        f"Cor(ln(PPL(Q)), ln(PPL(base))): {100 * covariance / (eP * eQ):6.2f}%",
        f"Mean ln(PPL(Q)/PPL(base))     : {ratio:10.6f} ± {errorOfRatio:10.6f}",
        f"Mean PPL(Q)/PPL(base)         : {np.exp(ratio):10.6f} ± {np.exp(ratio) * errorOfRatio:10.6f}",
        f"Mean PPL(Q)-PPL(base)         : {pplQ - pplP:10.6f} ± {errorOfDifference:10.6f}",
        "",
        "====== KL divergence statistics ======",
        "Mean    KLD: {:10.6f} ± {:10.6f}".format(*mean(kl)),
        *(f"{name} KLD: {x:10.6f}" for name, x in spread(kl, [99.9, 99, 95, 90, 50, 10, 5, 1, 0.1])),
        "",
        "====== Token probability statistics ======",
        "Mean    Δp: {:6.3f} ± {:5.3f} %".format(*(100 * x for x in mean(change))),
        *(f"{name} Δp: {100 * x:6.3f}%" for name, x in spread(change, [99.9, 99, 95, 90, 75, 50, 25, 10, 5, 1, 0.1])),
        f"RMS Δp    : {100 * rms:6.3f} ± {100 * 0.5 / rms * mean(change**2)[1]:5.3f} %",
        f"Same top p: {100 * same:6.3f} ± {100 * np.sqrt(same * (1 - same) / (n - 1)):5.3f} %",
    ]


BATCH, LENGTH, VOCABULARY = 24, 6, 9
# Sequences differ more than the tokens of one, so that these depend on each other.
scale = rng.uniform(0.2, 4, (BATCH, 1, 1))
base = (rng.normal(0, 1, (BATCH, LENGTH, VOCABULARY)) * scale).astype(np.float32)
near = (base + rng.normal(0, 0.05, base.shape)).astype(np.float32)
far = (base + rng.normal(0, 0.6, base.shape)).astype(np.float16)
targets = rng.integers(1, VOCABULARY, (BATCH, LENGTH))
targets[::3, -2:] = PADDING
for name, array in {"base": base, "near": near, "far": far, "targets": targets}.items():
    np.save(FOLDER / f"{name}.npy", array)


def llama_rows():
    data = (OUTPUTS / "base.kld").read_bytes()
    context, vocabulary, windows = struct.unpack_from("<iii", data, 8)
    tokens = np.frombuffer(data, "<i4", windows * context, 20).reshape(windows, context)
    at = 20 + tokens.nbytes
    first = context // 2
    length = 2 * (2 * ((vocabulary + 1) // 2) + 4)
    rows = []
    for row in range(windows * (context - 1 - first)):
        step, floor = np.frombuffer(data, "<f4", 2, at + row * length)
        codes = np.frombuffer(data, "<u2", vocabulary, at + row * length + 8)
        rows.append((step * codes.astype(np.float32)).astype(np.float32) + floor)
    return np.array(rows), tokens[:, first + 1 :]


codes, codedTargets = llama_rows()
besideCodes = (codes + np.random.default_rng(8).normal(0, 0.8, codes.shape)).astype(np.float32)
np.save(FOLDER / "besideCodes.npy", besideCodes)
stored = np.load(OUTPUTS / "stored.npz")
entropies = -(lambda p: np.exp(p) * p)(log_softmax(base.astype(np.float64), axis=2)).sum(axis=2).mean(axis=1)
interval, _ = studentised(entropies, np.ones(len(entropies)), np.random.default_rng(1))
kept = targets != PADDING
expected = {
    "alone": {
        "base.npy": alone(base, targets, PADDING),
        "far.npy": alone(far, targets, PADDING),
        "base.kld": alone(*llama_rows(), stored=True),
        "stored.npz": alone(stored["logits"], stored["targets"]),
    },
    "entropyOfBaseBySequences": interval,
    "near": both(base, near, targets, PADDING),
    "far": both(base, far, targets, PADDING),
    "withoutPadding": {
        "near": both(base[kept], near[kept], targets[kept], PADDING),
        "far": both(base[kept], far[kept], targets[kept], PADDING),
    },
    "llama": llama(base, far, targets, PADDING),
    "llamaOfCodes": llama_of_codes(codes, besideCodes, codedTargets),
}
(FOLDER / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")
