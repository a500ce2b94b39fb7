package luthier.core.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import luthier.contract.LocalServer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server on this machine with packed files of a few bytes.
class CudaFetchTest {
    @TempDir
    Path cache = Path.of("");

    private CudaSamples samples;

    @BeforeEach
    void serve() throws IOException {
        samples = CudaSamples.serve(cache);
    }

    @AfterEach
    void stop() {
        samples.server().close();
    }

    @Test
    void theOfferTellsSizesAndFetchesNothing() throws LuthierException, InterruptedException {
        CudaOffer offer = samples.fetch().offer();
        assertThat(offer.files()).extracting(RemoteFile::name).containsExactly(CudaSamples.NAMES);
        assertThat(offer.totalBytes()).isEqualTo(samples.packedBytes()).isEqualTo(offer.missingBytes());
        assertThat(offer.folder()).isEqualTo(cache.resolve("2.7.1-cu128-linux-x86_64"));
        assertThat(samples.server().asked)
                .filteredOn(line -> line.startsWith("GET"))
                .containsExactly("GET /pytorch/2.7.1/files.txt");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aWholeDownloadLiesWhereDjlWouldPutItAndNothingElseIsLeft()
            throws LuthierException, InterruptedException, IOException {
        List<Long> heard = new ArrayList<>();
        CudaOffer offer = samples.fetch().offer();
        samples.fetch().fetch(offer, (_, done, total) -> {
            assertThat(total).isEqualTo(offer.totalBytes());
            heard.add(done);
        });
        assertThat(heard).isSorted().endsWith(offer.totalBytes());
        assertThat(samples.libraries().complete()).isTrue();
        for (String name : CudaSamples.NAMES) {
            assertThat(samples.libraries().folder().resolve(name)).hasContent("content of " + name);
        }
        assertThat(names(cache)).containsExactly("2.7.1-cu128-linux-x86_64");
    }

    @Test
    void aDownloadThatBreaksHalfWayLeavesNoLibraryAndGoesOnWhereItWas()
            throws LuthierException, InterruptedException, IOException {
        samples.server().breakAfter(CudaSamples.path("libtorch_cuda.so"), 9);
        CudaOffer first = samples.fetch().offer();
        assertThat(failureOf(first)).isEqualTo(Failure.DownloadProblem.BROKEN);
        assertThat(samples.libraries().folder()).doesNotExist();

        samples.server().mend(CudaSamples.path("libtorch_cuda.so"));
        samples.server().asked.clear();
        CudaOffer second = samples.fetch().offer();
        assertThat(second.missingBytes()).isLessThan(first.missingBytes());
        samples.fetch().fetch(second, (_, _, _) -> {});
        assertThat(samples.libraries().complete()).isTrue();
        assertThat(samples.server().asked)
                .contains("GET " + CudaSamples.path("libtorch_cuda.so"))
                .doesNotContain("GET " + CudaSamples.path("libc10.so"));
    }

    @Test
    void aFileThatAnotherServerSendsLargerIsFetchedAnew() throws LuthierException, InterruptedException, IOException {
        samples.server().breakAfter(CudaSamples.path("libtorch_cuda.so"), 9);
        assertThat(failureOf(samples.fetch().offer())).isEqualTo(Failure.DownloadProblem.BROKEN);
        samples.server().mend(CudaSamples.path("libtorch_cuda.so"));
        samples.server().putPacked(CudaSamples.path("libc10.so"), "another content of another size");
        samples.fetch().fetch(samples.fetch().offer(), (_, _, _) -> {});
        assertThat(samples.libraries().folder().resolve("libc10.so")).hasContent("another content of another size");
    }

    @Test
    void aBodyShorterThanToldIsRefused() throws LuthierException, InterruptedException, IOException {
        CudaOffer offer = samples.fetch().offer();
        byte[] whole = LocalServer.packed("content of libtorch.so");
        samples.server().put(CudaSamples.path("libtorch.so"), Arrays.copyOf(whole, whole.length - 10));
        assertThat(failureOf(offer)).isEqualTo(Failure.DownloadProblem.WRONG_SIZE);
        assertThat(samples.libraries().folder()).doesNotExist();
    }

    @Test
    void aWholeFileOfAnotherSizeThanToldIsRefused() throws LuthierException, InterruptedException, IOException {
        CudaOffer offer = samples.fetch().offer();
        samples.server().putPacked(CudaSamples.path("libtorch.so"), "something else that is longer");
        assertThat(failureOf(offer)).isEqualTo(Failure.DownloadProblem.WRONG_SIZE);
        assertThat(samples.libraries().folder()).doesNotExist();
    }

    @Test
    void aDamagedFileIsRefused() throws LuthierException, InterruptedException, IOException {
        byte[] damaged = LocalServer.packed("content of libtorch.so");
        damaged[damaged.length - 8] ^= 1;
        samples.server().put(CudaSamples.path("libtorch.so"), damaged);
        assertThat(failureOf(samples.fetch().offer())).isEqualTo(Failure.DownloadProblem.DAMAGED);
        assertThat(samples.libraries().folder()).doesNotExist();
    }

    @Test
    void aFileThatTheServerDoesNotHaveIsNamed() {
        samples.server().remove(CudaSamples.path("libc10.so"));
        assertThatThrownBy(() -> samples.fetch().offer())
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.DownloadFailed(
                                        samples.server().address() + CudaSamples.path("libc10.so"),
                                        Failure.DownloadProblem.STATUS,
                                        "404")));
    }

    @Test
    void tooLittleSpaceIsSaidBeforeAnythingIsFetched() throws LuthierException, InterruptedException {
        CudaFetch fetch = samples.fetch(_ -> 10);
        CudaOffer offer = fetch.offer();
        samples.server().asked.clear();
        assertThatThrownBy(() -> fetch.fetch(offer, (_, _, _) -> {}))
                .isInstanceOfSatisfying(
                        LuthierException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.TooLittleSpace(
                                        samples.libraries().folder().toString(), 3 * samples.packedBytes(), 10)));
        assertThat(samples.server().asked).isEmpty();
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void whatDjlLeftInAFolderOfThatNameIsReplaced() throws LuthierException, InterruptedException, IOException {
        Path folder = Files.createDirectories(samples.libraries().folder());
        Files.writeString(folder.resolve("0.35.1-libdjl_torch.so"), "made again by DJL");
        samples.fetch().fetch(samples.fetch().offer(), (_, _, _) -> {});
        assertThat(names(folder)).containsExactlyInAnyOrder(CudaSamples.NAMES);
    }

    @Test
    void twoAtOnceDoNotWriteIntoEachOther() throws LuthierException, InterruptedException, IOException {
        CudaOffer offer = samples.fetch().offer();
        try (Staging held = Staging.take(samples.libraries())) {
            assertThat(failureOf(offer)).isEqualTo(Failure.DownloadProblem.IN_USE);
            assertThat(held).isNotNull();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String address : List.of("publish.djl.ai", "ftp://x/y", "http://", "http://a b")) {
            CudaFetch fetch = new CudaFetch(address, samples.libraries(), _ -> Long.MAX_VALUE);
            assertThatThrownBy(fetch::offer)
                    .isInstanceOfSatisfying(
                            LuthierException.class,
                            e -> assertThat(e.failure())
                                    .isEqualTo(new Failure.DownloadFailed(
                                            address, Failure.DownloadProblem.BAD_ADDRESS, "luthier.cuda.source")));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    private Failure.DownloadProblem failureOf(CudaOffer offer) throws InterruptedException {
        try {
            samples.fetch().fetch(offer, (_, _, _) -> {});
        } catch (LuthierException e) {
            return ((Failure.DownloadFailed) e.failure()).problem();
        }
        throw new AssertionError("was fetched");
    }
}
