package luthier.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegistryTest {
    @Test
    void keepsTheOrderOfRegistration() {
        Registry<String> registry = Registry.of("words", List.of("Pear", "Apple", "Fig"), RegistryTest::lower);

        assertThat(registry.ids()).containsExactly("pear", "apple", "fig");
        assertThat(registry.all()).containsExactly("Pear", "Apple", "Fig");
        assertThat(registry.find("apple")).isEqualTo("Apple");
        assertThat(registry.find("plum")).isNull();
    }

    @Test
    void anEmptyRegistryFailsWithASentence() {
        assertThatThrownBy(() -> Registry.of("words", List.<String>of(), RegistryTest::lower))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No words are registered; is their module on the module path?"
                        + " (On the class path none is found.)");
    }

    @Test
    void aRepeatedIdFailsAndNamesBothClasses() {
        assertThatThrownBy(() -> Registry.of("words", List.of("Pear", "PEAR"), RegistryTest::lower))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two words share the id `pear`: java.lang.String and java.lang.String;"
                        + " rename or remove one.");
    }

    @Test
    void whatIsHandedOutCannotChangeIt() {
        Registry<String> registry = Registry.of("words", List.of("Pear"), RegistryTest::lower);

        assertThatThrownBy(() -> registry.all().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> registry.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
