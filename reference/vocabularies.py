"""Vocabularies as real tokenisers save them, and texts as they cut them.

    python3 reference/vocabularies.py        writes reference/vocabularies/

tokenizers 0.23 and sentencepiece 0.2 are trained on a few lines of our own. expected.json holds, for each file, texts with the tokens that the library makes of them, and what the library reads
a token alone as; U+FFFD there stands for bytes that are a part of a character.
"""

import json
from pathlib import Path

import sentencepiece
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

FOLDER = Path(__file__).with_suffix("")
FOLDER.mkdir(exist_ok=True)

LINES = [
    "The cat sat on the mat, and the mat sat on the floor.",
    "A model is surprised by what it did not expect: −log p, in bits or nats.",
    "El gato se sentó en la alfombra; ¿quién lo habría pensado?",
    "def entropy(p):\n    return -sum(x * log2(x) for x in p if x > 0)",
    "  two spaces, a tab\tand a line\r\n",
] * 4
TEXTS = [*LINES[:5], "naïve café 東京 🙂🙃 \u200d", "<|end|>x<|end|>", " lead", "\x00\x7f\xa0\xad"]
SPECIAL = "<|end|>"

expected = {}


def save(name, tokenizer, texts=TEXTS):
    tokenizer.add_special_tokens([AddedToken(SPECIAL)])
    tokenizer.add_tokens(["⟨plain Ġ⟩"])
    tokenizer.save(str(FOLDER / name))
    expected[name] = {
        "texts": [{"text": text, "ids": tokenizer.encode(text, add_special_tokens=False).ids} for text in texts],
        "alone": [tokenizer.decode([token], skip_special_tokens=False) for token in range(tokenizer.get_vocab_size())],
    }


byte_level = Tokenizer(models.BPE())
byte_level.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
byte_level.decoder = decoders.ByteLevel()
byte_level.train_from_iterator(
    LINES,
    trainers.BpeTrainer(
        vocab_size=330, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    ),
)
vocabulary = byte_level.get_vocab()
with open(FOLDER / "byte-level-vocab.json", "w") as file:
    json.dump(dict(sorted(vocabulary.items(), key=lambda item: item[1])), file, ensure_ascii=False)
save("byte-level.json", byte_level)

# As Llama 2 and Mistral: ▁ by a normaliser, bytes for what has no piece, and a decoder of several steps.
fallback = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>", fuse_unk=True))
fallback.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
fallback.decoder = decoders.Sequence(
    [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
)
fallback.train_from_iterator(
    LINES,
    trainers.BpeTrainer(
        vocab_size=360,
        special_tokens=["<unk>"] + [f"<0x{byte:02X}>" for byte in range(256)],
        limit_alphabet=60,
        show_progress=False,
    ),
)
state = json.loads(fallback.to_str())
state["added_tokens"] = [token for token in state["added_tokens"] if token["content"] == "<unk>"]
save("byte-fallback.json", Tokenizer.from_str(json.dumps(state)))

unigram = Tokenizer(models.Unigram())
unigram.pre_tokenizer = pre_tokenizers.Metaspace()
unigram.decoder = decoders.Metaspace()
unigram.train_from_iterator(
    LINES, trainers.UnigramTrainer(vocab_size=200, special_tokens=["<unk>"], unk_token="<unk>", show_progress=False)
)
save("unigram.json", unigram, LINES[:1])

words = Tokenizer(models.WordLevel(unk_token="<unk>"))
words.pre_tokenizer = pre_tokenizers.Split(" ", "isolated")
words.train_from_iterator(LINES[:1], trainers.WordLevelTrainer(special_tokens=["<unk>"], show_progress=False))
save("words.json", words, LINES[:1])

pieces = Tokenizer(models.WordPiece(unk_token="[UNK]"))
pieces.pre_tokenizer = pre_tokenizers.Whitespace()
pieces.decoder = decoders.WordPiece()
pieces.train_from_iterator(
    LINES[:2], trainers.WordPieceTrainer(vocab_size=60, special_tokens=["[UNK]"], show_progress=False)
)
pieces.save(str(FOLDER / "word-piece.json"))

prefix = str(FOLDER / "sentencepiece")
sentencepiece.SentencePieceTrainer.train(
    sentence_iterator=iter(LINES),
    model_prefix=prefix,
    model_type="bpe",
    vocab_size=360,
    byte_fallback=True,
    character_coverage=0.98,
    normalization_rule_name="identity",
    remove_extra_whitespaces=False,
    minloglevel=2,
)
processor = sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")
expected["sentencepiece.vocab"] = {
    "texts": [{"text": text, "ids": processor.encode(text)} for text in TEXTS if "\n" not in text and "\x00" not in text],
}
Path(f"{prefix}.model").unlink()

with open(FOLDER / "expected.json", "w") as file:
    json.dump(expected, file, ensure_ascii=False)
    file.write("\n")
