package luthier.app.history;

/// The loss on the evaluation examples after a step.
public record Evaluation(long step, double loss) {}
