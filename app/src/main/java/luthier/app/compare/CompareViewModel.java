package luthier.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import luthier.app.run.RunViewModel;
import luthier.app.run.RunsViewModel;
import luthier.core.run.LuthierException;

/// Runs beside each other. A run keeps its place, and with it its colour, whatever is chosen.
public final class CompareViewModel {
    private static final int CHOSEN_AT_FIRST = 7;

    private final RunsViewModel runs;
    private final ObservableList<LedgerRow> rows = FXCollections.observableArrayList();
    // kept, for a view on a list that nobody keeps tells its listeners nothing once it is collected
    private final ObservableList<LedgerRow> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<LedgerRow> chosen = FXCollections.observableArrayList();
    private final ObservableList<LedgerRow> chosenShown = FXCollections.unmodifiableObservableList(chosen);
    private final Set<RunViewModel> left = new HashSet<>();
    private final Map<RunViewModel, Integer> places = new HashMap<>();
    private final ObjectProperty<LedgerColumn> across = new SimpleObjectProperty<>(this, "across", LedgerColumn.PEAK);
    private final ObjectProperty<LedgerColumn> up = new SimpleObjectProperty<>(this, "up", LedgerColumn.LOSS);

    public CompareViewModel(RunsViewModel runs) {
        this.runs = runs;
    }

    /// Takes up how the runs stand now.
    public void refresh() {
        List<LedgerRow> fresh = new ArrayList<>();
        for (RunViewModel run : runs.all()) {
            if (!places.containsKey(run)) {
                places.put(run, places.size());
                if (places.size() > CHOSEN_AT_FIRST) {
                    left.add(run);
                }
            }
            fresh.add(LedgerRow.of(run));
        }
        fresh.sort(Comparator.comparingInt(row -> place(row.run())));
        rows.setAll(fresh);
        chosen.setAll(fresh.stream().filter(row -> !left.contains(row.run())).toList());
    }

    public ObservableList<LedgerRow> rows() {
        return rowsShown;
    }

    public ObservableList<LedgerRow> chosen() {
        return chosenShown;
    }

    public boolean isChosen(RunViewModel run) {
        return !left.contains(run);
    }

    public void choose(RunViewModel run, boolean on) {
        if (on ? left.remove(run) : left.add(run)) {
            chosen.setAll(rows.stream().filter(row -> !left.contains(row.run())).toList());
        }
    }

    /// The index of the run's colour.
    public int place(RunViewModel run) {
        return places.getOrDefault(run, 0);
    }

    public ObjectProperty<LedgerColumn> across() {
        return across;
    }

    public ObjectProperty<LedgerColumn> up() {
        return up;
    }

    /// Whether the row has the best figure of the chosen runs that have ended.
    public boolean best(LedgerRow row, LedgerColumn column) {
        double cost = column.cost(row);
        return !row.active()
                && isChosen(row.run())
                && chosen.stream()
                        .filter(other -> !other.active())
                        .mapToDouble(column::cost)
                        .filter(Double::isFinite)
                        .allMatch(other -> cost <= other);
    }

    /// Whether no chosen run is better in both shown figures.
    public boolean onFront(LedgerRow row) {
        List<ParetoFront.Point> points = chosen.stream()
                .map(other ->
                        new ParetoFront.Point(across.get().cost(other), up.get().cost(other)))
                .toList();
        int index = chosen.indexOf(row);
        return index >= 0 && ParetoFront.holds(points, index);
    }

    public List<Differences.Line> differences() throws LuthierException {
        return Differences.of(chosen.stream().map(row -> row.run().spec()).toList());
    }

    /// Shows the run on its page.
    public void open(LedgerRow row) {
        runs.selected().set(row.run());
    }

    /// The ledger of the chosen runs, comma-separated with a head line.
    public String csv() {
        StringBuilder text = new StringBuilder("run,folder,method");
        for (LedgerColumn column : LedgerColumn.values()) {
            text.append(',').append(column.name().toLowerCase(Locale.ROOT));
        }
        for (LedgerRow row : chosen) {
            text.append('\n').append(row.name()).append(',');
            text.append(quoted(row.run().folder().path().toString()))
                    .append(',')
                    .append(quoted(row.method()));
            for (LedgerColumn column : LedgerColumn.values()) {
                double value = column.of(row);
                text.append(',').append(Double.isFinite(value) ? Double.toString(value) : "");
            }
        }
        return text.append('\n').toString();
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
