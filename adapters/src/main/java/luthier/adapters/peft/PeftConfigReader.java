package luthier.adapters.peft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import luthier.core.model.Unreadable;
import luthier.core.run.InvalidField;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads `adapter_config.json`. A missing key has PEFT's default; what would change the result and Luthier
/// does not do is refused by name.
final class PeftConfigReader {
    private static final Pattern PYTHON_GROUP = Pattern.compile("\\(\\?P<");

    private final Path file;
    private final ObjectNode json;

    private PeftConfigReader(Path file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    /// @param layers keeps only modules of some layers
    /// @param wholeModules names of modules the adapter brings whole
    /// @param anyTarget whether the file leaves the targets to PEFT's table of model types
    record Read(
            PeftConfig config,
            LayerFilter layers,
            List<String> wholeModules,
            boolean anyTarget,
            List<String> notices) {}

    static Read read(Path file) throws LuthierException {
        try {
            if (JsonMapper.shared().readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return new PeftConfigReader(file, object).read();
            }
            throw Unreadable.damaged(file, "The configuration is not a JSON object.");
        } catch (JacksonException e) {
            throw Unreadable.damaged(file, "The configuration is not valid JSON.");
        } catch (IOException e) {
            throw Unreadable.io(file, e);
        } catch (InvalidField e) {
            throw Unreadable.damaged(file, "The key `" + e.field() + "` " + e.rule() + ".");
        }
    }

    private Read read() throws LuthierException {
        UnsupportedKeys.refuse(file, json);
        List<String> targets = names("target_modules");
        List<String> excluded = names("exclude_modules");
        ModuleNames.check(targets, "target_modules");
        ModuleNames.check(excluded, "exclude_modules");
        PeftConfig config = new PeftConfig(
                textOrNull("base_model_name_or_path"),
                (int) atLeastOne("r", number("r", 8)),
                positive("lora_alpha", number("lora_alpha", 8)),
                number("lora_dropout", 0),
                targets,
                excluded,
                pattern("rank_pattern", rank -> (int) atLeastOne("rank_pattern", rank)),
                pattern("alpha_pattern", alpha -> positive("alpha_pattern", alpha)),
                flag("use_rslora"));
        LayerFilter layers = LayerFilter.of(whole("layers_to_transform"), names("layers_pattern"));
        List<String> notices = new ArrayList<>();
        if (!json.path("loftq_config").isEmpty()) {
            notices.add("The adapter was made for a base quantised with LoftQ and fits another base less well.");
        }
        return new Read(config, layers, names("modules_to_save"), targets.isEmpty(), notices);
    }

    private List<String> names(String key) {
        JsonNode value = json.path(key);
        List<String> names = new ArrayList<>();
        if (value.isString()) {
            names.add(PYTHON_GROUP.matcher(value.stringValue()).replaceAll("(?<"));
        } else if (value.isArray()) {
            for (JsonNode each : value) {
                require(each.isString(), key, "must be a list of texts");
                names.add(each.stringValue());
            }
        } else {
            require(missing(value), key, "must be a list of texts, a text or null");
        }
        return names;
    }

    private List<Integer> whole(String key) {
        JsonNode value = json.path(key);
        List<Integer> numbers = new ArrayList<>();
        if (value.isInt()) {
            numbers.add(value.intValue());
        } else if (value.isArray()) {
            for (JsonNode each : value) {
                require(each.isInt(), key, "must be a list of whole numbers");
                numbers.add(each.intValue());
            }
        } else {
            require(missing(value), key, "must be a whole number, a list of them or null");
        }
        return numbers;
    }

    private double number(String key, double otherwise) {
        JsonNode value = json.path(key);
        if (missing(value)) {
            return otherwise;
        }
        require(value.isNumber(), key, "must be a number");
        return value.doubleValue();
    }

    private <V> Map<String, V> pattern(String key, Function<Double, V> convert) {
        Map<String, V> patterns = new LinkedHashMap<>();
        JsonNode value = json.path(key);
        require(missing(value) || value.isObject(), key, "must be an object of patterns and numbers");
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            require(entry.getValue().isNumber(), key, "must give numbers");
            ModuleNames.compile(entry.getKey(), key);
            patterns.put(entry.getKey(), convert.apply(entry.getValue().doubleValue()));
        }
        return patterns;
    }

    private boolean flag(String key) {
        JsonNode value = json.path(key);
        require(missing(value) || value.isBoolean(), key, "must be true or false");
        return value.asBoolean(false);
    }

    private @Nullable String textOrNull(String key) {
        JsonNode value = json.path(key);
        return value.isString() ? value.stringValue() : null;
    }

    private static double atLeastOne(String key, double value) {
        require(value >= 1 && value == Math.rint(value) && value < 1e6, key, "must be a whole number above 0");
        return value;
    }

    private static double positive(String key, double value) {
        require(value > 0 && Double.isFinite(value), key, "must be above 0");
        return value;
    }

    private static boolean missing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new InvalidField(key, rule);
        }
    }
}
