package luthier.app.chart;

import java.util.List;

/// What one chart shows.
///
/// @param key of its title, below `chart.`
/// @param large whether it is one of those a person looks at first
public record Chart(String key, Unit unit, boolean large, List<Curve> curves) {
    public Chart {
        curves = List.copyOf(curves);
    }

    public boolean stacked() {
        return curves.stream().anyMatch(curve -> curve.form() == Curve.Form.STACKED);
    }
}
