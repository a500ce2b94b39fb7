package luthier.core.model;

/// A linear module that a tuning may address by name.
///
/// @param module dotted path in the Hugging Face model, such as `model.layers.0.self_attn.q_proj`
/// @param stage index of its stage
/// @param group the kernels' product it is part of, such as `qkv`
/// @param part which of the group's projections
/// @param row first row of its outputs in the group
/// @param output its output features
/// @param input its input features
/// @param outputHead whether it makes the logits (never part of `all-linear`)
public record Site(
        String module, int stage, String group, int part, long row, long output, long input, boolean outputHead) {}
