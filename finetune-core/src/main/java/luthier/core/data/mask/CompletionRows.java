package luthier.core.data.mask;

import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Span;

/// Prompt and completion as they stand, tokenised as one text. Too long: the prompt is cut from its beginning as long
/// as the completion leaves it some room, else the completion loses its end, and with it the end token.
record CompletionRows(RowEncoder encoder, int maxLength) {
    private static final int PROMPT_RESERVE = 32;

    List<Row> rows(Example.PromptCompletion example, TokenizingReport report) {
        String completion = example.completion();
        if (completion.isBlank()) {
            report.addDropped(DropReason.EMPTY_ANSWER, null);
            return List.of();
        }
        String text = example.prompt() + completion;
        Span span = new Span(example.prompt().length(), text.length());
        Row answer = encoder.row(text, List.of(span));
        if (answer.merged()) {
            report.addMerged();
        }
        Row whole = encoder.withBos(encoder.withEnd(answer, text), span.start() == 0);
        report.addBefore(whole);
        if (!encoder.canEnd(text)) {
            report.addUnstopped();
        }
        if (whole.supervisedTokens() == 0) {
            report.addDropped(DropReason.ANSWER_MERGED, null);
            return List.of();
        }
        Row cut = cut(whole, report);
        if (cut.supervisedTokens() == 0) {
            report.addDropped(DropReason.CUT_AWAY, null);
            return List.of();
        }
        return List.of(cut);
    }

    private Row cut(Row whole, TokenizingReport report) {
        if (whole.length() <= maxLength) {
            return whole;
        }
        int prompt = whole.promptLength();
        int answer = whole.length() - prompt;
        int reserve = Math.min(PROMPT_RESERVE, maxLength / 2);
        int room = Math.min(prompt, answer <= maxLength - reserve ? maxLength - answer : reserve);
        Row row = whole;
        if (room < prompt) {
            report.addCut(CutKind.PROMPT_CUT);
            int bos = Math.min(encoder.bosLength(), room);
            row = row.without(bos, bos + prompt - room);
        }
        if (row.length() > maxLength) {
            report.addCut(CutKind.ANSWER_CUT);
            row = row.first(maxLength);
        }
        return row;
    }
}
