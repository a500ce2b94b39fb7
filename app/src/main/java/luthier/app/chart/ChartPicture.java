package luthier.app.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes pictures.
public final class ChartPicture {
    private ChartPicture() {}

    /// As PNG; nothing half-written stays when it fails.
    public static void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try (OutputStream stream = Files.newOutputStream(file)) {
            ImageIO.write(picture, "png", stream);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
