package luthier.adapters.peft;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luthier.core.model.Unreadable;
import luthier.core.run.LuthierException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an `adapter_config.json` may ask for that Luthier does not do. PEFT drops keys it does not know; here
/// a key that is set and not understood is refused, since the adapter would give other results without it.
final class UnsupportedKeys {
    private static final String ADVICE = "Choose another adapter, or merge it with the tool that made it.";

    /// Keys that are read, and keys that say nothing about the result.
    private static final Set<String> UNDERSTOOD = Set.of(
            "alpha_pattern",
            "auto_mapping",
            "base_model_name_or_path",
            "bias",
            "corda_config",
            "ensure_weight_tying",
            "eva_config",
            "exclude_modules",
            "fan_in_fan_out",
            "inference_mode",
            "init_lora_weights",
            "layers_pattern",
            "layers_to_transform",
            "loftq_config",
            "lora_alpha",
            "lora_dropout",
            "lora_ga_config",
            "megatron_core",
            "modules_to_save",
            "peft_type",
            "peft_version",
            "qalora_group_size",
            "r",
            "rank_pattern",
            "revision",
            "runtime_config",
            "target_modules",
            "task_type",
            "use_rslora",
            "velora_config");

    private static final Set<String> TASKS =
            Set.of("CAUSAL_LM", "SEQ_CLS", "SEQ_2_SEQ_LM", "TOKEN_CLS", "QUESTION_ANS", "FEATURE_EXTRACTION");
    /// First values that leave the base as it is.
    private static final Set<String> PLAIN_STARTS = Set.of("gaussian", "orthogonal", "eva", "loftq", "mica");
    private static final List<String> CHANGING_STARTS = List.of("pissa", "olora", "corda", "lora_ga");

    private UnsupportedKeys() {}

    static void refuse(Path file, ObjectNode json) throws LuthierException {
        requireLora(file, json);
        requireTask(file, json.path("task_type"));
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!UNDERSTOOD.contains(entry.getKey()) && isSet(entry.getValue())) {
                throw Unreadable.model(
                        file, "The adapter uses `" + entry.getKey() + "`, which is not supported.", ADVICE);
            }
        }
        String bias = json.path("bias").asString("none");
        if (!bias.equals("none")) {
            throw Unreadable.model(
                    file, "The adapter trains biases (`bias` is " + bias + "), which is not supported.", ADVICE);
        }
        requirePlainStart(file, json.path("init_lora_weights"));
    }

    private static void requireLora(Path file, ObjectNode json) throws LuthierException {
        JsonNode type = json.path("peft_type");
        if (!type.isString()) {
            boolean adapterHub = json.path("config").isObject() && json.has("version");
            throw Unreadable.model(
                    file,
                    adapterHub
                            ? "This is a bottleneck adapter of the adapters library, not one of PEFT."
                            : "The configuration has no `peft_type`.",
                    "Choose a PEFT adapter of the type LORA.");
        }
        if (!type.stringValue().equals("LORA")) {
            throw Unreadable.model(
                    file, "The adapter is of the type " + type.stringValue() + ", only LORA is supported.", ADVICE);
        }
    }

    private static void requireTask(Path file, JsonNode task) throws LuthierException {
        if (isSet(task) && !TASKS.contains(task.asString(""))) {
            throw Unreadable.damaged(file, "The task type " + task + " does not exist in PEFT.");
        }
    }

    private static void requirePlainStart(Path file, JsonNode start) throws LuthierException {
        String name = start.isString() ? start.stringValue() : "";
        if (CHANGING_STARTS.stream().anyMatch(name::startsWith)) {
            throw Unreadable.model(
                    file,
                    "The adapter began with `init_lora_weights` " + name + ", which changes the base as well.",
                    "Convert it to plain LoRA with PEFT first.");
        }
        if (!name.isEmpty() && !PLAIN_STARTS.contains(name)) {
            throw Unreadable.model(file, "The `init_lora_weights` " + name + " is not known.", ADVICE);
        }
    }

    private static boolean isSet(JsonNode value) {
        boolean empty = value.isContainer() && value.isEmpty()
                || value.isString() && value.stringValue().isEmpty();
        boolean off = value.isBoolean() && !value.booleanValue();
        return !(value.isMissingNode() || value.isNull() || empty || off);
    }
}
