package luthier.core.engine.generate;

/// What was generated.
///
/// @param ids with the stop token, if one ended it
/// @param seconds from the prompt to the last token
public record Answer(int[] ids, Reason reason, double seconds) {
    /// Why it ended.
    public enum Reason {
        /// a stop token
        STOP,
        /// as many tokens as were allowed, or as the model has positions
        LENGTH
    }

    public double tokensPerSecond() {
        return ids.length / seconds;
    }
}
