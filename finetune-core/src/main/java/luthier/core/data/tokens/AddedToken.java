package luthier.core.data.tokens;

/// A token that the tokenizer finds in the text before anything else, such as `<|im_end|>`.
///
/// @param special whether decoding may leave it out
public record AddedToken(int id, String content, boolean special) {}
