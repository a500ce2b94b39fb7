package luthier.datasets.promptcompletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.datasets.source.BadRecord;
import luthier.datasets.source.Defect;
import luthier.datasets.source.Fields;
import luthier.datasets.source.Head;
import luthier.datasets.source.Role;
import luthier.datasets.source.RowFormat;
import luthier.datasets.source.Turns;

/// A prompt and its completion, joined as they stand; as lists of messages they make a chat whose completion
/// is trained.
public final class PromptCompletionFormat extends RowFormat {
    public PromptCompletionFormat() {
        super(
                "prompt-completion",
                List.of(
                        Role.required("prompt", "prompt", "question", "query", "input"),
                        Role.required("completion", "completion", "answer", "response", "output")));
    }

    /// `input` and `output` are a pair only where no `instruction` says what to do with the input.
    @Override
    protected boolean leavesOut(Head head) {
        return head.columns().contains("instruction");
    }

    @Override
    protected Example example(Fields fields) throws BadRecord {
        if (fields.value("prompt") instanceof List<?> prompt
                && fields.value("completion") instanceof List<?> completion
                && prompt.stream().allMatch(Map.class::isInstance)) {
            return chat(prompt, completion, fields);
        }
        String prompt = fields.filled("prompt");
        String completion = fields.filled("completion");
        if (Character.isWhitespace(prompt.charAt(prompt.length() - 1))
                && Character.isWhitespace(completion.charAt(0))) {
            fields.report()
                    .note(
                            Defect.BORDER,
                            fields.line(),
                            fields.column("completion"),
                            "begins with white space and the prompt ends in it; they were joined as they stand.");
        }
        return new Example.PromptCompletion(prompt, completion);
    }

    private static Example chat(List<?> prompt, List<?> completion, Fields fields) throws BadRecord {
        List<Object> turns = new ArrayList<>(prompt);
        turns.addAll(completion);
        List<Message> messages = new ArrayList<>();
        for (Message message : Turns.parse(turns, fields, fields.column("prompt"))) {
            boolean asked = messages.size() < prompt.size() && message.role().equals("assistant");
            boolean trained = message.train() && !asked;
            messages.add(new Message(message.role(), message.content(), message.toolCalls(), trained));
        }
        Turns.checkAnswered(messages.subList(prompt.size(), messages.size()), fields.column("completion"));
        return new Example.Chat(messages, List.of());
    }
}
