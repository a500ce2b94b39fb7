package luthier.core.data.mask;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Message;
import luthier.core.data.template.TemplateRenderer;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Tries a model's chat template on a fixed dialogue, before any example: what it does that a person would not expect.
public final class TemplateCheck {
    private static final String ANSWER = "Paris.";
    private static final Message QUESTION = Message.of("user", "What is the capital of France?");
    private static final Message SECOND_QUESTION = Message.of("user", "And of Italy?");
    /// Thinking stands in the last answer only: the templates that know it rewrite earlier answers by themselves.
    private static final Example.Chat DIALOGUE = new Example.Chat(
            List.of(
                    QUESTION,
                    Message.of("assistant", ANSWER),
                    SECOND_QUESTION,
                    Message.of("assistant", "<think>\nItaly, then.\n</think>\n\nRome.")),
            List.of());

    private static final List<ZonedDateTime> TWO_DAYS = List.of(
            ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC),
            ZonedDateTime.of(2012, 11, 28, 19, 48, 57, 0, ZoneOffset.UTC));
    private static final String DATE_VARIABLE = "date_string";
    private static final String DATE_MARK = "DATE-MARK";
    private static final int QUOTED_CHARACTERS = 80;

    private final TemplateRenderer renderer;
    private final @Nullable String bosText;
    private final Collection<String> stops;
    private final Collection<String> added;

    /// @param bosText begin of text, null without
    /// @param stops texts of the tokens that end generation
    /// @param added texts of all added tokens
    public TemplateCheck(
            TemplateRenderer renderer, @Nullable String bosText, Collection<String> stops, Collection<String> added) {
        this.renderer = renderer;
        this.bosText = bosText;
        this.stops = stops;
        this.added = added;
    }

    /// One sentence for each finding; empty for a template without surprises.
    public List<String> sentences() {
        List<String> found = new ArrayList<>();
        try {
            String full = renderer.render(DIALOGUE.messages(), List.of(), false);
            SupervisedText located = new Supervision(renderer, stops, added).locate(DIALOGUE, false);
            addPrefix(found, full, located);
            addEnds(found, full, located);
            addDate(found);
        } catch (LuthierException refused) {
            found.add("The chat template refuses a plain conversation of two questions and two answers; such records"
                    + " are left out and counted.");
            return found;
        }
        addInsertedText(found);
        addRefusals(found);
        return found;
    }

    private void addPrefix(List<String> found, String full, SupervisedText located) throws LuthierException {
        if (located.dropped() != null || located.unlocatedTurns() > 0) {
            found.add("The chat template does not let its answers be found: one of a trial conversation has no place"
                    + " of its own in the rendered text; such answers are not trained.");
        }
        if (located.rewritesTurns()) {
            found.add("The chat template writes an earlier answer differently once more turns follow; each answer"
                    + " becomes an example of its own, with the turns before it as the template then writes them.");
        }
        String prompt = renderer.render(DIALOGUE.messages().subList(0, 3), List.of(), true);
        if (!full.startsWith(prompt)) {
            found.add("The chat template ends a prompt with `" + quoted(prompt.substring(common(prompt, full)))
                    + "`, which a finished conversation does not have there; the answer is trained without it.");
        }
    }

    private void addEnds(List<String> found, String full, SupervisedText located) {
        if (bosText != null
                && full.startsWith(bosText)
                && full.substring(bosText.length()).stripLeading().startsWith(bosText)) {
            found.add("The chat template writes the begin token `" + bosText + "` twice.");
        }
        if (located.dropped() == null && !located.stops()) {
            found.add("The chat template does not end an answer in a stop token"
                    + (stops.isEmpty() ? "" : " (`" + String.join("`, `", stops) + "`)")
                    + "; the model will not learn to stop.");
        }
    }

    private void addDate(List<String> found) throws LuthierException {
        String one = renderer.at(TWO_DAYS.getFirst()).render(DIALOGUE.messages(), List.of(), false);
        String other = renderer.at(TWO_DAYS.getLast()).render(DIALOGUE.messages(), List.of(), false);
        if (!one.equals(other)) {
            found.add("The chat template writes the present date into every conversation; after training the model"
                    + " sees another date than in its examples.");
        } else if (renderer.with(DATE_VARIABLE, DATE_MARK)
                .render(DIALOGUE.messages(), List.of(), false)
                .contains(DATE_MARK)) {
            found.add("The chat template writes a fixed date into every conversation, because its variable `"
                    + DATE_VARIABLE + "` is not set.");
        }
    }

    /// What stands before the first question and not before the second is a text of the template's own.
    private void addInsertedText(List<String> found) {
        String first = before(List.of(QUESTION), QUESTION);
        String second = before(DIALOGUE.messages().subList(0, 3), SECOND_QUESTION);
        int answered = second.lastIndexOf(ANSWER);
        String header = answered < 0 ? second : second.substring(answered + ANSWER.length());
        int common = 0;
        while (common < Math.min(first.length(), header.length())
                && first.charAt(first.length() - 1 - common) == header.charAt(header.length() - 1 - common)) {
            common++;
        }
        String inserted = withoutMarks(first.substring(0, first.length() - common));
        if (!inserted.isEmpty()) {
            found.add("The chat template begins a conversation without system turn with a text of its own: `"
                    + quoted(inserted) + "`.");
        }
    }

    private void addRefusals(List<String> found) {
        if (rendered(List.of(QUESTION, SECOND_QUESTION, DIALOGUE.messages().get(1))) == null) {
            found.add("The chat template refuses two turns of one role in a row; such records are left out and"
                    + " counted.");
        }
        if (rendered(List.of(Message.of("system", "Be brief."), QUESTION)) == null) {
            found.add("The chat template refuses a system turn; records with one are left out and counted.");
        }
    }

    private String before(List<Message> messages, Message question) {
        String text = rendered(messages);
        int place = text == null ? -1 : text.lastIndexOf(String.valueOf(question.content()));
        int begin = text != null && bosText != null && text.startsWith(bosText) ? bosText.length() : 0;
        return text == null || place < begin ? "" : text.substring(begin, place);
    }

    private @Nullable String rendered(List<Message> messages) {
        try {
            return renderer.render(messages, List.of(), false);
        } catch (LuthierException refused) {
            return null;
        }
    }

    private String withoutMarks(String text) {
        String rest = text;
        for (String mark : added) {
            rest = rest.replace(mark, " ");
        }
        return rest.strip();
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "…";
    }
}
