package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopTokensTest {
    private final StopTokens tokens = new StopTokens(List.of("</s>", "<end>"), List.of("<response_end>", "</s>"));

    @Test
    void anAddedTokenMayStandBeforeTheStopToken() {
        String text = "Yes. <response_end>\n</s> more";
        assertThat(tokens.firstAfter(text, 4)).isEqualTo(text.indexOf("</s>") + 4);
    }

    @Test
    void otherTextBeforeTheStopTokenMeansNone() {
        assertThat(tokens.firstAfter("Yes. no</s>", 4)).isEqualTo(-1);
        assertThat(tokens.firstAfter("Yes. ", 4)).isEqualTo(-1);
    }

    @Test
    void theLastOfSeveralStopTokensEndsAKnownTurn() {
        String text = "Yes.</s>\n<end>\n<response_end>\n";
        assertThat(tokens.lastInside(text, 0, text.length())).isEqualTo(text.indexOf("<end>") + 5);
    }

    @Test
    void whiteSpaceAfterTheEndIsSetAside() {
        assertThat(tokens.ends("Yes.</s> \n")).isTrue();
        assertThat(tokens.ends("Yes.")).isFalse();
        assertThat(tokens.strip("Yes.</s>\n<end>\n")).isEqualTo("Yes.");
    }
}
