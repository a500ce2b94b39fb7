package luthier.core.worker.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import luthier.core.data.Message;
import luthier.core.data.prepare.ModelText;
import luthier.core.data.tokens.TokenStream;
import luthier.core.engine.generate.Answer;
import luthier.core.engine.generate.Generator;
import luthier.core.engine.generate.Sampling;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// The turns so far, and the model that takes the next one.
final class Conversation {
    private final ModelText text;
    private final Generator generator;
    private final Sampling sampling;
    private final int maxNewTokens;
    private final List<Message> start;
    private final List<Message> turns = new ArrayList<>();

    /// @param system null leaves the template's own
    Conversation(ModelText text, Generator generator, Sampling sampling, int maxNewTokens, @Nullable String system) {
        this.text = text;
        this.generator = generator;
        this.sampling = sampling;
        this.maxNewTokens = maxNewTokens;
        this.start = system == null ? List.of() : List.of(Message.of("system", system));
    }

    void reset() {
        turns.clear();
    }

    /// @param alone neither reads the turns before nor becomes one
    void answer(String user, boolean alone, TaskChannel channel) throws LuthierException {
        List<Message> messages = new ArrayList<>(start);
        if (!alone) {
            messages.addAll(turns);
        }
        Message question = Message.of("user", user);
        messages.add(question);
        String prompt = text.format().renderer().render(messages, List.of(), true);
        StringBuilder written = new StringBuilder();
        TokenStream stream = new TokenStream(text.tokenizer(), true);
        Set<Integer> stops = text.format().specials().stopIds();
        Answer answer = generator.answer(
                text.tokenizer().encode(prompt).ids(),
                sampling,
                stops,
                maxNewTokens,
                id -> send(stream.feed(id), written, channel));
        send(stream.finish(), written, channel);
        if (!alone) {
            turns.add(question);
            turns.add(Message.of("assistant", written.toString()));
        }
        channel.send(Map.of(
                "end",
                Map.of(
                        "tokens", answer.ids().length,
                        "tokensPerSecond", answer.tokensPerSecond(),
                        "reason", answer.reason().name().toLowerCase(Locale.ROOT))));
    }

    private static void send(String piece, StringBuilder written, TaskChannel channel) throws LuthierException {
        if (!piece.isEmpty()) {
            written.append(piece);
            channel.send(Map.of("token", piece));
        }
    }
}
