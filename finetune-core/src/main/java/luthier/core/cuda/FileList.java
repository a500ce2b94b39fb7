package luthier.core.cuda;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// The server's list of all its files, one path a line: `FLAVOUR/PLATFORM/native/lib/NAME.gz`. DJL takes those whose
/// path begins with its flavour and platform; so does this.
record FileList(URI folder, String text) {
    private static final String PACKED = ".gz";

    /// @throws LuthierException (DownloadFailed) where something is missing for the platform, or a name is no
    ///     plain one
    List<Entry> of(CudaLibraries libraries) throws LuthierException {
        String start = CudaLibraries.FLAVOR + "/" + libraries.platform() + "/";
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(start) && line.endsWith(PACKED)) {
                entries.add(new Entry(at(line), name(line)));
            }
        }
        List<String> names = entries.stream().map(Entry::name).toList();
        for (String essential : libraries.essentials()) {
            if (!names.contains(essential)) {
                throw failure(Failure.DownloadProblem.NOTHING_THERE, start + essential);
            }
        }
        return entries;
    }

    private URI at(String line) throws LuthierException {
        try {
            return URI.create(folder + "/" + line);
        } catch (IllegalArgumentException _) {
            throw failure(Failure.DownloadProblem.BAD_NAME, line);
        }
    }

    // A name from outside must not lead out of the folder.
    private String name(String line) throws LuthierException {
        String packed = line.substring(line.lastIndexOf('/') + 1, line.length() - PACKED.length());
        try {
            String name = URLDecoder.decode(packed, StandardCharsets.UTF_8);
            if (!name.isBlank() && !name.startsWith(".") && name.chars().noneMatch(FileList::leadsAway)) {
                return name;
            }
        } catch (IllegalArgumentException _) {
            throw failure(Failure.DownloadProblem.BAD_NAME, line);
        }
        throw failure(Failure.DownloadProblem.BAD_NAME, line);
    }

    private static boolean leadsAway(int character) {
        return character == '/' || character == '\\' || character == ':' || Character.isISOControl(character);
    }

    private LuthierException failure(Failure.DownloadProblem problem, String detail) {
        return new LuthierException(new Failure.DownloadFailed(folder.toString(), problem, detail));
    }

    record Entry(URI address, String name) {}
}
