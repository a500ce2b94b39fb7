package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void aPathIsQuotedWhereAShellWouldSplitIt() {
        assertThat(CommandText.run(Path.of("/a/p.luthier"), "x")).isEqualTo("luthier run /a/p.luthier --run x");
        assertThat(CommandText.run(Path.of("/a b/it's.luthier"), "x"))
                .isEqualTo("luthier run '/a b/it'\\''s.luthier' --run x");
    }
}
