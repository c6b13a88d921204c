package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.Change;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of guests at a controller of the started hall, kept there and brought home. */
@HallTest
class GuestAccountingTest extends GuestHomes {

    private static final String GUEST = "li@js.example";

    private final JdbcClient db;

    @Autowired
    GuestAccountingTest(ApplicationContext hall, JdbcClient db) {
        super(hall, "127.0.23.2", "js.example");
        this.db = db;
    }

    @Test
    void keepsTheBooksOfAGuestAndSendsThemHomeThoughItIsSilentAtFirst() {
        home.silent(true);
        second.silent(true);
        Packet acknowledged = nas.ask(nas.accounting(1, "guest-1", PHONE)
                .text(AttributeTypes.USER_NAME, GUEST)
                .text(AttributeTypes.CLASS, "theirs")
                .text(AttributeTypes.PROXY_STATE, "one")
                .build());
        assertThat(acknowledged.code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
        assertThat(states(acknowledged)).containsExactly("one");
        assertThat(db.sql("select user_name from access.open_session where acct_session_id = 'guest-1'")
                        .query(String.class)
                        .single())
                .as("the rule of the controller leaves the realm alone")
                .isEqualTo(GUEST);
        Packet first = home.next();
        assertThat(first.integer(AttributeTypes.ACCT_DELAY_TIME)).isEmpty();
        Eventually.holds("the first attempt was in vain", () -> waitingAfter(1) == 1);
        home.silent(false);
        home.forget();
        Packet later = home.next();
        assertThat(later.text(AttributeTypes.USER_NAME)).hasValue("li");
        assertThat(later.text(AttributeTypes.CLASS)).hasValue("theirs");
        assertThat(states(later)).hasSize(2).startsWith("one");
        assertThat(later.integer(AttributeTypes.ACCT_DELAY_TIME).orElseThrow()).isBetween(1L, 30L);
        Eventually.holds("nothing is left", () -> waitingAfter(0) == 0);
        nas.ask(nas.accounting(2, "guest-1", PHONE)
                .text(AttributeTypes.USER_NAME, GUEST)
                .build());
        assertThat(home.next().integer(AttributeTypes.ACCT_STATUS_TYPE)).hasValue(2);
    }

    @Test
    void keepsNoRecordThatCouldNotGoHome() {
        PacketBuilder record = nas.accounting(1, "guest-3", PHONE).text(AttributeTypes.USER_NAME, GUEST);
        for (int i = 0; i < 15; i++) {
            record.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[253]));
        }
        int left = Packet.MAX_LENGTH - record.build().encode().length;
        Packet full = record.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[left - 2 - 40]))
                .build();
        long before = drops("ROAMING_TOO_LONG");
        assertThat(nas.isMetWithSilence(full, SmallNas.secret())).isTrue();
        assertThat(drops("ROAMING_TOO_LONG")).isGreaterThan(before);
        assertThat(db.sql("select count(*) from access.open_session where acct_session_id = 'guest-3'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(waitingAfter(0)).isZero();
    }

    @Test
    void bringsBooksHomeThoughTheirRealmIsCalledOtherwiseSince() {
        Realm old = keptInVain("old.example", "guest-2");
        assertThat(realms.change(old.id(), draft("new.example"), "test")).isInstanceOf(Change.Done.class);
        home.silent(false);
        home.forget();
        atOnce();
        assertThat(home.next().text(AttributeTypes.ACCT_SESSION_ID)).hasValue("guest-2");
        Eventually.holds("nothing is left", () -> waitingAfter(0) == 0);
    }

    @Test
    void keepsBooksThoughNobodyKnowsTheirRealmAnyMore() {
        Realm gone = keptInVain("gone.example", "guest-4");
        assertThat(realms.remove(gone.id(), "test")).isInstanceOf(Change.Done.class);
        atOnce();
        Eventually.holds("tried again", () -> waitingAfter(2) == 1);
        db.sql("update access.roaming_forward set due_at = received_at, received_at = received_at - interval '8 days'")
                .update();
        Eventually.holds("given up after a week", () -> waitingAfter(0) == 0);
    }

    private Realm keptInVain(String name, String session) {
        realm(name);
        home.silent(true);
        second.silent(true);
        nas.ask(nas.accounting(1, session, PHONE)
                .text(AttributeTypes.USER_NAME, "li@" + name)
                .build());
        Eventually.holds("the first attempt was in vain", () -> waitingAfter(1) == 1);
        return state.book().named(name).orElseThrow();
    }

    private void atOnce() {
        db.sql("update access.roaming_forward set due_at = received_at").update();
    }

    private long waitingAfter(int tries) {
        return db.sql("select count(*) from access.roaming_forward where tries >= ?")
                .param(tries)
                .query(Long.class)
                .single();
    }
}
