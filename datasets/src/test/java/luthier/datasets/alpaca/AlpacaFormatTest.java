package luthier.datasets.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.data.Dataset;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.datasets.DataFolder;
import luthier.datasets.ReadsDataFiles;
import org.junit.jupiter.api.Test;

class AlpacaFormatTest extends ReadsDataFiles {
    @Test
    void theInputStandsUnderTheInstructionWhenThereIsOne() {
        assertThat(data.examples("a.json", """
                [{"instruction": "Add.", "input": "1 + 1", "output": "2"},
                 {"instruction": "Say yes.", "input": " ", "output": "yes"},
                 {"instruction": "Say no.", "input": "<noinput>", "output": "no"},
                 {"instruction": "Say so.", "output": "so"}]
                """))
                .containsExactly(
                        chat(Message.of("user", "Add.\n1 + 1"), Message.of("assistant", "2")),
                        chat(Message.of("user", "Say yes."), Message.of("assistant", "yes")),
                        chat(Message.of("user", "Say no."), Message.of("assistant", "no")),
                        chat(Message.of("user", "Say so."), Message.of("assistant", "so")));
    }

    @Test
    void systemAndHistoryComeFirst() {
        assertThat(data.examples("a.jsonl", """
                {"instruction": "And 2?", "output": "4", "system": "Count.", "history": [["1?", "2"], ["3?", "6"]]}
                {"instruction": "Only.", "output": "yes", "system": null, "history": []}
                """))
                .containsExactly(
                        chat(
                                Message.of("system", "Count."),
                                Message.of("user", "1?"),
                                Message.of("assistant", "2"),
                                Message.of("user", "3?"),
                                Message.of("assistant", "6"),
                                Message.of("user", "And 2?"),
                                Message.of("assistant", "4")),
                        chat(Message.of("user", "Only."), Message.of("assistant", "yes")));
    }

    @Test
    void dollysNamesAreGuessed() {
        Dataset read = data.read("a.csv", "instruction,context,response\nWho?,Ann came.,Ann\nWhat?,,Nothing\n");

        assertThat(read.format()).isEqualTo("alpaca");
        assertThat(read.columns())
                .isEqualTo(Map.of("instruction", "instruction", "input", "context", "output", "response"));
        assertThat(DataFolder.examples(read))
                .containsExactly(
                        chat(Message.of("user", "Who?\nAnn came."), Message.of("assistant", "Ann")),
                        chat(Message.of("user", "What?"), Message.of("assistant", "Nothing")));
    }

    @Test
    void aMappingWinsOverTheGuess() {
        Dataset read = data.read(
                "a.jsonl",
                "{\"q\": \"Why?\", \"a\": \"So.\", \"output\": \"no\"}\n",
                Map.of("instruction", "q", "output", "a"));

        assertThat(DataFolder.examples(read))
                .containsExactly(chat(Message.of("user", "Why?"), Message.of("assistant", "So.")));
    }

    @Test
    void aMappingToAColumnThatIsNotThereIsRefusedWithTheColumns() {
        assertThat(data.refused(
                                "a.jsonl",
                                "{\"q\": \"Why?\", \"a\": \"So.\"}\n",
                                Map.of("instruction", "x", "output", "a"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("a.jsonl: no data format fits with the column mapping ")
                .endsWith("; its columns are `q`, `a`.");
    }

    @Test
    void recordsWithoutQuestionOrWithABrokenHistoryAreSkipped() {
        Dataset read = data.read("a.jsonl", """
                {"instruction": "Good.", "output": "yes", "history": null}
                {"instruction": " ", "output": "x"}
                {"instruction": "h", "output": "x", "history": [["only a question"]]}
                {"instruction": "h", "output": "x", "history": "text"}
                """);

        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 2, field `instruction`: is empty; the record was skipped.",
                        "a.jsonl, line 3, field `history`: expected pairs of a question and an answer;"
                                + " the record was skipped.",
                        "a.jsonl, line 4, field `history`: expected a list, found text; the record was skipped.");
    }

    private static Example chat(Message... messages) {
        return new Example.Chat(List.of(messages), List.of());
    }
}
