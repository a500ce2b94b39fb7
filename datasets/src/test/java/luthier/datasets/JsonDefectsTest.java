package luthier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.Example;
import luthier.core.data.Problems;
import luthier.core.run.Failure;
import luthier.datasets.text.TextFormat;
import org.junit.jupiter.api.Test;

/// Broken, cut off and unusual JSON.
class JsonDefectsTest extends ReadsDataFiles {
    private static final String GOOD = "{\"prompt\": \"one\", \"completion\": \"two\"}\n";

    @Test
    void aBrokenLineIsSkippedWithLineAndColumn() {
        Dataset read = data.read("a.jsonl", GOOD + "{\"prompt\": \"one\" \"completion\": \"two\"}\n" + GOOD);

        assertThat(read.examples()).extracting(Located::line).containsExactly(1L, 3L);
        assertThat(read.problems().lines().getFirst())
                .isEqualTo("a.jsonl, line 2: not valid JSON at column 18 (Unexpected character ('\"' (code 34)): was"
                        + " expecting comma to separate Object entries); the line was skipped.");
    }

    @Test
    void singleQuotesAndNotANumberAreNotJson() {
        Dataset read = data.read("a.jsonl", GOOD + "{'prompt': 'a'}\n{\"prompt\": NaN}\n");

        assertThat(read.problems().lines())
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "a\\.jsonl, line [23]: not valid JSON at column \\d+ .*; the line was" + " skipped\\."));
    }

    @Test
    void aLastLineThatBreaksOffIsTold() {
        Dataset read = data.read("a.jsonl", GOOD + GOOD.substring(0, 25));

        assertThat(read.problems().lines().getFirst())
                .startsWith("a.jsonl, line 2: not valid JSON at column ")
                .endsWith("; the line was skipped; the file may be cut off here.");
    }

    @Test
    void aTrailingCommaIsAccepted() {
        Dataset line = data.read("a.jsonl", GOOD + "{\"prompt\": \"a\", \"completion\": \"b\",}\n");
        Dataset array = data.read(
                "a.json", "[" + GOOD + ",\n// more\n{\"prompt\": \"a\", \"completion\": \"b\",},\n" + GOOD + ",\n]\n");

        assertThat(line.problems().lines()).containsExactly("a.jsonl, line 2: trailing comma or comment accepted.");
        assertThat(line.examples()).hasSize(2);
        assertThat(array.problems().lines())
                .containsExactly(
                        "a.json: trailing commas or comments accepted.",
                        "a.json: 1 record repeats an earlier one; it was kept.");
        assertThat(array.examples()).extracting(Located::line).containsExactly(1L, 4L, 5L);
    }

    @Test
    void anArrayInALinesFileAndLinesInAnArrayFileAreReadAsWhatTheyAre() {
        assertThat(data.read("a.jsonl", "[" + GOOD + "]").examples()).hasSize(1);
        assertThat(data.read("a.json", GOOD + GOOD).examples()).hasSize(2);
        assertThat(data.read("a.json", "{\"version\": [1], \"data\": [" + GOOD + "]}")
                        .examples())
                .hasSize(1);
        assertThat(data.read("b.json", "{\n\"version\": 2,\n\"train\": [\n" + GOOD + "]}\n")
                        .examples())
                .extracting(Located::line)
                .containsExactly(4L);
    }

    @Test
    void anArrayCutOffIsAnErrorWithTheRecordsLine() {
        Failure.UnreadableDataset inside = data.refused("a.json", "[\n" + GOOD + ",\n{\n\"prompt\": \"on");
        Failure.UnreadableDataset between = data.refused("b.json", "[\n" + GOOD + ",\n" + GOOD + ",\n");

        assertThat(inside.problems())
                .containsExactly("a.json, line 4: the file ends inside the record that begins here, after 1 whole one;"
                        + " is it cut off?");
        assertThat(between.problems())
                .contains("b.json, line 6: the file ends inside the list of records, after 2 whole ones;"
                        + " is it cut off?");
    }

    @Test
    void aBrokenArrayIsAnErrorWithLineAndColumn() {
        assertThat(data.refused("a.json", "[\n" + GOOD + ",\n{\"prompt\" \"one\"}\n]")
                        .problems())
                .first()
                .isEqualTo("a.json, line 4: not valid JSON at column 11 (Unexpected character ('\"' (code 34)): was"
                        + " expecting a colon to separate property name and value).");
    }

    @Test
    void anArrayOfOtherThingsSkipsThem() {
        Dataset read = data.read("a.json", "[\n" + GOOD + ",\n[1, [2]],\n17,\n" + GOOD.replace("one", "1") + "]");

        assertThat(read.problems().lines())
                .containsExactly(
                        "a.json, line 4: expected an object, found a list; the record was skipped.",
                        "a.json, line 5: expected an object, found a single value; the record was skipped.");
        assertThat(read.examples()).extracting(Located::line).containsExactly(2L, 6L);
    }

    @Test
    void mixedTypesAreTextWhereThatIsSafeAndSkippedWhereNot() {
        Dataset read = data.read("a.jsonl", """
                {"instruction": "Add.", "output": "3"}
                {"instruction": "Add.", "output": 4}
                {"instruction": "Add.", "output": [5]}
                {"instruction": "Add.", "output": {"six": 6}}
                {"instruction": "Add.", "output": null}
                {"instruction": "Add."}
                """);

        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 3, field `output`: expected text, found a list; the record was skipped.",
                        "a.jsonl, line 4, field `output`: expected text, found an object; the record was skipped.",
                        "a.jsonl, line 5, field `output`: expected text, found null; the record was skipped.",
                        "a.jsonl, line 6, field `output`: the field is missing; the record was skipped.");
        assertThat(read.examples()).extracting(Located::line).containsExactly(1L, 2L);
    }

    @Test
    void emptyAnswersAreSkippedListedFiveTimesAndCounted() {
        Dataset read = data.read("a.jsonl", GOOD + "{\"prompt\": \"one\", \"completion\": \" \"}\n".repeat(8));

        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems().lines())
                .hasSize(6)
                .startsWith("a.jsonl, line 2, field `completion`: is empty; the record was skipped.")
                .endsWith("3 more: empty fields, record skipped");
    }

    @Test
    void noUsableRecordIsAnError() {
        Failure.UnreadableDataset failure = data.refused("a.jsonl", "{\"prompt\": \"one\", \"completion\": \"\"}\n");

        assertThat(failure.problems())
                .containsExactly("a.jsonl, line 1, field `completion`: is empty; the record was skipped.");
        assertThat(failure.advice()).isEqualTo("No usable example is left; correct the records, or map other columns.");
    }

    @Test
    void repeatsAndPlaceholdersAreKeptAndTold() {
        Dataset read = data.read("a.jsonl", GOOD.repeat(3) + "{\"prompt\": \"Who?\", \"completion\": \"{{name}}.\"}\n");

        assertThat(read.examples()).hasSize(4);
        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 4: the text contains the placeholder `{{name}}`; if it is meant to be filled"
                                + " in, do so before training.",
                        "a.jsonl: 2 records repeat an earlier one; all were kept.");
    }

    @Test
    void recordsOfMoreThanSixteenMegabytesAreRefused() throws IOException {
        String large = "{\"text\": \"" + "x".repeat(21 << 20) + "\"}";
        String small = "{\"text\": \"small\"}";
        for (String content :
                List.of(small + "\n" + large + "\n" + small, "[" + small + ",\n" + large + ",\n" + small + "]")) {
            Dataset read = data.read("a.json", content);
            assertThat(read.problems().lines())
                    .startsWith("a.json, line 2: 22 MB in one record; limit 16 MB; the record was skipped.");
            assertThat(read.examples()).hasSize(2);
        }
    }

    @Test
    void anArrayIsReadAsItStreamsPast() throws IOException {
        Path file = folder.resolve("a.json");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("[\n");
            for (int i = 0; i < 200_000; i++) {
                writer.write("{\"text\": \"number " + i + "\"},\n");
            }
            writer.write("this is not JSON");
        }
        Problems problems = new Problems();
        try (Stream<Located> stream = new TextFormat().read(file, Map.of(), problems)) {
            assertThat(stream.limit(100_000).reduce((_, last) -> last))
                    .hasValue(new Located(new Example.Text("number 99999"), 100_001));
        }
        assertThat(problems.total()).isZero();
    }
}
