package luthier.adapters.peft;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.SafetensorsFile;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.run.LuthierException;

/// Reads an adapter folder of PEFT and holds it against the model it is to be used with. Stricter than PEFT,
/// which drops what it does not expect without a word.
public final class PeftAdapterReader {
    private static final int NAMES_SHOWN = 5;
    private static final String OTHER_BASE =
            "Choose the model that the adapter was made for; a resized vocabulary also changes the shapes.";

    private final Path weights;
    private final Blueprint model;
    private final PeftConfigReader.Read read;
    private final List<String> notices;

    private PeftAdapterReader(Path weights, Blueprint model, PeftConfigReader.Read read) {
        this.weights = weights;
        this.model = model;
        this.read = read;
        notices = new ArrayList<>(read.notices());
    }

    /// @throws LuthierException with an `UnreadableModel`: a missing or broken file, a feature that is not
    ///     supported, or tensors that do not fit the model
    public static PeftAdapter read(Path folder, Blueprint model) throws LuthierException {
        Path config = folder.resolve(PeftAdapterWriter.CONFIG_FILE);
        Path weights = folder.resolve(PeftAdapterWriter.WEIGHTS_FILE);
        if (!Files.isRegularFile(config)) {
            throw missing(folder, PeftAdapterWriter.CONFIG_FILE);
        }
        PeftConfigReader.Read read = PeftConfigReader.read(config);
        if (Files.isRegularFile(weights)) {
            return new PeftAdapterReader(weights, model, read).read();
        }
        if (Files.isRegularFile(folder.resolve("adapter_model.bin"))) {
            throw Unreadable.model(
                    folder.resolve("adapter_model.bin"),
                    "The weights are in a pickle file, which can run code.",
                    "Save the adapter again as safetensors.");
        }
        throw missing(folder, PeftAdapterWriter.WEIGHTS_FILE);
    }

    private PeftAdapter read() throws LuthierException {
        SequencedMap<String, LowRank> modules = new TreeMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(weights)) {
            for (AdapterTensors.Pair pair :
                    AdapterTensors.pair(weights, file.tensors().sequencedKeySet())) {
                modules.put(pair.module(), module(pair.module(), file.tensor(pair.down()), file.tensor(pair.up())));
            }
        }
        if (modules.isEmpty()) {
            throw Unreadable.damaged(weights, "The file holds no tensor.");
        }
        noteMissing(modules);
        refuseWholeModules();
        boolean byList = read.anyTarget() || !read.layers().isOff();
        PeftConfig config = byList ? read.config().withTargets(List.copyOf(modules.sequencedKeySet())) : read.config();
        return new PeftAdapter(config, modules, notices);
    }

    private LowRank module(String module, TensorEntry down, TensorEntry up) throws LuthierException {
        int rank = AdapterTensors.rank(weights, module, down, up);
        Site site = site(module, down, up);
        if (down.shape()[1] != site.input() || up.shape()[0] != site.output()) {
            throw Unreadable.model(
                    weights,
                    module + " adapts " + up.shape()[0] + " × " + down.shape()[1] + " numbers, the model has "
                            + site.output() + " × " + site.input() + " there.",
                    OTHER_BASE);
        }
        int expected = read.config().rankOf(module);
        if (rank != expected) {
            throw Unreadable.damaged(
                    weights, module + " has the rank " + rank + ", adapter_config.json says " + expected + ".");
        }
        return new LowRank(
                rank,
                Math.toIntExact(site.input()),
                Math.toIntExact(site.output()),
                (float) read.config().scaleOf(module, rank),
                down.floats(),
                up.floats());
    }

    private Site site(String module, TensorEntry down, TensorEntry up) throws LuthierException {
        for (Site site : model.sites()) {
            if (site.module().equals(module)) {
                return site;
            }
        }
        throw Unreadable.model(
                weights,
                "The adapter changes " + module + " (" + up.shape()[0] + " × " + down.shape()[1]
                        + "), which this model does not have.",
                OTHER_BASE);
    }

    /// PEFT leaves such modules at their first values, which add nothing.
    private void noteMissing(SequencedMap<String, LowRank> modules) {
        PeftConfig config = read.config();
        List<String> missing = model.sites().stream()
                .filter(site -> ModuleNames.select(
                        config.targetModules(), config.excludeModules(), site.module(), site.outputHead()))
                .map(Site::module)
                .filter(module -> read.layers().keeps(module) && !modules.containsKey(module))
                .toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.subList(0, Math.min(NAMES_SHOWN, missing.size())));
            String rest = missing.size() > NAMES_SHOWN ? " and " + (missing.size() - NAMES_SHOWN) + " more" : "";
            notices.add("The adapter has no values for " + names + rest + ", which its settings name.");
        }
    }

    /// PEFT lists heads of other tasks as well; only a name that this model has is meant.
    private void refuseWholeModules() throws LuthierException {
        for (String name : read.wholeModules()) {
            boolean exists = model.sites().stream().anyMatch(site -> ModuleNames.match(List.of(name), site.module()))
                    || model.distinctSlots().stream()
                            .flatMap(slot -> slot.parts().stream())
                            .anyMatch(part -> ("." + part.tensor()).contains("." + name + "."));
            if (exists) {
                throw Unreadable.model(
                        weights.resolveSibling(PeftAdapterWriter.CONFIG_FILE),
                        "The adapter replaces " + name + " as a whole (`modules_to_save`), which is not supported.",
                        "Choose another adapter, or merge it with the tool that made it.");
            }
        }
    }

    private static LuthierException missing(Path folder, String file) {
        return Unreadable.model(folder, "The folder holds no " + file + ".", "Choose the complete adapter folder.");
    }
}
