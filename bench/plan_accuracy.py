"""Peak memory that `luthier plan` predicts beside what three steps of `luthier run` take. Called by bench/plan-accuracy."""
import argparse
import pathlib
import sys
import time

import luthier_runs as luthier

SHAPES = ((1, 128), (4, 256), (2, 512))
STEPS = 3
TOLERANCE = 0.15
PLAN_SECONDS = 2.0


def cases():
    for precision in ("fp32", "bf16"):
        for activations in ("keep", "recompute"):
            for batch, length in SHAPES:
                name = f"lora-{precision}-{activations}-{batch}x{length}"
                yield name, batch, length, {"precision": precision, "activations": activations}
    for master in (False, True):
        name = f"full-bf16{'-master' if master else ''}-4x256"
        yield name, 4, 256, {"tuning": luthier.FULL, "master": master, "activations": "keep"}


def main():
    parser = argparse.ArgumentParser(prog="bench/plan-accuracy", description=__doc__)
    parser.add_argument("model", nargs="?", type=pathlib.Path, default=luthier.HOME / "models" / "smollm2")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cases whose name holds this")
    parser.add_argument("--output", type=pathlib.Path, default=luthier.HOME / "target" / "bench")
    options = parser.parse_args()
    luthier.read_config(options.model)
    chosen = [case for case in cases() if options.only in case[0]]
    if not chosen:
        parser.error(f"no case holds {options.only}")
    output = options.output.resolve() / "plan-accuracy"
    runs = [luthier.run_entry(name, f"rows-{length}", batch, STEPS, **kind) for name, batch, length, kind in chosen]
    lengths = {length: (STEPS + 2) * max(b for _, b, n, _ in chosen if n == length) * length for _, _, length, _ in chosen}
    project = luthier.write_project(output, options.model, lengths, runs)
    print(f"measured on: {luthier.machine()}; {options.model}\n")
    print("| case | predicted MiB | measured MiB | deviation | plan, s |")
    print("|---|---|---|---|---|", flush=True)
    wrong = 0
    for name, *_ in chosen:
        begin = time.perf_counter()
        predicted = luthier.plan(project, name)["peakBytes"]
        seconds = time.perf_counter() - begin
        measured = luthier.train(project, name, output / "runs" / name).peak_bytes
        deviation = predicted / measured - 1
        late = seconds > PLAN_SECONDS
        off = abs(deviation) > TOLERANCE
        wrong += off or late
        print(f"| {name} | {luthier.mib(predicted)} | {luthier.mib(measured)} | {deviation:+.1%}{' TOO FAR' if off else ''} |"
              f" {seconds:.1f}{' TOO LONG' if late else ''} |", flush=True)
    print(f"\n{len(chosen) - wrong} of {len(chosen)} within {TOLERANCE:.0%} and planned in under {PLAN_SECONDS:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except luthier.Failed as failure:
        print(f"plan-accuracy: {failure}", file=sys.stderr)
        sys.exit(2)
