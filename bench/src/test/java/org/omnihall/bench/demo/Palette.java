package org.omnihall.bench.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a picture of a page small: each point gets the nearest of the picture's most frequent colours. */
final class Palette {

    private final Map<Integer, Integer> nearest = new HashMap<>();
    private final int[] colours;

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /**
     * @param picture PNG, true colour
     * @param colours 1 to 256
     */
    static byte[] reduce(byte[] picture, int colours) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
        Palette palette = new Palette(mostFrequent(whole, colours));
        int type = palette.bits() == 4 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
        BufferedImage reduced = new BufferedImage(whole.getWidth(), whole.getHeight(), type, palette.model());
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                reduced.getRaster().setSample(x, y, 0, palette.nearest(whole.getRGB(x, y)));
            }
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", octets);
        return octets.toByteArray();
    }

    private static int[] mostFrequent(BufferedImage picture, int colours) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            counts.merge(rgb, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(colours)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private int bits() {
        return colours.length <= 16 ? 4 : 8;
    }

    private IndexColorModel model() {
        return new IndexColorModel(bits(), colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private int nearest(int rgb) {
        return nearest.computeIfAbsent(rgb, this::search);
    }

    private int search(int rgb) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(rgb, colours[i]) < distance(rgb, colours[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int apart = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += apart * apart;
        }
        return sum;
    }
}
