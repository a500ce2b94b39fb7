package luthier.core.data.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import luthier.core.data.bpe.BpeVocabulary.Merge;
import org.junit.jupiter.api.Test;

class BpeTrainerTest {
    private static final List<String> SPECIAL = List.of("<|end|>");

    @Test
    void mergesTheMostFrequentPairFirstAndTiesByAge() {
        // By hand: a+b occurs 5 times; then c and the blank tie at 2, and the blank's pair has the older left token …
        BpeVocabulary vocabulary = new BpeTrainer(257 + 3, SPECIAL).train(List.of("ab", "ab", "ab", "x abc", "y abc"));
        assertThat(vocabulary.merges())
                .containsExactly(new Merge("a", "b"), new Merge("Ġ", "ab"), new Merge("Ġab", "c"));
        assertThat(vocabulary.tokens()).hasSize(260).endsWith("ab", "Ġab", "Ġabc");
    }

    @Test
    void specialTokensComeFirstAndAreNeverCounted() {
        BpeVocabulary vocabulary = new BpeTrainer(300, SPECIAL).train(List.of("<|end|><|end|><|end|>"));
        assertThat(vocabulary.tokens()).hasSize(257).startsWith("<|end|>", "Ā");
        assertThat(vocabulary.merges()).isEmpty();
        assertThat(vocabulary.idOf("<|end|>")).isZero();
    }

    @Test
    void wordsAreNeverMergedAcrossTheirBorders() {
        BpeVocabulary vocabulary = new BpeTrainer(400, SPECIAL)
                .train(List.of("We'll go, we'll go 42 times!\n\nWe'll go, we'll go 42 times!"));
        assertThat(vocabulary.tokens()).contains("'ll", "Ġgo", "Ġ42", "Ġtimes").doesNotContain("Ġgo,", "ĊWe", "we'");
    }

    @Test
    void overlappingPairsAreMergedFromTheLeft() {
        // "aa aa a" has aa+aa and aa+a once each; the tie goes to the pair with the older right token.
        BpeVocabulary vocabulary = new BpeTrainer(259, SPECIAL).train(List.of("aaaaa", "aaaaa"));
        assertThat(vocabulary.merges()).containsExactly(new Merge("a", "a"), new Merge("aa", "a"));
    }

    @Test
    void refusesAVocabularyWithoutRoomForTheBytes() {
        assertThatThrownBy(() -> new BpeTrainer(256, SPECIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256");
    }
}
