package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import luthier.app.TestWindow;
import luthier.app.demo.QuickstartFiles;
import luthier.app.history.RunStarter;
import luthier.app.plan.Planner;
import luthier.app.preferences.PreferencesFile;
import luthier.app.preferences.PreferencesModel;
import luthier.app.project.ProjectSession;
import luthier.app.project.SampleProject;
import luthier.app.shell.ActiveRuns;
import luthier.app.shell.Navigation;
import luthier.app.shell.RunStatus;
import luthier.app.worker.ActiveRun;
import luthier.app.worker.ScriptedRuns;
import luthier.app.worker.ScriptedTasks;
import luthier.core.catalog.registered.Catalog;
import luthier.core.run.LuthierException;
import luthier.core.run.ProjectCodec;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneViewModelTest implements ActiveRuns {
    @TempDir
    private Path folder;

    private final ScriptedRuns runs = new ScriptedRuns(List.of(), 0);
    private final ScriptedTasks tasks = new ScriptedTasks((_, message) -> List.of(TestWindow.plan(message)));
    private final Navigation navigation = new Navigation(List.of("project", "tune", "runs"));
    private final List<ActiveRun> followed = new ArrayList<>();
    private TuneViewModel model;
    private ProjectSession session;
    private Path file;

    @BeforeEach
    void openTheSample() {
        file = folder.resolve("quickstart").resolve("quickstart.luthier");
        session = session(folder);
        model = model(session);
        session.openSample(() -> {});
    }

    @Test
    void aProjectsLastRunIsTheFirstDraftAndReadyToStart() {
        assertThat(spec().name()).isEqualTo("tickets");
        assertThat(model.blockers()).isEmpty();
        assertThat(model.ready().get()).isTrue();
        assertThat(model.command().get()).isEqualTo("luthier run " + file + " --run tickets");
    }

    @Test
    void aFieldChangesTheDraftWhichThenHasANameOfItsOwn() {
        FieldModel rank = model.field("tuning.rank", null);
        assertThat(rank.text().get()).isEqualTo("32");
        rank.text().set("8");
        assertThat(spec().tuning().settings()).containsEntry("rank", 8);
        assertThat(spec().name()).isEqualTo("tickets-2");
        model.undo();
        assertThat(rank.text().get()).isEqualTo("32");
        assertThat(spec().name()).isEqualTo("tickets");
    }

    @Test
    void whatCannotBeUnderstoodStaysAsItWasTypedAndBlocksTheStart() {
        RunSpec before = spec();
        FieldModel rate = model.field("training.learningRate", null);
        rate.text().set("fast");
        assertThat(rate.problem().get()).isNotEmpty();
        assertThat(spec()).isEqualTo(before);
        model.undo();
        assertThat(rate.text().get()).isEqualTo("0.003");
        assertThat(rate.problem().get()).isEmpty();
    }

    @Test
    void aValueThatAMethodRefusesIsToldAtItsField() {
        FieldModel rank = model.field("tuning.rank", null);
        rank.text().set("0");
        assertThat(rank.problem().get()).contains("1 or more");
        model.field("training.epochs", null).text().set("2");
        assertThat(rank.text().get()).isEqualTo("0");
        assertThat(model.blockers()).extracting(Blocker::key).containsExactly("tuning.rank");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aPresetIsOneStep() {
        model.choose(Preset.ALL.stream()
                .filter(preset -> preset.id().equals("full"))
                .findFirst()
                .orElseThrow());
        assertThat(spec().tuning().id()).isEqualTo("full");
        assertThat(spec().training().learningRate()).isEqualTo(2e-5);
        model.undo();
        assertThat(spec().tuning().id()).isEqualTo("lora");
    }

    @Test
    void everyPresetThatIsOfferedIsValid() {
        assertThat(model.presets()).isNotEmpty().allSatisfy(preset -> {
            model.choose(preset);
            assertThat(preset.describes(spec())).isTrue();
        });
    }

    @Test
    void theNameOfAnotherRunIsABlocker() {
        model.field("training.epochs", null).text().set("2");
        model.field("name", null).text().set("tickets");
        assertThat(model.blockers()).extracting(Blocker::key).contains("name");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void startingWritesTheDraftIntoTheProjectAndStartsExactlyThat() throws LuthierException {
        model.field("training.epochs", null).text().set("2");
        model.start();
        assertThat(runs.started).containsExactly(spec());
        assertThat(ProjectCodec.read(file).project().spec("tickets-2")).isEqualTo(spec());
        assertThat(runs.folders.getFirst().getParent())
                .isEqualTo(folder.resolve("quickstart").resolve("runs"));
        assertThat(followed).hasSize(1);
        assertThat(navigation.page().get()).isEqualTo("runs");
    }

    @Test
    void aProjectFileThatWasChangedOutsideIsNotWrittenOver() throws IOException {
        String changed = Files.readString(file).replace("\"epochs\": 9", "\"epochs\": 4");
        Files.writeString(file, changed);
        model.field("training.epochs", null).text().set("2");
        model.start();
        assertThat(runs.started).isEmpty();
        assertThat(file).hasContent(changed);
        assertThat(model.blockers()).isNotEmpty();
    }

    @Test
    void measuringAsksForTwoRealSteps() {
        model.measure();
        assertThat(tasks.messages.getLast().get("measure")).isEqualTo(true);
        assertThat(model.plan().get())
                .isNotNull()
                .satisfies(plan -> assertThat(plan.measured()).isNotNull());
    }

    private RunSpec spec() {
        RunSpec spec = model.spec().get();
        if (spec == null) {
            throw new AssertionError("there is no draft");
        }
        return spec;
    }

    private ProjectSession session(Path place) {
        PreferencesModel preferences = new PreferencesModel(
                new PreferencesFile(place.resolve("preferences.json")), Runnable::run, Runnable::run);
        return new ProjectSession(
                new SampleProject(QuickstartFiles.shipped(), place.resolve("quickstart")),
                preferences,
                Runnable::run,
                Runnable::run);
    }

    private TuneViewModel model(ProjectSession open) {
        return new TuneViewModel(
                open,
                Catalog.load(),
                new PlanWatch(new Planner(tasks), Runnable::run, Runnable::run),
                new RunStart(
                        open,
                        new RunStarter(runs, new Planner(tasks)),
                        this,
                        navigation,
                        Runnable::run,
                        Runnable::run));
    }

    @Override
    public ReadOnlyIntegerProperty count() {
        return new ReadOnlyIntegerWrapper(followed.size());
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable RunStatus> status() {
        return new ReadOnlyObjectWrapper<>();
    }

    @Override
    public void follow(ActiveRun run) {
        followed.add(run);
    }

    @Override
    public void chooseStatus() {
        throw new AssertionError("nobody asked for the status strip");
    }
}
