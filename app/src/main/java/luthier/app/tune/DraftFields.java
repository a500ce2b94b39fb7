package luthier.app.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import luthier.core.catalog.Field;
import luthier.core.catalog.registered.Catalog;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.Overrides;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// The fields of the draft: every edit is tried on the whole specification, and what its validators say stands at the
/// field.
final class DraftFields {
    private final Draft draft;
    private final Catalog catalog;
    private final BiConsumer<RunSpec, String> accepted;
    private final Map<String, FieldModel> fields = new LinkedHashMap<>();
    private @Nullable RunSpec shown;

    /// @param accepted makes a changed specification the draft; the key says what was changed
    DraftFields(Draft draft, Catalog catalog, BiConsumer<RunSpec, String> accepted) {
        this.draft = draft;
        this.catalog = catalog;
        this.accepted = accepted;
        draft.spec().subscribe(this::refresh);
    }

    /// The one model of a setting.
    FieldModel field(String key, @Nullable Field described) {
        FieldModel field = fields.get(key);
        if (field == null || !Objects.equals(field.field(), described)) {
            field = new FieldModel(key, described, this::edited);
            fields.put(key, field);
            RunSpec spec = draft.spec().get();
            if (spec != null) {
                field.refresh(SpecValues.shown(value(spec, field)), false);
            }
        }
        return field;
    }

    /// Those with something wrong, in the order in which they were first shown.
    List<Blocker> problems() {
        return fields.values().stream()
                .filter(field -> !field.problem().get().isEmpty())
                .map(field -> new Blocker(field.key(), field.problem().get()))
                .toList();
    }

    /// Puts a worker's complaint at its field; false when there is no such field on the page.
    boolean complain(Failure.InvalidSpec invalid) {
        FieldModel field = fields.get(invalid.field());
        if (field != null) {
            field.setProblem(invalid.problem());
        }
        return field != null;
    }

    /// Fields of methods that are no longer chosen.
    void dropOthers(String prefix, List<Field> kept) {
        fields.entrySet()
                .removeIf(entry -> entry.getKey().startsWith(prefix + ".")
                        && kept.stream()
                                .noneMatch(
                                        field -> field.equals(entry.getValue().field())));
    }

    /// Several changes as one step.
    void apply(List<String> changes, String key) {
        RunSpec spec = draft.spec().get();
        if (spec == null) {
            return;
        }
        try {
            RunSpec changed = Overrides.apply(spec, changes);
            catalog.check(changed);
            accepted.accept(changed, key);
        } catch (LuthierException e) {
            if (e.failure() instanceof Failure.InvalidSpec invalid) {
                FieldModel field = fields.getOrDefault(key, fields.get(invalid.field()));
                if (field != null) {
                    field.setProblem(invalid.problem());
                }
            }
        }
    }

    /// Forgets what was typed and cannot be understood; false when there is nothing of the kind.
    boolean restore() {
        RunSpec spec = draft.spec().get();
        boolean any = false;
        for (FieldModel field : fields.values()) {
            if (spec != null && !field.problem().get().isEmpty()) {
                field.refresh(SpecValues.shown(value(spec, field)), false);
                field.setProblem("");
                any = true;
            }
        }
        return any;
    }

    private void edited(FieldModel field) {
        field.setProblem("");
        apply(
                List.of(field.key() + "="
                        + SpecValues.taken(field.field(), field.text().get())),
                field.key());
    }

    private void refresh(@Nullable RunSpec spec) {
        if (spec == null) {
            return;
        }
        RunSpec before = shown;
        shown = spec;
        for (FieldModel field : fields.values()) {
            Object value = value(spec, field);
            boolean same = before != null && value.equals(value(before, field));
            boolean wrong = !field.problem().get().isEmpty();
            field.refresh(SpecValues.shown(value), same || meansTheSame(field, value));
            if (!wrong || !same) {
                field.setProblem("");
            }
        }
    }

    private static boolean meansTheSame(FieldModel field, Object value) {
        if (value instanceof Number number) {
            try {
                return Double.parseDouble(field.text().get().strip()) == number.doubleValue();
            } catch (NumberFormatException _) {
                return false;
            }
        }
        return SpecValues.taken(field.field(), field.text().get())
                .equals(SpecValues.taken(field.field(), SpecValues.shown(value)));
    }

    private static Object value(RunSpec spec, FieldModel field) {
        Object value = SpecValues.at(spec, field.key());
        if (value != null) {
            return value;
        }
        Field described = field.field();
        return described == null ? "" : SpecValues.defaultOf(described);
    }
}
