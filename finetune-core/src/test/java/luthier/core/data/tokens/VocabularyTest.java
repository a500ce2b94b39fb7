package luthier.core.data.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static Vocabulary parse(String json) {
        return Vocabulary.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNamedVocabulariesAndAddedTokens() {
        Vocabulary read = parse("""
                {"added_tokens":[{"id":7,"content":"<e>","special":true,"lstrip":false}],
                 "model":{"type":"BPE","merges":[["a","b"],"c d"],"vocab":{"a":0,"b":1}}}""");
        assertThat(read.idByToken()).containsOnly(Map.entry("a", 0), Map.entry("b", 1), Map.entry("<e>", 7));
        assertThat(read.added()).containsExactly(new AddedToken(7, "<e>", true));
        assertThat(read.trimsOffsets()).isFalse();
    }

    @Test
    void theIdOfAListedPieceIsItsPlace() {
        Vocabulary read = parse("{\"model\":{\"type\":\"Unigram\",\"vocab\":[[\"<unk>\",0.0],[\"▁a\",-1.5]]}}");
        assertThat(read.idByToken()).containsEntry("<unk>", 0).containsEntry("▁a", 1);
    }

    @Test
    void findsTrimmingInASequence() {
        String rest = ",\"model\":{\"vocab\":{\"a\":0}}}";
        String trimming = "{\"type\":\"ByteLevel\",\"trim_offsets\":true}";
        String keeping = "{\"type\":\"ByteLevel\",\"trim_offsets\":false}";
        String sequence = "{\"type\":\"Sequence\",\"processors\":[%s,{\"type\":\"TemplateProcessing\"}]}";
        assertThat(parse("{\"post_processor\":" + sequence.formatted(trimming) + rest)
                        .trimsOffsets())
                .isTrue();
        assertThat(parse("{\"post_processor\":" + trimming + rest).trimsOffsets())
                .isTrue();
        assertThat(parse("{\"post_processor\":" + sequence.formatted(keeping) + rest)
                        .trimsOffsets())
                .isFalse();
        assertThat(parse("{\"post_processor\":null" + rest).trimsOffsets()).isFalse();
    }

    @Test
    void anAddedTokenWithoutIdIsRefused() {
        assertThatThrownBy(() -> parse("{\"added_tokens\":[{\"content\":\"x\"}],\"model\":{\"vocab\":{\"a\":0}}}"))
                .isInstanceOf(Vocabulary.Malformed.class)
                .hasMessageContaining("added_tokens");
    }
}
