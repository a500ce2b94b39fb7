"""Measures how fast this machine multiplies matrices of a Llama block's shapes, and prints one JSON object:
FLOP/s by dtype, and each product's own rate. Forward y = x Wᵀ and backward dx = dy W, projections that read the same input
as one product; the rate is all FLOPs of one forward and backward over all their median seconds.
"""
import argparse
import json
import pathlib
import statistics
import time

import torch


def shapes(config):
    width, inner = config["hidden_size"], config["intermediate_size"]
    heads = config["num_attention_heads"]
    head = config.get("head_dim") or width // heads
    kv = config.get("num_key_value_heads") or heads
    return {
        "qkv": (width, (heads + 2 * kv) * head),
        "out": (heads * head, width),
        "gate": (width, inner),
        "up": (width, inner),
        "down": (inner, width),
    }


def median_seconds(product, repeats):
    for _ in range(3):
        product()
    seconds = []
    for _ in range(repeats):
        begin = time.perf_counter()
        product()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def rate(config, rows, dtype, repeats):
    flop, seconds, single = 0, 0.0, {}
    for name, (inputs, outputs) in shapes(config).items():
        x = torch.randn(rows, inputs).to(dtype)
        y = torch.randn(rows, outputs).to(dtype)
        w = torch.randn(outputs, inputs).to(dtype)
        for direction, product in (("forward", lambda: torch.mm(x, w.t())), ("backward", lambda: torch.mm(y, w))):
            own = median_seconds(product, repeats)
            single[f"{name} {direction} {rows}x{inputs}x{outputs}"] = 2 * rows * inputs * outputs / own
            flop += 2 * rows * inputs * outputs
            seconds += own
    return {"flopPerSecond": flop / seconds, "products": single}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=pathlib.Path, help="Hugging Face model folder")
    parser.add_argument("--rows", type=int, default=1024)
    parser.add_argument("--repeats", type=int, default=15)
    options = parser.parse_args()
    config = json.loads((options.model / "config.json").read_text())
    torch.manual_seed(0)
    with torch.inference_mode():
        rates = {
            name: rate(config, options.rows, dtype, options.repeats)
            for name, dtype in (("bf16", torch.bfloat16), ("fp32", torch.float32))
        }
    print(json.dumps({"threads": torch.get_num_threads(), **rates}))


if __name__ == "__main__":
    main()
