package luthier.app.i18n;

import luthier.core.run.Failure;

/// What went wrong with a download, and what to do.
final class DownloadText {
    private DownloadText() {}

    static String of(Failure.DownloadFailed download) {
        String detail = download.detail();
        return switch (download.problem()) {
            case BAD_ADDRESS -> Messages.of("download.badAddress", detail);
            case UNREACHABLE -> Messages.of("download.unreachable", detail);
            case STATUS -> Messages.of("download.status", detail);
            case NOTHING_THERE -> Messages.of("download.nothingThere", detail);
            case BAD_NAME -> Messages.of("download.badName", detail);
            case NO_SIZE -> Messages.of("download.noSize");
            case BROKEN -> Messages.of("download.broken", came(detail), told(detail));
            case WRONG_SIZE -> Messages.of("download.wrongSize", came(detail), told(detail));
            case DAMAGED -> Messages.of("download.damaged");
            case IN_USE -> Messages.of("download.inUse");
        };
    }

    private static String came(String sizes) {
        return count(sizes.substring(0, sizes.indexOf('/')));
    }

    private static String told(String sizes) {
        return count(sizes.substring(sizes.indexOf('/') + 1));
    }

    private static String count(String bytes) {
        return Figures.count(Long.parseLong(bytes));
    }
}
