"""Base files that llama.cpp itself writes, and what llama-perplexity prints of them.

    LLAMA_CPP_LIB_PATH=BUILD/bin python3 reference/llamaBase.py BUILD/bin/llama-perplexity        writes reference/llamaBase/

BUILD is made of the sources of llama.cpp in the source archive of llama-cpp-python 0.3.36 (its commit 0c1e57098), for the processor alone:

    cmake -S vendor/llama.cpp -B BUILD -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=ON -DGGML_NATIVE=OFF -DLLAMA_BUILD_COMMIT=0c1e57098
    cmake --build BUILD --target llama-perplexity

That package reads logits by the same libraries; gguf 0.19 writes the models: one layer of random weights, whose last matrix is fitted by NumPy 2.4 to which token
follows which in text.txt but for its beginning, so that some of what comes there is far below the cut. The candidate is the same in 8 bits.

base.kld and candidate.kld are what `--kl-divergence-base` saves, candidate.npy the logits that candidate.kld holds codes of, to the last bit (checked here), pieces.vocab
the vocabulary. printed.txt is what llama-perplexity prints of each, and of the candidate beside the base.
"""

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import gguf
import llama_cpp
import numpy as np
from llamaRow import llama_row

PROGRAM = sys.argv[1]
FOLDER = Path(__file__).with_suffix("")
TEXT = FOLDER / "text.txt"
WIDTH, HEADS, HIDDEN, WINDOW, WINDOWS = 64, 4, 128, 64, 5
rng = np.random.default_rng(4)

# As SentencePiece has them: specials, all bytes, and some pieces, each made of two others or of letters that are none.
pieces = "▁ e t a i o s n h r er he in th on is ▁t ▁the ou re at en or ed ▁a ▁b ▁o ▁of ar ▁w ▁f ▁in ▁s st it ll as nd ow ▁that el ▁c".split()
tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *pieces]
TYPES = gguf.TokenType
types = [TYPES.UNKNOWN, TYPES.CONTROL, TYPES.CONTROL] + [TYPES.BYTE] * 256 + [TYPES.NORMAL] * len(pieces)

weights = {"token_embd.weight": rng.normal(0, 1, (len(tokens), WIDTH)), "output_norm.weight": np.ones(WIDTH)}
for name in ["attn_q", "attn_k", "attn_v", "attn_output"]:
    weights[f"blk.0.{name}.weight"] = rng.normal(0, 0.6 / WIDTH**0.5, (WIDTH, WIDTH))
for name, shape in {"ffn_gate": (HIDDEN, WIDTH), "ffn_up": (HIDDEN, WIDTH), "ffn_down": (WIDTH, HIDDEN)}.items():
    weights[f"blk.0.{name}.weight"] = rng.normal(0, 0.6 / shape[1] ** 0.5, shape)
for name in ["attn_norm", "ffn_norm"]:
    weights[f"blk.0.{name}.weight"] = np.ones(WIDTH)


def write(path, type):
    model = gguf.GGUFWriter(path, "llama")
    model.add_context_length(WINDOW)
    model.add_embedding_length(WIDTH)
    model.add_block_count(1)
    model.add_feed_forward_length(HIDDEN)
    model.add_head_count(HEADS)
    model.add_layer_norm_rms_eps(1e-5)
    model.add_rope_dimension_count(WIDTH // HEADS)
    model.add_tokenizer_model("llama")
    model.add_token_list(tokens)
    model.add_token_types(types)
    model.add_token_scores([-float(i) for i in range(len(tokens))])
    model.add_bos_token_id(1)
    model.add_eos_token_id(2)
    model.add_unk_token_id(0)
    for name, values in weights.items():
        values = values.astype(np.float32)
        if values.ndim == 1 or type == gguf.GGMLQuantizationType.F32:
            model.add_tensor(name, values)
        else:
            model.add_tensor(name, gguf.quants.quantize(values, type), raw_dtype=type)
    model.write_header_to_file()
    model.write_kv_data_to_file()
    model.write_tensors_to_file()
    model.close()
    return path


def fit(text):
    """The last matrix, so that a token's row is about ln of how often which other follows it; specials are far below all."""
    weights["output.weight"] = np.zeros((len(tokens), WIDTH))
    with tempfile.TemporaryDirectory() as folder:
        model = write(f"{folder}/model.gguf", gguf.GGMLQuantizationType.F32)
        came = np.array(llama_cpp.Llama(model, vocab_only=True, verbose=False).tokenize(text))
    follows = np.full((len(tokens), len(tokens)), 1e-4)
    np.add.at(follows, (came[:-1], came[1:]), 1)
    logits = np.log(follows) + rng.normal(0, 1.5, follows.shape)
    logits[:, :3] -= 12
    seen = np.unique(came)
    embedded = weights["token_embd.weight"][seen]
    normed = embedded / np.sqrt((embedded**2).mean(axis=1, keepdims=True))
    weights["output.weight"] = np.linalg.lstsq(normed, logits[seen], rcond=None)[0].T


def run(last, *options):
    """What it prints, as far as it is of numbers. The program ends without waiting for its log, whose end may be missing."""
    words = ["-c", str(WINDOW), "-b", str(WINDOW), "-t", "1", "--chunks", str(WINDOWS), *options]
    for _ in range(20):
        done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True)
        final = re.search("Final estimate: .*", done.stderr)
        printed = done.stdout + (final[0] + "\n" if final else "")
        if last in printed:
            named = " ".join(Path(word).name for word in words)
            numbers = printed[printed.index("minutes\n") + len("minutes\n") :].strip()
            return f"$ llama-perplexity {named}\n{numbers}\n\n"
    raise RuntimeError(f"{PROGRAM}: the end of what it prints is missing")


def logits_of(model, base):
    """Of the rows of a base file: each window begins with <s>, whatever came there."""
    window, vocabulary, windows = struct.unpack_from("<iii", base, 8)
    came = np.frombuffer(base, "<i4", windows * window, 20).reshape(windows, window).copy()
    came[:, 0] = 1
    # Attention as the program does it if it is told nothing.
    alike = {"n_ctx": window, "n_batch": window, "n_threads": 1, "n_threads_batch": 1, "flash_attn": True}
    loaded = llama_cpp.Llama(model, logits_all=True, verbose=False, **alike)
    rows = []
    for tokens in came:
        loaded.reset()
        loaded.eval(tokens.tolist())
        rows.append(loaded.scores[window // 2 : window - 1].copy())
    return np.array(rows)


def check(logits, base):
    """All codes are those of the file; the exponential of NumPy may round otherwise, which shows in the last digit of the two singles before them."""
    rows = logits.reshape(-1, logits.shape[-1])
    coded = np.array([np.frombuffer(llama_row(row)[0], np.uint8) for row in rows])
    stored = np.frombuffer(base[-coded.size :], np.uint8).reshape(coded.shape)
    assert (coded[:, 8:] == stored[:, 8:]).all()
    scales, wanted = (x[:, :8].copy().view("<f4") for x in (coded, stored))
    np.testing.assert_allclose(scales, wanted, rtol=2**-22)


fit(TEXT.read_bytes()[180:])
version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True)
printed = "$ llama-perplexity --version\n" + (version.stdout + version.stderr).strip() + "\n\n"
with tempfile.TemporaryDirectory() as folder:
    models = {"base": gguf.GGMLQuantizationType.F32, "candidate": gguf.GGMLQuantizationType.Q8_0}
    for name, type in models.items():
        model, base = write(f"{folder}/{name}.gguf", type), FOLDER / f"{name}.kld"
        printed += run("Final", "-m", model, "-f", str(TEXT), "--kl-divergence-base", str(base))
        logits = logits_of(model, base.read_bytes())
        check(logits, base.read_bytes())
    np.save(FOLDER / "candidate.npy", logits)
    printed += run("Same top p:", "-m", model, "--kl-divergence", "--kl-divergence-base", str(FOLDER / "base.kld"))
(FOLDER / "printed.txt").write_text(printed.rstrip() + "\n", encoding="utf-8")
(FOLDER / "pieces.vocab").write_text("".join(f"{token}\t{-i}\n" for i, token in enumerate(tokens)), encoding="utf-8")
