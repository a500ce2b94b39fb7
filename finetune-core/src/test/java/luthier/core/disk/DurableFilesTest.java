package luthier.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    @Test
    void aFileIsReplacedAndNothingIsLeftBeside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        DurableFiles.write(file, "one");
        DurableFiles.write(file, "zwölf");
        assertThat(file).hasContent("zwölf");
        assertThat(folder).isDirectoryNotContaining("glob:**.writing");
    }

    @Test
    void aTargetThatCannotBeReplacedStaysAndNothingIsLeftBeside(@TempDir Path folder) throws IOException {
        Path taken = folder.resolve("target");
        Files.createDirectories(taken.resolve("inside"));
        assertThatThrownBy(() -> DurableFiles.write(taken, "text")).isInstanceOf(IOException.class);
        assertThat(taken.resolve("inside")).isDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**.writing");
    }

    @Test
    void contentThatFailsLeavesTheOldFileAndItsOwnExceptionComesThrough(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.bin");
        DurableFiles.write(file, "old");
        assertThatThrownBy(() -> DurableFiles.<TimeoutException>write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                    throw new TimeoutException("too slow");
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.writing");
    }

    @Test
    void aTreeIsDeletedWholeAndAMissingOneIsNoError(@TempDir Path folder) throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("a/b"));
        Files.writeString(tree.resolve("a/b/file"), "x");
        DurableFiles.syncTree(tree);
        DurableFiles.deleteTree(tree);
        assertThat(tree).doesNotExist();
        DurableFiles.deleteTree(tree);
    }
}
