"""Files of model outputs as other programs write them, and what is in them.

    python3 reference/modelOutputs.py        writes reference/modelOutputs/

NumPy 2.4 saves the arrays, safetensors 0.8 the tensors, ml_dtypes 0.6 makes bfloat16, zipfile of Python 3.11 the archive in the form for
more than 4 GiB. The base file of llama.cpp is not written by that program but here, after the layout in its tools/perplexity/perplexity.cpp, in
the same single-precision steps; rows coded by that function itself, compiled, differ in no byte.
Files that the program itself wrote are in llamaBase/. expected.json holds the bits of what a reader must give, as NumPy sees them.
The answers of servers and harnesses beside them are written by hand, after what their authors publish of the form.
"""

import json
import struct
import zipfile
from pathlib import Path

import ml_dtypes
import numpy as np
import safetensors.numpy
from llamaRow import llama_row

FOLDER = Path(__file__).with_suffix("")
FOLDER.mkdir(exist_ok=True)
rng = np.random.default_rng(28)

# Every kind of number there is: zeros of both signs, subnormals, the largest, what rounds, and what no logit may be, but a file may hold.
SPECIAL = [0.0, -0.0, 1.0, -1.0, 1 / 3, 6e-8, -6e-8, 65504.0, -65504.0, -np.inf, np.inf, np.nan, 1e-5, 0.1, -16.25]


def logits(rows, vocabulary):
    x = rng.normal(0, 4.6, (rows, vocabulary))
    x.flat[: len(SPECIAL)] = SPECIAL
    return x


expected = {}


def bits(x):
    """What readRows gives of it: 16-bit numbers by their bits, all others as singles."""
    if x.dtype.itemsize == 2:
        return x.astype(x.dtype.newbyteorder("=")).view(np.uint16).ravel().tolist()
    with np.errstate(over="ignore"):
        return x.astype(np.float32).view(np.uint32).ravel().tolist()


def save(name, x, **options):
    with open(FOLDER / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, np.asarray(x), allow_pickle=x.dtype == object, **options)
    expected[f"{name}.npy"] = {"shape": list(x.shape), **({"bits": bits(x)} if x.dtype.kind == "f" else {})}


x = logits(7, 11)
with np.errstate(over="ignore"):
    for type in ["<f2", "<f4", "<f8", ">f2", ">f4", ">f8"]:
        save({"<": "", ">": "big-"}[type[0]] + type[1:], x.astype(type))
save("version2", x.astype("<f4"), version=(2, 0))
save("version3", x.astype("<f4"), version=(3, 0))
save("batch", logits(6, 4).reshape(2, 3, 4).astype("<f4"))
save("one-row", x[3].astype("<f4"))
save("fortran", np.asfortranarray(x.astype("<f4")))
save("pickled", np.array([{"a": 1}, [2]], dtype=object))
save("records", np.zeros(3, dtype=[("a", "<f4"), ("b", "<i4")]))
save("scalar", np.float32(1.5).reshape(()))
save("text", np.array(["a", "bc"]))
bfloat = x.astype(np.float32).astype(ml_dtypes.bfloat16)
np.save(FOLDER / "bf16.npy", bfloat)
expected["bf16.npy"] = {"shape": [7, 11], "bits": bfloat.view(np.uint16).ravel().tolist()}

targets = np.array([3, 0, 10, -100, 7, 1, 2])
for type in ["<i4", "<i8", ">i8", "<u2", "|i1"]:
    name = "targets-" + {"<": "", ">": "big-", "|": ""}[type[0]] + type[1:]
    values = np.abs(targets) if "u" in type else targets
    np.save(FOLDER / f"{name}.npy", values.astype(type))
    expected[f"{name}.npy"] = {"shape": [7], "integers": values.tolist()}
np.save(FOLDER / "targets-wide.npy", np.array([1, 2**40]))

# Long enough for several steps of inflating, and dull enough to stay small.
long = np.round(rng.normal(0, 1, (40, 1)) + np.arange(4096) % 7, 1).astype("<f4")
np.savez(FOLDER / "stored.npz", logits=x.astype("<f2"), targets=targets)
np.savez_compressed(FOLDER / "deflated.npz", logits=x.astype("<f4"), long=long, targets=targets)
expected["stored.npz"] = {"logits": bits(x.astype("<f2")), "targets": targets.tolist()}
expected["deflated.npz"] = {
    "logits": bits(x.astype("<f4")),
    "long": {"shape": list(long.shape), "sum": float(long.astype(np.float64).sum()), "last": bits(long[-1, -5:])},
    "targets": targets.tolist(),
}

# As zipfile writes it when an archive passes 4 GiB.
zipfile.ZIP64_LIMIT = 0
np.savez(FOLDER / "wide.npz", logits=x.astype("<f4"))
expected["wide.npz"] = {"logits": bits(x.astype("<f4"))}

tensors = {"logits.f16": x.astype(np.float16), "logits.f32": x.astype(np.float32), "targets": targets}
tensors["logits.bf16"] = bfloat
safetensors.numpy.save_file(tensors, FOLDER / "tensors.safetensors", {"format": "np"})
expected["tensors.safetensors"] = {
    "logits.f16": bits(tensors["logits.f16"]),
    "logits.f32": bits(tensors["logits.f32"]),
    "logits.bf16": bfloat.view(np.uint16).ravel().tolist(),
    "targets": targets.tolist(),
}

shards = {"logits-00001-of-00002.safetensors": ["first"], "logits-00002-of-00002.safetensors": ["second", "third"]}
parts = {name: logits(2, 9).astype(np.float32) for names in shards.values() for name in names}
for file, names in shards.items():
    safetensors.numpy.save_file({name: parts[name] for name in names}, FOLDER / file)
index = {
    "metadata": {"total_size": sum(part.nbytes for part in parts.values())},
    "weight_map": {name: file for file, names in shards.items() for name in names},
}
(FOLDER / "logits.safetensors.index.json").write_text(json.dumps(index, indent=2) + "\n")
expected["logits.safetensors.index.json"] = {name: bits(part) for name, part in parts.items()}

CONTEXT, VOCABULARY, WINDOWS = 12, 33, 3
tokens = rng.integers(0, VOCABULARY, WINDOWS * CONTEXT).astype("<i4")
with open(FOLDER / "base.kld", "wb") as file:
    file.write(b"_logits_" + struct.pack("<iii", CONTEXT, VOCABULARY, WINDOWS) + tokens.tobytes())
    first = CONTEXT // 2
    rows = rng.normal(0, 4.6, (WINDOWS * (CONTEXT - 1 - first), VOCABULARY)).astype(np.float32)
    rows[4] = rows[4, 0]
    decoded = []
    for row in rows:
        coded, values = llama_row(row)
        file.write(coded)
        decoded.append(values)
expected["base.kld"] = {
    "windows": WINDOWS,
    "contextLength": CONTEXT,
    "vocabulary": VOCABULARY,
    "tokens": tokens.tolist(),
    "targets": [int(tokens[w * CONTEXT + j + 1]) for w in range(WINDOWS) for j in range(first, CONTEXT - 1)],
    "bits": bits(np.array(decoded)),
}

(FOLDER / "expected.json").write_text(json.dumps(expected) + "\n")
