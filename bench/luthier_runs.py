"""Runs Luthier as a user does, on project files and data made here, and reads what its runs told. Standard library only."""
import json
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
from datetime import datetime

HOME = pathlib.Path(__file__).resolve().parent.parent
LUTHIER = os.environ.get("LUTHIER", str(HOME / "luthier"))
LORA = {"id": "lora", "rank": 16, "alpha": 32, "targetModules": ["all-linear"]}
FULL = {"id": "full"}


# Ended from outside, a script takes the program it waits for with it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


class Failed(Exception):
    """A program of the comparison ended badly; the message is what it said."""


def write_text(file, tokens, seed=1):
    """A data file of one long text, which Luthier cuts into rows of exactly the asked length (but for the last one).
    Each made-up word takes at least one token."""
    draw = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    words = ("".join(draw.choice(syllables) for _ in range(draw.randint(2, 4))) for _ in range(tokens))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"text": " ".join(words)}) + "\n")


def run_entry(name, dataset, batch, steps, precision="bf16", tuning=None, activations="keep", master=True, scratch=False):
    return {
        "name": name,
        "model": "model",
        "dataset": dataset,
        "precision": precision,
        "tuning": tuning or LORA,
        "optimizer": {"id": "adamw", "master": master},
        "training": {
            "maxSteps": steps,
            "batchSize": batch,
            "accumulation": 1,
            "learningRate": 1e-4,
            "schedule": "constant",
            "maxGradientNorm": 1.0,
            "activations": activations,
            "evaluateEvery": 0,
            "checkpointEvery": 0,
            "seed": 42,
            "threads": 0,
            "fromScratch": scratch,
        },
        "device": "cpu",
    }


def write_project(folder, model, lengths, runs):
    """A project with a data set `rows-LENGTH` for each (length, tokens); returns its file."""
    datasets = {}
    for length, tokens in lengths.items():
        write_text(folder / f"rows-{length}.jsonl", tokens)
        datasets[f"rows-{length}"] = {
            "train": f"rows-{length}.jsonl", "format": "text", "evaluationFraction": 0.0, "maxLength": length,
        }
    project = folder / "bench.luthier"
    project.write_text(json.dumps({
        "format": "luthier-project", "version": 1, "name": "bench",
        "models": {"model": {"path": str(pathlib.Path(model).resolve())}},
        "datasets": datasets, "runs": runs,
    }, indent=2) + "\n")
    return project


def called(command):
    """What a program printed; its last lines of error when it fails."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-15:])
        raise Failed(f"{' '.join(str(word) for word in command)} ended with {done.returncode}:\n{said}")
    return done.stdout


def plan(project, name):
    """The plan's figures. One that does not fit still has them (exit code 4)."""
    command = [LUTHIER, "plan", str(project), "--run", name, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 4):
        raise Failed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.strip()}")
    return json.loads(done.stdout.strip().splitlines()[-1])


class Run:
    """What a finished run told through its events."""

    def __init__(self, lines):
        self.events = [json.loads(line) for line in lines if line.startswith("{")]
        self.steps = [event for event in self.events if event["event"] == "stepped"]
        ends = [event for event in self.events if event["event"] == "finished"]
        if not ends:
            raise Failed(f"the run did not finish; its last event is {self.events[-1] if self.events else 'missing'}")
        self.ledger = ends[0]["ledger"]

    @property
    def peak_bytes(self):
        """Of the whole worker process: loading, all steps, the last checkpoint and the result."""
        return self.ledger["peakResidentBytes"]

    def step_seconds(self, warm_up, tokens):
        """From one step's event to the next, so that telling events counts too; only steps of exactly so many tokens."""
        seconds = []
        for before, step in zip(self.steps, self.steps[1:]):
            if step["step"] > warm_up and step["tokens"] == tokens:
                seconds.append((instant(step["at"]) - instant(before["at"])).total_seconds())
        return seconds

    def event_share(self, warm_up):
        """Share of the time between two events that no step took."""
        between, inside = [], []
        for before, step in zip(self.steps, self.steps[1:]):
            if step["step"] > warm_up:
                between.append((instant(step["at"]) - instant(before["at"])).total_seconds())
                inside.append(step["stepMillis"] / 1e3)
        return max(0.0, 1 - sum(inside) / sum(between))


def instant(text):
    # Python before 3.11 reads neither Z nor nanoseconds
    date, _, fraction = text.rstrip("Z").partition(".")
    return datetime.fromisoformat(f"{date}.{(fraction + '000000')[:6]}")


def train(project, name, output):
    """Trains one run of a project to its end."""
    shutil.rmtree(output, ignore_errors=True)
    lines = called([LUTHIER, "run", project, "--run", name, "--output", output, "--json"])
    return Run(lines.splitlines())


def read_config(model):
    file = pathlib.Path(model) / "config.json"
    if not file.exists():
        raise Failed(f"{file} is missing. Fetch the model: scripts/fetch-smollm2, then"
                     " ./luthier import models/smollm2.gguf models/smollm2 (or name another model folder).")
    return json.loads(file.read_text())


def linear_parameters(config):
    """Of all linear layers and the head, which take all but a rest of the products: N of the roof."""
    width, inner, heads = config["hidden_size"], config["intermediate_size"], config["num_attention_heads"]
    head = config.get("head_dim") or width // heads
    kv = config.get("num_key_value_heads") or heads
    block = width * (heads + 2 * kv) * head + heads * head * width + 3 * width * inner
    return config["num_hidden_layers"] * block + config["vocab_size"] * width


def machine():
    """For the line `measured on`."""
    model = "unknown processor"
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} processors"


def mib(size):
    return f"{size / 2**20:,.0f}"


def median(values):
    return statistics.median(values)
