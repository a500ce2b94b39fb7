package luthier.adapters;

import java.util.ArrayList;
import java.util.List;
import luthier.core.model.AttentionShape;
import luthier.core.model.Blueprint;
import luthier.core.model.Site;
import luthier.core.model.Slot;
import luthier.core.model.Slot.Part;
import luthier.core.model.Slot.Role;
import luthier.core.model.StageSpec;

/// The fixtures' Llama as a blueprint: width 64, mlp 96, 4 heads over 2 of 16, 320 tokens.
public final class TinyLlama {
    private static final long WIDTH = 64;
    private static final long INNER = 96;
    private static final long KEYS = 32;
    private static final int VOCABULARY = 320;

    private TinyLlama() {}

    public static Blueprint tied() {
        return of(2, true);
    }

    public static Blueprint of(int layers, boolean tied) {
        List<StageSpec> stages = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        stages.add(new StageSpec(
                "embedding",
                "embed",
                List.of(slot("embed.w", Role.EMBEDDING, WIDTH, part("model.embed_tokens", VOCABULARY)))));
        for (int layer = 0; layer < layers; layer++) {
            stages.add(block(layer, sites));
        }
        String head = tied ? "model.embed_tokens" : "lm_head";
        stages.add(new StageSpec(
                "head",
                "head",
                List.of(
                        slot("norm", Role.NORM, 0, part("model.norm", WIDTH)),
                        slot("head.w", Role.LINEAR, WIDTH, part(head, VOCABULARY)))));
        sites.add(new Site("lm_head", layers + 1, "head", 0, 0, VOCABULARY, WIDTH, true));
        return new Blueprint(
                "llama",
                VOCABULARY,
                (int) WIDTH,
                (int) INNER,
                new AttentionShape(4, 2, 16),
                1e-5,
                List.of(1f, 0.1f, 0.01f, 0.001f, 1e-4f, 1e-5f, 1e-6f, 1e-7f),
                64,
                tied,
                stages,
                sites);
    }

    private static StageSpec block(int layer, List<Site> sites) {
        String at = "model.layers." + layer + ".";
        int stage = layer + 1;
        List<Slot> slots = List.of(
                slot("norm1", Role.NORM, 0, part(at + "input_layernorm", WIDTH)),
                slot(
                        "qkv.w",
                        Role.LINEAR,
                        WIDTH,
                        part(at + "self_attn.q_proj", WIDTH),
                        part(at + "self_attn.k_proj", KEYS),
                        part(at + "self_attn.v_proj", KEYS)),
                slot("out.w", Role.LINEAR, WIDTH, part(at + "self_attn.o_proj", WIDTH)),
                slot("norm2", Role.NORM, 0, part(at + "post_attention_layernorm", WIDTH)),
                slot("gate.w", Role.LINEAR, WIDTH, part(at + "mlp.gate_proj", INNER)),
                slot("up.w", Role.LINEAR, WIDTH, part(at + "mlp.up_proj", INNER)),
                slot("down.w", Role.LINEAR, INNER, part(at + "mlp.down_proj", WIDTH)));
        sites.add(new Site(at + "self_attn.q_proj", stage, "qkv", 0, 0, WIDTH, WIDTH, false));
        sites.add(new Site(at + "self_attn.k_proj", stage, "qkv", 1, WIDTH, KEYS, WIDTH, false));
        sites.add(new Site(at + "self_attn.v_proj", stage, "qkv", 2, WIDTH + KEYS, KEYS, WIDTH, false));
        sites.add(new Site(at + "self_attn.o_proj", stage, "out", 0, 0, WIDTH, WIDTH, false));
        sites.add(new Site(at + "mlp.gate_proj", stage, "gate", 0, 0, INNER, WIDTH, false));
        sites.add(new Site(at + "mlp.up_proj", stage, "up", 0, 0, INNER, WIDTH, false));
        sites.add(new Site(at + "mlp.down_proj", stage, "down", 0, 0, WIDTH, INNER, false));
        return new StageSpec("block " + layer, "llama", slots);
    }

    private static Slot slot(String key, Role role, long columns, Part... parts) {
        long rows = List.of(parts).stream().mapToLong(Part::rows).sum();
        return new Slot(key, role, rows, columns, List.of(parts));
    }

    private static Part part(String module, long rows) {
        return new Part(module + ".weight", rows);
    }
}
