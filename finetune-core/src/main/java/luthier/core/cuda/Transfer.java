package luthier.core.cuda;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Brings one file from the server into the staging folder: unpacked as it comes, its size and checksum compared.
record Transfer(CudaServer server, Staging staging) {
    private static final int BUFFER_BYTES = 1 << 16;

    /// @param counter hears how many packed bytes came so far
    void bring(RemoteFile file, LongConsumer counter) throws LuthierException, InterruptedException, IOException {
        try (CountedBody body = new CountedBody(server.open(file), counter)) {
            unpack(body, file);
            if (body.bytes() != file.bytes()) {
                throw new LuthierException(failure(Failure.DownloadProblem.WRONG_SIZE, body, file));
            }
        }
        staging.keep(file);
    }

    private void unpack(CountedBody body, RemoteFile file) throws LuthierException, IOException {
        try (InputStream content = new GZIPInputStream(body, BUFFER_BYTES)) {
            staging.write(content);
            body.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw new LuthierException(failure(reason(body, file), body, file), e);
        } catch (IOException e) {
            if (body.broken()) {
                throw new LuthierException(failure(Failure.DownloadProblem.BROKEN, body, file), e);
            }
            throw e;
        }
    }

    private static Failure.DownloadProblem reason(CountedBody body, RemoteFile file) {
        if (body.broken()) {
            return Failure.DownloadProblem.BROKEN;
        }
        return body.bytes() < file.bytes() ? Failure.DownloadProblem.WRONG_SIZE : Failure.DownloadProblem.DAMAGED;
    }

    private static Failure failure(Failure.DownloadProblem problem, CountedBody body, RemoteFile file) {
        return new Failure.DownloadFailed(file.address().toString(), problem, body.bytes() + "/" + file.bytes());
    }
}
