package luthier.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import luthier.core.data.batch.Batch;
import luthier.core.engine.kernel.Held;
import luthier.core.engine.kernel.Kernels;
import luthier.core.engine.kernel.Scope;
import luthier.core.engine.kernel.Tensor;
import luthier.core.model.Blueprint;
import luthier.core.model.DType;
import luthier.core.model.folder.ModelConfig;
import luthier.core.model.llama.LlamaFamily;
import luthier.core.run.LuthierException;
import luthier.core.run.MemoryCause;

/// One block and the head of a model as wide as SmolLM2-135M, with random weights and LoRA of rank 16 on all linear
/// layers; its kernels are called as training calls them. For benchmarks.
public final class OneBlock implements Held {
    private static final int RANK = 16;
    private static final double SCALE = 2;
    private static final String CONFIG = """
            {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 576, "intermediate_size": 1536,
            "num_attention_heads": 9, "num_key_value_heads": 3, "num_hidden_layers": 1, "vocab_size": 49152,
            "max_position_embeddings": 8192, "rms_norm_eps": 1e-5, "rope_theta": 100000.0, "hidden_act": "silu",
            "attention_bias": false, "mlp_bias": false, "tie_word_embeddings": true}
            """;

    private final Scope scope = new Scope();
    private final Kernels kernels;
    private final BatchInputs in;
    private final MicroBatch pass;
    private final Tensor input;
    private final Tensor gradient;
    private final List<Tensor> made;

    private OneBlock(Kernels kernels, LoadedModel model, int rows, int length) {
        this.kernels = kernels;
        RotaryTables rotary = scope.own(new RotaryTables(kernels, model.blueprint(), model.compute(), length));
        int vocabulary = model.blueprint().vocabulary();
        in = scope.own(new BatchInputs(model, rotary, batch(rows, length, vocabulary), BatchInputs.Dropout.OFF));
        pass = new MicroBatch(model, 1);
        input = random(model, (long) rows * length);
        gradient = random(model, (long) rows * length);
        made = pass.forward(in, 0, input);
        made.forEach(scope::own);
    }

    /// @param dtype of weights and activations
    public static OneBlock load(DType dtype, int rows, int length) {
        Kernels kernels = Kernels.load(-1, 0);
        try {
            Path config = Files.createTempFile("one-block", ".json");
            Blueprint blueprint;
            try {
                Files.writeString(config, CONFIG);
                blueprint = new LlamaFamily().describe(ModelConfig.read(config));
            } finally {
                Files.delete(config);
            }
            var plan = LoraByHand.plan(blueprint, site -> site.outputHead() ? 0 : RANK, module -> SCALE, 0);
            TrainedParameters trained =
                    new TrainedParameters(kernels, plan, DType.F32, MemoryCause.ADAPTERS, List.of(), true);
            LoadedModel model = ModelLoader.load(kernels, blueprint, dtype, plan, trained, new NewWeights(0.02, 1), 1);
            OneBlock block = new OneBlock(kernels, model, rows, length);
            block.scope.own(model);
            return block;
        } catch (IOException | LuthierException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The block's forward; what it made is given back at once.
    public void forward() {
        pass.forward(in, 0, input).forEach(Tensor::close);
    }

    /// The block's backward on what one forward saved.
    public void backward() {
        pass.backward(in, 0, input, gradient, made.subList(1, made.size())).close();
    }

    /// The head's loss and the gradient of its input.
    public void loss() {
        pass.loss(in, input, 1, 1).forEach(Tensor::close);
    }

    private Tensor random(LoadedModel model, long rows) {
        long width = model.blueprint().attention().heads()
                * (long) model.blueprint().attention().headSize();
        Tensor values = scope.own(kernels.zeros(model.compute(), MemoryCause.ACTIVATIONS, rows, width));
        kernels.call("random_normal").with(values).with(1.0).with(7L).run();
        return values;
    }

    private static Batch batch(int rows, int length, int vocabulary) {
        int[] ids = new Random(3).ints((long) rows * length, 0, vocabulary).toArray();
        return new Batch(rows, length, ids, ids.clone(), ids.length, ids.length);
    }

    @Override
    public void close() {
        scope.close();
        kernels.close();
    }
}
