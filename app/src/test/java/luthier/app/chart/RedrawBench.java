package luthier.app.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import luthier.app.console.Console;
import luthier.app.fx.FxThread;

/// How long one look at a chart takes, up to the pixels: `RedrawBench`.
public final class RedrawBench {
    private static final int TURNS = 25;
    private static final int WARM_UP = 25;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    private RedrawBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(() -> {});
        CountDownLatch done = new CountDownLatch(1);
        new FxThread().execute(() -> {
            for (int points : new int[] {1_000_000, 100_000, 10_000}) {
                measure(points);
            }
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static void measure(int points) {
        Series series = Series.empty();
        Random random = new Random(1);
        for (int i = 0; i < points; i++) {
            series.add(i, 2 + 3 / Math.sqrt(i + 1.0) + random.nextGaussian() * 0.1);
        }
        Smoothing smoothing = new Smoothing(series.y(), 0.9);
        TimeChart chart = new TimeChart(new ChartLink());
        Scene scene = new Scene(chart, WIDTH, HEIGHT);
        chart.show(new Plot(
                List.of(
                        new Layer.Line(series, Ink.SERIES_1, Layer.Strength.FAINT, "raw", 0),
                        new Layer.Line(
                                new Series(series.x(), smoothing.output()),
                                Ink.SERIES_1,
                                Layer.Strength.STRONG,
                                "smoothed",
                                0)),
                1,
                false,
                true,
                points,
                "step"));
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        for (int turn = 0; turn < WARM_UP; turn++) {
            chart.paintNow();
            scene.snapshot(image);
        }
        double[] paint = new double[TURNS];
        double[] whole = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long begin = System.nanoTime();
            chart.paintNow();
            paint[turn] = (System.nanoTime() - begin) / 1e6;
            scene.snapshot(image);
            whole[turn] = (System.nanoTime() - begin) / 1e6;
        }
        Console console = Console.ofThisProcess();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%,d points, two lines: on the window's thread %.1f ms, to the pixels %.1f ms (medians)%n",
                        points,
                        median(paint),
                        median(whole));
        console.out().flush();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
