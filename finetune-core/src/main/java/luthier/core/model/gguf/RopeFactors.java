package luthier.core.model.gguf;

import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;

/// Recovers the Llama 3 scaling of rotary frequencies. A GGUF file keeps only its result, one divisor for each
/// frequency; the parameters behind it are those all published models use, and they are taken only if they explain
/// every divisor.
///
/// @param factor how far the slowest frequencies are stretched
record RopeFactors(double factor) {
    static final double LOW_FREQUENCY = 1;
    static final double HIGH_FREQUENCY = 4;
    static final int ORIGINAL_LENGTH = 8192;

    private static final double TOLERANCE = 1e-5;

    /// @param theta base of the rotary frequencies
    /// @throws LuthierException when the divisors follow another rule
    static RopeFactors read(GgufFile file, GgufTensor divisors, int headSize, double theta) throws LuthierException {
        int count = headSize / 2;
        if (divisors.shape().length != 1 || divisors.shape()[0] != count || divisors.type() != GgufType.F32) {
            throw Unreadable.damaged(
                    file.path(), LlamaTensors.ROPE_FACTORS + " must hold " + count + " numbers in F32.");
        }
        float[] stored = new float[count];
        divisors.readRow(0, stored);
        double factor = 0;
        for (float divisor : stored) {
            factor = Math.max(factor, divisor);
        }
        for (int i = 0; i < count; i++) {
            double expected = divisor(factor, Math.pow(theta, -2.0 * i / headSize));
            if (!(Math.abs(stored[i] - expected) <= TOLERANCE * expected)) {
                throw Unreadable.model(
                        file.path(),
                        LlamaTensors.ROPE_FACTORS + " does not follow the rotary scaling of Llama 3.",
                        "Choose the model's Hugging Face folder, which states its scaling.");
            }
        }
        return new RopeFactors(factor);
    }

    private static double divisor(double factor, double frequency) {
        double turns = ORIGINAL_LENGTH * frequency / (2 * Math.PI);
        if (turns > HIGH_FREQUENCY) {
            return 1;
        }
        if (turns < LOW_FREQUENCY) {
            return factor;
        }
        double smooth = (turns - LOW_FREQUENCY) / (HIGH_FREQUENCY - LOW_FREQUENCY);
        return 1 / ((1 - smooth) / factor + smooth);
    }
}
