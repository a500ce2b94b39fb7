package luthier.core.run;

import java.util.List;

/// What reading a project file gave.
///
/// @param warnings keys the file holds that nothing reads, one sentence each
public record OpenedProject(Project project, List<String> warnings) {
    public OpenedProject {
        warnings = List.copyOf(warnings);
    }
}
