package luthier.app.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import luthier.app.worker.Answer;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// What a run will need, as the planner says.
///
/// @param bytes by cause at the peak
/// @param rows of the batch with the most tokens
/// @param length of its longest row, in tokens
/// @param activations the policy that was chosen, `keep`, `recompute` or `mixed`
/// @param lengths of the training examples; null within measured figures
/// @param notices what a person should know of data and chat template
/// @param measured the same by two real steps; null when nothing was measured
/// @param answer the line it was read from
public record Plan(
        Map<MemoryCause, Long> bytes,
        long peakBytes,
        long availableBytes,
        boolean fits,
        long trainableParameters,
        long totalParameters,
        long rows,
        long length,
        long steps,
        String activations,
        @Nullable ExampleLengths lengths,
        List<String> notices,
        @Nullable Plan measured,
        Answer answer) {
    public Plan {
        notices = List.copyOf(notices);
        bytes = Map.copyOf(bytes);
    }

    public static Plan of(Answer answer) throws LuthierException {
        Map<MemoryCause, Long> bytes = new EnumMap<>(MemoryCause.class);
        Answer causes = answer.object("causes");
        for (MemoryCause cause : MemoryCause.values()) {
            if (causes.has(cause.name())) {
                bytes.put(cause, causes.number(cause.name()));
            }
        }
        bytes.put(MemoryCause.RUNTIME, answer.number("runtimeBytes"));
        Answer longest = answer.object("longestBatch");
        return new Plan(
                bytes,
                answer.number("peakBytes"),
                answer.number("availableBytes"),
                answer.flag("fits"),
                answer.number("trainableParameters"),
                answer.number("totalParameters"),
                longest.number("rows"),
                longest.number("length"),
                answer.number("steps"),
                answer.text("activations"),
                answer.has("lengths") ? ExampleLengths.of(answer.object("lengths")) : null,
                answer.has("notices") ? answer.texts("notices") : List.of(),
                answer.has("measured") ? of(answer.object("measured")) : null,
                answer);
    }
}
