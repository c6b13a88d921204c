package org.omnihall.hall.access.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.octets.Octets;

/** What becomes of files that are to be logos. */
class LogoPressTest {

    @Test
    void makesLargePicturesSmallAndLeavesSmallOnes() throws IOException {
        assertThat(size(LogoPress.press(picture(1200, 400, "png")))).isEqualTo("360x120");
        assertThat(size(LogoPress.press(picture(400, 400, "jpeg")))).isEqualTo("120x120");
        assertThat(size(LogoPress.press(picture(80, 40, "png")))).isEqualTo("80x40");
    }

    @Test
    void drawsItAnewSoThatNothingElseOfTheFileGoesOn() throws IOException {
        Octets hidden = picture(80, 40, "png").plus(Octets.ofText("<script>alert(1)</script>"));
        LogoPress.Pressed pressed = LogoPress.press(hidden);
        assertThat(pressed)
                .isInstanceOfSatisfying(
                        LogoPress.Pressed.Logo.class,
                        logo -> assertThat(logo.png().toText()).doesNotContain("script"));
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        assertThat(LogoPress.press(Octets.EMPTY)).isEqualTo(refused(LogoFault.NONE));
        assertThat(LogoPress.press(Octets.ofText("<svg onload='alert(1)'/>"))).isEqualTo(refused(LogoFault.NO_PICTURE));
        assertThat(LogoPress.press(picture(80, 40, "gif"))).isEqualTo(refused(LogoFault.NO_PICTURE));
        Octets whole = picture(80, 40, "png");
        assertThat(LogoPress.press(whole.slice(0, 40))).isEqualTo(refused(LogoFault.NO_PICTURE));
    }

    @Test
    void boundsTheFileAndThePicture() throws IOException {
        Octets padded = picture(10, 10, "png");
        Octets full = padded.plus(Octets.of(new byte[VenuePages.LARGEST_LOGO - padded.length()]));
        assertThat(LogoPress.press(full)).isInstanceOf(LogoPress.Pressed.Logo.class);
        assertThat(LogoPress.press(full.plus(Octets.of((byte) 0)))).isEqualTo(refused(LogoFault.TOO_LARGE));
        assertThat(LogoPress.press(picture(4000, 1, "png"))).isInstanceOf(LogoPress.Pressed.Logo.class);
        assertThat(LogoPress.press(picture(4001, 1, "png"))).isEqualTo(refused(LogoFault.TOO_MANY_PIXELS));
    }

    /** Property: whatever is broken in a file, there is an answer. */
    @Test
    void answersToBrokenFiles() throws IOException {
        Random random = new Random(7);
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] whole = picture(64, 48, format).toBytes();
            for (int i = 0; i < 800; i++) {
                byte[] broken = whole.clone();
                for (int hits = random.nextInt(8); hits >= 0; hits--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThat(LogoPress.press(Octets.of(broken))).isNotNull();
            }
        }
    }

    private static LogoPress.Pressed refused(LogoFault fault) {
        return new LogoPress.Pressed.Refused(fault);
    }

    private static String size(LogoPress.Pressed pressed) throws IOException {
        Octets png = ((LogoPress.Pressed.Logo) pressed).png();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toBytes()));
        return read.getWidth() + "x" + read.getHeight();
    }

    private static Octets picture(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff8800);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return Octets.of(out.toByteArray());
    }
}
