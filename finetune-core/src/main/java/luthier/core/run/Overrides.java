package luthier.core.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Changes to a run's specification given as `key=value`, with dotted keys: `training.learningRate=1e-4`,
/// `tuning.rank=8`, `precision=fp32`. `tuning=ID` and `optimizer=ID` take another method with its defaults.
public final class Overrides {
    private static final String WHERE = "command line";

    private Overrides() {}

    public static RunSpec apply(RunSpec spec, List<String> changes) throws LuthierException {
        Map<String, Object> form = RunSpecCodec.toMap(spec);
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals <= 0) {
                throw invalid(change, "must be KEY=VALUE, such as training.learningRate=1e-4");
            }
            set(
                    form,
                    change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
        return RunSpecCodec.fromMap(WHERE, form);
    }

    private static void set(Map<String, Object> form, String key, String value) throws LuthierException {
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        Map<String, @Nullable Object> group = group(form, first);
        if (group != null) {
            form.put(first, group);
        }
        if (group == null && form.containsKey(first) && dot < 0) {
            form.put(first, value);
        } else if (group != null && isMethod(first)) {
            setMethod(group, dot < 0 ? "id" : key.substring(dot + 1), value);
        } else if (group != null && dot > 0) {
            setInGroup(group, key, key.substring(dot + 1), value);
        } else {
            throw unknown(key, form.keySet());
        }
    }

    private static boolean isMethod(String first) {
        return first.equals("tuning") || first.equals("optimizer");
    }

    // Which settings a method has is known to its extension alone; it checks them when the run is planned.
    private static void setMethod(Map<String, @Nullable Object> method, String setting, String value) {
        if (setting.equals("id")) {
            if (!value.equals(method.get("id"))) {
                method.clear();
            }
            method.put("id", value);
        } else {
            method.put(setting, parsed(value));
        }
    }

    private static void setInGroup(Map<String, @Nullable Object> group, String key, String rest, String value)
            throws LuthierException {
        if (rest.startsWith("columns.")) {
            Map<String, @Nullable Object> columns = group(group, "columns");
            if (columns != null) {
                group.put("columns", columns);
                columns.put(rest.substring("columns.".length()), value);
                return;
            }
        }
        if (!group.containsKey(rest)) {
            String prefix = key.substring(0, key.indexOf('.') + 1);
            throw unknown(
                    key, group.keySet().stream().map(name -> prefix + name).toList());
        }
        Object old = group.get(rest);
        group.put(rest, old == null || old instanceof String ? value : parsed(value));
    }

    private static @Nullable Map<String, @Nullable Object> group(
            Map<String, ? extends @Nullable Object> form, String key) {
        if (!(form.get(key) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        map.forEach((name, value) -> group.put(String.valueOf(name), value));
        return group;
    }

    private static Object parsed(String value) {
        try {
            Object json = JsonMappers.MAPPER.readValue(value, Object.class);
            return json == null ? value : json;
        } catch (JacksonException e) {
            return value;
        }
    }

    private static LuthierException unknown(String key, Collection<String> known) {
        String meant = ClosestKey.of(key, known);
        return invalid(
                key,
                "is not a known setting; "
                        + (meant == null ? "" : "did you mean `" + meant + "`? ")
                        + "known: "
                        + String.join(", ", known));
    }

    private static LuthierException invalid(String key, String problem) {
        return new LuthierException(new Failure.InvalidSpec(WHERE, key, problem));
    }
}
