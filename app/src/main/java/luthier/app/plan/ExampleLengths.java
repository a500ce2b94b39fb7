package luthier.app.plan;

import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.core.run.LuthierException;

/// How long the training examples are in tokens, and the limit that would do for them.
///
/// @param nearlyAll the length that 99 % of the examples do not exceed
/// @param limit what the run has
public record ExampleLengths(
        long examples, long median, long nearlyAll, long longest, long limit, long suggestedLimit) {
    public static ExampleLengths of(Answer answer) throws LuthierException {
        return new ExampleLengths(
                answer.number("examples"),
                answer.number("median"),
                answer.number("nearlyAll"),
                answer.number("longest"),
                answer.number("limit"),
                answer.number("suggestedLimit"));
    }

    /// Rows are only as long as their longest example, so a limit above the longest costs nothing.
    public String line() {
        boolean fits = limit == suggestedLimit || (limit >= longest && suggestedLimit >= longest);
        String text = Messages.of(
                "plan.lengths",
                Figures.count(examples),
                Figures.count(median),
                Figures.count(nearlyAll),
                Figures.count(longest),
                Figures.count(limit));
        return fits ? text : text + Messages.of("plan.suggestedLimit", Figures.count(suggestedLimit));
    }
}
