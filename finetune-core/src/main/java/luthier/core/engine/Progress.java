package luthier.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts of a run that go on over a resume.
///
/// @param step optimiser steps done
/// @param bestLoss lowest evaluation loss so far, infinite before the first
record Progress(
        long step, long tokens, long supervisedTokens, double activeSeconds, double pausedSeconds, double bestLoss) {
    static final Progress START = new Progress(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY);

    Progress stepped(long stepTokens, long stepSupervised, double seconds) {
        return new Progress(
                step + 1,
                tokens + stepTokens,
                supervisedTokens + stepSupervised,
                activeSeconds + seconds,
                pausedSeconds,
                bestLoss);
    }

    Progress active(double seconds) {
        return new Progress(step, tokens, supervisedTokens, activeSeconds + seconds, pausedSeconds, bestLoss);
    }

    Progress paused(double seconds) {
        return new Progress(step, tokens, supervisedTokens, activeSeconds, pausedSeconds + seconds, bestLoss);
    }

    Progress evaluated(double loss) {
        return new Progress(step, tokens, supervisedTokens, activeSeconds, pausedSeconds, Math.min(bestLoss, loss));
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", step);
        map.put("tokens", tokens);
        map.put("supervisedTokens", supervisedTokens);
        map.put("activeSeconds", activeSeconds);
        map.put("pausedSeconds", pausedSeconds);
        if (bestLoss < Double.POSITIVE_INFINITY) {
            map.put("bestLoss", bestLoss);
        }
        return map;
    }

    static Progress of(Map<String, Object> map) {
        return new Progress(
                (long) number(map.get("step"), 0),
                (long) number(map.get("tokens"), 0),
                (long) number(map.get("supervisedTokens"), 0),
                number(map.get("activeSeconds"), 0),
                number(map.get("pausedSeconds"), 0),
                number(map.get("bestLoss"), Double.POSITIVE_INFINITY));
    }

    private static double number(@Nullable Object value, double missing) {
        return value instanceof Number number ? number.doubleValue() : missing;
    }
}
