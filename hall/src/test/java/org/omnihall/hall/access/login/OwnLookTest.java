package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.PagePreviews;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.access.look.Looks;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner of a Venue makes of its page, on the login page that phones at his SSID see (requirement A14). */
@HallTest
@Import(OneController.class)
class OwnLookTest {

    private static final String AP = "08:ee:21:77:00:01";

    private final ApplicationContext hall;
    private final JdbcClient db;
    private final WebPhone phone;
    private final Looks looks;
    private final PagePreviews previews;

    @Autowired
    OwnLookTest(ApplicationContext hall, WebPhone phone) {
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.phone = phone;
        this.looks = hall.getBean(Looks.class);
        this.previews = hall.getBean(PagePreviews.class);
    }

    @BeforeEach
    void forgetLimits() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
    }

    @Test
    void showsThePageOfTheVenuesOwnerAtItsSsidAlone() throws IOException {
        long place = place();
        assertThat(page()).contains("免费上网").doesNotContain("欢迎光临湖畔");
        VenuePages.Logo taken = looks.takeLogo(place, logo(), "user:li");
        String name = ((VenuePages.Logo.Taken) taken).name();
        int version = saved(place, "欢迎光临湖畔", Optional.of(name));
        assertThat(page()).as("it is not published").contains("免费上网");
        assertThat(looks.publish(place, Optional.of(version), "user:li")).isTrue();
        HttpResponse<String> shown = phone.get(phone.land("&wlanapmac=" + AP));
        assertThat(shown.body())
                .contains("欢迎光临湖畔", "第二杯半价", "#7a3b12", "/pages/logo/" + name + ".png", "短信验证码")
                .doesNotContain("免费上网");
        assertThat(shown.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(40 * 1024);
        String style = shown.body().split("<style>", 2)[1].split("</style>", 2)[0];
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("'sha256-"
                        + Base64.getEncoder()
                                .encodeToString(Octets.ofText(style).sha256().toBytes()) + "'")
                .doesNotContain("unsafe");
        assertThat(phone.get("/pages/logo/" + name + ".png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(phone.get("/pages/logo/" + "0".repeat(32) + ".png").statusCode())
                .isEqualTo(404);
        phone.becomesAnother();
        assertThat(phone.get(phone.land()).body()).as("elsewhere").contains("免费上网");
    }

    @Test
    void takesTheLastPublishingBackAndKeepsEveryVersion() {
        long place = place();
        int first = saved(place, "第一版", Optional.empty());
        looks.publish(place, Optional.of(first), "user:li");
        int second = saved(place, "第二版", Optional.empty());
        looks.publish(place, Optional.of(second), "user:li");
        assertThat(page()).contains("第二版");
        assertThat(looks.undo(place, "user:li")).isTrue();
        assertThat(page()).contains("第一版");
        assertThat(looks.publish(place, Optional.empty(), "user:li")).isTrue();
        assertThat(page()).contains("免费上网");
        assertThat(looks.publish(place, Optional.of(second + 1), "user:li")).isFalse();
        assertThat(looks.versions(place)).extracting(VenuePage::version).startsWith(second, first);
        looks.forget(place);
        assertThat(looks.versions(place)).isEmpty();
        assertThat(looks.undo(place, "user:li")).isFalse();
    }

    @Test
    void refusesWhatCannotBeReadAndTheLogoOfAnother() {
        long place = place();
        VenueLook pale = new VenueLook(new VenueLook.Texts("", "", "", ""), "#eeeeee", "#ffffff", Optional.empty());
        assertThat(looks.save(place, pale, "user:li"))
                .isEqualTo(new VenuePages.Saved.Refused(VenuePages.Fault.CONTRAST));
        assertThat(looks.save(place, VenueLook.PLAIN.with(Optional.of("a".repeat(32))), "user:li"))
                .isEqualTo(new VenuePages.Saved.Refused(VenuePages.Fault.LOGO));
        assertThat(looks.save(place + 1_000, VenueLook.PLAIN, "user:li"))
                .isEqualTo(new VenuePages.Saved.Refused(VenuePages.Fault.UNKNOWN));
    }

    @Test
    void drawsThePreviewByTheSameTemplateAndWithoutAForm() {
        VenueLook look =
                new VenueLook(new VenueLook.Texts("<b>题</b>", "Title", "", ""), "#000000", "#ffffff", Optional.empty());
        PagePreviews.Preview preview = previews.draw(look, "湖畔", Optional.empty(), Locale.SIMPLIFIED_CHINESE);
        assertThat(preview.html().toText())
                .contains("&lt;b&gt;题", "name=\"number\"")
                .doesNotContain("<b>题");
        assertThat(preview.policy()).contains("form-action 'none'", "frame-ancestors 'self'");
        assertThat(previews.draw(look, "", Optional.empty(), Locale.ENGLISH)
                        .html()
                        .toText())
                .contains("Title");
    }

    private String page() {
        phone.becomesAnother();
        return phone.get(phone.land("&wlanapmac=" + AP)).body();
    }

    private int saved(long place, String title, Optional<String> logo) {
        VenueLook look = new VenueLook(new VenueLook.Texts(title, "", "第二杯半价", ""), "#7a3b12", "#fff6ea", logo);
        return ((VenuePages.Saved.Done) looks.save(place, look, "user:li"))
                .page()
                .version();
    }

    /** The SSID of the phones at a Venue with the AP of this test; made once. */
    private long place() {
        Ssids ssids = hall.getBean(Ssids.class);
        Optional<Long> before = ssids.named("CMCC").stream()
                .flatMap(ssid -> ssids.venuesOf(ssid.id(), 10).stream())
                .filter(at -> at.venueName().equals("Lakeside"))
                .map(Ssids.AtVenue::id)
                .findFirst();
        if (before.isPresent()) {
            looks.forget(before.get());
            return before.get();
        }
        long venue = done(hall.getBean(Venues.class).add(Draft.of("name", "Lakeside"), "test"))
                .id();
        long ssid = done(ssids.add(Draft.of("name", "CMCC"), "test")).id();
        done(ssids.putAtVenue(ssid, venue, Optional.empty(), "test"));
        long controller = done(hall.getBean(ControllerRegistry.class)
                        .add(
                                Draft.of(
                                        "name",
                                        "ac-lakeside",
                                        "addresses",
                                        "10.77.0.1",
                                        "radiusSecret",
                                        "sixteen-octets-at-least"),
                                "test"))
                .id();
        done(hall.getBean(AccessPoints.class)
                .add(
                        Draft.of(
                                "name",
                                "lakeside-1",
                                "mac",
                                AP,
                                "venue",
                                Long.toString(venue),
                                "controller",
                                Long.toString(controller)),
                        "test"));
        Eventually.holds("the place is known", () -> !ssids.atVenue(venue).isEmpty());
        return ssids.atVenue(venue).getFirst().id();
    }

    private static Octets logo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 80, BufferedImage.TYPE_INT_ARGB), "png", out);
        return Octets.of(out.toByteArray());
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
