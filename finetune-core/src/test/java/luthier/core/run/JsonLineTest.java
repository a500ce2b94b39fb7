package luthier.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Provide
    Arbitrary<RunEvent> events() {
        return RunRecords.events();
    }

    @Provide
    Arbitrary<Failure> failures() {
        return RunRecords.failures();
    }

    @Provide
    Arbitrary<RunSpec> specs() {
        return RunRecords.specs();
    }

    @Property
    void everyKindOfEventComesBackFromItsLine(@ForAll("events") RunEvent event) throws LuthierException {
        String line = JsonLine.write(event);
        assertThat(line).doesNotContain("\n");
        assertThat(JsonLine.event("test", line)).isEqualTo(event);
    }

    @Property
    void everyKindOfFailureComesBackFromItsMap(@ForAll("failures") Failure failure) throws LuthierException {
        String line = JsonLine.write(Map.of("failure", JsonLine.map(failure)));
        Object form = JsonLine.object("test", line).get("failure");
        assertThat(form).isNotNull();
        assertThat(JsonLine.failure("test", form == null ? "" : form)).isEqualTo(failure);
    }

    @Property(tries = 100)
    void aSpecificationTravelsInsideARequest(@ForAll("specs") RunSpec spec) throws LuthierException {
        Object form =
                JsonLine.object("test", JsonLine.write(Map.of("spec", spec))).get("spec");
        Map<String, Object> map = new LinkedHashMap<>();
        if (form instanceof Map<?, ?> members) {
            members.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        assertThat(RunSpecCodec.fromMap("test", map)).isEqualTo(spec);
    }

    @Test
    void anEventNamesItsKindFirstAndItsTimeAsIso() {
        RunEvent event = new RunEvent.Failed(
                Instant.parse("2026-05-06T07:08:09.5Z"), 3, new Failure.Diverged(3, "checkpoints/step-000002"));
        assertThat(JsonLine.write(event))
                .isEqualTo("{\"event\":\"failed\",\"at\":\"2026-05-06T07:08:09.500Z\",\"step\":3,"
                        + "\"failure\":{\"kind\":\"diverged\",\"step\":3,\"checkpoint\":\"checkpoints/step-000002\"}}");
    }

    @Test
    void aNumberThatIsNotFiniteIsWrittenAsText() throws LuthierException {
        RunEvent event = new RunEvent.Evaluated(Instant.EPOCH, 1, Double.NaN, Double.NEGATIVE_INFINITY, 2, 3);
        String line = JsonLine.write(event);
        assertThat(line).contains("\"loss\":\"NaN\"").contains("\"tokenAccuracy\":\"-Infinity\"");
        assertThat(JsonLine.event("test", line)).isEqualTo(event);
    }

    @Test
    void keysOfANewerVersionDoNotDisturb() throws LuthierException {
        String line = "{\"event\":\"paused\",\"at\":\"2026-05-06T07:08:09Z\",\"step\":4,\"colour\":\"blue\"}";
        assertThat(JsonLine.event("test", line))
                .isEqualTo(new RunEvent.Paused(Instant.parse("2026-05-06T07:08:09Z"), 4));
    }

    @Test
    void damagedLinesNameWhereTheyStand() {
        for (String line : List.of("", "{", "null", "[]", "{\"event\":\"danced\"}", "{\"at\":1}")) {
            assertThatThrownBy(() -> JsonLine.event("events.jsonl, line 7", line))
                    .isInstanceOfSatisfying(
                            LuthierException.class,
                            e -> assertThat(e.failure())
                                    .isInstanceOfSatisfying(
                                            Failure.InvalidSpec.class,
                                            failure ->
                                                    assertThat(failure.where()).isEqualTo("events.jsonl, line 7")));
        }
    }
}
