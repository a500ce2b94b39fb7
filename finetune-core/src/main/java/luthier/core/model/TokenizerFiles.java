package luthier.core.model;

import java.util.List;

/// The files of a model folder that say how text becomes tokens and how a conversation is written.
public final class TokenizerFiles {
    /// Those that tools write; a model has some of them.
    public static final List<String> NAMES = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "vocab.txt",
            "merges.txt",
            "tokenizer.model",
            "spiece.model",
            "chat_template.jinja",
            "chat_template.json");

    private TokenizerFiles() {}
}
