package luthier.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimeChartTest {
    private final ChartLink link = new ChartLink();
    private final Series series = Series.empty();
    private @Nullable TimeChart chart;

    @Start
    private void start(Stage stage) {
        TimeChart made = new TimeChart(link);
        for (int i = 0; i <= 1000; i++) {
            series.add(i, i < 500 ? 1 : 3);
        }
        made.show(new Plot(
                List.of(new Layer.Line(series, Ink.SERIES_1, Layer.Strength.STRONG, null, 0)),
                1,
                true,
                true,
                0,
                "step"));
        chart = made;
        stage.setScene(new Scene(made, 640, 360));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void theLineIsWhereItsValuesAre(FxRobot robot) {
        WritableImage image = picture(robot);
        PlotArea area = area();
        assertThat(colour(image, area.x().pixel(250), area.y().pixel(1))).isEqualTo(Color.BLUE);
        assertThat(colour(image, area.x().pixel(750), area.y().pixel(3))).isEqualTo(Color.BLUE);
        assertThat(colour(image, area.x().pixel(250), area.y().pixel(2))).isNotEqualTo(Color.BLUE);
    }

    @Test
    void theMouseMovesTheSharedCrosshair(FxRobot robot) {
        robot.moveTo(at(robot, 400));
        assertThat(link.crosshair().get()).isCloseTo(400, within(3.0));
    }

    @Test
    void keysZoomMoveTheCrosshairAndShowEverything(FxRobot robot) {
        robot.clickOn(at(robot, 500)).type(KeyCode.EQUALS).type(KeyCode.EQUALS);
        Range zoomed = link.view().get();
        assertThat(zoomed).isNotNull();
        assertThat(zoomed.length()).isCloseTo(640, within(1.0));
        double before = link.crosshair().get();
        robot.type(KeyCode.RIGHT);
        assertThat(link.crosshair().get()).isGreaterThan(before);
        robot.type(KeyCode.DIGIT0);
        assertThat(link.view().get()).isNull();
    }

    @Test
    void draggingMovesTheViewAndADoubleClickShowsEverything(FxRobot robot) {
        robot.interact(() -> link.view().set(new Range(400, 600)));
        robot.interact(chart()::paintNow);
        robot.drag(at(robot, 500)).dropTo(at(robot, 450));
        assertThat(link.view().get()).isNotNull().satisfies(view -> {
            assertThat(view.from()).isGreaterThan(430);
            assertThat(view.length()).isCloseTo(200, within(1e-6));
        });
        robot.doubleClickOn(chart());
        assertThat(link.view().get()).isNull();
    }

    @Test
    void whatIsAddedIsSeenAtTheNextLook(FxRobot robot) throws InterruptedException {
        robot.interact(() -> {
            series.add(2000, 2);
            chart().repaint();
        });
        for (int i = 0; i < 100 && area().x().values().to() < 2000; i++) {
            Thread.sleep(20);
        }
        assertThat(area().x().values()).isEqualTo(new Range(0, 2000));
    }

    @Test
    void whatCannotBeSeenIsNotDrawn(FxRobot robot) throws InterruptedException {
        robot.interact(() -> {
            chart().setVisible(false);
            series.add(2000, 2);
            chart().repaint();
        });
        Thread.sleep(200);
        assertThat(area().x().values()).isEqualTo(new Range(0, 1000));
    }

    @Test
    void aPictureIsWrittenAsPng(FxRobot robot, @TempDir Path folder) throws IOException {
        WritableImage image = picture(robot);
        Path file = folder.resolve("chart.png");
        ChartPicture.write(image, file);
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    }

    private WritableImage picture(FxRobot robot) {
        WritableImage image = new WritableImage(640, 360);
        robot.interact(() -> chart().snapshot(null, image));
        return image;
    }

    private Point2D at(FxRobot robot, double value) {
        PlotArea area = area();
        return robot.point(chart())
                .query()
                .subtract(chart().getWidth() / 2, 0)
                .add(area.x().pixel(value), 0);
    }

    private static Color colour(WritableImage image, double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    private TimeChart chart() {
        TimeChart shown = chart;
        if (shown == null) {
            throw new AssertionError("not started");
        }
        return shown;
    }

    private PlotArea area() {
        PlotArea area = chart().area();
        if (area == null) {
            throw new AssertionError("not drawn");
        }
        return area;
    }
}
