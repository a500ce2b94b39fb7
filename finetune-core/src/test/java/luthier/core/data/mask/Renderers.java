package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Templates written by hand in the manner of published ones, each with one trait that makes spans hard to find.
final class Renderers {
    private Renderers() {}

    /// SmolLM2: ChatML with a system text of its own when the conversation has none.
    static final PromptRenderer SMOLLM2 = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder();
        if (messages.isEmpty() || !messages.getFirst().role().equals("system")) {
            text.append("<|im_start|>system\nYou are a helpful AI assistant named SmolLM,"
                    + " trained by Hugging Face<|im_end|>\n");
        }
        for (Message message : messages) {
            text.append(turn(message.role(), message.content()));
        }
        return text + (prompt ? "<|im_start|>assistant\n" : "");
    };

    /// Phi-3: the end of text is written once, after the whole conversation.
    static final PromptRenderer PHI3 = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append("<|")
                    .append(message.role())
                    .append("|>\n")
                    .append(message.content())
                    .append("<|end|>\n");
        }
        return text + (prompt ? "<|assistant|>\n" : "<|endoftext|>");
    };

    /// Gemma: content is trimmed, turns must alternate.
    static final PromptRenderer TRIMMING = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder("<bos>");
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role().equals("user") != (i % 2 == 0)) {
                throw new LuthierException(new Failure.InvalidSpec(
                        "chat_template.jinja", "messages", "Conversation roles must alternate user/assistant"));
            }
            text.append("<start_of_turn>").append(message.role().equals("user") ? "user" : "model");
            text.append('\n').append(String.valueOf(message.content()).strip()).append("<end_of_turn>\n");
        }
        return text + (prompt ? "<start_of_turn>model\n" : "");
    };

    /// Qwen3: thinking stays in the last answer only.
    static final PromptRenderer FORGETTING = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            String content = String.valueOf(message.content());
            boolean earlier = i < messages.size() - 1 && message.role().equals("assistant");
            text.append(turn(message.role(), earlier ? withoutThinking(content) : content));
        }
        return text + (prompt ? "<|im_start|>assistant\n" : "");
    };

    /// DeepSeek-R1: the generation prompt opens the thinking, the full text never has it.
    static final PromptRenderer THINKING_PROMPT = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append(turn(message.role(), withoutThinking(String.valueOf(message.content()))));
        }
        return text + (prompt ? "<|im_start|>assistant\n<think>\n" : "");
    };

    /// The answer is written twice, so that no place is the answer's own.
    static final PromptRenderer TWICE = (messages, _, prompt) -> {
        StringBuilder text = new StringBuilder(messages.size() + " turns\n");
        for (Message message : messages) {
            text.append(message.content()).append('|').append(message.content()).append("<|im_end|>\n");
        }
        return text + (prompt ? ">" : "");
    };

    static Example.Chat chat(String... contents) {
        String[] roles = {"user", "assistant"};
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            messages.add(Message.of(roles[i % 2], contents[i]));
        }
        return new Example.Chat(messages, List.of());
    }

    private static String turn(String role, @Nullable String content) {
        return "<|im_start|>" + role + "\n" + content + "<|im_end|>\n";
    }

    private static String withoutThinking(String content) {
        int end = content.indexOf("</think>");
        return end < 0 ? content : content.substring(end + "</think>".length()).stripLeading();
    }
}
