package luthier.core.data.mask;

import java.util.List;
import java.util.Set;
import luthier.core.data.Span;
import luthier.core.data.tokens.Encoded;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Encodes text and knows how a row begins and ends.
final class RowEncoder {
    private final Tokenizer tokenizer;
    private final Set<String> stopTexts;
    private final StopTokens stops;
    private final @Nullable String bosText;
    private final int bosId;
    private final int eosId;

    RowEncoder(Tokenizer tokenizer, SpecialTokens specials) throws LuthierException {
        this.tokenizer = tokenizer;
        this.bosText = specials.addBos() ? specials.bosText() : null;
        this.bosId = id(tokenizer, bosText, "bos_token");
        this.eosId = id(tokenizer, specials.eosText(), "eos_token");
        this.stopTexts = specials.stopTexts(tokenizer);
        this.stops = new StopTokens(stopTexts, List.of());
    }

    Set<String> stopTexts() {
        return Set.copyOf(stopTexts);
    }

    Encoded encode(String text) {
        return tokenizer.encode(text);
    }

    Row row(String text, List<Span> spans) {
        return Row.of(encode(text), spans);
    }

    /// 1 if texts without a template get a begin token in front, else 0.
    int bosLength() {
        return bosId >= 0 ? 1 : 0;
    }

    /// The begin token in front, unless there is none to add or the text brings it.
    Row withBos(Row row, boolean supervisesFirst) {
        boolean present = row.length() > 0 && row.ids()[0] == bosId;
        return bosId < 0 || present ? row : row.prepend(bosId, supervisesFirst);
    }

    /// Exactly one stop token at the end of a whole example.
    Row withEnd(Row row, String text) {
        return eosId < 0 || stops.ends(text) ? row : row.append(eosId);
    }

    /// Whether a whole example can end in a stop token at all.
    boolean canEnd(String text) {
        return eosId >= 0 || stops.ends(text);
    }

    private static int id(Tokenizer tokenizer, @Nullable String text, String key) throws LuthierException {
        int id = text == null ? -1 : tokenizer.idOf(text);
        if (text != null && id < 0) {
            throw new LuthierException(new Failure.UnreadableModel(
                    "tokenizer_config.json",
                    "`" + key + "` is `" + text + "`, which tokenizer.json does not contain",
                    "Take both files from the same model."));
        }
        return id;
    }
}
