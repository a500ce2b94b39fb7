package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import luthier.core.run.LuthierException;
import luthier.core.run.Overrides;
import luthier.core.run.RunSpec;
import org.junit.jupiter.api.Test;

class SettingLinesTest {
    @Test
    void onlyWhatIsNotAsUsualIsMarked() throws LuthierException {
        RunSpec spec = Overrides.apply(Specs.named("a"), List.of("training.batchSize=32"));
        List<SettingLines.Line> lines = SettingLines.of(spec);
        assertThat(lines).contains(new SettingLines.Line("training.batchSize", "32", true));
        assertThat(lines).contains(new SettingLines.Line("training.accumulation", "1", false));
        assertThat(lines.stream().filter(SettingLines.Line::changed))
                .extracting(SettingLines.Line::name)
                .containsExactly("data.train", "training.batchSize");
    }
}
