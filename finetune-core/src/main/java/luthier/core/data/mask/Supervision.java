package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.PromptRenderer;
import luthier.core.data.Span;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Finds the assistant's turns in a rendered conversation. A template that marks them itself (`generation` blocks) is
/// believed; else they are found without knowing the template: by rendering the conversation up to each turn, and
/// where a template writes turns differently depending on what follows, by putting a marker in the turn's place.
public final class Supervision {
    private final PromptRenderer renderer;
    private final StopTokens stopTokens;

    /// @param stops texts of the tokens that end generation
    /// @param added texts of all added tokens
    public Supervision(PromptRenderer renderer, Collection<String> stops, Collection<String> added) {
        this.renderer = renderer;
        this.stopTokens = new StopTokens(stops, added);
    }

    /// @throws LuthierException when the template refuses the whole conversation
    public SupervisedText locate(Example.Chat chat, boolean lastTurnOnly) throws LuthierException {
        String full = renderer.render(chat.messages(), chat.tools(), false);
        List<Integer> wanted = wantedTurns(chat.messages(), lastTurnOnly);
        Map<Integer, Span> marks = marks(chat);
        List<Span> spans = new ArrayList<>();
        int unlocated = 0;
        int blank = 0;
        boolean stops = true;
        boolean rewrites = false;
        @Nullable DropReason dropped = null;
        for (int turn : wanted) {
            if (blank(chat.messages().get(turn))) {
                blank++;
                continue;
            }
            Prefixes prefixes = new Prefixes(before(chat, turn, true), before(chat, turn + 1, false));
            rewrites |= prefixes.upTo != null && !full.startsWith(stopTokens.strip(prefixes.upTo));
            @Nullable
            Located located = marks.isEmpty() ? locate(chat, full, turn, prefixes) : marked(full, marks.get(turn));
            if (located != null) {
                spans.add(located.span);
                stops = located.stops;
            } else {
                unlocated++;
                dropped = turn == wanted.getLast() ? DropReason.NOT_LOCATABLE : null;
            }
        }
        if (dropped == null && spans.isEmpty()) {
            dropped = blank > 0
                    ? DropReason.EMPTY_ANSWER
                    : unlocated > 0 ? DropReason.NOT_LOCATABLE : DropReason.NOTHING_TRAINED;
        }
        return new SupervisedText(full, spans, dropped, unlocated, stops, rewrites);
    }

    /// The assistant turns to train: all, or the last one; never one marked as context.
    static List<Integer> wantedTurns(List<Message> messages, boolean lastTurnOnly) {
        List<Integer> turns = assistantTurns(messages);
        List<Integer> asked = lastTurnOnly && !turns.isEmpty() ? List.of(turns.getLast()) : turns;
        return asked.stream().filter(turn -> messages.get(turn).train()).toList();
    }

    private static List<Integer> assistantTurns(List<Message> messages) {
        return IntStream.range(0, messages.size())
                .filter(turn -> messages.get(turn).role().equals("assistant"))
                .boxed()
                .toList();
    }

    /// The places the template marks, by turn; empty when it marks none, or not one for each answer, so that a mark
    /// could be taken for another turn's.
    private Map<Integer, Span> marks(Example.Chat chat) throws LuthierException {
        @Nullable List<Span> marked = renderer.marked(chat.messages(), chat.tools());
        List<Integer> turns = assistantTurns(chat.messages());
        if (marked == null || marked.size() != turns.size()) {
            return Map.of();
        }
        return IntStream.range(0, turns.size()).boxed().collect(Collectors.toMap(turns::get, marked::get));
    }

    /// Which closing tokens belong to an answer is the template's choice.
    private @Nullable Located marked(String full, @Nullable Span mark) {
        if (mark == null || mark.start() >= mark.end()) {
            return null;
        }
        return new Located(mark, stopTokens.ends(full.substring(mark.start(), mark.end())));
    }

    StopTokens stopTokens() {
        return stopTokens;
    }

    /// The texts up to the turn's content and to its end; null where the template refuses such a conversation.
    private record Prefixes(@Nullable String head, @Nullable String upTo) {}

    private record Located(Span span, boolean stops) {}

    private @Nullable Located locate(Example.Chat chat, String full, int turn, Prefixes prefixes) {
        int start = prefixes.head != null && full.startsWith(prefixes.head) ? prefixes.head.length() : -1;
        int limit = prefixes.upTo != null && full.startsWith(prefixes.upTo) ? prefixes.upTo.length() : -1;
        if (limit < start) {
            limit = -1;
        }
        @Nullable Span content = start >= 0 && limit >= 0 ? null : content(chat, full, turn);
        if (content != null) {
            start = start >= 0 ? start : content.start();
        } else if (start < 0 || limit < 0) {
            return null;
        }
        int stop = limit >= 0 || content == null
                ? stopTokens.lastInside(full, start, limit)
                : stopTokens.firstAfter(full, content.end());
        if (stop >= 0) {
            return new Located(new Span(start, stop), true);
        }
        int end = limit >= 0 || content == null ? StopTokens.beforeWhitespace(full, start, limit) : content.end();
        return new Located(new Span(start, end), false);
    }

    /// The place of a turn's content by a marker in its stead: what stands before and after the marker must stand in
    /// the real text too.
    private @Nullable Span content(Example.Chat chat, String full, int turn) {
        Message message = chat.messages().get(turn);
        if (message.content() == null) {
            return null;
        }
        String marker = marker(full);
        List<Message> messages = new ArrayList<>(chat.messages());
        messages.set(turn, new Message(message.role(), marker, message.toolCalls(), message.train()));
        @Nullable String marked = rendered(messages, chat.tools(), false);
        if (marked == null) {
            return null;
        }
        int at = marked.indexOf(marker);
        if (at < 0 || marked.indexOf(marker, at + 1) >= 0) {
            return null;
        }
        String before = marked.substring(0, at);
        String after = marked.substring(at + marker.length());
        int end = full.length() - after.length();
        return end >= at && full.startsWith(before) && full.endsWith(after) ? new Span(at, end) : null;
    }

    private static String marker(String full) {
        int number = 0;
        while (full.contains("TURN" + number + "MARK")) {
            number++;
        }
        return "TURN" + number + "MARK";
    }

    private @Nullable String before(Example.Chat chat, int count, boolean addGenerationPrompt) {
        return rendered(chat.messages().subList(0, count), chat.tools(), addGenerationPrompt);
    }

    /// A template may refuse a part of a conversation that it accepts whole; then the marker decides.
    private @Nullable String rendered(List<Message> messages, List<Object> tools, boolean addGenerationPrompt) {
        try {
            return renderer.render(messages, tools, addGenerationPrompt);
        } catch (LuthierException e) {
            return null;
        }
    }

    private static boolean blank(Message message) {
        return message.toolCalls().isEmpty()
                && (message.content() == null || message.content().isBlank());
    }
}
