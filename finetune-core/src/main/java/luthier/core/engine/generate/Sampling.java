package luthier.core.engine.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import luthier.core.run.Randomness;

/// How the next token is chosen. The same seed and place give the same token.
///
/// @param temperature 0 takes the likeliest token
/// @param topP only the likeliest tokens that together reach this probability are drawn from; 1 = all
/// @param seed of the draws
public record Sampling(double temperature, double topP, long seed) {
    public static final Sampling GREEDY = new Sampling(0, 1, 0);

    public Sampling {
        if (!(temperature >= 0) || !(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("temperature " + temperature + ", topP " + topP);
        }
    }

    /// @param logits of all the model's rows
    /// @param vocabulary ids from this one on are no tokens and are never chosen
    /// @param answer number of the answer in its conversation
    /// @param place number of the token in its answer
    int choose(float[] logits, int vocabulary, long answer, long place) {
        int best = 0;
        for (int id = 1; id < vocabulary; id++) {
            best = logits[id] > logits[best] ? id : best;
        }
        if (temperature == 0) {
            return best;
        }
        double[] weights = new double[vocabulary];
        double sum = 0;
        for (int id = 0; id < vocabulary; id++) {
            weights[id] = Math.exp((logits[id] - logits[best]) / temperature);
            sum += weights[id];
        }
        double draw = Randomness.of(seed, "sampling", answer, place).nextDouble();
        return topP < 1 ? nucleus(weights, sum, draw) : first(weights, draw * sum, best);
    }

    private static int first(double[] weights, double reach, int otherwise) {
        double sum = 0;
        for (int id = 0; id < weights.length; id++) {
            sum += weights[id];
            if (sum > reach) {
                return id;
            }
        }
        return otherwise;
    }

    private int nucleus(double[] weights, double sum, double draw) {
        // Fewer than all tokens can be needed: those below this share together stay below 1 - topP.
        double least = (1 - topP) / weights.length * sum;
        List<Integer> candidates = new ArrayList<>();
        for (int id = 0; id < weights.length; id++) {
            if (weights[id] > least) {
                candidates.add(id);
            }
        }
        candidates.sort(
                Comparator.<Integer>comparingDouble(id -> -weights[id]).thenComparing(Comparator.naturalOrder()));
        double kept = 0;
        int count = 0;
        while (count < candidates.size() && kept < topP * sum) {
            kept += weights[candidates.get(count++)];
        }
        double reach = draw * kept;
        double passed = 0;
        for (int id : candidates.subList(0, count)) {
            passed += weights[id];
            if (passed > reach) {
                return id;
            }
        }
        return candidates.getFirst();
    }
}
