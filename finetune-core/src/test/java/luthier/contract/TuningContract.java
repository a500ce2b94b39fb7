package luthier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luthier.core.catalog.Registry;
import luthier.core.catalog.SettingsReader;
import luthier.core.model.Blueprint;
import luthier.core.model.Slot;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;
import luthier.core.tuning.Tuning;
import luthier.core.tuning.TuningPlan;
import luthier.core.tuning.TuningPlan.Initial;
import luthier.core.tuning.TuningPlan.Injection;
import luthier.core.tuning.TuningPlan.Piece;
import luthier.core.tuning.TuningPlan.Trained;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What every registered tuning keeps, tried with its default settings on small Llama models.
public abstract class TuningContract {
    @TempDir
    protected Path folder;

    @TestFactory
    public Stream<DynamicTest> trainedNumbersHaveUniqueNamesAndTargets() {
        return onEachPlan((_, plan) -> {
            assertThat(plan.trained()).isNotEmpty();
            assertThat(plan.parameters()).isPositive();
            assertThat(plan.trained()).extracting(Trained::name).doesNotHaveDuplicates();
            assertThat(plan.trained())
                    .extracting(trained -> trained.stage() + " " + trained.target())
                    .doesNotHaveDuplicates();
        });
    }

    @TestFactory
    public Stream<DynamicTest> trainedNumbersBelongToAStageAndHaveASize() {
        return onEachPlan((model, plan) -> assertThat(plan.trained()).allSatisfy(trained -> {
            assertThat(trained.stage()).isBetween(0, model.stages().size() - 1);
            assertThat(trained.elements()).isPositive();
            if (trained.initial() instanceof Initial.Base) {
                Slot slot = slot(model, trained);
                assertThat(trained.shape()).isEqualTo(slot.shape());
            }
        }));
    }

    @TestFactory
    public Stream<DynamicTest> piecesLieInsideTheirInjectionAndDoNotOverlap() {
        return onEachPlan((_, plan) -> {
            Map<String, Trained> trained =
                    plan.trained().stream().collect(Collectors.toMap(Trained::name, each -> each));
            for (Injection injection : plan.injections()) {
                Set<Long> covered = new HashSet<>();
                for (Piece piece : injection.pieces()) {
                    assertThat(trained).containsKey(piece.trained());
                    Trained source =
                            trained.getOrDefault(piece.trained(), plan.trained().getFirst());
                    assertThat(source.stage()).isEqualTo(injection.stage());
                    assertInside(injection, piece, source, covered);
                }
            }
        });
    }

    @TestFactory
    public Stream<DynamicTest> whatKernelsReadHasOneSource() {
        return onEachPlan((_, plan) -> {
            List<String> keys = new ArrayList<>();
            plan.injections().forEach(each -> keys.add(each.stage() + " " + each.key()));
            plan.constants().forEach(each -> keys.add(each.stage() + " " + each.key()));
            assertThat(keys).doesNotHaveDuplicates();
        });
    }

    @TestFactory
    public Stream<DynamicTest> everyNumberIsTrainedFromTheBaseOrReadThroughAnInjection() {
        return onEachPlan((_, plan) -> {
            Set<String> read = plan.injections().stream()
                    .flatMap(injection -> injection.pieces().stream())
                    .map(Piece::trained)
                    .collect(Collectors.toSet());
            assertThat(plan.trained())
                    .allMatch(trained -> trained.initial() instanceof Initial.Base || read.contains(trained.name()));
        });
    }

    @TestFactory
    public Stream<DynamicTest> planningTwiceGivesTheSame() {
        return tunings()
                .map(tuning -> DynamicTest.dynamicTest(
                        tuning.info().id(),
                        () -> assertThat(plan(tuning, TinyModel.llama(folder, true, false)))
                                .isEqualTo(plan(tuning, TinyModel.llama(folder, true, false)))));
    }

    @TestFactory
    public Stream<DynamicTest> noSettingsGivesTheDefaultsAndTheDefaultsGiveThemselves() {
        return tunings()
                .map(tuning -> DynamicTest.dynamicTest(
                        tuning.info().id(), () -> SettingsCheck.roundTrip(tuning.settingsType())));
    }

    @TestFactory
    public Stream<DynamicTest> fieldsAreTheSettingsInOrderWithTheirDefaults() {
        return tunings()
                .map(tuning -> DynamicTest.dynamicTest(
                        tuning.info().id(),
                        () -> SettingsCheck.fields(
                                tuning.settingsType(), tuning.info().fields())));
    }

    /// What a test says about a plan.
    @FunctionalInterface
    interface PlanCheck {
        void check(Blueprint model, TuningPlan plan) throws IOException, LuthierException;
    }

    private Stream<DynamicTest> onEachPlan(PlanCheck check) {
        List<DynamicTest> tests = new ArrayList<>();
        tunings().forEach(tuning -> {
            for (boolean tied : new boolean[] {true, false}) {
                for (boolean biases : new boolean[] {true, false}) {
                    String name = tuning.info().id() + (tied ? ", tied" : ", untied") + (biases ? ", biases" : "");
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        Blueprint model = TinyModel.llama(folder, tied, biases);
                        check.check(model, plan(tuning, model));
                    }));
                }
            }
        });
        return tests.stream();
    }

    /// As the worker finds them: an empty registry is an error.
    private static Stream<Tuning<?>> tunings() {
        // A service loader only knows the raw interface.
        List<Tuning<?>> found = ServiceLoader.load(Tuning.class).stream()
                .<Tuning<?>>map(ServiceLoader.Provider::get)
                .toList();
        return Registry.of("tunings", found, tuning -> tuning.info().id()).all().stream();
    }

    private static <S extends Settings> TuningPlan plan(Tuning<S> tuning, Blueprint model) throws LuthierException {
        return tuning.plan(SettingsReader.read(tuning.settingsType(), Map.of(), "test", "tuning"), model);
    }

    private static Slot slot(Blueprint model, Trained trained) {
        return model.stages().get(trained.stage()).slots().stream()
                .filter(slot -> slot.key().equals(trained.target()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("stage " + trained.stage() + " has no " + trained.target()));
    }

    private static void assertInside(Injection injection, Piece piece, Trained source, Set<Long> covered) {
        long width = Math.max(1, injection.columns());
        long columns = Math.max(1, source.columns());
        assertThat(piece.row()).isNotNegative();
        assertThat(piece.column()).isNotNegative();
        assertThat(piece.row() + source.rows()).isLessThanOrEqualTo(injection.rows());
        assertThat(piece.column() + columns).isLessThanOrEqualTo(width);
        for (long row = piece.row(); row < piece.row() + source.rows(); row++) {
            for (long column = piece.column(); column < piece.column() + columns; column++) {
                assertThat(covered.add(row * width + column))
                        .as("%s covers (%s, %s) of %s again", piece.trained(), row, column, injection.key())
                        .isTrue();
            }
        }
    }
}
