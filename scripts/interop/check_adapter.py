"""Compares Luthier's logits with those of PEFT (base and adapter) and transformers (merged model), all in fp32.
Called by scripts/interop/check-adapter:
    check_adapter.py rows BASE IDS_FILE                     writes the rows of token ids both sides take
    check_adapter.py compare BASE ADAPTER MERGED FOLDER     FOLDER holds ids.json and what `luthier logits` wrote
"""
import json
import pathlib
import sys

import peft
import safetensors
import safetensors.torch
import torch
import transformers

TOLERANCE = 2e-3
NEW_TOKENS = 20
TEXTS = (
    "The capital of France is",
    "Below is an instruction that describes a task. Write a response that completes it.\n\nName three colours.",
    "def largest(values):\n    best = values[0]\n",
    "1, 2, 3, 5, 8, 13, Übermut und größere Zahlen: 21, 34 …",
)


def write_rows(base, file):
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    positions = json.loads((pathlib.Path(base) / "config.json").read_text())["max_position_embeddings"]
    longest = max(1, positions - NEW_TOKENS)
    rows = [tokenizer(text)["input_ids"][:longest] for text in TEXTS]
    pathlib.Path(file).write_text(json.dumps({"ids": rows}))


class Check:
    """Says what holds and what does not, and remembers."""

    def __init__(self):
        self.faults = 0

    def that(self, holds, text):
        self.faults += not holds
        print(f"{'ok      ' if holds else 'DIFFERS '} {text}")


def load(folder):
    model, report = transformers.AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="sdpa", output_loading_info=True
    )
    return model.eval(), report


def names_match(model, adapter, check):
    """Every tensor of the file has its place in PEFT's model, every place its tensor, and PEFT holds the file's values."""
    file = adapter / "adapter_model.safetensors"
    saved = safetensors.torch.load_file(file)
    wanted = peft.get_peft_model_state_dict(model)
    missing, unexpected = sorted(set(wanted) - set(saved)), sorted(set(saved) - set(wanted))
    check.that(not missing and not unexpected, f"adapter: {len(saved)} tensors; missing {missing[:5]}, unexpected {unexpected[:5]}")
    changed = [name for name in set(saved) & set(wanted) if not torch.equal(saved[name].float(), wanted[name].float())]
    check.that(not changed, f"adapter: PEFT holds the file's values ({len(changed)} differ)")
    check.that(any(value.any() for name, value in saved.items() if "lora_B" in name), "adapter: it was trained (not all of B is zero)")


def logits(model, rows):
    with torch.inference_mode():
        return [model(input_ids=torch.tensor([row])).logits[0].float() for row in rows]


def continuation(model, row):
    """The likeliest next token, time after time; no stop token ends it, as with Luthier's."""
    ids = list(row)
    with torch.inference_mode():
        for _ in range(NEW_TOKENS):
            ids.append(int(model(input_ids=torch.tensor([ids])).logits[0, -1].argmax()))
    return ids[len(row):]


def largest_difference(ours, theirs):
    worst = 0.0
    for a, b in zip(ours, theirs, strict=True):
        if a.shape != b.shape:
            return float("inf")
        difference = float((a - b).abs().max())
        # a NaN on either side must not pass for equal
        worst = difference if not difference <= worst else worst
    return worst


def written(folder, name, count):
    tensors = safetensors.torch.load_file(folder / f"{name}.safetensors")
    answer = json.loads((folder / f"{name}.json").read_text().strip().splitlines()[-1])
    return [tensors[f"logits.{i}"] for i in range(count)], answer["continuation"]


def compare_side(model, rows, folder, name, title, check):
    ours, our_ids = written(folder, name, len(rows))
    theirs = logits(model, rows)
    worst = largest_difference(ours, theirs)
    largest = max(float(t.abs().max()) for t in theirs)
    check.that(worst <= TOLERANCE, f"{title}: largest difference of logits {worst:.2e} (allowed {TOLERANCE}; largest logit {largest:.1f})")
    their_ids = continuation(model, rows[0])
    check.that(our_ids == their_ids, f"{title}: {NEW_TOKENS} greedy tokens {our_ids if our_ids == their_ids else (our_ids, their_ids)}")
    return theirs


def stored_types(folder):
    types = set()
    for file in pathlib.Path(folder).glob("*.safetensors"):
        with safetensors.safe_open(file, "pt") as tensors:
            types.update(tensors.get_slice(name).get_dtype() for name in tensors.keys())
    return types


def compare(base, adapter, merged, folder):
    check = Check()
    rows = json.loads((folder / "ids.json").read_text())["ids"]
    print(f"PEFT {peft.__version__}, transformers {transformers.__version__}, torch {torch.__version__};"
          f" {len(rows)} rows, {sum(map(len, rows))} tokens, fp32")
    plain, _ = load(base)
    before = logits(plain, rows)
    tuned = peft.PeftModel.from_pretrained(plain, adapter).eval()
    names_match(tuned, adapter, check)
    adapted = compare_side(tuned, rows, folder, "adapter", "PEFT with the adapter", check)
    moved = largest_difference(adapted, before)
    check.that(moved > TOLERANCE, f"the adapter changes the base's logits (by up to {moved:.2e}), so the comparison means something")

    whole, report = load(merged)
    faults = {key: report[key] for key in ("missing_keys", "unexpected_keys", "mismatched_keys") if report[key]}
    check.that(not faults, f"merged: no missing, unexpected or mismatched keys {faults or ''}")
    merged_logits = compare_side(whole, rows, folder, "merged", "transformers with the merged model", check)
    apart = largest_difference(merged_logits, adapted)
    types = stored_types(merged)
    if types == {"F32"}:
        check.that(apart <= TOLERANCE, f"merged against adapter: largest difference {apart:.2e} (allowed {TOLERANCE})")
    else:
        print(f"note     merged against adapter: largest difference {apart:.2e}; the merged weights are rounded to {', '.join(sorted(types))}")
    print("all equal" if check.faults == 0 else f"{check.faults} of the checks failed")
    return 1 if check.faults else 0


if __name__ == "__main__":
    verb, *paths = sys.argv[1:] or [""]
    if verb == "rows" and len(paths) == 2:
        write_rows(*paths)
    elif verb == "compare" and len(paths) == 4:
        sys.exit(compare(*(pathlib.Path(path) for path in paths)))
    else:
        sys.exit(__doc__)
