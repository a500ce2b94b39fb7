package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final Grammar GRAMMAR = Grammar.of("expansion-test.txt");

    private final Expansion expansion = new Expansion(GRAMMAR, new Random(7));

    @Test
    void aWordOnceChosenStaysTheSame() {
        String[] words = expansion.rule("same").split(" ", -1);
        assertThat(words[0]).isEqualTo(words[1]).isIn("cat", "owl", "fox");
    }

    @Test
    void numbersMeanDifferentWordsOfTheSameList() {
        assertThat(expansion.rule("all").split(" ", -1)).containsExactlyInAnyOrder("cat", "owl", "fox");
    }

    @Test
    void formsRulesChoicesAndCapitalsAreFilledIn() {
        assertThat(expansion.rule("forms")).isEqualTo("She saw an old knife. An old knife! Her knives are blue");
        assertThat(expansion.rule("choice")).isIn("red or blue", "very old");
        expansion.set("colour", expansion.word("hue"));
        assertThat(expansion.rule("named")).isEqualTo("the sky");
    }

    @Test
    void mistakesInRulesAreNamed() {
        assertThatThrownBy(() -> expansion.rule("missing")).hasMessageContaining("no rule is called missing");
        assertThatThrownBy(() -> expansion.rule("open")).hasMessageContaining("brace is not closed");
        assertThatThrownBy(() -> expansion.rule("form")).hasMessageContaining("no form xyz");
    }
}
