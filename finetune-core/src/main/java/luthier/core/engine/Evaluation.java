package luthier.core.engine;

import java.util.Iterator;
import java.util.stream.Stream;
import luthier.core.data.batch.Batch;
import luthier.core.data.batch.Batches;

/// How well a model predicts a set of examples, without dropout.
///
/// @param loss mean over all supervised tokens
/// @param tokenAccuracy share of supervised tokens that are the model's first guess
public record Evaluation(double loss, double tokenAccuracy, long supervisedTokens) {
    /// @param length the longest row that the batches can have
    public static Evaluation of(LoadedModel model, int length, Batches batches) {
        try (RotaryTables rotary = new RotaryTables(model.kernels(), model.blueprint(), model.compute(), length)) {
            return of(model, rotary, batches);
        }
    }

    static Evaluation of(LoadedModel model, RotaryTables rotary, Batches batches) {
        double sum = 0;
        double right = 0;
        long supervised = 0;
        MicroBatch pass = new MicroBatch(model, 0);
        try (Stream<Batch> all = batches.evaluation()) {
            for (Iterator<Batch> rest = all.iterator(); rest.hasNext(); ) {
                Batch batch = rest.next();
                try (BatchInputs in = new BatchInputs(model, rotary, batch, BatchInputs.Dropout.OFF)) {
                    double[] score = pass.evaluate(in);
                    sum += score[0];
                    right += score[1];
                    supervised += batch.supervisedTokens();
                }
            }
        }
        return new Evaluation(sum / supervised, right / supervised, supervised);
    }
}
