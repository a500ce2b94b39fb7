package luthier.datasets.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import luthier.core.catalog.FormatInfo;
import luthier.core.data.DatasetFormat;
import luthier.core.data.Example;
import luthier.core.data.Problem;
import luthier.core.data.Problems;
import luthier.core.data.Recognition;
import org.jspecify.annotations.Nullable;

/// A format of records with named fields, in whatever file: it names its roles and turns one record into an example.
public abstract class RowFormat implements DatasetFormat {
    private final String id;
    private final List<Role> roles;

    protected RowFormat(String id, List<Role> roles) {
        this.id = id;
        this.roles = List.copyOf(roles);
    }

    /// The example of one record.
    protected abstract Example example(Fields fields) throws BadRecord;

    /// Whether the columns hold what the format needs, beyond their names.
    protected boolean holds(Head head, Map<String, String> columns) {
        return true;
    }

    /// Whether a guess gives way when the columns are also those of another kind of data set.
    protected boolean yields() {
        return false;
    }

    /// Whether a guess would leave out a column that belongs to the example.
    protected boolean leavesOut(Head head) {
        return false;
    }

    /// A column for a required role that no usual name was found for.
    protected @Nullable String lastGuess(Head head) {
        return null;
    }

    @Override
    public final FormatInfo info() {
        List<String> names = new ArrayList<>();
        roles.forEach(role -> names.add(role.name()));
        names.addAll(Rows.OPTIONS);
        return new FormatInfo(id, names);
    }

    @Override
    public final Recognition recognise(Path file, Map<String, String> columns) throws IOException {
        Container container = Container.of(file);
        String packed = container.problem();
        if (packed != null) {
            return new Recognition.Refused(problem(file, packed), container.advice());
        }
        Head head = Head.of(file, columns);
        if (head.structured() && head.rows().isEmpty() && head.problems().total() > 0) {
            return new Recognition.Refused(head.problems().first().getFirst(), "Correct the file and read it again.");
        }
        if (head.rows().isEmpty() || !Set.copyOf(info().roles()).containsAll(columns.keySet())) {
            return new Recognition.Foreign(head.columns());
        }
        return recognise(file, columns, head);
    }

    private Recognition recognise(Path file, Map<String, String> given, Head head) {
        boolean guessing = Rows.OPTIONS.containsAll(given.keySet());
        KnownColumns.Kind other = guessing ? KnownColumns.untrainable(head.columns()) : null;
        Map<String, String> columns = resolve(given, head);
        boolean fits = columns != null && holds(head, columns) && !(guessing && leavesOut(head));
        if (other != null && (!fits || yields() || KnownColumns.preference(head.columns()))) {
            return new Recognition.Refused(problem(file, other.problem()), other.advice());
        }
        return fits && columns != null ? new Recognition.Fits(columns) : new Recognition.Foreign(head.columns());
    }

    /// Role to column, the given ones first; null when a required role has none.
    private @Nullable Map<String, String> resolve(Map<String, String> given, Head head) {
        Map<String, String> columns = new TreeMap<>(given);
        List<String> free = new ArrayList<>(head.columns());
        free.removeAll(given.values());
        for (Role role : roles) {
            if (columns.containsKey(role.name())) {
                continue;
            }
            String guess = role.guess(free);
            guess = guess == null && role.required() ? lastGuess(head) : guess;
            if (guess != null) {
                columns.put(role.name(), guess);
                free.remove(guess);
            } else if (role.required()) {
                return null;
            }
        }
        boolean present = roles.stream()
                .filter(role -> role.required() && head.sample(columns.get(role.name())) == null)
                .findAny()
                .isEmpty();
        return present ? columns : null;
    }

    @Override
    public final Stream<Located> read(Path file, Map<String, String> columns, Problems problems) throws IOException {
        Map<String, String> mapping = new LinkedHashMap<>(columns);
        if (recognise(file, columns) instanceof Recognition.Fits(Map<String, String> found)) {
            mapping.putAll(found);
        }
        Report report = new Report(file, problems);
        Pull<Row> reader = Rows.open(file, mapping, report);
        if (reader == null) {
            report.fatal(0, null, "is plain text without records; the format `plain` reads it.");
            return Stream.of();
        }
        return Pull.stream(reader).mapMulti((row, examples) -> {
            try {
                examples.accept(new Located(example(new Fields(row, mapping, report)), row.line()));
            } catch (BadRecord e) {
                e.report(report, row.line());
            }
        });
    }

    private static Problem problem(Path file, String message) {
        return new Problem(String.valueOf(file.getFileName()), 0, null, true, message);
    }
}
