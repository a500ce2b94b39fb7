package luthier.core.data.prompt;

import java.util.List;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Stanford's instruction format, one turn or several: the introduction (or the record's own system text), then
/// instruction and response after headings. A blank line stands between two turns, none after the last, so one turn is
/// the original's text with a line break after `Response:`.
///
/// @param bosText written first, null for none
/// @param eosText ends every answer, null if the model has none
public record Alpaca(@Nullable String bosText, @Nullable String eosText) implements PromptRenderer {
    private static final String INTRODUCTION = "Below is an instruction that describes a task."
            + " Write a response that appropriately completes the request.";
    private static final String INSTRUCTION = "\n\n### Instruction:\n";
    private static final String RESPONSE = "\n\n### Response:\n";

    @Override
    public String render(List<Message> messages, List<Object> tools, boolean addGenerationPrompt)
            throws LuthierException {
        PlainTurns.check("alpaca", messages, tools);
        boolean ownSystem = !messages.isEmpty() && messages.getFirst().role().equals("system");
        StringBuilder text = new StringBuilder(bosText == null ? "" : bosText);
        text.append(ownSystem ? messages.getFirst().content() : INTRODUCTION);
        for (int i = ownSystem ? 1 : 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            switch (message.role()) {
                case "user" ->
                    text.append(INSTRUCTION).append(message.content()).append(RESPONSE);
                case "assistant" -> text.append(message.content()).append(eosText == null ? "" : eosText);
                default ->
                    throw PlainTurns.refused(
                            "alpaca",
                            "messages[" + i + "]",
                            "has no place for the role `" + message.role() + "` there");
            }
        }
        return text.toString();
    }

    /// The same as a chat template.
    String jinja() {
        String bos = bosText == null ? "" : "{{- bos_token }}\n";
        String eos = eosText == null ? "" : " + eos_token";
        return bos + """
                {%%- if messages and messages[0]['role'] == 'system' %%}
                    {{- messages[0]['content'] }}
                {%%- else %%}
                    {{- '%s' }}
                {%%- endif %%}
                {%%- for message in messages %%}
                    {%%- if message['role'] == 'user' %%}
                        {{- '\\n\\n### Instruction:\\n' + message['content'] + '\\n\\n### Response:\\n' }}
                    {%%- elif message['role'] == 'assistant' %%}
                        {{- message['content']%s }}
                    {%%- elif not loop.first %%}
                        {{- raise_exception('the Alpaca format has no place for the role ' + message['role']) }}
                    {%%- endif %%}
                {%%- endfor %%}
                """.formatted(INTRODUCTION, eos);
    }
}
