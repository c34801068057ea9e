"""What lm-evaluation-harness 0.4.13 writes of two models on four tasks (--log_samples), its own metrics of them, and intervals by NumPy.

    python3 reference/harness.py        writes reference/harness/; needs lm_eval 0.4.13, datasets 5.2 and NumPy 2.4

The models tell each byte from the two before it, by counts of one text: "low" takes them nearly as they are, "high" smooths them more, and
knows half as much text. The tasks are small, and made here: whole documents, the last word of a sentence,
questions of four choices, and one that is answered with text, which has no log-likelihood.
"""

import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from datasets import Dataset
from lm_eval import simple_evaluate
from lm_eval.api.model import LM
from lm_eval.loggers import EvaluationTracker
from studentised import studentised

FOLDER = Path(__file__).with_suffix("")
FOLDER.mkdir(exist_ok=True)
draw = random.Random(4)
ANIMALS = ["dog", "cat", "owl", "trout", "grey heron", "señor Ramón's goat", "crab", "мышь"]
PLACES = ["river", "garden", "café", "old mill", "market", "wood"]


def sentence():
    animal, verb = draw.choice(ANIMALS), draw.choice(["sleeps", "waits", "sings", "hides"])
    [place] = draw.choices(PLACES, [8, 5, 3, 2, 1, 1])
    return f"The {animal} {verb} by the ", place


def text(sentences):
    return " ".join("".join(sentence()) + "." for _ in range(sentences))


known = text(200)
# Some documents end in white space, which the harness counts as the beginning of a word.
documents = [text(draw.randint(2, 9)) + "\n" * (i % 3) for i in range(32)]
questions = []
for _ in range(32):
    start, place = sentence()
    choices = draw.sample([other for other in PLACES if other != place], 3) + [place]
    draw.shuffle(choices)
    questions.append({"start": start.rstrip(), "last": " " + place, "choices": choices, "gold": choices.index(place)})


class ByteModel(LM):
    def __init__(self, text, smoothing):
        super().__init__()
        data = text.encode()
        self.triples = Counter(zip(data, data[1:], data[2:]))
        self.pairs = Counter(zip(data, data[1:]))
        self.smoothing = smoothing

    def scored(self, context, text):
        before = (b"\0\0" + context.encode())[-2:]
        total, greedy = 0.0, True
        for byte in text.encode():
            a, b = before
            counts = np.array([self.triples[a, b, c] for c in range(256)]) + self.smoothing
            total += float(np.log(counts[byte] / counts.sum()))
            greedy &= bool(counts.argmax() == byte)
            before = bytes((b, byte))
        return total, greedy

    def loglikelihood(self, requests):
        return [self.scored(*request.args) for request in requests]

    def loglikelihood_rolling(self, requests):
        return [self.scored("", request.args[0])[0] for request in requests]

    def generate_until(self, requests):
        return ["a river" for _ in requests]


def task(name, output_type, docs, metrics, **config):
    return {
        "task": name,
        "custom_dataset": lambda **_: {"test": Dataset.from_list(docs)},
        "test_split": "test",
        "output_type": output_type,
        "metric_list": [{"metric": metric} for metric in metrics],
        **config,
    }


tasks = {
    "rolling": ("loglikelihood_rolling", [{"page": text} for text in documents],
                ["word_perplexity", "byte_perplexity", "bits_per_byte"],
                {"doc_to_text": "", "doc_to_target": lambda doc: doc["page"]}),
    "last_word": ("loglikelihood", questions, ["perplexity", "acc"],
                  {"doc_to_text": "{{start}}", "doc_to_target": "{{last}}"}),
    "choices": ("multiple_choice", questions, ["acc", "exact_match"],
                {"doc_to_text": "{{start}}", "doc_to_choice": "choices", "doc_to_target": "gold"}),
    "generated": ("generate_until", questions[:1], ["exact_match"],
                  {"doc_to_text": "{{start}}", "doc_to_target": "{{last}}"}),
}  # fmt: skip
models = {"low": ByteModel(known, 0.01), "high": ByteModel(known[: len(known) // 2], 0.1)}

expected = {}
for model_name, model in models.items():
    asked = [task(name, kind, docs, metrics, **config) for name, (kind, docs, metrics, config) in tasks.items()]
    results = simple_evaluate(model=model, tasks=asked, log_samples=True, bootstrap_iters=0)
    samples = results.pop("samples")
    tracker = EvaluationTracker(output_path=str(FOLDER / "written"))
    tracker.save_results_aggregated(results={}, samples=samples)
    for name in tasks:
        tracker.save_results_samples(name, samples[name])
        [written] = FOLDER.glob(f"written/**/samples_{name}_*.jsonl")
        written.rename(FOLDER / f"{name}-{model_name}.jsonl")
    found = {name: results["results"][name] for name in tasks}
    expected[model_name] = {
        name: {key.removesuffix(",none"): value for key, value in metrics.items() if key.endswith(",none") and "stderr" not in key}
        for name, metrics in found.items()
    }
for file in FOLDER.glob("written/**/*.json"):
    file.unlink()
for folder in sorted(FOLDER.glob("written/**"), reverse=True):
    folder.rmdir()


def columns(task_name, model_name):
    """What the statistics are of, document by document: −ln p and bytes of what is right, and whether it is the likeliest."""
    lines = (FOLDER / f"{task_name}-{model_name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = []
    for sample in map(json.loads, lines):
        if task_name == "rolling":
            rows.append([-x if i == 0 else x for i, x in enumerate(sample["byte_perplexity"])] + [0])
        else:
            right = int(sample["target"])
            text = sample["arguments"][f"gen_args_{right}"]["arg_1"]
            rows.append([-float(sample["filtered_resps"][right][0]), len(text.encode()), sample["acc"]])
    return np.array(rows).T


def interval(surprise, size):
    """Between which values the surprise a byte lies, whole documents being resampled."""
    return studentised(surprise, size, np.random.default_rng(1))[0]


expected["compared"] = {}
for name in ("rolling", "choices"):
    low, size, low_right = columns(name, "low")
    high, _, high_right = columns(name, "high")
    expected["compared"][name] = {
        "perByte": (high.sum() - low.sum()) / size.sum(),
        "perByteInterval": interval(high - low, size),
        "ofLowPerByteInterval": interval(low, size),
        "surprise": (high - low).mean(),
        "right": (high_right - low_right).mean(),
    }
(FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
