package luthier.core.cuda;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Fetches the libraries as DJL's own download does, but only after it told what that means, and so that an
/// interrupted
/// download can be repeated.
///
/// @param source the server's web address; the files of a PyTorch lie in a folder of its version there
public record CudaFetch(String source, CudaLibraries libraries, FreeSpace space) {
    /// The system property that names another server with the same layout.
    public static final String SOURCE_PROPERTY = "luthier.cuda.source";

    private static final String DJL_SERVER = "https://publish.djl.ai/pytorch";

    public static CudaFetch ofThisMachine() {
        return new CudaFetch(
                System.getProperty(SOURCE_PROPERTY, DJL_SERVER),
                CudaLibraries.ofThisMachine(),
                FreeSpace.ofFileSystem());
    }

    /// Asks the server what there is and how large; fetches none of it.
    public CudaOffer offer() throws LuthierException, InterruptedException {
        URI folder = folderOnServer();
        try (CudaServer server = new CudaServer(folder)) {
            List<RemoteFile> files = server.files(libraries);
            return new CudaOffer(folder, libraries.folder(), files, missing(files), space.bytesAt(libraries.cache()));
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    /// Fetches what was offered. Until it has returned there is nothing that could be taken for the libraries.
    public void fetch(CudaOffer offer, FetchProgress progress) throws LuthierException, InterruptedException {
        offer.requireSpace();
        try (CudaServer server = new CudaServer(offer.source());
                Staging staging = Staging.take(libraries)) {
            Transfer transfer = new Transfer(server, staging);
            List<RemoteFile> missing = missing(offer.files());
            long done = offer.totalBytes()
                    - missing.stream().mapToLong(RemoteFile::bytes).sum();
            for (RemoteFile file : missing) {
                long before = done;
                progress.at(file.name(), before, offer.totalBytes());
                transfer.bring(file, now -> progress.at(file.name(), before + now, offer.totalBytes()));
                done += file.bytes();
            }
            staging.publish(offer.files());
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    private List<RemoteFile> missing(List<RemoteFile> files) throws IOException {
        List<RemoteFile> missing = new ArrayList<>();
        for (RemoteFile file : files) {
            if (!Staging.has(libraries, file)) {
                missing.add(file);
            }
        }
        return missing;
    }

    private URI folderOnServer() throws LuthierException {
        String address = source.endsWith("/") ? source.substring(0, source.length() - 1) : source;
        if (!address.toLowerCase(Locale.ROOT).matches("https?://[^/\\s]+.*")) {
            throw badAddress();
        }
        try {
            return new URI(address + "/" + CudaLibraries.VERSION);
        } catch (URISyntaxException _) {
            throw badAddress();
        }
    }

    private LuthierException badAddress() {
        return new LuthierException(
                new Failure.DownloadFailed(source, Failure.DownloadProblem.BAD_ADDRESS, SOURCE_PROPERTY));
    }

    private LuthierException diskFailure(IOException cause) {
        return new LuthierException(
                new Failure.DiskFailure(libraries.cache().toString(), "the libraries for CUDA", String.valueOf(cause)),
                cause);
    }
}
