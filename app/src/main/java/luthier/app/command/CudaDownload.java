package luthier.app.command;

import java.io.IOException;
import java.util.Locale;
import luthier.app.console.Console;
import luthier.app.console.ExitCode;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.core.cuda.CudaFetch;
import luthier.core.cuda.CudaLibraries;
import luthier.core.cuda.CudaOffer;
import luthier.core.run.Failure;
import luthier.core.run.LuthierException;

/// Fetches PyTorch's libraries for GPUs: tells what and how much, asks, shows how far it is.
record CudaDownload(CudaFetch fetch, Console console) {
    /// @param agreed whether the question was answered on the command line
    ExitCode run(boolean agreed) throws LuthierException, InterruptedException {
        CudaLibraries libraries = fetch.libraries();
        if (libraries.complete()) {
            console.out().println(Messages.of("cuda.there", libraries.folder()));
            return ExitCode.OK;
        }
        CudaOffer offer = fetch.offer();
        tell(offer);
        offer.requireSpace();
        if (!agreed && !agrees()) {
            console.out().println(Messages.of("cuda.declined"));
            return ExitCode.FAILED;
        }
        DownloadProgress progress = new DownloadProgress(console, System::nanoTime);
        try {
            fetch.fetch(offer, progress);
        } finally {
            progress.end();
        }
        console.out().println(Messages.of("cuda.done", libraries.folder()));
        return ExitCode.OK;
    }

    private void tell(CudaOffer offer) {
        String what = Messages.of(
                "cuda.offer.what",
                Figures.count(offer.files().size()),
                Figures.bytes(offer.missingBytes()),
                Figures.bytes(offer.neededBytes()));
        console.out()
                .println(Messages.of(
                        "cuda.offer",
                        CudaLibraries.VERSION,
                        CudaLibraries.FLAVOR,
                        fetch.libraries().platform()));
        console.out().println(Messages.of("cuda.offer.from", offer.source()));
        console.out()
                .println(
                        offer.keptBytes() == 0
                                ? what
                                : what + Messages.of("cuda.offer.kept", Figures.bytes(offer.keptBytes())));
        console.out().println(Messages.of("cuda.offer.to", offer.folder(), Figures.bytes(offer.freeBytes())));
    }

    private boolean agrees() throws LuthierException {
        if (!console.terminal()) {
            throw new LuthierException(new Failure.InvalidSpec(
                    Messages.of("place.commandLine"), "--fetch-cuda", Messages.of("cuda.unanswered")));
        }
        console.out().print(Messages.of("cuda.question") + " ");
        console.out().flush();
        try {
            String answer = console.in().readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            throw new LuthierException(
                    new Failure.DiskFailure(
                            Messages.of("chat.input"), Messages.of("cuda.reading"), String.valueOf(e.getMessage())),
                    e);
        }
    }
}
