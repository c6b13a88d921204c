package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Operator.CHINA_MOBILE;
import static org.omnihall.hall.party.Operator.CHINA_UNICOM;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.party.NumberFacts.Entered;
import org.omnihall.hall.party.NumberStanding.NotOurs;
import org.omnihall.hall.party.NumberStanding.Ours;
import org.omnihall.hall.party.NumberStanding.Reason;

class NumberFactsTest {

    private static final OperatorSettings US = SettingsOf.bind(OperatorSettings.class, Map.of());
    private static final Optional<SegmentPlace> HANGZHOU = place(CHINA_MOBILE, "Zhejiang", "Hangzhou");
    private static final Entered NOTHING = new Entered(Optional.empty(), Optional.empty());

    @Test
    void weAreChinaMobileInZhejiangByDefaultAndASilentBossRefuses() {
        assertThat(US.name()).isEqualTo(CHINA_MOBILE);
        assertThat(US.provinces()).isEqualTo(Set.of("Zhejiang"));
        assertThat(US.bossTimeOut()).isEqualTo(java.time.Duration.ofSeconds(2));
        assertThat(US.bossSilence()).isEqualTo(OperatorSettings.BossSilence.FAIL_CLOSED);
    }

    @Test
    void servesOurOwnNumbers() {
        assertThat(new NumberFacts(HANGZHOU, NOTHING, true).standing(US)).isEqualTo(new Ours("Zhejiang", "Hangzhou"));
    }

    @Test
    void namesEveryReasonToRefuse() {
        Entered away = new Entered(Optional.of(CHINA_UNICOM), Optional.empty());
        Entered denied = new Entered(Optional.empty(), Optional.of(NumberList.DENY));
        Map<Reason, NumberFacts> cases = Map.of(
                Reason.FOREIGN, new NumberFacts(place(CHINA_UNICOM, "Zhejiang", "Hangzhou"), NOTHING, true),
                Reason.PORTED_OUT, new NumberFacts(HANGZHOU, away, true),
                Reason.DENIED, new NumberFacts(HANGZHOU, denied, true),
                Reason.UNKNOWN, new NumberFacts(Optional.empty(), NOTHING, true),
                Reason.BOSS_REFUSED, new NumberFacts(HANGZHOU, NOTHING, false));

        cases.forEach((reason, facts) -> assertThat(facts.standing(US)).isEqualTo(new NotOurs(reason)));
        assertThat(cases.keySet()).isEqualTo(EnumSet.allOf(Reason.class));
    }

    @Test
    void refusesOurOperatorElsewhereAndWhereNobodyKnows() {
        assertThat(new NumberFacts(place(CHINA_MOBILE, "Jiangsu", "Suzhou"), NOTHING, true).standing(US))
                .isEqualTo(new NotOurs(Reason.FOREIGN));
        assertThat(new NumberFacts(place(CHINA_MOBILE, "", ""), NOTHING, true).standing(US))
                .isEqualTo(new NotOurs(Reason.UNKNOWN));
    }

    @Test
    void servesANumberThatCameToUsAndOneThatIsAllowed() {
        Entered came = new Entered(Optional.of(CHINA_MOBILE), Optional.empty());
        Entered allowed = new Entered(Optional.empty(), Optional.of(NumberList.ALLOW));

        assertThat(new NumberFacts(place(CHINA_UNICOM, "Zhejiang", "Ningbo"), came, true).standing(US))
                .isEqualTo(new Ours("Zhejiang", "Ningbo"));
        assertThat(new NumberFacts(Optional.empty(), allowed, false).standing(US))
                .isEqualTo(new Ours("", ""));
    }

    private static Optional<SegmentPlace> place(Operator operator, String province, String city) {
        return Optional.of(new SegmentPlace(operator, province, city));
    }
}
