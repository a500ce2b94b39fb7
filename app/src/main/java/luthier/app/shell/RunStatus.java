package luthier.app.shell;

/// How a run stands that goes on, for the strip at the window's foot. Unknown figures are NaN or 0.
///
/// @param step steps done
/// @param steps planned, 0 while unknown
/// @param memoryBytes counted at the last step
/// @param secondsLeft estimated
public record RunStatus(
        String name,
        boolean paused,
        long step,
        long steps,
        double loss,
        double tokensPerSecond,
        long memoryBytes,
        double secondsLeft) {
    /// Share done between 0 and 1; negative while it is unknown.
    public double share() {
        return steps > 0 ? (double) step / steps : -1;
    }
}
