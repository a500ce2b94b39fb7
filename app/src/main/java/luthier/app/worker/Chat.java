package luthier.app.worker;

import java.util.Map;
import java.util.function.Consumer;
import luthier.core.run.LuthierException;

/// A chat with a model in a worker.
public final class Chat implements AutoCloseable {
    private final Conversation conversation;
    private final String info;

    private Chat(Conversation conversation, String info) {
        this.conversation = conversation;
        this.info = info;
    }

    /// How an answer ended.
    ///
    /// @param reason `stop` or `length`
    public record End(long tokens, double tokensPerSecond, String reason) {}

    /// Loads the model; returns when it can answer.
    public static Chat open(Tasks tasks, ChatSettings settings) throws LuthierException {
        Conversation conversation = tasks.open("chat", settings.request());
        try {
            return new Chat(conversation, conversation.answer().text("info"));
        } catch (LuthierException e) {
            conversation.close();
            throw e;
        }
    }

    /// What the worker says of the model.
    public String info() {
        return info;
    }

    /// Continues the conversation.
    ///
    /// @param onText called with each piece of the answer as it is made
    public End say(String text, Consumer<String> onText) throws LuthierException {
        conversation.send(Map.of("user", text));
        return listen(onText);
    }

    /// The whole answer to a question that has nothing to do with those before it.
    public String answerAlone(String text) throws LuthierException {
        conversation.send(Map.of("user", text, "fresh", true));
        StringBuilder answer = new StringBuilder();
        listen(answer::append);
        return answer.toString();
    }

    @Override
    public void close() {
        conversation.close();
    }

    private End listen(Consumer<String> onText) throws LuthierException {
        Answer line = conversation.answer();
        while (!line.has("end")) {
            onText.accept(line.text("token"));
            line = conversation.answer();
        }
        Answer end = line.object("end");
        return new End(end.number("tokens"), end.decimal("tokensPerSecond"), end.text("reason"));
    }
}
