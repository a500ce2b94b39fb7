package luthier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.Example;
import luthier.core.run.Failure;
import org.junit.jupiter.api.Test;

/// Bytes, line ends, characters and containers.
class EncodingDefectsTest extends ReadsDataFiles {
    private static final String LINE = "{\"text\": \"A line of text.\"}\n";

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumnsName() {
        Dataset read = data.read("a.csv", "\uFEFFprompt,completion\none,two\nthree,four\n");

        assertThat(read.problems().lines()).isEmpty();
        assertThat(DataFolder.examples(read))
                .containsExactly(
                        new Example.PromptCompletion("one", "two"), new Example.PromptCompletion("three", "four"));
    }

    @Test
    void windowsLineEndsAreConvertedInsideFieldsTooAndSaidOnce() {
        Dataset read = data.read("a.csv", "prompt,completion\r\none,\"two\r\nlines\"\r\nthree,four\r\n");

        assertThat(read.problems().lines()).containsExactly("a.csv: Windows line ends were converted.");
        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.PromptCompletion("one", "two\nlines"), 2),
                        new Located(new Example.PromptCompletion("three", "four"), 4));
    }

    @Test
    void loneCarriageReturnsEndLines() {
        assertThat(data.examples("a.csv", "prompt,completion\rone,two\rthree,four"))
                .containsExactly(
                        new Example.PromptCompletion("one", "two"), new Example.PromptCompletion("three", "four"));
    }

    @Test
    void aLineThatIsNotUtf8IsSkippedWithItsByteAndColumn() {
        Dataset read = DataFolder.read(latin1("a.jsonl", 200, 112), Map.of());

        assertThat(read.examples()).hasSize(199);
        assertThat(read.problems().lines())
                .first()
                .isEqualTo("a.jsonl, line 112: not valid UTF-8 (byte 0xE9 at column 14); the line was skipped.");
    }

    @Test
    void oneBadLineInAHundredStopsTheReading() {
        Failure.UnreadableDataset failure = DataFolder.refused(latin1("a.jsonl", 50, 20), Map.of());

        assertThat(failure.problems())
                .contains(
                        "a.jsonl: 1 of 51 lines are not valid UTF-8; save the file as UTF-8"
                                + " (it may be in Windows-1252).",
                        "a.jsonl, line 20: not valid UTF-8 (byte 0xE9 at column 14); the line was skipped.");
    }

    @Test
    void aTablesRecordWithABadByteIsSkippedByItsLine() {
        String rows = "one,two\n".repeat(150) + "caf\u00e9,\"x\n\u00e9\"\n" + "one,two\n".repeat(150);
        Path file = data.write("a.csv", ("prompt,completion\n" + rows).getBytes(StandardCharsets.ISO_8859_1));
        Dataset read = DataFolder.read(file, Map.of());

        assertThat(read.examples()).hasSize(300);
        assertThat(read.problems().lines())
                .first()
                .isEqualTo("a.csv, line 152: not valid UTF-8 (byte 0xE9 at column 4); the line was skipped.");
    }

    @Test
    void anArraysRecordWithABadByteIsSkippedByItsLine() {
        String good = "  {\"text\": \"fine\"},\n";
        String content = "[\n" + good.repeat(150) + "  {\"text\": \"caf\u00e9\"},\n" + good.repeat(150) + "{}]";
        Path file = data.write("a.json", content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(DataFolder.read(file, Map.of()).problems().lines())
                .first()
                .isEqualTo("a.json, line 152: not valid UTF-8 (byte 0xE9 at column 16); the line was skipped.");
    }

    @Test
    void anUnpairedSurrogateIsReplaced() {
        Dataset read = data.read("a.jsonl", LINE + "{\"text\": \"half \\ud800 a pair, whole \\ud83d\\ude00\"}\n");

        assertThat(read.problems().lines())
                .containsExactly("a.jsonl, line 2, field `text`: an unpaired surrogate was replaced.");
        assertThat(DataFolder.examples(read))
                .last()
                .isEqualTo(new Example.Text("half \uFFFD a pair, whole \uD83D\uDE00"));
    }

    @Test
    void aNulIsReplacedAndAnOldReplacementIsTold() {
        Dataset read = data.read("a.jsonl", "{\"text\": \"a\\u0000b\"}\n{\"text\": \"c\\ufffdd\"}\n" + LINE);

        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 1, field `text`: a NUL character was replaced.",
                        "a.jsonl, line 2, field `text`: holds the character U+FFFD, the trace of a wrong decoding;"
                                + " it was kept.");
    }

    @Test
    void aGzipFileIsReadThrough() throws IOException {
        Path file = data.write("a.jsonl.gz", gzip(LINE + "{\"text\": \"Another.\"}\n"));

        assertThat(DataFolder.examples(DataFolder.read(file, Map.of())))
                .containsExactly(new Example.Text("A line of text."), new Example.Text("Another."));
    }

    @Test
    void aGzipFileCutShortIsAnErrorWithTheRecordReached() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"text\": \"Number ").append(i * 7919L % 20_011).append("\"}\n");
        }
        byte[] whole = gzip(lines.toString());
        Path file = data.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length * 9 / 10));

        assertThat(DataFolder.refused(file, Map.of()).problems().getFirst())
                .matches("a\\.jsonl\\.gz: the file ends early \\(record 1\\d{4}\\);"
                        + " it was not packed or copied whole\\.");
    }

    @Test
    void otherContainersAreRefusedByName() {
        assertRefused("28b52ffd00000000", "is compressed with zstd.", "Unpack it first (`zstd -d FILE`).");
        assertRefused("504b030400000000", "is a zip archive.", "Unpack it first and choose one of its files.");
        assertRefused(
                "5041523100000000",
                "is a Parquet file, which cannot be read yet.",
                "Save it as JSON Lines (`to_json(…, lines=True)` in pandas or datasets).");
        assertRefused("4152524f57310000", "is an Arrow file, which is not read.", "Save it as Parquet or JSON Lines.");
        assertRefused("fffe7b002200", "is text in UTF-16.", "Save it as UTF-8.");
        assertRefused("feff007b0022", "is text in UTF-16.", "Save it as UTF-8.");
    }

    @Test
    void anEmptyFileAMissingOneAndAFolderAreRefused() {
        assertThat(data.refused("a.csv", "").problems()).containsExactly("a.csv: the file is empty.");
        assertThat(DataFolder.refused(folder.resolve("none.csv"), Map.of()).problems())
                .containsExactly("none.csv: there is no such file.");
        assertThat(DataFolder.refused(folder, Map.of()).problems().getFirst()).endsWith(": is a folder.");
    }

    private void assertRefused(String hexadecimal, String problem, String advice) {
        Path file = data.write("a.jsonl", java.util.HexFormat.of().parseHex(hexadecimal));
        Failure.UnreadableDataset failure = DataFolder.refused(file, Map.of());
        assertThat(failure.problems()).containsExactly("a.jsonl: " + problem);
        assertThat(failure.advice()).isEqualTo(advice);
    }

    /// Lines of which one holds an é in one byte.
    private Path latin1(String name, int lines, int bad) {
        StringBuilder content = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            content.append(line == bad ? "{\"text\": \"caf\u00e9\"}\n" : LINE);
        }
        return data.write(name, content.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
