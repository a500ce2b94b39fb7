package luthier.core.worker.task;

import java.util.Map;

/// One thing that the doctor looked at.
///
/// @param advice what to do where it is not as it should be, else empty
record Check(String name, boolean ok, String value, String advice) {
    static Check fine(String name, String value) {
        return new Check(name, true, value, "");
    }

    Map<String, Object> asMap() {
        return Map.of("name", name, "ok", ok, "value", value, "advice", advice);
    }
}
