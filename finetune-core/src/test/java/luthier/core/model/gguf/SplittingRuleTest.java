package luthier.core.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplittingRuleTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-2, GPT2, false, false",
        "smollm, DIGITS_THEN_GPT2, false, false",
        "llama-bpe, LLAMA3, true, true",
        "qwen2, QWEN2, false, false",
        "default, UNNAMED, false, false"
    })
    void knowsTheRuleByItsName(String name, SplittingRule rule, boolean ignoresMerges, boolean addsBos)
            throws Exception {
        SplittingRule found = SplittingRule.named(metadata(name));
        assertThat(found).isEqualTo(rule);
        assertThat(found.ignoresMerges()).isEqualTo(ignoresMerges);
        assertThat(found.addsBos()).isEqualTo(addsBos);
    }

    @Test
    void llama3CutsNumbersInThreesAndQwenInOnes() {
        assertThat(pieces(SplittingRule.LLAMA3, "Hello there, it's 12345!\n\nOK"))
                .containsExactly("Hello", " there", ",", " it", "'s", " ", "123", "45", "!\n\n", "OK");
        assertThat(pieces(SplittingRule.QWEN2, "a 123")).containsExactly("a", " ", "1", "2", "3");
    }

    private static List<String> pieces(SplittingRule rule, String text) {
        String regex = rule.preTokenizer()
                .path("pretokenizers")
                .path(0)
                .path("pattern")
                .path("Regex")
                .stringValue();
        List<String> pieces = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS).matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    private static GgufMetadata metadata(String name) {
        SequencedMap<String, GgufValue> values = new LinkedHashMap<>();
        values.put("tokenizer.ggml.pre", new GgufValue.Text(name));
        return new GgufMetadata(Path.of("model.gguf"), values);
    }
}
