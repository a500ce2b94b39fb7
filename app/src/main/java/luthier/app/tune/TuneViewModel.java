package luthier.app.tune;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.i18n.FailureText;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.plan.Plan;
import luthier.app.project.ProjectFile;
import luthier.app.project.ProjectSession;
import luthier.core.catalog.Field;
import luthier.core.catalog.OptimizerInfo;
import luthier.core.catalog.TuningInfo;
import luthier.core.catalog.registered.Catalog;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import luthier.core.run.Project;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// The draft of a run on its three axes, its plan, and its start.
public final class TuneViewModel {
    private final ProjectSession session;
    private final Catalog catalog;
    private final PlanWatch plans;
    private final RunStart runs;
    private final Draft draft = new Draft();
    private final DraftFields fields;
    private final ObservableList<Blocker> blockers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private @Nullable ProjectFile shown;

    public TuneViewModel(ProjectSession session, Catalog catalog, PlanWatch plans, RunStart runs) {
        this.session = session;
        this.catalog = catalog;
        this.plans = plans;
        this.runs = runs;
        this.fields = new DraftFields(draft, catalog, this::accept);
        session.current().subscribe(this::opened);
        draft.spec().subscribe(this::drafted);
        plans.plan().subscribe(this::check);
        plans.failure().subscribe(this::complain);
        runs.starting().subscribe(this::check);
        session.problem().subscribe(this::check);
        runs.problem().subscribe(this::check);
    }

    public ReadOnlyObjectProperty<@Nullable RunSpec> spec() {
        return draft.spec();
    }

    public ReadOnlyObjectProperty<@Nullable ProjectFile> project() {
        return session.current();
    }

    public List<TuningInfo> tunings() {
        return catalog.tunings();
    }

    public List<OptimizerInfo> optimizers() {
        return catalog.optimizers();
    }

    /// Those whose methods exist.
    public List<Preset> presets() {
        List<String> known = catalog.tunings().stream().map(TuningInfo::id).toList();
        List<String> movers =
                catalog.optimizers().stream().map(OptimizerInfo::id).toList();
        return Preset.ALL.stream()
                .filter(preset -> known.contains(preset.tuning()) && movers.contains(preset.optimizer()))
                .toList();
    }

    /// The model of a setting's field.
    ///
    /// @param key dotted, as in `--set`
    /// @param described by its method; null for settings that all runs have
    public FieldModel field(String key, @Nullable Field described) {
        return fields.field(key, described);
    }

    public void choose(Preset preset) {
        fields.apply(preset.all(), "");
    }

    /// @param axis `tuning` or `optimizer`
    public void choose(String axis, String id) {
        fields.dropOthers(axis, List.of());
        fields.apply(List.of(axis + "=" + id), "");
    }

    /// @param key as in `--set`
    public void set(String key, String value) {
        fields.apply(List.of(key + "=" + value), "");
    }

    /// @param key of a data set of the project
    public void chooseData(String key) {
        RunSpec spec = draft.spec().get();
        Project.Dataset dataset =
                shown == null ? null : shown.project().datasets().get(key);
        if (spec != null && dataset != null) {
            accept(
                    new RunSpec(
                            spec.name(),
                            spec.model(),
                            spec.precision(),
                            spec.tuning(),
                            spec.optimizer(),
                            dataset.data(),
                            spec.training(),
                            spec.device()),
                    "data");
        }
    }

    /// Makes a new draft of another run's settings.
    public void use(RunSpec spec) {
        ProjectFile file = shown;
        draft.begin(
                file != null && taken(file.project(), spec)
                        ? Renamed.of(spec, DraftedRun.freeName(file.project(), spec.name()))
                        : spec);
    }

    public void undo() {
        if (fields.restore()) {
            check();
        } else {
            draft.undo();
        }
    }

    public void redo() {
        draft.redo();
    }

    public ReadOnlyObjectProperty<@Nullable Plan> plan() {
        return plans.plan();
    }

    public ReadOnlyBooleanProperty planning() {
        return plans.busy();
    }

    /// What stands in the way of a start, as far as known.
    public ObservableList<Blocker> blockers() {
        return blockers;
    }

    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// What does the same on the command line, once the draft is in the project file.
    public ReadOnlyStringProperty command() {
        return command.getReadOnlyProperty();
    }

    public void measure() {
        RunSpec spec = draft.spec().get();
        if (spec != null) {
            plans.request(spec, true);
        }
    }

    /// Writes the draft into the project file and starts it.
    public void start() {
        RunSpec spec = draft.spec().get();
        if (spec != null && ready.get()) {
            runs.start(spec);
        }
    }

    private void opened(@Nullable ProjectFile file) {
        ProjectFile before = shown;
        shown = file;
        if (file == null) {
            plans.forget();
            draft.begin(null);
        } else if (before == null || !before.file().equals(file.file())) {
            try {
                draft.begin(FirstDraft.of(file.project()));
            } catch (LuthierException e) {
                draft.begin(null);
                blockers.setAll(new Blocker("", FailureText.of(e.failure())));
            }
        } else {
            check();
        }
    }

    // A changed draft is another run than the one it came from: it gets a name of its own until it is given one.
    private void accept(RunSpec changed, String key) {
        ProjectFile file = shown;
        RunSpec before = draft.spec().get();
        boolean renamed = before != null && !before.name().equals(changed.name());
        if (file == null || renamed || key.equals("name") || !taken(file.project(), changed)) {
            draft.change(changed, key);
            return;
        }
        draft.change(Renamed.of(changed, DraftedRun.freeName(file.project(), changed.name())), key);
    }

    private static boolean taken(Project project, RunSpec spec) {
        try {
            return project.runs().stream().anyMatch(run -> run.name().equals(spec.name()))
                    && !project.spec(spec.name()).equals(spec);
        } catch (LuthierException _) {
            // a run of the file that cannot be used itself, but whose name it has
            return true;
        }
    }

    private void drafted(@Nullable RunSpec spec) {
        if (spec != null && shown != null) {
            command.set(CommandText.run(shown.file(), spec.name()));
            plans.request(spec, false);
        }
        check();
    }

    private void complain(@Nullable Failure failure) {
        if (failure instanceof Failure.InvalidSpec invalid) {
            fields.complain(invalid);
        }
        check();
    }

    private void check() {
        boolean starting = runs.starting().get();
        List<Blocker> found = new ArrayList<>(fields.problems());
        RunSpec spec = draft.spec().get();
        ProjectFile file = shown;
        if (spec != null && file != null && taken(file.project(), spec)) {
            found.add(new Blocker("name", Messages.of("tune.nameTaken", spec.name())));
        }
        Failure failure = plans.failure().get();
        if (failure != null && found.isEmpty()) {
            found.add(new Blocker("", FailureText.of(failure)));
        }
        Plan plan = plans.plan().get();
        if (failure == null && plan != null && !plan.fits()) {
            found.add(new Blocker(
                    "", Messages.of("tune.missing", Figures.bytes(plan.peakBytes() - plan.availableBytes()))));
        }
        for (String problem : List.of(session.problem().get(), runs.problem().get())) {
            if (!problem.isEmpty()) {
                found.add(new Blocker("", problem));
            }
        }
        if (!found.equals(blockers)) {
            blockers.setAll(found);
        }
        ready.set(spec != null && found.isEmpty() && !starting);
    }
}
