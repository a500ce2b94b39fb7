package luthier.app.progress;

import luthier.core.run.RunEvent;

/// Exponential moving averages of the last steps; the first steps weigh fully, so that no starting value
/// shows through.
///
/// @param weight of the sums below, towards 1
public record Averages(double weight, double lossSum, double tokensSum, double millisSum) {
    private static final double KEPT = 0.9;

    static Averages of(RunEvent.Stepped first) {
        return new Averages(0, 0, 0, 0).after(first);
    }

    // A loss that is not a number must show at once and not stay for ever, should the run go on.
    Averages after(RunEvent.Stepped step) {
        double lossBefore = Double.isFinite(lossSum) ? lossSum : step.loss() * weight;
        return new Averages(
                mixed(weight, 1),
                mixed(lossBefore, step.loss()),
                mixed(tokensSum, step.tokens()),
                mixed(millisSum, step.stepMillis()));
    }

    public double loss() {
        return lossSum / weight;
    }

    public double stepMillis() {
        return millisSum / weight;
    }

    public double tokensPerSecond() {
        return millisSum <= 0 ? 0 : 1000 * tokensSum / millisSum;
    }

    private static double mixed(double before, double now) {
        return KEPT * before + (1 - KEPT) * now;
    }
}
