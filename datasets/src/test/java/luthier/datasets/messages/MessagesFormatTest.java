package luthier.datasets.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.data.Dataset;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.datasets.DataFolder;
import luthier.datasets.ReadsDataFiles;
import org.junit.jupiter.api.Test;

class MessagesFormatTest extends ReadsDataFiles {
    @Test
    void rolesAndTrainFlagsAreTaken() {
        Example.Chat chat = only("""
                {"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "Hi", "name": "Ann"},
                 {"role": "assistant", "content": "Hello", "weight": 0}, {"role": "user", "content": "Bye", "weight": 0},
                 {"role": "assistant", "content": "Bye", "weight": 1}, {"role": "user", "content": "?"},
                 {"role": "assistant", "content": "No", "train": false}]}
                """.replace("\n ", " "));

        assertThat(chat.messages())
                .containsExactly(
                        Message.of("system", "Be brief."),
                        Message.of("user", "Hi"),
                        new Message("assistant", "Hello", List.of(), false),
                        Message.of("user", "Bye"),
                        Message.of("assistant", "Bye"),
                        Message.of("user", "?"),
                        new Message("assistant", "No", List.of(), false));
    }

    @Test
    void toolCallsBecomeObjectsWithoutNulls() {
        Example.Chat chat = only("""
                {"tools": [{"type": "function", "function": {"name": "add", "strict": null}}],
                 "messages": [{"role": "user", "content": "1+2?"},
                 {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                 "function": {"name": "add", "arguments": "{\\"a\\": 1, \\"b\\": 2}"}}]},
                 {"role": "tool", "content": "3", "tool_call_id": "c1"}, {"role": "assistant", "content": "3."}]}
                """.replace("\n ", " "));

        Map<String, Object> call = Map.of(
                "id", "c1", "type", "function", "function", Map.of("name", "add", "arguments", Map.of("a", 1, "b", 2)));
        assertThat(chat.tools()).containsExactly(Map.of("type", "function", "function", Map.of("name", "add")));
        assertThat(chat.messages())
                .containsExactly(
                        Message.of("user", "1+2?"),
                        new Message("assistant", null, List.of(call), true),
                        Message.of("tool", "3"),
                        Message.of("assistant", "3."));
    }

    @Test
    void theOldFunctionCallIsAToolCall() {
        Example.Chat chat = only("""
                {"messages": [{"role": "user", "content": "now?"},
                 {"role": "assistant", "content": null, "function_call": {"name": "time", "arguments": "{}"}},
                 {"role": "function", "name": "time", "content": "noon"}, {"role": "assistant", "content": "Noon."}]}
                """.replace("\n ", " "));

        assertThat(chat.messages()).extracting(Message::role).containsExactly("user", "assistant", "tool", "assistant");
        assertThat(chat.messages().get(1).toolCalls())
                .containsExactly(Map.of("type", "function", "function", Map.of("name", "time", "arguments", Map.of())));
    }

    @Test
    void textPartsAreJoinedAndOthersRefused() {
        Dataset read = data.read("a.jsonl", """
                {"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}, {"role": "assistant", "content": "c"}]}
                {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}, {"role": "assistant", "content": "c"}]}
                """);

        assertThat(DataFolder.examples(read))
                .containsExactly(
                        new Example.Chat(List.of(Message.of("user", "ab"), Message.of("assistant", "c")), List.of()));
        assertThat(read.problems().lines())
                .containsExactly("a.jsonl, line 2, field `messages[0].content`: holds a part that is not text;"
                        + " the record was skipped.");
    }

    @Test
    void unusableConversationsAreSkippedWithTheirReason() {
        Dataset read = data.read("a.jsonl", """
                {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
                {"messages": [{"role": "user", "content": "a"}, {"role": "narrator", "content": "b"}]}
                {"messages": [{"role": "user", "content": "a"}]}
                {"messages": [{"role": "user", "content": "a"}, {"role": "tool", "content": "b"}, {"role": "assistant", "content": "c"}]}
                {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}]}
                {"messages": [{"role": "user", "content": null}, {"role": "assistant", "content": "b"}]}
                {"messages": ["a", "b"]}
                {"messages": "a"}
                {"messages": [{"content": "a"}]}
                """);

        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems().lines())
                .containsExactly(
                        "a.jsonl, line 2, field `messages[1]`: unknown role `narrator`; the record was skipped.",
                        "a.jsonl, line 3, field `messages`: there is no `assistant` turn; the record was skipped.",
                        "a.jsonl, line 4, field `messages[1]`: a `tool` turn without a tool call before it;"
                                + " the record was skipped.",
                        "a.jsonl, line 5, field `messages[1].content`: is empty; the record was skipped.",
                        "a.jsonl, line 6, field `messages[0].content`: is empty; the record was skipped.",
                        "a.jsonl, line 7, field `messages[0]`: expected a turn as an object, found text;"
                                + " the record was skipped.",
                        "a.jsonl, line 8, field `messages`: expected a list, found text; the record was skipped.",
                        "a.jsonl, line 9, field `messages[0]`: the turn has no `role`; the record was skipped.");
    }

    @Test
    void twoTurnsOfOneRoleAreKeptAndTold() {
        Dataset read = data.read("a.jsonl", """
                {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "assistant", "content": "c"}]}
                """);

        assertThat(read.examples()).hasSize(1);
        assertThat(read.problems().lines())
                .containsExactly("a.jsonl, line 1, field `messages[2]`: two `assistant` turns in a row were kept;"
                        + " some chat templates refuse them.");
    }

    private Example.Chat only(String content) {
        return (Example.Chat) data.examples("a.jsonl", content).getFirst();
    }
}
