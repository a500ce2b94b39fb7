"""Makes golden-blocks.json, tiny.gguf and tiny-expected.safetensors beside itself.

Usage: python golden.py      (needs gguf 0.19.0, numpy, torch, safetensors; the results are in the repository)

golden-blocks.json: for each block type random bytes and the values that the gguf package decodes them to, both as hex (values: little-endian fp32).
tiny.gguf: a random Llama model of two layers, 4 query and 2 key/value heads, with block types that need rows of 32 only, written by the gguf package.
tiny-expected.safetensors: its tensors in a model folder's names, row order and bf16, decoded by the gguf package.
"""
import json
import os

import gguf
import numpy as np
import torch
from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType as T
from safetensors.torch import save_file

HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = np.random.default_rng(7)
HALVES = {T.Q8_0: [0], T.Q4_0: [0], T.Q4_1: [0, 2], T.Q5_0: [0], T.Q5_1: [0, 2], T.Q4_K: [0, 2], T.Q5_K: [0, 2], T.Q6_K: [208]}
HEADS, KEY_HEADS, HIDDEN, INNER, VOCABULARY = 4, 2, 64, 96, 300


def blocks():
    golden = {}
    for kind, offsets in HALVES.items():
        size = GGML_QUANT_SIZES[kind][1]
        data = RANDOM.integers(0, 256, (3, size), dtype=np.uint8)
        for offset in offsets:
            data[:, offset:offset + 2] = RANDOM.normal(size=(3, 1)).astype(np.float16).view(np.uint8)
        golden[kind.name] = {"blocks": data.tobytes().hex(), "values": gguf.quants.dequantize(data, kind).astype("<f4").tobytes().hex()}
    for kind, dtype in ((T.F16, np.uint16), (T.BF16, np.uint16)):
        data = RANDOM.integers(0, 0x7C00, 40).astype(dtype) | (RANDOM.integers(0, 2, 40) << 15).astype(dtype)
        raw = data.view(np.uint8).reshape(1, -1)
        values = gguf.quants.dequantize(raw, kind) if kind == T.BF16 else data.view(np.float16)
        golden[kind.name] = {"blocks": raw.tobytes().hex(), "values": values.astype("<f4").tobytes().hex()}
    with open(os.path.join(HERE, "golden-blocks.json"), "w") as f:
        json.dump(golden, f, indent=1)
        f.write("\n")


def halves_to_neighbours(w, heads):
    """As llama.cpp's converter stores query and key rows."""
    return w.reshape(heads, 2, w.shape[0] // heads // 2, -1).swapaxes(1, 2).reshape(w.shape)


def tokens():
    """The 256 letters of the byte alphabet, three control tokens, merges."""
    direct = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    letters = [chr(b) for b in direct] + [chr(256 + i) for i in range(256 - len(direct))]
    merges = ["t h", "th e", "Ġ the", "a n", "an d"]
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    return special + letters + [m.replace(" ", "") for m in merges], merges


def tiny():
    names, merges = tokens()
    names += [f"[PAD{i}]" for i in range(len(names), VOCABULARY)]
    types = [3] * 3 + [5 if n.startswith("[PAD") else 1 for n in names[3:]]
    w = gguf.GGUFWriter(os.path.join(HERE, "tiny.gguf"), "llama")
    w.add_name("tiny")
    w.add_block_count(2)
    w.add_context_length(128)
    w.add_embedding_length(HIDDEN)
    w.add_feed_forward_length(INNER)
    w.add_head_count(HEADS)
    w.add_head_count_kv(KEY_HEADS)
    w.add_rope_freq_base(50000.0)
    w.add_layer_norm_rms_eps(1e-5)
    w.add_rope_dimension_count(HIDDEN // HEADS)
    w.add_vocab_size(VOCABULARY)
    w.add_tokenizer_model("gpt2")
    w.add_tokenizer_pre("smollm")
    w.add_token_list(names)
    w.add_token_types(types)
    w.add_token_merges(merges)
    w.add_bos_token_id(1)
    w.add_eos_token_id(2)
    w.add_pad_token_id(2)
    w.add_unk_token_id(0)
    w.add_eot_token_id(0)
    w.add_add_bos_token(False)
    w.add_chat_template("{% for message in messages %}{{ message['content'] }}{% endfor %}")
    expected = {}

    def add(source, target, kind, shape, heads=0):
        values = (RANDOM.normal(size=shape) * 0.3).astype(np.float32)
        if kind == T.F32:
            w.add_tensor(source, values)
        else:
            stored = halves_to_neighbours(values, heads) if heads else values
            data = gguf.quants.quantize(stored, kind)
            w.add_tensor(source, data, raw_dtype=kind)
            values = gguf.quants.dequantize(gguf.quants.quantize(values, kind), kind).astype(np.float32).reshape(shape)
        expected[target] = torch.from_numpy(values.copy()).to(torch.bfloat16)

    key = HIDDEN // HEADS * KEY_HEADS
    add("token_embd.weight", "model.embed_tokens.weight", T.Q8_0, (VOCABULARY, HIDDEN))
    for layer, kind in enumerate((T.Q4_1, T.Q5_0)):
        a, b = f"blk.{layer}.", f"model.layers.{layer}."
        add(a + "attn_norm.weight", b + "input_layernorm.weight", T.F32, (HIDDEN,))
        add(a + "attn_q.weight", b + "self_attn.q_proj.weight", kind, (HIDDEN, HIDDEN), HEADS)
        add(a + "attn_k.weight", b + "self_attn.k_proj.weight", kind, (key, HIDDEN), KEY_HEADS)
        add(a + "attn_v.weight", b + "self_attn.v_proj.weight", T.Q4_0, (key, HIDDEN))
        add(a + "attn_output.weight", b + "self_attn.o_proj.weight", T.Q5_1, (HIDDEN, HIDDEN))
        add(a + "ffn_norm.weight", b + "post_attention_layernorm.weight", T.F32, (HIDDEN,))
        add(a + "ffn_gate.weight", b + "mlp.gate_proj.weight", T.F16, (INNER, HIDDEN))
        add(a + "ffn_up.weight", b + "mlp.up_proj.weight", T.BF16, (INNER, HIDDEN))
        add(a + "ffn_down.weight", b + "mlp.down_proj.weight", T.Q8_0, (HIDDEN, INNER))
    add("output_norm.weight", "model.norm.weight", T.F32, (HIDDEN,))
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()
    save_file(expected, os.path.join(HERE, "tiny-expected.safetensors"), metadata={"format": "pt"})


blocks()
tiny()
