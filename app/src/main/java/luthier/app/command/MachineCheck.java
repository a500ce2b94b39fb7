package luthier.app.command;

import luthier.app.i18n.Messages;
import luthier.app.worker.Answer;
import luthier.core.run.LuthierException;

/// One thing that was looked at.
///
/// @param advice what to do where it is not as it should be, else empty
public record MachineCheck(String name, boolean ok, String value, String advice) {
    static MachineCheck of(Answer answer) throws LuthierException {
        return new MachineCheck(
                answer.text("name"),
                answer.flag("ok"),
                answer.text("value"),
                answer.has("advice") ? answer.text("advice") : "");
    }

    String line() {
        String mark = Messages.of(ok ? "doctor.ok" : "doctor.missing");
        String line = "%-8s %-22s %s".formatted(mark, name, value);
        return advice.isEmpty() ? line : line + "\n" + " ".repeat(32) + advice;
    }
}
