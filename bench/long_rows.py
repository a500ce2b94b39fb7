"""Peak memory of LoRA in bf16 with recomputed activations on one row of 1,024 to 8,192 tokens. Called by bench/long-rows."""
import argparse
import json
import pathlib
import shutil
import sys

import luthier_runs as luthier

LENGTHS = (1024, 2048, 4096, 8192)
# A token of a doubling may cost at most this much more than one of the doubling before: with linear growth about 1, with growth
# by the square about 2. The rest is room for noise.
GROWTH = 1.5


def with_positions(model, longest, folder):
    """The model, or one of its shape with random weights where it has too few positions. Second: whether it is random."""
    config = luthier.read_config(model)
    if config["max_position_embeddings"] >= longest:
        return model, False
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in pathlib.Path(model).iterdir():
        if file.is_file() and file.name != "config.json" and file.suffix in (".json", ".jinja", ".txt"):
            if not file.name.endswith(".index.json"):
                shutil.copy(file, folder / file.name)
    config["max_position_embeddings"] = longest
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    return folder, True


def main():
    parser = argparse.ArgumentParser(prog="bench/long-rows", description=__doc__)
    parser.add_argument("model", nargs="?", type=pathlib.Path, default=luthier.HOME / "models" / "smollm2")
    parser.add_argument("--lengths", type=int, nargs="+", default=list(LENGTHS))
    parser.add_argument("--steps", type=int, default=2)
    parser.add_argument("--output", type=pathlib.Path, default=luthier.HOME / "target" / "bench")
    options = parser.parse_args()
    lengths = sorted(set(options.lengths))
    output = options.output.resolve() / "long-rows"
    model, fresh = with_positions(options.model, lengths[-1], output / "model")
    runs = [
        luthier.run_entry(f"row-{n}", f"rows-{n}", 1, options.steps, activations="recompute", scratch=fresh) for n in lengths
    ]
    project = luthier.write_project(output, model, {n: (options.steps + 2) * n for n in lengths}, runs)
    rows = []
    for n in lengths:
        print(f"1 × {n} tokens ...", file=sys.stderr, flush=True)
        run = luthier.train(project, f"row-{n}", output / "runs" / f"row-{n}")
        full = [step for step in run.steps if step["tokens"] == n]
        if not full:
            raise luthier.Failed(f"no step had a row of {n} tokens")
        rows.append((n, run.peak_bytes, full[-1]["tokens"] / full[-1]["stepMillis"] * 1e3))
    print(f"measured on: {luthier.machine()}; {model}{' (random weights)' if fresh else ''}; LoRA bf16, recompute\n")
    print("| tokens | peak resident MiB | bytes a token more than the row before | tokens/s (last step) |")
    print("|---|---|---|---|")
    slopes = []
    for i, (n, peak, rate) in enumerate(rows):
        if i:
            slopes.append((peak - rows[i - 1][1]) / (n - rows[i - 1][0]))
        print(f"| 1 × {n:,} | {luthier.mib(peak)} | {f'{slopes[-1]:,.0f}' if i else '–'} | {rate:,.0f} |")
    linear = all(before <= 0 or after <= GROWTH * before for before, after in zip(slopes, slopes[1:]))
    print(f"\ngrowth is {'linear' if linear else 'FASTER than linear'} (each slope at most {GROWTH} × the one before)")
    return 0 if linear else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except luthier.Failed as failure:
        print(f"long-rows: {failure}", file=sys.stderr)
        sys.exit(2)
