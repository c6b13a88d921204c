package org.omnihall.hall.access.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.awt.image.RasterFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.octets.Octets;

/**
 * Makes a logo out of a file: what is no PNG or JPEG by its content is refused, its size is read before a single pixel is, and what goes on is
 * a picture of our own drawing, so that nothing else that the file held ever reaches a phone.
 */
final class LogoPress {

    static final int MOST_PIXELS_A_SIDE = 4000;
    static final int WIDEST = 360;
    static final int HIGHEST = 120;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** What a file came to. */
    sealed interface Pressed {

        record Logo(Octets png) implements Pressed {}

        record Refused(LogoFault fault) implements Pressed {}
    }

    private LogoPress() {}

    static Pressed press(Octets file) {
        if (file.isEmpty() || file.length() > VenuePages.LARGEST_LOGO) {
            return new Pressed.Refused(file.isEmpty() ? LogoFault.NONE : LogoFault.TOO_LARGE);
        }
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.toBytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return read(reader, in);
                }
                reader.dispose();
            }
            return new Pressed.Refused(LogoFault.NO_PICTURE);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | CMMException
                | RasterFormatException
                | NullPointerException broken) { // what the JDK's readers answer to broken files
            return new Pressed.Refused(LogoFault.NO_PICTURE);
        }
    }

    private static Pressed read(ImageReader reader, MemoryCacheImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > MOST_PIXELS_A_SIDE || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
                return new Pressed.Refused(LogoFault.TOO_MANY_PIXELS);
            }
            return new Pressed.Logo(png(small(reader.read(0))));
        } finally {
            reader.dispose();
        }
    }

    /** The picture in the room that the page has; a small one is not made larger. */
    private static BufferedImage small(BufferedImage picture) {
        double shrink =
                Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * shrink));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * shrink));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static Octets png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(out.toByteArray());
    }
}
