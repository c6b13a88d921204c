package org.omnihall.hall.access.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much of what an owner makes of his page is kept, and for how long (requirement A14). */
@HallTest
class KeptLooksTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final VenuePages pages;
    private final Ssids ssids;
    private final Venues venues;
    private final JdbcClient db;

    @Autowired
    KeptLooksTest(ApplicationContext hall) {
        this.pages = hall.getBean(VenuePages.class);
        this.ssids = hall.getBean(Ssids.class);
        this.venues = hall.getBean(Venues.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void keepsFiftyVersionsAndThoseThatAreAndWereShown() {
        long place = place();
        pages.publish(place, Optional.of(saved(place, Optional.empty())), "user:li");
        saved(place, Optional.empty());
        pages.publish(place, Optional.of(saved(place, Optional.empty())), "user:li");
        while (saved(place, Optional.empty()) < 50) {
            assertThat(pages.versions(place)).hasSizeLessThanOrEqualTo(50);
        }
        assertThat(pages.versions(place)).hasSize(50);
        while (saved(place, Optional.empty()) < 60) {
            assertThat(pages.versions(place)).hasSizeLessThanOrEqualTo(52);
        }
        assertThat(pages.versions(place))
                .extracting(VenuePage::version)
                .startsWith(60)
                .contains(1, 3, 11)
                .doesNotContain(2, 10);
        assertThat(pages.undo(place, "user:li")).isTrue();
        assertThat(pages.versions(place))
                .filteredOn(VenuePage::shown)
                .extracting(VenuePage::version)
                .containsExactly(1);
    }

    @Test
    void keepsALogoThatAVersionShowsAndNoOther() throws IOException {
        long place = place();
        String shown = logo(place, 10);
        saved(place, Optional.of(shown));
        String unused = logo(place, 20);
        String fresh = logo(place, 30);
        db.sql("update access.page_logo set made_at = made_at - interval '2 days' where name <> ? and place_id = ?")
                .params(fresh, place)
                .update();
        saved(place, Optional.empty());
        assertThat(pages.logo(place, shown)).isPresent();
        assertThat(pages.logo(place, fresh)).isPresent();
        assertThat(pages.logo(place, unused)).isEmpty();
    }

    @Test
    void goesWithItsPlace() throws IOException {
        long place = place();
        saved(place, Optional.of(logo(place, 10)));
        pages.publish(place, Optional.of(1), "user:li");
        ssids.removeAtVenue(place, "test");
        for (String table : new String[] {"venue_page", "venue_page_shown", "page_logo"}) {
            assertThat(db.sql("select count(*) from access." + table + " where place_id = ?")
                            .param(place)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(pages.takeLogo(place, picture(10), "user:li"))
                .isEqualTo(new VenuePages.Logo.Refused(LogoFault.GONE));
    }

    private int saved(long place, Optional<String> logo) {
        return ((VenuePages.Saved.Done) pages.save(place, VenueLook.PLAIN.with(logo), "user:li"))
                .page()
                .version();
    }

    private String logo(long place, int width) throws IOException {
        return ((VenuePages.Logo.Taken) pages.takeLogo(place, picture(width), "user:li")).name();
    }

    private long place() {
        int number = NEXT.incrementAndGet();
        long venue =
                done(venues.add(Draft.of("name", "Kept " + number), "test")).id();
        long ssid = done(ssids.add(Draft.of("name", "Kept-" + number), "test")).id();
        done(ssids.putAtVenue(ssid, venue, Optional.empty(), "test"));
        return ssids.venuesOf(ssid, 10).getFirst().id();
    }

    private static Octets picture(int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_ARGB), "png", out);
        return Octets.of(out.toByteArray());
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
