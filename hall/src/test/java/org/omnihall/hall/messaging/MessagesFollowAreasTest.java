package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.party.AreaMoved;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages go with the Area in which they were sent. */
@ExtendWith(HallDatabase.class)
class MessagesFollowAreasTest {

    @Test
    void followAnAreaThatMovedAndNoOther(JdbcClient db) {
        assertThat(AnyRow.tablesWith(db, "messaging", "area_path"))
                .containsExactlyInAnyOrder("messaging.message", "messaging.company_line");
        AnyRow.insert(db, "messaging.message", "x", "area_path", "/zj/hz/");
        AnyRow.insert(db, "messaging.message", "x", "area_path", "/zj/hzx/");
        new MessageBook(db).follow(new AreaMoved("/zj/hz/", "/hz/"));
        assertThat(db.sql("select area_path from messaging.message order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("/hz/", "/zj/hzx/");
    }

    @Test
    void takeTheLinesOfCompaniesAlong(JdbcClient db) {
        AnyRow.insert(db, "messaging.company_line", "one", "area_path", "/zj/hz/");
        AnyRow.insert(db, "messaging.company_line", "two", "area_path", "/zj/hzx/");
        new SmsLines(db, Clock.systemUTC()).follow(new AreaMoved("/zj/hz/", "/hz/"));
        assertThat(db.sql("select area_path from messaging.company_line order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("/hz/", "/zj/hzx/");
    }
}
