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

    provides luthier.core.tuning.Tuning with
            luthier.adapters.lora.LoraTuning,
            luthier.adapters.full.FullTuning;
}
