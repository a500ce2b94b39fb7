package luthier.core.worker.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import luthier.core.data.batch.Batch;
import luthier.core.data.batch.Batches;
import luthier.core.data.prepare.ModelText;
import luthier.core.engine.AnsweringModel;
import luthier.core.engine.Extensions;
import luthier.core.engine.PreparedRun;
import luthier.core.run.LuthierException;
import luthier.core.run.RunSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Beginnings of a few rows of a run's data, held-out ones where there are, to compare two models on.
final class CheckRows {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRows.class);
    private static final int ROWS = 4;
    private static final int LONGEST = 256;
    private static final String SUBSTITUTE = "The quick brown fox jumps over the lazy dog, and 7 plus 5 is 12.";

    private CheckRows() {}

    static List<int[]> of(RunSpec spec, AnsweringModel model, Extensions extensions) throws LuthierException {
        try {
            PreparedRun run = PreparedRun.of(spec, extensions);
            Batches held = run.data().evaluation();
            return rows(held == null ? run.data().training() : held, model);
        } catch (LuthierException e) {
            LOG.info("the run's data cannot be read any more, a sentence stands for it: {}", e.failure());
            try (ModelText text = ModelText.open(model.prepared().folder())) {
                return List.of(text.tokenizer().encode(SUBSTITUTE).ids());
            }
        }
    }

    private static List<int[]> rows(Batches batches, AnsweringModel model) {
        List<int[]> rows = new ArrayList<>();
        int longest = Math.min(LONGEST, model.prepared().blueprint().maxPositions() - 1);
        try (Stream<Batch> all = batches.evaluation()) {
            for (Batch batch : all.limit(ROWS).toList()) {
                rows.add(Arrays.copyOf(batch.ids(), Math.min(batch.length(), longest)));
            }
        }
        return rows;
    }
}
