package luthier.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private final List<List<Integer>> received = new ArrayList<>();
    private final Drain<Integer> drain = new Drain<>(asked::add, received::add);

    @Test
    void whatGathersComesTogether() {
        drain.add(1);
        drain.add(2);
        drain.add(3);
        assertThat(asked).hasSize(1);
        asked.remove().run();
        assertThat(received).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void whatComesLaterAsksAgain() {
        drain.add(1);
        asked.remove().run();
        drain.add(2);
        assertThat(asked).hasSize(1);
        asked.remove().run();
        assertThat(received).containsExactly(List.of(1), List.of(2));
    }
}
