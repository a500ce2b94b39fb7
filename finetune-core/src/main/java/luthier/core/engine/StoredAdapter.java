package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luthier.core.model.Blueprint;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;
import luthier.core.tuning.ResultReader;
import luthier.core.tuning.StoredResult;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;
import org.jspecify.annotations.Nullable;

/// An adapter folder, read by the tuning that knows its form.
///
/// @param notices what was odd but could be read, one sentence each
public record StoredAdapter(TuningPlan plan, Map<String, float[]> values, List<String> notices, Merge merge) {
    public StoredAdapter {
        values = Map.copyOf(values);
        notices = List.copyOf(notices);
    }

    /// Writes the base with this adapter in it as a model folder of its own.
    @FunctionalInterface
    public interface Merge {
        /// @param target exists and is empty
        void write(Path target) throws IOException, LuthierException;
    }

    static StoredAdapter read(Path folder, PreparedModel base, Extensions extensions) throws LuthierException {
        for (Tuning<?> tuning : extensions.tunings().all()) {
            StoredAdapter adapter = readBy(tuning, folder, base);
            if (adapter != null) {
                return adapter;
            }
        }
        throw Unreadable.model(
                folder,
                Files.isDirectory(folder)
                        ? "The folder holds neither an adapter nor a model."
                        : "The folder does not exist.",
                "Choose an adapter's folder (with an adapter_config.json), a model's, or the output of a finished run.");
    }

    private static <S extends Settings> @Nullable StoredAdapter readBy(
            Tuning<S> tuning, Path folder, PreparedModel base) throws LuthierException {
        ResultReader<S> reader = tuning.reader();
        if (reader == null || !reader.recognises(folder)) {
            return null;
        }
        Blueprint model = base.blueprint();
        StoredResult<S> stored = reader.read(folder, model);
        return new StoredAdapter(
                tuning.plan(stored.settings(), model),
                stored.values(),
                stored.notices(),
                target -> reader.merge(target, folder, base.folder().path(), model));
    }

    float[] values(String name) {
        float[] found = values.get(name);
        if (found == null) {
            throw new IllegalStateException("the adapter's reader gave no values for " + name);
        }
        return found;
    }
}
