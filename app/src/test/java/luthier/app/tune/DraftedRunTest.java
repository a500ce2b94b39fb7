package luthier.app.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import luthier.core.run.LuthierException;
import luthier.core.run.Project;
import luthier.core.run.RunSpec;
import luthier.core.run.UnknownKeys;
import org.junit.jupiter.api.Test;

class DraftedRunTest {
    private static final Project EMPTY = new Project("p", Map.of(), Map.of(), List.of(), "", UnknownKeys.NONE);

    @Test
    void theProjectThenGivesExactlyTheDraft() throws LuthierException {
        RunSpec spec = Specs.named("first");
        assertThat(DraftedRun.in(EMPTY, spec).spec("first")).isEqualTo(spec);
    }

    @Test
    void aRunOfThatNameIsReplacedInItsPlace() throws LuthierException {
        Project two = DraftedRun.in(DraftedRun.in(EMPTY, Specs.named("a")), Specs.named("b"));
        RunSpec longer = Specs.of("a", Specs.data(512));
        Project changed = DraftedRun.in(two, longer);
        assertThat(changed.runs()).extracting(Project.Run::name).containsExactly("a", "b");
        assertThat(changed.spec("a")).isEqualTo(longer);
    }

    @Test
    void otherRunsKeepTheirData() throws LuthierException {
        Project one = DraftedRun.in(EMPTY, Specs.named("a"));
        Project two = DraftedRun.in(one, Specs.of("b", Specs.data(512)));
        assertThat(two.spec("a").data().maxLength()).isEqualTo(256);
        assertThat(two.spec("b").data().maxLength()).isEqualTo(512);
        assertThat(two.models()).hasSize(1);
        assertThat(two.datasets()).hasSize(2);
    }

    @Test
    void dataThatNoOtherRunUsesIsChangedInPlace() {
        Project one = DraftedRun.in(EMPTY, Specs.named("a"));
        assertThat(DraftedRun.in(one, Specs.of("a", Specs.data(512))).datasets())
                .containsOnlyKeys("tickets.jsonl");
    }

    @Test
    void freeNamesCountOn() {
        Project one = DraftedRun.in(EMPTY, Specs.named("a"));
        assertThat(DraftedRun.freeName(one, "a")).isEqualTo("a-2");
        Project two = DraftedRun.in(one, Specs.named("a-2"));
        assertThat(DraftedRun.freeName(two, "a-2")).isEqualTo("a-3");
    }
}
