package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import luthier.core.data.Example;
import luthier.core.run.LuthierException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TruncationPropertyTest {
    @Property(tries = 60)
    void keptAndLostTargetsAreThoseBeforeCutting(
            @ForAll("examples") List<Example> examples, @ForAll @IntRange(min = 8, max = 80) int maxLength)
            throws LuthierException {
        Example[] all = examples.toArray(new Example[0]);
        Tokenized whole = Tokenized.of(1_000_000, all);
        Tokenized cut = Tokenized.of(maxLength, all);
        assertThat(cut.rows()).allMatch(row -> row.length() <= maxLength && row.supervisedTokens() > 0);
        assertThat(cut.report().supervisedKept()).isEqualTo(cut.kept());
        assertThat(cut.report().supervisedKept() + cut.report().supervisedLost())
                .isEqualTo(whole.kept());
        assertThat(cut.report().supervisedLost()).isNotNegative();
        assertThat(cut.report().rows()).isEqualTo(cut.rows().size());
        assertThat(whole.report().supervisedLost()).isZero();
    }

    @Provide
    Arbitrary<List<Example>> examples() {
        Arbitrary<String> words = Arbitraries.of("one", "two 3", "emoji 🙂", "\n\n", "naïve", "  spaced  ", "{x: 1}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join(" ", parts));
        Arbitrary<Example> texts = words.map(Example.Text::new);
        Arbitrary<Example> pairs = Combinators.combine(words, words).as(Example.PromptCompletion::new);
        Arbitrary<Example> chats =
                words.list().ofMinSize(1).ofMaxSize(6).map(turns -> Renderers.chat(turns.toArray(new String[0])));
        return Arbitraries.oneOf(List.of(texts, pairs, chats))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
