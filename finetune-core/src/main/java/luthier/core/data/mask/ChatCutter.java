package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.tokens.Encoded;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Shortens a conversation to the limit. First the oldest groups of user and assistant turns go, and the rest is
/// rendered again, so that no turn is torn. When one group is left, the last user text loses its beginning if the
/// answer fits in half the limit; else the answer loses its end, without a stop token.
final class ChatCutter {
    /// What an answer that is cut keeps at least, where the limit allows.
    private static final int ANSWER_RESERVE = 32;

    private final RowEncoder encoder;
    private final Supervision supervision;
    private final int maxLength;

    ChatCutter(RowEncoder encoder, Supervision supervision, int maxLength) {
        this.encoder = encoder;
        this.supervision = supervision;
        this.maxLength = maxLength;
    }

    sealed interface Cut {}

    record Kept(Row row, Set<CutKind> kinds) implements Cut {}

    record Lost(DropReason reason) implements Cut {}

    Cut cut(Example.Chat chat, boolean lastOnly) throws LuthierException {
        if (systemLength(chat) >= maxLength) {
            return new Lost(DropReason.SYSTEM_TOO_LONG);
        }
        Set<CutKind> kinds = EnumSet.noneOf(CutKind.class);
        Example.Chat shorter = chat;
        Row row = row(shorter, lastOnly);
        while (row.length() > maxLength && userTurns(shorter).size() > 1) {
            shorter = withoutOldestGroup(shorter);
            kinds.add(CutKind.OLD_TURNS_DROPPED);
            row = row(shorter, lastOnly);
        }
        if (row.supervisedTokens() == 0) {
            return new Lost(DropReason.CUT_AWAY);
        }
        if (row.length() <= maxLength) {
            return new Kept(row, kinds);
        }
        int answer = row.length() - row.promptLength();
        int room = answer <= maxLength / 2 ? maxLength - answer : maxLength - Math.min(ANSWER_RESERVE, maxLength / 2);
        if (row.promptLength() > room) {
            @Nullable Row fitting = withShorterPrompt(shorter, lastOnly, room);
            if (fitting == null) {
                return new Lost(DropReason.SYSTEM_TOO_LONG);
            }
            kinds.add(CutKind.PROMPT_CUT);
            row = fitting;
        }
        if (row.length() > maxLength) {
            kinds.add(CutKind.ANSWER_CUT);
            row = row.first(maxLength);
        }
        return row.supervisedTokens() == 0 ? new Lost(DropReason.CUT_AWAY) : new Kept(row, kinds);
    }

    /// Takes whole tokens from the left of the last user text until at most `room` tokens stand before the
    /// answer; null
    /// if even without that text they are more.
    private @Nullable Row withShorterPrompt(Example.Chat chat, boolean lastOnly, int room) throws LuthierException {
        List<Integer> users = userTurns(chat);
        if (users.isEmpty()) {
            return null;
        }
        int turn = users.getLast();
        Message user = chat.messages().get(turn);
        String content = user.content() == null ? "" : user.content();
        Encoded tokens = encoder.encode(content);
        Row row = row(chat, lastOnly);
        int drop = 0;
        while (row.promptLength() > room) {
            if (drop >= tokens.length()) {
                return null;
            }
            drop = Math.min(tokens.length(), drop + row.promptLength() - room);
            String rest = drop == tokens.length() ? "" : content.substring(tokens.starts()[drop]);
            List<Message> messages = new ArrayList<>(chat.messages());
            messages.set(turn, new Message(user.role(), rest, user.toolCalls(), user.train()));
            row = row(new Example.Chat(messages, chat.tools()), lastOnly);
        }
        return row;
    }

    private Row row(Example.Chat chat, boolean lastOnly) throws LuthierException {
        SupervisedText located = supervision.locate(chat, lastOnly);
        return encoder.row(located.text(), located.spans());
    }

    private int systemLength(Example.Chat chat) {
        if (chat.messages().isEmpty()) {
            return 0;
        }
        Message first = chat.messages().getFirst();
        return first.role().equals("system") && first.content() != null
                ? encoder.encode(first.content()).length()
                : 0;
    }

    private static List<Integer> userTurns(Example.Chat chat) {
        List<Message> messages = chat.messages();
        return IntStream.range(0, messages.size())
                .filter(i -> messages.get(i).role().equals("user"))
                .boxed()
                .toList();
    }

    /// A group reaches from one user turn to the next; what stands before the first stays.
    private static Example.Chat withoutOldestGroup(Example.Chat chat) {
        List<Integer> users = userTurns(chat);
        List<Message> messages = new ArrayList<>(chat.messages().subList(0, users.getFirst()));
        messages.addAll(chat.messages().subList(users.get(1), chat.messages().size()));
        return new Example.Chat(messages, chat.tools());
    }
}
