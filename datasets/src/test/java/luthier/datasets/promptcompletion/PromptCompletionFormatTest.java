package luthier.datasets.promptcompletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.data.Dataset;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.run.Failure;
import luthier.datasets.DataFolder;
import luthier.datasets.ReadsDataFiles;
import org.junit.jupiter.api.Test;

class PromptCompletionFormatTest extends ReadsDataFiles {
    @Test
    void theUsualPairsOfNamesAreGuessedAndJoinedAsTheyStand() {
        for (String pair : List.of("prompt,completion", "question,answer", "input,output", "Prompt,Response")) {
            Dataset read = data.read("a.csv", pair + "\na, b\nc ,d\n");
            assertThat(read.format()).isEqualTo("prompt-completion");
            assertThat(DataFolder.examples(read))
                    .containsExactly(new Example.PromptCompletion("a", " b"), new Example.PromptCompletion("c ", "d"));
        }
    }

    @Test
    void twoSpacesAtTheBorderAreTold() {
        Dataset read = data.read("a.csv", "prompt,completion\na , b\n");

        assertThat(read.problems().lines())
                .containsExactly("a.csv, line 2, field `completion`: begins with white space and the prompt ends in"
                        + " it; they were joined as they stand.");
    }

    @Test
    void listsOfMessagesMakeAChatWhoseCompletionIsTrained() {
        assertThat(data.examples("a.jsonl", """
                {"prompt": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}], "completion": [{"role": "assistant", "content": "d"}]}
                """))
                .containsExactly(new Example.Chat(
                        List.of(
                                Message.of("user", "a"),
                                new Message("assistant", "b", List.of(), false),
                                Message.of("user", "c"),
                                Message.of("assistant", "d")),
                        List.of()));
    }

    @Test
    void preferencesAreRefusedButTheirChosenAnswersCanBeMapped() {
        String content = "{\"prompt\": \"a\", \"chosen\": \"b\", \"rejected\": \"c\"}\n";
        Failure.UnreadableDataset failure = data.refused("a.jsonl", content);

        assertThat(failure.problems())
                .containsExactly("a.jsonl: holds preferences (`chosen` and `rejected`, or `kto_tag`), which are not"
                        + " trained on.");
        assertThat(failure.advice()).contains("map `prompt` to their prompt column and `completion` to `chosen`");
        assertThat(DataFolder.examples(
                        data.read("a.jsonl", content, Map.of("prompt", "prompt", "completion", "chosen"))))
                .containsExactly(new Example.PromptCompletion("a", "b"));
    }

    @Test
    void sequenceToSequencePairsAreRefusedByTheirNames() {
        assertThat(data.refused("a.jsonl", "{\"document\": \"long\", \"summary\": \"short\"}\n")
                        .problems())
                .containsExactly("a.jsonl: holds pairs for sequence to sequence (`document`, `summary`), a task that"
                        + " cannot be trained yet.");
    }
}
