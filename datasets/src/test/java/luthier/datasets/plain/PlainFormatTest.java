package luthier.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.data.Dataset;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.Example;
import luthier.core.run.Failure;
import luthier.datasets.ReadsDataFiles;
import org.junit.jupiter.api.Test;

class PlainFormatTest extends ReadsDataFiles {
    private static final String VERSE = "\n\nRoses are red,\nviolets are blue.\n\n \n\nThe end.\n\n";

    @Test
    void documentsStandBetweenBlankLines() {
        Dataset read = data.read("a.txt", VERSE);

        assertThat(read.columns()).isEqualTo(Map.of("split", "blank-line"));
        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.Text("Roses are red,\nviolets are blue."), 3),
                        new Located(new Example.Text("The end."), 8));
    }

    @Test
    void withoutBlankLinesEachLineIsOne() {
        Dataset read = data.read("a.txt", "Roses are red,\nviolets are blue.");

        assertThat(read.columns()).isEqualTo(Map.of("split", "line"));
        assertThat(read.examples())
                .containsExactly(
                        new Located(new Example.Text("Roses are red,"), 1),
                        new Located(new Example.Text("violets are blue."), 2));
    }

    @Test
    void theSplitCanBeSaid() {
        assertThat(data.read("a.txt", VERSE, Map.of("split", "line")).examples())
                .extracting(Located::line)
                .containsExactly(3L, 4L, 8L);
        assertThat(data.read("a.txt", VERSE, Map.of("split", "file")).examples())
                .containsExactly(
                        new Located(new Example.Text("Roses are red,\nviolets are blue.\n\n \n\nThe end."), 3));
        assertThat(data.refused("a.txt", VERSE, Map.of("split", "word")))
                .isEqualTo(new Failure.UnreadableDataset(
                        folder.resolve("a.txt").toString(),
                        List.of("a.txt: `split` is `word`."),
                        1,
                        "Choose one of blank-line, line, file."));
    }

    @Test
    void recordsAreTextTooWhenTheSplitIsSaid() {
        assertThat(data.read("a.jsonl", "{\"prompt\": 1}\n{}\n", Map.of("split", "line"))
                        .examples())
                .hasSize(2);
    }

    @Test
    void aLineOfMoreThanSixteenMegabytesIsRefused() {
        Dataset read = data.read("a.txt", "one\ntwo\n" + "x".repeat(21 << 20) + "\nfour\n");

        assertThat(read.problems().lines())
                .containsExactly("a.txt, line 3: 21 MB in one record; limit 16 MB; the record was skipped.");
        assertThat(read.examples()).extracting(Located::line).containsExactly(1L, 2L, 4L);
    }
}
