package luthier.core.cuda;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// What a download would bring, told before it is agreed to.
///
/// @param source the folder on the server
/// @param folder where the libraries will lie
/// @param files all that belong to the libraries
/// @param missing those that are not here from a download that was interrupted
/// @param freeBytes at that place
public record CudaOffer(URI source, Path folder, List<RemoteFile> files, List<RemoteFile> missing, long freeBytes) {
    /// The server tells packed sizes only; such libraries unpack to no more than this many times as much.
    private static final long UNPACKED = 3;

    public CudaOffer {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    public long totalBytes() {
        return bytes(files);
    }

    public long missingBytes() {
        return bytes(missing);
    }

    public long keptBytes() {
        return totalBytes() - missingBytes();
    }

    /// An estimate of the room that is still needed.
    public long neededBytes() {
        return UNPACKED * missingBytes();
    }

    /// @throws LuthierException (TooLittleSpace) when it will not go in
    public void requireSpace() throws LuthierException {
        if (neededBytes() > freeBytes) {
            throw new LuthierException(new Failure.TooLittleSpace(folder.toString(), neededBytes(), freeBytes));
        }
    }

    private static long bytes(List<RemoteFile> files) {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }
}
