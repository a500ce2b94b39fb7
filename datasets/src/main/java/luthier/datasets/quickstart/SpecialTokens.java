package luthier.datasets.quickstart;

import java.util.List;

/// The tokens that are not text, in the order of their ids.
final class SpecialTokens {
    static final String PADDING = "<|endoftext|>";
    static final String TURN_BEGIN = "<|im_start|>";
    static final String TURN_END = "<|im_end|>";
    static final List<String> ALL = List.of(PADDING, TURN_BEGIN, TURN_END);

    private SpecialTokens() {}
}
