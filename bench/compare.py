"""Luthier beside transformers + PEFT on one machine, in turn, each in a process of its own. See docs/benchmarks.md.
Called by bench/compare-with-peft, which finds the Python that has PEFT.
"""
import argparse
import json
import pathlib
import sys

import luthier_runs as luthier

BATCH, LENGTH = 4, 256
TOKENS = BATCH * LENGTH
HERE = pathlib.Path(__file__).resolve().parent
SIDES = ("default", "strongest", "luthier")


class Case:
    """One row of the table.

    floors: (tokens/s, memory) against default PEFT and against the strongest setting; None where it is only reported."""

    def __init__(self, title, peft, run, flop_per_parameter, floors):
        self.title, self.peft, self.run = title, peft, run
        self.flop_per_parameter, self.floors = flop_per_parameter, floors


CASES = {
    "lora-bf16-keep": Case(
        "LoRA bf16, activations kept", ["--method", "lora", "--dtype", "bfloat16"],
        {"activations": "keep"}, 4, ((2.2, 0.38), (1.1, 0.7))),
    "lora-bf16-recompute": Case(
        "LoRA bf16, recompute", ["--method", "lora", "--dtype", "bfloat16", "--recompute"],
        {"activations": "recompute"}, 4, ((1.9, 0.38), (1.0, 0.6))),
    "lora-fp32-keep": Case(
        "LoRA fp32, activations kept", ["--method", "lora", "--dtype", "float32"],
        {"precision": "fp32", "activations": "keep"}, 4, ((1.2, 0.38), (1.0, 0.65))),
    "full-bf16": Case(
        "Full AdamW, pure bf16", ["--method", "full", "--dtype", "bfloat16"],
        {"tuning": luthier.FULL, "master": False, "activations": "keep"}, 6, ((1.3, 0.7), (1.15, 0.85))),
    "full-bf16-master": Case(
        "Full AdamW, bf16 with fp32 masters (PEFT side pure bf16)", ["--method", "full", "--dtype", "bfloat16"],
        {"tuning": luthier.FULL, "master": True, "activations": "keep"}, 6, None),
}


def peft_steps(options, case, side):
    command = [sys.executable, HERE / "peft_steps.py", options.model, *case.peft, "--steps", options.warm_up + options.steps]
    if side == "strongest":
        command.append("--compile")
        if "lora" in case.peft:
            command.append("--adapters-in-base-dtype")
    answer = json.loads(luthier.called(command).strip().splitlines()[-1])
    return {
        "seconds": answer["seconds"][options.warm_up:],
        "peakBytes": answer["peakResidentBytes"],
        "trainableParameters": answer["trainableParameters"],
        "threads": answer["threads"],
    }


def luthier_steps(options, project, name):
    run = luthier.train(project, name, options.output / "runs" / name)
    seconds = run.step_seconds(options.warm_up, TOKENS)
    if len(seconds) < min(5, options.steps):
        raise luthier.Failed(f"only {len(seconds)} steps of exactly {TOKENS} tokens; are all rows {LENGTH} tokens long?")
    started = next(event for event in run.events if event["event"] == "started")
    return {
        "seconds": seconds,
        "stepSeconds": [step["stepMillis"] / 1e3 for step in run.steps[options.warm_up:]],
        "eventShare": run.event_share(options.warm_up),
        "peakBytes": run.peak_bytes,
        "trainableParameters": started["trainableParameters"],
        "threads": started["threads"],
    }


def summary(rounds, case, parameters, roof):
    """Of all rounds of one side: the median step, the highest peak, the share of the roof."""
    rate = TOKENS / luthier.median([s for one in rounds for s in one["seconds"]])
    return {
        "tokensPerSecond": rate,
        "peakBytes": max(one["peakBytes"] for one in rounds),
        "shareOfRoof": rate * case.flop_per_parameter * parameters / roof,
        "trainableParameters": rounds[0]["trainableParameters"],
        "threads": rounds[0]["threads"],
        "rounds": rounds,
    }


def measure(options, name, project, parameters, roof):
    case, rounds, failures = CASES[name], {side: [] for side in SIDES}, {}
    for number in range(1, options.rounds + 1):
        for side in SIDES:
            if side in failures:
                continue
            print(f"{name}: {side}, round {number} of {options.rounds} ...", file=sys.stderr, flush=True)
            try:
                own = luthier_steps(options, project, name) if side == "luthier" else peft_steps(options, case, side)
                rounds[side].append(own)
            except luthier.Failed as failure:
                print(f"{name}: {side} failed: {failure}", file=sys.stderr, flush=True)
                failures[side] = str(failure)
    sides = {side: summary(done, case, parameters, roof) for side, done in rounds.items() if done and side not in failures}
    return {"case": name, "title": case.title, "failures": failures, "sides": sides, "ratios": ratios(sides)}


def ratios(sides):
    ours = sides.get("luthier")
    return {
        side: {"tokensPerSecond": ours["tokensPerSecond"] / sides[side]["tokensPerSecond"],
               "peakBytes": ours["peakBytes"] / sides[side]["peakBytes"]}
        for side in ("default", "strongest") if ours and side in sides
    }


def missed(result):
    """The floors that a case does not reach; what failed counts as missed."""
    floors = CASES[result["case"]].floors
    faults = [f"{side} failed" for side in result["failures"]]
    if floors is None:
        return faults
    for side, (speed, memory) in zip(("default", "strongest"), floors):
        ratio = result["ratios"].get(side)
        if ratio and ratio["tokensPerSecond"] < speed:
            faults.append(f"{ratio['tokensPerSecond']:.2f} of {side}'s tokens/s, floor {speed}")
        if ratio and ratio["peakBytes"] > memory:
            faults.append(f"{ratio['peakBytes']:.2f} of {side}'s memory, ceiling {memory}")
    return faults


def figures(result, side):
    own = result["sides"].get(side)
    return "failed" if own is None else f"{own['tokensPerSecond']:,.0f} / {luthier.mib(own['peakBytes'])} / {own['shareOfRoof']:.0%}"


def ratio_text(result, side):
    ratio = result["ratios"].get(side)
    return "–" if ratio is None else f"{ratio['tokensPerSecond']:.2f} × / {ratio['peakBytes']:.2f} ×"


def table(results):
    lines = [
        "Each cell: tokens/s (median step) / peak resident MiB / share of the roof. Ratios: Luthier's tokens/s and memory over PEFT's.",
        "",
        "| case | PEFT default | PEFT strongest | Luthier | against default | against strongest |",
        "|---|---|---|---|---|---|",
    ]
    for result in results:
        cells = [result["title"], *(figures(result, side) for side in SIDES),
                 ratio_text(result, "default"), ratio_text(result, "strongest")]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def configuration():
    parser = argparse.ArgumentParser(prog="bench/compare-with-peft", description=__doc__)
    parser.add_argument("model", nargs="?", type=pathlib.Path, default=luthier.HOME / "models" / "smollm2")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(CASES)}; all by default")
    parser.add_argument("--steps", type=int, default=7, help="timed steps (default 7)")
    parser.add_argument("--warm-up", type=int, default=3, help="steps before them (default 3)")
    parser.add_argument("--rounds", type=int, default=1, help="how often all sides run in turn (default 1)")
    parser.add_argument("--output", type=pathlib.Path, default=luthier.HOME / "target" / "bench")
    options = parser.parse_args()
    if options.model is not None and str(options.model) in CASES:
        options.cases.insert(0, str(options.model))
        options.model = luthier.HOME / "models" / "smollm2"
    unknown = [name for name in options.cases if name not in CASES]
    if unknown:
        parser.error(f"{', '.join(unknown)} is not one of {', '.join(CASES)}")
    if options.steps < 1 or options.warm_up < 1 or options.rounds < 1:
        parser.error("steps, warm-up and rounds must be at least 1")
    options.cases = options.cases or list(CASES)
    options.output = options.output.resolve()
    return options


def main():
    options = configuration()
    config = luthier.read_config(options.model)
    parameters = luthier.linear_parameters(config)
    steps = options.warm_up + options.steps
    runs = [luthier.run_entry(name, f"rows-{LENGTH}", BATCH, steps, **CASES[name].run) for name in options.cases]
    project = luthier.write_project(options.output / "compare", options.model, {LENGTH: (steps + 4) * TOKENS}, runs)
    print("measuring the products' rate ...", file=sys.stderr, flush=True)
    rates = json.loads(luthier.called([sys.executable, HERE / "matmul_rate.py", options.model]).strip().splitlines()[-1])
    results = []
    for name in options.cases:
        roof = rates[CASES[name].run.get("precision", "bf16")]["flopPerSecond"]
        results.append(measure(options, name, project, parameters, roof))
    report = {
        "machine": luthier.machine(), "model": str(options.model), "batch": BATCH, "length": LENGTH,
        "warmUp": options.warm_up, "steps": options.steps, "rounds": options.rounds,
        "linearParameters": parameters, "products": rates, "results": results,
    }
    options.output.mkdir(parents=True, exist_ok=True)
    file = options.output / "compare.json"
    file.write_text(json.dumps(report, indent=2) + "\n")
    print(f"measured on: {report['machine']}; {options.model}; {BATCH} × {LENGTH} tokens, {options.warm_up} steps of warm-up,"
          f" {options.steps} timed, {options.rounds} round(s)")
    print(f"roof: {rates['bf16']['flopPerSecond'] / 1e9:,.0f} GFLOP/s bf16, {rates['fp32']['flopPerSecond'] / 1e9:,.0f} fp32;"
          f" N = {parameters:,}; 4N FLOP a token for LoRA, 6N for full training\n")
    print("\n".join(table(results)))
    print()
    faults = 0
    for result in results:
        for fault in missed(result):
            faults += 1
            print(f"MISSED {result['case']}: {fault}")
        if "luthier" in result["sides"]:
            shares = [one["eventShare"] for one in result["sides"]["luthier"]["rounds"]]
            print(f"{result['case']}: events took {luthier.median(shares):.2%} of the time between steps")
    print(f"\nall figures: {file}")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except luthier.Failed as failure:
        print(f"compare-with-peft: {failure}", file=sys.stderr)
        sys.exit(2)
