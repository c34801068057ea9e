/** PyTorch and NumPy as processes, with the same lines as ONNX Runtime. */
const common = `
import sys, time
import numpy as np
path_p, path_q, path_targets, size, checked = sys.argv[1:]
v, checked = int(size), int(checked)
p = np.fromfile(path_p, np.float32).reshape(-1, v)
q = np.fromfile(path_q, np.float32).reshape(-1, v)
targets = np.fromfile(path_targets, np.int32).astype(np.int64)
`;

const loop = `
for line in sys.stdin:
    question, threads = line.split()
    use(int(threads))
    start = time.perf_counter()
    value = pair() if question == "pair" else alone()
    seconds = time.perf_counter() - start
    print(seconds, float(value[:checked].mean()), flush=True)
`;

export const torchProgram = `${common}
import torch
p, q, targets = torch.from_numpy(p), torch.from_numpy(q), torch.from_numpy(targets)[:, None]
use = torch.set_num_threads

def one(x):
    log = torch.log_softmax(x, -1)
    e = log.exp()
    return log, e, -(e * log).sum(-1), -log.gather(1, targets)[:, 0]

@torch.no_grad()
def pair():
    lp, ep, hp, np_ = one(p)
    lq, eq, hq, nq = one(q)
    d = lp - lq
    forward, reverse = (ep * d).sum(-1), -(eq * d).sum(-1)
    agree = p.argmax(-1) == q.argmax(-1)
    return forward

@torch.no_grad()
def alone():
    return one(p)[3]
${loop}`;

export const numpyProgram = `${common}
use = lambda threads: None

def one(x):
    log = x - x.max(-1, keepdims=True)
    log -= np.log(np.exp(log).sum(-1, keepdims=True))
    e = np.exp(log)
    return log, e, -(e * log).sum(-1), -np.take_along_axis(log, targets[:, None], 1)[:, 0]

def pair():
    lp, ep, hp, np_ = one(p)
    lq, eq, hq, nq = one(q)
    d = lp - lq
    forward, reverse = (ep * d).sum(-1), -(eq * d).sum(-1)
    agree = p.argmax(-1) == q.argmax(-1)
    return forward

def alone():
    return one(p)[3]
${loop}`;

/** Or glibc gives every temporary array back to the system, and PyTorch spends half its time having pages cleared. */
export const tunedMalloc = {
  MALLOC_MMAP_THRESHOLD_: "4294967296",
  MALLOC_TRIM_THRESHOLD_: "17179869184",
  MALLOC_TOP_PAD_: "1073741824",
};
