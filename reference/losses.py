"""Losses of PyTorch and their gradients by the logits of the student, in float64.

    /usr/bin/python3 reference/losses.py        writes reference/losses.json (PyTorch 1.13; a second)

Beside them, in otherLosses.json, the losses of programs for distillation on the same logits: the functions named, or those that the classes named call,
were run as they are at the commits named, on float64 tensors of shape (1, 3, 4), the last row masked by label −100 or by 0, and differentiated by the
same PyTorch. The factor T² over the number of tokens, which DistillKit's classes apply to what their functions return, was applied afterwards. Under "impossible", one row where the student or the teacher rules the last outcome out.
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

TEACHER = [[0.3, -1, 2, 0], [1, 1, 0, -1], [0, 0, 0, 0]]
STUDENT = [[1, 0, -0.5, 0.7], [0.2, -0.3, 1.1, 0.4], [2, -1, 0, 0.5]]
LABELS = [2, 0, 3]
WEIGHTS = [1, 2, 0.5, 4]

student = torch.tensor(STUDENT, requires_grad=True)
teacher = torch.tensor(TEACHER)
labels = torch.tensor(LABELS)
weights = torch.tensor(WEIGHTS, dtype=torch.float64)


def kl_div(reduction, shape=(3, 4)):
    log_q = F.log_softmax(student, -1).reshape(shape)
    return F.kl_div(log_q, F.softmax(teacher, -1).reshape(shape), reduction=reduction)


def hinton(t):
    log_q, log_p = F.log_softmax(student / t, -1), F.log_softmax(teacher / t, -1)
    return F.kl_div(log_q, log_p, reduction="batchmean", log_target=True) * t * t


LOSSES = {
    "kl_div batchmean": lambda: kl_div("batchmean"),
    "kl_div batchmean of three dimensions": lambda: kl_div("batchmean", (1, 3, 4)),
    "kl_div sum": lambda: kl_div("sum"),
    "kl_div mean": lambda: kl_div("mean"),
    "kl_div exchanged": lambda: F.kl_div(
        F.log_softmax(teacher, -1), F.log_softmax(student, -1), reduction="batchmean", log_target=True
    ),
    "kl_div at temperature 2 times 4": lambda: hinton(2),
    "cross_entropy": lambda: F.cross_entropy(student, labels),
    "cross_entropy ignore_index": lambda: F.cross_entropy(
        student, torch.tensor([2, 0, -100]), ignore_index=-100
    ),
    "cross_entropy label_smoothing 0.1": lambda: F.cross_entropy(student, labels, label_smoothing=0.1),
    "cross_entropy soft": lambda: F.cross_entropy(student, F.softmax(teacher, -1)),
    "cross_entropy soft weight": lambda: F.cross_entropy(student, F.softmax(teacher, -1), weight=weights),
    "cross_entropy weight": lambda: F.cross_entropy(student, labels, weight=weights),
}


def answer(loss):
    value = loss()
    (gradient,) = torch.autograd.grad(value, student)
    return {"value": value.item(), "gradient": gradient.flatten().tolist()}


data = {
    "teacher": TEACHER,
    "student": STUDENT,
    "labels": LABELS,
    "weights": WEIGHTS,
    "answers": {name: answer(loss) for name, loss in LOSSES.items()},
}
Path(__file__).with_suffix(".json").write_text(json.dumps(data, indent=1) + "\n")
