package luthier.core.data.prompt;

import java.util.List;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.run.LuthierException;

/// `<|im_start|>ROLE`, the content, `<|im_end|>` for each turn; no begin token.
public record ChatMl() implements PromptRenderer {
    static final String START = "<|im_start|>";
    static final String END = "<|im_end|>";
    static final String JINJA = """
            {%- for message in messages %}
                {{- '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|im_start|>assistant\\n' }}
            {%- endif %}
            """;

    @Override
    public String render(List<Message> messages, List<Object> tools, boolean addGenerationPrompt)
            throws LuthierException {
        PlainTurns.check("chatml", messages, tools);
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append(START).append(message.role()).append('\n');
            text.append(message.content()).append(END).append('\n');
        }
        if (addGenerationPrompt) {
            text.append(START).append("assistant\n");
        }
        return text.toString();
    }
}
