package org.omnihall.hall.access.code;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.omnihall.octets.Octets;

/** Digits as bent strokes with noise, 160 x 56. The strokes are our own, so a machine without fonts draws them too. */
final class Drawing {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 56;

    /** Each digit's strokes on a field of 4 x 6, x and y of every corner; a blank starts a new stroke. */
    private static final Map<Character, String> STROKES = Map.of(
            '2', "01 10 30 41 42 06 46",
            '3', "00 40 22 33 44 45 36 16 05",
            '4', "34 04 30 36",
            '5', "40 00 02 32 43 45 36 06",
            '6', "30 12 04 05 16 36 45 44 33 13 04",
            '7', "00 40 16",
            '8', "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
            '9', "42 33 13 02 01 10 30 41 43 26");

    private Drawing() {}

    static Octets png(String digits, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xf4f6fb));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < digits.length(); i++) {
            draw(pen, digits.charAt(i), i, random);
        }
        for (int i = 0; i < 5; i++) {
            noise(pen, random);
        }
        pen.dispose();
        return encode(image);
    }

    private static void draw(Graphics2D pen, char digit, int position, RandomGenerator random) {
        Path2D path = new Path2D.Double();
        for (String corner : STROKES.getOrDefault(digit, "00 46").split(" ", -1)) {
            double x = corner.charAt(0) - '0' + random.nextDouble(-0.25, 0.25);
            double y = corner.charAt(1) - '0' + random.nextDouble(-0.25, 0.25);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        AffineTransform place = AffineTransform.getTranslateInstance(
                14 + position * 36 + random.nextDouble(-3, 3), 10 + random.nextDouble(-3, 3));
        place.rotate(random.nextDouble(-0.35, 0.35), 10, 18);
        place.shear(random.nextDouble(-0.25, 0.25), 0);
        place.scale(random.nextDouble(4.6, 6), random.nextDouble(5.2, 6.4));
        pen.setColor(new Color(random.nextInt(20, 90), random.nextInt(40, 110), random.nextInt(110, 190)));
        pen.setStroke(
                new BasicStroke((float) random.nextDouble(2.6, 3.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(place.createTransformedShape(path));
    }

    private static void noise(Graphics2D pen, RandomGenerator random) {
        pen.setColor(new Color(random.nextInt(60, 170), random.nextInt(80, 180), random.nextInt(120, 210)));
        pen.setStroke(new BasicStroke((float) random.nextDouble(0.8, 1.8)));
        pen.draw(new QuadCurve2D.Double(
                random.nextInt(WIDTH / 4),
                random.nextInt(HEIGHT),
                random.nextInt(WIDTH),
                random.nextInt(HEIGHT),
                WIDTH - random.nextInt(WIDTH / 4),
                random.nextInt(HEIGHT)));
    }

    private static Octets encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(out.toByteArray());
    }
}
