package luthier.adapters.lora;

import luthier.core.model.Site;

/// A linear module that LoRA changes, with what the patterns give it.
public record LoraTarget(Site site, int rank, double alpha, double scale) {
    /// Trained numbers of its two matrices.
    public long parameters() {
        return rank * (site.input() + site.output());
    }

    public String downName() {
        return site.module() + ".lora_A.weight";
    }

    public String upName() {
        return site.module() + ".lora_B.weight";
    }
}
