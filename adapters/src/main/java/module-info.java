import luthier.adapters.full.FullTuning;
import luthier.adapters.lora.LoraTuning;
import luthier.core.tuning.Tuning;

/// The tunings that come with Luthier.
@org.jspecify.annotations.NullMarked
module luthier.adapters {
    requires static transitive org.jspecify;
    requires luthier.core;
    requires tools.jackson.databind;

    // Settings records are made by reflection.
    opens luthier.adapters.full to
            luthier.core;
    opens luthier.adapters.lora to
            luthier.core;

    provides Tuning with
            LoraTuning,
            FullTuning;
}
