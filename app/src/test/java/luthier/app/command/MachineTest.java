package luthier.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path system = Path.of("");

    @Test
    void nativesThatAreMissingAreSaidSo() {
        assertThat(new Machine("lib/gson.jar", system).checks())
                .filteredOn(check -> !check.ok())
                .singleElement()
                .satisfies(check -> assertThat(check.advice()).contains("./luthier"));
    }

    @Test
    void aCudaDriverIsFoundByItsLibrary() throws IOException {
        Path driver = system.resolve("usr/lib/wsl/lib/libcuda.so.1");
        Files.createDirectories(driver.getParent());
        Files.createFile(driver);
        assertThat(new Machine("lib/pytorch-native-cpu.jar", system).checks())
                .allMatch(MachineCheck::ok)
                .anyMatch(check -> check.value().equals(driver.toString()));
    }
}
