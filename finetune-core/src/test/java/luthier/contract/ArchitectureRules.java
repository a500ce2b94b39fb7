package luthier.contract;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The house's architecture as tests. A module inherits them with an empty class that names its root package.
public abstract class ArchitectureRules extends SourceRules {
    private final String root;
    private final JavaClasses classes;

    /// @param root the module's root package, such as `luthier.core`
    protected ArchitectureRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .importPath(SourceFile.module().resolve("target").resolve("classes"));
    }

    @Test
    public void theModuleUsesOnlyTheModulesItMayUse() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("luthier..")
                        .and(not(inside()))
                        .and(not(resideInAnyPackage(Modules.others(root)))))
                .because("ARCHITECTURE.md says which module may use which"));
    }

    @Test
    public void theWindowLibraryIsUsedByTheAppOnly() {
        check(noClasses()
                .that(describe("are not of the app", type -> !root.equals("luthier.app")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.."));
    }

    @Test
    public void onlyFxThreadHopsToTheWindowsThread() {
        check(noClasses()
                .that(describe("are not FxThread", type -> !type.getName().equals("luthier.app.fx.FxThread")))
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable"));
    }

    @Test
    public void viewModelsKnowNothingOfNodesStagesAndLayouts() {
        check(noClasses()
                .that(describe("are view models", type -> type.getName().matches(".*ViewModel(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."));
    }

    @Test
    public void packagesHaveNoCycles() {
        SliceAssignment byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return inside().test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
        check(slices().assignedFrom(byPackage).should().beFreeOfCycles());
    }

    @Test
    public void onlyTheKernelPackageTouchesPyTorchAndOnlyTheTokenPackageTheTokenizers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("luthier.core.engine.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("luthier.core.data.tokens..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.huggingface.."));
    }

    @Test
    public void extensionsKnowNothingOfTheEngineAndTheAppNothingOfDjl() {
        check(noClasses()
                .that(describe("are not of the core", type -> !root.equals("luthier.core")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "luthier.core.engine..", "luthier.core.worker.."));
    }

    @Test
    public void standardStreamsAreTouchedByWorkersAndTheConsoleOnly() {
        DescribedPredicate<JavaClass> mayPrint = resideInAPackage("luthier.core.worker..")
                .or(describe("the console", type -> type.getName().equals("luthier.app.console.Console")));
        check(noClasses()
                .that(not(mayPrint))
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .accessField(java.io.FileDescriptor.class, "out")
                .orShould()
                .accessField(java.io.FileDescriptor.class, "err"));
    }

    @Test
    public void oldFileAndLoggingClassesAreNotUsed() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Paths")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging.."));
    }

    @Test
    public void noFieldIsOptional() {
        check(fields().should().notHaveRawType(Optional.class));
    }

    @Test
    public void extensionPackagesDoNotKnowEachOther() {
        SliceAssignment byExtension = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String extension = extension(type);
                return Modules.holdsExtensions(root) && !extension.isEmpty()
                        ? SliceIdentifier.of(extension)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "extensions of " + root;
            }
        };
        check(slices().assignedFrom(byExtension)
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        describe("anything", type -> true),
                        describe("shared", type -> Modules.shared(root).contains(extension(type)))));
    }

    /// First package below the module's root, empty outside of it.
    private String extension(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }

    private DescribedPredicate<JavaClass> inside() {
        return resideInAPackage(root + "..");
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
