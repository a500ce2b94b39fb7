package luthier.app.run;

import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import luthier.app.history.WorkerLog;
import luthier.app.progress.EventText;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// What a run said: its notes, then what its worker printed, filtered.
public final class LogViewModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Executor background;
    private final Executor window;
    private final ObservableList<String> all = FXCollections.observableArrayList();
    private final FilteredList<String> lines = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private @Nullable RunViewModel run;

    public LogViewModel(Executor background, Executor window) {
        this.background = background;
        this.window = window;
        filter.subscribe(text -> {
            String wanted = text.toLowerCase(Locale.ROOT);
            lines.setPredicate(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    /// Only lines that hold this text are shown.
    public StringProperty filter() {
        return filter;
    }

    public ObservableList<String> lines() {
        return lines;
    }

    /// Shows the log of a run as it is now.
    public void show(RunViewModel newRun) {
        run = newRun;
        List<String> notes = notes(newRun);
        background.execute(() -> {
            List<String> printed = printed(newRun);
            window.execute(() -> {
                // another run may have been chosen meanwhile
                if (newRun.equals(run)) {
                    List<String> both = new ArrayList<>(notes);
                    both.addAll(printed);
                    if (!both.equals(all)) {
                        all.setAll(both);
                    }
                }
            });
        });
    }

    private static List<String> notes(RunViewModel run) {
        List<String> notes = new ArrayList<>();
        for (RunEvent event : run.journal().notes()) {
            String text = EventText.of(event);
            if (text != null) {
                notes.add(CLOCK.format(LocalTime.ofInstant(event.at(), ZoneId.systemDefault())) + "  " + text);
            }
        }
        return notes;
    }

    private static List<String> printed(RunViewModel run) {
        try {
            return WorkerLog.tail(run.folder().log());
        } catch (IOException e) {
            return List.of(String.valueOf(e));
        }
    }
}
