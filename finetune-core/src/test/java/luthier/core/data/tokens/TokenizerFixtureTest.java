package luthier.core.data.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import luthier.core.fixture.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every recorded case of the reference tokenizer.
@Tag("fixture")
class TokenizerFixtureTest {
    private static final Path TOKENIZER = Fixtures.folder("tokenizers/smollm2-tokenizer.json");
    private static final Path CASES = Fixtures.folder("tokenizers/smollm2-cases.json");

    private record Case(
            String text, int[] ids, String decoded, String decodedWithoutSpecial, int[] starts, int[] ends) {}

    private static List<Case> cases(Path cases) {
        JsonNode file = new ObjectMapper().readTree(cases);
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .map(node -> {
                    String text = node.get("text").asString();
                    JsonNode offsets = node.get("offsets");
                    return new Case(
                            text,
                            IntStream.range(0, node.get("ids").size())
                                    .map(i -> node.get("ids").get(i).asInt())
                                    .toArray(),
                            node.get("decoded").asString(),
                            node.get("decoded_without_special").asString(),
                            utf16(text, offsets, 0),
                            utf16(text, offsets, 1));
                })
                .toList();
    }

    private static int[] utf16(String text, JsonNode offsets, int side) {
        return IntStream.range(0, offsets.size())
                .map(i -> text.offsetByCodePoints(0, offsets.get(i).get(side).asInt()))
                .toArray();
    }

    private static void check(Tokenizer tokenizer, List<Case> cases) {
        assertThat(cases).isNotEmpty();
        for (Case expected : cases) {
            Encoded encoded = tokenizer.encode(expected.text());
            assertThat(encoded.ids()).as(expected.text()).isEqualTo(expected.ids());
            assertThat(encoded.starts()).as(expected.text()).isEqualTo(expected.starts());
            assertThat(encoded.ends()).as(expected.text()).isEqualTo(expected.ends());
        }
    }

    @Test
    void idsAndOffsetsEqualTheReference() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.open(TOKENIZER)) {
            check(tokenizer, cases(CASES));
        }
    }

    @Test
    void offsetsAreTheSameWhenThePostProcessorTrimsThem(@TempDir Path folder) throws Exception {
        String json = Files.readString(Fixtures.copy("tokenizers/smollm2-tokenizer.json"));
        String trimming = json.replaceFirst(
                "\"post_processor\":\\s*null",
                "\"post_processor\":{\"type\":\"Sequence\",\"processors\":[{\"type\":\"ByteLevel\","
                        + "\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}]}");
        assertThat(trimming).isNotEqualTo(json);
        Path file = Files.writeString(folder.resolve("tokenizer.json"), trimming);
        try (Tokenizer tokenizer = Tokenizer.open(file)) {
            check(tokenizer, cases(Fixtures.copy("tokenizers/smollm2-cases.json")));
        }
    }

    @Test
    void decodedTextEqualsTheReference() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.open(TOKENIZER)) {
            for (Case expected : cases(CASES)) {
                assertThat(tokenizer.decode(expected.ids(), false)).isEqualTo(expected.decoded());
                assertThat(tokenizer.decode(expected.ids(), true)).isEqualTo(expected.decodedWithoutSpecial());
            }
        }
    }

    @Test
    void streamedPiecesJoinToTheDecodedText() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.open(TOKENIZER)) {
            for (Case expected : cases(CASES)) {
                TokenStream stream = new TokenStream(tokenizer, false);
                StringBuilder text = new StringBuilder();
                for (int id : expected.ids()) {
                    text.append(stream.feed(id));
                }
                text.append(stream.finish());
                assertThat(text.toString()).isEqualTo(expected.decoded());
            }
        }
    }
}
