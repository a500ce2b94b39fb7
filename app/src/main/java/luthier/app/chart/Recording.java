package luthier.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// The figures of a run by column, as its events bring them. Belongs to one thread at a time.
public final class Recording {
    private final Map<Abscissa, Column> places = new EnumMap<>(Abscissa.class);
    private final Map<Abscissa, Column> evaluationPlaces = new EnumMap<>(Abscissa.class);
    private final Map<Curve, Column> curves = new LinkedHashMap<>();
    private final Column evaluations = new Column();
    private @Nullable Instant begin;
    private long plannedSteps;
    private double tokens;
    private int cuts;

    public Recording() {
        for (Abscissa abscissa : Abscissa.values()) {
            places.put(abscissa, new Column());
            evaluationPlaces.put(abscissa, new Column());
        }
        Charts.curves().forEach(curve -> curves.put(curve, new Column()));
    }

    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> started(started);
            case RunEvent.Stepped stepped -> stepped(stepped);
            case RunEvent.Evaluated evaluated -> {
                place(evaluationPlaces, evaluated.step(), evaluated.at());
                evaluations.add(evaluated.loss());
            }
            case RunEvent.Paused paused -> gap(paused.at());
            default -> {
                // nothing to draw
            }
        }
    }

    public int size() {
        return places(Abscissa.STEP).size();
    }

    /// Steps the run will have when it is through, 0 before it began.
    public long plannedSteps() {
        return plannedSteps;
    }

    /// How often figures were taken back; what was computed from them then begins anew.
    public int cuts() {
        return cuts;
    }

    public Column places(Abscissa abscissa) {
        return column(places, abscissa);
    }

    public Column values(Curve curve) {
        return column(curves, curve);
    }

    public Series series(Curve curve, Abscissa abscissa) {
        return new Series(places(abscissa), values(curve));
    }

    /// The losses of the evaluations.
    public Series evaluations(Abscissa abscissa) {
        return new Series(column(evaluationPlaces, abscissa), evaluations);
    }

    // A resumed run does the steps after its checkpoint again; what was drawn of them is taken back.
    private void started(RunEvent.Started started) {
        plannedSteps = started.steps();
        if (begin == null) {
            begin = started.at();
            return;
        }
        cuts++;
        double firstRedone = started.resumedFrom() + 1.0;
        cut(places, curves, firstRedone);
        evaluations.cutTo(column(evaluationPlaces, Abscissa.STEP).firstNotBelow(firstRedone));
        evaluationPlaces.values().forEach(place -> place.cutTo(evaluations.size()));
        double kept = places(Abscissa.TOKENS).last();
        tokens = Double.isNaN(kept) ? 0 : kept;
        gap(started.at());
    }

    private void stepped(RunEvent.Stepped stepped) {
        tokens += stepped.tokens();
        place(places, stepped.step(), stepped.at());
        curves.forEach((curve, column) -> column.add(curve.value().applyAsDouble(stepped)));
    }

    private void gap(Instant at) {
        if (size() > 0) {
            place(places, places(Abscissa.STEP).last(), at);
            curves.values().forEach(column -> column.add(Double.NaN));
        }
    }

    private void place(Map<Abscissa, Column> columns, double step, Instant at) {
        if (begin == null) {
            begin = at;
        }
        column(columns, Abscissa.STEP).add(step);
        column(columns, Abscissa.TOKENS).add(tokens);
        Column times = column(columns, Abscissa.TIME);
        double seconds = Duration.between(begin, at).toNanos() / 1e9;
        // a clock that was set back must not make the column fall
        times.add(times.size() == 0 ? seconds : Math.max(times.last(), seconds));
    }

    private static void cut(Map<Abscissa, Column> places, Map<Curve, Column> curves, double firstRedone) {
        int kept = column(places, Abscissa.STEP).firstNotBelow(firstRedone);
        places.values().forEach(column -> column.cutTo(kept));
        curves.values().forEach(column -> column.cutTo(kept));
    }

    private static <K> Column column(Map<K, Column> columns, K key) {
        Column column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("no such column: " + key);
        }
        return column;
    }
}
