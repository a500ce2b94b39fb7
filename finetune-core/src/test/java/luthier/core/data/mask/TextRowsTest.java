package luthier.core.data.mask;

import static org.assertj.core.api.Assertions.assertThat;

import luthier.core.data.Example;
import org.junit.jupiter.api.Test;

/// Every digit is one token.
class TextRowsTest {
    @Test
    void aLongTextIsSplitAndOnlyTheLastPieceEnds() throws Exception {
        Tokenized done = Tokenized.of(8, new Example.Text("0123456789".repeat(2)));
        assertThat(done.texts()).containsExactly("01234567", "89012345", "6789<|im_end|>");
        assertThat(done.supervised()).containsExactly("1234567", "9012345", "789<|im_end|>");
        assertThat(done.report().cut()).containsOnlyKeys(CutKind.TEXT_SPLIT);
        assertThat(done.report().supervisedLost()).isEqualTo(2);
    }

    @Test
    void everyPieceBeginsWithTheBeginToken() throws Exception {
        Tokenized done = Tokenized.withBos(8, new Example.Text("<|endoftext|>0123456789"));
        assertThat(done.texts()).containsExactly("<|endoftext|>012345", "<|endoftext|>6789<|im_end|>");
        assertThat(done.supervised()).containsExactly("012345", "6789<|im_end|>");
        assertThat(done.report().supervisedLost()).isZero();
    }

    @Test
    void aPieceWithoutTargetIsLeftOut() throws Exception {
        Tokenized done = Tokenized.of(8, new Example.Text("01234567"));
        assertThat(done.texts()).containsExactly("01234567");
        assertThat(done.report().supervisedBefore()).isEqualTo(8);
        assertThat(done.report().supervisedLost()).isEqualTo(1);
    }
}
