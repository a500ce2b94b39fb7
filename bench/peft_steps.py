"""Trains some steps with transformers and PEFT on the CPU, one configuration a process, and prints one JSON line:
the seconds of each step and the process's peak resident bytes. `python peft_steps.py --help` lists the configurations.
"""
import argparse
import json
import resource
import sys
import time

import torch
import transformers


def configuration():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="Hugging Face model folder")
    parser.add_argument("--method", choices=("lora", "full"), required=True)
    parser.add_argument("--dtype", choices=("bfloat16", "float32"), required=True, help="of the base weights")
    parser.add_argument("--recompute", action="store_true", help="gradient checkpointing")
    parser.add_argument("--adapters-in-base-dtype", action="store_true", help="instead of PEFT's default, fp32")
    parser.add_argument("--compile", action="store_true", help="torch.compile")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--length", type=int, default=256)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def model_of(options):
    model = transformers.AutoModelForCausalLM.from_pretrained(
        options.model, dtype=getattr(torch, options.dtype), attn_implementation="sdpa"
    )
    model.config.use_cache = False
    if options.recompute:
        model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
        model.enable_input_require_grads()
    if options.method == "lora":
        import peft

        lora = peft.LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM")
        model = peft.get_peft_model(model, lora, autocast_adapter_dtype=not options.adapters_in_base_dtype)
    model.train()
    return torch.compile(model) if options.compile else model


def train(model, options):
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=1e-4, fused=True)
    rows = torch.randint(0, model.config.vocab_size, (options.steps, options.batch, options.length))
    seconds, losses = [], []
    for ids in rows:
        begin = time.perf_counter()
        loss = model(input_ids=ids, labels=ids).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        seconds.append(time.perf_counter() - begin)
    return seconds, losses, sum(p.numel() for p in trained)


def peak_resident_bytes():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main():
    options = configuration()
    torch.manual_seed(options.seed)
    seconds, losses, parameters = train(model_of(options), options)
    print(json.dumps({
        "seconds": seconds,
        "losses": losses,
        "tokens": options.batch * options.length,
        "trainableParameters": parameters,
        "peakResidentBytes": peak_resident_bytes(),
        "threads": torch.get_num_threads(),
        "torch": torch.__version__,
        "transformers": transformers.__version__,
    }))


if __name__ == "__main__":
    main()
