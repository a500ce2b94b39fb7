package luthier.core.engine.generate;

import luthier.core.run.LuthierException;

/// Hears each token as it is chosen; stop tokens are not told.
@FunctionalInterface
public interface TokenSink {
    TokenSink NOBODY = _ -> {};

    /// An exception ends the answer.
    void accept(int id) throws LuthierException;
}
