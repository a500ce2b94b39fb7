package luthier.app.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Something drawn on a canvas whose colours come from the style sheets, so that it follows the theme.
public abstract class InkRegion extends Region {
    private static final StyleablePropertyFactory<InkRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<Ink, CssMetaData<InkRegion, Color>> INKS = inks();

    private final Map<Ink, StyleableObjectProperty<Color>> colours = new EnumMap<>(Ink.class);

    protected InkRegion() {
        for (Map.Entry<Ink, CssMetaData<InkRegion, Color>> ink : INKS.entrySet()) {
            StyleableObjectProperty<Color> colour = new SimpleStyleableObjectProperty<>(
                    ink.getValue(), this, ink.getKey().name(), ink.getKey().without());
            colour.addListener((_, _, _) -> repaint());
            colours.put(ink.getKey(), colour);
        }
    }

    /// A colour has changed.
    protected abstract void repaint();

    public final Color ink(Ink ink) {
        return property(ink).get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableObjectProperty<Color> property(Ink ink) {
        StyleableObjectProperty<Color> property = colours.get(ink);
        if (property == null) {
            throw new IllegalStateException("no colour for " + ink);
        }
        return property;
    }

    private static Map<Ink, CssMetaData<InkRegion, Color>> inks() {
        Map<Ink, CssMetaData<InkRegion, Color>> inks = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            inks.put(ink, FACTORY.createColorCssMetaData(ink.cssName(), region -> region.property(ink), ink.without()));
        }
        return inks;
    }
}
