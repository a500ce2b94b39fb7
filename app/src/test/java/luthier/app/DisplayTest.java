package luthier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void linuxNeedsADisplayUnlessTheToolkitNeedsNone() {
        assertThat(Display.present("Linux", Map.of(), "")).isFalse();
        assertThat(Display.present("Linux", Map.of("DISPLAY", ":0"), "")).isTrue();
        assertThat(Display.present("Linux", Map.of(), "Headless")).isTrue();
        assertThat(Display.present("Mac OS X", Map.of(), "")).isTrue();
    }
}
