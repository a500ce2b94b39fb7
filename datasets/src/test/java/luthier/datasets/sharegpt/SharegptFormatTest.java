package luthier.datasets.sharegpt;

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

class SharegptFormatTest extends ReadsDataFiles {
    private static final String REPAIRABLE = """
            {"conversations": [{"from": "gpt", "value": "x"}, {"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]}
            {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}, {"from": "human", "value": "x"}]}
            {"conversations": [{"from": "human", "value": "a"}, {"from": "human", "value": "b"}, {"from": "gpt", "value": "c"}, {"from": "gpt", "value": "d"}]}
            """;

    @Test
    void rolesSystemToolsAndCallsAreTaken() {
        Example.Chat chat = (Example.Chat) data.examples("a.json", """
                [{"system": "Be brief.", "tools": "[{\\"name\\": \\"add\\"}]", "conversations": [
                  {"from": "human", "value": "1+2?"},
                  {"from": "function_call", "value": "{\\"name\\": \\"add\\", \\"arguments\\": {\\"a\\": 1}}"},
                  {"from": "observation", "value": "3"},
                  {"from": "gpt", "value": "3."}]}]
                """).getFirst();

        Map<String, Object> call =
                Map.of("type", "function", "function", Map.of("name", "add", "arguments", Map.of("a", 1)));
        assertThat(chat.tools()).containsExactly(Map.of("name", "add"));
        assertThat(chat.messages())
                .containsExactly(
                        Message.of("system", "Be brief."),
                        Message.of("user", "1+2?"),
                        new Message("assistant", null, List.of(call), true),
                        Message.of("tool", "3"),
                        Message.of("assistant", "3."));
    }

    @Test
    void roleAndContentAreTakenToo() {
        assertThat(data.examples("a.jsonl", """
                {"conversation": [{"role": "prompter", "content": "a"}, {"role": "model", "content": "b"}]}
                """))
                .containsExactly(chat(Message.of("user", "a"), Message.of("assistant", "b")));
    }

    @Test
    void whatIsSafeIsRepairedAndTold() {
        Dataset read = data.read("a.jsonl", REPAIRABLE);

        assertThat(DataFolder.examples(read))
                .containsExactly(
                        chat(Message.of("user", "a"), Message.of("assistant", "b")),
                        chat(Message.of("user", "a"), Message.of("assistant", "b")),
                        chat(Message.of("user", "a\n\nb"), Message.of("assistant", "c\n\nd")));
        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 1, field `conversations[0]`: an `assistant` turn before the first `user` turn"
                                + " was dropped.",
                        "a.jsonl, line 2, field `conversations`: a `user` turn without an answer at the end was"
                                + " dropped.",
                        "a.jsonl, line 3, field `conversations[1]`: two `user` turns in a row were joined.",
                        "a.jsonl, line 3, field `conversations[3]`: two `assistant` turns in a row were joined.",
                        "a.jsonl: 1 record repeats an earlier one; it was kept.");
    }

    @Test
    void repairsCanBeOff() {
        Failure.UnreadableDataset failure = data.refused("a.jsonl", REPAIRABLE, Map.of("repair", "off"));

        assertThat(failure.problems())
                .containsExactly(
                        "a.jsonl, line 1, field `conversations[0]`: an `assistant` turn before the first `user` turn;"
                                + " the record was skipped.",
                        "a.jsonl, line 2, field `conversations`: a `user` turn without an answer at the end;"
                                + " the record was skipped.",
                        "a.jsonl, line 3, field `conversations[1]`: two `user` turns in a row;"
                                + " the record was skipped.");
    }

    @Test
    void unusableConversationsAreSkippedWithTheirReason() {
        Dataset read = data.read("a.jsonl", """
                {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]}
                {"conversations": [{"from": "human", "value": "a"}, {"from": "alien", "value": "b"}]}
                {"conversations": [{"from": "human", "value": "a"}]}
                {"conversations": [{"from": "human", "value": "a"}, {"from": "observation", "value": "b"}]}
                {"conversations": [{"from": "human", "value": "a"}, {"from": "function_call", "value": "add(1)"}]}
                {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": " "}]}
                """);

        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems().lines())
                .hasSize(5)
                .contains(
                        "a.jsonl, line 2, field `conversations[1]`: unknown role `alien`; the record was skipped.",
                        "a.jsonl, line 3, field `conversations`: there is no `assistant` turn; the record was skipped.",
                        "a.jsonl, line 4, field `conversations[1]`: a `tool` turn without a tool call before it;"
                                + " the record was skipped.",
                        "a.jsonl, line 6, field `conversations[1]`: is empty; the record was skipped.")
                .anyMatch(line ->
                        line.startsWith("a.jsonl, line 5, field `conversations[1]`: the text is not valid JSON ("));
    }

    private static Example chat(Message... messages) {
        return new Example.Chat(List.of(messages), List.of());
    }
}
