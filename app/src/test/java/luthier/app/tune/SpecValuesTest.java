package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.catalog.Field;
import org.junit.jupiter.api.Test;

class SpecValuesTest {
    @Test
    void valuesAreFoundByDottedKey() {
        assertThat(SpecValues.at(Specs.named("a"), "tuning.rank")).isEqualTo(32);
        assertThat(SpecValues.at(Specs.named("a"), "data.maxLength")).isEqualTo(256);
        assertThat(SpecValues.at(Specs.named("a"), "tuning.alpha")).isNull();
    }

    @Test
    void numbersAreShownAsPeopleWriteThem() {
        assertThat(SpecValues.shown(2e-4)).isEqualTo("2e-4");
        assertThat(SpecValues.shown(1.5e-5)).isEqualTo("1.5e-5");
        assertThat(SpecValues.shown(0.003)).isEqualTo("0.003");
        assertThat(SpecValues.shown(16.0)).isEqualTo("16");
        assertThat(SpecValues.shown(List.of("q_proj", "v_proj"))).isEqualTo("q_proj, v_proj");
        assertThat(SpecValues.shown(Map.of())).isEmpty();
    }

    @Test
    void listsAreTakenAsJson() {
        Field sites = new Field.SitesField("targetModules", List.of());
        assertThat(SpecValues.taken(sites, " q_proj ,v_proj ")).isEqualTo("[\"q_proj\",\"v_proj\"]");
        assertThat(SpecValues.taken(sites, "")).isEqualTo("[]");
        assertThat(SpecValues.taken(new Field.PatternField("rankPattern"), "")).isEqualTo("{}");
        assertThat(SpecValues.taken(null, " 3 ")).isEqualTo("3");
    }
}
