package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** CoA over UDP to a NAS: what it carries of the terms as they are now (access-rules.md rule 16). */
@HallTest
class ChangesTest extends ChangedSessions {

    @Autowired
    ChangesTest(ApplicationContext hall) {
        super(hall, "127.0.13.5", "change-1");
    }

    @Test
    void carriesAllThatAnAcceptWouldCarryNow() {
        AccessProfile profile = profile("coa-whole", "8000");
        OpenSession session = online("coa-whole", "coa-whole");
        done(profiles.change(profile.id(), draft("coa-whole", "20000"), "test"));
        asked(session);
        Packet request = nas.nextDisconnect();
        assertThat(request.code()).isEqualTo(Code.COA_REQUEST);
        assertThat(request.text(AttributeTypes.USER_NAME)).contains("coa-whole");
        assertThat(request.text(AttributeTypes.ACCT_SESSION_ID)).contains("coa-whole");
        assertThat(request.has(AttributeTypes.CALLING_STATION_ID)).isFalse();
        assertThat(request.integer(AttributeTypes.EVENT_TIMESTAMP).getAsLong())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        Eventually.holds("the account's view follows", () -> {
            Packet accept = nas.ask(nas.pap("coa-whole", PASSWORD, phone()));
            return accept.code() == Code.ACCESS_ACCEPT && terms(accept).equals(terms(request));
        });
        assertThat(request.first(AttributeTypes.CLASS)).isPresent();
        assertThat(request.integer(AttributeTypes.SESSION_TIMEOUT).getAsLong()).isBetween(7_140L, 7_200L);
    }

    private static List<Attribute> terms(Packet packet) {
        Set<Integer> others = Set.of(
                AttributeTypes.MESSAGE_AUTHENTICATOR.number(),
                AttributeTypes.USER_NAME.number(),
                AttributeTypes.ACCT_SESSION_ID.number(),
                AttributeTypes.FRAMED_IP_ADDRESS.number(),
                AttributeTypes.EVENT_TIMESTAMP.number(),
                AttributeTypes.CLASS.number(),
                AttributeTypes.SESSION_TIMEOUT.number());
        return packet.attributes().stream()
                .filter(attribute -> !others.contains(attribute.type()))
                .toList();
    }

    @Test
    void leavesTheRestOfItsTimeToASessionAndItsClassToItsAccounting() {
        profile("coa-time", "8000");
        OpenSession session = online("coa-time", "coa-time");
        db.sql("update access.open_session set started_at = started_at - interval '1 hour' where id = ?")
                .param(session.id())
                .update();
        asked(sessions.openFor(session.controllerId(), session.mac(), Optional.empty())
                .orElseThrow());
        Packet request = nas.nextDisconnect();
        assertThat(request.integer(AttributeTypes.SESSION_TIMEOUT).getAsLong()).isBetween(3_540L, 3_600L);
        account(
                INTERIM,
                "coa-time",
                session.mac().orElseThrow(),
                request.first(AttributeTypes.CLASS).orElseThrow());
        OpenSession after = sessions.openFor(session.controllerId(), session.mac(), Optional.empty())
                .orElseThrow();
        assertThat(after.id()).isEqualTo(session.id());
        assertThat(after.journey()).isEqualTo(session.journey());
    }

    @Test
    void saysNothingOnTheTimeOfWhoWasLetInUnproved() {
        MacAddress mac = phone();
        account(START, "coa-unproved", mac, Octets.ofText("not ours"));
        asked(open(mac));
        Packet request = nas.nextDisconnect();
        assertThat(request.has(AttributeTypes.SESSION_TIMEOUT)).isFalse();
        assertThat(request.has(AttributeTypes.CLASS)).isFalse();
        assertThat(request.has(AttributeTypes.IDLE_TIMEOUT)).isTrue();
    }

    @Test
    void whomNobodyWouldLetInAnyMoreIsAskedToEnd() {
        profile("coa-held", "8000");
        OpenSession session = online("coa-held", "coa-held");
        db.sql("update access.network_account set standing = 'SUSPENDED' where name = 'coa-held'")
                .update();
        Asked asked = changes.change(session, "test").orElseThrow();
        assertThat(asked.kind()).isEqualTo(Asked.Kind.END);
        assertThat(nas.nextDisconnect().code()).isEqualTo(Code.DISCONNECT_REQUEST);
        assertThat(db.sql("select act from audit.entry where subject = ? order by id")
                        .param("session:" + session.id())
                        .query(String.class)
                        .list())
                .containsExactly("session.change", "session.end");
    }
}
