package luthier.core.engine.generate;

import java.util.ArrayList;
import java.util.List;
import luthier.core.engine.LoadedModel;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.AttentionShape;
import luthier.core.run.MemoryCause;

/// Keys and values of one conversation, and the tokens they belong to.
final class KeyValueCache implements Held {
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private final int[] ids;
    private int filled;

    KeyValueCache(LoadedModel model, int capacity) {
        AttentionShape attention = model.blueprint().attention();
        Kernels kernels = model.kernels();
        ids = new int[capacity];
        for (int i = 0; i < model.blueprint().blocks(); i++) {
            for (List<Tensor> list : List.of(keys, values)) {
                list.add(kernels.zeros(
                        model.compute(),
                        MemoryCause.ACTIVATIONS,
                        attention.keyValueHeads(),
                        capacity,
                        attention.headSize()));
            }
        }
    }

    int capacity() {
        return ids.length;
    }

    int filled() {
        return filled;
    }

    Tensor keys(int block) {
        return keys.get(block);
    }

    Tensor values(int block) {
        return values.get(block);
    }

    /// Keeps what a prompt shares with the tokens before, all but the prompt's last one: that one must be computed.
    void keepCommon(int[] prompt) {
        int common = 0;
        while (common < filled && common < prompt.length - 1 && ids[common] == prompt[common]) {
            common++;
        }
        filled = common;
    }

    void add(int[] more) {
        System.arraycopy(more, 0, ids, filled, more.length);
        filled += more.length;
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
    }
}
