package luthier.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import luthier.core.catalog.Registry;
import luthier.core.run.LuthierException;
import org.jspecify.annotations.Nullable;

/// Finds the format of a file: the named one, or the first registered one that its content fits.
final class FormatChoice {
    private final Registry<DatasetFormat> formats;

    FormatChoice(Registry<DatasetFormat> formats) {
        this.formats = formats;
    }

    DatasetReader.Choice choose(Path file, String id, Map<String, String> columns)
            throws IOException, LuthierException {
        return id.equals(DatasetReader.AUTO) ? byContent(file, columns) : named(file, id, columns);
    }

    private DatasetReader.Choice named(Path file, String id, Map<String, String> columns)
            throws IOException, LuthierException {
        DatasetFormat format = formats.find(id);
        if (format == null) {
            String known = String.join(", ", formats.ids());
            throw DatasetReader.refused(
                    file,
                    "there is no data format `" + id + "`.",
                    "Choose one of " + DatasetReader.AUTO + ", " + known + ".",
                    null);
        }
        return switch (format.recognise(file, columns)) {
            case Recognition.Fits(Map<String, String> found) -> new DatasetReader.Choice(format, found);
            case Recognition.Refused refused -> throw DatasetReader.refused(file, refused);
            case Recognition.Foreign foreign ->
                throw DatasetReader.refused(
                        file,
                        "is not in the format `" + id + "`; " + seen(foreign.columns()),
                        "Map its columns to the roles "
                                + String.join(", ", format.info().roles()) + ", or use the format `auto`.",
                        null);
        };
    }

    private DatasetReader.Choice byContent(Path file, Map<String, String> columns)
            throws IOException, LuthierException {
        Recognition.@Nullable Refused refused = null;
        Set<String> seen = new LinkedHashSet<>();
        for (DatasetFormat format : formats.all()) {
            switch (format.recognise(file, columns)) {
                case Recognition.Fits(Map<String, String> found) -> {
                    return new DatasetReader.Choice(format, found);
                }
                case Recognition.Refused first -> refused = refused == null ? first : refused;
                case Recognition.Foreign foreign -> seen.addAll(foreign.columns());
            }
        }
        if (refused != null) {
            throw DatasetReader.refused(file, refused);
        }
        throw DatasetReader.refused(
                file,
                "no data format fits" + (columns.isEmpty() ? "" : " with the column mapping " + columns) + "; "
                        + seen(seen),
                "Map its columns to roles, such as `instruction` and `output`, `prompt` and `completion`, or `text`.",
                null);
    }

    private static String seen(Iterable<String> columns) {
        String names = String.join("`, `", columns);
        return names.isEmpty() ? "no records with named fields were found." : "its columns are `" + names + "`.";
    }
}
