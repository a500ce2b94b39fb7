package luthier.core.data.mask;

import java.util.ArrayList;
import java.util.List;
import luthier.core.data.Example;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Conversations. Where a template rewrites earlier turns (Qwen3 drops their thinking), each trained answer becomes an
/// example of its own with the history as the template writes it at that moment.
final class ChatRows {
    private final RowEncoder encoder;
    private final Supervision supervision;
    private final ChatCutter cutter;
    private final int maxLength;
    private final boolean lastTurnOnly;

    ChatRows(RowEncoder encoder, Supervision supervision, int maxLength, boolean lastTurnOnly) {
        this.encoder = encoder;
        this.supervision = supervision;
        this.cutter = new ChatCutter(encoder, supervision, maxLength);
        this.maxLength = maxLength;
        this.lastTurnOnly = lastTurnOnly;
    }

    List<Row> rows(Example.Chat chat, TokenizingReport report) {
        try {
            SupervisedText located = supervision.locate(chat, lastTurnOnly);
            if (!located.rewritesTurns()) {
                return rows(chat, located, lastTurnOnly, report);
            }
            List<Row> rows = new ArrayList<>();
            for (int turn : Supervision.wantedTurns(chat.messages(), lastTurnOnly)) {
                Example.Chat upTo = new Example.Chat(chat.messages().subList(0, turn + 1), chat.tools());
                rows.addAll(rows(upTo, supervision.locate(upTo, true), true, report));
            }
            return rows;
        } catch (LuthierException e) {
            report.addDropped(DropReason.TEMPLATE_REFUSED, sentence(e.failure()));
            return List.of();
        }
    }

    private List<Row> rows(Example.Chat chat, SupervisedText located, boolean lastOnly, TokenizingReport report)
            throws LuthierException {
        if (located.dropped() != null) {
            report.addDropped(located.dropped(), null);
            return List.of();
        }
        report.addUnlocatedTurns(located.unlocatedTurns());
        Row whole = encoder.row(located.text(), located.spans());
        report.addBefore(whole);
        if (whole.merged()) {
            report.addMerged();
        }
        if (!located.stops()) {
            report.addUnstopped();
        }
        if (whole.supervisedTokens() == 0) {
            report.addDropped(DropReason.ANSWER_MERGED, null);
            return List.of();
        }
        if (whole.length() <= maxLength) {
            return List.of(whole);
        }
        return switch (cutter.cut(chat, lastOnly)) {
            case ChatCutter.Lost lost -> {
                report.addDropped(lost.reason(), null);
                yield List.of();
            }
            case ChatCutter.Kept kept -> {
                kept.kinds().forEach(report::addCut);
                yield List.of(kept.row());
            }
        };
    }

    private static String sentence(Failure failure) {
        return switch (failure) {
            case Failure.UnreadableModel model -> model.problem();
            case Failure.InvalidSpec spec -> spec.field() + " " + spec.problem();
            case Failure.EngineFault fault -> fault.message();
            default -> failure.toString();
        };
    }
}
