package luthier.core.model.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import luthier.core.model.AttentionShape;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.model.Slot;
import luthier.core.model.Slot.Part;
import luthier.core.model.Slot.Role;
import luthier.core.model.StageSpec;
import luthier.core.model.family.ModelFamily;
import luthier.core.model.folder.ModelConfig;
import luthier.core.run.LuthierException;

/// Llama 1 to 3 and everything that calls itself `llama`, such as SmolLM2 and TinyLlama.
public final class LlamaFamily implements ModelFamily {
    @Override
    public String id() {
        return "llama";
    }

    @Override
    public Set<String> modelTypes() {
        return Set.of("llama");
    }

    @Override
    public Blueprint describe(ModelConfig config) throws LuthierException {
        LlamaConfig llama = LlamaConfig.read(config);
        List<StageSpec> stages = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        stages.add(new StageSpec(
                "embedding",
                "embed",
                List.of(new Slot(
                        "embed.w",
                        Role.EMBEDDING,
                        llama.vocabulary(),
                        llama.width(),
                        List.of(new Part("model.embed_tokens.weight", llama.vocabulary()))))));
        for (int layer = 0; layer < llama.layers(); layer++) {
            BlockBuilder block = new BlockBuilder(layer, llama.width());
            addBlock(block, llama);
            stages.add(new StageSpec("block " + layer, "llama", block.slots));
            sites.addAll(block.sites);
        }
        String head = llama.tied() ? "model.embed_tokens.weight" : "lm_head.weight";
        stages.add(new StageSpec(
                "head",
                "head",
                List.of(
                        new Slot(
                                "norm",
                                Role.NORM,
                                llama.width(),
                                0,
                                List.of(new Part("model.norm.weight", llama.width()))),
                        new Slot(
                                "head.w",
                                Role.LINEAR,
                                llama.vocabulary(),
                                llama.width(),
                                List.of(new Part(head, llama.vocabulary()))))));
        sites.add(new Site("lm_head", stages.size() - 1, "head", 0, 0, llama.vocabulary(), llama.width(), true));
        return new Blueprint(
                id(),
                llama.vocabulary(),
                llama.width(),
                llama.feedForward(),
                llama.attention(),
                llama.epsilon(),
                RotaryFrequencies.of(config, llama.attention().headSize()),
                llama.maxPositions(),
                llama.tied(),
                stages,
                sites);
    }

    private static void addBlock(BlockBuilder block, LlamaConfig llama) {
        AttentionShape attention = llama.attention();
        long queries = (long) attention.heads() * attention.headSize();
        long keys = (long) attention.keyValueHeads() * attention.headSize();
        long width = llama.width();
        long inner = llama.feedForward();
        block.norm("norm1", "input_layernorm");
        block.norm("norm2", "post_attention_layernorm");
        block.group("qkv", width, llama.attentionBias())
                .project("self_attn.q_proj", queries)
                .project("self_attn.k_proj", keys)
                .project("self_attn.v_proj", keys)
                .end();
        block.group("out", queries, llama.attentionBias())
                .project("self_attn.o_proj", width)
                .end();
        // two products: the element-wise work on them is quicker on whole tensors than on halves of one
        block.group("gate", width, llama.mlpBias())
                .project("mlp.gate_proj", inner)
                .end();
        block.group("up", width, llama.mlpBias()).project("mlp.up_proj", inner).end();
        block.group("down", inner, llama.mlpBias())
                .project("mlp.down_proj", width)
                .end();
    }

    /// Collects one block's slots and sites.
    private static final class BlockBuilder {
        private final List<Slot> slots = new ArrayList<>();
        private final List<Site> sites = new ArrayList<>();
        private final String prefix;
        private final int stage;
        private final long width;

        BlockBuilder(int layer, long width) {
            this.prefix = "model.layers." + layer + ".";
            this.stage = layer + 1;
            this.width = width;
        }

        void norm(String key, String name) {
            slots.add(new Slot(key, Role.NORM, width, 0, List.of(new Part(prefix + name + ".weight", width))));
        }

        Group group(String name, long input, boolean bias) {
            return new Group(name, input, bias);
        }

        /// Projections of one input, below each other.
        private final class Group {
            private final String name;
            private final long input;
            private final boolean bias;
            private final List<Part> weights = new ArrayList<>();
            private final List<Part> biases = new ArrayList<>();
            private long rows;

            Group(String name, long input, boolean bias) {
                this.name = name;
                this.input = input;
                this.bias = bias;
            }

            Group project(String module, long output) {
                sites.add(new Site(prefix + module, stage, name, weights.size(), rows, output, input, false));
                weights.add(new Part(prefix + module + ".weight", output));
                biases.add(new Part(prefix + module + ".bias", output));
                rows += output;
                return this;
            }

            void end() {
                slots.add(new Slot(name + ".w", Role.LINEAR, rows, input, weights));
                if (bias) {
                    slots.add(new Slot(name + ".bias", Role.BIAS, rows, 0, biases));
                }
            }
        }
    }
}
