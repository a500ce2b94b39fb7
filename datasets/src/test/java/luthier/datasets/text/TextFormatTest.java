package luthier.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import luthier.core.data.Example;
import luthier.core.run.Failure;
import luthier.datasets.DataFolder;
import luthier.datasets.ReadsDataFiles;
import org.junit.jupiter.api.Test;

class TextFormatTest extends ReadsDataFiles {
    @Test
    void theOnlyTextColumnIsTheText() {
        assertThat(data.examples("a.jsonl", "{\"id\": 1, \"story\": \"Once.\"}\n{\"id\": 2, \"story\": \"Twice.\"}\n"))
                .containsExactly(new Example.Text("Once."), new Example.Text("Twice."));
    }

    @Test
    void aFirstLineLongerThanWhatIsLookedAtIsStillOneRecord() {
        String story = "word ".repeat(30_000);
        assertThat(data.examples("a.jsonl", "{\"text\": \"" + story + "\"}\n{\"text\": \"Twice.\"}\n"))
                .containsExactly(new Example.Text(story), new Example.Text("Twice."));
    }

    @Test
    void oneTextAmongStructuresIsNotGuessed() {
        assertThat(data.refused("a.jsonl", "{\"title\": \"A\", \"parts\": [{\"x\": 1}]}\n")
                        .problems())
                .containsExactly("a.jsonl: no data format fits; its columns are `title`, `parts`.");
    }

    @Test
    void labelledTextsAreRefusedUnlessTheTextIsMapped() {
        String content = "text,label\nGood film.,pos\nBad film.,neg\n";
        Failure.UnreadableDataset failure = data.refused("a.csv", content);

        assertThat(failure.problems())
                .containsExactly(
                        "a.csv: holds labelled texts (`text`, `label`): classification cannot be trained" + " yet.");
        assertThat(failure.advice()).isEqualTo("To train on the text alone, map `text` to `text`.");
        assertThat(DataFolder.examples(data.read("a.csv", content, Map.of("text", "text"))))
                .containsExactly(new Example.Text("Good film."), new Example.Text("Bad film."));
    }
}
