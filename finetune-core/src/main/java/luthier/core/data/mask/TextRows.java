package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.data.Span;

/// Plain text: every token is a target but the first, which nothing predicts. A long text becomes consecutive pieces,
/// each with a begin token where the model uses one, the last with the end token.
record TextRows(RowEncoder encoder, int maxLength) {
    List<Row> rows(Example.Text example, TokenizingReport report) {
        String text = example.text();
        if (text.isBlank()) {
            report.addDropped(DropReason.EMPTY_ANSWER, null);
            return List.of();
        }
        Row tokens = encoder.withEnd(encoder.row(text, List.of(new Span(0, text.length()))), text);
        Row whole = encoder.withBos(tokens, true);
        report.addBefore(whole);
        if (!encoder.canEnd(text)) {
            report.addUnstopped();
        }
        if (whole.length() <= maxLength) {
            return kept(List.of(whole), report);
        }
        report.addCut(CutKind.TEXT_SPLIT);
        int piece = maxLength - encoder.bosLength();
        List<Row> pieces = new ArrayList<>();
        for (int from = 0; from < tokens.length(); from += piece) {
            pieces.add(encoder.withBos(tokens.first(from + piece).without(0, from), true));
        }
        return kept(pieces, report);
    }

    private static List<Row> kept(List<Row> pieces, TokenizingReport report) {
        List<Row> kept =
                pieces.stream().filter(row -> row.supervisedTokens() > 0).toList();
        if (kept.isEmpty()) {
            report.addDropped(DropReason.CUT_AWAY, null);
        }
        return kept;
    }
}
