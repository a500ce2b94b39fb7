package luthier.adapters.lora;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import luthier.adapters.peft.LowRank;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.run.LuthierException;
import luthier.core.tuning.TrainedValues;

/// A run's own pairs, to be merged without writing an adapter first.
public final class TrainedPairs {
    private TrainedPairs() {}

    /// By module path.
    public static Map<String, LowRank> of(LoraSettings settings, Blueprint model, TrainedValues values)
            throws LuthierException {
        Map<String, LowRank> pairs = new LinkedHashMap<>();
        for (LoraTarget target : TargetResolution.resolve(settings, model)) {
            Site site = target.site();
            pairs.put(
                    site.module(),
                    new LowRank(
                            target.rank(),
                            Math.toIntExact(site.input()),
                            Math.toIntExact(site.output()),
                            (float) target.scale(),
                            floats(values.fp32(target.downName())),
                            floats(values.fp32(target.upName()))));
        }
        return pairs;
    }

    private static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
