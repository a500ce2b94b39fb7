package luthier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.data.Dataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Published data sets, too large to stand beside the tests: record counts and known defects. They are read from the
/// folder that the system property `luthier.data` names.
@Tag("real-data")
class RealDataTest {
    private static final String SKIPPED = "the system property luthier.data names no folder of data sets";

    @ParameterizedTest(name = "{0} as {1}, {3} records")
    @MethodSource("files")
    @EnabledIfSystemProperty(named = "luthier.data", matches = ".+", disabledReason = SKIPPED)
    void everyRecordIsReadAndKnownDefectsAreTold(
            String file, String format, Map<String, String> columns, int records, List<String> problems) {
        Path folder = Path.of(System.getProperty("luthier.data", ""));
        Dataset read = DataFolder.read(folder.resolve(file), columns);

        assertThat(read.format()).isEqualTo(format);
        assertThat(read.examples()).hasSize(records);
        assertThat(read.problems().lines()).containsAll(problems);
        assertThat(read.problems().lines()).noneMatch(line -> line.contains("skipped"));
    }

    static List<Arguments> files() {
        Map<String, String> guessed = Map.of();
        return List.of(
                of("instruction/seed_tasks_alpaca.json", "alpaca", guessed, 175),
                of("instruction/identity.json", "alpaca", guessed, 91, "80 more: a placeholder in the text"),
                of(
                        "instruction/glaive_toolcall_en_demo.json",
                        "sharegpt",
                        guessed,
                        300,
                        "glaive_toolcall_en_demo.json: 35 records repeat an earlier one; all were kept."),
                of(
                        "instruction/oasst_seed_messages.jsonl",
                        "messages",
                        guessed,
                        158,
                        "oasst_seed_messages.jsonl, line 53, field `messages[8]`: two `assistant` turns in a row were"
                                + " kept; some chat templates refuse them."),
                of("instruction/dolly_151.jsonl", "alpaca", guessed, 151),
                of("instruction/gsm8k_train_800.jsonl", "prompt-completion", guessed, 800),
                of("text/tinyshakespeare_300k.txt", "plain", guessed, 2_095),
                of("text/tinyshakespeare_300k.txt", "plain", Map.of("split", "file"), 1),
                of(
                        "seq2seq/e2e_dev_2000.csv",
                        "prompt-completion",
                        Map.of("prompt", "mr", "completion", "ref"),
                        2_000,
                        "e2e_dev_2000.csv: Windows line ends were converted.",
                        "e2e_dev_2000.csv: 64 records repeat an earlier one; all were kept."),
                of(
                        "classification/banking77_train.csv",
                        "text",
                        Map.of("text", "text"),
                        10_003,
                        "banking77_train.csv: Windows line ends were converted."),
                of("classification/banking77_test.csv", "text", Map.of("text", "text"), 3_080),
                of(
                        "classification/SMSSpamCollection",
                        "text",
                        Map.of("text", "2"),
                        5_574,
                        "SMSSpamCollection: 403 records repeat an earlier one; all were kept."),
                of("classification/sentence_polarity_train.tsv", "text", Map.of("text", "sentence"), 3_200),
                of("classification/sentence_polarity_dev.tsv", "text", Map.of("text", "sentence"), 800),
                of("classification/blimp_acceptability.csv", "text", Map.of("text", "sentence"), 2_010),
                of("classification/esnli_pairs.csv", "text", Map.of("text", "explanation"), 3_000));
    }

    private static Arguments of(
            String file, String format, Map<String, String> columns, int records, String... problems) {
        return Arguments.of(file, format, columns, records, List.of(problems));
    }
}
