package luthier.core.data.mask;

import java.util.List;
import luthier.core.data.Span;
import org.jspecify.annotations.Nullable;

/// A rendered conversation and which of its characters are supervised.
///
/// @param spans in order, without overlap
/// @param dropped why nothing can be trained, else null
/// @param unlocatedTurns earlier turns that could not be found and are context only
/// @param stops whether the last supervised turn ends in a stop token
/// @param rewritesTurns whether the renderer writes an earlier turn differently once more turns follow, so that the
///     honest training set is one example for each turn
public record SupervisedText(
        String text,
        List<Span> spans,
        @Nullable DropReason dropped,
        int unlocatedTurns,
        boolean stops,
        boolean rewritesTurns) {
    public SupervisedText {
        spans = List.copyOf(spans);
    }
}
