package luthier.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import luthier.app.demo.QuickstartFiles;
import luthier.app.preferences.PreferencesFile;
import luthier.app.preferences.PreferencesModel;
import luthier.app.preferences.RecentProject;
import luthier.app.shell.Navigation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSessionTest {
    @TempDir
    private Path folder;

    private PreferencesModel preferences;
    private ProjectSession session;

    @BeforeEach
    void begin() {
        preferences = new PreferencesModel(
                new PreferencesFile(folder.resolve("preferences.json")), Runnable::run, Runnable::run);
        session = new ProjectSession(
                new SampleProject(QuickstartFiles.shipped(), folder.resolve("quickstart")),
                preferences,
                Runnable::run,
                Runnable::run);
    }

    @Test
    void theSampleIsUnpackedOnceAndThenOpenedAsItIs() throws IOException {
        AtomicBoolean opened = new AtomicBoolean();
        session.openSample(() -> opened.set(true));
        assertThat(opened).isTrue();
        Path file = folder.resolve("quickstart/quickstart.luthier");
        Files.writeString(file, Files.readString(file).replace("\"epochs\": 9", "\"epochs\": 4"));
        session.close();
        session.openSample(() -> {});
        ProjectFile again = session.current().get();
        assertThat(again)
                .isNotNull()
                .satisfies(project -> assertThat(
                                project.project().runs().getFirst().training().epochs())
                        .isEqualTo(4));
        assertThat(preferences.current().get().recent())
                .extracting(RecentProject::file)
                .containsExactly(file);
    }

    @Test
    void aFileThatIsNoProjectIsToldAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.luthier"), "{}");
        session.open(file);
        assertThat(session.current().get()).isNull();
        assertThat(session.problem().get()).contains("a.luthier");
        session.openSample(() -> {});
        assertThat(session.problem().get()).isEmpty();
    }

    @Test
    void aNewProjectHoldsItsModelAndItsData() {
        Path data = folder.resolve("tickets.jsonl");
        session.create(folder.resolve("my.luthier"), folder.resolve("model"), data);
        ProjectFile made = session.current().get();
        assertThat(made).isNotNull().satisfies(project -> {
            assertThat(project.project().name()).isEqualTo("my");
            assertThat(project.project().models()).containsOnlyKeys("model");
            assertThat(project.project().datasets().values())
                    .extracting(each -> each.data().train())
                    .containsExactly(data);
        });
        assertThat(folder.resolve("my.luthier")).isRegularFile();
    }

    @Test
    void missingFilesAreNamedOnThePage() throws IOException {
        session.openSample(() -> {});
        Files.delete(folder.resolve("quickstart/tickets.jsonl"));
        OverviewViewModel overview =
                new OverviewViewModel(session, new Navigation(List.of("project")), Runnable::run, Runnable::run);
        assertThat(overview.health().get()).contains("tickets");
        assertThat(overview.models()).singleElement().matches(card -> !card.missing());
        assertThat(overview.datasets()).singleElement().matches(Card::missing);
    }
}
