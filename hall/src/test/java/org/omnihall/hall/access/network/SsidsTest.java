package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As many SSIDs as there are shops with business Wi-Fi: each is found, none is cut off. */
@HallTest
class SsidsTest {

    private static final int SHOPS = 1_200;

    private final Ssids ssids;
    private final JdbcClient db;

    @Autowired
    SsidsTest(Ssids ssids, JdbcClient db) {
        this.ssids = ssids;
        this.db = db;
    }

    @Test
    void findsAndPagesThroughMoreThanAThousand() {
        db.sql("""
                insert into access.ssid (area_path, name, ssid_group, profile_id)
                select '/', 'Shop-' || to_char(n, 'FM0000'), 'Shop-' || n, (select min(id) from access.access_profile)
                from generate_series(1, ?) n""").param(SHOPS).update();
        Change<Ssids.Ssid> last = ssids.add(Draft.of("name", "Shop-last", "area", "/"), "LI");
        assertThat(last).isInstanceOf(Change.Done.class);
        assertThat(ssids.named("Shop-1200")).isPresent();
        assertThat(ssids.named("shop-1200")).as("SSIDs are octets").isEmpty();
        int seen = 0;
        Slice<Ssids.Ssid> page = ssids.list("Shop-", Paging.first());
        seen += page.rows().size();
        while (page.next().isPresent()) {
            page = ssids.list("Shop-", Paging.parse(page.next().get()));
            seen += page.rows().size();
        }
        assertThat(seen).isEqualTo(SHOPS + 1);
        assertThat(ssids.add(Draft.of("name", "Shop-1200", "area", "/"), "LI")).isInstanceOf(Change.Refused.class);
        db.sql("delete from access.ssid where name like 'Shop-%'").update();
    }
}
