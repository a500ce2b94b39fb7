package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.PromptRenderer;
import luthier.core.data.tokens.AddedToken;
import luthier.core.data.tokens.SpecialTokens;
import luthier.core.data.tokens.Tokenizer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Turns examples into token rows with a label mask, none longer than the limit.
public final class ExampleTokenizer {
    private final RowEncoder encoder;
    private final ChatRows chats;
    private final CompletionRows completions;
    private final TextRows texts;
    private final List<String> specials;

    /// @param specials with the stop tokens of the prompt format
    /// @param maxLength longest row in tokens
    /// @throws LuthierException when the tokenizer does not know a special token that is needed
    public ExampleTokenizer(
            Tokenizer tokenizer, SpecialTokens specials, PromptRenderer renderer, int maxLength, boolean lastTurnOnly)
            throws LuthierException {
        this.encoder = new RowEncoder(tokenizer, specials);
        Supervision supervision = new Supervision(
                renderer,
                encoder.stopTexts(),
                tokenizer.addedTokens().stream().map(AddedToken::content).toList());
        this.chats = new ChatRows(encoder, supervision, maxLength, lastTurnOnly);
        this.completions = new CompletionRows(encoder, maxLength);
        this.texts = new TextRows(encoder, maxLength);
        this.specials = tokenizer.addedTokens().stream()
                .filter(AddedToken::special)
                .map(AddedToken::content)
                .filter(content -> !content.isBlank())
                .toList();
    }

    /// The rows of one example: one as a rule, several when a text is split or a template rewrites earlier turns, none
    /// when it is dropped. `report` counts what happened.
    public List<TokenizedExample> tokenize(Example example, TokenizingReport report) {
        noteSpecials(example, report);
        List<Row> rows = switch (example) {
            case Example.Text text -> texts.rows(text, report);
            case Example.Chat chat -> chats.rows(chat, report);
            case Example.PromptCompletion pair -> completions.rows(pair, report);
        };
        rows.forEach(row -> report.addRow(row.supervisedTokens()));
        return rows.stream().map(Row::example).toList();
    }

    /// The rows of a whole data set.
    ///
    /// @param file named in the error
    /// @throws LuthierException when no row is left
    public List<TokenizedExample> tokenize(Iterable<Example> examples, String file, TokenizingReport report)
            throws LuthierException {
        List<TokenizedExample> rows = new ArrayList<>();
        for (Example example : examples) {
            rows.addAll(tokenize(example, report));
        }
        if (rows.isEmpty()) {
            throw new LuthierException(new Failure.UnreadableDataset(
                    file,
                    report.lines(),
                    report.totalDropped(),
                    "No example has a token left to learn from; give records with non-empty answers, or raise"
                            + " data.maxLength."));
        }
        return rows;
    }

    private void noteSpecials(Example example, TokenizingReport report) {
        List<String> own = switch (example) {
            case Example.Text text -> List.of(text.text());
            case Example.PromptCompletion pair -> List.of(pair.prompt(), pair.completion());
            case Example.Chat chat ->
                chat.messages().stream()
                        .map(message -> message.content() == null ? "" : message.content())
                        .toList();
        };
        for (String special : specials) {
            if (own.stream().anyMatch(text -> text.contains(special))) {
                report.addSpecialInside(special);
                return;
            }
        }
    }
}
