package luthier.core.data.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PythonTextTest {
    @Property
    void printedFloatsReadBackAsThemselves(@ForAll double value) {
        assertThat(Double.parseDouble(PythonText.real(value))).isEqualTo(value);
    }

    @Property
    void textInQuotesReadsBackAsItself(@ForAll String text) {
        String literal = PythonText.quoted(text);
        // lone surrogates, which no UTF-8 file holds, print escaped and read back joined
        assertThat(StringEscapes.decode(literal.substring(1, literal.length() - 1), 1))
                .isEqualTo(text);
    }

    @Test
    void theSmallestFloatHasOneDigit() {
        assertThat(PythonText.real(Double.MIN_VALUE)).isEqualTo("5e-324");
    }
}
