package luthier.core.data.tokens;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A model's `tokenizer.json`. The only class that knows the native tokenizer. Never truncates, never pads, never
/// adds a special token by itself; special tokens written in the text are recognised.
public final class Tokenizer implements AutoCloseable {
    private static final String ADVICE =
            "Take the model's folder with its fast tokenizer (`tokenizer.json`), downloaded whole.";

    private final HuggingFaceTokenizer rust;
    private final Vocabulary vocabulary;
    private final int size;

    private Tokenizer(HuggingFaceTokenizer rust, Vocabulary vocabulary) {
        this.rust = rust;
        this.vocabulary = vocabulary;
        this.size = 1
                + vocabulary.idByToken().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1);
    }

    public static Tokenizer open(Path tokenizerJson) throws LuthierException {
        byte[] json;
        Vocabulary vocabulary;
        try {
            json = Files.readAllBytes(tokenizerJson);
            vocabulary = Vocabulary.parse(json);
        } catch (IOException e) {
            throw unreadable(tokenizerJson, "the tokenizer cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw unreadable(tokenizerJson, "the tokenizer is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (Vocabulary.Malformed e) {
            throw unreadable(tokenizerJson, "the tokenizer cannot be used: " + e.getMessage(), e);
        }
        Map<String, String> options = Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");
        try {
            // from a stream, because from a path the library would also apply tokenizer_config.json on its own terms
            HuggingFaceTokenizer rust = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
            return new Tokenizer(rust, vocabulary);
        } catch (IOException | RuntimeException e) {
            // the native reader reports every kind of bad file as a bare RuntimeException
            throw unreadable(tokenizerJson, "the tokenizer cannot be used: " + e.getMessage(), e);
        }
    }

    public Encoded encode(String text) {
        Encoding encoding = rust.encode(withoutLoneSurrogates(text), false, false);
        long[] longIds = encoding.getIds();
        int[] ids = new int[longIds.length];
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
        int last = 0;
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Math.toIntExact(longIds[i]);
            CharSpan span = spans[i];
            starts[i] = span == null ? last : span.getStart();
            ends[i] = span == null ? last : span.getEnd();
            last = ends[i];
        }
        if (vocabulary.trimsOffsets()) {
            TrimmedOffsets.restore(encoding.getTokens(), starts, ends);
        }
        toUtf16(text, starts, ends);
        return new Encoded(ids, starts, ends);
    }

    /// @param skipSpecial whether special tokens are left out of the text
    public String decode(int[] ids, boolean skipSpecial) {
        return ids.length == 0
                ? ""
                : rust.decode(Arrays.stream(ids).asLongStream().toArray(), skipSpecial);
    }

    /// The id of a token by its name in the vocabulary, -1 if there is none.
    public int idOf(String token) {
        return vocabulary.idByToken().getOrDefault(token, -1);
    }

    /// One more than the largest id; a model needs at least so many embedding rows.
    public int vocabularySize() {
        return size;
    }

    public List<AddedToken> addedTokens() {
        return vocabulary.added();
    }

    /// The added token of this name.
    public boolean hasAdded(String content) {
        return vocabulary.added().stream().anyMatch(token -> token.content().equals(content));
    }

    @Override
    public void close() {
        rust.close();
    }

    private static LuthierException unreadable(Path file, String problem, Throwable cause) {
        return new LuthierException(new Failure.UnreadableModel(file.toString(), problem, ADVICE), cause);
    }

    /// The library counts code points.
    private static void toUtf16(String text, int[] starts, int[] ends) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            return;
        }
        int[] position = new int[points + 1];
        for (int i = 0; i < points; i++) {
            position[i + 1] = position[i] + Character.charCount(text.codePointAt(position[i]));
        }
        for (int i = 0; i < starts.length; i++) {
            starts[i] = position[starts[i]];
            ends[i] = position[ends[i]];
        }
    }

    /// Half a character has no UTF-8; the replacement character has the same length, so offsets still fit.
    private static String withoutLoneSurrogates(String text) {
        @Nullable StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '\uFFFD');
            }
        }
        return changed == null ? text : changed.toString();
    }
}
