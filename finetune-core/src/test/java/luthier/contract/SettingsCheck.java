package luthier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import luthier.core.catalog.Field;
import luthier.core.catalog.SettingsReader;
import luthier.core.run.LuthierException;
import luthier.core.run.Settings;

/// What holds for the settings of every tuning and optimiser.
final class SettingsCheck {
    private SettingsCheck() {}

    /// The defaults, written out as plain values, make themselves again.
    static <S extends Settings> void roundTrip(Class<S> type) throws LuthierException {
        S defaults = defaults(type);
        assertThat(SettingsReader.read(type, SettingsReader.values(defaults), "test", "settings"))
                .isEqualTo(defaults);
    }

    /// A form made from the fields shows every setting, in order, with the value that holds when it is left alone.
    static <S extends Settings> void fields(Class<S> type, List<Field> fields) throws LuthierException {
        Map<String, Object> values = SettingsReader.values(defaults(type));
        assertThat(fields).extracting(Field::name).containsExactlyElementsOf(values.keySet());
        Iterator<Object> each = values.values().iterator();
        fields.forEach(field -> assertDefault(field, each.next()));
    }

    /// Where nothing is given, the reader takes the record's constant `DEFAULTS`.
    private static <S extends Settings> S defaults(Class<S> type) throws LuthierException {
        return SettingsReader.read(type, Map.of(), "test", "settings");
    }

    private static void assertDefault(Field field, Object value) {
        switch (field) {
            case Field.IntField f -> {
                assertThat(((Number) value).longValue()).as(f.name()).isEqualTo(f.defaultValue());
                assertThat(f.defaultValue()).as(f.name()).isBetween(f.min(), f.max());
            }
            case Field.DecimalField f -> {
                assertThat(((Number) value).doubleValue()).as(f.name()).isEqualTo(f.defaultValue());
                assertThat(f.defaultValue()).as(f.name()).isBetween(f.min(), f.max());
            }
            case Field.BooleanField f -> assertThat(value).as(f.name()).isEqualTo(f.defaultValue());
            case Field.ChoiceField f -> {
                assertThat(value).as(f.name()).isEqualTo(f.defaultValue());
                assertThat(f.choices()).as(f.name()).contains(f.defaultValue());
            }
            case Field.SitesField f -> assertThat(value).as(f.name()).isEqualTo(f.defaultValue());
            case Field.PatternField f -> assertThat(value).as(f.name()).isEqualTo(Map.of());
        }
    }
}
