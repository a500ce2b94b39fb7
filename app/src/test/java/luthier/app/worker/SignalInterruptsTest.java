package luthier.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends the signal with kill")
class SignalInterruptsTest {
    @Test
    void hearsEverySignal() throws IOException, InterruptedException {
        Semaphore heard = new Semaphore(0);
        try (Interrupts.Listening _ = new SignalInterrupts().listen(heard::release)) {
            for (int i = 0; i < 2; i++) {
                String self = Long.toString(ProcessHandle.current().pid());
                assertThat(new ProcessBuilder("kill", "-INT", self).start().waitFor())
                        .isZero();
                assertThat(heard.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }
}
