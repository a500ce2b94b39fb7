package luthier.adapters.peft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luthier.core.model.DType;
import luthier.core.model.Unreadable;
import luthier.core.model.safetensors.TensorEntry;
import luthier.core.run.LuthierException;

/// The tensors of an adapter file by what they are called: every name belongs to a pair, or the file is refused.
final class AdapterTensors {
    /// Old versions of PEFT left the adapter's name in the key.
    private static final Pattern NAME =
            Pattern.compile("(?:base_model\\.model\\.)?(.+)\\.lora_([AB])(?:\\.default)?\\.weight");

    private AdapterTensors() {}

    /// @param down name of A
    /// @param up name of B
    record Pair(String module, String down, String up) {}

    /// The pairs by module.
    static List<Pair> pair(Path file, Collection<String> names) throws LuthierException {
        SequencedMap<String, String> downs = new TreeMap<>();
        SequencedMap<String, String> ups = new TreeMap<>();
        for (String name : names) {
            Matcher parsed = NAME.matcher(name);
            if (!parsed.matches()) {
                throw unknown(file, name);
            }
            String other = (parsed.group(2).equals("A") ? downs : ups).put(parsed.group(1), name);
            if (other != null) {
                throw Unreadable.damaged(file, "The tensors " + other + " and " + name + " are the same one.");
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, String> down : downs.entrySet()) {
            String up = ups.remove(down.getKey());
            if (up == null) {
                throw alone(file, down.getKey(), "B");
            }
            pairs.add(new Pair(down.getKey(), down.getValue(), up));
        }
        if (!ups.isEmpty()) {
            throw alone(file, ups.firstEntry().getKey(), "A");
        }
        return pairs;
    }

    /// The rank the two agree on.
    static int rank(Path file, String module, TensorEntry down, TensorEntry up) throws LuthierException {
        for (TensorEntry tensor : List.of(down, up)) {
            long[] shape = tensor.shape();
            if (shape.length == 0 || Arrays.stream(shape).anyMatch(size -> size == 0)) {
                throw Unreadable.model(
                        file,
                        tensor.name() + " is empty; its shards were not gathered when it was saved.",
                        "Save the adapter again from all its shards.");
            }
            if (shape.length != 2) {
                throw Unreadable.damaged(file, tensor.name() + " has " + shape.length + " dimensions, not 2.");
            }
            if (tensor.dtype() != DType.F32 && tensor.dtype() != DType.F16 && tensor.dtype() != DType.BF16) {
                throw Unreadable.model(
                        file,
                        tensor.name() + " has the type " + tensor.dtype() + ", not F32, F16 or BF16.",
                        "Save the adapter in one of these types.");
            }
        }
        if (down.shape()[0] != up.shape()[1]) {
            throw Unreadable.damaged(
                    file, module + " has the rank " + down.shape()[0] + " in A but " + up.shape()[1] + " in B.");
        }
        return Math.toIntExact(down.shape()[0]);
    }

    private static LuthierException unknown(Path file, String name) {
        return Unreadable.model(
                file,
                "The tensor " + name + " is no part of a plain LoRA adapter.",
                "Choose another adapter, or merge it with the tool that made it.");
    }

    private static LuthierException alone(Path file, String module, String which) {
        return Unreadable.damaged(file, module + " has no lora_" + which + ".");
    }
}
