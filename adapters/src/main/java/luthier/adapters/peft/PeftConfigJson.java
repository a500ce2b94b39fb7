package luthier.adapters.peft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every key that PEFT 0.21.2 writes for LoRA, with its default where Luthier has no such setting, so that a
/// reader of any
/// version finds what it looks for.
final class PeftConfigJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NULL_KEYS = List.of(
            "alora_invocation_tokens",
            "arrow_config",
            "auto_mapping",
            "corda_config",
            "eva_config",
            "kasa_config",
            "layer_replication",
            "layers_pattern",
            "layers_to_transform",
            "lora_ga_config",
            "megatron_config",
            "modules_to_save",
            "monteclora_config",
            "revision",
            "target_parameters",
            "trainable_token_indices",
            "use_bdlora",
            "velora_config");
    private static final List<String> FALSE_KEYS =
            List.of("ensure_weight_tying", "fan_in_fan_out", "lora_bias", "use_dora", "use_qalora");

    private PeftConfigJson() {}

    /// Keys sorted, as PEFT has them.
    static ObjectNode of(PeftConfig config) {
        Map<String, JsonNode> keys = new TreeMap<>();
        NULL_KEYS.forEach(key -> keys.put(key, NODES.nullNode()));
        FALSE_KEYS.forEach(key -> keys.put(key, NODES.booleanNode(false)));
        keys.put("bias", NODES.stringNode("none"));
        keys.put("inference_mode", NODES.booleanNode(true));
        keys.put("init_lora_weights", NODES.booleanNode(true));
        keys.put("loftq_config", NODES.objectNode());
        keys.put("megatron_core", NODES.stringNode("megatron.core"));
        keys.put("peft_type", NODES.stringNode("LORA"));
        keys.put("peft_version", NODES.stringNode("0.21.2"));
        keys.put("qalora_group_size", NODES.numberNode(16));
        keys.put("task_type", NODES.stringNode("CAUSAL_LM"));
        String base = config.base();
        keys.put("base_model_name_or_path", base == null ? NODES.nullNode() : NODES.stringNode(base));
        keys.put("r", NODES.numberNode(config.rank()));
        keys.put("lora_alpha", number(config.alpha()));
        keys.put("lora_dropout", NODES.numberNode(config.dropout()));
        keys.put("use_rslora", NODES.booleanNode(config.useRslora()));
        keys.put("target_modules", names(config.targetModules()));
        keys.put(
                "exclude_modules",
                config.excludeModules().isEmpty() ? NODES.nullNode() : names(config.excludeModules()));
        ObjectNode ranks = NODES.objectNode();
        new TreeMap<>(config.rankPattern()).forEach(ranks::put);
        keys.put("rank_pattern", ranks);
        ObjectNode alphas = NODES.objectNode();
        new TreeMap<>(config.alphaPattern()).forEach((pattern, alpha) -> alphas.set(pattern, number(alpha)));
        keys.put("alpha_pattern", alphas);
        ObjectNode sorted = JsonMapper.shared().createObjectNode();
        keys.forEach(sorted::set);
        return sorted;
    }

    /// A regular expression is a text, names are a list.
    private static JsonNode names(List<String> names) {
        if (ModuleNames.isPattern(names)) {
            return NODES.stringNode(names.getFirst());
        }
        ArrayNode list = NODES.arrayNode();
        names.stream().sorted().distinct().forEach(list::add);
        return list;
    }

    /// Whole numbers without a decimal point, as PEFT's own default is.
    private static JsonNode number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
            return NODES.numberNode((int) value);
        }
        return NODES.numberNode(value);
    }
}
