package luthier.app.fx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import luthier.core.run.MemoryCause;

/// The colours of what is drawn on a canvas; the style sheet holds the same values for everything else.
///
/// @param series of runs, in the order in which they are shown; told apart by colour-blind readers, too
/// @param memory by cause
public record Palette(
        Color background,
        Color surface,
        Color sunken,
        Color hover,
        Color border,
        Color borderStrong,
        Color grid,
        Color text,
        Color muted,
        Color subtle,
        Color accent,
        Color accentForeground,
        Color accentSubtle,
        Color success,
        Color warning,
        Color danger,
        List<Color> series,
        Map<MemoryCause, Color> memory) {
    public static final Palette LIGHT = of(
            "F6F6F4 FFFFFF F1F1EE EBEBE7 E2E1DD C6C5BF ECEBE8 1D1E22 5A5C64 696B73 3D5ACC 3450BE ECEFFC 177245 8A5700"
                    + " C22B3E",
            "2563D9 E06A0A 0B9460 A2309F 73530A 1E3357 8A8E9E",
            "3F495E 3D5ACC A83C00 C08400 0F8070 8E94A2 C6C5BF");
    public static final Palette DARK = of(
            "121317 1A1B20 212228 282A31 2C2E35 454852 26282E E8E9ED A6A9B3 8F929D 4A66DB 93A8FF 222A49 4CC38A E5A93D"
                    + " FF7B85",
            "4C7DF7 EF6A2E 2DB879 C15FC6 EDE04C A0EAF5 8F97A5",
            "647089 6E8BFF DB6427 F2CB55 27A893 B4B9C5 454852");

    public Palette {
        series = List.copyOf(series);
        memory = Map.copyOf(memory);
    }

    /// Dashes of a series line by the same index as its colour; empty for solid.
    public static List<Double> dashes(int series) {
        return switch (series % 7) {
            case 1 -> List.of(7.0, 3.0);
            case 3 -> List.of(2.0, 4.0);
            case 4 -> List.of(10.0, 3.0);
            case 5 -> List.of(10.0, 3.0, 2.0, 3.0);
            case 6 -> List.of(7.0, 2.0);
            default -> List.of();
        };
    }

    private static Palette of(String roles, String series, String memory) {
        List<Color> role = colours(roles);
        List<Color> causes = colours(memory);
        Map<MemoryCause, Color> byCause = new EnumMap<>(MemoryCause.class);
        for (MemoryCause cause : MemoryCause.values()) {
            byCause.put(cause, causes.get(cause.ordinal()));
        }
        return new Palette(
                role.get(0),
                role.get(1),
                role.get(2),
                role.get(3),
                role.get(4),
                role.get(5),
                role.get(6),
                role.get(7),
                role.get(8),
                role.get(9),
                role.get(10),
                role.get(11),
                role.get(12),
                role.get(13),
                role.get(14),
                role.get(15),
                colours(series),
                byCause);
    }

    private static List<Color> colours(String values) {
        return Stream.of(values.split(" ")).map(Color::web).toList();
    }
}
