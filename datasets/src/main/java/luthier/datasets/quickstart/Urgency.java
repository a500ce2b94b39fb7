package luthier.datasets.quickstart;

import java.util.Locale;

/// How soon a support ticket wants its answer.
enum Urgency {
    HIGH,
    NORMAL,
    LOW;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
