package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/** The pure rules of admission and the words of the reply. */
class AaaRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final String PHONE = "02:11:22:33:44:55";
    private static final RecentTokens.Key LI = new RecentTokens.Key(new UUID(1, 1), "t");

    @TempDir
    java.nio.file.Path home;

    @Test
    void hasOneRuleForEveryRefusalInTheOrderOfTheirNames() {
        assertThat(Rule.ALL.stream().map(Rule::refusal)).containsExactly(Refusal.values());
    }

    @Test
    void asksTheRulesInOrderAndLetsInWhomNoneRefuses() {
        assertThat(Rule.judge(Facts.UNKNOWN)).contains(Refusal.NOT_OUR_SUBSCRIBER);
        assertThat(Rule.judge(Facts.login(true, true, true))).isEmpty();
        assertThat(Rule.judge(Facts.login(false, true, true))).contains(Refusal.METHOD_NOT_ALLOWED);
        assertThat(Rule.judge(Facts.login(true, false, false))).contains(Refusal.BAD_PASSWORD);
        assertThat(Rule.judge(Facts.login(true, true, false))).contains(Refusal.MISMATCH);
        assertThat(Rule.judge(Facts.login(true, true, true).tokenSpent())).contains(Refusal.TOKEN_SPENT);
        assertThat(Rule.judge(Facts.account(true, true, true, true))).isEmpty();
        assertThat(Rule.judge(Facts.account(true, true, false, true))).contains(Refusal.SUSPENDED);
        assertThat(Rule.judge(Facts.account(true, true, true, false))).contains(Refusal.EXPIRED);
        assertThat(Rule.judge(Facts.account(true, true, true, true).outOfHours()))
                .contains(Refusal.OUT_OF_HOURS);
        assertThat(Rule.judge(Facts.account(true, true, true, true).usedUp())).contains(Refusal.USED_UP);
        assertThat(Rule.judge(Facts.account(true, true, true, true).full())).contains(Refusal.TOO_MANY_DEVICES);
    }

    @Test
    void takesATokenInItsOwnSlotAndTheNextOnly() throws java.io.IOException {
        LoginTokens tokens = new LoginTokens(
                new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys"))), Clock.fixed(NOON, ZoneOffset.UTC));
        String token = tokens.mint(1, "13800138000", PHONE);
        assertThat(token).matches("[A-Za-z0-9_-]{16}");
        assertThat(tokens.goodAt(NOON.plusSeconds(119), 1, "13800138000", PHONE))
                .contains(token);
        assertThat(tokens.goodAt(NOON.plusSeconds(120), 1, "13800138000", PHONE))
                .doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 2, "13800138000", PHONE)).doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 1, "13800138001", PHONE)).doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 1, "13800138000", "")).doesNotContain(token);
    }

    @Test
    void givesTheSameAnswerForThirtySecondsAndThenNoMore() {
        RecentTokens recent = new RecentTokens();
        assertThat(recent.claim(LI, NOON)).isInstanceOf(RecentTokens.Claim.First.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(30))).isInstanceOf(RecentTokens.Claim.Again.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(31))).isInstanceOf(RecentTokens.Claim.Spent.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(120))).isInstanceOf(RecentTokens.Claim.Spent.class);
        RecentTokens.Key comesBackInTheSameSlot = new RecentTokens.Key(new UUID(1, 2), "t");
        assertThat(recent.claim(comesBackInTheSameSlot, NOON.plusSeconds(12)))
                .isInstanceOf(RecentTokens.Claim.First.class);
        recent.release(LI);
        assertThat(recent.claim(LI, NOON.plusSeconds(31))).isInstanceOf(RecentTokens.Claim.First.class);
    }

    private static String hex(List<Attribute> attributes) {
        return attributes.stream()
                .map(a -> String.format("%02x%02x", a.type(), a.value().length() + 2)
                        + a.value().toHex())
                .collect(Collectors.joining(" "));
    }

    private static SessionTerms terms(long up, long down) {
        return new SessionTerms(
                "gold", up, down, Duration.ofHours(2), 0, 0, Duration.ofMinutes(15), Duration.ofMinutes(10));
    }

    @Test
    void putsClassIntervalAndLimitsIntoEveryAcceptAndTheReasonIntoEveryReject() {
        Packet request =
                Packet.request(Code.ACCESS_REQUEST, Octets.of(new byte[16])).build();
        Decision admit =
                new Decision.Admit(new UUID(0, 1), terms(0, 0), Octets.ofHex("0102"), Optional.empty(), List.of());
        assertThat(hex(Replies.to(request, Vendor.STANDARD, VolumeUnit.OCTETS, admit)
                        .attributes()))
                .isEqualTo("19040102 550600000258 1b0600001c20 1c0600000384");
        Packet reject = Replies.to(request, Vendor.HUAWEI, VolumeUnit.OCTETS, new Decision.Refuse(Refusal.EXPIRED));
        assertThat(reject.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(Packet.decode(ByteBuffer.wrap(reject.encode()))
                        .attributes()
                        .getFirst()
                        .value()
                        .toText())
                .isEqualTo("EXPIRED");
    }
}
