/// The engine, the models, the data path and the run layer of Luthier; no window, no method of its own but the
/// basic ones.
@org.jspecify.annotations.NullMarked
module luthier.core {
    requires static transitive org.jspecify;
    requires java.net.http;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires ai.djl.tokenizers;

    exports luthier.core.run;
    exports luthier.core.catalog;
    exports luthier.core.catalog.registered to
            luthier.app;
    exports luthier.core.client;
    exports luthier.core.cuda to
            luthier.app;
    exports luthier.core.data to
            luthier.datasets;
    exports luthier.core.data.bpe to
            luthier.datasets;
    exports luthier.core.disk to
            luthier.app,
            luthier.datasets;
    exports luthier.core.model to
            luthier.adapters;
    exports luthier.core.model.safetensors to
            luthier.adapters;
    exports luthier.core.tuning to
            luthier.adapters;

    provides luthier.core.model.family.ModelFamily with
            luthier.core.model.llama.LlamaFamily;
    provides luthier.core.optimizer.Optimizer with
            luthier.core.optimizer.adamw.AdamW,
            luthier.core.optimizer.sgd.Sgd;

    uses luthier.core.data.DatasetFormat;
    uses luthier.core.model.family.ModelFamily;
    uses luthier.core.optimizer.Optimizer;
    uses luthier.core.tuning.Tuning;
}
