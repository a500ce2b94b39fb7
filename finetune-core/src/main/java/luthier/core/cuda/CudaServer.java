package luthier.core.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// The server that DJL downloads from, or one that is laid out like it.
final class CudaServer implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int FOUND = 200;

    private final URI folder;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(LONGEST_WAIT)
            .build();

    CudaServer(URI folder) {
        this.folder = folder;
    }

    /// What belongs to the libraries, with the sizes that the server tells.
    List<RemoteFile> files(CudaLibraries libraries) throws LuthierException, InterruptedException {
        URI list = URI.create(folder + "/files.txt");
        String text = answer(request(list).GET(), BodyHandlers.ofString()).body();
        List<RemoteFile> files = new ArrayList<>();
        for (FileList.Entry entry : new FileList(folder, text).of(libraries)) {
            files.add(new RemoteFile(entry.address(), entry.name(), size(entry.address())));
        }
        return files;
    }

    InputStream open(RemoteFile file) throws LuthierException, InterruptedException {
        return answer(request(file.address()).GET(), BodyHandlers.ofInputStream())
                .body();
    }

    private long size(URI address) throws LuthierException, InterruptedException {
        long bytes = answer(request(address).HEAD(), BodyHandlers.discarding())
                .headers()
                .firstValueAsLong("Content-Length")
                .orElse(0);
        if (bytes <= 0) {
            throw failure(address, Failure.DownloadProblem.NO_SIZE, "");
        }
        return bytes;
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(LONGEST_WAIT);
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder builder, BodyHandler<T> body)
            throws LuthierException, InterruptedException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<T> response = client.send(request, body);
            if (response.statusCode() != FOUND) {
                throw failure(request.uri(), Failure.DownloadProblem.STATUS, Integer.toString(response.statusCode()));
            }
            return response;
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.DownloadFailed(
                            request.uri().toString(), Failure.DownloadProblem.UNREACHABLE, e.toString()),
                    e);
        }
    }

    private static LuthierException failure(URI address, Failure.DownloadProblem problem, String detail) {
        return new LuthierException(new Failure.DownloadFailed(address.toString(), problem, detail));
    }

    @Override
    public void close() {
        // not close(): that would wait for the rest of a body that nobody reads any more
        client.shutdownNow();
    }
}
