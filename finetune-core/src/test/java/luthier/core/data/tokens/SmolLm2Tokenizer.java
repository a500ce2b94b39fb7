package luthier.core.data.tokens;

import luthier.core.fixture.Fixtures;
import luthier.core.run.LuthierException;

/// The tokenizer of the fixtures.
public final class SmolLm2Tokenizer {
    private SmolLm2Tokenizer() {}

    public static Tokenizer open() throws LuthierException {
        return Tokenizer.open(Fixtures.copy("tokenizers/smollm2-tokenizer.json"));
    }
}
