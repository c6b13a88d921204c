package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.interaction.NoticeChange.Done;
import org.omnihall.hall.interaction.NoticeChange.Reason;
import org.omnihall.hall.interaction.NoticeChange.Refused;
import org.omnihall.hall.party.AreaMoved;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anomalies and who is told of them. */
@HallTest
class NoticesTest {

    private static final AtomicInteger PLACES = new AtomicInteger();

    private final Notices notices;
    private final JdbcClient db;
    private final Instant now;
    private final String place;

    @Autowired
    NoticesTest(Notices notices, Areas areas, JdbcClient db, Clock clock) {
        this.notices = notices;
        this.db = db;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String code = "notice-" + PLACES.incrementAndGet();
        areas.add("/", code, code, "test");
        this.place = "/" + code + "/";
    }

    @Test
    void areShownInTheirAreaAndBelowFromBeginningToEnd() {
        Notice outage = raise(now.plusSeconds(60), now.plusSeconds(120));

        assertThat(notices.current(place, now.plusSeconds(59))).isEmpty();
        assertThat(notices.current(place, now.plusSeconds(60))).containsExactly(outage);
        assertThat(notices.current(place + "west/", now.plusSeconds(119))).containsExactly(outage);
        assertThat(notices.current(place, now.plusSeconds(120))).isEmpty();
        assertThat(notices.current("/", now.plusSeconds(60))).doesNotContain(outage);
        assertThat(notices.current(place.replaceFirst("/$", "x/"), now.plusSeconds(60)))
                .doesNotContain(outage);
    }

    @Test
    void areWithdrawnOnce() {
        Notice outage = raise(now, now.plusSeconds(120));

        assertThat(notices.withdraw(outage.id(), "chen")).isInstanceOf(Done.class);
        assertThat(notices.current(place, now.plusSeconds(1))).isEmpty();
        assertThat(notices.withdraw(outage.id(), "chen")).isEqualTo(new Refused(Reason.ALREADY_WITHDRAWN));
        assertThat(notices.withdraw(-1, "chen")).isEqualTo(new Refused(Reason.UNKNOWN));
        assertThat(acts(outage)).isEqualTo(2);
    }

    @Test
    void areRefusedForAnAreaThatIsNotThere() {
        Notices.Draft nowhere = draft("/nowhere/", now, now.plusSeconds(60));

        assertThat(notices.raise(nowhere, "chen")).isEqualTo(new Refused(Reason.NO_SUCH_AREA));
    }

    @Test
    void areListedWithThoseThatAreOver() {
        Notice first = raise(now.minusSeconds(60), now.plusSeconds(120));
        Notice second = raise(now, now.plusSeconds(120));
        notices.withdraw(second.id(), "chen");

        assertThat(notices.list(place, Optional.empty(), Paging.first()).rows())
                .extracting(Notice::id)
                .containsExactly(second.id(), first.id());
        assertThat(notices.list(place, Optional.of(Notice.Kind.BILLING_FAULT), Paging.first())
                        .rows())
                .isEmpty();
    }

    @Test
    void followAnAreaThatMoved() {
        Notice outage = raise(now, now.plusSeconds(120));
        new FollowedAreas(db).follow(new AreaMoved(place, "/else" + place));

        assertThat(notices.find(outage.id()).orElseThrow().areaPath()).isEqualTo("/else" + place);
    }

    private Notice raise(Instant from, Instant until) {
        return ((Done) notices.raise(draft(place, from, until), "chen")).notice();
    }

    private static Notices.Draft draft(String areaPath, Instant from, Instant until) {
        return new Notices.Draft(Notice.Kind.OUTAGE, areaPath, "网络故障", "Outage", from, until);
    }

    private long acts(Notice notice) {
        return db.sql("select count(*) from audit.entry where subject = ? and actor = 'chen'")
                .param("notice:" + notice.id())
                .query(Long.class)
                .single();
    }
}
