package luthier.core.engine;

import java.util.List;
import luthier.core.catalog.Registry;
import luthier.core.data.Example;
import luthier.core.model.family.ModelFamily;
import luthier.core.model.llama.LlamaFamily;
import luthier.core.optimizer.adamw.AdamW;
import luthier.core.optimizer.sgd.Sgd;

/// What this module can be tried with alone: its own families and optimisers, a small adapter and a plain data format.
public final class TestExtensions {
    private TestExtensions() {}

    public static Extensions llama() {
        return new Extensions(
                Registry.of(
                        "tunings",
                        List.of(new DownTuning()),
                        tuning -> tuning.info().id()),
                Registry.of(
                        "optimisers",
                        List.of(new AdamW(), new Sgd()),
                        optimizer -> optimizer.info().id()),
                Registry.of("families", List.of(new LlamaFamily()), ModelFamily::id),
                Registry.of(
                        "formats",
                        List.of(new LinesFormat(Example.Text::new)),
                        format -> format.info().id()));
    }
}
