package luthier.core.data.bpe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luthier.core.data.bpe.BpeVocabulary.Merge;
import luthier.core.data.bpe.PairIndex.Pair;

/// Learns a byte-level BPE vocabulary with GPT-2's rule for cutting words. The same texts give the same vocabulary on
/// every machine.
public final class BpeTrainer {
    private static final int BYTES = 256;

    /// A pair seen once says nothing about other texts.
    private static final long MINIMUM_COUNT = 2;

    private final int vocabularySize;
    private final List<String> specialTokens;

    /// @param vocabularySize how many tokens at most, special tokens and the 256 bytes included
    public BpeTrainer(int vocabularySize, List<String> specialTokens) {
        if (vocabularySize < BYTES + specialTokens.size()) {
            throw new IllegalArgumentException("a vocabulary of " + vocabularySize + " has no room for 256 bytes and "
                    + specialTokens.size() + " special tokens");
        }
        this.vocabularySize = vocabularySize;
        this.specialTokens = List.copyOf(specialTokens);
    }

    public BpeVocabulary train(Iterable<String> texts) {
        WordCounter counter = new WordCounter(specialTokens);
        texts.forEach(counter::add);

        List<String> tokens = new ArrayList<>(specialTokens);
        Map<String, Integer> ids = new HashMap<>();
        for (int value = 0; value < BYTES; value++) {
            String token = String.valueOf(ByteAlphabet.of(value));
            ids.put(token, tokens.size());
            tokens.add(token);
        }
        PairIndex pairs = new PairIndex();
        counter.counts().forEach((word, count) -> pairs.add(bytesOf(word, ids), count));
        pairs.freeze();

        List<Merge> merges = new ArrayList<>();
        Pair pair;
        while (tokens.size() < vocabularySize && (pair = pairs.mostFrequent(MINIMUM_COUNT)) != null) {
            String left = tokens.get(pair.left());
            String right = tokens.get(pair.right());
            // Two ways of merging can end in the same token: it keeps its id and gets a second merge.
            Integer known = ids.get(left + right);
            int merged = known != null ? known : tokens.size();
            if (known == null) {
                ids.put(left + right, merged);
                tokens.add(left + right);
            }
            merges.add(new Merge(left, right));
            pairs.merge(pair, merged);
        }
        return new BpeVocabulary(specialTokens, tokens, merges);
    }

    private static int[] bytesOf(String word, Map<String, Integer> ids) {
        return word.chars()
                .map(character -> ids.getOrDefault(String.valueOf((char) character), -1))
                .toArray();
    }
}
