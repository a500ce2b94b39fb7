package luthier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rules that only the source text shows.
public abstract class SourceRules {
    private static final int MOST_LINES = 500;
    private static final Pattern BARRED_NAME = Pattern.compile("(Manager|Helper|Utils?|Impl)$|^Abstract");
    private static final Pattern TYPE = Pattern.compile(
            "^public ((final|sealed|non-sealed|abstract|strictfp) )*(class|record|interface|enum|@interface) ");
    private static final Pattern MODULE_OR_PACKAGE = Pattern.compile("^(open )?(module|package) ");
    private static final Pattern CATCH_ALL = Pattern.compile("catch \\((final )?(Exception|Throwable)\\b");
    // Written apart, so that the rule does not find itself.
    private static final Pattern UNNUMBERED_NOTE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!.*#\\d)");
    private static final Pattern UNEXPLAINED_SUPPRESSION = Pattern.compile("^\\s*@SuppressWarnings(?!.*\\) // \\w)");

    @Test
    public void noFileHasMoreThan500Lines() throws IOException {
        assertThat(SourceFile.all())
                .isNotEmpty()
                .filteredOn(file -> file.lines().size() > MOST_LINES)
                .extracting(SourceFile::path)
                .isEmpty();
    }

    @Test
    public void noTypeIsNamedManagerHelperUtilOrImpl() throws IOException {
        assertThat(SourceFile.all())
                .extracting(SourceFile::typeName)
                .filteredOn(name -> BARRED_NAME.matcher(name).find())
                .isEmpty();
    }

    @Test
    public void everyPublicTypeHasMarkdownDocs() throws IOException {
        assertThat(SourceFile.ofMain())
                .filteredOn(file -> lacksDocs(file, TYPE))
                .extracting(SourceFile::path)
                .isEmpty();
    }

    @Test
    public void everyPackageAndModuleHasOneLineOfDocs() throws IOException {
        assertThat(SourceFile.ofMain())
                .filteredOn(file -> file.typeName().endsWith("-info") && lacksDocs(file, MODULE_OR_PACKAGE))
                .extracting(SourceFile::path)
                .isEmpty();
        List<Path> withoutInfo = SourceFile.ofMain().stream()
                .map(file -> SourceFile.module().resolve(file.path()).getParent())
                .distinct()
                .filter(folder -> !folder.endsWith("java") && !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(withoutInfo).as("packages without package-info.java").isEmpty();
    }

    @Test
    public void everythingIsCaughtInTheWorkersMainOnly() throws IOException {
        assertThat(lines(file -> !file.typeName().equals("WorkerMain"), CATCH_ALL))
                .isEmpty();
    }

    @Test
    public void noNoteToSelfLacksItsIssueNumber() throws IOException {
        assertThat(lines(file -> true, UNNUMBERED_NOTE)).isEmpty();
    }

    @Test
    public void everySuppressedWarningGivesItsReasonInTheSameLine() throws IOException {
        assertThat(lines(file -> true, UNEXPLAINED_SUPPRESSION)).isEmpty();
    }

    /// Whether the file has such a declaration and no `///` stands right above it (annotations may stand between).
    private static boolean lacksDocs(SourceFile file, Pattern declaration) {
        for (int i = 0; i < file.lines().size(); i++) {
            if (declaration.matcher(file.lines().get(i)).find()) {
                int line = i - 1;
                while (line >= 0 && file.lines().get(line).startsWith("@")) {
                    line--;
                }
                return line < 0 || !file.lines().get(line).startsWith("///");
            }
        }
        return false;
    }

    private static List<String> lines(Predicate<SourceFile> where, Pattern pattern) throws IOException {
        return SourceFile.all().stream()
                .filter(where)
                .flatMap(file -> file.find(pattern).stream())
                .toList();
    }
}
