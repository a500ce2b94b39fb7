package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import luthier.core.data.Example;
import luthier.core.data.PromptRenderer;
import luthier.core.data.prompt.ChatMl;
import luthier.core.data.tokens.SmolLm2Tokenizer;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.run.LuthierException;

/// Examples tokenised with SmolLM2's tokenizer, and what became of them as text.
record Tokenized(List<TokenizedExample> rows, TokenizingReport report, List<String> texts, List<String> supervised) {
    private static final Tokenizer TOKENIZER = opened();
    static final SpecialTokens SPECIALS = new SpecialTokens(null, "<|im_end|>", 2, Set.of(2), false);
    static final SpecialTokens WITH_BOS = new SpecialTokens("<|endoftext|>", "<|im_end|>", 2, Set.of(2), true);

    static Tokenized of(int maxLength, Example... examples) throws LuthierException {
        return of(new ChatMl(), SPECIALS, maxLength, false, examples);
    }

    static Tokenized withBos(int maxLength, Example... examples) throws LuthierException {
        return of(new ChatMl(), WITH_BOS, maxLength, false, examples);
    }

    static Tokenized of(
            PromptRenderer renderer, SpecialTokens specials, int maxLength, boolean lastOnly, Example... examples)
            throws LuthierException {
        ExampleTokenizer tokenizing = new ExampleTokenizer(TOKENIZER, specials, renderer, maxLength, lastOnly);
        TokenizingReport report = new TokenizingReport();
        List<TokenizedExample> rows = new ArrayList<>();
        for (Example example : examples) {
            rows.addAll(tokenizing.tokenize(example, report));
        }
        List<String> texts = new ArrayList<>();
        List<String> supervised = new ArrayList<>();
        for (TokenizedExample row : rows) {
            texts.add(TOKENIZER.decode(row.ids(), false));
            int[] targets = row.supervised().stream().map(i -> row.ids()[i]).toArray();
            supervised.add(TOKENIZER.decode(targets, false));
        }
        return new Tokenized(rows, report, texts, supervised);
    }

    private static Tokenizer opened() {
        try {
            return SmolLm2Tokenizer.open();
        } catch (LuthierException e) {
            throw new IllegalStateException(e);
        }
    }

    int kept() {
        return rows.stream().mapToInt(TokenizedExample::supervisedTokens).sum();
    }
}
