package luthier.core.data.prompt;

import java.util.HashSet;
import java.util.Set;
import luthier.core.data.PromptRenderer;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import org.jspecify.annotations.Nullable;

/// How the conversations of a run are written.
///
/// @param id `template` (the model's own), `chatml` or `alpaca`
/// @param jinja the same format as a template, to be written beside an exported model so that other tools
///     prompt alike;
///     null when the model has its own
/// @param specials with the stop tokens the format adds
public record PromptFormat(
        String id, PromptRenderer renderer, @Nullable String jinja, SpecialTokens specials) {
    /// The model's template if there is one; else ChatML if the tokenizer has both of its marks as added tokens; else
    /// Alpaca. ChatML on a tokenizer without its marks would split them into many pieces.
    public static PromptFormat choose(@Nullable PromptRenderer template, Tokenizer tokenizer, SpecialTokens specials) {
        if (template != null) {
            return new PromptFormat("template", template, null, specials);
        }
        if (tokenizer.hasAdded(ChatMl.START) && tokenizer.hasAdded(ChatMl.END)) {
            Set<Integer> stops = new HashSet<>(specials.stopIds());
            stops.add(tokenizer.idOf(ChatMl.END));
            SpecialTokens withEnd = new SpecialTokens(
                    specials.bosText(), specials.eosText(), specials.padId(), stops, specials.addBos());
            return new PromptFormat("chatml", new ChatMl(), ChatMl.JINJA, withEnd);
        }
        Alpaca alpaca = new Alpaca(specials.addBos() ? specials.bosText() : null, specials.eosText());
        return new PromptFormat("alpaca", alpaca, alpaca.jinja(), specials);
    }
}
